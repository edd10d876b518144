"""A place that is numb or tingles without pain has a strength of its own, and no pain number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.models.codes import TouchedBy
from diary.models.records import AreaQuality
from diary.ui.diary_window import DiaryWindow
from diary.ui.today.place import Place, carried_places
from diary.ui.today.place_tabs import place_line
from tests.ui.today.given import Clock, day_entry, opened_store, opened_window, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[DiaryWindow]:
    store = opened_store(tmp_path, Clock())
    window = opened_window(qtbot, store)
    yield window
    store.close()


def test_numbness_is_saved_with_its_strength_and_without_pain(window: DiaryWindow) -> None:
    body = window.today.body
    body.tap("", "palm_radial_R")
    body.editor._chips["numbness"].click()
    row = body.editor.strengths["numbness"]
    assert row.isVisible()
    assert list(body.editor.strengths) == ["numbness"]
    row.set_value(4)
    save(window.today)
    entry = day_entry(window.store)
    assert entry is not None
    (area,) = entry.areas
    assert area.severity is None
    assert area.qualities == (AreaQuality(code="numbness", strength=4),)


def test_where_touch_hurts_what_does_is_one_press(window: DiaryWindow) -> None:
    body = window.today.body
    body.tap("", "palm_radial_R")
    assert not body.editor.touched.isVisible()
    body.editor._chips["touch"].click()
    chips = body.editor.touched.chips
    assert body.editor.touched.isVisible()
    assert [one.text() for one in chips.values()] == ["clothes", "bedsheet", "brushing", "pressure"]
    assert chips[TouchedBy.CLOTHES].accessibleName() == "Touch hurts: clothes"
    for one in (TouchedBy.PRESSURE, TouchedBy.CLOTHES, TouchedBy.BEDSHEET, TouchedBy.BEDSHEET):
        chips[one].click()
    assert window.today.scroll_area.verticalScrollBar().maximum() == 0
    save(window.today)
    entry = day_entry(window.store)
    assert entry is not None
    what = (TouchedBy.CLOTHES, TouchedBy.PRESSURE)
    assert entry.areas[0].qualities == (AreaQuality(code="touch", what=what),)
    (carried,) = carried_places(entry, window.store.make_uid)
    assert carried.touched == what


def test_the_row_for_the_strength_of_touch_stands_above_what_touches(window: DiaryWindow) -> None:
    body = window.today.body
    body.tap("", "palm_radial_R")
    body.editor._chips["touch"].click()
    body.editor.touched.chips[TouchedBy.CLOTHES].click()
    body.editor.how_strong.click()
    row = body.editor.strengths["touch"]
    row.set_value(4)
    row.changed.emit(4)
    assert body.editor._place is not None
    assert body.editor._place.qualities == (AreaQuality(code="touch", strength=4, what=(TouchedBy.CLOTHES,)),)
    body.editor._chips["touch"].click()
    assert not body.editor.touched.isVisible()


def test_taking_a_sensation_off_takes_its_strength_with_it(window: DiaryWindow) -> None:
    body = window.today.body
    body.tap("", "palm_radial_R")
    body.editor._chips["tingling"].click()
    body.editor.strengths["tingling"].set_value(7)
    body.editor._chips["tingling"].click()
    body.editor._chips["tingling"].click()
    assert body.editor.strengths["tingling"].value is None


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place(uid="a", qualities=(AreaQuality(code="numbness", strength=4),)), "Numbness 4"),
        (
            Place(uid="a", severity=6, qualities=(AreaQuality(code="burning"), AreaQuality(code="touch"))),
            "Burning 6, touch hurts",
        ),
        (
            Place(
                uid="a",
                severity=6,
                qualities=(AreaQuality(code="tingling", strength=3), AreaQuality(code="burning")),
            ),
            "Pain 6, tingling 3, burning",
        ),
    ],
)
def test_a_tab_tells_pain_and_strength_apart(place: Place, line: str) -> None:
    assert place_line(place) == line
