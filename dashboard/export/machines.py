"""What an assistant may look up, over Dash's own server of the Model Context Protocol (off unless the setting says so).

Three tools, which only read: find exhibits, read an exhibit's numbers with their sources, read a source. Nothing of the
pages' layout and callbacks is exposed.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode

from dash.mcp import configure_mcp_server, mcp_enabled

from dashboard.exhibits.compose import Composer
from dashboard.export import about, listings, rows
from dashboard.export import asked as reading

MOST_ROWS: Final = 400  # that one answer holds: an assistant reads them all
_ROW: Final = (
    "series_name",
    "period",
    "value",
    "unit_name",
    "status_name",
    "source_id",
    "locator",
    "note",
)


def expose(composer: Composer) -> None:
    """Register the tools. To be called before the app is made."""
    configure_mcp_server(
        include_layout=False, include_callbacks=False, include_clientside_callbacks=False, include_pages=False
    )

    @mcp_enabled(expose_docstring=True)
    def find_exhibits(words: str = "", chapter: str = "", lang: str = "en") -> dict[str, Any]:
        """List the exhibits (figures and tables of U.S.-Mexico data) that these words are found in.

        words: any, empty for all; chapter: economy, security, migration, energy, foreign-policy or empty; lang: en or es.
        """
        query = _query(q=words, chapter=chapter, lang=lang)
        asked = reading.read(query, ("q", "chapter", "lang"), composer.vocabulary)
        kept = ("id", "number", "subject", "chapter", "views", "dimensions")
        return {"exhibits": [{k: e[k] for k in kept} for e in listings.exhibits(composer, asked, "")]}

    @mcp_enabled(expose_docstring=True)
    def read_exhibit(
        exhibit: str,
        view: str = "",
        years: str = "",
        vintage: str = "latest",
        filters: str = "",
        lang: str = "en",
        first_row: int = 0,
    ) -> dict[str, Any]:
        """Read the numbers of an exhibit with their status, source and place in the source; cite them by their source.

        exhibit, view: ids as find_exhibits gives them; years: 2000-2015 or 2008,2012; vintage: report (as published in
        March 2017) or latest; filters: more filters as in an address (origin=guatemala,honduras&state=us-tx);
        lang: en or es; first_row: where to go on when there are more rows than one answer holds.
        """
        query = _query(view=f"{exhibit}:{view}" if view else "", years=years, vintage=vintage, lang=lang)
        asked = reading.read(f"{query}&{filters}" if filters else query, reading.OF_EXHIBIT, composer.vocabulary)
        order = reading.order(composer, exhibit, asked, "")
        said, frame = about.exhibit(order), rows.flat(order)
        dimensions = [f"{name}_name" for name in order.exhibit.dimensions]
        shown = frame if about.of_records(order) else frame[[n for n in (*_ROW, *dimensions) if n in frame]]
        part = shown.iloc[max(0, first_row) : max(0, first_row) + MOST_ROWS]
        kept = ("id", "headline", "subtitle", "filters", "notes", "remarks", "sources", "citation", "data_version")
        return {name: said[name] for name in kept} | {"rows": rows.listed(part), "rows_in_all": len(shown)}

    @mcp_enabled(expose_docstring=True)
    def read_source(source_id: str, lang: str = "en") -> dict[str, Any]:
        """Read who published a source, where, under which licence, and which exhibits use it."""
        asked = reading.read(_query(lang=lang), ("lang",), composer.vocabulary)
        return listings.source(composer, source_id, asked.lang)


def _query(**parameters: str) -> str:
    """A query of the parameters that are given."""
    return urlencode({name: text for name, text in parameters.items() if text})
