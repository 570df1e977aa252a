"""The words of presenter mode: what its keys do, its signs and messages, the speaker's window."""

from __future__ import annotations

from typing import Final

from dashboard.text import T

PRESENT: Final = T("Present", "Presentar")
TITLE: Final = T("Presentation", "Presentación")
EMPTY_TRAY: Final = T(
    "The tray is empty. “Add to tray” on any card puts an exhibit into the running order.",
    "La bandeja está vacía. «Añadir a la bandeja», en cualquier gráfica, la incorpora al orden de presentación.",
)
TO_OVERVIEW: Final = T("To the overview", "Ir al panorama")
PRINT: Final = T("Print", "Imprimir")
PRINTED: Final = T("Printed {date} from {address}", "Impreso el {date} desde {address}")
TRAY: Final = T("Tray", "Bandeja")
TRAY_WORDS: Final = {
    "name": TRAY,
    "add": T("Add to tray", "Añadir a la bandeja"),
    "take": T("Take from tray", "Quitar de la bandeja"),
    "empty": T(
        "Nothing is in the tray. “Add to tray” on a card puts it here.",
        "La bandeja está vacía. «Añadir a la bandeja» en una gráfica la pone aquí.",
    ),
    "up": T("Move up", "Subir"),
    "down": T("Move down", "Bajar"),
    "remove": T("Remove", "Quitar"),
    "present": T("Present these", "Presentar estas"),
    "deck": T("Slides (PPTX)", "Diapositivas (PPTX)"),
    "clear": T("Empty the tray", "Vaciar la bandeja"),
    "added": T("Added to the tray: {name}", "Añadida a la bandeja: {name}"),
    "taken": T("Taken from the tray: {name}", "Quitada de la bandeja: {name}"),
}

# What a key does: the keys in words, the name of the action in the script, and its words.
KEYS: Final[tuple[tuple[T, str, T], ...]] = (
    (T("→ ↓ PgDn Space Enter", "→ ↓ AvPág Espacio Intro"), "next", T("Next", "Siguiente")),
    (T("← ↑ PgUp Backspace", "← ↑ RePág Retroceso"), "previous", T("Previous", "Anterior")),
    (T("Home", "Inicio"), "first", T("First exhibit", "Primera gráfica")),
    (T("End", "Fin"), "last", T("Last exhibit", "Última gráfica")),
    (T("number, Enter", "número, Intro"), "", T("Go to an exhibit", "Ir a una gráfica")),
    (T("V", "V"), "view", T("Next view", "Siguiente vista")),
    (T("L", "L"), "vintage", T("Report / and since?", "Informe / ¿y desde entonces?")),
    (T("T", "T"), "table", T("Printed table / chart", "Tabla impresa / gráfica")),
    (T("Y", "Y"), "years", T("Filter years", "Filtrar años")),
    (T("D", "D"), "filter", T("Filter by a dimension", "Filtrar por dimensión")),
    (T("M", "M"), "marks", T("Walk the marks", "Recorrer los datos")),
    (T("U", "U"), "undo", T("Undo the last filter", "Deshacer el último filtro")),
    (T("0 R", "0 R"), "opening", T("Back to the opening state", "Volver al estado inicial")),
    (T("B .", "B ."), "black", T("Black screen", "Pantalla negra")),
    (T("F", "F"), "fullscreen", T("Full screen", "Pantalla completa")),
    (T("S", "S"), "speaker", T("Speaker window", "Ventana del orador")),
    (T("Esc", "Esc"), "leave", T("Leave", "Salir")),
)

STAGE: Final = {
    "of": T("{n} / {total}", "{n} / {total}"),
    "view": T("View {n} of {total}: {name}", "Vista {n} de {total}: {name}"),
    "keys": T("Keys: ?", "Teclas: ?"),
    "help": T("Keys", "Teclas"),
    "close": T("Close", "Cerrar"),
    "goto": T("Go to {n}: Enter", "Ir a {n}: Intro"),
    "none": T("There is no exhibit {n}; there are {total}.", "No hay gráfica {n}; son {total}."),
    "years": T("Years", "Años"),
    "years_form": T(
        "Years from {first} to {last}: 2000-2015, or 2008,2012. Enter applies; an empty box shows all.",
        "Años de {first} a {last}: 2000-2015, o 2008,2012. Intro aplica; vacío muestra todos.",
    ),
    "years_wrong": T(
        "“{found}” cannot be read. Write 2000-2015, or 2008,2012, from {first} to {last}.",
        "No se entiende «{found}». Escriba 2000-2015, o 2008,2012, de {first} a {last}.",
    ),
    "filter": T("Filter", "Filtrar"),
    "no_dimension": T(
        "This exhibit can be filtered by years only: Y.", "Esta gráfica solo se puede filtrar por años: Y."
    ),
    "no_table": T("The report prints no table here.", "Aquí el informe no imprime ninguna tabla."),
    "one_view": T("This exhibit has one view.", "Esta gráfica tiene una sola vista."),
    "nothing_to_undo": T("There is no filter to undo.", "No hay filtro que deshacer."),
    "end": T("This is the last exhibit.", "Esta es la última gráfica."),
    "start": T("This is the first exhibit.", "Esta es la primera gráfica."),
    "loading": T("loading …", "cargando …"),
    "fetching": T("Fetching {n} of {total} …", "Cargando {n} de {total} …"),
    "ready": T("Offline ready", "Lista sin conexión"),
    "memory": T("Offline ready, but do not reload", "Lista sin conexión, pero no recargue"),
    "not_ready": T("Not all is here yet", "Aún no está todo"),
    "missing": T(
        "No network, and this filter was not fetched ahead: the picture stays as it was.",
        "Sin red, y este filtro no se cargó antes: la gráfica queda como estaba.",
    ),
    "unfiltered": T(
        "No network, and this exhibit was not fetched under the filters: they are removed.",
        "Sin red, y esta gráfica no se cargó con los filtros: se quitaron.",
    ),
    "failed": T(
        "This exhibit could not be loaded. Check the network and press → again.",
        "No se pudo cargar esta gráfica. Revise la red y oprima → otra vez.",
    ),
    "no_way_out": T(
        "No network: the chapter’s page cannot be opened now. The presentation goes on.",
        "Sin red: no se puede abrir la página del capítulo. La presentación sigue.",
    ),
    "blocked": T(
        "The browser did not open the speaker window. Allow pop-ups for this site and press S again.",
        "El navegador no abrió la ventana del orador. Permita ventanas emergentes y oprima S otra vez.",
    ),
    "no_fullscreen": T(
        "The browser does not allow full screen here.", "El navegador no permite pantalla completa aquí."
    ),
    "more": T("More below", "Sigue abajo"),
    "black": T("The screen is black; B brings it back.", "La pantalla está en negro; B la devuelve."),
}

SPEAKER_TITLE: Final = T("Speaker view", "Vista del orador")
SPEAKER: Final = {
    "now": T("On stage", "En pantalla"),
    "next": T("Next", "Sigue"),
    "newest": T("Newest value", "Último dato"),
    "notes": T("Notes", "Notas"),
    "sources": T("Sources", "Fuentes"),
    "clock": T("Time", "Hora"),
    "timer": T("Since the start", "Desde el inicio"),
    "restart": T("Restart the timer", "Reiniciar el cronómetro"),
    "previous": T("Previous", "Anterior"),
    "following": T("Next", "Siguiente"),
    "black": T("Black screen", "Pantalla negra"),
    "is_black": T("The screen is black", "La pantalla está en negro"),
    "waiting": T(
        "Waiting for the presentation. Open it in this browser, at the address of this page without “/speaker”.",
        "A la espera de la presentación. Ábrala en este navegador, en la dirección de esta página sin «/speaker».",
    ),
    "last": T("That was the last exhibit.", "Era la última gráfica."),
    "step": T("Step {n} of {total}", "Paso {n} de {total}"),
    "keys": T("The keys of the stage work here too.", "Las teclas de la presentación también funcionan aquí."),
    "of": T("{n} / {total}", "{n} / {total}"),
}
