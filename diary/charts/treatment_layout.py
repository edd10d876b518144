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
PAIN_LEAST, PAIN_MOST = 104, 260
PAIN_GAP = 18
"""Between the lowest lane and the panel of pain, px at 100 %."""

ROOMY = {BarLane: 60.0, DoseLane: 48.0, MarkLane: 36.0}
TIGHT = {BarLane: 36.0, DoseLane: 22.0, MarkLane: 36.0}
RING = 24.0
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
    """Where the label of a mark stands: its left edge, its width, its row from the top (None: beside it)."""

    x: float
    width: float
    row: int | None = None


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
        return style.px(sizes[MarkLane] if crowded <= 1 else LABEL_ROW * crowded + 18)
    return style.px(sizes.get(type(lane), RING))


def beside(
    marks: Sequence[tuple[float, float]], left: float, right: float, reach: float
) -> list[Label | None] | None:
    """Labels (x of the mark, width) in one row beside their marks, covering no mark; None where one cannot.

    A label stands right of its mark, or left of it where there is no room.
    """
    taken = [(x - reach, x + reach) for x, _ in marks]
    found: list[Label | None] = []
    for x, width in marks:
        spots = [spot for spot in (x + reach, x - reach - width) if left <= spot and spot + width <= right]
        free = [spot for spot in spots if all(spot + width <= low or spot >= high for low, high in taken)]
        if not free:
            return None
        taken.append((free[0] - 4, free[0] + width + 4))
        found.append(Label(free[0], width))
    return found


def flags(marks: Sequence[tuple[float, float]], left: float, right: float, rows: int) -> list[Label | None]:
    """Labels in rows above their marks (x by date, width), each on a staff up to its row.

    No staff crosses a label: a later one stands under those that hang over its mark. None where no row
    has room; such a mark is told at the cursor and in the table.
    """
    found: list[Label | None] = []
    for x, width in marks:
        staffs = [(spot[0], label) for spot, label in zip(marks, found, strict=False)]
        over = [one.row for _, one in staffs if one is not None and _covers(one, x) and one.row is not None]
        row = max(over, default=-1) + 1
        place: Label | None = None
        if row < rows and x + width <= right:
            place = Label(x, width, row)
        elif row < rows and x - width >= left and _is_clear(staffs, x - width, x, row):
            place = Label(x - width, width, row)
        found.append(place)
    return found


def _covers(label: Label, x: float) -> bool:
    return label.x - 2 <= x <= label.x + label.width + 4


def _is_clear(staffs: Sequence[tuple[float, Label | None]], left: float, right: float, row: int) -> bool:
    """Whether a label turned back would cover no label of its row and no staff that goes as high."""
    for x, one in staffs:
        if one is None or one.row is None:
            continue
        if one.row == row and one.x < right and one.x + one.width > left:
            return False
        if left <= x <= right and one.row <= row:
            return False
    return True


def label_middle(tall: float, room: float, px: Callable[[float], float]) -> float:
    """How high over the floor a bar's label stands: in the bar, or above one too low for it."""
    if 0 < tall < px(16) and tall + px(12) <= room:
        return tall + px(9)
    return max(px(9), min(px(11), tall / 2))


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
