"""Settings: read from the environment, refused in words, written up in the README."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from dashboard import settings
from dashboard.settings import ROOT, Settings, SettingsError, load


def test_without_any_variable_the_defaults_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(settings.variable(name), raising=False)
    assert load() == Settings.model_construct()


@pytest.mark.parametrize(
    ("variable", "value", "name", "expected"),
    [
        ("PORT", "9000", "port", 9000),
        ("DASHBOARD_PORT", "9001", "port", 9001),
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("WEB_CONCURRENCY", "3", "workers", 3),
        ("DASHBOARD_LOG_LEVEL", "DEBUG", "log_level", "debug"),
        ("DASHBOARD_WITHOUT_EXHIBITS", "economy-1, energy-9,", "without_exhibits", ("economy-1", "energy-9")),
        ("DASHBOARD_DATA_DIR", "/somewhere", "data_dir", Path("/somewhere")),
        ("DASHBOARD_DEV", "1", "dev", True),
    ],
)
def test_a_variable_is_read(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, name: str, expected: object
) -> None:
    monkeypatch.setenv(variable, value)
    assert getattr(load(), name) == expected


def test_what_cannot_be_read_is_said_one_line_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "http")
    monkeypatch.setenv("DASHBOARD_LOG_FORMAT", "xml")
    with pytest.raises(SettingsError) as refused:
        load()
    port, log_format = str(refused.value).splitlines()
    assert port.startswith("PORT: ") and "'http'" in port
    assert log_format.startswith("DASHBOARD_LOG_FORMAT: ") and "'xml'" in log_format


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_every_setting_has_a_sentence() -> None:
    assert [name for name, field in Settings.model_fields.items() if not (field.description or "").endswith(".")] == []


def test_the_readme_holds_the_table_of_settings() -> None:
    assert settings.table() in (ROOT / "README.md").read_text(encoding="utf-8")
