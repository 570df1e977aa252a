"""Energy 3: who does what in Mexico's power sector after the reform of 2013, as a diagram of roles and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.arranged import Arranged, Grid, Mark, Measure, Panel, Trace
from dashboard.exhibits.base import Exhibit, View
from dashboard.exhibits.energy.parts import Row, records
from dashboard.exhibits.prepare import STATUS, Shown
from dashboard.text import EMPTY, T, join, number

NODES, LINKS = "energy-3-nodes", "energy-3-links"
SUBSIDIARIES, SPLIT = "cfe_productive_subsidiaries", "2016-04"
AUTHORITIES: Final = ("sener", "cre", "cenace")
OVER_THE_GRID: Final = ("deliver power over", "feeds", "delivers to")
# Each kind of box: its colour and its words; CFE's are those whose id begins like it.
BOXES: Final = {
    "authority": ("kind-b", T("Authorities and operator", "Autoridades y operador")),
    "cfe": ("kind-d", T("CFE and its companies", "CFE y sus empresas")),
    "private": ("kind-c", T("Private firms", "Empresas privadas")),
    "market": ("other", T("Markets and users", "Mercados y usuarios")),
}
# Each kind of link: its colour, its dash and its words.
KINDS: Final = {
    "rules": ("kind-b", "dash", T("sets rules, permits, contracts", "fija reglas, permisos, contratos")),
    "energy": ("kind-a", "solid", T("sells or supplies", "vende o abastece")),
    "grid": ("other", "dot", T("delivers over the grid", "entrega por la red")),
    "cfe": ("kind-d", "dot", T("splits into, owns", "se divide en, es dueña de")),
}
COLUMNS: Final = {
    "rules": (T("Rules", "Reglas"), ("sener", "cre", "cenace", "cfe")),
    "making": (
        T("Generation and trade", "Generación y comercio"),
        ("private-generators", "marketers", "cfe-generation-1-4-6", "cfe-generation-5", "cfe-legacy-contracts"),
    ),
    "market": (
        T("Markets and grid", "Mercados y red"),
        ("wholesale-market", "capacity-market", "clean-certificates-market", "cfe-transmission", "cfe-distribution"),
    ),
    "supply": (
        T("Supply", "Suministro"),
        ("qualified-suppliers", "last-resort-suppliers", "cfe-qualified-supply", "cfe-basic-supply"),
    ),
    "use": (T("Users", "Usuarios"), ("qualified-users", "basic-users")),
}
WHOLE: Final = (
    ("sener", "cre", "cenace", "", ""),
    ("capacity-market", "private-generators", "wholesale-market", "qualified-suppliers", "qualified-users"),
    ("clean-certificates-market", "marketers", "wholesale-market", "", "qualified-users"),
    ("cfe", "cfe-generation-1-4-6", "wholesale-market", "cfe-qualified-supply", "qualified-users"),
    ("cfe", "cfe-generation-5", "wholesale-market", "last-resort-suppliers", "qualified-users"),
    ("cfe", "cfe-legacy-contracts", "wholesale-market", "cfe-basic-supply", "basic-users"),
    ("cfe", "", "cfe-transmission", "", "basic-users"),
    ("cfe", "", "cfe-distribution", "", "basic-users"),
)
WIDTHS: Final = (1, 1.1, 1, 1.15, 0.9)


@dataclass(frozen=True)
class Link:
    """One sentence of the sources: who does what to whom."""

    start: str
    end: str
    kind: str
    does: T
    row: Row


def _links(shown: Shown) -> list[Link]:
    return [
        Link(row["source_node"], row["target_node"], _kind(row), shown.note(row["relation"]), row)
        for row in records(shown.record(LINKS))
    ]


def _kind(row: Row) -> str:
    if row["source_node"] in AUTHORITIES:
        return "rules"
    if row["source_node"] == "cfe":
        return "cfe"
    return "grid" if row["relation"] in OVER_THE_GRID else "energy"


def _box_kind(row: Row) -> str:
    if row["node_type"] in ("authority", "operator"):
        return "authority"
    if row["node"].startswith("cfe"):
        return "cfe"
    return "market" if row["node_type"] in ("market", "user") else "private"


def whole(shown: Shown) -> Arranged:
    """Every role in its column, every link between them."""
    return _diagram(
        shown,
        tuple(KINDS),
        T(
            "By 2016 CFE was split into {n} subsidiaries (El Economista), in a market that CENACE runs",
            "En 2016 la CFE quedó dividida en {n} subsidiarias (El Economista), en un mercado que opera el CENACE",
        ).format(n=number(shown.value(SUBSIDIARIES, SPLIT))),
    )


def rules(shown: Shown) -> Arranged:
    """Only what the ministry, the regulator and the operator do."""
    links = _links(shown)
    return _diagram(
        shown,
        ("rules",),
        T(
            "SENER, CRE and CENACE stood behind {n} of {all} links in 2016: rules, permits, contracts",
            "SENER, CRE y CENACE estaban detrás de {n} de {all} enlaces en 2016: reglas, permisos, contratos",
        ).format(n=sum(link.kind == "rules" for link in links), all=len(links)),
    )


def energy(shown: Shown) -> Arranged:
    """Only the way of the energy: sold in the market and by suppliers, delivered over CFE's grid."""
    sold = [link.end for link in _links(shown) if link.kind == "energy"]
    return _diagram(
        shown,
        ("energy", "grid"),
        T(
            "In this reconstruction qualified users had {many} kinds of sellers in 2016, basic users {one}",
            "En esta reconstrucción los usuarios calificados tenían {many} tipos de vendedores en 2016; los básicos, {one}",
        ).format(many=sold.count("qualified-users"), one=sold.count("basic-users")),
    )


def before_and_after(shown: Shown) -> Arranged:
    """CFE as one utility on the left, what it was split into on the right, each with its role."""
    links = [link for link in _links(shown) if link.kind == "cfe"]
    before, after = T("Before the 2013 reform", "Antes de la reforma de 2013"), T("In 2016", "En 2016")
    rows = (("before", "", "after"), *(("cfe", "", link.end) for link in links))
    over = (("before",), ("cfe",), ("after",), *((link.end,) for link in links))
    return Arranged(
        headline=T(
            "CFE, once one utility, was split into {n} subsidiaries by April 2016 (El Economista)",
            "La CFE, antes una sola empresa, quedó dividida en {n} subsidiarias en abril de 2016 (El Economista)",
        ).format(n=number(shown.value(SUBSIDIARIES, SPLIT))),
        subtitle=T(
            "The state utility CFE before and after the reform of 2013, with the role of each company",
            "La empresa estatal CFE antes y después de la reforma de 2013, con la función de cada empresa",
        ),
        alt=T(
            "One box on the left, CFE; lines lead to the companies that it was split into",
            "Un recuadro a la izquierda, la CFE; líneas llevan a las empresas en que se dividió",
        ),
        axis="boxes",
        panels=(Panel(Measure(EMPTY)),),
        traces=(
            _heading("before", before),
            _heading("after", after),
            *_boxes(shown, ("cfe", *(link.end for link in links)), told=True),
            _lines(shown, "cfe", links),
        ),
        grids=(Grid(over, gap=8, links=False), Grid(rows, (1, 0.08, 1.6), gap=10), Grid(rows, (1, 0.15, 2), gap=10)),
        legend=(("kind-d", KINDS["cfe"][2]),),
        notes=(
            T(
                "The nine: five generation companies in one box (I–IV and VI), Generation V, transmission, distribution, basic supply.",
                "Las nueve: cinco de generación en un recuadro (I-IV y VI), Generación V, transmisión, distribución y servicios básicos.",
            ),
            *_notes(shown),
        ),
        hints=(_POINT,),
    )


def _diagram(shown: Shown, kinds: Sequence[str], headline: T) -> Arranged:
    """The roles that links of these kinds join, all of them if every kind is on show."""
    links = [link for link in _links(shown) if link.kind in kinds]
    nodes = [row["node"] for row in records(shown.record(NODES))]
    if set(kinds) != set(KINDS):
        ends = {id for link in links for id in (link.start, link.end)}
        nodes = [node for node in nodes if node in ends]
    columns = [id for id, (_, members) in COLUMNS.items() if set(members) & set(nodes)]
    drawn = [kind for kind in KINDS if kind in kinds]
    boxes = _boxes(shown, nodes)
    return Arranged(
        headline=headline,
        subtitle=T(
            "Roles in Mexico’s power sector and links between them, 2016, reconstructed from laws and press",
            "Funciones en el sector eléctrico de México y sus enlaces, 2016, reconstruidos a partir de leyes y prensa",
        ),
        alt=T(
            "A diagram from rules and generation on the left to the users on the right; arrows say who does what to whom",
            "Un diagrama de las reglas y la generación, a la izquierda, a los usuarios, a la derecha; las flechas dicen quién hace qué",
        ),
        axis="boxes",
        panels=(Panel(Measure(EMPTY)),),
        traces=(
            *(_heading(id, COLUMNS[id][0]) for id in columns),
            *boxes,
            *(_lines(shown, kind, [link for link in links if link.kind == kind]) for kind in drawn),
        ),
        grids=(_stacked(nodes, columns, 2), _stacked(nodes, columns, 3), _beside(nodes)),
        legend=(
            *((trace.colour, trace.name) for trace in boxes),
            *((KINDS[kind][0], KINDS[kind][2]) for kind in drawn),
        ),
        notes=(*_notes(shown), _BEHIND),
        hints=(_POINT,),
    )


_BEHIND = T(
    "Where links are drawn, a line that passes behind a box neither starts nor ends there.",
    "Donde se dibujan enlaces, una línea que pasa detrás de un recuadro no empieza ni termina ahí.",
)
_POINT = T(
    "Point at a box to read what it does and what it is linked to.",
    "Señale un recuadro para leer qué hace y con qué se enlaza.",
)


def _notes(shown: Shown) -> tuple[T, ...]:
    reconstructed = T(
        "A reconstruction: the report’s own diagram could not be read.",
        "Es una reconstrucción: no se pudo leer el diagrama del informe.",
    )
    since = T(
        "Not carried past 2016. Since then CFE became a public company again (2024) and the CRE was closed (2025).",
        "No se actualizó después de 2016. Desde entonces la CFE volvió a ser empresa pública (2024) y desapareció la CRE (2025).",
    )
    return (reconstructed,) if shown.vintage == "report" else (reconstructed, since)


def _beside(nodes: Sequence[str]) -> Grid:
    """The whole diagram's cells, without columns that hold none of these roles."""
    kept = [at for at in range(len(WIDTHS)) if any(row[at] in nodes for row in WHOLE)]
    rows = tuple(tuple(row[at] for at in kept) for row in WHOLE)
    return Grid(rows, tuple(WIDTHS[at] for at in kept), gap=30, centred=True)


def _stacked(nodes: Sequence[str], columns: Iterable[str], across: int) -> Grid:
    """The boxes under the headings of their columns, without links: what each does is told where one points."""
    rows: list[tuple[str, ...]] = []
    for id in columns:
        there = [node for node in COLUMNS[id][1] if node in nodes]
        rows.append((id,) * across)
        for at in range(0, len(there), across):
            row = there[at : at + across]
            rows.append((*row, *("",) * (across - len(row))))
    return Grid(tuple(rows), gap=8, centred=False, links=False)


def _heading(id: str, words: T) -> Trace:
    mark = Mark(id=id, x=0, y=1.0, name=words, figure=words, label=words)
    return Trace(f"heading-{id}", EMPTY, "text", (mark,), form="boxes", hollow=True)


def _boxes(shown: Shown, nodes: Sequence[str], told: bool = False) -> tuple[Trace, ...]:
    """A trace for each kind of role that is there; ``told``: each box says its role."""
    rows = {row["node"]: row for row in records(shown.record(NODES))}
    links = _links(shown)

    def mark(id: str) -> Mark:
        name, role = shown.label("node", id), shown.note(rows[id]["note"])
        return Mark(
            id=id,
            x=0,
            y=1.0,
            name=name,
            figure=role,
            status=STATUS[rows[id]["status"]],
            remark=_does(shown, [link for link in links if link.start == id]),
            label=join((name, role), "\n") if told else name,
        )

    kinds = {kind: [id for id in nodes if _box_kind(rows[id]) == kind] for kind in BOXES}
    return tuple(
        Trace(f"boxes-{kind}", BOXES[kind][1], BOXES[kind][0], tuple(mark(id) for id in ids), form="boxes")
        for kind, ids in kinds.items()
        if ids
    )


def _does(shown: Shown, links: Iterable[Link]) -> T:
    """What a role does, those to whom it does the same together."""
    whom: dict[str, tuple[T, list[T]]] = {}
    for link in links:
        whom.setdefault(link.does.en, (link.does, []))[1].append(shown.label("node", link.end))
    return join((does + " " + join(ends, ", ") for does, ends in whom.values()), "; ").capitalized()


def _lines(shown: Shown, kind: str, links: Sequence[Link]) -> Trace:
    colour, dash, words = KINDS[kind]

    def mark(link: Link) -> Mark:
        start, end = (shown.label("node", id) for id in (link.start, link.end))
        return Mark(
            id=f"{link.start}>{link.end}",
            x=0,
            y=1.0,
            name=join((start, end), " → "),
            figure=join((start, link.does, end)),
            status=STATUS[link.row["status"]],
            remark=shown.note(link.row["note"]) if link.row["note"] else EMPTY,
            ends=(link.start, link.end),
        )

    return Trace(f"links-{kind}", words, colour, tuple(mark(link) for link in links), form="links", dash=dash)  # type: ignore[arg-type]


def _view(id: str, name: T, arrange: Callable[[Shown], Arranged]) -> View:
    return View(id, name, report=(), latest=(), arrange=arrange, of_records=True)


EXHIBIT = Exhibit(
    id="energy-3",
    chapter="energy",
    order=3,
    number=T("Figure 3", "Gráfica 3"),
    title=T("Mexico’s new power sector structure", "La nueva estructura del sector eléctrico de México"),
    subject=T("The structure of Mexico’s power sector, 2016", "La estructura del sector eléctrico de México, 2016"),
    dimensions=(),
    wide=True,
    views=(
        _view("whole", T("Structure", "Estructura"), whole),
        _view("before-after", T("Before and after", "Antes y después"), before_and_after),
        _view("rules", T("Rules", "Reglas"), rules),
        _view("energy", T("Way of the energy", "Camino de la energía"), energy),
    ),
)
