"""The one thread for long work, and the one object that brings its results home."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from diary.errors import DiaryError


class Worker(QObject):
    """Runs work one piece after the other; results arrive on the thread this object lives in."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = 0
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="diary")
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        problem: Callable[[DiaryError], None],
    ) -> None:
        """Calls `work` on the thread, then `done` with its result, or `problem` with its DiaryError, here."""
        self._pending += 1
        # A collection in the thread would destroy windows there, which Qt does not survive.
        gc.disable()
        future = self._executor.submit(work)
        # A signal made for each piece of work loses results; one that lives as long as the window does not.
        future.add_done_callback(_Home(self, done, problem))

    def close(self) -> None:
        """Waits for the work at hand and starts no more."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        gc.enable()

    @Slot(object, object)
    def _on_finished(self, future: Future[Any], home: _Home) -> None:
        self._pending -= 1
        if self._pending == 0:
            gc.enable()
        try:
            result = future.result()
        except DiaryError as error:
            home.problem(error)
            return
        home.done(result)


class _Home:
    """Where the result of one piece of work is wanted."""

    def __init__(
        self, worker: Worker, done: Callable[[Any], None], problem: Callable[[DiaryError], None]
    ) -> None:
        self._worker = worker
        self.done = done
        self.problem = problem

    def __call__(self, future: Future[Any]) -> None:
        if not future.cancelled():
            self._worker._finished.emit(future, self)  # noqa: SLF001  # the two are one piece
