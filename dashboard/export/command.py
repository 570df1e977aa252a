"""``python -m dashboard export``: exhibits as files, made without a page open. Files are written whole or not at all."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import typer

from dashboard.exhibits.compose import Composer
from dashboard.export import asked, studio
from dashboard.export.formats import FORMATS
from dashboard.export.names import PICTURES, file_name
from dashboard.export.order import Order
from dashboard.parameters import PARAMETERS
from dashboard.text import LANGS, Lang

_BOTH: Final = "both"


class WrongError(Exception):
    """Something that was asked for and cannot be had, in words that say what is allowed."""


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for, as it was written; empty where it says nothing."""

    exhibits: Sequence[str]
    everything: bool
    formats: Sequence[str]
    out: Path
    query: str
    options: Sequence[tuple[str, str]]
    """Parameters of the address and of pictures that were given as options, ``("years", "2000-2015")``."""

    site: str = ""


def run(composer: Composer, wanted: Wanted) -> int:
    """Make every file that is asked for, with a bar that tells how far it is; how many there are.

    Raises:
        WrongError: before anything is written, when something that was asked for cannot be had.
        studio.PictureError: when a picture cannot be made; no part of its file is left.
    """
    orders = list(_orders(composer, wanted))
    formats = _chosen(wanted.formats, list(FORMATS), "format")
    if studio.find() is None and (drawn := [name for name in formats if name in PICTURES]):
        raise WrongError(f"{studio.MISSING.en} Without it there is no {', '.join(drawn)}.")
    jobs = [(order, format) for order in orders for format in formats]
    _make_folder(wanted.out)
    try:
        with typer.progressbar(jobs, label=f"{len(jobs)} file{'s' * (len(jobs) != 1)}", file=sys.stderr) as bar:
            for order, format in bar:
                write_whole(wanted.out / file_name(order, format), FORMATS[format].make(order))
    finally:
        studio.close()
    return len(jobs)


def _make_folder(folder: Path) -> None:
    """The folder for the files. Raises ``WrongError`` where it cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileExistsError:
        raise WrongError(f"{folder} is a file. Name a folder, or a name at which one can be made.") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise WrongError(f"{folder} cannot be written to: {why}. Name a folder in which you may write.") from None


def _site(text: str) -> str:
    """The address of a dashboard, no slash at its end. Raises ``WrongError`` for what is none."""
    parts = urlsplit(text)
    if text and not (parts.scheme in ("http", "https") and parts.netloc):
        raise WrongError(f"site: “{text}” is no address. Allowed: one that begins with http:// or https://.")
    return text.rstrip("/")


def _orders(composer: Composer, wanted: Wanted) -> Iterator[Order]:
    if bool(wanted.exhibits) == wanted.everything:
        raise WrongError(
            f"Name exhibits (--exhibit economy-1) or all (--all). There are: {', '.join(composer.exhibits)}."
        )
    ids = list(composer.exhibits)
    exhibits = ids if wanted.everything else _chosen(wanted.exhibits, ids, "exhibit")
    given = _given(wanted)
    site = _site(wanted.site)
    langs = _langs(given.pop("lang", "en"))
    view = given.pop("view", "")
    for lang in langs:
        for id in exhibits:
            query = urlencode(given | ({"view": view} if view else {}) | {"lang": lang})
            try:
                read = asked.read_of(composer, id, query, asked.OF_FILE)
            except asked.Refused as no:
                if not wanted.everything or not _only_years(composer, query):
                    raise WrongError(no.words.en) from None
                typer.echo(f"{id} is left out. {no.words.en}", err=True)
                continue
            yield asked.order(composer, id, read, site)


def _only_years(composer: Composer, query: str) -> bool:
    """Whether other exhibits have data for a query that one has none for."""
    try:
        return bool(asked.read(query, asked.OF_FILE, composer.vocabulary).selection.years)
    except asked.Refused:
        return False


def _given(wanted: Wanted) -> dict[str, str]:
    """The query, also of a whole address, and the options together; an option stands over the query."""
    before, mark, after = wanted.query.partition("?")
    query = after if mark else "" if "://" in before else before
    given = dict(parse_qsl(query.partition("#")[0], keep_blank_values=True))
    return given | dict(wanted.options)


def _langs(text: str) -> Sequence[Lang]:
    if text == _BOTH:
        return LANGS
    langs = [lang for lang in LANGS if lang == text]
    if not langs:
        raise WrongError(f"lang: “{text}” is not known. Allowed: {', '.join((*LANGS, _BOTH))}.")
    return langs


def _chosen(texts: Iterable[str], allowed: Sequence[str], what: str) -> list[str]:
    """The names in ``texts``, which may hold several with commas. Raises ``WrongError`` for one that is not there."""
    names = list(dict.fromkeys(name.strip() for text in texts for name in text.split(",") if name.strip()))
    wrong = [name for name in names if name not in allowed]
    if wrong or not names:
        found = f"“{', '.join(wrong)}” is not known" if wrong else "none is named"
        raise WrongError(f"{what}: {found}. Allowed: {', '.join(allowed)}.")
    return names


def options(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """``["--origin", "guatemala", "--port=laredo"]`` as pairs.

    Raises:
        WrongError: for what is no parameter of the address, or has no value.
    """
    names = [parameter.name for parameter in PARAMETERS]
    pairs = []
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name.removeprefix("--") not in names or not name.startswith("--"):
            raise WrongError(
                f"“{name}” is not an option. Parameters of the address: {', '.join('--' + n for n in names)}."
            )
        if not equals:
            if not rest or rest[0].startswith("--"):
                raise WrongError(f"{name}: a value is missing.")
            value = rest.pop(0)
        pairs.append((name.removeprefix("--"), value))
    return pairs


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that it is there whole, or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as unfinished:
        there = Path(unfinished.name)
        try:
            unfinished.write(body)
            unfinished.close()
            there.chmod(0o644)
            there.replace(path)
        except BaseException:
            there.unlink(missing_ok=True)
            raise
