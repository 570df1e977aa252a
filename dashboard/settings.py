"""Every environment variable, typed, with its default and a sentence, in one place.

A hosting platform's own names (PORT, HOST, WEB_CONCURRENCY) are read as they are; all others begin with ``DASHBOARD_``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


def _named(*names: str) -> AliasChoices:
    """The names under which a setting is read; the first is the one that the README gives."""
    return AliasChoices(*names)


class Settings(BaseSettings):
    """How one process is run. Frozen: what changes the dashboard while it runs stands in the address, not here."""

    model_config = SettingsConfigDict(env_prefix="DASHBOARD_", frozen=True, populate_by_name=True, extra="ignore")

    host: str = Field(
        "127.0.0.1",
        validation_alias=_named("HOST", "DASHBOARD_HOST"),
        description="Address to listen on; 0.0.0.0 lets other machines in.",
    )
    port: int = Field(
        8050,
        ge=0,
        le=65535,
        validation_alias=_named("PORT", "DASHBOARD_PORT"),
        description="Port to listen on.",
    )
    workers: int = Field(
        2,
        ge=1,
        le=64,
        validation_alias=_named("WEB_CONCURRENCY", "DASHBOARD_WORKERS"),
        description="Worker processes; all are alike, any of them answers any request.",
    )
    threads: int = Field(4, ge=1, le=64, description="Threads of each worker.")
    timeout: int = Field(
        60, ge=1, description="Seconds after which a worker that no longer answers its master is replaced."
    )
    graceful_timeout: int = Field(
        20, ge=0, description="Seconds that requests under way have to finish in on shutdown or restart."
    )
    max_requests: int = Field(
        5000,
        ge=0,
        description="Requests (give or take a tenth) after which a worker is replaced; 0 for never.",
    )
    forwarded_allow_ips: str = Field(
        "127.0.0.1",
        description="Proxies whose X-Forwarded-* headers are believed: addresses with commas, or * for any.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least level that is logged.")
    log_format: Literal["json", "text"] = Field(
        "json", description="Log lines as JSON, for machines, or as text, for people."
    )
    data_dir: Path = Field(ROOT / "data", description="Folder of the data package.")
    assets_dir: Path = Field(ROOT / "assets", description="Folder of the style sheets, scripts and fonts.")
    build_dir: Path = Field(
        ROOT / "build",
        description="Folder of what `make build` makes: the plotly.js bundle and the compressed static files.",
    )
    without_exhibits: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Exhibits to leave out, with commas: how to start when the data of one are broken."
    )
    browser_path: str = Field(
        "",
        validation_alias=_named("BROWSER_PATH", "DASHBOARD_BROWSER_PATH"),
        description="The Chromium or Chrome that draws pictures; by default the first of the usual names that is found.",
    )
    max_query_bytes: int = Field(
        6000, ge=256, le=8000, description="Longest query of an address; a longer one is answered 414."
    )
    max_body_bytes: int = Field(
        1_000_000, ge=1024, description="Largest body of a request in bytes; a larger one is answered 413."
    )
    mcp: bool = Field(
        False,
        description="Lets assistants look up numbers with their sources at `/_mcp` (Model Context Protocol); see docs/machines.md.",
    )
    gallery: bool = Field(
        False, description="A page with every exhibit in all views and both vintages at `/gallery`, to look at them."
    )
    dev: bool = Field(False, description="Hot reload and Dash's developer tools; `make dev` sets it.")

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _any_case(cls, value: Any) -> Any:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("without_exhibits", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """``"economy-1, energy-9"`` -> ``("economy-1", "energy-9")``."""
        return tuple(filter(None, (part.strip() for part in value.split(",")))) if isinstance(value, str) else value


class SettingsError(ValueError):
    """A setting that cannot be read, said in words, one line a setting."""


def load() -> Settings:
    """The settings of this process, from its environment.

    Raises:
        SettingsError: with one line for each variable that cannot be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_in_words(problem) for problem in error.errors())) from None


def _in_words(problem: Mapping[str, Any]) -> str:
    """``PORT: Input should be a valid integer, got 'http'``."""
    place = str(problem["loc"][0])
    name = variable(place) if place in Settings.model_fields else place
    return f"{name}: {problem['msg']}, got {problem['input']!r}"


@lru_cache(maxsize=1)
def current() -> Settings:
    """The settings, read once: a worker keeps what it was started with."""
    return load()


def variable(name: str) -> str:
    """The environment variable of a setting as the README gives it: ``"port"`` -> ``"PORT"``."""
    alias = Settings.model_fields[name].validation_alias
    if isinstance(alias, AliasChoices):
        return str(alias.choices[0])
    return f"DASHBOARD_{name.upper()}"


def _shown(value: object) -> str:
    """A default as the README gives it."""
    if isinstance(value, Path):
        return f"`{value.relative_to(ROOT).as_posix()}/`"
    if isinstance(value, bool):
        return "`1`" if value else "off"
    if value in ("", ()):
        return "none"
    return f"`{value}`"


def _kind(annotation: object) -> str:
    """A type in a reader's words."""
    options = getattr(annotation, "__args__", ())
    if annotation in (int, bool, str, Path):
        return {int: "whole number", bool: "on or off", str: "text", Path: "folder"}[annotation]
    if options and all(isinstance(option, str) for option in options):
        return ", ".join(f"`{option}`" for option in options)
    return "list"


def table() -> str:
    """The settings as a Markdown table; the README holds it, and a test compares the two."""
    rows = [
        f"| `{variable(name)}` | {_kind(field.annotation)} | {_shown(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| variable | type | default | what it does |", "| --- | --- | --- | --- |", *rows])


if __name__ == "__main__":
    print(table())
