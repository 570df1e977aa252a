"""The words of the page itself: controls, labels, messages. Those of an exhibit stand in its declaration."""

from __future__ import annotations

from typing import Final

from dashboard.text import T

SITE: Final = T("Charting U.S.-Mexico relations", "La relación México-EE. UU. en datos")
TAGLINE: Final = T(
    "Every figure of the Wilson Center report Charting a New Course (March 2017), from cited data, and what came after",
    "Cada gráfica del informe Charting a New Course del Wilson Center (marzo de 2017), con datos citados, y lo que siguió",
)
OVERVIEW: Final = T("Overview", "Panorama")
RECOMMENDATIONS: Final = T("Recommendations", "Recomendaciones")
SEARCH: Final = T("Search (press /)", "Buscar (tecla /)")
SEARCH_NONE: Final = T("Nothing found", "Sin resultados")
# Of one, and of more.
SEARCH_FOUND: Final = T("1 result|{n} results", "1 resultado|{n} resultados")
CHANGED: Final = T("1 exhibit changed|{n} exhibits changed", "1 gráfica cambió|Cambiaron {n} gráficas")
REMOVED: Final = T("Removed: {names}", "Se quitó: {names}")
FILTER_BY: Final = T("Filter by", "Filtrar por")
FILTER_WORDS: Final = {
    "years": T("Years", "Años"),
    "first": T("First year", "Primer año"),
    "last": T("Last year", "Último año"),
    "play": T("Play", "Reproducir"),
    "stop": T("Stop", "Detener"),
    "find": T("Find", "Buscar"),
    "allowed": T("Years from {first} to {last}.", "Años de {first} a {last}."),
    "whole": T("{name}, all of it", "{name}, en conjunto"),
    "keep": T("Keep as my state", "Guardar como mi estado"),
    "forget": T("Forget my state ({state})", "Olvidar mi estado ({state})"),
}
SKIP: Final = T("Skip to the exhibits", "Ir a las gráficas")
CHAPTERS: Final = T("Chapters", "Capítulos")
CONTENTS: Final = T("In this chapter", "En este capítulo")
CONTROLS: Final = T("View settings", "Ajustes de la vista")
VINTAGE: Final = T("Data", "Datos")
VINTAGES: Final = {
    "report": T("As in the report", "Como en el informe"),
    "latest": T("And since?", "¿Y desde entonces?"),
}
VINTAGE_HELP: Final = T(
    "What the report showed in March 2017, or all that is known today",
    "Lo que el informe mostró en marzo de 2017, o todo lo que se sabe hoy",
)
EVENTS: Final = T("Events", "Hechos")
EVENT_CHOICES: Final = {"main": T("Agreements and laws", "Acuerdos y leyes"), "all": T("All", "Todos")}
THEME: Final = T("Theme", "Tema")
THEMES: Final = {"light": T("Light", "Claro"), "dark": T("Dark", "Oscuro")}
THEME_OF_SYSTEM: Final = T("Auto", "Auto")  # the system's
LANGUAGE: Final = T("Language", "Idioma")
LANGUAGES: Final = {"en": "English", "es": "Español"}
VIEWS: Final = T("Views of this exhibit", "Vistas de esta gráfica")
ADDED: Final = T("Added", "Añadido")
FILTERS: Final = T("Active filters", "Filtros activos")
REMOVE: Final = T("Remove filter: {name}", "Quitar filtro: {name}")
CLEAR_ALL: Final = T("Clear all", "Quitar todos")
DISMISS: Final = T("Dismiss", "Cerrar")
TABLE: Final = T("Table", "Tabla")
SOURCES: Final = T("Sources and gaps", "Fuentes y lagunas")
CLAIMS: Final = T("What the report says", "Lo que dice el informe")
ARGUED: Final = T("What the chapter argued in March 2017", "Lo que sostenía el capítulo en marzo de 2017")
RECOMMENDED: Final = T("What the chapter recommends", "Lo que recomienda el capítulo")
FILTERS_BUTTON: Final = T("Filters", "Filtros")
BEARING: Final = T("Recommendations that bear on it", "Recomendaciones relacionadas")
MORE: Final = T("More", "Más")
SHARE: Final = T("Share", "Compartir")
COPY_LINK: Final = T("Copy link", "Copiar enlace")
COMPARE: Final = T("Compare", "Comparar")
UNPIN: Final = T("End comparison", "Terminar comparación")
COPIED: Final = T("Link copied", "Enlace copiado")
EMBED: Final = T("Embed", "Insertar")
EMBED_COPIED: Final = T("Code for your page copied", "Código para su página copiado")
OPEN_IN_DASHBOARD: Final = T("Open in the dashboard", "Abrir en el tablero")
ALONE: Final = T("Open alone", "Abrir por separado")
WHOLE_CHAPTER: Final = T("All exhibits of this chapter", "Todas las gráficas de este capítulo")
TABLE_DRAWN: Final = T("What the chart shows", "Lo que muestra la gráfica")
TABLE_ALL: Final = T("All rows, with status and source", "Todas las filas, con estatus y fuente")
TABLE_OF: Final = T("Table: {label}", "Tabla: {label}")
TABLE_WHICH: Final = T("Which table", "Qué tabla")
TABLE_OPENED: Final = T("Table opened: {label}", "Tabla abierta: {label}")
TABLE_CLOSED: Final = T("Table closed", "Tabla cerrada")
CLOSE_TABLE: Final = T("Close the table", "Cerrar la tabla")
SHOW_MORE: Final = T("Show {n} more of {total} rows", "Mostrar {n} más de {total} filas")
ROWS: Final = T("{total} rows", "{total} filas")
ONE_ROW: Final = T("1 row", "1 fila")
SORT: Final = T("Sort by {column}", "Ordenar por {column}")
GAPS: Final = T("What is missing", "Lo que falta")
NO_GAPS: Final = T("Nothing that we know of is missing.", "No sabemos de ninguna laguna.")
NOTES: Final = T("Notes", "Notas")
LOADING: Final = T("Loading the page …", "Cargando la página …")
NO_SCRIPT: Final = T(
    "The charts of this page need JavaScript. The data behind them can be downloaded without it.",
    "Las gráficas de esta página necesitan JavaScript. Los datos se pueden descargar sin él.",
)
KEYS: Final = T(
    "Everything works with the keyboard: on a chart the arrows walk its marks, T opens its table, S plays a series.",
    "Todo funciona con el teclado: en una gráfica las flechas recorren los datos, T abre la tabla y S hace oír una serie.",
)
COLUMNS: Final = {
    "series": T("Series", "Serie"),
    "period": T("Period", "Periodo"),
    "value": T("Value", "Valor"),
    "unit": T("Unit", "Unidad"),
    "status": T("Status", "Estatus"),
    "source": T("Source", "Fuente"),
    "locator": T("Where in the source", "Dónde en la fuente"),
    "note": T("Note", "Nota"),
    "category": T("Row", "Renglón"),
}
READ_FROM: Final = {
    "page": T("read from the publisher’s page", "leído en la página de quien publica"),
    "archived-page": T("read from an archived copy of the page", "leído en una copia archivada de la página"),
    "public-copy": T(
        "read from a copy of the official file in a public repository",
        "leído en una copia del archivo oficial en un repositorio público",
    ),
    "report": T("read from the report", "leído en el informe"),
}
FOOTER: Final = T(
    "An independent reproduction from public data. The report’s own text is not reproduced here.",
    "Una reproducción independiente con datos públicos. Aquí no se reproduce el texto del informe.",
)
ERROR_DATA: Final = T(
    "The figures could not be loaded. Reload the page to try again.",
    "No se pudieron cargar las gráficas. Recargue la página para intentarlo de nuevo.",
)
