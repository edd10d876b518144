"""Keeps the preview up to date: one piece of work at a time, the newest choices win."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary.exchange.report.choices import Audience
from diary.ui.report.job import Job
from diary.ui.report.making import Making
from diary.wording import say

if TYPE_CHECKING:
    from diary.errors import DiaryError
    from diary.exchange.report.choices import ReportChoices
    from diary.store.store import Store
    from diary.ui.report.making import Made
    from diary.ui.report.preview import Preview
    from diary.ui.report.readings import Readings
    from diary.ui.report.waiting import Waiting

SLOW_S = 0.6
"""A report that takes longer shows page one first, and the annex after it."""


class Previewing(QObject):
    """Makes pictures for a `Preview`; `showed` with what was made, `refused` with a DiaryError."""

    showed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, store: Store, readings: Readings, preview: Preview, waiting: Waiting, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._store = store
        self._readings = readings
        self._preview = preview
        self._job: Job | None = None
        self._wanted: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._slow = True
        self._begun = 0.0

    @property
    def busy(self) -> bool:
        """Whether pictures are being made."""
        return self._job is not None

    def make(self, choices: ReportChoices) -> None:
        """Show these choices, unless they are shown or being made."""
        self._preview.set_paper(choices.paper)
        wanted = (choices, self._preview.ppi, self._readings.version)
        if wanted == (self._wanted if self.busy else self._shown):
            return
        self.give_up()
        self._wanted = wanted
        front = self._slow and bool(choices.annex) and choices.audience is not Audience.EMERGENCY
        making = Making(choices=choices, ppi=self._preview.ppi, front=front, readings=self._readings)
        self._waiting.begin(say("consult.making"))
        self._start(making)

    def give_up(self) -> None:
        """Make no more of what is being made; what is shown stays."""
        if self._job is not None:
            self._job.give_up()
            self._job = None
            self._waiting.end()

    def _start(self, making: Making) -> None:
        self._begun = monotonic()
        self._job = Job(making, self)
        self._job.made.connect(self._on_made)
        self._job.refused.connect(self._on_refused)
        self._job.start(self._store)

    @Slot(object)
    def _on_made(self, made: Made) -> None:
        job, self._job = self._job, None
        if made.is_front and job is not None:
            self._preview.show_front(made.pages, made.told)
            self._start(replace(job.making, front=False))
            return
        self._waiting.end()
        if made.choices.annex:
            self._slow = monotonic() - self._begun > SLOW_S
        self._shown = self._wanted
        self._preview.show_pages(made.pages, made.told)
        self.showed.emit(made)

    @Slot(object)
    def _on_refused(self, error: DiaryError) -> None:
        self._job = None
        self._shown = ()
        self._waiting.end()
        self._preview.show_none()
        self.refused.emit(error)
