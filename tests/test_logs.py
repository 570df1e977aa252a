"""Logs: every line is JSON, whoever writes it."""

import json
import subprocess
import sys

from dashboard.settings import ROOT

WRITE = """
import logging, structlog
from dashboard import logs, settings
logs.configure(settings.Settings())
structlog.contextvars.bind_contextvars(request_id="7f3c")
structlog.get_logger("dashboard").info("ours", path="/economy")
logging.getLogger("gunicorn.error").warning("a library's: %s", "señal")
logging.getLogger("gunicorn.access").info("twice")
try:
    1 / 0
except ZeroDivisionError:
    structlog.get_logger("dashboard").exception("failed")
"""


def test_every_line_is_json_with_the_request_that_it_belongs_to() -> None:
    written = subprocess.run([sys.executable, "-c", WRITE], cwd=ROOT, capture_output=True, text=True, check=True)
    ours, theirs, failed = map(json.loads, written.stdout.splitlines())
    assert (ours["event"], ours["level"], ours["path"], ours["request_id"]) == ("ours", "info", "/economy", "7f3c")
    assert (theirs["event"], theirs["level"], theirs["request_id"]) == ("a library's: señal", "warning", "7f3c")
    assert "ZeroDivisionError" in failed["exception"]
    assert written.stderr == ""
