"""The theme: looks change at once, everywhere, and every icon and token is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from diary.charts.palette import load
from diary.paths import resource
from diary.ui.focus_ring import REACH
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import Cells, SeverityRow
from diary.ui.theme import FAMILY, Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_script_and_emoji_has_letters_once_the_window_is_there(theme: Theme) -> None:
    theme.learn_scripts()
    families = theme.font().families()
    assert families[0] == FAMILY
    for family in ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji"):
        assert family in families


def test_sizes_follow_the_text_size_at_once(qtbot: QtBot, theme: Theme) -> None:
    label, button, chip = Label("Words"), Button("Save"), Chip("Burning")
    for widget in (label, button, chip):
        qtbot.addWidget(widget)
    before = [widget.sizeHint().height() for widget in (label, button, chip)]
    theme.set_scale(2.0)
    after = [widget.sizeHint().height() for widget in (label, button, chip)]
    assert all(new >= 1.7 * old for new, old in zip(after, before, strict=True))


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.35, 1.35), (9.0, 2.0)])
def test_text_size_stays_between_100_and_200_per_cent(theme: Theme, asked: float, given: float) -> None:
    theme.set_scale(asked)
    assert theme.scale == given


def test_an_unknown_appearance_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.set_appearance("sepia")


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("contrast", [False, True])
def test_words_wear_the_palette_of_now(qtbot: QtBot, theme: Theme, appearance: str, contrast: bool) -> None:
    label = Label("Words", token="quiet")
    qtbot.addWidget(label)
    theme.set_appearance(appearance)
    theme.set_contrast(contrast)
    name = f"contrast-{appearance}" if contrast else appearance
    assert theme.palette == load(name)
    assert label.palette().color(label.foregroundRole()) == QColor(load(name).color("quiet"))


def test_a_chosen_cell_is_recoloured(qtbot: QtBot, theme: Theme) -> None:
    row = SeverityRow("Average")
    qtbot.addWidget(row)
    row.resize(480, 36)
    row.set_value(7)
    row.show()
    cells = row.findChildren(Cells)[0]
    spot = cells.cell(7).toRect().topLeft()
    for name in ("light", "dark"):
        theme.set_appearance(name)
        image = cells.grab().toImage()
        assert image.pixelColor(spot.x() + 5, spot.y() + 5) == QColor(load(name).severity(7))


def test_the_bundled_typeface_is_worn(theme: Theme) -> None:
    assert QFontInfo(theme.font()).family() == FAMILY


def test_digits_are_of_one_width(theme: Theme) -> None:
    measures = theme.metrics("body")
    assert len({measures.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("file", sorted(resource("icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_can_be_drawn_in_any_colour(theme: Theme, file: object) -> None:
    name = getattr(file, "stem", "")
    drawn = theme.pixmap(name, "accent", 48).toImage()
    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert theme.color("accent").name() in colours


def test_the_style_sheet_has_no_open_place(theme: Theme) -> None:
    assert "$" not in theme.style_sheet()


def test_a_ring_stands_around_the_control_that_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.setContentsMargins(20, 20, 20, 20)
    first, second = QPushButton("first"), QPushButton("second")
    for button in (first, second):
        column.addWidget(button)
    room.show()
    room.activateWindow()
    for button in (first, second):
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        rings = [child for child in room.findChildren(QWidget) if type(child).__name__ == "_Ring"]
        (ring,) = [child for child in rings if child.isVisible()]
        assert ring.geometry() == button.geometry().adjusted(-REACH, -REACH, REACH, REACH)
        at = room.grab().toImage().pixelColor(button.geometry().center().x(), button.geometry().top() - REACH)
        assert at == theme.color("accent")
    assert QApplication.focusWidget() is second
