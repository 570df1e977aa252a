"""Foreign policy, added: the machinery of the relationship, 67 dialogues and institutions and their years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dashboard.charts.arranged import Arranged, Band, Callout, Column, Form, Mark, Measure, Panel, Printed, Row, Trace
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.events import REPORT_YEAR, report_published
from dashboard.exhibits.foreign_policy.records import AREAS, STATES, Mechanism, mechanisms
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, T, join, listing, same

COLOURS: Final = {"alive": "kind-b", "doubt": "kind-a", "plan": "kind-c", "over": "other"}
SHAPES: Final = {"alive": "circle", "doubt": "diamond", "plan": "square", "over": "circle"}
STATE_WORDS: Final = {
    "alive": T("active or new in March 2017", "vigente o nuevo en marzo de 2017"),
    "doubt": T("in doubt", "en duda"),
    "plan": T("planned or proposed", "previsto o propuesto"),
    "over": T("over or not carried out", "concluido o sin realizarse"),
}
AREA_NAMES: Final = {
    "economy": T("Economy and border", "Economía y frontera"),
    "security": T("Security and defense", "Seguridad y defensa"),
    "migration": T("Migration", "Migración"),
    "energy": T("Energy and climate", "Energía y clima"),
    "diplomacy": T("Diplomacy and development", "Diplomacia y desarrollo"),
}
BEFORE: Final = 8  # years before the report's in which the headline counts what began
REPORT_AT: Final = float(report_published("years", REPORT_YEAR)[0].x)  # March 2017 on the axis of years
YEAR: Final = Measure(T("year", "año"))

SPAN = T("Years", "Años")
IN_2017 = T("In March 2017", "En marzo de 2017")
AFTER = T("After March 2017", "Después de marzo de 2017")
NOT_FOLLOWED = T("hollow: not followed up after March 2017", "hueco: sin seguimiento después de marzo de 2017")


def dated(shown: Shown) -> Arranged:
    """Life spans of those whose start is known, the oldest first; the table holds all."""
    everything = mechanisms(shown)
    kept = sorted((one for one in everything if one.start), key=lambda one: (one.start, one.name.en))
    first, last = REPORT_YEAR - BEFORE, REPORT_YEAR - 1
    recent = sum(first <= (one.start or 0) <= last for one in kept)
    ended = [(i, one) for i, one in enumerate(kept) if one.ended and one.ended >= REPORT_YEAR]
    if shown.vintage == "report":
        headline = T(
            "Of {n} mechanisms with a known start, {k} began from {first} to {last}",
            "De {n} mecanismos con inicio conocido, {k} comenzaron entre {first} y {last}",
        ).format(n=len(kept), k=recent, first=first, last=last)
        words = T("{k} of {n} began", "{k} de {n} comenzaron").format(k=recent, n=len(kept))
        bands, callouts = (Band(first - 0.5, last + 0.5, words),), ()
    else:
        named = listing(T("{name} ({year})", "{name} ({year})").format(name=one.short, year=one.ended) for _, one in ended)
        headline = T(
            "Of {n} dated mechanisms, {k} have ended since 2017: {named}",
            "De {n} mecanismos con fecha, {k} terminaron después de 2017: {named}",
        ).format(n=len(kept), k=len(ended), named=named)
        bands, callouts = (), tuple(_ended(i, one) for i, one in ended)
    return Arranged(
        headline=headline,
        subtitle=T(
            "Years of the {k} U.S.-Mexico and North American mechanisms with a known start, of the {n} that the report names",
            "Años de los {k} mecanismos México-EE. UU. y norteamericanos con inicio conocido, de los {n} que nombra el informe",
        ).format(k=len(kept), n=len(everything)),
        alt=T(
            "Bars from the year in which each mechanism began to March 2017, by status; the table below lists all of them",
            "Barras desde el año en que comenzó cada mecanismo hasta marzo de 2017, según su estatus; la tabla los enumera todos",
        ),
        bands=bands,
        callouts=callouts,
        notes=(
            T(
                "{k} of the {n} mechanisms have no start year in the report or its sources: they are in the table alone and under their topic.",
                "{k} de los {n} mecanismos no tienen año de inicio en el informe ni en sus fuentes: están solo en la tabla y en su tema.",
            ).format(k=len(everything) - len(kept), n=len(everything)),
            *_after(shown, everything),
        ),
        **_chart(shown, kept, everything),
    )


def of_area(area: str) -> Callable[[Shown], Arranged]:
    """All mechanisms of one field, those without a known start as a point at March 2017."""
    words = AREA_NAMES[area]

    def arrange(shown: Shown) -> Arranged:
        everything = mechanisms(shown)
        kept = [one for one in everything if one.area == area]
        kept = sorted(kept, key=lambda one: (one.start or REPORT_YEAR, list(STATES).index(one.state), one.name.en))
        alive, followed = sum(one.state == "alive" for one in kept), sum(one.followed for one in kept)
        if shown.vintage == "report":
            headline = T(
                "Of {n} mechanisms on {area}, {k} were active or new in March 2017",
                "De {n} mecanismos sobre {area}, {k} estaban vigentes o eran nuevos en marzo de 2017",
            )
        else:
            headline = T(
                "Of {n} mechanisms on {area}, {f} could be followed up after March 2017",
                "De {n} mecanismos sobre {area}, se pudo dar seguimiento a {f} después de marzo de 2017",
            )
        return Arranged(
            headline=headline.format(n=len(kept), area=_lower(words), k=alive, f=followed),
            subtitle=T(
                "Mechanisms on {area} that the report names, and their years",
                "Mecanismos sobre {area} que nombra el informe, y sus años",
            ).format(area=_lower(words)),
            alt=T(
                "Bars from the year in which each mechanism began to March 2017, a point alone where no start is known",
                "Barras desde el año en que comenzó cada mecanismo hasta marzo de 2017; solo un punto donde no se conoce el inicio",
            ),
            notes=(
                T(
                    "A point without a bar: the report and its sources give no start year.",
                    "Un punto sin barra: ni el informe ni sus fuentes dan el año de inicio.",
                ),
                *_after(shown, everything),
            ),
            **_chart(shown, kept, kept),
        )

    return arrange


def _lower(words: T) -> T:
    return T(words.en.lower(), words.es.lower())


def _after(shown: Shown, everything: Sequence[Mechanism]) -> tuple[T, ...]:
    """What must be known of the years after the report."""
    if shown.vintage == "report":
        return ()
    return (
        T(
            "{k} of the {n} were followed up. The others are not known to be still active: nobody looked. Hatched: to the last news found, perhaps with breaks.",
            "Se dio seguimiento a {k} de los {n}. De los demás no se sabe si siguen vigentes: no se consultaron. Rayado: hasta la última noticia hallada, quizá con pausas.",
        ).format(k=sum(one.followed for one in everything), n=len(everything)),
    )


def _ended(at: int, one: Mechanism) -> Callout:
    words = T("ended {year}", "terminó en {year}").format(year=one.ended)
    return Callout(float(one.ended or 0) + 0.5, at, words, dx=46, dy=0)


def _chart(shown: Shown, kept: Sequence[Mechanism], listed: Sequence[Mechanism]) -> dict[str, object]:
    """Axis, rows, marks and table, for ``Arranged``."""
    latest = shown.vintage == "latest"
    first = min((one.start for one in kept if one.start), default=REPORT_YEAR)
    last = max((one.heard_of or REPORT_YEAR for one in kept), default=REPORT_YEAR) if latest else REPORT_YEAR
    return {
        "axis": "categories",
        "panels": (Panel(YEAR, limits=(min(first, 1995) - 0.5, last + 0.5)),),
        "categories": tuple(one.name for one in kept),
        "traces": tuple(trace for trace in _traces(kept, latest) if trace.marks),
        "events": report_published("years", REPORT_YEAR),
        "printed": _table(listed, latest),
    }


def _traces(kept: Sequence[Mechanism], latest: bool) -> Iterator[Trace]:
    """Bars to March 2017 and beyond, and over them the points of March 2017, a trace for each state."""
    rows = list(enumerate(kept))
    for state in STATES:
        those = [(i, one) for i, one in rows if one.state == state]
        known = [(i, one, *_bar(one, latest)) for i, one in those if one.start or (latest and one.ended)]
        lost = state == "over"
        yield _trace(state, "bar", "bars", SPAN, [_mark(*bar, latest) for bar in known if not lost or bar[1].ended])
        yield _trace(
            state, "lost", "bars", SPAN, [_mark(*bar, latest) for bar in known if lost and not bar[1].ended],
            hatched=True, key=T("over by 2017, year not known", "concluido para 2017, sin año conocido"),
        )  # fmt: skip
        later = [(i, one) for i, one in those if latest and one.heard_of and not one.ended]
        yield _trace(
            state, "later", "bars", AFTER, [_later(i, one) for i, one in later],
            hatched=True, key=T("to the last news found", "hasta la última noticia hallada"),
        )  # fmt: skip
    for state, words in STATE_WORDS.items():
        those = [(i, one) for i, one in rows if one.state == state]
        filled = [(i, one) for i, one in those if not latest or one.followed or state == "over"]
        counted = T("{words} ({n})", "{words} ({n})").format(words=words, n=len(those))
        hollow = [pair for pair in those if pair not in filled]
        missing = sum(latest and not one.followed and one.state != "over" for _, one in rows)
        yield _trace(state, "point", "points", IN_2017, [_point(i, one) for i, one in filled], key=counted)
        yield _trace(
            state, "hollow", "points", IN_2017, [_point(i, one) for i, one in hollow], hollow=True,
            key=T("{words} ({n})", "{words} ({n})").format(words=NOT_FOLLOWED, n=missing),
        )  # fmt: skip


def _trace(
    state: str, kind: str, form: Form, name: T, marks: Sequence[Mark], key: T = EMPTY, hatched: bool = False, hollow: bool = False
) -> Trace:
    return Trace(
        id=f"{state}-{kind}", name=name, colour=COLOURS[state], marks=tuple(marks), form=form, end_label=key,
        hatched=hatched, hollow=hollow, shape=SHAPES[state],  # type: ignore[arg-type]
    )  # fmt: skip


def _bar(one: Mechanism, latest: bool) -> tuple[float, float]:
    """Where the bar of a mechanism starts and ends: whole years, to its end or to March 2017."""
    end = one.ended if latest or (one.ended and one.ended < REPORT_YEAR) else None
    return (one.start - 0.5 if one.start else REPORT_AT, end + 0.5 if end else REPORT_AT)


def _mark(at: int, one: Mechanism, start: float, end: float, latest: bool) -> Mark:
    return Mark(
        id=f"{one.id}|years", x=at, y=end, base=start, name=one.name, figure=one.years(latest), remark=_remark(one),
        label=same(one.start) if one.start else EMPTY,
    )  # fmt: skip


def _later(at: int, one: Mechanism) -> Mark:
    return Mark(
        id=f"{one.id}|later", x=at, y=(one.heard_of or REPORT_YEAR) + 0.5, base=REPORT_AT, name=one.name,
        figure=one.since, remark=one.members,
    )  # fmt: skip


def _point(at: int, one: Mechanism) -> Mark:
    return Mark(
        id=f"{one.id}|2017", x=at, y=REPORT_AT, name=one.name, figure=one.status, remark=_remark(one)
    )


def _remark(one: Mechanism) -> T:
    return join((one.members, one.note), " · ")


def _table(listed: Sequence[Mechanism], latest: bool) -> Printed:
    """Every mechanism on show in words, sortable."""
    columns = (
        Column(T("Mechanism", "Mecanismo")),
        Column(T("Members", "Integrantes")),
        Column(T("Topics", "Temas")),
        Column(SPAN),
        Column(IN_2017),
        *((Column(AFTER),) if latest else ()),
    )
    return Printed(columns, tuple(_row(one, latest) for one in listed))


def _row(one: Mechanism, latest: bool) -> Row:
    since = one.since or T("not followed up", "sin seguimiento")
    status = T(one.status.en.removesuffix(" in 2017").removesuffix(" by 2017"), one.status.es.removesuffix(" en 2017").removesuffix(" para 2017"))
    cells = (one.name, one.members, one.topics, one.years(latest), status, *((since,) if latest else ()))
    order = list(STATES).index(one.state)
    sorts = (one.name.en, one.members.en, one.topics.en, one.start, order, *((one.heard_of or (0 if one.since else -1),) if latest else ()))
    return Row(cells, sorts)


EXHIBIT = Exhibit(
    id="foreign-policy-mechanisms",
    chapter="foreign-policy",
    order=1,
    number=T("Added", "Añadido"),
    title=T("The machinery of the relationship", "La maquinaria de la relación"),
    subject=T("Dialogues and institutions of the relationship", "Diálogos e instituciones de la relación"),
    dimensions=(),
    added=True,
    wide=True,
    views=(
        View("dated", T("With a known start", "Con inicio conocido"), report=(), latest=(), arrange=dated, of_records=True),
        *(
            View(area, AREA_NAMES[area], report=(), latest=(), arrange=of_area(area), of_records=True)
            for area in AREAS
        ),
    ),
)
