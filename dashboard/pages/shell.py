"""What surrounds every page: name, tabs, the bar of controls, notices, and the stores that the browser draws from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.exhibits.compose import Composer
from dashboard.pages import filters, first_visit, gallery, glossary, keys, search, sheets, sound, tray, words
from dashboard.pages.links import href, param_link
from dashboard.selection import THEMES, VINTAGES, Problem, Selection, Vocabulary
from dashboard.site import GLOSSARY, OVERVIEW, RECOMMENDATIONS, Asked, Place
from dashboard.text import LANGS, Lang, T


def shell(composer: Composer, asked: Asked, body: Component, payloads: dict[str, str], table: str | None) -> Component:
    """The whole page around ``body``."""
    selection, lang = asked.selection, asked.lang
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="figures", data=payloads),
            *(dcc.Store(id=id) for id in ("answer", "held", "settled")),
            dcc.Store(id="table", data=table),
            html.A(words.SKIP[lang], href="#main", className="skip"),
            banner(composer, asked),
            *([bar(composer, asked)] if asked.here.exhibits else []),
            html.Div(
                chips(selection, composer.vocabulary, lang),
                id="chips",
                role="region",
                **{"aria-label": words.FILTERS[lang], "data-removed": words.REMOVED[lang]},
            ),
            html.Div(notices(asked.problems, lang), id="notices", role="status"),
            body,
            html.Div(id="live", className="unseen", role="status", **{"aria-live": "polite"}),
            *(
                [first_visit.hint(lang), sound.told(lang), sheets.of_filters(lang), keys.on_chart(lang)]
                if asked.here.exhibits
                else []
            ),
            footer(lang),
            keys.dialog(lang),
        ],
        id="page",
    )


def footer(lang: Lang) -> Component:
    """What the site is, what can be done with the keyboard, and the glossary."""
    to_glossary = html.A(glossary.TITLE[lang], href=href(GLOSSARY, Selection(), lang), **{"data-path": GLOSSARY})
    about = html.P([html.Span(words.KEYS[lang]), keys.button(lang), to_glossary], className="footer-links")
    return html.Footer([html.P(words.FOOTER[lang]), about], className="footer")


def title(here: Place) -> T:
    """What a page is about, for its title."""
    if len(here.exhibits) == 1:
        return here.exhibits[0].subject
    return (
        here.chapter.name
        if here.chapter
        else {
            "overview": words.OVERVIEW,
            "recommendations": words.RECOMMENDATIONS,
            "glossary": glossary.TITLE,
            "gallery": gallery.TITLE,
        }[here.kind]
    )


def banner(composer: Composer, asked: Asked) -> Component:
    """The site's name and the tabs of the chapters; a tab is a page load that keeps what holds across chapters."""
    selection, lang, path = asked.selection, asked.lang, asked.here.path
    kept = Selection(years=selection.years, vintage=selection.vintage, tray=selection.tray, theme=selection.theme)
    places = [
        (OVERVIEW, words.OVERVIEW),
        *((chapter.path, chapter.name) for chapter in composer.chapters),
        (RECOMMENDATIONS, words.RECOMMENDATIONS),
    ]
    states = {path: {"data-states": " ".join(ids)} for path, ids in filters.states(composer).items() if ids}
    tabs = [
        html.A(
            name[lang],
            href=href(target, kept, lang),
            className="nav-link",
            **{"data-path": target, **states.get(target, {})},
            **({"aria-current": "page"} if is_in(path, target) else {}),
        )
        for target, name in places
    ]
    other = next(code for code in LANGS if code != lang)
    language = html.A(
        words.LANGUAGES[other],
        href=href(path, selection, other),
        className="language",
        lang=other,
        hrefLang=other,
        **{"data-lang": other},
    )
    themes = [("", words.THEME_OF_SYSTEM), *((theme, words.THEMES[theme]) for theme in THEMES)]
    return html.Header(
        [
            html.Div(
                [
                    html.A(words.SITE[lang], href=href(OVERVIEW, Selection(), lang), className="site"),
                    search.box(lang),
                    html.Div(
                        [segmented(words.THEME, "theme", themes, asked.theme, asked), language], className="aside"
                    ),
                ],
                className="site-line",
            ),
            html.Nav(dbc.Nav(tabs, class_name="tabs"), **{"aria-label": words.CHAPTERS[lang]}),
        ],
        className="banner",
    )


def is_in(path: str, target: str) -> bool:
    """Whether the page at ``path`` belongs to the tab that leads to ``target``."""
    return path.rstrip("/") == target.rstrip("/") or (target != OVERVIEW and path.startswith(f"{target}/"))


def bar(composer: Composer, asked: Asked) -> Component:
    """The controls of a chapter, always in the same place."""
    vintages = [(vintage, words.VINTAGES[vintage]) for vintage in VINTAGES]
    return html.Div(
        [
            segmented(words.VINTAGE, "vintage", vintages, asked.selection.vintage, asked),
            sheets.opener(sheets.FILTERS, words.FILTERS_BUTTON, asked.lang, "bar-toggle"),
            filters.bar(composer, asked.here, asked.lang),
            segmented(words.EVENTS, "events", list(words.EVENT_CHOICES.items()), asked.selection.events, asked),
            *tray.of_bar(composer, asked),
        ],
        className="bar",
        role="region",
        **{"aria-label": words.CONTROLS[asked.lang]},
    )


def segmented(name: T, parameter: str, values: Sequence[tuple[str, T]], chosen: str, asked: Asked) -> Component:
    """A few values of one parameter, side by side."""
    lang = asked.lang
    links = [param_link(text[lang], parameter, id, chosen == id, asked.selection, lang) for id, text in values]
    return html.Div(
        [html.Span(name[lang], className="bar-label"), *links],
        className="segmented",
        role="group",
        **{"aria-label": name[lang]},
    )


def chips(selection: Selection, vocabulary: Vocabulary, lang: Lang) -> list[Component]:
    """The active filters in words, each with the link that removes it."""
    built: list[Component] = [
        html.Span(
            [
                html.Span(f"{chip.name[lang]}: {chip.words[lang]}"),
                html.A(
                    "×",
                    href=f"?{chip.query_without}",
                    **{"data-query": chip.query_without, "aria-label": words.REMOVE[lang].format(name=chip.name[lang])},
                ),
            ],
            className="chip",
            **{"data-chip": chip.dimension},
        )
        for chip in selection.describe(vocabulary)
    ]
    if built:
        bare = replace(selection, years=None, dims=(), clicked="", lang=lang).to_query()
        built.append(html.A(words.CLEAR_ALL[lang], href=f"?{bare}", className="clear", **{"data-query": bare}))
        copying = {"data-copy": "", "data-done": words.COPIED[lang]}
        built.append(html.Button(words.COPY_LINK[lang], type="button", className="clear", **copying))
    return built


def notices(problems: Sequence[Problem], lang: Lang) -> list[Component]:
    """What in the address could not be used, each to be dismissed."""
    return [dbc.Alert(problem.message[lang], dismissable=True, fade=False, class_name="notice") for problem in problems]
