"""Presenter mode: one exhibit a screen, from figures that are all fetched ahead.

``/present/<chapter>`` shows a chapter, ``/present?tray=…`` a running order picked from any. The page is no Dash page: it
asks a route of its own for the figures, each with all its views in both vintages, so that it works without a network
once they are there (``assets/stage``). ``/worker.js`` keeps the page itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from flask import Flask, Response, abort, g, request

from dashboard import errors
from dashboard.charts import maps, regions, stage
from dashboard.charts.arranged import Arranged
from dashboard.charts.theme import stylesheet
from dashboard.exhibits.base import Chapter, Exhibit, View
from dashboard.exhibits.compose import Composer
from dashboard.pages import filters, links, speaker, table, tray, words
from dashboard.pages import stage_words as said
from dashboard.pages.card import kicker
from dashboard.parameters import parse, theme
from dashboard.selection import VINTAGES, Selection
from dashboard.site import OVERVIEW, Place
from dashboard.static_files import StaticFiles
from dashboard.text import LANGS, Lang, T

BASE = tray.PRESENT
FIGURES = f"{BASE}/figures/"
WORKER = "/worker.js"
SPEAKER = "/speaker"
_ADDRESSES = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True)
class Show:
    """What is presented: ``exhibits`` in their order, at ``path``; of a ``chapter``, or of a tray."""

    path: str
    title: T
    exhibits: tuple[Exhibit, ...]
    chapter: Chapter | None = None
    is_speaker: bool = False


def show(composer: Composer, path: str, picked: Iterable[str] = ()) -> Show | None:
    """What ``path`` presents; ``None`` where it presents nothing."""
    bare = path.rstrip("/")
    stage_path = bare.removesuffix(SPEAKER)
    is_speaker = stage_path != bare
    if stage_path == BASE:
        return Show(BASE, said.TRAY, tuple(composer.exhibits[id] for id in picked), None, is_speaker)
    for chapter in composer.chapters:
        if stage_path == f"{BASE}{chapter.path}":
            return Show(stage_path, chapter.name, chapter.exhibits, chapter, is_speaker)
    return None


def add_routes(server: Flask, composer: Composer, static: StaticFiles) -> None:
    """The pages, their figures, and the worker that keeps both."""

    @server.get(BASE)
    @server.get(f"{BASE}/<chapter>")
    @server.get(f"{BASE}/<chapter>{SPEAKER}")
    def present_page(chapter: str = "") -> str:
        selection, _ = parse(request.query_string.decode("utf-8", "replace"), composer.vocabulary)
        asked = show(composer, request.path, selection.tray) or abort(404)
        chosen = theme(selection, request.cookies.get("theme", ""))
        return page(composer, static, asked, selection, selection.lang or "en", request.host_url.rstrip("/"), chosen)

    @server.get(f"{FIGURES}<exhibit>.json")
    def present_figures(exhibit: str) -> Response:
        if exhibit not in composer.exhibits:
            abort(404)
        selection, problems = parse(request.query_string.decode("utf-8", "replace"), composer.vocabulary)
        lang = selection.lang or "en"
        if problems:
            return errors.answer(request, 400, g.request_id, " ".join(one.message[lang] for one in problems))
        body = figures(composer, composer.exhibits[exhibit], selection, lang)
        return Response(body, mimetype="application/json")

    @server.get(WORKER)
    def present_worker() -> Response:
        headers = {"Cache-Control": "no-cache", "Service-Worker-Allowed": BASE}
        return Response(static.body("worker.js"), mimetype="text/javascript", headers=headers)


def figures(composer: Composer, exhibit: Exhibit, selection: Selection, lang: Lang) -> str:
    """Every view of an exhibit in both vintages, under the filters of ``selection``, as JSON: ``view|vintage`` to payload."""
    built = {}
    for view in exhibit.views:
        for vintage in VINTAGES:
            chosen = replace(selection, vintage=vintage, views=((exhibit.id, view.id),), pinned=None)
            built[f"{view.id}|{vintage}"] = figure(composer, exhibit, view, chosen, lang)
    return json.dumps(built, ensure_ascii=False, separators=(",", ":"))


def figure(composer: Composer, exhibit: Exhibit, view: View, selection: Selection, lang: Lang) -> dict[str, Any]:
    """The payload of a page (``Composer.payload``) with its large layout set for a stage.

    Besides, ``stage`` has the least and the largest height (px) of that layout, and ``build`` the uids of the traces
    that appear with each step.
    """
    payload: dict[str, Any] = json.loads(composer.payload(exhibit, selection, lang))
    arranged = composer.compose(exhibit, selection).arranged
    if payload["layouts"]:
        fitted = stage.fitted(arranged, lang)
        payload["layouts"]["large"] = fitted.layout
        payload["stage"] = {"least": fitted.least, "most": fitted.most}
        payload["build"] = build(view, arranged)
    return payload


def build(view: View, arranged: Arranged) -> list[list[str]]:
    """The uids of the traces that each step adds; none where the exhibit stands there at once."""
    steps = [
        [trace.uid for trace in arranged.traces if any(f"{trace.id}|".startswith(f"{id}|") for id in step)]
        for step in view.build
    ]
    there = [step for step in steps if step]
    return there if len(there) > 1 else []


def page(
    composer: Composer,
    static: StaticFiles,
    asked: Show,
    selection: Selection,
    lang: Lang,
    site: str = "",
    chosen: str = "",
) -> str:
    """The HTML of the stage, or of the speaker's window.

    ``site`` is where it is served, without a slash at the end; ``chosen`` the reader's theme, empty for the system's.
    """
    if not asked.exhibits:
        body = empty(lang)
    elif asked.is_speaker:
        body = speaker.body(lang)
    else:
        body = skeleton(composer, asked, lang)
    name = said.SPEAKER_TITLE if asked.is_speaker else said.TITLE
    told = f"{asked.title[lang]} · {name[lang]} · {words.SITE[lang]}"
    of_theme = f' data-theme="{chosen}"' if chosen else ""
    of_maps = {"outlines": static.url(regions.OUTLINES), "plotly": static.plotly.later(maps.TRACES)}
    here = f"{asked.path}{SPEAKER if asked.is_speaker else ''}"
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{escape(site + links.href(here, selection, code))}">'
        for code in LANGS
    )
    links_of_head = (
        f'<link rel="icon" href="{static.url("favicon.svg")}" type="image/svg+xml">'
        f'<link rel="preload" href="{static.url("fonts/inter.woff2")}" as="font" type="font/woff2" crossorigin>'
        f'<link rel="stylesheet" href="{static.url("app.css")}"><link rel="stylesheet" href="{static.url("stage.css")}">'
    )
    scripts = (
        f'<script src="{static.url("app.js")}"></script><script src="{static.url("stage.js")}"></script>'
        f"{static.plotly.tags()}"
    )
    kept = _ADDRESSES.findall(links_of_head + scripts + static.plotly.tags(maps.TRACES))
    kept = list(dict.fromkeys([*kept, *filter(None, of_maps.values())]))
    told_script = presentation(composer, asked, lang) | {"keep": kept, "version": _version(composer, kept)}
    if asked.is_speaker:
        told_script["words"] = {key: text[lang] for key, text in said.SPEAKER.items()}
        told_script["sources"] = speaker.sources_of(composer, asked.exhibits, lang)
    data = {
        "address-spec": links.address_spec(),
        "table-words": table.controls(lang),
        "maps": of_maps,
        "presentation": told_script,
    }
    return (
        f'<!DOCTYPE html><html lang="{lang}" class="presenting" data-index=""'
        f' data-changed="{words.CHANGED[lang]}"{of_theme}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(told)}</title><meta name="robots" content="noindex">{alternates}{links_of_head}'
        f"<style>{stylesheet()}</style>{''.join(_script(id, content) for id, content in data.items())}</head>"
        f"<body>{body}<noscript>{words.NO_SCRIPT[lang]}</noscript>{scripts if asked.exhibits else ''}</body></html>"
    )


def _script(id: str, content: Mapping[str, Any]) -> str:
    """Data for the scripts; a ``</`` in a text must not end the element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/json" id="{id}">{text}</script>'


def _version(composer: Composer, kept: Iterable[str]) -> str:
    """What changes when the data or the scripts do."""
    return hashlib.sha256("|".join([composer.dataset.version, *kept]).encode()).hexdigest()[:10]


def presentation(composer: Composer, asked: Show, lang: Lang) -> dict[str, Any]:
    """What the scripts know of the running order: its exhibits with their views and dimensions, addresses, words."""
    of = {exhibit.id: chapter for chapter in composer.chapters for exhibit in chapter.exhibits}
    return {
        "order": [
            {
                "id": exhibit.id,
                "kicker": kicker(of[exhibit.id], exhibit, lang),
                "subject": exhibit.subject[lang],
                "path": of[exhibit.id].path,
                "views": [[view.id, view.name[lang]] for view in exhibit.views],
                "dimensions": exhibit.dimensions,
            }
            for exhibit in asked.exhibits
        ],
        "path": asked.path,
        "speaker": f"{asked.path}{SPEAKER}",
        "scope": BASE,
        "figures": FIGURES,
        "worker": WORKER,
        "words": {key: text[lang] for key, text in said.STAGE.items()},
        "vintages": {vintage: words.VINTAGES[vintage][lang] for vintage in VINTAGES},
        "keys": [[keys[lang], action, does[lang]] for keys, action, does in said.KEYS],
    }


def skeleton(composer: Composer, asked: Show, lang: Lang) -> str:
    """The places of the stage, which are the same for every exhibit; the script fills them."""
    here = Place("chapter", asked.path, asked.chapter, asked.exhibits)
    offered = escape(getattr(filters.bar(composer, here, lang), "data-filters"))
    return f"""
<div id="page"><main id="stage" class="stage" tabindex="-1">
<header class="stage-head" aria-live="polite">
<p class="stage-line"><span id="stage-kicker"></span><span id="stage-sign" role="status"></span>
<span id="stage-vintage"></span><span id="stage-place"></span></p>
<h1 class="headline" data-part="headline"></h1>
<p class="subtitle" data-part="subtitle"></p>
</header>
<div class="stage-body"><div class="stage-chart"></div><div class="printed"></div>
<p class="empty" data-part="empty"></p></div>
<footer class="stage-foot"><p id="stage-filters"><span id="chips"></span><span data-part="silent"></span></p>
<p class="source"><span data-part="source"></span> <span data-part="events"></span></p>
<button type="button" id="stage-keys" data-act="help">{escape(said.STAGE["keys"][lang])}</button></footer>
<div hidden><p data-part="latest"></p><p data-part="side"></p><ul data-part="notes"></ul><nav id="stage-views"></nav></div>
<div id="stage-filter" class="stage-panel" hidden><h2>{escape(said.STAGE["filter"][lang])}</h2>
<div class="filters" data-filters="{offered}"></div></div>
<div id="stage-panel" class="stage-panel" role="dialog" aria-modal="true" hidden></div>
<p id="stage-notice" role="alert" hidden></p><p id="stage-goto" role="status" hidden></p>
<div id="stage-black" hidden></div>
<div id="live" class="unseen" role="status" aria-live="polite"></div>
</main></div>"""


def empty(lang: Lang) -> str:
    """What stands there when the tray is empty."""
    home = links.href(OVERVIEW, Selection(), lang)
    return (
        f'<main class="stage-empty"><h1>{escape(said.TITLE[lang])}</h1><p>{escape(said.EMPTY_TRAY[lang])}</p>'
        f'<p><a href="{escape(home)}">{escape(said.TO_OVERVIEW[lang])}</a></p></main>'
    )
