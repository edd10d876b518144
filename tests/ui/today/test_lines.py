"""Straight lines, whose ends may lie beside what they cross; what an eraser takes off, and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from diary.anatomy.coverage import coverage
from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, TENTHS, fill
from diary.anatomy.kept import surface_pct
from diary.anatomy.limbs import limbs
from diary.anatomy.painted import painted as shown
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.models.records import AreaQuality, AreaRegion, Stroke
from diary.ui.today.card_words import drawn_places, status_words
from diary.ui.today.drawing import (
    Acted,
    Acts,
    Aim,
    drawn,
    limb_filled,
    marked_pct,
    name_of,
    named_regions,
    strokes_of,
    tapped,
)
from diary.ui.today.place import Place
from diary.ui.today.sitting import Sitting
from tests.ui.today.given import draw, press, press_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.ui.body.figure_view import FigureView
    from diary.ui.today.page import TodayPage

WRIST = (25, 393, 70, 393)
FOREARM = (30, 345, 95, 345)
NECK = (130, 108, 255, 108)
PAINT, ERASE, FILL = StrokeMode.PAINT, StrokeMode.ERASE, StrokeMode.FILL


def uid() -> str:
    return "new"


def place(
    *regions: str, uid: str = "old", strokes: Iterable[Stroke] | None = None, **fields: object
) -> Place:
    made = tuple(fill(one) for one in regions) if strokes is None else tuple(strokes)
    now = {"figure_version": FIGURE_VERSION, "grid_version": GRID_VERSION}
    return Place(uid=uid, regions=regions, strokes=made, **{**now, **fields})  # type: ignore[arg-type]  # given by name


def line(points: tuple[int, ...], mode: StrokeMode = PAINT, radius: int = 3, view: str = "front") -> Stroke:
    return Stroke(view=view, mode=mode, radius=0 if mode is FILL else radius, points=points)


def done(acted: Acted | None) -> Acted:
    assert acted is not None
    return acted


def painted(uid: str, stroke: Stroke) -> Place:
    """A place as a first stroke makes it."""
    (only,) = done(drawn(Sitting(), Aim(), stroke, lambda: uid)).sitting.places
    return only


# --- from outside to outside


@pytest.mark.parametrize("points", [WRIST, FOREARM, NECK])
def test_both_ends_of_these_lines_lie_beside_the_body(points: tuple[int, ...]) -> None:
    ends = zip(points[::2], points[1::2], strict=True)
    assert all(load_view("front").region_at(x * TENTHS, y * TENTHS, 30) is None for x, y in ends)


def test_a_straight_line_across_the_wrist_begins_a_place_there() -> None:
    acted = done(drawn(Sitting(), Aim(), line(WRIST), uid))
    assert acted.sitting.places[0].regions == ("wrist_R",)


def test_a_straight_line_across_the_neck_fills_it() -> None:
    acted = done(drawn(Sitting(), Aim(), line(NECK, FILL), uid))
    assert acted.sitting.places[0].regions == ("neck_front_R", "neck_front_L")


def test_a_straight_eraser_across_a_forearm_takes_off_what_it_crosses() -> None:
    arm = place("forearm_outer_f_R", "forearm_inner_f_R", severity=4)
    acted = done(drawn(Sitting(places=(arm,)), Aim(selected="old"), line(FOREARM, ERASE), uid))
    (after,) = acted.sitting.places
    assert all(0.5 < after.coverage[one] < 1 for one in arm.regions)


# --- where most of a line lies


def test_a_line_over_the_forearm_that_ends_on_the_belly_belongs_to_the_forearm() -> None:
    belly = place("abd_6_R", uid="belly", severity=2)
    stroke = line((20, 345, 142, 345))
    assert load_view("front").region_at(1420, 3450) == "abd_6_R"
    arm = place("forearm_outer_f_R", severity=4)
    acted = done(drawn(Sitting(places=(belly, arm)), Aim(selected="belly"), stroke, uid))
    assert acted.selected == "old"
    alone = done(drawn(Sitting(places=(belly,)), Aim(selected="belly"), stroke, uid))
    assert alone.selected == "new"
    assert limbs(named_regions(alone.sitting.places[1]))[0] == ("forearm", "R")


# --- what the eraser takes off


def test_the_eraser_takes_off_the_chosen_place_alone() -> None:
    arm, layer = painted("arm", line(FOREARM, radius=8)), painted("layer", line(FOREARM, radius=8))
    sitting = Sitting(places=(replace(arm, severity=4), layer))
    acted = done(drawn(sitting, Aim(selected="layer"), line(FOREARM, ERASE, 4), uid))
    assert acted.selected == "layer"
    assert acted.sitting.places[0] == sitting.places[0]
    assert acted.sitting.places[1].strokes != layer.strokes


def test_an_eraser_beside_the_chosen_place_changes_nothing_and_says_why() -> None:
    sitting = Sitting(places=(place("wrist_R", severity=4), place("heel_L", uid="foot", severity=3)))
    acted = done(drawn(sitting, Aim(selected="foot"), line(WRIST, ERASE), uid))
    assert (acted.sitting, acted.selected) == (sitting, "foot")
    assert acted.words == "The eraser works on the chosen place: Left heel (underside and back)."
    tap = done(tapped(sitting, Aim(selected="foot"), "wrist_R", "front", uid, erases=True))
    assert tap == acted
    assert drawn(sitting, Aim(selected="foot"), line(NECK, ERASE), uid) is None


def test_without_a_chosen_place_the_eraser_takes_off_all_that_it_crosses_in_one_act() -> None:
    hand, arm = place("wrist_R", uid="hand", severity=4), place("wrist_R", "forearm_outer_f_R", severity=3)
    foot = place("heel_L", uid="foot")
    sitting = Sitting(places=(hand, arm, foot))
    acted = done(drawn(sitting, Aim(begins=True), line(WRIST, ERASE, 14), uid))
    assert [one.uid for one in acted.sitting.places] == ["old", "foot"]
    assert acted.sitting.place("old") != arm
    assert acted.sitting.place("foot") == foot
    assert acted.selected == "old"
    assert acted.words == "Removed: Right wrist, all round. Undo brings it back."
    acts = Acts()
    acts.add(sitting, acted.sitting)
    assert acts.undo(acted.sitting) == sitting


def test_a_dab_beside_counted_regions_is_erased_too() -> None:
    both = painted("old", line(WRIST))
    dab = line((150, 292, 152, 292), radius=2)
    both = done(drawn(Sitting(places=(both,)), Aim(selected="old", joins=True), dab, uid)).sitting.places[0]
    assert both.regions == ("wrist_R",)
    acted = done(drawn(Sitting(places=(both,)), Aim(selected="old"), line(dab.points, ERASE, 4), uid))
    assert acted.sitting.places[0].strokes[-1].mode is ERASE
    tap = done(tapped(Sitting(places=(both,)), Aim(selected="old"), "abd_3_R", "front", uid, erases=True))
    assert marked_pct(tap.sitting) == pytest.approx(marked_pct(acted.sitting))


def test_what_another_view_paints_is_rubbed_out_where_it_is_seen() -> None:
    arm = place("forearm_outer_f_R", severity=4)
    across = line((100, 300, 400, 300), ERASE, 10, "right")
    x, y = (round(value / TENTHS) for value in load_view("right").regions["forearm_outer_f_R"].label)
    across = replace(across, points=(x - 60, y, x + 60, y))
    acted = done(drawn(Sitting(places=(arm,)), Aim(selected="old"), across, uid))
    (after,) = acted.sitting.places
    assert fill("forearm_outer_f_R", "right") in after.strokes
    assert "forearm_outer_f_R" in shown("right", after.strokes).touched
    everything = replace(across, radius=200)
    assert done(drawn(Sitting(places=(arm,)), Aim(selected="old"), everything, uid)).sitting.places == ()


# --- what counts as surface, and what spots are called


def test_the_surface_is_every_painted_share() -> None:
    stroke = line((150, 200, 240, 330), radius=12, view="back")
    spot = painted("old", stroke)
    counted = surface_pct({one.region: one.coverage for one in spot.area_regions()})
    assert marked_pct(Sitting(places=(spot,))) == pytest.approx(surface_pct(coverage([stroke])))
    assert marked_pct(Sitting(places=(spot,))) > counted
    twice = Sitting(places=(spot, replace(spot, uid="layer")))
    assert marked_pct(twice) == pytest.approx(marked_pct(Sitting(places=(spot,))))


def test_surface_on_another_figure_or_grid_is_what_was_recorded() -> None:
    recorded = place("heel_L", strokes=[line(WRIST, radius=20)], coverage={"heel_L": 0.5})
    half = marked_pct(Sitting(places=(place("heel_L"),))) / 2
    for old in (replace(recorded, figure_version="1"), replace(recorded, grid_version="1")):
        assert marked_pct(Sitting(places=(old,))) == pytest.approx(half)


def test_a_spot_is_called_by_the_region_it_touches_most() -> None:
    x, y = (round(value / TENTHS) for value in load_view("front").regions["abd_3_R"].label)
    spot = painted("old", line((x, y, x, y + 11), radius=2))
    assert spot.regions == ()
    assert len(named_regions(spot)) == 2
    assert name_of(spot).startswith("A small spot: right belly just above the navel")


# --- what was counted otherwise


def test_another_stroke_on_what_was_counted_on_other_grids_keeps_it_and_says_so() -> None:
    old = place("heel_L", strokes=[fill("heel_L")], coverage={"heel_L": 0.4}, grid_version="1")
    sitting = Sitting(places=(old,))
    assert strokes_of(old) == (fill("heel_L"),)
    assert drawn_places(sitting)[0].strokes == old.strokes
    acted = limb_filled(sitting, old)
    assert acted.words == "This was counted on an older figure. It is counted anew."
    (after,) = acted.sitting.places
    assert after.strokes[0] == fill("heel_L")
    assert after.area_regions()[0] != AreaRegion(region="heel_L", coverage=0.4)
    assert after.grid_version == GRID_VERSION
    said = status_words(acted.sitting, "old", pointer="", said=acted.words, begins=False)
    assert said == acted.words


def test_an_eraser_confirms_nothing_in_the_places_it_does_not_touch() -> None:
    waiting = place("heel_L", uid="foot", carried=True, qualities=(AreaQuality(code="burning"),))
    sitting = Sitting(places=(place("wrist_R"), waiting))
    acted = done(drawn(sitting, Aim(begins=True), line(WRIST, ERASE, 2), uid))
    assert acted.sitting.place("foot") == waiting


# --- on the figure


def drag(figure: FigureView, spots: Sequence[QPointF]) -> None:
    """Press and move with the mouse, and hold it."""
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
    for spot in spots[1:]:
        QTest.mouseMove(figure, spot.toPoint())


@pytest.mark.parametrize("chosen", [True, False])
def test_what_an_eraser_shows_while_it_goes_is_what_stays(page: TodayPage, chosen: bool) -> None:
    draw(page, "sole", "sole_inner_L", "heel_L")
    press_cell(page.body.editor.severity, 6)
    page.body._on_added()
    draw(page, "sole", "heel_L", "sole_inner_L")
    assert len(page.sitting.places) == 2
    if not chosen:
        page.body._on_added()
    figure = page.body.figure
    figure.tool, figure.brush = "erase", "fingertip"
    across = [figure.place_of("heel_L", "sole") + QPointF(step, 0) for step in range(-40, 41, 4)]
    spots = [spot.toPoint() for spot in across if figure.region_at(spot, 0) == ("sole", "heel_L")]
    drag(figure, across)
    assert figure._live is not None
    live = figure._live.picture.toImage()
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=across[-1].toPoint())
    after = figure.kept_picture().toImage()
    assert [live.pixelColor(spot) for spot in spots] == [after.pixelColor(spot) for spot in spots]
    erased = [one.strokes[-1].mode is ERASE for one in page.sitting.places]
    assert erased == [not chosen, True]
    press(page.body.views.tools.undo)
    assert all(one.strokes[-1].mode is PAINT for one in page.sitting.places)


def test_a_straight_drag_across_the_wrist_stays_on_the_figure(page: TodayPage) -> None:
    figure = page.body.figure
    figure.brush = "fingertip"
    middle = figure.place_of("wrist_R", "front")
    across = [middle + QPointF(step, 0) for step in range(-30, 31, 3)]
    drag(figure, across)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=across[-1].toPoint())
    (place_,) = page.sitting.places
    assert "wrist_R" in place_.regions
