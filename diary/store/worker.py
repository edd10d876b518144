"""A thread for long work, and the one object that brings its results home."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


TURN_S = 0.0005
"""How long a thread may keep Python to itself while the window wants it too."""

_USUAL_TURN_S = sys.getswitchinterval()

_AT_WORK: set[int] = set()
"""The workers, by `id`, that have work at hand: while there is any, Python takes turns as above."""


class Worker(QObject):
    """Runs work one piece after the other; results arrive on the thread this object lives in."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None, name: str = "diary") -> None:
        super().__init__(parent)
        self._name = name
        self._pending = 0
        self._executor: ThreadPoolExecutor | None = None
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        problem: Callable[[DiaryError], None],
    ) -> None:
        """Calls `work` on the thread, then `done` with its result, or `problem` with its DiaryError, here.

        A bug of ours ends the waiting as well: `problem` hears so much, the hook what it was.
        """
        thread = self._thread()
        self._pending += 1
        _AT_WORK.add(id(self))
        # A collection in the thread would destroy windows there, which Qt does not survive.
        gc.disable()
        sys.setswitchinterval(TURN_S)
        future = thread.submit(work)
        # A signal made for each piece of work loses results; one that lives as long as the window does not.
        future.add_done_callback(_Home(self, done, problem))

    def close(self) -> None:
        """Waits for the work at hand and starts no more."""
        self._closed = True
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._rest()

    def _rest(self) -> None:
        """No work is at hand here; where there is none at all, the window has Python to itself again."""
        _AT_WORK.discard(id(self))
        if not _AT_WORK:
            gc.enable()
            sys.setswitchinterval(_USUAL_TURN_S)

    def _thread(self) -> ThreadPoolExecutor:
        """The one thread, made with the first work: no window waits for it to be painted."""
        if self._closed:
            raise RuntimeError("no work is taken after closing")
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._executor

    @Slot(object, object)
    def _on_finished(self, future: Future[Any], home: _Home) -> None:
        self._pending -= 1
        if self._pending == 0:
            self._rest()
        error = future.exception()
        if error is None:
            _tell(home.done, future.result())
        elif isinstance(error, DiaryError):
            _tell(home.problem, error)
        else:
            try:  # whoever waits goes on, and the bug is heard of all the same
                _tell(home.problem, DiaryError(say("error.not_finished")))
            finally:
                raise error


def _tell(hears: Callable[[Any], None], what: Any) -> None:
    """Calls `hears`, unless it belongs to a page that was closed while the work was done."""
    owner = getattr(hears, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        hears(what)


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
