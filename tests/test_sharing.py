"""What others show of a link: Open Graph with the chart's picture, oEmbed, and cards that may be framed."""

import io
import re
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from dashboard.export import studio
from dashboard.export.listings import BASE


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def get(client: FlaskClient, path: str, **more: Any) -> Any:
    return client.get(f"{BASE}{path}", **more)


def tags(page: str) -> dict[str, str]:
    return {
        name: unescape(text)
        for name, text in re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page)
    }


def test_a_shared_link_shows_the_finding_and_the_chart(client: FlaskClient) -> None:
    found = tags(client.get("/economy/economy-1?lang=es&years=2000-2015&theme=dark").text)
    card = get(client, "/exhibits/economy-1?lang=es&years=2000-2015").json
    assert (found["og:title"], found["og:description"]) == (card["headline"], card["subtitle"])
    assert found["og:url"] == "http://localhost/economy/economy-1?years=2000-2015&lang=es&theme=dark"
    assert found["og:image"] == (
        f"http://localhost{BASE}/exhibits/economy-1.png?years=2000-2015&lang=es&theme=dark&shape=slide"
    )
    assert found["twitter:card"] == "summary_large_image" and found["og:locale"] == "es_MX"


@pytest.mark.skipif(studio.find() is None, reason="no Chromium was found")
def test_the_picture_of_a_shared_link_is_there_at_the_size_that_is_said(client: FlaskClient) -> None:
    found = tags(client.get("/economy/economy-1?lang=en&years=2000-2015").text)
    parts = urlsplit(found["og:image"])
    answer = client.get(f"{parts.path}?{parts.query}")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    size = Image.open(io.BytesIO(answer.data)).size
    assert size == (int(found["og:image:width"]), int(found["og:image:height"]))


@pytest.mark.parametrize("path", ["/", "/economy", "/recommendations", "/embed/energy-3"])
def test_every_page_has_a_picture_of_its_own_site(client: FlaskClient, path: str) -> None:
    found = tags(client.get(f"{path}?lang=en").text)
    assert found["og:title"] and found["og:description"]
    assert found["og:image"].startswith(f"http://localhost{BASE}/exhibits/") and "shape=slide" in found["og:image"]


def test_what_a_page_is_told_in_its_address_cannot_write_into_its_head(client: FlaskClient) -> None:
    page = client.get('/economy/economy-1?lang=en&q="><script>alert(1)</script>').text
    assert "<script>alert(1)" not in page


def test_oembed_gives_the_frame_of_the_view(client: FlaskClient) -> None:
    page = client.get("/economy/economy-1?lang=en&years=2000-2015").text
    (found,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
    parts = urlsplit(unescape(found))
    body = client.get(f"{parts.path}?{parts.query}").json
    assert (body["type"], body["version"]) == ("rich", "1.0")
    (src,) = re.findall(r'src="([^"]+)"', body["html"])
    assert unescape(src) == "http://localhost/embed/economy-1?years=2000-2015&lang=en"
    inner = urlsplit(unescape(src))
    assert client.get(f"{inner.path}?{inner.query}").status_code == 200
    assert f'width="{body["width"]}"' in body["html"] and f'height="{body["height"]}"' in body["html"]


def test_oembed_honours_the_room_that_there_is(client: FlaskClient) -> None:
    url = quote("http://localhost/economy/economy-1?lang=en", safe="")
    body = client.get(f"/oembed?url={url}&maxwidth=400&maxheight=620").json
    assert (body["type"], body["width"], body["height"]) == ("rich", 400, 620)
    assert "thumbnail_url" not in body


def test_oembed_gives_the_picture_where_no_card_has_room(client: FlaskClient) -> None:
    url = quote("http://localhost/economy/economy-1?lang=en", safe="")
    body = client.get(f"/oembed?url={url}&maxwidth=700&maxheight=180").json
    assert (body["type"], body["width"], body["height"]) == ("photo", 320, 180)
    assert body["url"].startswith(f"http://localhost{BASE}/exhibits/economy-1.png?") and "html" not in body


def test_a_frame_is_as_high_as_its_exhibit(client: FlaskClient) -> None:
    def height(path: str) -> int:
        url = quote(f"http://localhost{path}?lang=en", safe="")
        return int(client.get(f"/oembed?url={url}").json["height"])

    assert height("/security/security-3") < 400 < 600 < height("/economy/economy-1") < 820 < height("/energy/energy-3")


def test_a_page_says_what_it_finds_and_where_it_lives(client: FlaskClient) -> None:
    pages = {
        path: client.get(f"{path}?lang=es&theme=dark").text for path in ("/economy", "/energy", "/energy/energy-3")
    }
    told = {path: tags(page) for path, page in pages.items()}
    assert told["/economy"]["description"].startswith("Como los dos países producen en conjunto")
    assert told["/economy"]["og:title"].startswith("Economía: Aprovechar la relación")
    assert told["/energy/energy-3"]["description"] == told["/energy/energy-3"]["og:title"]
    assert len({one["description"] for one in told.values()}) == 3
    page = pages["/energy/energy-3"]
    assert re.findall(r'rel="canonical" href="([^"]+)"', page) == ["http://localhost/energy/energy-3?lang=es"]
    other = re.findall(r'hreflang="en" href="([^"]+)"', page)
    assert [unescape(one) for one in other] == ["http://localhost/energy/energy-3?lang=en&theme=dark"]


def test_an_exhibit_under_another_chapter_leads_to_its_own(client: FlaskClient) -> None:
    answer = client.get("/economy/energy-1?lang=es&years=2015-2016")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/energy/energy-1?lang=es&years=2015-2016")
    assert client.get("/nowhere/energy-1").status_code == client.get("/economy/energy-99").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=http://localhost/economy", 404),
        ("url=http://elsewhere.org/economy/economy-1", 404),
        ("url=http://[", 404),
        ("url=nothing", 404),
        ("url=http://localhost/economy/economy-1&format=xml", 501),
        ("url=http://localhost/economy/economy-1&maxwidth=wide", 400),
        ("url=http://localhost/economy/economy-1&maxwidth=0", 400),
    ],
)
def test_oembed_says_what_it_cannot_answer(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/oembed?{query}")
    assert (answer.status_code, answer.json["status"]) == (status, status) and answer.json["error"]


def test_an_embedded_card_may_be_framed_and_nothing_else_may(client: FlaskClient) -> None:
    embedded, page = client.get("/embed/economy-1?lang=en"), client.get("/economy/economy-1?lang=en")
    assert "frame-ancestors *" in embedded.headers["Content-Security-Policy"]
    assert "Cross-Origin-Opener-Policy" not in embedded.headers
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert client.get("/embed/economy-99?lang=en").status_code == 404


def test_an_embedded_card_without_a_language_keeps_its_query(client: FlaskClient) -> None:
    answer = client.get(
        "/embed/migration-2?years=2000-2010&vintage=latest&theme=dark", headers={"Accept-Language": "es"}
    )
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/embed/migration-2?years=2000-2010&vintage=latest&lang=es&theme=dark"
