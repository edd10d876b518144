"""A day drawn once more without seeing it: the strokes so far, and how they agree with the first drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, fill, take_off
from diary.anatomy.kept import WHOLE, painted_pct
from diary.insight.body_difference import jaccard
from diary.models.codes import StrokeMode
from diary.models.records import Area, Entry, Redrawing, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.models.moments import Moment
    from diary.storage.diary import Diary


@dataclass(frozen=True, slots=True)
class Strokes:
    """What was drawn, and what was taken back and can be brought back."""

    done: tuple[Stroke, ...] = ()
    undone: tuple[Stroke, ...] = ()

    def drawn(self, stroke: Stroke) -> Strokes:
        """With one more stroke."""
        return Strokes((*self.done, stroke))

    def tapped(self, view: str, region: str) -> Strokes:
        """With a region filled, or taken off where it is marked whole."""
        from diary.anatomy.coverage import coverage

        whole = coverage(self.done).get(region, 0.0) >= WHOLE
        return self.drawn(take_off(region, view) if whole else fill(region, view))

    def back(self) -> Strokes:
        """Without the last stroke."""
        return replace(self, done=self.done[:-1], undone=(*self.undone, *self.done[-1:]))

    def again(self) -> Strokes:
        """With the last stroke that was taken back."""
        return replace(self, done=(*self.done, *self.undone[-1:]), undone=self.undone[:-1])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was painted."""
        return all(one.mode is StrokeMode.ERASE for one in self.done)


@dataclass(frozen=True, slots=True)
class ToRedraw:
    """The latest entry that has places, and what was redrawn before; for the store's thread."""

    today: date

    def __call__(self, diary: Diary) -> tuple[Entry | None, tuple[Redrawing, ...]]:
        """Read both."""
        from diary.storage.queries import last_entry_before, redrawings

        entry = diary.ask(last_entry_before, self.today + timedelta(days=1), diary.author, with_places=True)
        return entry, diary.ask(redrawings)


def redrawing_of(entry: Entry, strokes: Strokes, drawn: Moment, make_uid: Callable[[], str]) -> Redrawing:
    """The record of a blind drawing of an entry's places; counts, so it needs numpy."""
    from diary.anatomy.coverage import regions_of

    again = regions_of(strokes.done)
    first = {one.region for area in entry.areas for one in area.regions}
    area = Area(
        uid=make_uid(),
        regions=again,
        strokes=strokes.done,
        figure_version=FIGURE_VERSION,
        grid_version=GRID_VERSION,
    )
    return Redrawing(
        uid=make_uid(),
        drawn=drawn,
        day=entry.day,
        entry=entry.uid,
        areas=(area,),
        agreement=round(jaccard(first, [one.region for one in again]), 4),
        first_pct=painted_pct(entry.areas),
        again_pct=painted_pct([area]),
    )
