"""Drawing on the figure: a drag is a stroke in the view's own units, a press that stays is a tap."""

from __future__ import annotations

from math import hypot

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.anatomy.drawing import BRUSHES, brush_radius
from diary.anatomy.figure import Drawn
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.ui.body.figure_view import FigureView
from diary.ui.body.taps import Taps
from tests.ui.body.hands import Heard, drag, line_to, tap

CHEST = ("chest_2_R", "front")
BURNING = Drawn(area="a", regions=("heel_L",), qualities=("burning",), severity=6, selected=True)


def picture(figure: FigureView) -> QImage:
    image = QImage(figure.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    figure.render(image, QPoint(0, 0))
    return image


def in_units(figure: FigureView, spot: QPointF, region: str, view: str) -> tuple[float, float]:
    """Where a spot of the figure lies in a view, measured from a region's label point."""
    x, y = load_view(view).regions[region].label
    there = figure.place_of(region, view)
    other = next(one for one in load_view(view).regions if one != region)
    x1, y1 = load_view(view).regions[other].label
    scale = hypot(*(figure.place_of(other, view) - there).toTuple()) / hypot(x1 - x, y1 - y) * 10
    return x / 10 + (spot.x() - there.x()) / scale, y / 10 + (spot.y() - there.y()) / scale


@pytest.mark.parametrize(
    ("tool", "mode"), [("paint", StrokeMode.PAINT), ("erase", StrokeMode.ERASE), ("fill", StrokeMode.FILL)]
)
def test_a_drag_is_one_stroke_of_the_tool_in_hand(
    figure: FigureView, heard: Heard, tool: str, mode: StrokeMode
) -> None:
    figure.tool = tool
    start = figure.place_of(*CHEST)
    drag(figure, line_to(start, 12, 60))
    (stroke,) = heard.strokes
    assert (stroke.view, stroke.mode) == ("front", mode)
    assert stroke.radius == (0 if tool == "fill" else brush_radius("front", "fingers"))
    ends = [in_units(figure, QPointF(spot.toPoint()), *CHEST) for spot in (start, start + QPointF(12, 60))]
    assert stroke.points[:2] == pytest.approx(ends[0], abs=1.5)
    assert stroke.points[-2:] == pytest.approx(ends[1], abs=1.5)
    assert heard.taps == []


def test_a_straight_drag_needs_two_points_however_many_moves_it_took(
    figure: FigureView, heard: Heard
) -> None:
    figure.tool = "fill"
    drag(figure, line_to(figure.place_of(*CHEST), 0, 80, steps=80))
    assert len(heard.strokes[0].points) == 4


@pytest.mark.parametrize("tool", ["paint", "erase", "fill"])
def test_a_press_that_hardly_moves_is_a_tap_in_every_tool(
    figure: FigureView, heard: Heard, tool: str
) -> None:
    figure.tool = tool
    drag(figure, line_to(figure.place_of(*CHEST), 2, 2))
    assert heard.taps == [("front", "chest_2_R")]
    assert heard.strokes == []


def test_a_stroke_stays_in_the_view_it_began_in(figure: FigureView, heard: Heard) -> None:
    start, end = figure.place_of(*CHEST), figure.place_of("heel_L", "sole")
    drag(figure, [start, (start + end) / 2, end])
    (stroke,) = heard.strokes
    assert stroke.view == "front"
    beside = brush_radius("front", "fingers") + 1
    assert max(stroke.points[::2]) <= load_view("front").width / 10 + beside


def test_a_stroke_beside_the_body_is_nothing(figure: FigureView, heard: Heard) -> None:
    figure.brush = "fingertip"
    drag(figure, line_to(QPointF(6, 320), 0, 50))
    assert heard.strokes == []
    assert heard.taps == []


def test_a_stroke_may_begin_beside_the_body(figure: FigureView, heard: Heard) -> None:
    drag(figure, line_to(QPointF(10, 160), 100, 0))
    assert [stroke.view for stroke in heard.strokes] == ["front"]


def test_escape_lets_a_stroke_come_to_nothing(figure: FigureView, heard: Heard) -> None:
    before = picture(figure)
    spots = line_to(figure.place_of(*CHEST), 0, 60)
    drag(figure, spots, release=False)
    QTest.keyClick(figure, Qt.Key.Key_Escape)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spots[-1].toPoint())
    figure.forget_pointer()
    assert heard.strokes == []
    assert heard.taps == []
    assert picture(figure) == before


def test_a_right_press_lets_a_stroke_come_to_nothing(figure: FigureView, heard: Heard) -> None:
    spots = line_to(figure.place_of(*CHEST), 0, 60)
    drag(figure, spots, release=False)
    QTest.mousePress(figure, Qt.MouseButton.RightButton, pos=spots[-1].toPoint())
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spots[-1].toPoint())
    assert heard.strokes == []
    assert heard.taps == []


def test_what_lies_under_the_pointer_is_named_while_drawing(figure: FigureView, heard: Heard) -> None:
    drag(figure, line_to(figure.place_of("calf_back_outer_L", "back"), 0, -70), release=False)
    assert heard.named[0] == "left calf, outer half (back)"
    assert "back of the left thigh" in heard.named


def test_paint_shows_while_it_is_drawn(figure: FigureView) -> None:
    figure.set_areas([BURNING])
    start = figure.place_of(*CHEST)
    before = picture(figure)
    drag(figure, line_to(start, 0, 60), release=False)
    along, beside = (start + QPointF(0, 30)).toPoint(), (start + QPointF(0, 110)).toPoint()
    shown = picture(figure)
    assert shown.pixelColor(along) != before.pixelColor(along)
    assert shown.pixelColor(beside) == before.pixelColor(beside)
    assert figure.live_quality == "burning"


def test_paint_never_leaves_the_body_while_it_is_drawn(figure: FigureView) -> None:
    figure.brush = "fingertip"
    before = picture(figure)
    drag(figure, line_to(QPointF(20, 240), 180, 0), release=False)
    figure.forget_pointer()
    shown = picture(figure)
    outside = QPoint(40, 240)
    assert figure.region_at(QPointF(outside), 0) is None
    assert shown.pixelColor(outside) == before.pixelColor(outside)


def test_paint_does_not_grow_darker_where_it_lies_twice(figure: FigureView) -> None:
    figure.set_areas([Drawn(area="a", regions=("heel_L",), severity=8, selected=True)])
    start = figure.place_of("thigh_front_upper_R", "front")
    there, back = line_to(start, 0, 40), line_to(start + QPointF(0, 40), 0, -40)
    drag(figure, there, release=False)
    once = picture(figure).pixelColor(start.toPoint() + QPoint(0, 20))
    for spot in back:
        QTest.mouseMove(figure, spot.toPoint())
    assert picture(figure).pixelColor(start.toPoint() + QPoint(0, 20)) == once


def test_the_eraser_shows_while_it_is_drawn(figure: FigureView) -> None:
    bare = picture(figure)
    figure.set_areas([BURNING])
    figure.tool, figure.brush = "erase", "palm"
    spot = figure.place_of("heel_L", "sole")
    drag(figure, line_to(spot, -8, 0), release=False)
    figure.forget_pointer()
    assert picture(figure).pixelColor(spot.toPoint()) == bare.pixelColor(spot.toPoint())


def test_the_eraser_leaves_other_areas_alone(figure: FigureView) -> None:
    numb = Drawn(area="b", regions=("sole_inner_L",), qualities=("numbness",), severity=2)
    figure.set_areas([BURNING, numb])
    spot = figure.place_of("sole_inner_L", "sole")
    before = picture(figure)
    figure.tool = "erase"
    drag(figure, line_to(spot, 0, 12), release=False)
    figure.forget_pointer()
    assert picture(figure).pixelColor(spot.toPoint()) == before.pixelColor(spot.toPoint())


def test_filling_shows_every_region_passed(figure: FigureView) -> None:
    before = picture(figure)
    figure.tool = "fill"
    calf, thigh = figure.place_of("calf_back_inner_R", "back"), figure.place_of("thigh_back_R", "back")
    drag(figure, [calf, thigh], release=False)
    figure.forget_pointer()
    shown = picture(figure)
    for region in ("calf_back_inner_R", "knee_back_R", "thigh_back_R"):
        spot = figure.place_of(region, "back").toPoint()
        assert shown.pixelColor(spot) != before.pixelColor(spot)
    left = figure.place_of("thigh_back_L", "back").toPoint()
    assert shown.pixelColor(left) == before.pixelColor(left)


def test_a_stroke_has_the_radius_of_its_brush_in_that_view(figure: FigureView, heard: Heard) -> None:
    radii = {}
    for brush in BRUSHES:
        figure.brush = brush
        drag(figure, line_to(figure.place_of("palm_radial_R", "palm"), 0, -12))
        radii[brush] = heard.strokes[-1].radius
    assert radii == {brush: brush_radius("palm", brush) for brush in BRUSHES}
    assert radii["fingertip"] < radii["fingers"] < radii["palm"]


def test_the_ring_of_the_brush_follows_the_pointer(figure: FigureView) -> None:
    figure.brush = "palm"
    start = figure.place_of("abd_3_L", "front").toPoint()
    QTest.mouseMove(figure, start)
    here = picture(figure)
    QTest.mouseMove(figure, start + QPoint(1, 0))
    assert picture(figure) != here
    figure.tool = "fill"
    filled = picture(figure)
    QTest.mouseMove(figure, start)
    assert picture(figure) == filled


def test_a_figure_that_is_only_pressed_draws_nothing(figure: FigureView, qtbot: object) -> None:
    pressed = FigureView(draws=False)
    qtbot.addWidget(pressed)  # type: ignore[attr-defined]
    pressed.resize(608, 388)
    pressed.show()
    heard = Heard(pressed)
    drag(pressed, line_to(pressed.place_of(*CHEST), 0, 60))
    tap(pressed, pressed.place_of(*CHEST))
    assert heard.strokes == []
    assert ("front", "chest_2_R") in heard.taps


def test_a_steadied_hand_may_move_more_within_a_tap(figure: FigureView, heard: Heard) -> None:
    figure.steady = True
    drag(figure, line_to(figure.place_of(*CHEST), 10, 8))
    assert heard.taps == [("front", "chest_2_R")]
    assert heard.strokes == []


def test_a_steadied_tap_finds_the_nearest_region_farther_away(figure: FigureView, heard: Heard) -> None:
    beside = figure.place_of("leg_outer_lower_R", "front") - QPointF(24, 0)
    tap(figure, beside)
    assert heard.taps == []
    figure.steady = True
    tap(figure, beside)
    assert heard.taps == [("front", "leg_outer_lower_R")]


@pytest.mark.parametrize("steady", [False, True])
@pytest.mark.parametrize("tool", ["paint", "erase", "fill"])
def test_two_quick_taps_on_one_region_are_one_with_every_tool(
    figure: FigureView, heard: Heard, tool: str, steady: bool
) -> None:
    now_s = [0.0]
    figure.taps = Taps(lambda: now_s[0])
    figure.tool, figure.steady = tool, steady
    chest, belly = figure.place_of(*CHEST), figure.place_of("abd_3_L", "front")
    for at_s, spot in ((1.0, chest), (1.3, chest), (1.6, chest), (1.7, belly), (1.8, chest)):
        now_s[0] = at_s
        tap(figure, spot)
    assert [region for _, region in heard.taps] == ["chest_2_R", "chest_2_R", "abd_3_L", "chest_2_R"]


def test_a_stroke_is_kept_when_the_figure_changes_its_size(figure: FigureView, heard: Heard) -> None:
    start = figure.place_of(*CHEST)
    drag(figure, line_to(start, 10, 60), release=False)
    figure.resize(640, 430)
    (kept,) = heard.strokes
    assert kept.points[:2] == pytest.approx(
        tuple(value / 10 for value in load_view("front").regions[CHEST[0]].label), abs=2
    )
    onwards = line_to(start + QPointF(10, 60), 0, 30)
    for spot in onwards:
        QTest.mouseMove(figure, spot.toPoint())
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=onwards[-1].toPoint())
    assert len(heard.strokes) == 2
    assert heard.taps == []


def test_a_press_is_still_a_tap_when_the_figure_changes_its_size(figure: FigureView, heard: Heard) -> None:
    spot = figure.place_of(*CHEST).toPoint()
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=spot)
    figure.resize(640, 430)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spot)
    assert heard.taps == [("front", "chest_2_R")]
    assert heard.strokes == []


def test_a_steadied_line_is_smoother_than_the_hand(figure: FigureView, heard: Heard) -> None:
    start = figure.place_of("chest_1_R", "front")
    shaken = [start + QPointF(4 if at % 2 else -4, 4 * at) for at in range(30)]
    drag(figure, shaken)
    figure.steady = True
    drag(figure, shaken)
    ways = [
        sum(abs(x1 - x0) for x0, x1 in zip(one.points[::2], one.points[2::2], strict=False))
        for one in heard.strokes
    ]
    assert ways[1] < ways[0] / 4


def test_a_pointer_whose_release_went_elsewhere_draws_no_more(figure: FigureView, heard: Heard) -> None:
    spots = line_to(figure.place_of(*CHEST), 0, 60)
    drag(figure, spots, release=False)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = figure.mapToGlobal(spots[0])
    QApplication.sendEvent(figure, QMouseEvent(QEvent.Type.MouseMove, spots[0], there, none, none, keys))
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
    assert heard.strokes == []
    assert heard.taps == []


def test_a_steadied_brush_shows_its_ring_where_it_draws(figure: FigureView) -> None:
    figure.steady = True
    spots = line_to(figure.place_of("chest_1_R", "front"), 0, 60)
    drag(figure, spots, release=False)
    lagging = picture(figure)
    QTest.mouseMove(figure, spots[-1].toPoint() - QPoint(0, 3))
    assert picture(figure) == lagging
