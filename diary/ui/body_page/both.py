"""Two drawings of the same day beside each other, and in words what only one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.anatomy.regions import all_regions
from diary.charts.entry_figure import drawn_areas, few_views
from diary.ui.body.figure_view import FigureView
from diary.ui.parts.painted import Label
from diary.ui.trends.view import listed
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from diary.models.records import Area

MOST_NAMED = 8
"""Places that a line names; the others are counted."""


def difference_words(first: Sequence[Area], again: Sequence[Area]) -> str:
    """Which places both drawings have, and which only one of them has."""
    one, other = (
        {region.region for area in areas for region in area.regions} & all_regions().keys()
        for areas in (first, again)
    )
    lines = (("both", one & other), ("first", one - other), ("again", other - one))
    found = [say(f"steady.in_{key}", places=_places(regions)) for key, regions in lines if regions]
    return "\n".join(found) or say("steady.in_neither")


def _places(regions: Collection[str]) -> str:
    names = [shape.label for region, shape in all_regions().items() if region in regions]
    told = names[:MOST_NAMED]
    if len(names) > MOST_NAMED:
        told.append(say_n("bodymap.and_more", len(names) - MOST_NAMED))
    return listed(told, "bodymap.list")


class BothDrawings(QWidget):
    """The first drawing at the left, the second at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[FigureView, ...] = ()
        self.words = Label("", "body", wrap=True)
        self._sides: list[_Side] = []
        self._room = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._room, 1)
        column.addWidget(self.words)

    def show_both(self, first: Sequence[Area], again: Sequence[Area]) -> None:
        """Show them in the views that either needs."""
        for old in self._sides:
            self._room.removeWidget(old)
            old.hide()
            old.deleteLater()
        views = few_views((*first, *again))
        self.words.setText(difference_words(first, again))
        self._sides = [
            _Side(say(f"steady.{key}"), views, areas) for key, areas in (("first", first), ("again", again))
        ]
        for side in self._sides:
            self._room.addWidget(side, 1)
        self.figures = tuple(side.figure for side in self._sides)


class _Side(QWidget):
    """One drawing under its title."""

    def __init__(self, title: str, views: Sequence[str], areas: Sequence[Area]) -> None:
        super().__init__()
        self.figure = FigureView(views, interactive=False)
        self.figure.set_areas(drawn_areas(areas))
        self.figure.setAccessibleName(title)
        self.figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(title, "strong"))
        column.addWidget(self.figure, 1)
