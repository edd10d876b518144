"""Reading days off the screen's thread: only the latest wish is shown, and none waits for another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Final

from diary.errors import DiaryError
from diary.ui.trends.spans import Span
from diary.ui.trends.view import View, make_view, panels_of

if TYPE_CHECKING:
    from diary.charts.care_strip import Care
    from diary.charts.palette import Palette
    from diary.charts.trends_figure import TrendsFigure
    from diary.insight.held import Held
    from diary.storage.diary import Diary
    from diary.store.store import Store


NARROW: Final = 2 * 366
"""Days that are read so quickly that reading more of them than needed is never felt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """How a figure is to look: colours, text size, size in px, device pixels to one px."""

    palette: Palette
    scale: float
    width: int
    height: int
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read; the view of the days to be shown and a figure of it, where they were asked for."""

    held: Held
    span: Span
    care: Care
    view: View | None
    figure: TrendsFigure | None


class Reading:
    """Asks the store's worker for days; `done` hears the last wish alone.

    `begun` hears the rows of a wish with a figure first: what they say need not wait for matplotlib.
    """

    def __init__(
        self,
        store: Store,
        done: Callable[[Read], None],
        problem: Callable[[DiaryError], None],
        begun: Callable[[Held], None],
    ) -> None:
        self._store = store
        self._done = done
        self._problem = problem
        self._begun = begun
        self._wish = 0

    @property
    def wishes(self) -> int:
        """How often was asked so far."""
        return self._wish

    def ask(
        self, span: Span | None, today: int, shown: Span, kept: str | None, dress: Dress | None = None
    ) -> None:
        """Read the days of `span` (None: all there are), and work out the view of those `shown`.

        `kept` names the panels chosen once, as `panels_of` takes them; None where no view is wanted.
        """
        self._wish += 1
        answer, rows = _Answer(self, self._wish), _Rows(span, today)
        if dress is None:
            self._store.run(_Work(rows, shown, kept, None), answer.came, answer.went_wrong)
        else:
            self._store.run(rows, answer.began, answer.went_wrong)
            self._store.run(_Work(rows, shown, kept, dress), answer.came, answer.went_wrong)

    def began(self, wish: int, held: Held) -> None:
        """Pass on the rows, unless something else was asked since."""
        if wish == self._wish:
            self._begun(held)

    def came(self, wish: int, read: Read) -> None:
        """Pass on what was read, unless something else was asked since."""
        if wish == self._wish:
            self._done(read)

    def went_wrong(self, wish: int, error: DiaryError) -> None:
        """Pass on why nothing could be read."""
        if wish == self._wish:
            self._problem(error)


class _Answer:
    """One wish on its way."""

    def __init__(self, reading: Reading, wish: int) -> None:
        self._reading = reading
        self._wish = wish

    def began(self, held: Held) -> None:
        self._reading.began(self._wish, held)

    def came(self, read: Read) -> None:
        self._reading.came(self._wish, read)

    def went_wrong(self, error: DiaryError) -> None:
        self._reading.went_wrong(self._wish, error)


class _Rows:
    """Reads the days in the store's thread, once; None is all days there are."""

    def __init__(self, span: Span | None, today: int) -> None:
        self._span = span
        self._today = today
        self._held: Held | None = None

    def __call__(self, diary: Diary) -> Held:
        from diary.insight.held import Held
        from diary.storage.period_queries import period

        if self._held is None:
            since, until = (date.fromordinal(max(day, 1)) for day in self._days(diary))
            self._held = Held(diary.ask(period, since, until, date.fromordinal(self._today)))
        return self._held

    def _days(self, diary: Diary) -> tuple[int, int]:
        from diary.storage.queries import span

        if self._span is not None:
            return self._span.since, self._span.until
        whole = diary.ask(span)
        return (min(whole[0].toordinal(), self._today) if whole else self._today), self._today


class _Work:
    """The work itself, done in the store's thread; matplotlib is imported there too."""

    def __init__(self, rows: _Rows, shown: Span, kept: str | None, dress: Dress | None) -> None:
        self._rows = rows
        self._shown = shown
        self._kept = kept
        self._dress = dress

    def __call__(self, diary: Diary) -> Read:
        held, care = self._rows(diary), care_of(diary)
        if self._kept is None:
            return Read(held=held, span=self._shown, care=care, view=None, figure=None)
        from diary.charts.fonts import warm

        for name in (
            "trends_figure",
            "care_artists",
            "style",
        ):  # so that the first painting does not wait for them
            import_module(f"diary.charts.{name}")
        warm()
        panels = panels_of(held, self._kept)
        view = make_view(held, self._shown.since, self._shown.until, panels, care)
        return Read(held=held, span=self._shown, care=care, view=view, figure=self._figure(view))

    def _figure(self, view: View) -> TrendsFigure | None:
        """The first figure, whose making takes longer than its painting."""
        if self._dress is None or not view.picture.panels:
            return None
        from diary.charts.style import screen_style
        from diary.charts.trends_figure import TrendsFigure

        dress = self._dress
        style = screen_style(dress.palette, dress.scale)
        figure = TrendsFigure(style, dress.width, dress.height, dress.ratio)
        figure.show(view.picture)
        return figure


def with_held(held: Held, span: Span) -> Span:
    """The days to read so that stepping back needs no reading: both, while that is not long."""
    both = _both(held, span)
    return both if both.days <= max(span.days, NARROW) else span


def around(held: Held, span: Span) -> Span:
    """The days to read after a change: with all that was at hand, where that is read quickly."""
    return _both(held, span) if held.rows.until - held.rows.since <= NARROW else span


def _both(held: Held, span: Span) -> Span:
    return Span(min(held.rows.since, span.since), max(held.rows.until, span.until))


def care_of(diary: Diary) -> Care:
    """What goes on beside the entries: regular medicines with their steps, procedures, life events."""
    from diary.charts.care_strip import Care
    from diary.insight.doses import courses
    from diary.insight.treatments import in_order
    from diary.models.care import Procedure, Treatment
    from diary.models.story import LifeEvent
    from diary.storage.life_queries import all_of
    from diary.storage.treatment_queries import steps_as_written

    treatments = in_order(diary.ask(all_of, Treatment))
    steps, today = diary.ask(steps_as_written), diary.today().toordinal()
    return Care(
        courses=courses(treatments, steps, today),
        procedures=tuple(diary.ask(all_of, Procedure)),
        life_events=tuple(diary.ask(all_of, LifeEvent)),
    )
