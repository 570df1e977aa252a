"""Words, lines and areas that lie on a native chart, as DrawingML: they belong to the chart and move with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from dashboard.export.slides.ink import VEIL, Ink
from dashboard.export.slides.plot import Area, Box, Line, Words

_NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"'
)


def marks_xml(marks: Sequence[Words | Line | Area], width: float, height: float, ink: Ink) -> bytes:
    """The drawing on a chart of so many points."""
    shapes = "".join(_anchored(mark, i, width, height, ink) for i, mark in enumerate(marks, 2))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:userShapes {_NAMESPACES}>{shapes}</c:userShapes>'
    ).encode()


def _anchored(mark: Words | Line | Area, id: int, width: float, height: float, ink: Ink) -> str:
    if isinstance(mark, Line):
        box = Box(min(mark.x0, mark.x1), min(mark.y0, mark.y1), abs(mark.x1 - mark.x0), abs(mark.y1 - mark.y0))
        shape = _line(mark, id, box, width, height, ink)
    elif isinstance(mark, Words):
        box, shape = mark.box, _words(mark, id, width, height, ink)
    else:
        box, shape = mark.box, _area(mark, id, width, height, ink)
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{box.x:.5f}</cdr:x><cdr:y>{box.y:.5f}</cdr:y></cdr:from>"
        f"<cdr:to><cdr:x>{box.x + box.width:.5f}</cdr:x><cdr:y>{box.y + box.height:.5f}</cdr:y></cdr:to>"
        f"{shape}</cdr:relSizeAnchor>"
    )


def _place(box: Box, width: float, height: float, turned: str = "") -> str:
    x, y, across, tall = (
        round(v * 12700) for v in (box.x * width, box.y * height, box.width * width, box.height * height)
    )
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{across}" cy="{tall}"/></a:xfrm>'


def _line(mark: Line, id: int, box: Box, width: float, height: float, ink: Ink) -> str:
    turned = ' flipV="1"' if (mark.x1 - mark.x0) * (mark.y1 - mark.y0) < 0 else ""
    look = ink.line(mark.colour, 1, "dot" if mark.dotted else "solid")
    return (
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="{id}" name="Line {id}"/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>'
        f'<cdr:spPr>{_place(box, width, height, turned)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{look}</cdr:spPr>'
        "</cdr:cxnSp>"
    )


def _words(mark: Words, id: int, width: float, height: float, ink: Ink) -> str:
    # What a template's slides lie on may be anything.
    fill = ink.fill("ground") if mark.filled and ink.own else "<a:noFill/>"
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{mark.align}"/>'
        + "".join(
            f'<a:r><a:rPr lang="en-US" sz="{round(mark.size * 100)}" b="{int(bold)}">{ink.fill(token)}'
            f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{escape(text)}</a:t></a:r>'
            for text, token, bold in runs
        )
        + "</a:p>"
        for runs in mark.lines
    )
    return (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{id}" name="Words {id}"/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>'
        f'<cdr:spPr>{_place(mark.box, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</cdr:spPr>'
        f'<cdr:txBody><a:bodyPr wrap="none" lIns="25400" tIns="0" rIns="25400" bIns="0" anchor="{mark.anchor}"/>'
        f"<a:lstStyle/>{paragraphs}</cdr:txBody></cdr:sp>"
    )


def _area(mark: Area, id: int, width: float, height: float, ink: Ink) -> str:
    shape = "triangle" if mark.sign else "rect"
    fill = ink.fill(mark.colour) if mark.sign else ink.fill(mark.colour, VEIL)
    return (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{id}" name="Area {id}"/><cdr:cNvSpPr/></cdr:nvSpPr>'
        f'<cdr:spPr>{_place(mark.box, width, height)}<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
        f"{fill}<a:ln><a:noFill/></a:ln></cdr:spPr></cdr:sp>"
    )
