"""What may be passed on, and on what terms: four rules, read from what each source states of its licence.

``docs/licences.md`` says the same to people; the API names the rule of every source, and so does the package.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.text import T


@dataclass(frozen=True)
class Rule:
    """How the numbers of a source may be used: an id, its name, and the rule in words.

    ``stated`` are the openings of the licence texts (the column ``licence`` of ``data/sources.csv``) that it covers.
    """

    id: str
    name: T
    words: T
    stated: tuple[str, ...]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "public-domain",
        T("Public domain", "Dominio público"),
        T(
            "Works of the U.S. government, public records and official texts: free to use. Name the source all the same.",
            "Obras del gobierno de EE. UU., registros públicos y textos oficiales: de uso libre. Aun así, nombre la fuente.",
        ),
        ("U.S. government", "Public domain", "Public record", "Official text"),
    ),
    Rule(
        "open-licence",
        T("Open licence", "Licencia abierta"),
        T(
            "Under the open licence that the source states: use it on its terms, with attribution; where the licence is "
            "share-alike (CC BY-SA, ODbL), what is built on it too.",
            "Con la licencia abierta que indica la fuente: úselo según sus términos, con atribución; si la licencia es "
            "compartir-igual (CC BY-SA, ODbL), también lo que se construya con ello.",
        ),
        (
            "CC BY",
            "ODbL",
            "MIT licence (package)",
            "MIT licence",
            "Mexican government open data",
            "Government open data",
        ),
    ),
    Rule(
        "stated-terms",
        T("Terms of the source", "Términos de la fuente"),
        T(
            "The publisher states terms of its own: free use or short quotation, always with attribution. Read them at the source before you "
            "pass on more than single figures.",
            "Quien publica indica términos propios: uso libre o cita breve, siempre con atribución. Léalos en la fuente antes de "
            "difundir más que cifras sueltas.",
        ),
        (
            "MIT licence (public copy); data of INEGI",
            "INEGI data",
            "Banco de México data",
            "Energy Institute",
            "Federal Reserve Bank publication",
            "Copyright Wilson Center",
            "Government data; the public copy is under",
            "Open Government Licence - Canada (not confirmed)",
            "The public copy has a licence of its own",
        ),
    ),
    Rule(
        "attributed-facts",
        T("No licence stated: facts with attribution", "Sin licencia indicada: datos con atribución"),
        T(
            "The source states no licence. Only single facts are passed on (a number, its period, its unit, where it stands) with "
            "a short note in our own words; never its text, its table or its picture. Quote them with attribution.",
            "La fuente no indica licencia. Solo se difunden datos sueltos (un número, su periodo, su unidad, dónde está) con "
            "una nota breve en palabras propias; nunca su texto, su tabla ni su imagen. Cítelos con atribución.",
        ),
        ("Not stated",),
    ),
)
_BY_OPENING: Final = sorted(
    ((opening, rule) for rule in RULES for opening in rule.stated), key=lambda pair: len(pair[0]), reverse=True
)


def rule_of(licence: str) -> Rule:
    """The rule for a source whose licence is given in these words; the most cautious where none fits."""
    return next((rule for opening, rule in _BY_OPENING if licence.startswith(opening)), RULES[-1])


def counted(licences: Iterable[str]) -> dict[str, int]:
    """How many of these sources fall under each rule, in the order of the rules."""
    found = Counter(rule_of(licence).id for licence in licences)
    return {rule.id: found[rule.id] for rule in RULES}
