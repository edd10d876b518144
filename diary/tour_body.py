"""Pictures of the figure: every view, and one drawing with every quality, light, dark and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.figure import Drawn
from diary.anatomy.patterns import OWN
from diary.models.codes import Quality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SHEETS: tuple[tuple[tuple[str, ...], float, float], ...] = (
    (("front", "back", "left", "right"), 1200, 620),
    (("palm", "hand_back", "sole", "foot_top"), 1200, 330),
    (("head_front", "head_left", "head_right", "head_back"), 1200, 330),
    (("mouth", "saddle"), 1200, 330),
)
"""Views side by side, with width and height in px."""

DRAWING = ("front", "back", "sole", "palm")
PLACES: dict[str, tuple[tuple[str, ...], int | None]] = {
    Quality.BURNING: (("sole_inner_L", "sole_outer_L", "toes_1_3_sole_L", "heel_L"), 8),
    Quality.TINGLING: (("thumb_p_R", "index_p_R", "middle_p_R", "palm_radial_R"), 3),
    Quality.NUMBNESS: (("toes_1_3_sole_R", "toes_4_5_sole_R", "web_3_4_R"), None),
    Quality.ELECTRIC: (("knee_back_L", "calf_back_inner_L", "calf_back_outer_L"), 7),
    Quality.TOUCH: (("chest_3_L", "chest_4_L"), 6),
    Quality.COLD: (("palm_ulnar_L", "little_p_L", "ring_ulnar_p_L"), 4),
    Quality.HEAT: (("thigh_front_upper_R", "thigh_front_lower_R"), 5),
    Quality.PRICKLING: (("leg_outer_upper_L", "leg_outer_lower_L"), None),
    Quality.STABBING: (("low_back_L", "low_back_R"), 5),
    Quality.ACHING: (("shoulder_top_b_R", "back_1_R", "back_2_R"), 4),
    Quality.SQUEEZING: (("leg_inner_upper_R", "leg_outer_upper_R"), 3),
    Quality.ITCHING: (("forearm_outer_f_L", "forearm_inner_f_L"), None),
    OWN: (("abd_4_R", "abd_5_R"), 2),
}
"""Where each quality is in the drawing of them all, and how bad it is there."""


def body_pictures(to: Path) -> Iterator[Path]:
    """Writes the pictures into the folder `to`; gives each file as it is written."""
    for number, (views, wide, tall) in enumerate(SHEETS, start=1):
        yield _picture(to / f"body-views-{number}.png", views, (), wide, tall, "light")
    drawn = tuple(_place(quality) for quality in PLACES)
    for palette, ending in (("light", ""), ("dark", "-dark"), ("print", "-print")):
        yield _picture(to / f"body-drawing{ending}.png", DRAWING, drawn, 1000, 620, palette)


def _place(quality: str) -> Drawn:
    from diary.exchange.demo_drawing import drawings

    regions, severity = PLACES[quality]
    strokes, found = drawings(regions)[0]
    return Drawn(
        area=quality,
        regions=tuple(one.region for one in found),
        strokes=strokes,
        qualities=(quality,),
        severity=severity,
    )


def _picture(
    file: Path, views: Sequence[str], drawn: Sequence[Drawn], wide: float, tall: float, palette: str
) -> Path:
    from diary.charts.figure_svg import figure_svg
    from diary.charts.palette import load
    from diary.exchange.typst_setting import svg_picture

    colours = load(palette)
    svg = figure_svg(views, drawn, colours, height=tall, width=wide, print_style=palette == "print")
    file.write_bytes(svg_picture(svg, wide, tall, colours.color("card")))
    return file
