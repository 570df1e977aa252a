"""What others show of a link: Open Graph and Twitter cards with a picture of the chart, and oEmbed."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from typing import Any, Final
from urllib.parse import SplitResult, quote, urlsplit

from flask import Flask, Response, g, request

from dashboard import errors
from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.export import api
from dashboard.export.asked import Refused
from dashboard.export.formats import FORMATS
from dashboard.pages import embed_code, shell, words
from dashboard.selection import Selection
from dashboard.site import EMBED, Asked, address, place, read
from dashboard.text import LOCALES, Lang, T

PICTURE: Final = (1920, 1080)  # px of a slide
WIDTHS: Final = (320, 800)  # px: the narrowest that a card is set in, and what a page is given that asks for none
_NO_URL: Final = T(
    "Say which page: url=<address of an exhibit>, and format=json.",
    "Indique la página: url=<dirección de una gráfica> y format=json.",
)
_NO_EXHIBIT: Final = T(
    "“{url}” is not the address of an exhibit of this site. Such an address is {example}.",
    "«{url}» no es la dirección de una gráfica de este sitio. Una dirección así es {example}.",
)
_ONLY_JSON: Final = T(
    "Only format=json is answered here, not “{found}”.", "Aquí solo se responde a format=json, no a «{found}»."
)
_A_NUMBER: Final = T(
    "{name}: “{found}” is no whole number of pixels.", "{name}: «{found}» no es un número entero de píxeles."
)


def head(composer: Composer, asked: Asked, site: str) -> str:
    """The tags by which a link to this page shows its finding and its chart, and by which an exhibit can be embedded."""
    here, selection, lang = asked.here, asked.selection, asked.lang
    exhibit = (here.exhibits or next(iter(composer.chapters)).exhibits)[0]
    alone = len(here.exhibits) == 1
    query = replace(selection, lang=lang).to_query()
    url = f"{site}{here.path}?{query}"
    composed = composer.compose(exhibit, selection).words(lang) if alone else {}
    tags = {
        "og:type": "website",
        "og:site_name": words.SITE[lang],
        "og:title": composed.get("headline") or _title(composer, asked) or shell.title(here)[lang],
        "og:description": composed.get("subtitle") or _argument(composer, asked) or words.TAGLINE[lang],
        "og:url": url,
        "og:locale": LOCALES[lang],
    }
    if "png" in FORMATS:
        picture = composer.compose(exhibit, selection if here.exhibits else Selection())
        tags |= {
            "og:image": picture_address(exhibit, selection if here.exhibits else Selection(), lang, site),
            "og:image:type": "image/png",
            "og:image:width": str(PICTURE[0]),
            "og:image:height": str(PICTURE[1]),
            "og:image:alt": picture.words(lang)["alt"],
        }
    built = [f'<meta property="{name}" content="{escape(text)}">' for name, text in tags.items()]
    described = composed.get("headline") or _argument(composer, asked) or words.TAGLINE[lang]
    built.append(f'<meta name="description" content="{escape(described)}">')
    page = f"{address(exhibit)}?" if alone else f"{here.path}?"  # an embedded card is the exhibit's own page, framed
    canonical = f"{site}{page}{replace(selection, lang=lang, theme='', table='', tray=()).to_query()}"
    built.append(f'<link rel="canonical" href="{escape(canonical)}">')
    built.append(f'<meta name="twitter:card" content="{"summary_large_image" if "png" in FORMATS else "summary"}">')
    if alone:
        discovery = f"{site}/oembed?format=json&url={quote(url, safe='')}"
        kind, title = "application/json+oembed", escape(tags["og:title"])
        built.append(f'<link rel="alternate" type="{kind}" href="{escape(discovery)}" title="{title}">')
    return "".join(built)


def _title(composer: Composer, asked: Asked) -> str:
    """A chapter with the title that the report gives it; nothing of a page that is none."""
    if asked.here.chapter is None:
        return ""
    column = "title" if asked.lang == "en" else "title_es"
    title = str(composer.dataset.chapters.loc[asked.here.chapter.id, column])
    return f"{asked.here.chapter.name[asked.lang]}: {title}"


def _argument(composer: Composer, asked: Asked) -> str:
    """What a chapter argues; nothing of a page that is none."""
    if asked.here.chapter is None:
        return ""
    column = "summary" if asked.lang == "en" else "summary_es"
    return str(composer.dataset.chapters.loc[asked.here.chapter.id, column])


def picture_address(exhibit: Exhibit, selection: Selection, lang: Lang, site: str) -> str:
    """The picture of an exhibit under the part of a selection that its chart depends on."""
    kept = Selection(
        years=selection.years,
        dims=selection.dims,
        vintage=selection.vintage,
        views=tuple(pair for pair in selection.views if pair[0] == exhibit.id),
        clicked=selection.clicked,
        events=selection.events,
        lang=lang,
        theme=selection.theme,
    )
    return f"{site}{api.BASE}/exhibits/{exhibit.id}.png?{kept.to_query()}&shape=slide"


def add_routes(server: Flask, composer: Composer) -> None:
    """``/oembed?url=...&format=json`` (https://oembed.com): the frame of an exhibit for pages that ask for one."""

    @server.get("/oembed")
    def oembed() -> Response:
        try:
            return api.reply(composer, lambda: api.as_json(answer(composer, api.site())))
        except Refused as no:
            lang = errors.language(request)
            told = no.words.en if lang == "en" else no.words.es
            return errors.answer(request, no.code or 400, g.get("request_id", ""), told, no.facts)


def answer(composer: Composer, site: str) -> dict[str, Any]:
    """What the request's ``url``, ``format``, ``maxwidth`` and ``maxheight`` ask for.

    Raises:
        Refused: 400 without an address, 404 where it is none of an exhibit, 501 for another format, each in words.
    """
    format, url = request.args.get("format", "json"), request.args.get("url", "")
    if format != "json":
        raise Refused(501, _ONLY_JSON.format(found=format[:20]), allowed=["json"])
    if not url:
        raise Refused(400, _NO_URL)
    most_wide, most_high = _pixels("maxwidth"), _pixels("maxheight")
    parts = _split(url)
    here = place(composer.chapters, parts.path) if f"{parts.scheme}://{parts.netloc}" == site else None
    if here is None or len(here.exhibits) != 1:
        example = f"{site}{address(next(iter(composer.exhibits.values())))}"
        raise Refused(404, _NO_EXHIBIT.format(url=url[:80], example=example))
    asked = read(composer, parts.path, parts.query)
    (exhibit,) = here.exhibits
    lang, selection = asked.lang, replace(asked.selection, lang=asked.lang)
    wide = min(WIDTHS[1], most_wide or WIDTHS[1])
    room = (exhibit, json.loads(composer.payload(exhibit, selection, lang)), lang, selection.is_filtered(), wide)
    high = embed_code.height(*room)
    about = {
        "version": "1.0",
        "title": composer.compose(exhibit, selection).words(lang)["headline"],
        "provider_name": words.SITE[lang],
        "provider_url": site,
        "cache_age": 3600,
    }
    if (
        "png" in FORMATS and most_high and most_high < embed_code.least(*room)
    ):  # no room for a card that is read: its picture instead
        return about | _photo(picture_address(exhibit, selection, lang, site), wide, most_high)
    high = min(high, most_high or high)
    framed = escape(f"{site}{EMBED}{exhibit.id}?{selection.to_query()}")
    return about | {
        "type": "rich",
        "html": embed_code.iframe(exhibit, lang, framed, str(wide), high),
        "width": wide,
        "height": high,
        **_thumbnail(exhibit, selection, lang, site, most_wide, most_high),
    }


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # brackets that hold no address
        return urlsplit("")


def _photo(url: str, wide: int, high: int) -> dict[str, Any]:
    """The picture of an exhibit, to be set at the size that fits ``wide`` and ``high``."""
    factor = min(wide / PICTURE[0], high / PICTURE[1])
    across, down = (max(1, int(side * factor)) for side in PICTURE)
    return {"type": "photo", "url": url, "width": across, "height": down}


def _thumbnail(
    exhibit: Exhibit, selection: Selection, lang: Lang, site: str, most_wide: int | None, most_high: int | None
) -> dict[str, Any]:
    """The picture, where there is one that is no larger than asked."""
    wide, high = PICTURE
    if "png" not in FORMATS or wide > (most_wide or wide) or high > (most_high or high):
        return {}
    url = picture_address(exhibit, selection, lang, site)
    return {"thumbnail_url": url, "thumbnail_width": wide, "thumbnail_height": high}


def _pixels(name: str) -> int | None:
    """A number of pixels that the request gives; nothing where it gives none. Raises ``Refused``, 400."""
    text = request.args.get(name, "")
    if text and not (text.isascii() and text.isdigit() and int(text[:6]) > 0 and len(text) <= 6):
        raise Refused(400, _A_NUMBER.format(name=name, found=text[:20]))
    return int(text) if text else None
