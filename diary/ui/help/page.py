"""Get help: one page of static text, opened from everywhere; nothing is kept about opening it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from diary.ui.help.about import AboutSection
from diary.ui.help.contents import HARM, HOW, SECTIONS, WHEN
from diary.ui.help.keys import BACK
from diary.ui.help.section import KeyboardSection, Section
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Painted
from diary.wording import say

READING_WIDTH = 760
"""Widest column of text, px at 100 %."""


class HelpPage(Painted):
    """Sections under one another with buttons that lead to each; Esc and Back emit `closed`."""

    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = AboutSection()
        self.sections: dict[str, Section] = {
            "how": Section("how", HOW),
            "keys": KeyboardSection(),
            "when": Section("when", WHEN),
            "harm": Section("harm", HARM),
            "about": self.about,
        }
        self._wanted = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.setAccessibleName(say("help.page"))
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.heading = Heading(say("help.page"), "page")
        self.heading.setWordWrap(False)
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.back = Button(say("help.back"), "previous")
        self.ways = {key: Button(say(f"help.{key}"), kind="small") for key in SECTIONS}
        self._escape = QShortcut(QKeySequence(BACK), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        top = QWidget()
        line = FlowLayout(top, gap=16, line_gap=8)
        line.addWidget(self.back)
        line.addWidget(self.heading)
        ways = QWidget()
        ways.setAccessibleName(say("help.sections"))
        row = FlowLayout(ways, gap=8, line_gap=8)
        for way in self.ways.values():
            row.addWidget(way)
        room = QWidget()
        self._reading = QVBoxLayout(room)
        for section in self.sections.values():
            self._reading.addWidget(section)
        self._reading.addStretch(1)
        self.scroll_area = _Reading(room)
        self._head = QVBoxLayout()
        self._head.addWidget(top)
        self._head.addWidget(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(self._head)
        column.addWidget(self.scroll_area, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self._escape.activated.connect(self.closed)
        self._soon.timeout.connect(self._on_soon)
        for way in self.ways.values():
            way.clicked.connect(self._on_way)

    def show_section(self, key: str) -> None:
        """Scroll to the section `key` of `SECTIONS` and begin reading there; KeyError for another."""
        self._wanted = self.sections[key].key
        self._soon.start()

    @Slot()
    def _on_way(self) -> None:
        self.show_section(next(key for key, way in self.ways.items() if way is self.sender()))

    @Slot()
    def _on_soon(self) -> None:
        section = self.sections.get(self._wanted)
        if section is None:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._wanted = ""
        self.scroll_area.verticalScrollBar().setValue(section.y() - self.theme.px(8))
        section.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Keep the text in the middle, no wider than it reads well."""
        side = max(24, (self.width() - self.theme.px(READING_WIDTH)) // 2)
        self._head.setContentsMargins(side, 16, side, 12)
        self._head.setSpacing(8)
        bar = self.scroll_area.verticalScrollBar().sizeHint().width()
        self._reading.setContentsMargins(side, 4, max(side - bar, 8), 16)
        self._reading.setSpacing(12)

    def minimumSizeHint(self) -> QSize:
        """Any size: the margins give way and the text scrolls."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self.restyle()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the heading, from where arrows and Page Down read on."""
        super().showEvent(event)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on from wherever the focus is."""
        bar = self.scroll_area.verticalScrollBar()
        goals = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep() * 3,
            Qt.Key.Key_Up: bar.value() - bar.singleStep() * 3,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(goal)


class _Reading(QScrollArea):
    """The text; the page moves it, so that keys read on from every control."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
