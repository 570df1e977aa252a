"""The presentation that slides are put into: the dashboard's own look, or anybody's template; where slides have room."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.charts.theme import Theme
from dashboard.export.slides.ink import Ink
from dashboard.text import T

FONT: Final = "Inter"
# The figures by which a machine without the font finds one like it: those of Arial.
_PANOSE: Final = "020B0604020202020204"
_WIDE, _HIGH = 960, 540  # points, 16:9
_MARGIN = 44
_FOOTERS: Final = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)
_TITLES: Final = (KIND.TITLE, KIND.CENTER_TITLE)
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TEMPLATE_TYPE: Final = b"presentationml.template.main+xml"
_PRESENTATION_TYPE: Final = b"presentationml.presentation.main+xml"
NO_PRESENTATION: Final = T(
    "“{name}” is no PowerPoint presentation. Allowed: a file with the ending .pptx or .potx.",
    "«{name}» no es una presentación de PowerPoint. Se permite un archivo con terminación .pptx o .potx.",
)
NO_TITLE: Final = T(
    "“{name}” has no slide layout with a title. Allowed: a presentation with at least one.",
    "«{name}» no tiene ningún diseño de diapositiva con título. Se permite una presentación que tenga al menos uno.",
)


class DeckError(ValueError):
    """Why a deck cannot be made; ``words`` says it in both languages, with what is allowed."""

    def __init__(self, words: T) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Room:
    """A rectangle of a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class Look:
    """A presentation without slides, and how its slides are laid out. ``own``: in the dashboard's look."""

    presentation: Any
    ink: Ink
    own: bool
    opening: Any
    plain: Any

    @property
    def title(self) -> Room:
        """Where the layout of exhibits has its title."""
        return _room(next(p for p in self.plain.placeholders if p.placeholder_format.type in _TITLES))

    @property
    def content(self) -> Room:
        """What lies between the title and the layout's footers."""
        title, height = self.title, self.presentation.slide_height / 12700
        feet = [_room(p).top for p in self.plain.placeholders if p.placeholder_format.type in _FOOTERS]
        low = min((top for top in feet if top > 0.6 * height), default=0.94 * height)
        bottom = height - 10 if self.own else low - 2
        return Room(title.left, title.bottom + 2, title.width, bottom - title.bottom - 2)


def _room(shape: Any) -> Room:
    return Room(*(length / 12700 for length in (shape.left, shape.top, shape.width, shape.height)))


def own(theme: Theme) -> Look:
    """The dashboard's look: its ground, its colours as the theme's, calm type, the layouts that are used and no other."""
    ink = Ink(theme)
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(_WIDE), Pt(_HIGH)
    presentation.element.sldSz.attrib.pop("type", None)  # it says 4:3
    master = presentation.slide_master
    kept = {layout.name: layout for layout in master.slide_layouts if layout.name in ("Title Slide", "Title Only")}
    for layout in list(master.slide_layouts):
        if layout.name not in kept:
            master.slide_layouts.remove(layout)
    _paint(master, ink)
    _set_type(master)
    for holder in (master, *kept.values()):
        _place(holder, opening=holder is kept["Title Slide"])
    return Look(presentation, ink, True, kept["Title Slide"], kept["Title Only"])


def of_template(file: bytes, name: str, theme: Theme) -> Look:
    """Somebody's presentation, its slides taken out: masters, layouts, fonts and size stay.

    Raises:
        DeckError: for a file that is no presentation, or one without any layout that has a title.
    """
    try:
        presentation = Presentation(io.BytesIO(_as_presentation(file)))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise DeckError(NO_PRESENTATION.format(name=name)) from None
    _empty(presentation)
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if _kinds(layout) & {*_TITLES}]
    if not titled:
        raise DeckError(NO_TITLE.format(name=name))
    only = [layout for layout in titled if KIND.TITLE in _kinds(layout) and len(_kinds(layout) - {*_FOOTERS}) == 1]
    opening = [layout for layout in titled if {KIND.CENTER_TITLE, KIND.SUBTITLE} & _kinds(layout)]
    plain = (only or titled)[0]
    return Look(presentation, Ink(theme, own=False), False, (opening or [plain])[0], plain)


def _as_presentation(file: bytes) -> bytes:
    """The bytes of a ``.potx`` as those of a presentation; those of a presentation as they are."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        types = packed.read("[Content_Types].xml")
        if _TEMPLATE_TYPE not in types:
            return file
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as repacked:
            for entry in packed.infolist():
                body = packed.read(entry)
                repacked.writestr(entry, body.replace(_TEMPLATE_TYPE, _PRESENTATION_TYPE) if body == types else body)
    return held.getvalue()


def _kinds(layout: Any) -> set[Any]:
    return {placeholder.placeholder_format.type for placeholder in layout.placeholders}


def _empty(presentation: Any) -> None:
    """Take out all slides, and the list of sections that names them."""
    ids = presentation.slides._sldIdLst
    for slide in list(ids):
        presentation.part.drop_rel(slide.rId)
        ids.remove(slide)
    for extension in presentation.part._element.findall(f"{qn('p:extLst')}/{qn('p:ext')}"):
        if any(etree.QName(child).localname == "sectionLst" for child in extension):
            extension.getparent().remove(extension)


def _paint(master: Any, ink: Ink) -> None:
    """The theme's colours and fonts: the dashboard's."""
    part = master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob)
    tokens = {
        "dk1": "text", "lt1": "ground", "dk2": "muted", "lt2": "raised", "accent1": "us", "accent2": "mx",
        "accent3": "kind-a", "accent4": "kind-c", "accent5": "ca", "accent6": "other", "hlink": "accent", "folHlink": "accent",
    }  # fmt: skip
    scheme = theme.find(f".//{{{_A}}}clrScheme")
    scheme.set("name", "Charting U.S.-Mexico relations")
    for name, token in tokens.items():
        holder = scheme.find(f"{{{_A}}}{name}")
        for old in list(holder):
            holder.remove(old)
        etree.SubElement(holder, f"{{{_A}}}srgbClr", val=ink.hex(token))
    fonts = theme.find(f".//{{{_A}}}fontScheme")
    fonts.set("name", FONT)
    for latin in fonts.iter(f"{{{_A}}}latin"):
        latin.set("typeface", FONT)
        latin.set("panose", _PANOSE)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_type(master: Any) -> None:
    """Headlines in bold at the left, text without bullets."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    font = title.find(qn("a:defRPr"))
    font.set("sz", "2800")
    font.set("b", "1")
    body = styles.find(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    for bullet in body.findall(qn("a:buChar")) + body.findall(qn("a:buFont")):
        body.remove(bullet)
    body.set("marL", "0")
    body.set("indent", "0")
    body.insert(len(body) - 1, body.makeelement(qn("a:buNone"), {}))
    body.find(qn("a:defRPr")).set("sz", "1800")


def _place(holder: Any, opening: bool) -> None:
    """Where the placeholders of the master or of a layout stand; date and footer are not used."""
    wide = _WIDE - 2 * _MARGIN
    rooms = {
        **dict.fromkeys(_TITLES, Room(_MARGIN, 120, wide - 120, 112) if opening else Room(_MARGIN, 32, wide, 71)),
        **dict.fromkeys((KIND.BODY, KIND.SUBTITLE), Room(_MARGIN, 246, wide - 120, 150)),
        KIND.SLIDE_NUMBER: Room(_WIDE - _MARGIN - 60, _HIGH - 36, 60, 18),
    }
    for placeholder in list(holder.placeholders):
        kind = placeholder.placeholder_format.type
        if kind not in rooms:
            placeholder._element.getparent().remove(placeholder._element)
            continue
        room = rooms[kind]
        placeholder.left, placeholder.top = Pt(room.left), Pt(room.top)
        placeholder.width, placeholder.height = Pt(room.width), Pt(room.height)
        body = placeholder._element.txBody.find(qn("a:bodyPr"))
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", "b" if kind in _TITLES else "ctr" if kind == KIND.SLIDE_NUMBER else "t")
        for fit in list(body):
            body.remove(fit)
        if opening:
            _plain_levels(placeholder._element.txBody.find(qn("a:lstStyle")))
        if kind == KIND.SLIDE_NUMBER:
            for font in placeholder._element.iter(qn("a:defRPr")):
                font.set("sz", "1100")


def _plain_levels(style: Any) -> None:
    """The opening slide says nothing of its own about type: the master's words are at the left there too."""
    for level in list(style):
        style.remove(level)


def unused(placeholders: Iterable[Any]) -> None:
    """Take the placeholders that nothing was written into off a slide."""
    for placeholder in list(placeholders):
        if not placeholder.has_text_frame or not placeholder.text_frame.text:
            placeholder._element.getparent().remove(placeholder._element)
