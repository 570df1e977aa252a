"""What a first visit loads."""

from urllib.parse import urlsplit

import plotly.offline
from playwright.sync_api import Page, Response

CHART = ".js-plotly-plot .trace, .js-plotly-plot .point"


def visit(page: Page, address: str) -> list[Response]:
    """Open a page until a chart is drawn; the answers to all that it asked for."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    page.wait_for_selector(CHART, state="attached")
    return answers


def test_plotly_is_loaded_once_and_is_the_version_of_the_python_package(page: Page) -> None:
    answers = visit(page, "/economy?lang=en")
    paths = [urlsplit(answer.url).path for answer in answers]
    assert len(paths) == len(set(paths))
    assert not [path for path in paths if path.startswith("/_dash-component-suites/plotly/")]
    assert page.evaluate("Plotly.version") == plotly.offline.get_plotlyjs_version()


def test_everything_that_can_be_compressed_is(page: Page) -> None:
    answers = visit(page, "/economy?lang=en")
    plain = [
        answer.url
        for answer in answers
        if answer.headers["content-type"].partition(";")[0] not in ("font/woff2", "image/png")
        and "content-encoding" not in answer.headers
        and int(answer.headers.get("content-length", 0)) > 600
    ]
    assert plain == []


def test_a_second_visit_asks_for_no_script_again(page: Page) -> None:
    visit(page, "/economy?lang=en")
    visit(page, "/economy?lang=es")
    asked = page.evaluate(
        "performance.getEntriesByType('resource').filter((e) => e.initiatorType === 'script' && e.transferSize > 0)"
        ".map((e) => e.name)"
    )
    assert asked == []
