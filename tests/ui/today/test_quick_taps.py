"""What hands do to Today unmeant: a tap twice in half a second, a line while the window changes its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.today.given import mark

if TYPE_CHECKING:
    import pytest

    from diary.ui.today.page import TodayPage

LEFT = Qt.MouseButton.LeftButton


def test_a_second_quick_tap_is_none_on_the_figure_and_in_the_list(
    page: TodayPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = [10.0]
    monkeypatch.setattr(page.body.figure.taps, "_now", lambda: now_s[0])
    spot = page.body.figure.place_of("heel_L", "sole").toPoint()
    for at_s in (10.0, 10.3):
        now_s[0] = at_s
        QTest.mouseClick(page.body.figure, LEFT, pos=spot)
    assert [one.regions for one in page.sitting.places] == [("heel_L",)]
    now_s[0] = 10.4
    page.body.views.region_list.regionToggled.emit("heel_L")
    assert [one.regions for one in page.sitting.places] == [("heel_L",)], "the list keeps the same time"
    now_s[0] = 10.6
    page.body.views.region_list.regionToggled.emit("heel_L")
    assert not any(one.regions for one in page.sitting.places)


def test_another_tool_may_follow_at_once(page: TodayPage) -> None:
    mark(page, "heel_L", "sole")
    page.body.figure.tool = "erase"
    spot = page.body.figure.place_of("heel_L", "sole").toPoint()
    QTest.mouseClick(page.body.figure, LEFT, pos=spot)
    assert not any(one.regions for one in page.sitting.places)


def test_a_line_is_kept_when_the_window_changes_its_size(page: TodayPage) -> None:
    figure = page.body.figure
    spots = [figure.place_of(region, "sole").toPoint() for region in ("heel_L", "sole_inner_L")]
    QTest.mousePress(figure, LEFT, pos=spots[0])
    QTest.mouseMove(figure, spots[1])
    page.resize(page.width() + 120, page.height() + 60)
    QTest.mouseRelease(figure, LEFT, pos=spots[1])
    (place,) = page.sitting.places
    assert place.strokes[0].view == "sole"
    assert "heel_L" in place.regions
