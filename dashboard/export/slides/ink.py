"""Colours and type of a deck: the dashboard's own, or those of somebody's template for all that is no mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.charts.theme import Theme, colour

# What a template's own text colour stands in for, with how much of it is left (per cent).
_TEXTUAL: Final = {"text": 100, "muted": 72, "rule": 25, "grid": 14, "raised": 7}
_GROUND: Final = ("ground",)
VEIL: Final = 12  # per cent of a colour that lies on marks
DIM: Final = 25  # per cent of what was not chosen
DIM_LINE: Final = 45  # the same of a line on which something is chosen
_TINT: Final = 45  # per cent of a colour in what is hollow


@dataclass(frozen=True)
class Ink:
    """The colours of a theme; ``own`` is False where a template brings text colour and ground."""

    theme: Theme = "light"
    own: bool = True

    def hex(self, token: str) -> str:
        """``RRGGBB`` of a token. Raises ``KeyError`` for an unknown one."""
        return colour(token, self.theme)[1:].upper()

    def xml(self, token: str) -> str:
        """A token as DrawingML."""
        if not self.own and token in _TEXTUAL:
            left = _TEXTUAL[token]
            return f'<a:schemeClr val="tx1"><a:alpha val="{left}000"/></a:schemeClr>'
        if not self.own and token in _GROUND:
            return '<a:schemeClr val="bg1"/>'
        return f'<a:srgbClr val="{self.hex(token)}"/>'

    def fill(self, token: str, left: int = 100) -> str:
        """A token as a solid fill; ``left``: how much of it, in per cent."""
        if left < 100:
            faint = f'<a:srgbClr val="{self.hex(token)}"><a:alpha val="{left}000"/></a:srgbClr>'
            return f"<a:solidFill>{faint}</a:solidFill>"
        return f"<a:solidFill>{self.xml(token)}</a:solidFill>"

    def tint(self, token: str) -> str:
        """A token, half of it ground, as a solid fill: what is hollow, seen too where a mark's outline is not drawn."""
        pairs = zip(*(bytes.fromhex(self.hex(one)) for one in (token, "ground")), strict=True)
        mixed = "".join(f"{(_TINT * of + (100 - _TINT) * ground) // 100:02X}" for of, ground in pairs)
        return f'<a:solidFill><a:srgbClr val="{mixed}"/></a:solidFill>'

    def hatch(self, token: str) -> str:
        """Stripes of a token on the ground."""
        return (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{self.xml(token)}</a:fgClr>'
            f"<a:bgClr>{self.xml('ground')}</a:bgClr></a:pattFill>"
        )

    def line(self, token: str, points: float, dash: str = "solid", left: int = 100) -> str:
        """A line of so many points."""
        style = {"solid": "", "dash": '<a:prstDash val="dash"/>', "dot": '<a:prstDash val="sysDot"/>'}[dash]
        return f'<a:ln w="{round(points * 12700)}" cap="rnd">{self.fill(token, left)}{style}<a:round/></a:ln>'
