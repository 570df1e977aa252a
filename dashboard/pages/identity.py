"""The dashboard's own name, icon and colours, for the browser's tab, its bar and a home screen."""

from __future__ import annotations

import json
from typing import Final

from dashboard.charts.theme import COLOURS, Theme, colour
from dashboard.pages import words
from dashboard.static_files import StaticFiles
from dashboard.text import Lang, T

SHORT: Final = T("U.S.-Mexico", "México-EE. UU.")
ICON: Final = "favicon.svg"
PNGS: Final = {"192x192": "icons/icon-192.png", "512x512": "icons/icon-512.png"}
TOUCH: Final = "icons/touch-180.png"
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")


def manifest(static: StaticFiles, lang: Lang) -> bytes:
    """The web app manifest in one language."""
    pngs = [{"src": static.url(file), "sizes": sizes, "type": "image/png"} for sizes, file in PNGS.items()]
    told = {
        "name": words.SITE[lang],
        "short_name": SHORT[lang],
        "description": words.TAGLINE[lang],
        "lang": lang,
        "start_url": f"/?lang={lang}",
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": COLOURS["ground"][0],
        "background_color": COLOURS["ground"][0],
        "icons": [{"src": static.url(ICON), "sizes": "any", "type": "image/svg+xml"}, *pngs],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def name(lang: Lang) -> str:
    """The file under which a manifest is served."""
    return f"manifest.{lang}.json"


def head(static: StaticFiles, lang: Lang, theme: str) -> str:
    """Icons, manifest, and the colour of the browser's own bar: the theme's that was chosen, or one for each of the system's."""
    bars = "".join(
        f'<meta name="theme-color" media="(prefers-color-scheme: {one})" data-own="{colour("ground", one)}"'
        f' content="{colour("ground", "dark" if (theme or one) == "dark" else "light")}">'
        for one in THEMES
    )
    return (
        f'<link rel="icon" href="{static.url(ICON)}" type="image/svg+xml">'
        f'<link rel="apple-touch-icon" href="{static.url(TOUCH)}">'
        f'<link rel="manifest" href="{static.url(name(lang))}">{bars}'
    )
