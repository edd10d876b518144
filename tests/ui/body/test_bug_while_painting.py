"""A bug while the figure is painted is told like any other: it never ends the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPainter, QPixmap

from diary.ui.body.figure_view import FigureView
from diary.ui.body.picture import FigurePicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from diary.anatomy.figure import Item
    from diary.ui.theme import Theme


def broken(_view: str, _px: float, _air: float) -> Sequence[Item]:
    """A list of items with a bug."""
    raise ValueError("a bug")


@pytest.mark.parametrize("kind", [FigurePicture, FigureView])
def test_no_painter_stays_open_after_a_bug(qtbot: QtBot, theme: Theme, kind: type[FigurePicture]) -> None:
    figure = kind()
    qtbot.addWidget(figure)
    figure.resize(700, 400)
    figure.set_items(broken)
    with pytest.raises(ValueError, match="a bug"):
        figure.grab()
    figure.set_items(None)
    picture = QPixmap(figure.size())
    figure.render(picture)
    painter = QPainter(picture)
    assert painter.isActive()
    painter.end()
    assert figure.grab().toImage().pixelColor(350, 5).isValid()
