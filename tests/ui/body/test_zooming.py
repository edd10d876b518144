"""Seeing the figure nearer: by wheel, touchpad, keys and the middle button, and one way back to all of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.anatomy.drawing import brush_radius
from diary.ui.body.figure_view import FigureView
from diary.ui.theme import Theme
from tests.ui.body.hands import Heard, drag, line_to, tap

HEEL = ("heel_L", "sole")
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def wheel(figure: QWidget, spot: QPointF, notches: float, keys: Qt.KeyboardModifier = NONE) -> bool:
    event = QWheelEvent(
        spot,
        figure.mapToGlobal(spot),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(figure, event)
    return event.isAccepted()


def near(one: QPointF, other: QPointF, px: float = 1.5) -> bool:
    return (one - other).manhattanLength() < px


@pytest.mark.parametrize("keys", [NONE, CTRL])
def test_the_wheel_zooms_at_the_pointer(figure: FigureView, keys: Qt.KeyboardModifier) -> None:
    spot = figure.place_of(*HEEL)
    assert wheel(figure, spot, 4, keys)
    assert figure.zoom > 2
    assert near(figure.place_of(*HEEL), spot)
    assert wheel(figure, spot, -9, keys)
    assert figure.zoom == 1.0
    assert near(figure.place_of(*HEEL), spot)


def test_zoom_ends_at_eight_times(figure: FigureView) -> None:
    wheel(figure, figure.place_of(*HEEL), 50)
    assert figure.zoom == 8.0


def test_where_the_page_scrolls_the_wheel_is_the_pages(qtbot: QtBot, theme: Theme) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    figure = FigureView()
    column = QVBoxLayout(page)
    column.addWidget(figure)
    page.setMinimumHeight(1200)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(700, 500)
    area.show()
    wheel(figure, figure.place_of(*HEEL), 3)
    assert figure.zoom == 1.0
    wheel(figure, figure.place_of(*HEEL), 3, CTRL)
    assert figure.zoom > 1.5


def test_pinching_on_a_touchpad_zooms(figure: FigureView) -> None:
    spot = figure.place_of(*HEEL)
    pad = QPointingDevice(
        "pad",
        3,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        2,
        0,
    )
    there = figure.mapToGlobal(spot)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, pad, 2, spot, spot, there, 0.5, QPointF()
    )
    QApplication.sendEvent(figure, event)
    assert figure.zoom == pytest.approx(1.5)
    assert near(figure.place_of(*HEEL), spot)


def test_keys_zoom_about_the_place_of_the_keyboard_and_back(figure: FigureView) -> None:
    tap(figure, figure.place_of(*HEEL))
    before = figure.place_of(*HEEL)
    for _ in range(4):
        QTest.keyClicks(figure, "+")
    assert figure.zoom == pytest.approx(1.25**4)
    assert near(figure.place_of(*HEEL), before)
    QTest.keyClicks(figure, "-")
    assert figure.zoom == pytest.approx(1.25**3)
    QTest.keyClicks(figure, "0")
    assert figure.zoom == 1.0


def test_a_0_is_left_to_others_where_nothing_is_zoomed(qtbot: QtBot, theme: Theme) -> None:
    class Listens(QWidget):
        heard = ""

        def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
            self.heard += event.text()

    room = Listens()
    qtbot.addWidget(room)
    figure = FigureView(parent=room)
    figure.resize(600, 380)
    room.show()
    figure.setFocus()
    QTest.keyClicks(figure, "0760x")
    assert room.heard == "0760x"
    QTest.keyClicks(figure, "+0+pef[]")
    assert room.heard == "0760x"


def test_ctrl_and_arrows_move_the_page(figure: FigureView) -> None:
    figure.zoom_by(4, QPointF(300, 190))
    before = figure.place_of(*HEEL)
    QTest.keyClick(figure, Qt.Key.Key_Right, CTRL)
    assert figure.place_of(*HEEL).x() < before.x()
    QTest.keyClick(figure, Qt.Key.Key_Left, CTRL)
    assert near(figure.place_of(*HEEL), before)
    QTest.keyClick(figure, Qt.Key.Key_Down, CTRL)
    assert figure.place_of(*HEEL).y() < before.y()


def test_the_middle_button_moves_the_page_and_draws_nothing(figure: FigureView, heard: Heard) -> None:
    figure.zoom_by(4, QPointF(300, 190))
    before = figure.place_of(*HEEL)
    QTest.mousePress(figure, Qt.MouseButton.MiddleButton, pos=QPoint(300, 200))
    QTest.mouseMove(figure, QPoint(330, 190))
    QTest.mouseRelease(figure, Qt.MouseButton.MiddleButton, pos=QPoint(330, 190))
    assert near(figure.place_of(*HEEL), before + QPointF(30, -10))
    assert heard.strokes == []


def test_the_page_does_not_move_under_a_stroke(figure: FigureView) -> None:
    spots = line_to(figure.place_of(*HEEL), 0, -20)
    drag(figure, spots, release=False)
    wheel(figure, spots[-1], 3, CTRL)
    assert figure.zoom == 1.0


def test_all_of_it_is_one_press_away_while_zoomed(figure: FigureView) -> None:
    assert figure.whole_button is None
    figure.zoom_in()
    button = figure.whole_button
    assert button is not None
    assert button.isVisible()
    assert min(button.width(), button.height()) >= 32
    assert button.text() in button.accessibleName()
    assert figure.rect().contains(button.geometry())
    button.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert figure.zoom == 1.0
    assert not button.isVisible()
    assert figure.hasFocus()


def test_a_drag_over_a_zoomed_figure_is_the_same_stroke_in_units(figure: FigureView, heard: Heard) -> None:
    start, end = figure.place_of(*HEEL), figure.place_of("sole_outer_L", "sole")
    drag(figure, [start, end])
    figure.zoom_by(2.2, start)
    drag(figure, [figure.place_of(*HEEL), figure.place_of("sole_outer_L", "sole")])
    plain, zoomed = heard.strokes
    assert zoomed.radius == plain.radius == brush_radius("sole", "fingers")
    assert zoomed.points == pytest.approx(plain.points, abs=3)


def test_what_the_keyboard_walks_to_comes_into_sight(figure: FigureView) -> None:
    tap(figure, figure.place_of("chest_2_R", "front"))
    figure.zoom_by(6, figure.place_of("chest_2_R", "front"))
    for _ in range(12):
        QTest.keyClick(figure, Qt.Key.Key_Down)
    assert figure.place is not None
    view, region = figure.place
    assert region != "chest_2_R"
    assert figure.rect().contains(figure.place_of(region, view).toPoint())


@pytest.mark.parametrize("size", [(700, 500), (400, 300)])
def test_another_size_keeps_what_was_near(figure: FigureView, size: tuple[int, int]) -> None:
    figure.zoom_by(4, figure.place_of(*HEEL))
    figure.resize(*size)
    assert figure.zoom == 4.0
    assert figure.rect().contains(figure.place_of(*HEEL).toPoint())


def test_every_sheet_is_shown_whole_and_names_its_views(figure: FigureView) -> None:
    assert figure.sheets()[0] == "body"
    assert figure.sheets()[-1] == "private"
    for key in figure.sheets():
        figure.zoom_in()
        figure.set_sheet(key)
        assert figure.sheet == key
        assert figure.zoom == 1.0
        assert not figure.grab().isNull()


def test_what_comes_under_a_resting_pointer_is_named(figure: FigureView, heard: Heard) -> None:
    QTest.mouseMove(figure, figure.place_of("knee_front_L", "front").toPoint())
    figure.zoom_by(4, figure.place_of("knee_front_L", "front"))
    heard.named.clear()
    shin = figure.place_of("leg_outer_lower_L", "front") - figure.place_of("knee_front_L", "front")
    figure.pan_by(-shin.x(), -shin.y())
    assert heard.named == ["left outer and front lower leg, lower half"]


@pytest.mark.parametrize(
    ("sheet", "region", "view", "words"),
    [
        ("body", "knee_front_L", "front", "Front: your right is at the left"),
        ("body", "knee_back_L", "back", "Back: your left is at the left"),
        ("sides", "knee_front_L", "left", "Left side"),
    ],
)
def test_a_zoomed_figure_says_which_side_is_where(
    figure: FigureView, sheet: str, region: str, view: str, words: str
) -> None:
    figure.set_sheet(sheet)
    assert figure.near_words() == ""
    figure.zoom_by(6, figure.place_of(region, view))
    assert figure.near_words() == words
