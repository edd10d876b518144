"""A figure as large as on the Today page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.body.figure_view import FigureView
from tests.ui.body.hands import Heard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def figure(qtbot: QtBot, theme: Theme) -> FigureView:
    """A figure on the screen."""
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(608, 388)
    view.show()
    return view


@pytest.fixture
def heard(figure: FigureView) -> Heard:
    """What that figure says."""
    return Heard(figure)
