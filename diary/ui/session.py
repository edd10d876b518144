"""From the first look to the open diary: first page, sample, restore, and what to do with a bug of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from diary import paths
from diary.errors import DiaryError
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.diary_window import DiaryWindow
from diary.ui.settings.looks import dress
from diary.ui.theme import Theme
from diary.wording import say

if TYPE_CHECKING:
    import tempfile

    from diary.storage.diary import Diary
    from diary.store.worker import Worker
    from diary.ui.first_run.page import FirstRunPage
    from diary.ui.parts.message import InlineMessage

SAMPLE_DAYS = 92


class Session(QObject):
    """One run of the program; it holds whatever window is open."""

    def __init__(self, application: QApplication, path: Path, settings: Path | None = None) -> None:
        super().__init__(application)
        self._path = path
        self.looks = Looks(settings or paths.settings_file())
        self.theme = Theme(self)
        dress(self.theme, self.looks)
        self.theme.apply(application)
        self.window: DiaryWindow | None = None
        self.first_page: FirstRunPage | None = None
        self._help: QWidget | None = None
        self._worker: Worker | None = None
        self._sample_room: tempfile.TemporaryDirectory[str] | None = None
        self._hook = BugHook(self)
        application.aboutToQuit.connect(self._on_quit)

    def begin(self) -> None:
        """Opens the diary where there is one, else the first page."""
        if self._path.exists() and self._path.stat().st_size > 0:
            self.open_diary(self._path)
        else:
            self._show_first_page()

    # --- the diary

    def open_diary(
        self, path: Path, make: Callable[[Path], Diary] | None = None, *, is_sample: bool = False
    ) -> None:
        """Shows the window of the diary at `path`, and opens the file once the window is painted."""
        store = Store(path, self.looks, is_sample=is_sample)
        window = DiaryWindow(store, self.theme)
        window.own_diary_requested.connect(self._on_own_diary)
        window.other_file_requested.connect(self._on_other_file)
        before, self.window = self.window, window
        painted = _FirstPaint(window, _Opening(store, make))
        window.today.installEventFilter(painted)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()
        if self.first_page is not None:
            self.first_page.close()
            self.first_page.deleteLater()
            self.first_page = None

    @Slot()
    def _on_own_diary(self) -> None:
        if self.window is not None and self.window.store.path == self._path:
            self._path = paths.default_diary()  # the sample itself was opened by its name
        if self._path.exists():
            self.open_diary(self._path)
        else:
            self._show_first_page()
            if self.window is not None:
                self.window.close()
                self.window.deleteLater()
                self.window = None

    @Slot()
    def _on_other_file(self) -> None:
        from diary.ui.files import asked_file

        chosen = asked_file(self.window, self.looks, say("window.choose_diary"))
        if chosen is not None:
            self.open_diary(chosen)

    # --- first minutes

    def _show_first_page(self) -> None:
        from diary.ui.first_run.page import FirstRunPage

        named = self._path if self._path != paths.default_diary() else None
        page = FirstRunPage(self.looks, self.theme, makes=named)
        page.setWindowTitle(say("window.title"))
        page.open_requested.connect(self._on_open)
        page.sample_requested.connect(self._on_sample)
        page.restore_requested.connect(self._on_restore)
        page.help_requested.connect(self._on_help)
        page.resize(1280, 800)
        self.first_page = page
        page.show()

    @Slot()
    def _on_open(self) -> None:
        self.open_diary(self._path)

    @Slot()
    def _on_sample(self) -> None:
        import tempfile

        # Removed with the program: a sample is never anyone's diary.
        self._clear_sample()
        self._sample_room = tempfile.TemporaryDirectory(prefix="nerve-diary-sample-")
        path = Path(self._sample_room.name) / "sample.sqlite3"
        self.open_diary(path, make_sample, is_sample=True)

    @Slot(Path)
    def _on_restore(self, export: Path) -> None:
        if self.first_page is None:
            return
        from diary.store.worker import Worker

        self.first_page.set_busy(True)
        self._worker = Worker(self)
        self._worker.run(_Restoring(export, self._path), self._on_restored, self._on_not_restored)

    @Slot(object)
    def _on_restored(self, _result: object) -> None:
        self.open_diary(self._path)

    @Slot(object)
    def _on_not_restored(self, error: DiaryError) -> None:
        if self.first_page is not None:
            self.first_page.set_busy(False)
            self.first_page.show_problem(error)

    @Slot()
    def _on_help(self) -> None:
        from diary.ui.help.page import HelpPage

        page = HelpPage()
        page.setWindowTitle(say("window.title"))
        page.closed.connect(page.close)
        page.resize(1000, 760)
        page.show_section("when")
        self._help = page
        page.show()

    @Slot()
    def _on_quit(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self._clear_sample()

    def _clear_sample(self) -> None:
        if self._sample_room is not None:
            self._sample_room.cleanup()
            self._sample_room = None


def make_sample(path: Path) -> Diary:
    """A sample diary at `path`, open; runs in the thread."""
    from diary.exchange.demo import SAMPLE_DRAFT, demo
    from diary.storage.diary import Diary

    demo(path, days=SAMPLE_DAYS)
    diary = Diary(path)
    # The sample's unfinished moment would be the first thing a newcomer is asked about.
    diary.drop_draft(SAMPLE_DRAFT)
    return diary


class _Restoring:
    """Bringing back an export into a new file, which takes its name only when it is whole."""

    def __init__(self, export: Path, path: Path) -> None:
        self._export = export
        self._path = path

    def __call__(self) -> None:
        from diary.exchange.new_diary import restored

        restored(self._export, self._path).close()


class _Opening:
    """What is done once the window is painted."""

    def __init__(self, store: Store, make: Callable[[Path], Diary] | None) -> None:
        self._store = store
        self._make = make

    def __call__(self) -> None:
        self._store.open(self._make)


class _FirstPaint(QObject):
    """Waits for the first paint, so that nothing heavy comes before it."""

    def __init__(self, parent: QObject, then: Callable[[], None]) -> None:
        super().__init__(parent)
        self._then: Callable[[], None] | None = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Starts what waits, after the paint event that is being handled."""
        if event.type() == QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
            watched.removeEventFilter(self)
        return False


class BugHook:
    """A bug of ours: written to the log, and told with its details to copy. It never ends the program."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.details = ""
        self._message: InlineMessage | None = None
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Hears of an exception that nobody caught."""
        import traceback

        window, first_page = self._session.window, self._session.first_page
        if isinstance(error, DiaryError) and window is not None:
            window.store.trouble.emit(error)  # the surroundings', not ours
            return
        # Where it happened and of what kind; never the message, which may hold what a person wrote.
        self.details = "".join([*traceback.format_tb(trace), kind.__name__, "\n"])
        sys.stderr.write(self.details)
        self._log()
        if window is not None:
            self._tell(window)
        elif first_page is not None:
            first_page.show_problem(DiaryError(say("window.bug")))

    def _tell(self, window: DiaryWindow) -> None:
        """Says it once, however often it happens."""
        if self._message is None or self._message not in window.messages:
            words = say("window.bug")
            self._message = window.show_message(words, "problem", action=say("window.copy_details"))
            self._message.acted.connect(self.copy)

    def copy(self) -> None:
        """Puts the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details)

    def _log(self) -> None:
        try:
            file = paths.log_file()
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as log:
                log.write(self.details)
        except OSError:
            return  # a full disk must not hide the bug itself
