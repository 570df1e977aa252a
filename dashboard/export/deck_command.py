"""``python -m dashboard deck``: slides as files, without a server. Files are written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

import typer

from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.export import asked, command, deck, deck_names, studio
from dashboard.export.command import WrongError
from dashboard.export.order import Order
from dashboard.text import LANGS, Lang

_BOTH: Final = "both"


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for, as it was written; empty where it says nothing."""

    everything: bool
    chapter: str
    exhibits: Sequence[str]
    out: Path
    template: Path | None
    query: str
    options: Sequence[tuple[str, str]]
    """Parameters of the address that were given as options, ``("years", "2000-2015")``."""

    site: str = ""


def run(composer: Composer, wanted: Wanted) -> list[Path]:
    """Make a deck in each language that is asked for, with a bar that tells how far it is; the files.

    Raises:
        WrongError: before anything is written, when something that was asked for cannot be had.
        studio.PictureError: when a picture cannot be made although there is a browser; no part of a file is left.
    """
    exhibits = _exhibits(composer, wanted)
    orders = _orders(composer, exhibits[0], wanted)
    template = _template(wanted.template)
    if wanted.out.exists() and not wanted.out.is_dir():
        raise WrongError(f"out: {wanted.out} is a file. Allowed: a folder; it is made if it is not there.")
    paths = []
    try:
        with _progress(len(exhibits) * len(orders)) as step:
            for order in orders:
                name, body = _made(wanted, order, exhibits, template, step)
                wanted.out.mkdir(parents=True, exist_ok=True)
                command.write_whole(wanted.out / name, body)
                paths.append(wanted.out / name)
    except deck.DeckError as no:
        raise WrongError(f"template: {no}") from None
    finally:
        studio.close()
    return paths


@contextmanager
def _progress(length: int) -> Iterator[deck.Step]:
    """What is told of each exhibit: a bar, where somebody sees it; nothing in a log."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=length, label="slides", file=sys.stderr) as bar:
        yield lambda _: bar.update(1)


def _made(
    wanted: Wanted, order: Order, exhibits: Sequence[Exhibit], template: deck.Template | None, step: deck.Step
) -> tuple[str, bytes]:
    """The name and the bytes of one deck."""
    if wanted.everything:
        return deck_names.of_report(order), deck.of_report(order, template, step)
    if wanted.chapter:
        return deck_names.of_chapter(order), deck.of_chapter(order, template, step)
    if len(exhibits) == 1:
        return deck_names.of_exhibit(order), deck.of_exhibit(order, template, step)
    orders = deck.orders_of(order, exhibits)
    return deck_names.of_order(orders), deck.of_order(orders, template, step)


def _exhibits(composer: Composer, wanted: Wanted) -> list[Exhibit]:
    """The exhibits of the deck, in its order."""
    if sum((wanted.everything, bool(wanted.chapter), bool(wanted.exhibits))) != 1:
        raise WrongError(
            "Name one of these: the whole report (--all), a chapter (--chapter economy), or exhibits "
            "(--exhibit economy-1; several make a running order)."
        )
    if wanted.everything:
        return list(composer.exhibits.values())
    if wanted.chapter:
        chapters = {chapter.id: chapter for chapter in composer.chapters}
        if wanted.chapter not in chapters:
            raise WrongError(f"chapter: “{wanted.chapter}” is not known. Allowed: {', '.join(chapters)}.")
        return list(chapters[wanted.chapter].exhibits)
    ids = list(dict.fromkeys(id.strip() for text in wanted.exhibits for id in text.split(",") if id.strip()))
    wrong = [id for id in ids if id not in composer.exhibits]
    if wrong or not ids:
        raise WrongError(f"exhibit: “{', '.join(wrong)}” is not known. Allowed: {', '.join(composer.exhibits)}.")
    return [composer.exhibits[id] for id in ids]


def _orders(composer: Composer, first: Exhibit, wanted: Wanted) -> list[Order]:
    """The order in each language; an option stands over the query. The whole report is made in both."""
    given = dict(parse_qsl(wanted.query.lstrip("?"), keep_blank_values=True)) | dict(wanted.options)
    text = given.pop("lang", _BOTH if wanted.everything else "en")
    langs: list[Lang] = [lang for lang in LANGS if text in (lang, _BOTH)]
    if not langs:
        raise WrongError(f"lang: “{text}” is not known. Allowed: {', '.join((*LANGS, _BOTH))}.")
    if wanted.site and not wanted.site.startswith(("http://", "https://")):
        raise WrongError(f"site: “{wanted.site}” is no address. Allowed: one that begins with http:// or https://.")
    view = given.get("view", "")
    if view and ":" not in view:
        given["view"] = f"{first.id}:{view}"
    try:
        reads = [asked.read(urlencode(given | {"lang": lang}), asked.PAGE, composer.vocabulary) for lang in langs]
    except asked.Refused as no:
        raise WrongError(no.words.en) from None
    return [asked.order(composer, first.id, read, wanted.site.rstrip("/")) for read in reads]


def _template(path: Path | None) -> deck.Template | None:
    if path is None:
        return None
    if not path.is_file():
        raise WrongError(f"template: there is no file {path}. Allowed: a .pptx or .potx.")
    return deck.Template(path.read_bytes(), path.name)
