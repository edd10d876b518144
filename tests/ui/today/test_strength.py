"""A place that is numb or tingles without pain has a strength of its own, and no pain number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.models.records import AreaQuality
from diary.ui.diary_window import DiaryWindow
from diary.ui.today.place import Place
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
