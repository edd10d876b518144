"""Reading treatments off the screen's thread; only the latest wish is shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.errors import DiaryError
    from diary.storage.diary import Diary
    from diary.store.store import Store
    from diary.ui.treatments.view import HeldTreatments


class TreatmentReading:
    """Asks the store's worker for all treatments; `done` hears the last wish alone."""

    def __init__(
        self,
        store: Store,
        done: Callable[[HeldTreatments], None],
        problem: Callable[[DiaryError], None],
    ) -> None:
        self._store = store
        self._done = done
        self._problem = problem
        self._wish = 0

    def ask(self) -> None:
        """Read anew."""
        self._wish += 1
        answer = _Answer(self, self._wish)
        self._store.run(_read, answer.came, answer.went_wrong)

    def came(self, wish: int, held: HeldTreatments) -> None:
        """Pass on what was read, unless something else was asked since."""
        if wish == self._wish:
            self._done(held)

    def went_wrong(self, wish: int, error: DiaryError) -> None:
        """Pass on why nothing could be read."""
        if wish == self._wish:
            self._problem(error)


class _Answer:
    """One wish on its way."""

    def __init__(self, reading: TreatmentReading, wish: int) -> None:
        self._reading = reading
        self._wish = wish

    def came(self, held: HeldTreatments) -> None:
        self._reading.came(self._wish, held)

    def went_wrong(self, error: DiaryError) -> None:
        self._reading.went_wrong(self._wish, error)


def _read(diary: Diary) -> HeldTreatments:
    """The work itself, in the store's thread; matplotlib is imported there too."""
    from diary.charts.fonts import warm
    from diary.storage.treatment_queries import treatment_rows
    from diary.ui.treatments.view import HeldTreatments

    today = diary.today()
    held = HeldTreatments(diary.ask(treatment_rows, today), today)
    for name in ("treatment_figure", "style"):  # so that the first painting does not wait for them
        import_module(f"diary.charts.{name}")
    warm()
    return held
