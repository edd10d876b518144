"""The window: the rail, the page that is open, and what the diary has to say above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from diary.ui.help import keys
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.ribbon import Ribbon
from diary.ui.parts.tab_order import step
from diary.ui.rail import Rail
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from diary.ui.theme import Theme

SIZE = QSize(1280, 800)
TITLE_BAR = 40
"""Room for what the system draws around the window, px."""

SMALLEST = QSize(800, 560)

DONE = "done"
"""What a message is about that says what was saved, erased, undone or brought back."""

MOST_MESSAGES = 2
"""How many messages stand above the pages at once; more wait until one of these is closed."""


class MainWindow(QMainWindow):
    """Holds the pages; each is built by its factory when it is first opened."""

    pain_now_requested = Signal()
    help_requested = Signal()
    page_opened = Signal(str)

    def __init__(self, theme: Theme, settings: QSettings | None = None) -> None:
        super().__init__()
        self.theme = theme
        self._settings = settings
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._back_to = ""
        self._under: QWidget | None = None
        self._shortcuts: list[QShortcut] = []
        self._about: dict[InlineMessage, str] = {}
        self.announcer = Announcer(self)
        self._build()
        self._bring_back()

    def _build(self) -> None:
        self.rail = Rail()
        self.ribbon = Ribbon(say("window.sample"))
        self._stack = QStackedWidget()
        self._strip = QWidget()
        self.ribbon.hide()
        self._strip.hide()
        self._help_key = QShortcut(QKeySequence(keys.HELP), self)
        self.rail.chosen.connect(self.open_page)
        self.rail.pain_now.connect(self.pain_now_requested)
        self.rail.get_help.connect(self.help_requested)
        self._help_key.activated.connect(self.help_requested)
        self._messages = QVBoxLayout(self._strip)
        self._messages.setContentsMargins(24, 12, 24, 0)
        self._messages.setSpacing(8)
        self._column = column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.ribbon)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        self.setWindowTitle(say("window.title"))
        self.setMinimumSize(SMALLEST)

    def add_page(self, key: str, icon: str, label: str, factory: Callable[[], QWidget]) -> None:
        """Add a page to the rail; `factory` is called once, when the page is first opened."""
        self._factories[key] = factory
        item = self.rail.add(key, icon, label)
        pressed = keys.PAGE.format(number=len(self._factories))
        item.setToolTip(keys.native(pressed))
        shortcut = QShortcut(QKeySequence(pressed), self)
        shortcut.activated.connect(item.click)
        self._shortcuts.append(shortcut)

    @property
    def page_keys(self) -> list[str]:
        """The keys of all pages, in the order of the rail."""
        return list(self._factories)

    @property
    def current_key(self) -> str:
        """The key of the page that is open, "" while there is none."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def page(self, key: str) -> QWidget:
        """The page of `key`, built now if it was not yet; KeyError for a page that does not exist."""
        if key not in self._pages:
            page = self._factories[key]()
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    @Slot(str)
    def open_page(self, key: str) -> None:
        """Show the page of `key`; KeyError for a page that does not exist."""
        self._stack.setCurrentWidget(self.page(key))
        self.rail.mark(key)
        self.page_opened.emit(key)

    @property
    def back_to(self) -> str:
        """The key of the page that `close_aside` goes back to."""
        return self._back_to

    def show_aside(self, page: QWidget) -> None:
        """Show a page that has no place in the rail; `close_aside` goes back to the one before."""
        shown = self._stack.currentWidget()
        if shown is not page:
            self._under = None if self.current_key else shown
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        if self.current_key:
            self._back_to = self.current_key
        self._stack.setCurrentWidget(page)
        self.rail.mark("")

    @Slot()
    def close_aside(self) -> None:
        """Go back to the page that was open before."""
        under, self._under = self._under, None
        if not self.current_key and under is not None:
            self._stack.setCurrentWidget(under)
        elif not self.current_key and self._back_to:
            self.open_page(self._back_to)

    def add_strip(self, strip: QWidget) -> None:
        """Let something stand above every page, under the ribbon."""
        self._column.insertWidget(1, strip)

    def show_message(
        self, text: str, kind: str = "info", *, action: str = "", about: str = ""
    ) -> InlineMessage:
        """Show words above every page, kind "info" or "problem"; they stay until closed.

        A newer message replaces the one that is `about` the same.
        """
        if about:
            self.close_about(about)
        message = InlineMessage(text, kind, action=action, parent=self._strip)
        message.closed.connect(self._on_message_closed)
        self._about[message] = about
        self._messages.addWidget(message)
        self._show_messages()
        return message

    @property
    def messages(self) -> list[InlineMessage]:
        """The messages that stand above the pages, or wait to."""
        return list(self._about)

    def close_message(self, message: InlineMessage) -> None:
        """Take a message away."""
        self._about.pop(message, None)
        self._messages.removeWidget(message)
        message.hide()
        message.deleteLater()
        self._show_messages()

    def close_about(self, about: str) -> None:
        """Take the message away that is about this, if any."""
        for one in [one for one, said in self._about.items() if said == about]:
            self.close_message(one)

    def _show_messages(self) -> None:
        """Problems first, then what can be taken back, then the rest; of each the newest."""
        newest = list(reversed(self._about))
        newest.sort(key=lambda one: (one.kind != "problem", self._about[one] != DONE))
        for place, one in enumerate(newest):
            one.setVisible(place < MOST_MESSAGES)
        self._strip.setVisible(bool(newest))

    @Slot()
    def _on_message_closed(self) -> None:
        message = self.sender()
        if isinstance(message, InlineMessage):
            self.close_message(message)

    def set_sample(self, sample: bool) -> None:
        """Mark the window, on every page, as showing a made-up person."""
        self.ribbon.setVisible(sample)
        self.setWindowTitle(say("window.title_sample") if sample else say("window.title"))

    def _bring_back(self) -> None:
        screen = self.screen().availableSize()
        self.resize(SIZE.boundedTo(QSize(screen.width(), screen.height() - TITLE_BAR)))
        kept = self._settings.value("window/geometry") if self._settings is not None else None
        if kept is not None:
            self.restoreGeometry(kept)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from the rail through all that the page shows, and on to the rail."""
        return step(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        if self._settings is not None:
            self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
