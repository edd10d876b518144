"""Reading two periods off the screen's thread: the latest wish waits for one before it, none queues up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diary.insight.redrawing import is_soon
from diary.ui.body_page.view import Choice, Rows, View, make_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.errors import DiaryError
    from diary.storage.diary import Diary
    from diary.store.store import Store
    from diary.ui.trends.spans import Span

    MakeChoice = Callable[[int | None, int | None], Choice]


class Reading(QObject):
    """Asks the store's worker; `done` hears of the last wish alone.

    A wish is what makes the choice once the diary's first and last day (ordinals or None) are known. Answers
    that come after the parent is gone are not heard.
    """

    def __init__(
        self,
        parent: QObject,
        store: Store,
        done: Callable[[View], None],
        problem: Callable[[DiaryError], None],
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._done = done
        self._problem = problem
        self._rows: Rows | None = None
        self._running = False
        self._next: MakeChoice | None = None

    def forget(self) -> None:
        """The diary has changed: what was read is read again."""
        self._rows = None

    def ask(self, choose: MakeChoice) -> None:
        """Wish for a view."""
        self._next = choose
        if not self._running:
            self._start()

    @property
    def busy(self) -> bool:
        """Whether a wish is on its way."""
        return self._running

    def _start(self) -> None:
        if self._next is not None:
            choose, self._next = self._next, None
            self._running = True
            self._store.run(_Work(choose, self._rows), self._came, self._went_wrong)

    def _came(self, view: View) -> None:
        self._running = False
        self._rows = view.rows
        if self._next is None:
            self._done(view)
        self._start()

    def _went_wrong(self, error: DiaryError) -> None:
        self._running = False
        self._problem(error)
        self._start()


class _Work:
    """Reads what is not at hand and counts it, in the store's thread."""

    def __init__(self, choose: MakeChoice, rows: Rows | None) -> None:
        self._choose = choose
        self._rows = rows

    def __call__(self, diary: Diary) -> View:
        from diary.storage.queries import span

        whole = diary.ask(span)
        first, last = (None, None) if whole is None else (whole[0].toordinal(), whole[1].toordinal())
        choice = self._choose(first, last)
        rows = self._rows
        if rows is None or (rows.now, rows.before, rows.first, rows.last) != (
            choice.now,
            choice.before,
            first,
            last,
        ):
            rows = _read(diary, choice, first, last)
        return make_view(rows, choice)


def _read(diary: Diary, choice: Choice, first: int | None, last: int | None) -> Rows:
    from diary.storage.period_queries import places_of
    from diary.storage.queries import redrawings

    areas, answers = [], []
    for one in _apart(choice.before, choice.now):
        since, until = date.fromordinal(max(1, one.since)), date.fromordinal(max(1, one.until))
        own_areas, own_answers = diary.ask(places_of, since, until)
        areas += own_areas
        answers += own_answers
    return Rows(
        now=choice.now,
        before=choice.before,
        first=first,
        last=last,
        areas=areas,
        answers=answers,
        redrawing=next((one for one in reversed(diary.ask(redrawings)) if is_soon(one)), None),
    )


def _apart(before: Span, now: Span) -> tuple[Span, ...]:
    """The days to read: no day twice, where the periods overlap."""
    if before.until < now.since or now.until < before.since:
        return before, now
    return (type(now)(min(before.since, now.since), max(before.until, now.until)),)
