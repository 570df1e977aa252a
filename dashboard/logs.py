"""Logs: one line an event, as JSON for machines or as text for people, each with the id of its request."""

from __future__ import annotations

import logging.config
from typing import Any

import structlog
from structlog.types import Processor

from dashboard.settings import Settings

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def config(settings: Settings) -> dict[str, Any]:
    """A ``logging.config.dictConfig`` under which gunicorn's, Dash's and our own lines look alike."""
    last: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
        if settings.log_format == "json"
        else [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    )
    passed_on = {"handlers": [], "propagate": True, "level": "NOTSET"}
    silent = {"handlers": [], "propagate": False, "level": "CRITICAL"}  # we write the access lines
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
            }
        },
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stdout"}},
        "root": {"handlers": ["out"], "level": settings.log_level.upper()},
        "loggers": {"gunicorn.error": passed_on, "gunicorn.access": silent, "dash.dash": passed_on},
    }


def configure(settings: Settings) -> None:
    """Set up logging for this process."""
    logging.config.dictConfig(config(settings))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
