"""Error pages: what happened, what to do, where to go on, in the reader's language and theme, without a script."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard import errors
from dashboard.error_page import ADVICE, page
from dashboard.text import LANGS


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("/economia", "/economy"),
        ("/econmy/economy-1", "/economy/economy-1"),
        ("/remesas", "/migration/migration-added-remittances"),
        ("/charts/homicides.html", "/security/security-added-homicides"),
        ("/gas-seco", "/energy/energy-9"),
    ],
)
def test_an_address_that_is_no_page_suggests_the_nearest(client: FlaskClient, path: str, first: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert links(response.text)[0] == f"{first}?lang=en"
    assert client.get(links(response.text)[0]).status_code == 200


@pytest.mark.parametrize("path", ["/wp-login.php", "/x" * 300, "/%F0%9F%8C%AE", "/%00", "/99"])
def test_an_address_like_no_other_suggests_nothing_but_the_search(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert links(response.text) == ["/?lang=en", "/?lang=en#search"]


def test_an_error_page_keeps_the_language_and_the_theme_that_were_chosen(client: FlaskClient) -> None:
    client.set_cookie("lang", "es")
    client.set_cookie("theme", "dark")
    text = client.get("/nada").text
    assert '<html lang="es" data-theme="dark">' in text and errors.WORDS[404]["es"] in text
    text = client.get("/nada?lang=en&theme=light").text
    assert '<html lang="en" data-theme="light">' in text and errors.WORDS[404]["en"] in text
    client.set_cookie("theme", '"><script>')
    assert '<html lang="es">' in client.get("/nada").text


def test_too_long_an_address_offers_the_page_without_its_filters(client: FlaskClient) -> None:
    response = client.get("/economy?lang=es&years=" + "2" * 7000)
    assert response.status_code == 414
    assert links(response.text)[0] == "/economy?lang=es"


def test_a_failure_says_its_number_and_how_to_report_it(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("dashboard.pages.present.page", broken)
    response = client.get("/present/economy?lang=es", headers={"X-Request-ID": "gateway-77"})
    assert response.status_code == 500
    assert "gateway-77" in response.text and ADVICE[500]["es"] in response.text
    assert "secret" not in response.text and "Traceback" not in response.text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("status", errors.WORDS)
def test_an_error_page_stands_alone(status: int, lang: str) -> None:
    html = page(status, errors.WORDS[status][lang], "<1>", lang, path='/"><b>')
    assert "<script" not in html and "<link" not in html and "src=" not in html
    assert "<1>" not in html and '"><b>' not in html
    assert html.count("<h1>") == 1 and f'lang="{lang}"' in html


def test_the_gallery_is_no_page_unless_it_is_switched_on(client: FlaskClient) -> None:
    assert client.get("/gallery?lang=en").status_code == 404
