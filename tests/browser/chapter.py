"""A chapter as the browser shows it: what each chart holds, and whether that is what the address means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from playwright.sync_api import Page, expect

from dashboard.exhibits.compose import Composer
from dashboard.site import read
from tests import expected_rows

Rows = pd.DataFrame
# Of every chart: its words, and for each mark with a value its id, the value, the colour of its trace, and whether it is dimmed.
CHARTS = """() => Object.fromEntries([...document.querySelectorAll('[data-chart]')].map((chart) => {
  const card = chart.closest('[data-exhibit]'), words = (name) => card.querySelector(`[data-part="${name}"]`).textContent;
  const colour = (trace, i) => {
    const marker = trace.marker || {};
    return String((trace.line || {}).color || [].concat(marker.color || marker.colors || trace.colorscale || '').flat()[0]);
  };
  const valued = (trace) => trace.z || trace.values || (trace.orientation === 'h' ? trace.x : trace.y) || trace.lon;
  const marks = (chart.hidden ? [] : chart.data || []).filter((trace) => trace.hoverinfo !== 'skip').flatMap((trace) =>
    (trace.customdata || []).map((one, i) => ({
      id: [].concat(one)[0],
      y: valued(trace)[i],
      colour: colour(trace, i),
      line: (trace.mode || '').includes('lines'),
      dim: trace.selectedpoints ? !trace.selectedpoints.includes(i) : trace.opacity !== undefined && trace.opacity < 0.5,
    })).filter((mark) => mark.id && mark.y !== null && mark.y !== undefined));
  const layout = chart.layout || {};
  return [chart.dataset.chart, {
    marks, empty: words('empty'), silent: words('silent'), subtitle: words('subtitle'), headline: words('headline'),
    emphasis: chart.dataset.emphasis || '', time: window.dashboard.charts.payload(chart.dataset.chart).time,
    unit: [layout.xaxis, layout.yaxis].flatMap((axis) => axis ? [axis.ticksuffix, axis.tickprefix, axis.type] : [])
      .map(String),
  }];
}))"""


# How the charts of an exhibit leave out rows of theirs on purpose: a function of the rows and of what the address says.
Drawn = Callable[[Rows, Mapping[str, str]], Rows]


def _all(rows: Rows, filters: Mapping[str, str]) -> Rows:
    return rows


def _newest(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """A map or a ranking shows one year: the last of those that are left."""
    return rows[rows["last"] == rows["last"].max()]


def _newest_crossed(rows: Rows, filters: Mapping[str, str]) -> Rows:
    return _newest(rows[rows["value"] > 0], filters)


def _without(*series: str) -> Drawn:
    return lambda rows, filters: rows[~rows["series"].isin(series)]


def _states_alone(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """Each state once, though two sources may quote it."""
    return rows[rows["state"] != "us"].drop_duplicates("state")


def _parts_where_known(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """Firearms in two parts in the years where the origin is known, else as one column."""
    split = set(rows.loc[rows["series"] == "atf_traces_other_or_unknown", "period"])
    return rows[(rows["firearm_origin"] != "all") | ~rows["period"].isin(split)]


def _everybody(rows: Rows, filters: Mapping[str, str]) -> Rows:
    return rows[rows["origin"].isin(["", "all"])]


def _all_nationalities(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """One line a sector: of Mexicans too where but one is chosen."""
    several = "," in filters.get("sector", "")
    return rows[rows["series"].str.startswith("total")] if several else rows


def _once_a_year(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """The columns show FY2016 as estimated; as requested it is in the printed table alone."""
    return rows[(rows["period"] != "FY2016") | (rows["stage"] != "request")]


def _named_accounts(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """Four accounts in a pile, and a small one where it is asked for."""
    named = ["incle", "esf-da", "defense-counter-drug", "fmf", "all-accounts", *filters.get("account", "").split(",")]
    return rows[rows["account"].isin(named)]


def _named_regions(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """Those born in the United States, or in the regions that are asked for."""
    named = filters.get("origin", "united-states").split(",")
    by_region = rows["series"] == "un_foreign_born_in_mexico_by_region"
    return rows[~by_region | rows["origin"].isin(named)]


def _named_partners(rows: Rows, filters: Mapping[str, str]) -> Rows:
    """Mexico, China, the world, and whoever is asked for."""
    return rows[rows["partner"].isin(["", "mexico", "china", "world", *filters.get("partner", "").split(",")])]


@dataclass(frozen=True)
class Reading:
    """How the marks of an exhibit stand for its rows.

    A mark's id is ``series|period``, then the row's cells of ``by``. With ``scale`` each mark's value is its row's, times
    that (a bar to the left has it negative); without, only which rows are on show is compared.
    """

    by: tuple[str, ...] = ()
    scale: float | None = 1.0
    drawn: Drawn = _all


# Compared row by row.
READINGS: dict[str, Reading] = {
    "economy-1": Reading(scale=1e-3),
    "economy-2": Reading(scale=1e-3),
    "economy-3": Reading(scale=1e-3),
    "economy-4": Reading(),
    "economy-5": Reading(("state",), 1e-3, _states_alone),
    "economy-6": Reading(),
    "economy-deficit": Reading(("partner",), 1e-3, _named_partners),
    "economy-added-states": Reading(("state",)),
    "economy-added-ports": Reading(("port",), None, _newest),
    "security-1": Reading(("basket",)),
    "security-3": Reading(("pillar",)),
    "security-4": Reading(("pillar",)),
    "security-table-1": Reading(("account",), 1.0, _once_a_year),
    "security-added-homicides": Reading(),
    "security-added-firearms": Reading((), 1.0, _parts_where_known),
    "security-added-aid": Reading((), 1e-6, _named_accounts),
    "security-added-fms": Reading(("recipient", "stage")),
    "migration-1": Reading((), 1e-3, _all_nationalities),
    "migration-2": Reading(("origin",), 1e-3),
    "migration-3": Reading(("direction",), None, _without("pew_net_migration_to_us")),
    "migration-4": Reading(("origin",)),
    "migration-5": Reading((), 1.0, _everybody),
    "migration-6": Reading(),
    "migration-7": Reading(("origin",)),
    "migration-8": Reading(),
    "migration-9": Reading(("origin",), 1e-3, _named_regions),
    "migration-10": Reading(),
    "migration-added-gdp": Reading(scale=None),  # thousand dollars, and the ratio
    "migration-added-visas": Reading(),
    "migration-added-remittances": Reading(scale=1e-3),
    "migration-added-crossings": Reading(("port",), None, _newest_crossed),
    "migration-added-daca": Reading((), None, _without("daca_approvals_mexican_share", "report_daca_mexican_share")),
    "energy-1": Reading(scale=None),
    "energy-2": Reading(),
    "energy-6": Reading(),
    "energy-7": Reading(("pipeline",), None),
    "energy-9": Reading(scale=1e-6),
    "energy-trade": Reading(),
    "foreign-policy-added-un": Reading(),
    "foreign-policy-added-peacekeeping": Reading(),
    "foreign-policy-added-opinion": Reading(),
}


def settled(page: Page, composer: Composer) -> dict[str, Any]:
    """What every chart of the page holds, once all are drawn that the address on show asks for."""
    url = urlsplit(page.url)
    view = read(composer, url.path, url.query)
    for exhibit in view.here.exhibits:
        card = page.locator(f'[data-exhibit="{exhibit.id}"]')
        composed = composer.compose(exhibit, view.selection)
        expect(card.locator('[data-part="silent"]')).to_have_text(composed.silent[view.lang])
        expect(card.locator('[data-part="empty"]')).to_have_text(composed.empty[view.lang])
        if not composed.empty:
            figure = composer.key(exhibit, view.selection, view.lang).rpartition("&")[0]
            expect(card.locator("[data-chart]")).to_have_attribute("data-drawn", re.compile(f"^{re.escape(figure)}&"))
    return dict(page.evaluate(CHARTS))


def data(charts: Mapping[str, Any]) -> dict[str, Any]:
    """What the charts show and say, but for what is dimmed."""
    words = ("empty", "silent", "headline", "subtitle")
    return {id: (_values(chart), [chart[name] for name in words]) for id, chart in charts.items()}


def differences(page: Page, charts: Mapping[str, Any], plain: Mapping[str, Any]) -> list[str]:
    """Where a page is not what its address means; ``plain`` is the same page without filters."""
    filters = expected_rows.asked(page.url)
    clicked = re.search(r"from=([a-z0-9-]+)", page.url)
    said = []
    for exhibit, chart in charts.items():
        heard = dict(filters)
        if clicked and clicked[1] == exhibit:
            heard = {name: text for name, text in filters.items() if name == "years" and "-" in text}
        else:
            said += _words(exhibit, filters, chart)
        said += [f"{exhibit} under {heard}: {what}" for what in _data(exhibit, heard, chart, plain[exhibit])]
        said += [f"{exhibit}: {what}" for what in _look(chart, plain[exhibit])]
    return said


def _words(exhibit: str, filters: Mapping[str, str], chart: Mapping[str, Any]) -> list[str]:
    """What has no such dimension says so, in its words; nothing else does."""
    silent = expected_rows.silent(exhibit, filters)
    told = chart["silent"]
    if bool(told) != bool(silent) or any(name not in told for name in silent):
        return [f"{exhibit} should say that it is not split by {silent}: {told!r}"]
    return []


def _data(exhibit: str, filters: Mapping[str, str], chart: Mapping[str, Any], plain: Mapping[str, Any]) -> list[str]:
    heard = {name: text for name, text in filters.items() if name not in expected_rows.silent(exhibit, filters)}
    if chart["time"] and "-" not in heard.get("years", "-"):
        heard.pop("years")
    if not heard:
        return [] if _values(chart) == _values(plain) else ["the data changed, though nothing of it is filtered"]
    if exhibit in OF_RECORDS:
        expected = OF_RECORDS[exhibit](heard)
        shown = {mark["id"].split("|")[0] for mark in chart["marks"]} & OF_RECORDS[exhibit]({})
        return [] if shown == expected else [f"shows {sorted(shown)}, not {sorted(expected)}"]
    rows = expected_rows.on_show(exhibit, filters, plain["time"])
    reading = READINGS.get(exhibit)
    if reading:
        rows = reading.drawn(rows, heard)
    if rows.empty or chart["empty"]:
        right = rows.empty and chart["empty"] and not chart["marks"]
        return (
            [] if right else [f"{len(rows)} rows are left, it shows {len(chart['marks'])} and says {chart['empty']!r}"]
        )
    return _rows_differ(reading, rows, chart) if reading else _of_these(rows, chart)


def _rows_differ(reading: Reading, rows: Rows, chart: Mapping[str, Any]) -> list[str]:
    length = 2 + len(reading.by)
    cells = zip(*(rows[name] for name in ("series", "period", *reading.by)), strict=True)
    expected = [("|".join(filter(None, row)), value) for row, value in zip(cells, rows["value"], strict=True)]
    shown = [("|".join(mark["id"].split("|")[:length]), mark["y"]) for mark in chart["marks"]]
    if reading.scale is None:
        expected, shown = ([(id, 0.0) for id, _ in pairs] for pairs in (expected, shown))
    wanted = sorted((id, f"{abs(value * (reading.scale or 1)):.6g}") for id, value in expected)
    found = sorted((id, f"{abs(value):.6g}") for id, value in shown)
    more, less = ([one for one in a if one not in b][:3] for a, b in ((found, wanted), (wanted, found)))
    return [] if found == wanted else [f"{len(found)} marks for {len(wanted)} rows; too much: {more}, missing: {less}"]


def _of_these(rows: Rows, chart: Mapping[str, Any]) -> list[str]:
    """Of an exhibit that draws the largest of its rows: every mark is one of those that are left."""
    left = set(rows["series"] + "|" + rows["period"])
    strange = {mark["id"] for mark in chart["marks"]} - {
        mark["id"] for mark in chart["marks"] if "|".join(mark["id"].split("|")[:2]) in left
    }
    return [f"shows {sorted(strange)[:3]}, which the filters leave out"] if strange or not chart["marks"] else []


def _values(chart: Mapping[str, Any]) -> list[tuple[str, float]]:
    return sorted((mark["id"], mark["y"]) for mark in chart["marks"])


def _look(chart: Mapping[str, Any], plain: Mapping[str, Any]) -> list[str]:
    """Colours, order and the units of the axes are what they were."""
    colours = {mark["id"]: mark["colour"] for mark in plain["marks"]}
    changed = {mark["id"] for mark in chart["marks"] if colours.get(mark["id"], mark["colour"]) != mark["colour"]}
    ids = [mark["id"] for mark in chart["marks"]]
    both = [mark["id"] for mark in plain["marks"] if mark["id"] in set(ids)]
    if chart["marks"] and chart["unit"] != plain["unit"]:
        return [f"the axes were {plain['unit']}, now {chart['unit']}"]
    said = [f"{len(changed)} colours changed: {sorted(changed)[:2]}"] if changed else []
    return said if [id for id in ids if id in set(both)] == both else [*said, "the order changed"]


def _pillars(filters: Mapping[str, str]) -> set[str]:
    chosen = filters.get("pillar", "1-2-3-4").replace(",", "-").split("-")
    return set(chosen)


def _crossings(filters: Mapping[str, str]) -> set[str]:
    """The crossings of the report's map, by what was filed for either side of them."""
    folder = expected_rows.DATA / "records"
    filings = pd.read_csv(folder / "energy-5-filings.csv", dtype=str, keep_default_na=False)
    for name, text in filters.items():
        filings = filings[filings[name].isin(text.split(","))]
    return set(filings["crossing"]) & set(pd.read_csv(folder / "energy-5-crossings.csv")["crossing"])


# Exhibits of records: which of their things are on show.
OF_RECORDS: dict[str, Callable[[Mapping[str, str]], set[str]]] = {"security-2": _pillars, "energy-5": _crossings}
