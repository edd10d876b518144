"""Windows are destroyed on their own thread, whatever the worker allocates meanwhile."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import delete

from diary.store.worker import Worker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DIED_IN: list[str] = []


class _Ring:
    """A cycle that only the collector can free; it says in which thread it was freed."""

    def __init__(self) -> None:
        self.me = self
        self.part = QObject()

    def __del__(self) -> None:
        DIED_IN.append(threading.current_thread().name)


def test_what_the_window_let_go_of_is_not_destroyed_in_the_thread(qtbot: QtBot) -> None:
    DIED_IN.clear()
    gc.collect()
    worker = Worker()
    done: list[int] = []

    def allocate() -> int:
        return len([[number] for number in range(200_000)])

    for _ in range(50):
        _Ring()
    worker.run(allocate, done.append, pytest_fails)
    qtbot.waitUntil(lambda: bool(done))
    assert set(DIED_IN) <= {threading.current_thread().name}
    gc.collect()
    assert len(DIED_IN) == 50
    assert gc.isenabled()
    worker.close()


class _Page(QObject):
    """A page that is closed before its work is done; it must not hear of it any more."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def done(self, number: int) -> None:
        self.heard.append(number)
        self.objectName()


def test_a_page_closed_meanwhile_hears_no_result(qtbot: QtBot) -> None:
    worker = Worker()
    page, done = _Page(), list[int]()
    worker.run(lambda: 1, page.done, pytest_fails)
    delete(page)
    worker.run(lambda: 2, done.append, pytest_fails)
    qtbot.waitUntil(lambda: done == [2])
    assert page.heard == []
    worker.close()


def pytest_fails(error: object) -> None:
    raise AssertionError(error)
