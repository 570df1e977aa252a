"""Economy 3: the inputs that each country's production takes from the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.charts.arranged import Arranged, Callout, Panel, Trace
from dashboard.exhibits.base import Exhibit, View, draw
from dashboard.exhibits.measures import USD_BILLION_FROM_MILLION as BILLION
from dashboard.exhibits.phrases import ending, latest, subtitle
from dashboard.exhibits.prepare import Shown, trace
from dashboard.text import EMPTY, T, listing, number, same

# The two releases of the World Input-Output Database are never joined.
IN_MEXICO = {release: f"us_inputs_used_in_mexican_production_wiod{release}" for release in ("2013", "2016")}
IN_US = {release: f"mexican_inputs_used_in_us_production_wiod{release}" for release in ("2013", "2016")}
BALANCE = {release: f"inputs_balance_wiod{release}" for release in ("2013", "2016")}
GROSS = ("us_inputs_used_in_mexican_production_wiod2016_gross", "mexican_inputs_used_in_us_production_wiod2016_gross")

UNIT = T("billion dollars at current prices", "miles de millones de dólares corrientes")
WHAT = T("Inputs from the other country used in production", "Insumos del otro país usados en la producción")
US_INPUTS = T("U.S. inputs in Mexico", "insumos de EE. UU. en México")
MX_INPUTS = T("Mexican inputs in the U.S.", "insumos de México en EE. UU.")
REACH = 150.0  # billion dollars: both panels stand on one scale


def _billions(millions: float, digits: int = 0) -> T:
    return number(millions * BILLION.scale, digits)


def _latest(shown: Shown) -> T:
    return latest(shown, IN_MEXICO["2016"], BILLION, US_INPUTS, T("WIOD, release of 2016", "WIOD, edición de 2016"))


def _pair(shown: Shown, release: str, panel: int = 0, valued: bool = True) -> tuple[Trace, ...]:
    """The two lines of one release; ``valued``: the value where each ends stands before its name."""
    lines = ((IN_MEXICO[release], "us", "solid", US_INPUTS), (IN_US[release], "mx", "dash", MX_INPUTS))
    return tuple(
        trace(
            shown,
            series,
            BILLION,
            colour,
            panel=panel,
            dash=dash,  # type: ignore[arg-type]
            end_label=ending(shown, series, BILLION, words, digits=0) if valued else words.capitalized(),
        )
        for series, colour, dash, words in lines
    )


def _ends(shown: Shown, release: str, panel: int) -> Iterator[Callout]:
    """The value at each line's end, the higher one above; beside a line that ends before the chart does."""
    ends = sorted((shown.last(series[release]) for series in (IN_MEXICO, IN_US)), key=lambda datum: datum.value)
    beside = release == "2013"
    for end, dy in zip(ends, (-8, 8) if beside else (-34, 12), strict=True):
        dx = 26 if beside else -26
        yield Callout(end.year, end.value * BILLION.scale, _billions(end.value), panel=panel, dx=dx, dy=dy)


def _ends_headline(shown: Shown, release: str) -> T:
    """Where both lines of a release end."""
    mexico, states = shown.last(IN_MEXICO[release]), shown.last(IN_US[release])
    return T(
        "U.S. inputs in Mexico were ${a} billion in {year}, Mexican ones in the U.S. ${b} billion",
        "Los insumos de EE. UU. en México sumaron {a} mil millones de dólares en {year}; los de México en EE. UU., {b}",
    ).format(a=_billions(mexico.value), b=_billions(states.value), year=mexico.year)


def releases(shown: Shown) -> Arranged:
    """Both releases, a panel each on one scale: they overlap and differ, so no line runs from one into the other."""
    titles = {
        "2013": T("Release of 2013, 1995–2011", "Edición de 2013, 1995–2011"),
        "2016": T("Release of 2016, 2000–2014", "Edición de 2016, 2000–2014"),
    }
    kept = [r for r in titles if len(shown.rows(IN_MEXICO[r])) or len(shown.rows(IN_US[r]))]
    return Arranged(
        headline=_ends_headline(shown, "2016"),
        subtitle=subtitle(shown, WHAT, UNIT),
        latest=_latest(shown),
        alt=T(
            "Two panels, one for each release of the database, with two lines each: U.S. inputs used in Mexico and Mexican inputs used in the United States",
            "Dos paneles, uno por edición de la base, con dos líneas cada uno: insumos de EE. UU. usados en México e insumos de México usados en EE. UU.",
        ),
        axis="years",
        panels=tuple(Panel(BILLION, title=titles[r], limits=(0.0, REACH), ticks=3) for r in kept),
        traces=tuple(line for i, r in enumerate(kept) for line in _pair(shown, r, i, valued=False)),
        callouts=() if shown.is_filtered() else tuple(end for i, r in enumerate(kept) for end in _ends(shown, r, i)),
        heights=(560, 500, 560),
        notes=(_who_sells_more(shown), _NOTHING_LATER if shown.vintage == "latest" else _TWO_RELEASES),
    )


def one_release(release: str, notes: tuple[T, ...]) -> Callable[[Shown], Arranged]:
    """The two lines of one release; with the gross flows of two years where they are known."""

    def arrange(shown: Shown) -> Arranged:
        gross = zip(GROSS, ("us", "mx"), strict=True) if release == "2016" else ()
        return Arranged(
            headline=_ends_headline(shown, release),
            subtitle=subtitle(
                shown, WHAT, UNIT, T("release of {r} of the database", "edición de {r} de la base").format(r=release)
            ),
            latest=_latest(shown),
            alt=T(
                "Two lines: U.S. inputs used in Mexico and Mexican inputs used in the United States",
                "Dos líneas: insumos de EE. UU. usados en México e insumos de México usados en EE. UU.",
            ),
            axis="years",
            panels=(Panel(BILLION),),
            traces=(
                *_pair(shown, release),
                *(trace(shown, s, BILLION, c, form="points", hollow=True, end_label=EMPTY) for s, c in gross),
            ),
            notes=notes,
        )

    return arrange


def balance(shown: Shown) -> Arranged:
    """U.S. inputs used in Mexico less Mexican inputs used in the United States, in each release."""
    whole = {r: shown.planned.loc[shown.planned["series"] == BALANCE[r], "value"] for r in BALANCE}
    above = {r: int((values > 0).sum()) for r, values in whole.items()}
    last = shown.last(BALANCE["2016"])
    words = {
        r: T("{r} release: above zero in {n} of {of} years", "edición de {r}: sobre cero en {n} de {of} años").format(
            r=r, n=above[r], of=len(whole[r])
        )
        for r in BALANCE
    }
    plain = {r: T("release of {r}", "edición de {r}").format(r=r) for r in BALANCE}
    told = plain if shown.is_filtered() else words
    more = T("more", "más") if last.value > 0 else T("less", "menos")
    return Arranged(
        headline=T(
            "By the 2016 release the U.S. supplied more in {n} of {of} years; in {year}, ${v} billion {more}",
            "Según la edición de 2016, EE. UU. aportó más en {n} de {of} años; en {year}, {v} mil millones de dólares {more}",
        ).format(n=above["2016"], of=len(whole["2016"]), year=last.year, v=_billions(abs(last.value), 1), more=more),
        subtitle=subtitle(
            shown,
            T(
                "U.S. inputs used in Mexico less Mexican inputs used in the U.S.",
                "Insumos de EE. UU. en México menos insumos de México en EE. UU.",
            ),
            UNIT,
        ),
        latest=_latest(shown),
        alt=T(
            "Two lines around zero, one for each release: U.S. inputs used in Mexico less Mexican inputs used in the United States",
            "Dos líneas en torno a cero, una por edición: insumos de EE. UU. en México menos insumos de México en EE. UU.",
        ),
        axis="years",
        panels=(Panel(BILLION),),
        traces=(
            trace(shown, BALANCE["2016"], BILLION, "text", end_label=told["2016"]),
            trace(shown, BALANCE["2013"], BILLION, "other", dash="dash", end_label=told["2013"]),
        ),
        callouts=()
        if shown.is_filtered()
        else (
            Callout(
                last.year,
                last.value * BILLION.scale,
                T("{v} in {year}", "{v} en {year}").format(
                    v=number(last.value * BILLION.scale, 1, sign=True), year=last.year
                ),
                dx=-10,
                dy=44,
            ),
        ),
        notes=(
            T(
                "Above zero the United States supplies more. The report says that it sells even more; the release of 2013 shows the reverse from 2004 on.",
                "Sobre cero, EE. UU. aporta más. El informe dice que vende aún más; la edición de 2013 muestra lo contrario desde 2004.",
            ),
        ),
    )


def _who_sells_more(shown: Shown) -> T:
    """Where the report's statement holds: the exceptions in the release of 2016, the last year in that of 2013."""
    new, old = (shown.everything[shown.everything["series"] == BALANCE[r]] for r in ("2016", "2013"))
    exceptions = listing(same(year) for year in sorted(new.loc[new["value"] <= 0, "year"]))
    return T(
        "“The U.S. sells even more inputs” holds in the release of 2016, but for {years}; in that of 2013 only to {last}.",
        "«EE. UU. vende aún más insumos» se cumple en la edición de 2016, salvo {years}; en la de 2013, solo hasta {last}.",
    ).format(years=exceptions, last=int(old.loc[old["value"] > 0, "year"].max()))


_TWO_RELEASES = T(
    "The report drew 1995–2014 as one line; no release of the World Input-Output Database spans it, so the two stand apart.",
    "El informe trazó 1995–2014 como una sola línea; ninguna edición de la World Input-Output Database la cubre y aquí van por separado.",
)
_NOTHING_LATER = T(
    "Nothing later: the World Input-Output Database ends in 2014, and the two releases differ where they overlap.",
    "No hay nada posterior: la World Input-Output Database termina en 2014, y las dos ediciones difieren donde coinciden.",
)
_GROSS_FLOWS = T(
    "Circles: exact gross flows of 2000 and 2014. The lines leave out some taxes and margins and are 1 to 4 percent lower.",
    "Círculos: flujos brutos exactos de 2000 y 2014. Las líneas omiten algunos impuestos y márgenes y quedan de 1 a 4% por debajo.",
)
_AT_BASIC_PRICES = T(
    "Sums over 35 industries at basic prices; not to be joined to the release of 2016, which has other levels.",
    "Sumas de 35 industrias a precios básicos; no se empalman con la edición de 2016, que tiene otros niveles.",
)

EXHIBIT = Exhibit(
    id="economy-3",
    chapter="economy",
    order=3,
    number=T("Figure 3", "Gráfica 3"),
    title=T(
        "Value of foreign inputs for domestic production, 1995–2014",
        "Valor de los insumos extranjeros para la producción nacional, 1995-2014",
    ),
    subject=T(
        "Inputs that Mexico and the United States supply to each other",
        "Insumos que México y EE. UU. se venden entre sí",
    ),
    dimensions=("years", "direction"),
    views=(
        View(
            "releases",
            T("Both releases", "Ambas ediciones"),
            report=draw(*IN_MEXICO.values(), *IN_US.values()),
            latest=draw(*IN_MEXICO.values(), *IN_US.values()),
            arrange=releases,
        ),
        View(
            "release-2016",
            T("Release of 2016", "Edición de 2016"),
            report=draw(IN_MEXICO["2016"], IN_US["2016"], *GROSS),
            latest=draw(IN_MEXICO["2016"], IN_US["2016"], *GROSS),
            arrange=one_release("2016", (_GROSS_FLOWS,)),
        ),
        View(
            "release-2013",
            T("Release of 2013", "Edición de 2013"),
            report=draw(IN_MEXICO["2013"], IN_US["2013"]),
            latest=draw(IN_MEXICO["2013"], IN_US["2013"]),
            arrange=one_release("2013", (_AT_BASIC_PRICES,)),
        ),
        View(
            "balance",
            T("Who supplies more", "Quién aporta más"),
            report=draw(*BALANCE.values()),
            latest=draw(*BALANCE.values()),
            arrange=balance,
        ),
    ),
)
