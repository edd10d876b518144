"""Pen and fingers draw as the mouse does, once each; two fingers zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from diary.ui.body.figure_view import FigureView
from tests.ui.body.hands import Hand, Heard, drag, line_to, pen

CHEST = ("chest_2_R", "front")


@pytest.mark.parametrize("pressure", [0.0, 0.3, 1.0])
def test_a_pen_draws_the_mouses_stroke_however_hard_it_is_pressed(
    figure: FigureView, heard: Heard, pressure: float
) -> None:
    spots = [QPointF(spot.toPoint()) for spot in line_to(figure.place_of(*CHEST), 10, 60)]
    drag(figure, spots)
    assert all(pen(figure, spots, pressure))
    by_mouse, by_pen = heard.strokes
    assert by_pen == by_mouse


def test_a_pen_that_touches_and_lifts_is_a_tap(figure: FigureView, heard: Heard) -> None:
    pen(figure, [figure.place_of(*CHEST)])
    assert heard.taps == [("front", "chest_2_R")]


def test_a_finger_draws_the_mouses_stroke(figure: FigureView, heard: Heard) -> None:
    spots = line_to(figure.place_of(*CHEST), 10, 60)
    drag(figure, spots)
    hand = Hand(figure)
    hand.act(first=("press", spots[0]))
    for spot in spots[1:]:
        hand.act(first=("move", spot))
    hand.act(first=("release", spots[-1]))
    by_mouse, by_finger = heard.strokes
    assert by_finger == by_mouse
    assert heard.taps == []


def test_a_finger_that_touches_and_lifts_is_one_tap(figure: FigureView, heard: Heard) -> None:
    hand, spot = Hand(figure), figure.place_of(*CHEST)
    hand.act(first=("press", spot))
    hand.act(first=("release", spot))
    assert heard.taps == [("front", "chest_2_R")]


def test_a_mouse_event_made_of_a_touch_is_not_a_second_tap(figure: FigureView, heard: Heard) -> None:
    hand, spot = Hand(figure), figure.place_of(*CHEST)
    hand.act(first=("press", spot))
    hand.act(first=("release", spot))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        made_up = QMouseEvent(
            kind,
            spot,
            spot,
            figure.mapToGlobal(spot),
            left,
            held,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        )
        QApplication.sendEvent(figure, made_up)
    assert len(heard.taps) == 1


def test_two_fingers_zoom_where_they_are_and_draw_nothing(figure: FigureView, heard: Heard) -> None:
    hand, middle = Hand(figure), figure.place_of("knee_front_R", "front")
    apart = QPointF(20, 0)
    hand.act(first=("press", middle - apart))
    hand.act(first=("move", middle - apart), second=("press", middle + apart))
    hand.act(first=("move", middle - apart * 3), second=("move", middle + apart * 3))
    hand.act(first=("release", middle - apart * 3), second=("release", middle + apart * 3))
    assert figure.zoom == pytest.approx(3.0, rel=0.05)
    there = figure.place_of("knee_front_R", "front")
    assert (there - middle).manhattanLength() < 4
    assert heard.strokes == []
    assert heard.taps == []


def test_two_fingers_move_the_page(figure: FigureView) -> None:
    figure.zoom_by(4, QPointF(300, 200))
    before = figure.place_of("knee_front_R", "front")
    hand, one, other = Hand(figure), QPointF(200, 200), QPointF(300, 200)
    hand.act(first=("press", one))
    hand.act(first=("move", one), second=("press", other))
    shift = QPointF(20, 30)
    hand.act(first=("move", one + shift), second=("move", other + shift))
    hand.act(first=("release", one + shift), second=("release", other + shift))
    assert (figure.place_of("knee_front_R", "front") - before - shift).manhattanLength() < 1


def test_a_palm_that_comes_down_while_drawing_changes_nothing(figure: FigureView, heard: Heard) -> None:
    hand, spots = Hand(figure), line_to(figure.place_of(*CHEST), 10, 60)
    hand.act(first=("press", spots[0]))
    hand.act(first=("move", spots[4]))
    palm = QPointF(500, 350)
    hand.act(first=("move", spots[5]), second=("press", palm))
    hand.act(first=("move", spots[8]), second=("move", palm))
    hand.act(first=("release", spots[8]), second=("release", palm))
    assert figure.zoom == 1.0
    assert len(heard.strokes) == 1


def test_the_ring_goes_with_the_finger(figure: FigureView) -> None:
    hand, spot = Hand(figure), figure.place_of(*CHEST)
    bare = figure.grab().toImage()
    hand.act(first=("press", spot))
    hand.act(first=("release", spot))
    assert figure.grab().toImage() == bare
