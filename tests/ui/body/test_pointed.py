"""What pointer and keyboard point at looks like no marked area, on every ground and in every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest

from diary.anatomy.figure import Drawn
from diary.anatomy.naming import place_name
from diary.charts.palette import contrast, load
from diary.ui.body.figure_view import FigureView
from diary.ui.first_run.figure_panel import EXAMPLE, FigurePanel
from diary.wording import say

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

CALF = ("calf_back_outer_L", "back")


def picture(figure: FigureView) -> QImage:
    image = QImage(figure.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    figure.render(image, QPoint(0, 0))
    return image


def changed(one: QImage, other: QImage) -> list[str]:
    """The colours of the pixels that are new in the other picture."""
    return [
        other.pixelColor(x, y).name().upper()
        for x in range(one.width())
        for y in range(one.height())
        if one.pixel(x, y) != other.pixel(x, y)
    ]


def by_keys(figure: FigureView) -> None:
    figure.setFocus()
    figure._cursor = CALF[::-1]
    figure._by_keys = True


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_the_ring_of_the_keyboard_is_ink_between_two_pale_lines(
    figure: FigureView, theme: Theme, *, dark: bool, high: bool
) -> None:
    theme.set_appearance("dark" if dark else "light")
    theme.set_contrast(high)
    figure.set_areas([Drawn(area="a", regions=(CALF[0],), qualities=("burning",), severity=7, selected=True)])
    bare = picture(figure)
    by_keys(figure)
    ringed = picture(figure)
    colours = changed(bare, ringed)
    assert colours.count(theme.palette.color("ink").upper()) > 20
    assert colours.count(theme.palette.color("card").upper()) > 20
    assert theme.palette.color("accent").upper() not in colours


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_the_ring_stands_out_from_the_line_beside_it(name: str) -> None:
    palette = load(name)
    assert contrast(palette.color("ink"), palette.color("card")) >= 3
    assert contrast(palette.color("ink"), palette.color("skin")) >= 3


def test_pointing_fills_nothing(figure: FigureView) -> None:
    spot = figure.place_of(*CALF).toPoint()
    bare = picture(figure)
    by_keys(figure)
    assert picture(figure).pixel(spot) == bare.pixel(spot)
    figure.clearFocus()
    figure.tool = "fill"
    QTest.mouseMove(figure, spot)
    hovered = picture(figure)
    assert hovered.pixel(spot) == bare.pixel(spot)
    assert hovered != bare
    assert figure.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_pointer_leaves_no_line_of_the_accent(figure: FigureView, theme: Theme) -> None:
    figure.tool = "fill"
    bare = picture(figure)
    QTest.mouseMove(figure, figure.place_of(*CALF).toPoint())
    assert theme.palette.color("accent").upper() not in changed(bare, picture(figure))


def test_assistive_software_hears_a_graphic_and_what_a_still_one_shows(
    qtbot: QtBot, figure: FigureView
) -> None:
    still = FigureView(("front", "back"), interactive=False)
    qtbot.addWidget(still)
    still.set_areas(
        [
            Drawn(area="a", regions=("heel_L", "sole_inner_L"), qualities=("burning",), severity=6),
            Drawn(area="b", regions=("chest_2_R",), qualities=("numbness",)),
        ]
    )
    for one in (figure, still):
        spoken = QAccessible.queryAccessibleInterface(one)
        assert spoken.role() == QAccessible.Role.Graphic
        assert spoken.text(QAccessible.Text.Name) == "Figure of the body"
        assert spoken.text(QAccessible.Text.Description) == one.accessibleDescription()
    assert still.accessibleDescription() == (
        f"Marked: Left sole, burning 6; {place_name(['chest_2_R'])}, numbness."
    )
    still.set_areas([])
    assert not still.accessibleDescription()


def test_the_first_picture_says_all_that_it_shows(qtbot: QtBot, theme: Theme) -> None:
    panel = FigurePanel()
    qtbot.addWidget(panel)
    spoken = QAccessible.queryAccessibleInterface(panel)
    assert spoken.role() == QAccessible.Role.Graphic
    for one in EXAMPLE:
        assert say(f"quality.{one.qualities[0]}").lower() in spoken.text(QAccessible.Text.Name)
        assert one.area in spoken.text(QAccessible.Text.Name)
