"""A served dashboard and a Chromium to read it with. Every page must be free of errors, and reach nothing outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tools import chromium, servers

HERE = Path(__file__).parent
expect.set_options(timeout=15_000)  # of two cores and two browsers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = pytest.mark.skip(reason="no Chromium was found")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if chromium.find() is None:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": chromium.find(), "args": list(chromium.ARGUMENTS)}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the dashboard, served as `make run` serves it, and with the gallery."""
    with servers.running(WEB_CONCURRENCY="1", DASHBOARD_GALLERY="1") as address:
        yield address


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that provokes an error empties it."""
    return []


@pytest.fixture
def page(page: Page, base_url: str, complaints: list[str]) -> Iterator[Page]:
    """A page that must load without errors, without breaking its security policy, and from our server alone."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((base_url, "data:", "blob:")):
            complaints.append(f"asks {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
