"""What many tests need: the project's own data, and every exhibit on them."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from flask import Flask

from dashboard import dataset
from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="session")
def server(read_once: None) -> Flask:
    """The whole dashboard as it is served, but for Dash's own scripts, which take long to compress."""
    from dashboard.app import create_app  # only for those that ask for it
    from dashboard.settings import Settings
    from dashboard.static_files import StaticFiles

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFiles, "add_components", lambda *_: None)
        return create_app(Settings(log_level="error")).server


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """The project's own data are read once, whoever asks for them: a command, a server, a fixture."""
    load = dataset.load
    kept = lru_cache(load)

    def loaded(data_dir: Path, without: Collection[str] = ()) -> Dataset:
        return (kept if Path(data_dir).resolve() == DATA else load)(data_dir, tuple(without))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dataset, "load", loaded)
        yield


@pytest.fixture(scope="session")
def data(read_once: None) -> Dataset:
    return dataset.load(DATA)


@pytest.fixture(scope="session")
def composer(data: Dataset) -> Composer:
    return Composer(data, CHAPTERS)
