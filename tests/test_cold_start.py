"""Two real workers, just started, answer many first requests at once (plotly/dash#3971)."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tools import servers

FIRST = [
    "/economy?lang=en",
    "/economy?lang=es",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js",
    "/_dash-component-suites/dash/dcc/dash_core_components.js",
    "/_dash-component-suites/dash/dcc/dash_core_components-shared.js",
    "/_dash-component-suites/dash/html/dash_html_components.min.js",
    "/healthz",
    "/readyz",
]


def test_cold_workers_answer_fifty_requests_at_once() -> None:
    with servers.running(WEB_CONCURRENCY="2") as address, ThreadPoolExecutor(50) as readers:

        def status(path: str) -> tuple[str, int]:
            connection = HTTPConnection(urlsplit(address).netloc)
            connection.request("GET", path, headers={"Referer": f"{address}/economy?lang=en"})
            response = connection.getresponse()
            response.read()
            connection.close()
            return path, response.status

        answers = list(readers.map(status, FIRST * 5))
    assert len(answers) == 50
    assert {answer for answer in answers if answer[1] != 200} == set()
