"""Where lanes, labels and the panel of pain stand in the picture of treatments, in px."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.layout import Box, Layout
from diary.charts.treatment_picture import BarLane, DoseLane, Lane, MarkLane, TreatmentPicture

if TYPE_CHECKING:
    from diary.charts.style import Style

LEFT = 158
"""Where the time axis begins, px at 100 %; names stand left of it."""

RIGHT, TOP, AXIS = 16, 8, 30
PAIN_LEAST, PAIN_MOST = 112, 260
PAIN_GAP = 18
"""Between the lowest lane and the panel of pain, px at 100 %."""

ROOMY = {BarLane: 60.0, DoseLane: 48.0, MarkLane: 36.0}
TIGHT = {BarLane: 38.0, DoseLane: 24.0, MarkLane: 36.0}
RING = 26.0
MOST_ROWS = 4
"""Rows of labels beside procedures; what has no place in them is told at the cursor and in the table."""

LABEL_ROW = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Boxes of the lanes from top to bottom, the box of pain, and whether lanes have room for a note."""

    lanes: tuple[Box, ...]
    layout: Layout
    roomy: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Where the label of a mark stands: left edge, row, and whether it is left of its mark."""

    x: float
    row: int
    width: float
    turned: bool


def least_height(picture: TreatmentPicture, style: Style) -> float:
    """How low the picture can be and still be read, px."""
    lanes = sum(_height(one, TIGHT, style) for one in picture.lanes)
    return style.px(TOP + PAIN_LEAST + AXIS + PAIN_GAP) + lanes


def placed(picture: TreatmentPicture, style: Style, width: float, height: float) -> Placed:
    """The boxes in a picture of `width` × `height` px: lanes with room where there is room."""
    px = style.px
    fixed = px(TOP + AXIS + PAIN_GAP)
    heights = [_height(one, ROOMY, style) for one in picture.lanes]
    roomy = sum(heights) + fixed + px(PAIN_LEAST + 8) <= height
    if not roomy:
        heights = [_height(one, TIGHT, style) for one in picture.lanes]
    wide = max(width - px(LEFT + RIGHT), 20.0)
    boxes, y = [], px(TOP)
    for tall in heights:
        boxes.append(Box(px(LEFT), y, wide, tall))
        y += tall
    room = height - y - px(AXIS + PAIN_GAP)
    pain = Box(px(LEFT), y + px(PAIN_GAP), wide, min(max(room, px(60)), px(PAIN_MOST)))
    layout = Layout(
        width=width,
        height=height,
        panels=(pain,),
        beside=True,
        axis_y=pain.y + pain.height,
        legend_y=height,
    )
    return Placed(lanes=tuple(boxes), layout=layout, roomy=roomy)


def _height(lane: Lane, sizes: dict[type, float], style: Style) -> float:
    if isinstance(lane, MarkLane):
        crowded = min(len(lane.marks), MOST_ROWS)
        return style.px(sizes[MarkLane] if crowded <= 1 else LABEL_ROW * crowded + 6)
    return style.px(sizes.get(type(lane), RING))


def label_places(
    marks: Sequence[tuple[float, float]], left: float, right: float, reach: float, rows: int
) -> list[Label | None]:
    """Where labels of marks (x, width) stand beside them so that none covers a mark or another label.

    A label stands right of its mark, or left of it where the picture ends; None where no row has room.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(max(1, rows))]
    found: list[Label | None] = []
    for x, width in marks:
        spots = [(x + reach, False), (x - reach - width, True)]
        spots = [spot for spot in spots if spot[0] >= left and spot[0] + width <= right]
        place = _free(taken, spots, width)
        if place is not None:
            taken[place.row].append((place.x - 4, place.x + width + 4))
        found.append(place)
    return found


def _free(
    taken: Sequence[Sequence[tuple[float, float]]], spots: Sequence[tuple[float, bool]], width: float
) -> Label | None:
    for row, held in enumerate(taken):
        for x, turned in spots:
            if all(x + width <= low or x >= high for low, high in held):
                return Label(x, row, width, turned)
    return None


def fitted(labels: Sequence[str], room: float, width_of: Callable[[str], float], least: int = 14) -> str:
    """The longest of `labels` that fits `room` px; one is cut where enough letters stay; else empty."""
    for at, words in enumerate(labels):
        if width_of(words) <= room:
            return words
        if at + 1 < len(labels) and len(words) > len(labels[at + 1]) + least:
            cut = shortened(words, room, width_of)
            if len(cut) > len(labels[at + 1]) + least:
                return cut
    return ""


def shortened(words: str, room: float, width_of: Callable[[str], float]) -> str:
    """Words with "…" where they are longer than `room` px; empty where not even that fits."""
    if width_of(words) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(f"{words[:middle].rstrip()}…") <= room:
            low = middle
        else:
            high = middle - 1
    return f"{words[:low].rstrip()}…" if low else ""
