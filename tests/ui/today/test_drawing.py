"""What strokes and taps do to the places of a form, as plain values."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest

from diary.anatomy.drawing import FIGURE_VERSION, TENTHS, brush_radius, fill
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from diary.models.records import AreaQuality, AreaRegion, Stroke
from diary.ui.today.drawing import (
    Acted,
    Acts,
    Aim,
    copied_across,
    drawn,
    limb_filled,
    limb_toggled,
    marked_pct,
    name_of,
    named_regions,
    removed,
    strokes_of,
    tapped,
)
from diary.ui.today.place import Place
from diary.ui.today.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable

NUMB = (AreaQuality(code="numbness"),)


@pytest.fixture
def uids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"place-{next(numbers)}"


def at(region: str, view: str) -> tuple[int, int]:
    x, y = load_view(view).regions[region].label
    return round(x / TENTHS), round(y / TENTHS)


def line(view: str, *regions: str, mode: StrokeMode = StrokeMode.PAINT, brush: str = "fingers") -> Stroke:
    points = tuple(value for region in regions for value in at(region, view))
    radius = 0 if mode is StrokeMode.FILL else brush_radius(view, brush)
    return Stroke(view=view, mode=mode, radius=radius, points=points)


def place(*regions: str, uid: str = "old", **fields: object) -> Place:
    strokes = tuple(fill(one) for one in regions)
    plain = Place(uid=uid, regions=regions, strokes=strokes, figure_version=FIGURE_VERSION)
    return replace(plain, grid_version=FIGURE_VERSION, **fields)  # type: ignore[arg-type]  # given by name


def done(acted: Acted | None) -> Acted:
    assert acted is not None
    return acted


# --- where a stroke goes


def test_a_first_stroke_begins_a_place_with_its_regions_and_versions(uids: Callable[[], str]) -> None:
    stroke = line("sole", "sole_inner_L", brush="palm")
    acted = done(drawn(Sitting(), Aim(), stroke, uids))
    (only,) = acted.sitting.places
    assert acted.selected == only.uid
    assert only.strokes == (stroke,)
    assert "sole_inner_L" in only.regions
    assert (only.figure_version, only.grid_version) == ("2", "2")


def test_both_feet_drawn_before_any_answer_are_one_place(uids: Callable[[], str]) -> None:
    first = done(drawn(Sitting(), Aim(), line("sole", "sole_inner_L"), uids))
    both = done(drawn(first.sitting, Aim(selected=first.selected), line("sole", "sole_inner_R"), uids))
    assert len(both.sitting.places) == 1
    assert len(both.sitting.places[0].strokes) == 2


def test_an_unanswered_place_takes_what_lies_beside_it_and_says_so(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("heel_L"),))
    mirrored = done(drawn(sitting, Aim(selected="old"), line("sole", "heel_R"), uids))
    assert mirrored.words == "Added to: Left heel (underside and back). Add area begins a new one."
    above = done(tapped(mirrored.sitting, Aim(selected="old"), "leg_outer_lower_R", "front", uids))
    assert len(above.sitting.places) == 1
    assert above.words.startswith("Added to: ")
    same = done(drawn(sitting, Aim(selected="old"), line("sole", "sole_inner_L"), uids))
    assert (len(same.sitting.places), same.words) == (1, "")
    listed = done(limb_toggled(sitting, Aim(selected="old"), ["calf_back_inner_L"], uids, wanted=True))
    assert (len(listed.sitting.places), listed.words) == (1, mirrored.words)


def test_an_unanswered_place_takes_nothing_far_away(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("hip_outer_L"), place("thumb_p_R", uid="hand", severity=2)))
    acted = done(drawn(sitting, Aim(selected="old"), line("sole", "sole_inner_L"), uids))
    assert [one.uid for one in acted.sitting.places] == ["old", "hand", acted.selected]
    owner = done(drawn(sitting, Aim(selected="old"), line("palm", "palm_radial_R"), uids))
    assert owner.selected == "hand"
    assert not owner.words.startswith("Added to")
    shift = done(drawn(sitting, Aim(selected="old", joins=True), line("sole", "sole_inner_L"), uids))
    assert (shift.selected, len(shift.sitting.places)) == ("old", 2)
    assert shift.words.startswith("Added to: ")


def test_after_an_answer_a_stroke_elsewhere_begins_another_place(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("sole_inner_L", severity=6),))
    acted = done(drawn(sitting, Aim(selected="old"), line("sole", "sole_inner_R"), uids))
    assert [one.uid for one in acted.sitting.places] == ["old", acted.selected]
    same = done(drawn(sitting, Aim(selected="old"), line("sole", "heel_L"), uids))
    assert [one.uid for one in same.sitting.places] == ["old"]
    joined = done(drawn(sitting, Aim(selected="old", joins=True), line("sole", "sole_inner_R"), uids))
    assert [one.uid for one in joined.sitting.places] == ["old"]


def test_a_stroke_joins_the_place_that_has_its_limb(uids: Callable[[], str]) -> None:
    foot, hand = place("heel_L", severity=6), place("thumb_p_R", uid="hand", qualities=NUMB)
    sitting = Sitting(places=(foot, hand))
    acted = done(drawn(sitting, Aim(selected="hand"), line("sole", "sole_inner_L"), uids))
    assert acted.selected == "old"
    assert len(acted.sitting.places) == 2


def test_a_layer_lies_over_another_where_it_was_asked_for(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("sole_inner_L", severity=6),))
    acted = done(drawn(sitting, Aim(begins=True), line("sole", "sole_inner_L", brush="palm"), uids))
    assert ["sole_inner_L" in one.regions for one in acted.sitting.places] == [True, True]
    tap = done(tapped(sitting, Aim(begins=True), "sole_inner_L", "sole", uids))
    assert [one.regions for one in tap.sitting.places] == [("sole_inner_L",), ("sole_inner_L",)]
    assert marked_pct(tap.sitting) == pytest.approx(marked_pct(sitting))


def test_a_stroke_beside_the_body_does_nothing(uids: Callable[[], str]) -> None:
    beside = Stroke(view="front", mode=StrokeMode.PAINT, radius=2, points=(0, 0))
    assert drawn(Sitting(), Aim(), beside, uids) is None


def test_a_dab_too_small_to_count_is_named_by_where_it_lies(uids: Callable[[], str]) -> None:
    stroke = line("front", "abd_3_L", brush="fingertip")
    acted = done(drawn(Sitting(), Aim(), replace(stroke, radius=2), uids))
    (only,) = acted.sitting.places
    assert only.regions == ()
    assert named_regions(only) == ("abd_3_L",)
    assert name_of(only) == "A small spot: left belly just above the navel, round to the side"


# --- taps


def test_a_tap_fills_and_a_tap_on_what_is_whole_takes_off(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("sole_inner_L", "heel_L"),))
    acted = done(tapped(sitting, Aim(selected="old"), "heel_L", "sole", uids))
    assert acted.sitting.places[0].regions == ("sole_inner_L",)
    last = done(tapped(acted.sitting, Aim(selected="old"), "sole_inner_L", "sole", uids))
    assert last.sitting.places == ()
    assert last.words.startswith("Removed: ")


def test_a_tap_on_what_is_marked_in_part_fills_it(uids: Callable[[], str]) -> None:
    part = done(drawn(Sitting(), Aim(), line("sole", "sole_inner_L"), uids))
    assert part.sitting.places[0].coverage["sole_inner_L"] < 1
    acted = done(tapped(part.sitting, Aim(selected=part.selected), "sole_inner_L", "sole", uids))
    assert acted.sitting.places[0].coverage.get("sole_inner_L", 1.0) == 1.0


def test_a_tap_on_another_place_selects_it_and_changes_nothing(uids: Callable[[], str]) -> None:
    sitting = Sitting(places=(place("heel_L"), place("thumb_p_R", uid="hand", qualities=NUMB)))
    acted = done(tapped(sitting, Aim(selected="hand"), "heel_L", "sole", uids))
    assert acted.selected == "old"
    assert acted.sitting == sitting
    layer = done(tapped(sitting, Aim(selected="hand", joins=True), "heel_L", "sole", uids))
    assert set(layer.sitting.places[1].regions) == {"thumb_p_R", "heel_L"}


def test_a_region_is_taken_off_in_every_view_it_was_drawn_in(uids: Callable[[], str]) -> None:
    both = replace(place("heel_L"), strokes=(fill("heel_L", "sole"), fill("heel_L", "back")))
    kept = replace(both, strokes=(*both.strokes, fill("sole_inner_L")), regions=("heel_L", "sole_inner_L"))
    acted = done(tapped(Sitting(places=(kept,)), Aim(selected="old"), "heel_L", "back", uids))
    assert acted.sitting.places[0].regions == ("sole_inner_L",)


def test_the_eraser_takes_off_the_selected_place_first(uids: Callable[[], str]) -> None:
    layer = place("heel_L", uid="layer", qualities=NUMB)
    sitting = Sitting(places=(place("heel_L", severity=3), layer))
    acted = done(tapped(sitting, Aim(selected="layer"), "heel_L", "sole", uids, erases=True))
    assert [one.uid for one in acted.sitting.places] == ["old"]
    rubbed = line("sole", "heel_L", mode=StrokeMode.ERASE, brush="fingertip")
    partly = done(drawn(sitting, Aim(selected="old"), rubbed, uids))
    assert partly.sitting.places[0].coverage["heel_L"] < 1
    assert partly.sitting.places[1] == layer
    assert tapped(sitting, Aim(selected="old"), "thumb_p_R", "palm", uids, erases=True) is None


# --- what an older diary holds


def test_regions_of_an_old_diary_become_fills_on_the_first_change(uids: Callable[[], str]) -> None:
    old = Place(uid="old", regions=("heel_L", "left_antenna"), coverage={"left_antenna": 0.5}, severity=4)
    acted = done(drawn(Sitting(places=(old,)), Aim(selected="old"), line("sole", "sole_inner_L"), uids))
    (after,) = acted.sitting.places
    assert after.strokes[0] == fill("heel_L")
    assert after.area_regions()[-1] == AreaRegion(region="left_antenna", coverage=0.5)
    assert {"heel_L", "sole_inner_L"} <= set(after.regions)
    assert acted.words == ""


def test_a_drawing_on_another_figure_becomes_whole_regions_and_that_is_said(uids: Callable[[], str]) -> None:
    old = replace(place("heel_L"), strokes=(line("sole", "sole_inner_R"),), figure_version="1")
    assert strokes_of(old) == (fill("heel_L"),)
    acted = done(tapped(Sitting(places=(old,)), Aim(selected="old"), "sole_inner_L", "sole", uids))
    assert set(acted.sitting.places[0].regions) == {"heel_L", "sole_inner_L"}
    assert "older figure" in acted.words


# --- the menu


def test_the_whole_limb_is_filled_and_copied_to_the_other_side() -> None:
    sitting = Sitting(places=(place("sole_inner_L", severity=6),))
    filled = limb_filled(sitting, sitting.places[0])
    assert {"heel_L", "foot_top_L", "sole_outer_L"} <= set(filled.sitting.places[0].regions)
    assert filled.words == "Filled: Left foot."
    copied = copied_across(sitting, sitting.places[0])
    assert set(copied.sitting.places[0].regions) == {"sole_inner_L", "sole_inner_R"}
    assert copied.sitting.places[0].severity == 6
    again = copied_across(copied.sitting, copied.sitting.places[0])
    assert again.words == "The other side has the same already."


# --- the way back


def test_undo_and_redo_walk_stroke_by_stroke_and_keep_answers(uids: Callable[[], str]) -> None:
    acts = Acts()
    empty = Sitting(note="held")
    one = done(drawn(empty, Aim(), line("sole", "sole_inner_L"), uids)).sitting
    acts.add(empty, one)
    two = done(drawn(one, Aim(selected="place-0"), line("sole", "heel_L"), uids)).sitting
    acts.add(one, two)
    answered = two.with_place(replace(two.places[0], severity=7))
    back = acts.undo(answered)
    assert back.places[0].strokes == one.places[0].strokes
    assert back.places[0].severity == 7
    assert acts.undo(back).places == ()
    assert not acts.can_undo
    again = acts.redo(replace(back, places=()))
    assert again.places == back.places
    assert acts.redo(again) == answered
    assert not acts.can_redo


def test_undo_brings_back_a_removed_place_where_it_was(uids: Callable[[], str]) -> None:
    acts = Acts()
    sitting = Sitting(places=(place("heel_L"), place("thumb_p_R", uid="hand")))
    gone = removed(sitting, "old")
    assert gone.selected == "hand"
    acts.add(sitting, gone.sitting)
    assert acts.undo(gone.sitting) == sitting


def test_undo_makes_a_place_of_last_time_unconfirmed_again(uids: Callable[[], str]) -> None:
    acts = Acts()
    sitting = Sitting(places=(place("heel_L", carried=True, last_severity=5),))
    acted = done(drawn(sitting, Aim(selected="old"), line("sole", "sole_inner_L"), uids))
    assert not acted.sitting.places[0].carried
    acts.add(sitting, acted.sitting)
    assert acts.undo(acted.sitting) == sitting


def test_a_new_act_forgets_what_was_undone_and_selecting_is_no_act(uids: Callable[[], str]) -> None:
    acts = Acts()
    acts.add(Sitting(), Sitting())
    assert not acts.can_undo
    one = done(drawn(Sitting(), Aim(), line("sole", "sole_inner_L"), uids)).sitting
    acts.add(Sitting(), one)
    acts.undo(one)
    acts.add(Sitting(), one)
    assert not acts.can_redo
    acts.forget()
    assert not acts.can_undo


# --- a drawing on a view of a later figure


TOMORROW = Stroke(view="view_of_tomorrow", mode=StrokeMode.PAINT, radius=5, points=(1, 2))


def test_what_was_drawn_on_a_view_of_tomorrow_is_kept_through_every_act(uids: Callable[[], str]) -> None:
    old = place("sole_inner_L", "heel_L", severity=6)
    sitting = Sitting(places=(replace(old, strokes=(fill("sole_inner_L"), TOMORROW)),))
    acts = [
        drawn(sitting, Aim(selected="old"), line("sole", "toes_1_3_sole_L"), uids),
        drawn(sitting, Aim(selected="old"), line("sole", "sole_inner_L", mode=StrokeMode.ERASE), uids),
        tapped(sitting, Aim(selected="old"), "sole_inner_L", "sole", uids, erases=True),
        copied_across(sitting, sitting.places[0]),
        limb_filled(sitting, sitting.places[0]),
    ]
    for acted in acts:
        (after,) = done(acted).sitting.places
        assert TOMORROW in after.strokes
        assert "heel_L" in after.regions
    (off,) = done(acts[2]).sitting.places
    assert "sole_inner_L" not in off.regions


def test_a_place_that_is_drawn_on_a_view_of_tomorrow_alone_stays(uids: Callable[[], str]) -> None:
    only = Place(uid="old", strokes=(TOMORROW,), figure_version=FIGURE_VERSION, grid_version=FIGURE_VERSION)
    assert named_regions(only) == ()
    assert name_of(only)
    acted = done(copied_across(Sitting(places=(only,)), only))
    assert acted.sitting.place("old") is not None
