"""The figure on the screen: every region can be pressed, walked to and named; read-only it stays quiet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.anatomy.figure import Drawn
from diary.anatomy.regions import all_regions
from diary.anatomy.views import load_view
from diary.ui.body.figure_view import FigureView
from diary.ui.theme import Theme
from tests.ui.body.hands import Heard

VIEWS = ("front", "back", "sole", "palm")


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    widget.render(image, QPoint(0, 0))
    return image


@pytest.mark.parametrize("side", ["L", "R"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_press_on_the_label_point_of_a_region_is_that_region(
    figure: FigureView, view: str, side: str
) -> None:
    heard = Heard(figure)
    wanted = [region_id for region_id in load_view(view).regions if region_id[-1] in (side, "M")]
    figure.resize(1216, 776)
    for region_id in wanted:
        spot = figure.place_of(region_id, view)
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert heard.taps == [(view, region_id) for region_id in wanted]


def test_at_ordinary_size_the_middle_of_every_region_is_that_region(figure: FigureView) -> None:
    for view in VIEWS:
        for region_id in load_view(view).regions:
            assert figure.region_at(figure.place_of(region_id, view)) == (view, region_id)


def test_your_right_is_left_on_the_front_and_right_on_the_back(figure: FigureView) -> None:
    assert figure.place_of("knee_front_R", "front").x() < figure.place_of("knee_front_L", "front").x()
    assert figure.place_of("knee_back_L", "back").x() < figure.place_of("knee_back_R", "back").x()


def test_a_press_beside_the_body_is_nothing(figure: FigureView) -> None:
    heard = Heard(figure)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(8, 300))
    assert heard.taps == []


def test_a_press_that_ends_elsewhere_is_no_tap(figure: FigureView) -> None:
    heard = Heard(figure)
    here, there = figure.place_of("chest_2_L", "front"), figure.place_of("heel_L", "sole")
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=here.toPoint())
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=there.toPoint())
    assert heard.taps == []


def test_the_place_under_the_pointer_is_named(figure: FigureView) -> None:
    named: list[str] = []
    figure.regionHovered.connect(named.append)
    QTest.mouseMove(figure, figure.place_of("calf_back_outer_L", "back").toPoint())
    QTest.mouseMove(figure, QPoint(4, 380))
    assert named == ["left calf, outer half (back)", ""]


def test_arrows_walk_and_space_marks(figure: FigureView) -> None:
    heard = Heard(figure)
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("abd_3_L", "front").toPoint())
    QTest.keyClick(figure, Qt.Key.Key_Down)
    QTest.keyClick(figure, Qt.Key.Key_Space)
    QTest.keyClick(figure, Qt.Key.Key_Up)
    QTest.keyClick(figure, Qt.Key.Key_Return)
    assert [region for _, region in heard.taps] == ["abd_3_L", "abd_4_L", "abd_3_L"]
    assert "left belly just above the navel" in figure.accessibleDescription()


def test_page_keys_reach_every_view(figure: FigureView) -> None:
    figure.setFocus()
    seen = set()
    for _ in range(4):
        QTest.keyClick(figure, Qt.Key.Key_PageDown)
        seen.add(figure.accessibleDescription().partition(":")[0])
    assert seen == {"Front", "Back", "Soles", "Palms"}


def test_the_keyboard_hears_what_is_marked(figure: FigureView) -> None:
    figure.set_areas(
        [
            Drawn(area="a", regions=("abd_3_L",), severity=6),
            Drawn(area="b", regions=("heel_R",), carried=True),
        ]
    )
    assert figure.state_of("abd_3_L") == "marked, severity 6"
    assert figure.state_of("heel_R") == "carried over, not confirmed"
    assert figure.state_of("heel_L") == "not marked"


def test_tab_leaves_the_figure(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    one, other = FigureView(parent=room), FigureView(parent=room)
    other.move(0, 400)
    room.show()
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert room.focusWidget() is other


def test_marks_change_the_picture_and_strange_regions_do_not(figure: FigureView) -> None:
    bare = picture(figure)
    figure.set_areas([Drawn(area="a", regions=("tongue_M", "nowhere"), severity=5)])
    assert picture(figure) == bare
    figure.set_areas([Drawn(area="a", regions=("heel_L",), qualities=("burning",), severity=5)])
    marked = picture(figure)
    assert marked != bare
    spot = figure.place_of("heel_R", "sole").toPoint()
    assert marked.pixelColor(spot) == bare.pixelColor(spot)
    figure.set_areas([])
    assert picture(figure) == bare


def test_left_marks_are_painted_on_the_persons_left(figure: FigureView) -> None:
    bare = picture(figure)
    figure.set_areas([Drawn(area="a", regions=("thigh_back_L",), qualities=("aching",))])
    marked = picture(figure)
    changed = [
        (x, y)
        for x in range(0, marked.width(), 2)
        for y in range(0, marked.height(), 2)
        if marked.pixel(x, y) != bare.pixel(x, y)
    ]
    middle = (figure.place_of("knee_back_L", "back") + figure.place_of("knee_back_R", "back")).x() / 2
    assert changed
    assert all(x < middle for x, _ in changed)


def test_the_theme_changes_the_colours(figure: FigureView, theme: Theme) -> None:
    spot = (figure.place_of("abd_5_L", "front") + QPointF(0, 0)).toPoint()
    assert picture(figure).pixelColor(spot) == QColor(theme.palette.color("skin"))
    theme.set_appearance("dark")
    assert picture(figure).pixelColor(spot) == QColor(theme.palette.color("skin"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_at_every_text_size(figure: FigureView, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    figure.set_areas(
        [Drawn(area="a", regions=tuple(all_regions()), qualities=("burning", "own"), severity=3)]
    )
    figure.resize(figure.sizeHint())
    assert picture(figure).width() == round(600 * scale)


def test_a_small_read_only_figure_takes_no_focus_and_no_press(qtbot: QtBot, theme: Theme) -> None:
    figure = FigureView(("front", "back"), interactive=False, words=False)
    qtbot.addWidget(figure)
    figure.resize(200, 180)
    figure.show()
    heard = Heard(figure)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("chest_2_L", "front").toPoint())
    assert heard.taps == []
    assert figure.focusPolicy() == Qt.FocusPolicy.NoFocus
