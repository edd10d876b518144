"""A chart with marks: keys and mouse go from mark to mark, each is told and ringed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from diary.charts.layout import Box
from diary.charts.marked import MarkedFigure, Spot
from diary.charts.style import Style
from diary.errors import DiaryError
from diary.ui.theme import Theme
from diary.ui.trends.marked_canvas import MarkedCanvas

Rows = tuple[tuple[str, ...], ...]


class Grid(MarkedFigure[Rows]):
    """Marks of 40 px in rows, 60 px apart."""

    def _draw(self, picture: Rows) -> None:
        for down, row in enumerate(picture):
            for across, name in enumerate(row):
                box = Box(20 + 60 * across, 20 + 60 * down, 40, 40)
                self.spots.append(Spot(box=box, title=name, line=f"value of {name}", group=down))


def make(style: Style, width: float, height: float, ratio: float) -> MarkedFigure[Any]:
    """Return a grid."""
    return Grid(style, width, height, ratio)


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> MarkedCanvas:
    """Two rows of marks, with the focus."""
    made = MarkedCanvas("Marks", make)
    qtbot.addWidget(made)
    made.resize(420, 260)
    made.show_picture((("a", "b", "c"), ("d", "e")), "Five marks")
    made.show()
    qtbot.waitUntil(lambda: bool(made.spots))
    made.setFocus()
    return made


def test_its_name_and_sum_are_there_before_any_key(canvas: MarkedCanvas) -> None:
    assert canvas.accessibleName() == "Marks"
    assert canvas.accessibleDescription() == "Five marks. Arrow keys go from mark to mark."
    assert canvas.words() == ""


def test_arrows_go_along_a_row_and_stop_at_its_ends(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
        told.append(canvas.words())
    assert told == ["a: value of a", "b: value of b", "c: value of c", "c: value of c", "b: value of b"]


def test_down_finds_the_nearest_of_the_next_row(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    assert canvas.words() == "e: value of e"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.words() == "e: value of e"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.words() == "b: value of b"


def test_what_the_cursor_comes_to_is_announced_and_described(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.told) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert told.args == [4]
    assert canvas.announcer.last == "e: value of e"
    assert canvas.accessibleDescription().startswith("e: value of e.")


def test_escape_takes_the_cursor_away_and_the_sum_comes_back(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.spot is None
    assert canvas.accessibleDescription().startswith("Five marks.")


def test_the_mouse_tells_of_the_mark_under_it_and_of_none_between(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    qtbot.mouseMove(canvas, QPoint(100, 40))
    assert canvas.words() == "b: value of b"
    qtbot.mouseMove(canvas, QPoint(400, 200))
    assert canvas.spot is None


def test_a_mark_at_the_cursor_changes_the_picture(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.grab().toImage() != before


def test_fewer_marks_leave_no_cursor_behind(canvas: MarkedCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    canvas.show_picture((("z",),), "One mark")
    canvas.grab()
    assert [one.title for one in canvas.spots] == ["z"]
    assert canvas.spot is None


def test_another_theme_paints_anew(canvas: MarkedCanvas, theme: Theme) -> None:
    before = canvas.grab().toImage().pixelColor(2, 2)
    theme.set_appearance("dark")
    assert canvas.grab().toImage().pixelColor(2, 2) != before


def test_it_is_saved_as_png_or_svg(canvas: MarkedCanvas, tmp_path: Path) -> None:
    canvas.save(tmp_path / "marks.png")
    canvas.save(tmp_path / "marks.svg")
    assert (tmp_path / "marks.png").read_bytes().startswith(b"\x89PNG")
    assert b"<svg" in (tmp_path / "marks.svg").read_bytes()
    with pytest.raises(DiaryError):
        canvas.save(tmp_path / "nowhere" / "marks.png")
