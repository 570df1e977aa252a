"""The speaker's window: what is on stage and what follows, with notes, sources, a clock and a timer.

It asks no server: the stage tells it everything over a BroadcastChannel; the sources come with the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from dashboard.exhibits.base import Exhibit
from dashboard.exhibits.compose import Composer
from dashboard.pages import sources
from dashboard.pages import stage_words as said
from dashboard.periods import in_words
from dashboard.text import Lang


def sources_of(composer: Composer, exhibits: Iterable[Exhibit], lang: Lang) -> dict[str, list[str]]:
    """The sources of each exhibit, most rows first: ``Publisher: title (published)``."""
    return {
        exhibit.id: [
            f"{composer.labels.note(row.publisher, lang)}: {row.title}"
            + (f" ({in_words(row.published, lang)})" if row.published else "")
            for row in sources.used(composer.dataset, exhibit.id).itertuples()
        ]
        for exhibit in exhibits
    }


def body(lang: Lang) -> str:
    """The places of the window; the script fills them."""

    def words(name: str) -> str:
        return escape(said.SPEAKER[name][lang])

    parts: dict[str, Any] = {name: f"<h3>{words(name)}</h3>" for name in ("notes", "sources", "newest")}
    return f"""
<main id="speaker" class="speaker" data-waiting="">
<h1 class="unseen">{escape(said.SPEAKER_TITLE[lang])}</h1>
<header class="speaker-bar">
<p><span>{words("clock")}</span> <time id="speaker-clock"></time></p>
<p><span>{words("timer")}</span> <time id="speaker-timer"></time></p>
<p id="speaker-place"></p>
<p class="speaker-buttons">
<button type="button" data-act="previous">{words("previous")}</button>
<button type="button" data-act="next">{words("following")}</button>
<button type="button" data-act="black" aria-pressed="false">{words("black")}</button>
<button type="button" data-act="restart">{words("restart")}</button></p>
</header>
<p id="speaker-waiting" role="status">{words("waiting")}</p>
<section class="speaker-now" aria-live="polite"><p class="kicker" id="speaker-kicker"></p>
<h2 id="speaker-headline"></h2><p id="speaker-subtitle"></p>
<div id="speaker-filters"></div>
{parts["newest"]}<p id="speaker-newest"></p>
{parts["notes"]}<ul id="speaker-notes"></ul>
{parts["sources"]}<p id="speaker-source"></p><ol id="speaker-sources"></ol></section>
<section class="speaker-next"><h2>{words("next")}</h2><p class="kicker" id="speaker-next-kicker"></p>
<p id="speaker-next-headline"></p></section>
<footer>{words("keys")}</footer>
</main>"""
