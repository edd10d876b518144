"""The Trends page in the real window, asked for ranges by keys, each timed until its canvas is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.bare_chart import draw_bare
from benchmarks.room import the_application
from diary.charts.picture import Picture
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.diary_window import DiaryWindow
from diary.ui.theme import Theme
from diary.ui.today.page import TodayPage
from diary.ui.trends.engine import State
from diary.ui.trends.page import TrendsPage

ORDER = ("2w", "3m", "1y", "all")
PATIENCE_S = 180.0


class Trends:
    """Trends of one diary in a window of 1280 × 800, all ranges shown once: their days are at hand."""

    def __init__(self, path: Path) -> None:
        application = the_application()
        self._store = Store(path, Looks(path.with_suffix(".ini")))
        self._store.open_now()
        theme = Theme()
        theme.apply(application)
        self._window = DiaryWindow(self._store, theme)
        self._window.open_page("trends")
        page = self._window.page("trends")
        assert isinstance(page, TrendsPage)  # the window makes no other
        self.page = page
        self._painted = _Painted(page.canvas)
        page.shown.connect(self._painted.begin)
        self._window.show()
        self._until(lambda: self._painted.done)
        self.first_ms = {key: self.press(key) for key in (*ORDER[2:], *ORDER[:2])}
        self.until_analysed()

    def press(self, key: str, *, kept: bool = False) -> float:
        """The time in ms from the press of → that brings the range `key` until its canvas is painted.

        Numbers and arrays are worked out anew, unless what the page keeps of a range seen before counts.
        """
        before = ORDER[ORDER.index(key) - 1]
        while self.page.ranges.value != before:
            self._paint(self._press)
        if not kept:
            self.page.over_time.forget_views()
        return self._paint(self._press)

    def _press(self) -> None:
        QTest.keyClick(self.page.ranges, Qt.Key.Key_Right)

    def _paint(self, act: Callable[[], None]) -> float:
        self._painted.done = False
        began = time.perf_counter()
        act()
        self._until(lambda: self._painted.done)
        return (time.perf_counter() - began) * 1000

    def _until(self, done: Callable[[], bool]) -> None:
        latest = time.monotonic() + PATIENCE_S
        while not done():
            QApplication.processEvents()
            if time.monotonic() > latest:
                raise TimeoutError("the chart was not painted")

    @property
    def picture(self) -> Picture:
        """What the canvas shows."""
        view = self.page.view
        assert view is not None  # something is shown
        return view.picture

    def bare(self) -> bytes:
        """The same arrays drawn by bare matplotlib at the canvas's size."""
        canvas = self.page.canvas
        return draw_bare(self.picture, canvas.width(), canvas.height(), canvas.devicePixelRatioF())

    def today(self) -> TodayPage:
        """The page Today, shown."""
        self._window.open_page("today")
        self._until(lambda: self._window.today.loaded)
        return self._window.today

    def note(self, today: TodayPage) -> QWidget:
        """The note of that day, with the focus."""
        today.note.setFocus()
        return QApplication.focusWidget() or today.note

    def is_analysing(self) -> bool:
        """Whether the analysis is under way."""
        return self.page.engine.state is State.WORKING

    def until_analysed(self) -> None:
        """Waits for the analysis."""
        self._until(lambda: not self.is_analysing())

    def close(self) -> None:
        """Closes the window and the file."""
        self._window.close()


class _Painted(QObject):
    """Notices the first paint of the canvas after a new view was given to it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._waits = False
        self.done = False
        canvas.installEventFilter(self)

    def begin(self) -> None:
        """A view was given."""
        self._waits = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the paint event be handled here, so that it is over when it is noticed."""
        if event.type() != QEvent.Type.Paint or not self._waits:
            return False
        self._waits = False
        watched.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self.done = True
        return True
