"""What an assistant may look up, over Dash's server of the Model Context Protocol: off by default, numbers with sources."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import settings
from dashboard.app import create_app
from dashboard.settings import ROOT
from dashboard.static_files import StaticFiles

DOCS = (ROOT / "docs" / "machines.md").read_text("utf-8")


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFiles, "add_components", lambda *_: None)  # slow, and tried on its own
        return create_app(settings.Settings(log_level="error", mcp=True)).server.test_client()


def ask(client: FlaskClient, method: str, **parameters: Any) -> Any:
    answer = client.post("/_mcp", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters})
    assert answer.status_code == 200
    return answer.json["result"]


def call(client: FlaskClient, tool: str, **arguments: Any) -> Any:
    result = ask(client, "tools/call", name=tool, arguments=arguments)
    assert not result.get("isError"), result
    return result["structuredContent"]["result"]


def test_it_is_off_unless_the_setting_says_so() -> None:
    assert settings.Settings().mcp is False
    assert settings.variable("mcp") == "DASHBOARD_MCP" and "DASHBOARD_MCP=1" in DOCS


def test_the_tools_are_those_of_the_docs_and_nothing_of_the_pages_is_exposed(client: FlaskClient) -> None:
    tools = {tool["name"]: tool["description"] for tool in ask(client, "tools/list")["tools"]}
    assert set(tools) == set(re.findall(r"^\| `(\w+)` \|", DOCS.split("## Assistants")[1], re.MULTILINE))
    assert all(len(words) > 40 for words in tools.values())
    assert ask(client, "resources/list")["resources"] == []


def test_an_exhibit_is_found_and_its_number_read_with_its_source(client: FlaskClient) -> None:
    found = call(client, "find_exhibits", words="trade goods services", chapter="economy")["exhibits"]
    assert "economy-1" in [one["id"] for one in found]
    read = call(client, "read_exhibit", exhibit="economy-1", view="goods", years="2015", filters="direction=us-to-mx")
    (row,) = read["rows"]
    assert (row["period"], row["value"], row["unit_name"]) == ("2015", 236460.137, "million U.S. dollars")
    sources = {one["id"]: one for one in read["sources"]}
    assert sources[row["source_id"]]["publisher"] == "U.S. Census Bureau" and row["locator"]
    assert call(client, "read_source", source_id=row["source_id"])["reuse"]["rule"] == "public-domain"


def test_a_long_exhibit_is_read_in_parts(client: FlaskClient) -> None:
    first = call(client, "read_exhibit", exhibit="economy-6", view="levels", lang="es")
    assert len(first["rows"]) == 400 < first["rows_in_all"]
    rest = call(
        client, "read_exhibit", exhibit="economy-6", view="levels", lang="es", first_row=first["rows_in_all"] - 1
    )
    assert len(rest["rows"]) == 1


def test_what_cannot_be_used_is_said_with_what_is_allowed(client: FlaskClient) -> None:
    result = ask(client, "tools/call", name="read_exhibit", arguments={"exhibit": "economy-99"})
    assert result["isError"] and "economy-1" in json.dumps(result)
    result = ask(client, "tools/call", name="read_exhibit", arguments={"exhibit": "economy-1", "filters": "origin=x"})
    assert result["isError"] and "guatemala" in json.dumps(result)
