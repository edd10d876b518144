"""One map of the body on a card: a period shaded by days or by severity, or what became of each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from diary.anatomy.heat import heat_list, turn_list
from diary.anatomy.sheets import available
from diary.ui.body.figure_view import FigureView
from diary.ui.body_page.said import (
    kind_of,
    levels_of,
    map_words,
    numbers_of,
    recorded_words,
    region_states,
    turn_states,
    turn_word,
    turns_words,
)
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.anatomy.figure import Item
    from diary.insight.body_days import BodyDays
    from diary.insight.body_difference import BodyDifference

FIGURE_TALL = 300
"""Least height of the figures, px at 100 %."""


class MapCard(Card):
    """A title, how much was recorded, and the figure; `region_chosen` has the id of a pressed place."""

    region_chosen = Signal(str)
    figure_made = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=2, title_role="strong")
        self._views: tuple[str, ...] = available()["body"]
        self._selected = ""
        self._room = QVBoxLayout()
        self.note = Label("", "note", "quiet", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.figure = self._new_figure()
        self._room.addWidget(self.figure)
        self.add(self.note)
        self.add(self._room, 1)
        self.restyle()

    def _new_figure(self) -> FigureView:
        figure = FigureView(self._views, draws=False)
        figure.regionTapped.connect(self._on_tapped)
        figure.setMinimumHeight(self.theme.px(FIGURE_TALL))
        # The figure takes what there is: its own wish, made for Today, would make the page scroll.
        figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return figure

    @property
    def views(self) -> tuple[str, ...]:
        """The views shown."""
        return self._views

    def show_views(self, views: Sequence[str]) -> None:
        """Show other views of the body."""
        if tuple(views) != self._views:
            self._views = tuple(views)
            old, self.figure = self.figure, self._new_figure()
            self._room.replaceWidget(old, self.figure)
            old.hide()
            old.deleteLater()
            self._dress()
            self.figure_made.emit(self.figure)

    def choose(self, region: str) -> None:
        """Mark one region as the chosen one; "" for none."""
        if region != self._selected:
            self._selected = region
            self._dress()

    def _dress(self) -> None:
        """Give the figure what it shows; each kind of map has its own."""
        raise NotImplementedError  # every map has its own

    def _wear(self, name: str, words: str, states: Mapping[str, str]) -> None:
        self.figure.set_areas((), states)
        self.figure.set_items(self.items)
        self.figure.setAccessibleName(name)
        self.figure.setAccessibleDescription(words)

    def items(self, view: str, px: float, air: float) -> Sequence[Item]:
        """What lies on the bare body of a view; `px` is units per pixel, `air` px beside it."""
        raise NotImplementedError  # every map has its own

    @Slot(str, str)
    def _on_tapped(self, _view: str, region: str) -> None:
        self.region_chosen.emit(region)

    def restyle(self) -> None:
        """Keep the figure tall enough at the text size."""
        super().restyle()
        top, inset = self.theme.px(8), self.theme.px(8)
        self._column.setContentsMargins(inset, top, inset, top)
        self._top.setContentsMargins(inset, 0, 0, 0)
        if hasattr(self, "figure"):
            self.note.setContentsMargins(inset, 0, 0, 0)
            self.figure.setMinimumHeight(self.theme.px(FIGURE_TALL))


class HeatCard(MapCard):
    """A period: each place shaded by the share of days marked, or by its mean severity."""

    def __init__(self) -> None:
        super().__init__()
        self._days: BodyDays | None = None
        self._how = ""

    def show_days(self, title: str, days: BodyDays, how: str, *, half: str = "") -> None:
        """Show a period by `how`, "days" or "severity"; `half` is "first" or "second" of a longer one."""
        self._days, self._how = days, how
        self.set_title(title)
        words = recorded_words(days)
        self.note.setText(say(f"bodymap.half.{half}", words=words) if half else words)
        self._dress()

    def _dress(self) -> None:
        if self._days is not None:
            words = map_words(self._days, self._how)
            self._wear(self.title.text(), words, region_states(self._days, self._how))

    def items(self, view: str, px: float, air: float) -> Sequence[Item]:
        """The shades and numbers of a view."""
        assert self._days is not None  # _dress has seen to it
        levels, numbers = levels_of(self._days, self._how), numbers_of(self._days, self._how)
        digits = 0 if self._how == "days" else 1
        return heat_list(view, levels, numbers, px=px, air=air, digits=digits, selected=self._selected)


class TurnCard(MapCard):
    """What became of each place from the first period to the second."""

    def __init__(self) -> None:
        super().__init__()
        self._difference: BodyDifference | None = None
        self.set_title(say("bodymap.difference"))

    def show_difference(self, difference: BodyDifference) -> None:
        """Show it."""
        self._difference = difference
        self.note.setText(say(f"bodymap.difference_note.{kind_of(difference)}"))
        self._dress()

    def _dress(self) -> None:
        if self._difference is not None:
            found = self._difference
            self._wear(self.title.text(), turns_words(found), turn_states(found))

    def items(self, view: str, px: float, air: float) -> Sequence[Item]:
        """The patterns and words of a view."""
        assert self._difference is not None  # _dress has seen to it
        turns = {region: str(one.turn) for region, one in self._difference.regions.items()}
        return turn_list(
            view, turns, turn_word(kind_of(self._difference)), px=px, air=air, selected=self._selected
        )
