"""``create_app``: the only place where the rooms meet."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from dash import Dash, html
from dash.development.base_component import Component
from flask import Flask, Response, has_request_context, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard import callbacks, dataset, logs, serving, settings
from dashboard.charts import maps, regions
from dashboard.charts.theme import stylesheet
from dashboard.exhibits.base import Chapter
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import api, deck_routes, picture_routes, sharing
from dashboard.pages import (
    chapter,
    embed,
    filters,
    gallery,
    glossary,
    identity,
    links,
    lost,
    overview,
    present,
    recommendations,
    search,
    shell,
    table,
    words,
)
from dashboard.parameters import language, parse, theme
from dashboard.selection import DIMENSIONS, Selection
from dashboard.settings import Settings
from dashboard.site import OVERVIEW, RECOMMENDATIONS, Asked, Kind, Place, address, misplaced, place, read
from dashboard.static_files import StaticFiles
from dashboard.text import LANGS, Lang

LANG_COOKIE = "lang"
THEME_COOKIE = "theme"
YEAR = 365 * 24 * 3600  # seconds
STATE_COOKIE = "state"
Body = Callable[[Composer, Place, Selection, Lang], tuple[Component, dict[str, str]]]
BODIES: Mapping[Kind, Body] = {
    "overview": overview.page,
    "chapter": chapter.page,
    "recommendations": recommendations.page,
    "glossary": glossary.page,
    "gallery": gallery.page,
    "embed": embed.page,
}


def create_app(chosen: Settings) -> Dash:
    """The dashboard on the data of ``chosen.data_dir``.

    Raises:
        dashboard.dataset.BadData: with every problem of the data package, in words.
    """
    data = dataset.load(chosen.data_dir, without=chosen.without_exhibits)
    composer = Composer(data, leaving_out(CHAPTERS, chosen.without_exhibits))
    static = StaticFiles.load(chosen)
    for lang in LANGS:
        static.add(f"search.{lang}.json", search.index(composer, lang))
        static.add(f"glossary.{lang}.json", glossary.index(data, lang))
        static.add(identity.name(lang), identity.manifest(static, lang))
    if chosen.mcp:
        from dashboard.export import machines  # only then: it brings Dash's server of the protocol

        machines.expose(composer)
    app = Dash(
        "dashboard",
        assets_folder=str(chosen.assets_dir),
        assets_ignore=".*",
        update_title="",
        enable_mcp=chosen.mcp,
        mcp_path="_mcp",
    )
    app.interpolate_index = lambda **parts: document(composer, static, **parts)
    app.layout = lambda: layout(composer)
    callbacks.connect(app, composer)
    api.add_routes(app.server, composer, chosen.data_dir)
    picture_routes.add_routes(app.server, composer)
    deck_routes.add_routes(app.server, composer)
    sharing.add_routes(app.server, composer)
    present.add_routes(app.server, composer, static)
    if not chosen.gallery:
        app.server.before_request(gallery.hide)
    app.server.before_request(lambda: to_page(composer))
    app.server.after_request(lambda response: remembering(composer, response))
    serving.harden(
        app,
        chosen,
        static,
        readiness=lambda: {"data_version": data.version, "exhibits": len(composer.exhibits)},
        is_page=lambda path: place(composer.chapters, path) is not None or misplaced(composer, path) is not None,
        nearest=lambda path, lang: lost.nearest(composer, path, lang),
    )
    paths = [OVERVIEW, RECOMMENDATIONS, *(c.path for c in composer.chapters)]
    pages = [f"{path}?lang={lang}" for path in paths for lang in LANGS]
    serving.warm_up(app, static, pages)
    return app


def server() -> Flask:
    """The WSGI application, for gunicorn. Ends the process, in words, where the data are bad."""
    chosen = settings.current()
    logs.configure(chosen)
    try:
        return create_app(chosen).server
    except dataset.BadData as bad:
        raise SystemExit(refusal(bad)) from None


def refusal(bad: dataset.BadData) -> str:
    """Every fault of the data, and how to start without the exhibits that have one."""
    lines = [str(problem) for problem in bad.problems]
    broken = sorted({Path(p.file).stem for p in bad.problems if Path(p.file).parent.name == "exhibits"})
    if broken:
        without = settings.variable("without_exhibits")
        lines.append(f"To start without what is broken: {without}={','.join(broken)} make run")
    return "\n".join(["The data package has faults, so the dashboard was not started:", *lines])


def leaving_out(chapters: Sequence[Chapter], without: Collection[str]) -> list[Chapter]:
    """The chapters but for the exhibits ``without``; a chapter that none is left of is left out."""
    kept = (replace(c, exhibits=tuple(e for e in c.exhibits if e.id not in without)) for c in chapters)
    return [c for c in kept if c.exhibits]


def to_page(composer: Composer) -> BaseResponse | None:
    """Send a page without a language to the reader's."""
    there = place(composer.chapters, request.path) or present.show(composer, request.path)
    if there is None and (exhibit := misplaced(composer, request.path)):
        query = request.query_string.decode("utf-8", "replace")
        return redirect(address(exhibit) + (f"?{query}" if query else ""))
    if there is None or "lang" in request.args:
        return None
    selection, _ = parse(request.query_string.decode("utf-8", "replace"), composer.vocabulary)
    lang = language(selection, request.cookies.get(LANG_COOKIE, ""), request.headers.get("Accept-Language", ""))
    selection = with_my_state(composer, request.path, selection, request.cookies.get(STATE_COOKIE, ""))
    answer = redirect(links.href(request.path, selection, lang))
    answer.headers["Vary"] = "Accept-Language, Cookie"
    return answer


def remembering(composer: Composer, response: Response) -> Response:
    """Have the browser remember the language of a page for the next visit; not of a card in somebody else's page."""
    there = place(composer.chapters, request.path) or present.show(composer, request.path)
    embedded = isinstance(there, Place) and there.kind == "embed"
    lang = request.args.get("lang", "")
    known = request.cookies.get(LANG_COOKIE) == lang
    if response.status_code == 200 and there and not embedded and not known and lang in LANGS:
        response.set_cookie(LANG_COOKIE, lang, max_age=YEAR, samesite="Lax")
    return response


def with_my_state(composer: Composer, path: str, selection: Selection, state: str) -> Selection:
    """The selection in the reader's own state, if the page's chapter has it and the address names no other."""
    here = place(composer.chapters, path)
    known = filters.states(composer).get(here.chapter.path, ()) if here and here.chapter else ()
    has = (
        here is not None and here.kind == "chapter" and any("state" in exhibit.dimensions for exhibit in here.exhibits)
    )
    if not has or state not in known or selection.values_of("state"):
        return selection
    dims = (*selection.dims, ("state", (state,)))
    return replace(selection, dims=tuple(sorted(dims, key=lambda pair: DIMENSIONS.index(pair[0]))))


def asked(composer: Composer, page: str) -> Asked:
    """What an address asks for, in the theme that the reader chose."""
    url = urlsplit(page)
    there = read(composer, url.path, url.query)
    cookie = request.cookies.get(THEME_COOKIE, "") if has_request_context() else ""
    return replace(there, theme=theme(there.selection, cookie))


def layout(composer: Composer) -> Component:
    """The page that the browser is on: Dash asks for the layout at one address, the page stands in Referer."""
    if not has_request_context():
        return html.Div()
    page = asked(composer, request.headers.get("Referer", OVERVIEW))
    body, payloads = BODIES[page.here.kind](composer, page.here, page.selection, page.lang)
    around = embed.shell if page.here.kind == "embed" else shell.shell
    return around(composer, page, body, payloads, callbacks.opened(composer, page.selection, page.lang))


def document(composer: Composer, static: StaticFiles, **parts: str) -> str:
    """The HTML page around Dash: language, theme, title, styles and scripts."""
    page = asked(composer, request.full_path if has_request_context() else OVERVIEW)
    selection, lang = page.selection, page.lang
    title = f"{shell.title(page.here)[lang]} · {words.SITE[lang]}"
    chosen = f' data-theme="{page.theme}"' if page.theme else ""
    path = request.path if has_request_context() else "/"
    site = api.site() if has_request_context() else ""
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{escape(site + links.href(path, selection, code))}">'
        for code in LANGS
    )
    spec = json.dumps(links.address_spec())
    table_words = json.dumps(table.controls(lang), ensure_ascii=False)
    of_maps = {"outlines": static.url(regions.OUTLINES), "plotly": static.plotly.later(maps.TRACES)}
    return (
        f'<!DOCTYPE html><html lang="{lang}" data-index="{static.url(f"search.{lang}.json")}"'
        f' data-glossary="{static.url(f"glossary.{lang}.json")}"'
        f' data-changed="{words.CHANGED[lang]}"{chosen}><head>{parts["metas"]}<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
        f"<title>{escape(title)}</title>"
        f"{sharing.head(composer, page, site)}"
        f"{identity.head(static, lang, page.theme)}"
        f'{alternates}<link rel="preload" href="{static.url("fonts/inter.woff2")}" as="font" type="font/woff2" crossorigin>'
        f'<style>{stylesheet()}</style><link rel="stylesheet" href="{static.url("app.css")}">'
        f'<script type="application/json" id="address-spec">{spec}</script>'
        f'<script type="application/json" id="table-words">{table_words}</script>'
        f'<script type="application/json" id="maps">{json.dumps(of_maps)}</script>'
        # Ours first: it is small, and the page shows itself the sooner.
        f'<script src="{static.url("app.js")}"></script>{serving.PRELOADS}{static.plotly.tags()}{parts["css"]}</head>'
        f'<body><div id="react-entry-point"><p class="loading">{words.LOADING[lang]}</p></div>'
        f"<noscript>{words.NO_SCRIPT[lang]}</noscript>"
        f"<div>{parts['config']}{parts['scripts']}{parts['renderer']}</div></body></html>"
    )
