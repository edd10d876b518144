"""Where panels stand in a picture, in px from its left and top edge; no layout engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.picture import PanelPicture
    from diary.charts.style import Style

PAIN_SHARE = 2.4
"""How much taller the pain panel is than the others."""

LEAST_PANEL = 56

STRIP_ROW = 36
"""Most height of a row of words, px at 100 %."""

MOST_PANEL = 300
"""No panel but that of pain is taller, px at 100 %."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: x and y of its upper left corner, width and height, in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The panels' boxes; `beside`: names stand left of the panels, otherwise above them.

    `care_y` is where the strip of medicines and events begins, over the panels.
    """

    width: float
    height: float
    panels: tuple[Box, ...]
    beside: bool
    axis_y: float
    legend_y: float
    care_y: float = 0.0

    @property
    def plot(self) -> Box:
        """All panels together."""
        first, last = self.panels[0], self.panels[-1]
        return Box(first.x, first.y, first.width, last.y + last.height - first.y)


def shares(panels: Sequence[PanelPicture]) -> list[float]:
    """How tall each panel is, compared."""
    return [_share(panel) for panel in panels]


def _share(panel: PanelPicture) -> float:
    if panel.code == "pain":
        return PAIN_SHARE
    return min(1.2, 0.3 + 0.18 * len(panel.ticks)) if panel.strip else 1.0


def plot_width(panels: Sequence[PanelPicture], style: Style, width: float, *, titled: bool) -> float:
    """How wide the panels are in a picture of `width` px."""
    left = style.px(132) if titled and width >= style.px(560) else _axis_room(panels, style)
    return max(width - left - style.px(18), 10)


def layout(
    panels: Sequence[PanelPicture],
    style: Style,
    width: float,
    height: float,
    legend: float,
    *,
    titled: bool,
    care: float = 0.0,
) -> Layout:
    """Place `panels` in a picture of `width` × `height` px with a legend `legend` px high.

    `care` is the height of the strip of medicines and events over them, px.
    """
    px = style.px
    beside = titled and width >= px(560)
    wide = plot_width(panels, style, width, titled=titled)
    left = width - wide - px(18)
    above = px(26) if titled and not beside else 0.0
    top, gap = px(28 if beside else 6) if titled else px(8), px(28) if not above else px(14)
    care_y = px(12 if beside else 6)
    if care:
        # The highest number of the scale keeps its upper half.
        top = care_y + care + px(10 if beside else 5 if style.on_paper else 0)
    axis = px(30) if not style.on_paper else px(26)
    room = height - top - axis - legend - (gap + above) * len(panels) + gap
    boxes = _stacked(panels, style, Box(left, top + above, wide, room), gap + above)
    bottom = boxes[-1].y + boxes[-1].height if boxes else height
    return Layout(
        width=width,
        height=height,
        panels=tuple(boxes),
        beside=beside,
        axis_y=bottom,
        legend_y=min(height - legend, bottom + axis),
        care_y=care_y,
    )


def _stacked(panels: Sequence[PanelPicture], style: Style, room: Box, gap: float) -> list[Box]:
    """Boxes one under another from the top of `room`, whose height they share, `gap` px apart."""
    parts = shares(panels)
    unit = max(room.height / sum(parts), style.px(LEAST_PANEL) / 2) if parts else 0.0
    unit = min(unit, style.px(MOST_PANEL))
    boxes, y = [], room.y
    for panel, part in zip(panels, parts, strict=True):
        rows = style.px(STRIP_ROW * (len(panel.ticks) + 1))
        tall = min(unit * part, rows) if panel.strip else unit * part
        boxes.append(Box(room.x, y, room.width, tall))
        y += tall + gap
    return boxes


def _axis_room(panels: Sequence[PanelPicture], style: Style) -> float:
    longest = max((len(label) for panel in panels for _, label in panel.few_ticks), default=2)
    return style.note_size * (0.6 * longest + 1.0)
