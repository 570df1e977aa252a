"""The page that a person gets when a request failed: what happened, what to do, where to go on. It stands alone, without
a script or a file of ours, for any of them may be what failed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from dashboard.charts.theme import stylesheet
from dashboard.text import Lang, T

Way = tuple[str, str]  # address, words
HOME: Final = T("To the overview", "Ir al panorama")
SEARCH: Final = T("Search all exhibits", "Buscar en todas las gráficas")
AGAIN: Final = T("Open this page without its filters", "Abrir esta página sin sus filtros")
NEAREST: Final = T("Perhaps you were looking for", "Quizá buscaba")
NUMBER: Final = T("Request", "Solicitud")
ADVICE: Final[dict[int, T]] = {
    400: T(
        "Something in the address is not as it should be. A link from the page itself is always right.",
        "Algo en la dirección no es como debería. Un enlace tomado de la propia página siempre funciona.",
    ),
    404: T(
        "The address may be mistyped, or the link is older than the page.",
        "Puede que la dirección tenga un error o que el enlace sea más antiguo que la página.",
    ),
    414: T(
        "An address holds a few thousand characters. Fewer filters, or a shorter tray, make it shorter.",
        "Una dirección admite unos miles de caracteres. Con menos filtros, o menos gráficas en la bandeja, se acorta.",
    ),
    500: T(
        "Load the page again. If it fails again, report this number to whoever runs this dashboard, with the address "
        "and what you did; the number finds what happened in the log.",
        "Vuelva a cargar la página. Si falla de nuevo, comunique este número a quien administra el tablero, junto con "
        "la dirección y lo que hizo; con el número se encuentra en el registro lo que pasó.",
    ),
    503: T("Try again in a minute.", "Inténtelo de nuevo en un minuto."),
}
STYLE: Final = """
body{margin:0;padding:15vh 24px 48px;background:var(--ground);color:var(--text);
font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:40em;margin:0 auto}
h1{font-size:32px;line-height:1.2;margin:0 0 8px}
h2{font-size:16px;margin:32px 0 0}
p{margin:8px 0}
ul{list-style:none;padding:0;margin:0}
a{display:inline-block;padding:10px 0;color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
small{font-size:14px;color:var(--muted);overflow-wrap:anywhere}
.ways{display:flex;flex-wrap:wrap;gap:0 32px;margin-top:24px}
"""


def page(
    status: int, said: str, request_id: str, lang: Lang, theme: str = "", path: str = "", nearest: Sequence[Way] = ()
) -> str:
    """The whole page as HTML.

    Args:
        status: the HTTP status.
        said: what happened, in a sentence.
        request_id: the number under which it is logged.
        lang: the language of the page, ``en`` or ``es``.
        theme: ``light`` or ``dark``; the system's when empty.
        path: the path that was asked for.
        nearest: addresses that the reader may have meant, with their words.
    """
    ways = [(f"/?lang={lang}", HOME[lang]), (f"/?lang={lang}#search", SEARCH[lang])]
    if status == 414:
        ways.insert(0, (f"{path}?lang={lang}", AGAIN[lang]))
    advice = ADVICE.get(status)
    items = "".join(f"<li>{_link(way)}</li>" for way in nearest)
    near = f"<h2>{NEAREST[lang]}</h2><ul>{items}</ul>" if nearest else ""
    chosen = f' data-theme="{theme}"' if theme else ""
    told = f"<p>{advice[lang]}</p>" if advice else ""
    return (
        f'<!DOCTYPE html><html lang="{lang}"{chosen}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(said)}</title><style>{stylesheet()}{STYLE}</style></head><body><main>"
        f"<h1>{escape(said)}</h1>{told}{near}"
        f'<p class="ways">{" ".join(map(_link, ways))}</p>'
        f"<p><small>{status} · {NUMBER[lang]} {escape(request_id)}</small></p></main></body></html>\n"
    )


def _link(way: Way) -> str:
    address, words = way
    return f'<a href="{escape(address)}">{escape(words)}</a>'
