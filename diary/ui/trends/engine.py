"""Works out the analysis off the window's thread, says how far it is, and keeps it until its days change."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.ui.trends.spans import Span

if TYPE_CHECKING:
    from diary.errors import DiaryError
    from diary.insight.findings.analysis import Analysis, Prepared
    from diary.models.finding_rows import FindingRows
    from diary.store.store import Store

KEPT: Final = 12
"""Analyses kept, one for each period shown."""

CALM_MS: Final = 120
"""So long nothing else is asked before work begins: turning a wheel does not begin ten analyses."""

BREATH_S: Final = 0.002
"""So long the thread leaves Python to the window at a time."""

AT_WORK_S: Final = 0.006
"""So long the thread works between two breaths."""


class State(StrEnum):
    """What the engine does: nothing asked or all known, at work, or stopped by the person."""

    CALM = "calm"
    WORKING = "working"
    CANCELLED = "cancelled"


class Stopped(Exception):  # noqa: N818  # nothing went wrong
    """The analysis is no longer wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What stands while the rows are the same, whatever days are shown."""

    rows: FindingRows
    prepared: Prepared
    whole: Analysis


class Engine(QObject):
    """One analysis at a time: of the days asked for last.

    `found` follows when it is there, `turned` when the state is another one.
    """

    found = Signal()
    turned = Signal()
    troubled = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._kept: OrderedDict[tuple[Span, int], Analysis] = OrderedDict()
        self._base: Base | None = None
        self._stale = True
        self._job: Job | None = None
        self._wanted: tuple[Span, int] | None = None
        self._latest: Analysis | None = None
        self.state = State.CALM
        self._soon = QTimer(self, singleShot=True, interval=CALM_MS)
        self._soon.timeout.connect(self._on_soon)

    # --- what is known

    @property
    def share(self) -> float:
        """How much of the work at hand is done, 0 to 1."""
        return self._job.share if self._job is not None else 0.0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked out or about to be."""
        return self._job is None and not self._soon.isActive()

    @property
    def latest(self) -> Analysis | None:
        """The analysis made last, of whatever days shown; None once it was cancelled after a change."""
        return None if self._stale and self.state is State.CANCELLED else self._latest

    def of(self, span: Span) -> Analysis | None:
        """The analysis of these days; after a change the one before it, until the new one is there."""
        if self._stale and self.state is State.CANCELLED:
            return None
        today = self._store.today().toordinal() if self._store.is_open else 0
        return self._kept.get((span, today))

    # --- asking

    def ask(self, span: Span, today: int) -> None:
        """See to it that the analysis of these days is there; `found` follows unless it is known already."""
        wanted = (span, today)
        if not self._stale and wanted in self._kept:
            self._drop()
            self._turn(State.CALM)
            return
        if self.state is State.CANCELLED and wanted == self._wanted:
            return
        if self.state is State.WORKING and wanted == self._wanted:
            return
        self._wanted = wanted
        self.begin()

    @Slot()
    def begin(self) -> None:
        """Work out what was asked for last."""
        if self._wanted is None:
            return
        self._drop()
        self._turn(State.WORKING)
        self._soon.start()

    @Slot()
    def cancel(self) -> None:
        """Leave it; what was asked for is not known until `begin`."""
        self._drop()
        self._turn(State.CANCELLED)

    @Slot()
    def renew(self) -> None:
        """The diary changed: its rows are read again with the next wish, and compared."""
        self._stale = True
        self._drop()
        if self.state is State.WORKING:
            self._turn(State.CALM)

    def forget(self) -> None:
        """Keep nothing of what was worked out."""
        self.renew()
        self._kept.clear()
        self._base = self._latest = None

    def _drop(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.cancelled = True
            self._job = None

    def _turn(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.turned.emit()

    # --- working

    @Slot()
    def _on_soon(self) -> None:
        if self._wanted is None or not self._store.is_open or self._store.leaving:
            return
        job = self._job = Job(self, self._store, *self._wanted)
        job.base = self._base
        job.rows = None if self._stale or self._base is None else self._base.rows
        job.known = self._kept.get(self._wanted)
        self._store.run_aside(job.work, job.came, job.went_wrong)

    def came(self, job: Job, found: Analysis | None) -> None:
        """The analysis is there."""
        if job is not self._job or found is None:
            return
        self._job = None
        if job.base is not self._base:
            self._kept.clear()
        self._base, self._stale, self._latest = job.base, False, found
        self._kept[job.span, job.today] = found
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._turn(State.CALM)
        self.found.emit()

    def went_wrong(self, job: Job, error: DiaryError) -> None:
        """It could not be read or worked out."""
        if job is self._job:
            self.cancel()
            self.troubled.emit(error)


def numbers_in(rows: FindingRows) -> FindingRows:
    """The rows without what no finding looks at: notes, and since when links were seen."""
    entries = [row._replace(note="", changed=False) for row in rows.period.entries]
    return replace(rows, period=rows.period._replace(entries=entries), links_seen={})


class Job:
    """One analysis on its way; `share`, `cancelled` are looked at from both threads."""

    def __init__(self, engine: Engine, store: Store, span: Span, today: int) -> None:
        self._engine = engine
        self._store = store
        self.span = span
        self.today = today
        self.share = 0.0
        self.cancelled = False
        self.rows: FindingRows | None = None
        self.base: Base | None = None
        self.known: Analysis | None = None
        self._breathed = 0.0

    def read(self) -> FindingRows:
        """The rows of the whole diary, read here as well: no other reading waits behind them."""
        from diary.storage.finding_queries import finding_rows

        return self._store.ask(finding_rows, today=date.fromordinal(self.today))

    def work(self) -> Analysis | None:
        """The analysis, or None where it is not wanted any more; what is known stands for the same rows."""
        from diary.insight.findings.analysis import Progress, of_range, prepare, whole_diary

        if self.cancelled or self._store.leaving:
            return None
        rows, base = self.rows or self.read(), self.base
        self._breathed = time.perf_counter()
        if base is not None and (rows is base.rows or numbers_in(rows) == numbers_in(base.rows)):
            if self.known is not None:
                return self.known
        else:
            base = None
        progress = Progress(self.tick)
        try:
            if base is None:
                prepared = prepare(rows, progress)
                base = Base(rows=rows, prepared=prepared, whole=whole_diary(prepared, progress))
            self.base = base
            return of_range(base.whole, base.prepared, self.span.since, self.span.until, progress)
        except Stopped:
            return None

    def tick(self, share: float) -> None:
        """Note how far it is, and leave Python to the window for a breath; Stopped once it is not wanted."""
        self.share = share
        if self.cancelled or self._store.leaving:
            raise Stopped
        if time.perf_counter() - self._breathed > AT_WORK_S:
            time.sleep(BREATH_S)
            self._breathed = time.perf_counter()

    def came(self, found: Analysis | None) -> None:
        """Bring it home."""
        self._engine.came(self, found)

    def went_wrong(self, error: DiaryError) -> None:
        """Say why there is none."""
        self._engine.went_wrong(self, error)
