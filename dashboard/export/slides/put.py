"""What is put on a slide: words, a native chart with what stands on it, a picture; each with its alternative text."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.export.slides.chart_xml import ChartData
from dashboard.export.slides.ink import Ink
from dashboard.export.slides.look import Look, Room, unused
from dashboard.export.slides.marks_xml import marks_xml
from dashboard.export.slides.plot import Plot
from dashboard.text import Lang

CULTURES: Final[dict[Lang, str]] = {"en": "en-US", "es": "es-MX"}
_A: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@dataclass(frozen=True)
class Run:
    """Words of one look; ``href`` makes them a link to an address, ``to`` one to a slide."""

    text: str
    colour: str = "text"
    bold: bool = False
    href: str = ""
    to: Any = None


Paragraph = Sequence[Run]


def titled(look: Look, layout: Any, title: str, size: float, lang: Lang) -> Any:
    """A new slide with its title in ``size`` points; 0 leaves it to the layout."""
    slide = look.presentation.slides.add_slide(layout)
    holder = slide.shapes.title
    holder.text_frame.text = title
    for run in holder.text_frame.paragraphs[0].runs:
        run._r.get_or_add_rPr().set("lang", CULTURES[lang])
        if size:
            run.font.size = Pt(size)
    return slide


def finished(slide: Any, look: Look) -> None:
    """Take away what was left empty, and number the slide."""
    unused(slide.placeholders)
    number = next((p for p in slide.slide_layout.placeholders if p.placeholder_format.type == KIND.SLIDE_NUMBER), None)
    if number is not None:
        element = copy.deepcopy(number._element)
        slide.shapes._spTree.append(element)
        element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").set("id", str(max(s.shape_id for s in slide.shapes) + 1))
        return
    width, height = (length / 12700 for length in (look.presentation.slide_width, look.presentation.slide_height))
    box = words(slide, Room(width - 80, height - 26, 64, 18), [[Run("‹#›", "muted")]], 11, look.ink, "en", align="r")
    run = box._element.find(f".//{qn('a:r')}")
    field = parse_xml(
        f'<a:fld {_A} id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
        f"{etree.tostring(run.find(qn('a:rPr'))).decode()}<a:t>‹#›</a:t></a:fld>"
    )
    run.getparent().replace(run, field)


def words(
    slide: Any,
    room: Room,
    paragraphs: Sequence[Paragraph],
    size: float,
    ink: Ink,
    lang: Lang,
    *,
    align: str = "l",
    anchor: str = "t",
    spacing: float = 0,
    name: str = "",
) -> Any:
    """A box of words that wraps them and keeps its size; ``spacing``: points after each paragraph."""
    box = slide.shapes.add_textbox(Pt(room.left), Pt(room.top), Pt(room.width), Pt(room.height))
    if name:
        box.name = name
    frame = box.text_frame
    frame.word_wrap = True
    properties = frame._txBody.find(qn("a:bodyPr"))
    for side in ("lIns", "tIns", "rIns", "bIns"):
        properties.set(side, "0")
    properties.set("anchor", anchor)
    for i, paragraph in enumerate(paragraphs):
        holder = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        written(holder, paragraph, size, ink, lang)
        holder._p.get_or_add_pPr().set("algn", align)
        if spacing:
            holder.space_after = Pt(spacing)
    return box


def written(holder: Any, paragraph: Paragraph, size: float, ink: Ink, lang: Lang) -> None:
    """Write runs into a paragraph that python-pptx holds; 0 leaves the size to the placeholder."""
    for run in paragraph:
        if not run.text:
            continue
        made = holder.add_run()
        made.text = run.text
        font = made._r.get_or_add_rPr()
        font.set("lang", CULTURES[lang])
        if size:
            font.set("sz", str(round(size * 100)))
        if run.bold:
            font.set("b", "1")
        if run.href:
            made.hyperlink.address = run.href
        elif run.to is not None:
            _leads(made, run.to)
        elif run.colour != "text":
            font.insert(0, parse_xml(ink.fill(run.colour).replace("<a:solidFill>", f"<a:solidFill {_A}>", 1)))


def _leads(run: Any, slide: Any) -> None:
    """Make a run a link to a slide of the same presentation."""
    link = run.part.relate_to(slide.part, RT.SLIDE)
    at = {qn("r:id"): link, "action": "ppaction://hlinksldjump"}
    run._r.get_or_add_rPr().append(run._r.makeelement(qn("a:hlinkClick"), at))


def chart(slide: Any, room: Room, plot: Plot, name: str, alt: str, ink: Ink) -> Any:
    """A native chart of ``plot``, its words and lines inside it: they move and grow with it."""
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.XY_SCATTER, Pt(room.left), Pt(room.top), Pt(room.width), Pt(room.height), ChartData(plot, ink)
    )
    described(frame, name, alt)
    if plot.marks:
        _drawn_on(frame.chart.part, marks_xml(plot.marks, room.width, room.height, ink))
    return frame


def _drawn_on(part: Any, drawing: bytes) -> None:
    """Give a chart the drawing that lies on it."""
    held = Part(part.package.next_partname("/ppt/drawings/drawing%d.xml"), CT.DML_CHARTSHAPES, part.package, drawing)
    link = part.relate_to(held, RT.CHART_USER_SHAPES)
    holder = part._element.makeelement(qn("c:userShapes"), {qn("r:id"): link})
    part._element.append(holder)


def picture(slide: Any, room: Room, image: bytes, name: str, alt: str) -> Any:
    """A picture in the middle of ``room``, as large as it gets without being stretched."""
    made = slide.shapes.add_picture(io.BytesIO(image), 0, 0)
    scale = min(Pt(room.width) / made.width, Pt(room.height) / made.height)
    made.width, made.height = round(made.width * scale), round(made.height * scale)
    made.left = Pt(room.left) + (Pt(room.width) - made.width) // 2
    made.top = Pt(room.top)
    described(made, name, alt)
    return made


def described(shape: Any, name: str, alt: str) -> None:
    """Name a shape, and say what it shows to whoever cannot see it."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def noted(slide: Any, text: str) -> None:
    """The speaker's notes of a slide."""
    slide.notes_slide.notes_text_frame.text = text
