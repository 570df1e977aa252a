"""What many tests need: the project's own data, and every exhibit on them."""

from pathlib import Path

import pytest

from dashboard import dataset
from dashboard.dataset import Dataset
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="session")
def data() -> Dataset:
    return dataset.load(DATA)


@pytest.fixture(scope="session")
def composer(data: Dataset) -> Composer:
    return Composer(data, CHAPTERS)
