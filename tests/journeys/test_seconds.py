"""Recorded ways: what they save and how few actions they need; the benchmark prints their seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION
from diary.exchange.demo_drawing import drawings
from diary.models.records import Area, AreaQuality
from diary.ui.parts.chip import Chip
from diary.ui.parts.segmented import Segment
from diary.ui.theme import current
from tests.journeys.hands import Hands
from tests.journeys.recorder import Recorder
from tests.ui.today.given import (
    YESTERDAY,
    Clock,
    day_entry,
    entry,
    fill,
    opened_store,
    opened_window,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.body.region_list import RegionList
    from diary.ui.today.form_page import FormPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(qapp: QApplication, tmp_path: Path) -> Iterator[Store]:
    worn = current()
    worn.apply(qapp)
    worn.set_appearance("light")
    store = opened_store(tmp_path, Clock())
    yield store
    store.close()


@pytest.fixture
def recorder(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Recorder]:
    recorder = Recorder(request.node.get_closest_marker("journey").args[0])
    yield recorder
    recorder.close()


def three_places() -> tuple[Area, ...]:
    """Both feet burning, the right hand tingling and hurting."""
    return (
        place("left", ("sole_inner_L", "sole_outer_L"), "burning", 6),
        place("right", ("sole_inner_R", "sole_outer_R"), "burning", 5),
        place("hand", ("thumb_p_R", "index_p_R"), "tingling", 3),
    )


def place(uid: str, regions: tuple[str, ...], quality: str, severity: int) -> Area:
    """A place as an earlier day holds it, drawn by hand."""
    strokes, covered = drawings(regions)[0]
    return Area(
        uid=uid,
        severity=severity,
        qualities=(AreaQuality(code=quality),),
        regions=covered,
        figure_version=FIGURE_VERSION,
        grid_version=GRID_VERSION,
        strokes=strokes,
    )


def chip(page: FormPage, quality: str) -> Chip:
    """The chip of a quality."""
    found = page.body.editor.findChild(Chip, quality)
    assert isinstance(found, Chip)
    return found


def cells(page: FormPage, code: str) -> QWidget:
    """The cells of a measure."""
    found = page.measures.field(code).focusProxy()
    assert found is not None
    return found


def is_at(found: RegionList, region: str) -> bool:
    """Whether the keyboard is at a region of the list."""
    return found.current_region() == region


@pytest.mark.journey("repeat-day")
def test_an_ordinary_repeat_day_takes_few_actions(qtbot: QtBot, store: Store, recorder: Recorder) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    today, hands = window.today, Hands(qtbot, window, recorder)
    recorder.group("places")
    hands.press(today.same)
    for number in (5, 4, 3):
        hands.press_cell(today.body.editor.severity, number)
    recorder.group("pain")
    hands.press_cell(today.measures.field("pain_average"), 5)
    hands.press_cell(today.measures.field("pain_worst"), 7)
    recorder.group("sleep and mood")
    hands.press_cell(today.measures.field("sleep_quality"), 4)
    hands.press_cell(today.measures.field("mood"), 6)
    recorder.group("save")
    hands.press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [5, 4, 3]
    assert values(saved) == {"pain_average": 5.0, "pain_worst": 7.0, "mood": 6.0}
    assert recorder.actions <= 14


@pytest.mark.journey("repeat-drawing")
def test_repeating_yesterdays_drawing_is_one_action(qtbot: QtBot, store: Store, recorder: Recorder) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    hands = Hands(qtbot, window, recorder)
    recorder.group("places")
    hands.press(window.today.same)
    places = window.today.sitting.places
    assert [one.strokes for one in places] == [one.strokes for one in three_places()]
    assert all(one.strokes and one.carried for one in places)
    assert all(place.severity is None for place in places)
    assert recorder.actions == 1


@pytest.mark.journey("stocking")
def test_a_first_drawing_of_both_feet_with_two_qualities(
    qtbot: QtBot, store: Store, recorder: Recorder
) -> None:
    window = opened_window(qtbot, store)
    today, hands = window.today, Hands(qtbot, window, recorder)
    figure, editor, tools = today.body.figure, today.body.editor, today.body.views.tools
    recorder.group("draw")
    hands.press(next(one for one in tools.brushes.findChildren(Segment) if one.key == "palm"))
    for side in "LR":
        hands.draw(
            figure,
            [
                figure.place_of(f"heel_{side}", "sole"),
                figure.place_of(f"sole_inner_{side}", "sole"),
                figure.place_of(f"web_3_4_{side}", "sole"),
            ],
        )
        ankle, toes = (
            figure.place_of(f"{one}_{side}", "front") for one in ("leg_inner_lower", "toes_2_4_top")
        )
        hands.draw(figure, [ankle, toes])
    recorder.group("how it feels")
    hands.press(chip(today, "burning"))
    hands.press(chip(today, "numbness"))
    hands.press_cell(editor.severity, 7)
    recorder.group("save")
    hands.press(today.save_row.save)
    saved = day_entry(store)
    assert saved is not None
    (feet,) = saved.areas
    assert feet.severity == 7
    assert [one.code for one in feet.qualities] == ["burning", "numbness"]
    covered = {one.region for one in feet.regions}
    assert {
        f"{one}_{side}" for one in ("heel", "sole_inner", "sole_outer", "foot_top") for side in "LR"
    } <= covered
    assert [one.view for one in feet.strokes] == ["sole", "front", "sole", "front"]


MEDIAN = ("palm_radial_R", "thumb_p_R", "index_p_R", "middle_p_R", "ring_radial_p_R")


@pytest.mark.journey("median-hand-by-keys")
def test_a_median_nerve_hand_by_keyboard_alone(qtbot: QtBot, store: Store, recorder: Recorder) -> None:
    window = opened_window(qtbot, store)
    today, hands = window.today, Hands(qtbot, window, recorder)
    recorder.group("find")
    hands.key("f", held=CONTROL)
    hands.key("right palm")
    recorder.group("mark")
    found = today.body.region_list
    for region in MEDIAN:
        hands.go_on(Qt.Key.Key_Down, partial(is_at, found, region))
        hands.key(Qt.Key.Key_Return)
    recorder.group("how it feels")
    hands.go_on(Qt.Key.Key_Tab, chip(today, "tingling").hasFocus)
    hands.key(Qt.Key.Key_Space)
    recorder.group("save")
    hands.key("s", held=CONTROL)
    saved = day_entry(store)
    assert saved is not None
    (hand,) = saved.areas
    assert {one.region for one in hand.regions} == set(MEDIAN)
    assert [one.code for one in hand.qualities] == ["tingling"]
    assert {act["kind"] for act in recorder.acts} == {"key"}
    assert recorder.acts[0] == {
        "group": "find",
        "kind": "key",
        "keys": 2,
        "wait_s": recorder.acts[0]["wait_s"],
    }
    assert recorder.acts[-1]["group"] == "save"


@pytest.mark.journey("repeat-day-by-keys")
def test_an_ordinary_repeat_day_by_keys(qtbot: QtBot, store: Store, recorder: Recorder) -> None:
    fill(store, entry(YESTERDAY, areas=three_places()))
    window = opened_window(qtbot, store)
    today, hands = window.today, Hands(qtbot, window, recorder)
    recorder.group("places")
    hands.key("l", held=CONTROL)
    hands.key("543")
    recorder.group("pain")
    hands.key("5", Qt.Key.Key_Return, "7")
    recorder.group("sleep and mood")
    hands.go_on(Qt.Key.Key_Return, cells(today, "sleep_quality").hasFocus)
    hands.key("4")
    hands.go_on(Qt.Key.Key_Return, cells(today, "mood").hasFocus)
    hands.key("6")
    recorder.group("save")
    hands.key("s", held=CONTROL)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [5, 4, 3]
    assert values(saved) == {"pain_average": 5.0, "pain_worst": 7.0, "mood": 6.0}
    assert recorder.actions <= 14
