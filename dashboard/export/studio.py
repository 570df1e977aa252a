"""The Chromium that draws pictures on the server and for the command line: started once, asked one picture at a time.

It runs in a thread of its own, ends after some minutes without work, and asks no network for anything: the page that it
shows has plotly.js, our font and our outlines with it, and a policy that forbids all else.
"""

from __future__ import annotations

import asyncio
import atexit
import base64
import json
import logging
import os
import shutil
import threading
from collections.abc import Coroutine
from concurrent.futures import TimeoutError as TooLateError
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import plotly

from dashboard import settings
from dashboard.text import T

Kind = Literal["png", "svg", "pdf"]
NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_START: Final = 30.0  # seconds that Chromium has to start in
_DRAW: Final = 30.0  # seconds that one picture may take
_WAIT: Final = 20.0  # seconds that an order waits for those before it
_CLOSE: Final = 10.0  # seconds that Chromium has to end in
_IDLE: Final = 300.0  # seconds after which an idle Chromium is ended

MISSING: Final = T(
    "Pictures are drawn with Chromium or Chrome, and none was found. Install one (Debian: apt install chromium), "
    "or name it in BROWSER_PATH.",
    "Las imágenes se dibujan con Chromium o Chrome y no se encontró ninguno. Instale uno (Debian: apt install "
    "chromium) o indíquelo en BROWSER_PATH.",
)
_LATE: Final = T(
    "The picture was not ready in time. Try again in a moment, or choose a smaller scale.",
    "La imagen no estuvo lista a tiempo. Inténtelo de nuevo en un momento o elija una escala menor.",
)
_FAILED: Final = T("The picture could not be drawn: {why}", "No se pudo dibujar la imagen: {why}")


class PictureError(RuntimeError):
    """A picture that was not made; ``message`` says why, in both languages. The caller may try again."""

    def __init__(self, message: T) -> None:
        super().__init__(message.en)
        self.message = message


class NoBrowserError(PictureError):
    """No Chromium was found."""


class TooLargeError(PictureError):
    """More pixels were asked for than are made."""


def find() -> str | None:
    """The Chromium to draw with: the setting BROWSER_PATH, or the first of the usual names that is found."""
    named = settings.current().browser_path
    if named:
        return named if os.access(named, os.X_OK) else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def draw(figure: dict[str, Any], kind: Kind, scale: float = 1.0) -> bytes:
    """``figure`` (with ``width`` and ``height`` in its layout), ``scale`` times as large, as a file.

    Raises ``PictureError``: where no Chromium is found, where it does not answer in time, where it fails.
    """
    return _studio().draw(figure, kind, scale)


def close() -> None:
    """End the Chromium of this process, if there is one."""
    if _KEPT and _KEPT[0].pid == os.getpid():
        _KEPT.pop().close()


_KEPT: Final[list[Studio]] = []
_KEPT_LOCK: Final = threading.Lock()


def _studio() -> Studio:
    """The studio of this process; a fork gets one of its own."""
    with _KEPT_LOCK:
        if _KEPT and _KEPT[0].pid != os.getpid():
            _KEPT.clear()
        if not _KEPT:
            _KEPT.append(Studio())
            atexit.register(close)
        return _KEPT[0]


class Studio:
    """A Chromium and the event loop that speaks with it."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self._one_at_a_time = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="pictures")
        self._thread.start()
        self._kaleido: Any = None
        self._idle: asyncio.TimerHandle | None = None

    def draw(self, figure: dict[str, Any], kind: Kind, scale: float) -> bytes:
        """One picture; see the function of this name."""
        if (browser := find()) is None:
            raise NoBrowserError(MISSING)
        if not self._one_at_a_time.acquire(timeout=_WAIT):
            raise PictureError(_LATE)
        try:
            return self._run(self._drawn(browser, figure, kind, scale), _START + _DRAW)
        except (TooLateError, TimeoutError):
            self._abandon()
            raise PictureError(_LATE) from None
        except Exception as error:
            self._abandon()
            raise PictureError(_FAILED.format(why=str(error) or type(error).__name__)) from error
        finally:
            self._one_at_a_time.release()

    def close(self) -> None:
        """End Chromium and the thread."""
        self._abandon()
        if self._idle:
            self._idle.cancel()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSE)
        if not self._thread.is_alive():
            self._loop.close()

    def _run(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(seconds)
        except TooLateError:
            future.cancel()
            raise

    async def _drawn(self, browser: str, figure: dict[str, Any], kind: Kind, scale: float) -> bytes:
        if self._idle:
            self._idle.cancel()
        if self._kaleido is not None and self._kaleido.subprocess.poll() is not None:  # it died
            await self._ended()
        if self._kaleido is None:
            self._kaleido = await asyncio.wait_for(_started(browser), _START)
        layout = figure["layout"]
        # A hair more, so that what is cut off to whole pixels is never one too few.
        size = {"width": layout["width"], "height": layout["height"], "scale": scale + 1e-9}
        made: bytes = await self._kaleido.calc_fig(figure, {"format": kind, **size})
        self._idle = self._loop.call_later(_IDLE, lambda: self._loop.create_task(self._ended()))
        return made

    async def _ended(self) -> None:
        kaleido, self._kaleido = self._kaleido, None
        if kaleido is not None:
            try:
                await asyncio.wait_for(kaleido.close(), _CLOSE)
            except Exception:  # one that died cannot be ended in order
                logging.getLogger(__name__).debug("Chromium did not end in order", exc_info=True)

    def _abandon(self) -> None:
        """End a Chromium that is not to be asked again; the next picture starts another."""
        with suppress(TooLateError):
            self._run(self._ended(), 2 * _CLOSE)


async def _started(browser: str) -> Any:
    from kaleido import Kaleido  # type: ignore[import-untyped]  # slow to import, and only pictures need it

    logging.getLogger("choreographer").setLevel(logging.ERROR)
    logging.getLogger("kaleido").setLevel(logging.ERROR)
    kaleido = Kaleido(n=1, timeout=_DRAW, page_generator=_Page(), path=browser)
    await kaleido.open()
    return kaleido


class _Page:
    """The page that Chromium shows, as Kaleido asks for it."""

    def generate_index(self) -> str:
        """Its HTML, in ASCII."""
        return page()


@cache
def page() -> str:
    """plotly.js, the font, our scripts; and a policy by which nothing else is ever loaded."""
    import kaleido

    scripts = [
        Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
        settings.current().assets_dir / "painting.js",
        Path(__file__).parent / "studio.js",
        Path(kaleido.__file__).parent / "vendor" / "kaleido_scopes.js",
    ]
    tags = "".join(f'<script src="{path.resolve().as_uri()}" charset="utf-8"></script>' for path in scripts)
    policy = "default-src 'none'; script-src file:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<style id="head-style"></style><style>@page{{margin:0}}</style><title>pictures</title>'
        f'<script type="application/json" id="font">{json.dumps(font())}</script>{tags}</head>'
        '<body style="margin:0"><img id="kaleido-image" alt=""></body></html>'
    )


def font() -> str:
    """Our font as a data address."""
    body = (settings.current().assets_dir / "fonts" / "inter.woff2").read_bytes()
    return "data:font/woff2;base64," + base64.b64encode(body).decode()
