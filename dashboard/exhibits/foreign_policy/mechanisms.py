"""Foreign policy, added: the machinery of the relationship, 67 dialogues and institutions and their years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from dashboard.charts.arranged import Arranged, Band, Callout, Column, Form, Mark, Measure, Panel, Printed, Row, Trace
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.events import REPORT_YEAR, report_published
from dashboard.exhibits.foreign_policy.records import AREAS, STATES, Mechanism, mechanisms
from dashboard.exhibits.prepare import Shown
from dashboard.text import EMPTY, T, join, listing, same

COLOURS: Final = {"alive": "kind-b", "doubt": "kind-a", "plan": "kind-c", "over": "other"}
SHAPES: Final = {"alive": "circle", "doubt": "diamond", "plan": "square", "over": "x"}
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
AXIS_FROM: Final = 1990  # bars of before begin at the edge and say their year
BEFORE: Final = 8  # years before the report's in which the headline counts what began
REPORT_AT: Final = float(report_published("years", REPORT_YEAR)[0].x)  # March 2017 on the axis of years
WELL_KNOWN: Final = ("F-UN", "F-NATO", "F-OAS")  # named where their start is not known
YEAR: Final = Measure(T("year", "año"))

SPAN = T("Years", "Años")
IN_2017 = T("In March 2017", "En marzo de 2017")
AFTER = T("After March 2017", "Después de marzo de 2017")
OVER_UNKNOWN = T("over by 2017, year not known", "concluido para 2017, sin año conocido")
LAST_NEWS = T("to the last news found", "hasta la última noticia hallada")
ALL_HOLLOW = T(", not followed up", ", sin seguimiento")


def dated(shown: Shown) -> Arranged:
    """Life spans of those whose start is known, the oldest first; the table holds all."""
    everything = mechanisms(shown)
    kept = sorted((one for one in everything if one.start), key=lambda one: (one.start, one.name.en))
    first, last = REPORT_YEAR - BEFORE, REPORT_YEAR - 1
    recent = sum(first <= (one.start or 0) <= last for one in kept)
    ended = [one for one in kept if one.ended and one.ended >= REPORT_YEAR]
    if shown.vintage == "report":
        headline = T(
            "Of {n} mechanisms with a known start, {k} began from {first} to {last}",
            "De {n} mecanismos con inicio conocido, {k} comenzaron entre {first} y {last}",
        ).format(n=len(kept), k=recent, first=first, last=last)
        words = T("{k} of {n}", "{k} de {n}").format(k=recent, n=len(kept))
        bands: tuple[Band, ...] = (Band(first - 0.5, last + 0.5, words),)
    else:
        named = listing(T("{name} ({year})", "{name} ({year})").format(name=one.short, year=one.ended) for one in ended)
        headline = T(
            "Of {n} dated mechanisms, {k} have ended since 2017: {named}",
            "De {n} mecanismos con fecha, {k} terminaron después de 2017: {named}",
        ).format(n=len(kept), k=len(ended), named=named)
        bands = ()
    return Arranged(
        headline=headline,
        subtitle=T(
            "Years of the {k} dialogues, agreements and institutions with a known start, of the {n} that the report names",
            "Años de los {k} diálogos, acuerdos e instituciones con inicio conocido, de los {n} que nombra el informe",
        ).format(k=len(kept), n=len(everything)),
        alt=T(
            "Bars from the year in which each mechanism began to March 2017, by status; the table below lists all of them",
            "Barras desde el año en que comenzó cada mecanismo hasta marzo de 2017, según su estatus; la tabla los enumera todos",
        ),
        bands=bands,
        callouts=_ends(kept, shown.vintage == "latest"),
        notes=(
            T(
                "Not counted: {k} of the {n} have no start year in the report or its sources, {named} among them. They are in the table and under their topic.",
                "No se cuentan {k} de los {n}, entre ellos {named}, sin año de inicio en el informe ni en sus fuentes: están en la tabla y en su tema.",
            ).format(
                k=len(everything) - len(kept),
                n=len(everything),
                named=listing(one.short for one in everything if one.id in WELL_KNOWN and not one.start),
            ),
            T(
                "The OECD’s year is that of Mexico’s entry, that of UN peacekeeping Mexico’s return to it.",
                "El año de la OCDE es el del ingreso de México; el de las operaciones de paz de la ONU, el de su regreso.",
            ),
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
                "Of {n} mechanisms on {area}, {f} "
                + ("was" if followed == 1 else "were")
                + " followed up after March 2017",
                "De {n} mecanismos sobre {area}, se dio seguimiento a {f} después de marzo de 2017",
            )
        return Arranged(
            headline=headline.format(n=len(kept), area=_lower(words), k=alive, f=followed),
            subtitle=T(
                "Mechanisms on {area} that the report names, and their years",
                "Mecanismos sobre {area} que nombra el informe, y sus años",
            ).format(area=_lower(words)),
            callouts=_ends(kept, shown.vintage == "latest"),
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
            "{k} of the {n} were followed up. Whether the others are still active was not checked. Hatched: to the last news, perhaps with breaks.",
            "Se dio seguimiento a {k} de {n}. De los demás no se sabe si siguen: no se consultaron. Rayado: hasta la última noticia, quizá con pausas.",
        ).format(k=sum(one.followed for one in everything), n=len(everything)),
    )


def _ends(kept: Sequence[Mechanism], latest: bool) -> tuple[Callout, ...]:
    """The year at the end of each bar that ended after the report."""
    ended = [(at, one.ended) for at, one in enumerate(kept) if latest and one.ended and one.ended >= REPORT_YEAR]
    return tuple(Callout(year + 0.5, at, same(year), dx=26, dy=0) for at, year in ended)


def _chart(shown: Shown, kept: Sequence[Mechanism], listed: Sequence[Mechanism]) -> dict[str, Any]:
    """Axis, rows, marks and table, for ``Arranged``."""
    latest = shown.vintage == "latest"
    last = max((one.heard_of or REPORT_YEAR for one in kept), default=REPORT_YEAR) if latest else REPORT_YEAR
    return {
        "axis": "categories",
        "panels": (Panel(YEAR, limits=(AXIS_FROM - 0.5, last + 0.5)),),
        "categories": tuple(one.name for one in kept),
        "traces": tuple(trace for trace in _traces(kept, latest) if trace.marks),
        "events": report_published("years", REPORT_YEAR),
        "printed": _table(listed, latest),
    }


def _traces(kept: Sequence[Mechanism], latest: bool) -> Iterator[Trace]:
    """Bars to March 2017 and beyond, and over them the points of March 2017, a trace for each state."""
    rows = list(enumerate(kept))
    missing = sum(latest and not one.followed and one.state != "over" for one in kept)
    groups = {state: [(i, one) for i, one in rows if one.state == state] for state in STATES}
    for state, those in groups.items():
        filled = [_point(*one) for one in those if not _hollow(one[1], latest)]
        hollow = [_point(*one) for one in those if _hollow(one[1], latest)]
        key = T("{words} ({n})", "{words} ({n})").format(words=STATE_WORDS[state], n=len(those))
        yield _trace(state, "point", "points", IN_2017, filled, key)
        none = T("hollow: not followed up later ({n})", "hueco: sin seguimiento posterior ({n})").format(n=missing)
        yield _trace(state, "hollow", "points", IN_2017, hollow, none if filled else key + ALL_HOLLOW, hollow=True)
    for state, those in groups.items():
        spans = [(i, one) for i, one in those if one.start or (latest and one.ended)]
        known = [one for one in spans if state != "over" or one[1].ended]
        yield _trace(state, "bar", "bars", SPAN, [_bar(*one, latest) for one in known])
        lost = [one for one in spans if one not in known]
        yield _trace(state, "lost", "bars", SPAN, [_bar(*one, latest) for one in lost], OVER_UNKNOWN, hatched=True)
        later = [one for one in those if latest and one[1].heard_of and not one[1].ended]
        yield _trace(state, "later", "bars", AFTER, [_later(*one) for one in later], LAST_NEWS, hatched=True)


def _hollow(one: Mechanism, latest: bool) -> bool:
    """Whether nothing is known of what became of it: not of one that was over in 2017."""
    return latest and not one.followed and one.state != "over"


def _trace(
    state: str,
    kind: str,
    form: Form,
    name: T,
    marks: Sequence[Mark],
    key: T = EMPTY,
    hatched: bool = False,
    hollow: bool = False,
) -> Trace:
    return Trace(
        id=f"{state}-{kind}", name=name, colour=COLOURS[state], marks=tuple(marks), form=form, end_label=key,
        hatched=hatched, hollow=hollow, shape=SHAPES[state],  # type: ignore[arg-type]
    )  # fmt: skip


def _bar(at: int, one: Mechanism, latest: bool) -> Mark:
    """A bar of whole years, to the end or to March 2017; one that begins before the axis does says its year with an arrow."""
    end = one.ended if latest or (one.ended and one.ended < REPORT_YEAR) else None
    early = one.start is not None and one.start < AXIS_FROM
    return Mark(
        id=f"{one.id}|years", x=at, y=end + 0.5 if end else REPORT_AT,
        base=max(one.start, AXIS_FROM) - 0.5 if one.start else REPORT_AT, name=one.name, figure=one.years(latest),
        remark=_remark(one), label=same(f"← {one.start}" if early else one.start) if one.start else EMPTY,
    )  # fmt: skip


def _later(at: int, one: Mechanism) -> Mark:
    return Mark(
        id=f"{one.id}|later", x=at, y=(one.heard_of or REPORT_YEAR) + 0.5, base=REPORT_AT, name=one.name,
        figure=one.since, remark=one.members,
    )  # fmt: skip


def _point(at: int, one: Mechanism) -> Mark:
    return Mark(id=f"{one.id}|2017", x=at, y=REPORT_AT, name=one.name, figure=one.status, remark=_remark(one))


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
    status = T(
        one.status.en.removesuffix(" in 2017").removesuffix(" by 2017"),
        one.status.es.removesuffix(" en 2017").removesuffix(" para 2017"),
    )
    cells = (one.name, one.members, one.topics, one.years(latest), status, *((since,) if latest else ()))
    order = list(STATES).index(one.state)
    sorts = (
        one.name.en,
        one.members.en,
        one.topics.en,
        one.start,
        order,
        *((one.heard_of or (0 if one.since else -1),) if latest else ()),
    )
    return Row(cells, sorts)


EXHIBIT = Exhibit(
    id="foreign-policy-mechanisms",
    chapter="foreign-policy",
    order=1,
    number=T("Added", "Añadido"),
    title=T("The machinery of the relationship", "El engranaje de la relación"),
    subject=T("Dialogues and institutions of the relationship", "Diálogos e instituciones de la relación"),
    dimensions=(),
    added=True,
    wide=True,
    views=(
        View(
            "dated",
            T("With a known start", "Con inicio conocido"),
            report=(),
            latest=(),
            arrange=dated,
            of_records=True,
        ),
        *(View(area, AREA_NAMES[area], report=(), latest=(), arrange=of_area(area), of_records=True) for area in AREAS),
    ),
)
