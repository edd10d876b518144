"""The card at the right: the chosen day or moment, what can be done with it, and questions about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from diary.models.codes import EntryKind, Noun
from diary.models.moments import MEMORY_AFTER_DAYS
from diary.ui.history.entry_parts import plain
from diary.ui.history.entry_view import EntryView, Shown
from diary.ui.history.entry_words import goes_words, moment_words, title_words
from diary.ui.history.event_view import EventView, ShownEvent
from diary.ui.history.question import Question
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.theme import current
from diary.wording import say

TITLE_TALL = 36
"""The title stands level with the month's, px at 100 %."""


class _Scroll(QScrollArea):
    """Scrolls the entry, or is as tall as it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_whole(self, whole: bool) -> None:
        self._whole = whole
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if whole else needed)
        self.fit()

    def fit(self) -> None:
        content, tall = self.widget(), 0
        if self._whole and content is not None:
            tall = content.sizeHint().height()
            if content.hasHeightForWidth():
                tall = content.heightForWidth(self.width())
        self.setMinimumHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self.fit()


class EntryCard(Card):
    """Shows what `show_entry`, `show_day` or `read_version` are given; the page acts on its signals."""

    edit_requested = Signal(object, str)
    """The day, and the uid of the moment to open; "" for the day's own form."""

    record_requested = Signal(object, str, object)
    """Noun, uid and {}: the shown record is to be opened where it is edited."""

    erase_requested = Signal(object, str)
    delete_confirmed = Signal()
    bring_back_requested = Signal(int)
    anyway_requested = Signal()
    now_requested = Signal()
    picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("history.detail"), title_role="title", spacing=8, parent=parent)
        self.shown: Shown | None = None
        self.shown_event: ShownEvent | None = None
        self.reading: int | None = None
        self._day: date | None = None
        self.question: Question | None = None
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        self.edit = Button(say("history.edit"), "today", "small")
        self.delete = Button(say("history.delete"), "trash", "small")
        self.picture = Button(say("picture.day"), "picture", "small")
        self.erase = Button(say("erase.open"), kind="quiet")
        self.record = Button(say("history.detail.record"), "plus")
        self._asked = QVBoxLayout()
        self._scroll = _Scroll()
        self._scroll.setAccessibleName(say("history.detail"))
        self.edit.clicked.connect(self._on_edit)
        self.record.clicked.connect(self._on_edit)
        self.delete.clicked.connect(self._on_delete)
        self.erase.clicked.connect(self._on_erase)
        self.picture.clicked.connect(self.picture_requested)
        row = FlowLayout(gap=8, line_gap=8)
        for button in (self.edit, self.delete, self.picture, self.record, self.erase):
            row.addWidget(button)
        self.title.setMinimumHeight(current().px(TITLE_TALL))
        self.add(row)
        self.add(self._asked)
        self.add(self._scroll, 1)

    # --- what is shown

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._day = None
        self._show(say("history.detail"), None, plain(say("history.detail.none"), "body", "quiet"))

    def show_day(self, day: date, today: date) -> None:
        """A day without an entry: it can still be filled in."""
        late = (today - day).days > MEMORY_AFTER_DAYS
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain(say("history.detail.no_entry")))
        words = say("history.detail.fill_late" if late else "history.detail.fill")
        column.addWidget(plain(words, "note", "quiet"))
        column.addStretch(1)
        self._day = day
        form = "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy"
        self._show(day_words(day, form), None, content)

    def show_entry(self, shown: Shown) -> None:
        """An entry as it is now."""
        if shown == self.shown and self.reading is None:
            return
        same = self.shown is not None and self.shown.entry.uid == shown.entry.uid
        kept = self._scroll.verticalScrollBar().value() if same else 0
        view = EntryView(shown)
        view.read.connect(self.read_version)
        self._day = shown.entry.day
        self._show(title_words(shown.entry, shown.today), shown, view)
        self._scroll.verticalScrollBar().setValue(kept)

    def show_event(self, event: ShownEvent) -> None:
        """A record other than an entry: opened where it is edited, unless it only tells."""
        self._day = event.day
        self._show(event.title, None, EventView(event))
        self.shown_event = event
        self.edit.setVisible(event.opens)
        self.erase.setVisible(event.opens)
        self.record.hide()

    @Slot(int)
    def read_version(self, number: int) -> None:
        """An entry as it was in version `number`, with a banner that says so."""
        if self.shown is None:
            return
        shown, version = self.shown, self.shown.versions[number]
        self._show(title_words(shown.entry, shown.today), shown, EntryView(shown, number), reading=number)
        key = "history.reading" if version.entries else "history.reading_deleted"
        ways = [("back", say("history.bring_back"))] if version.entries else []
        when = moment_words(version.change.at, shown.today)
        self.ask(say(key, when=when), [*ways, ("now", say("history.to_now"))])

    def _show(self, title: str, shown: Shown | None, content: QWidget, *, reading: int | None = None) -> None:
        self.shown, self.reading, self.shown_event = shown, reading, None
        self.stop_asking()
        self.set_title(title)
        live = shown is not None and reading is None
        self.edit.setVisible(live and shown is not None and shown.can_be_edited)
        self.delete.setVisible(live)
        self.erase.setVisible(live)
        self.picture.setVisible(live and shown is not None and bool(shown.entry.areas))
        self.record.setVisible(shown is None and self._day is not None)
        content.setAutoFillBackground(False)
        content.setProperty("holds_ring", True)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll.fit()

    def show_whole(self, whole: bool) -> None:
        """Take as much height as the entry needs (the page scrolls), or scroll inside the card."""
        self._scroll.show_whole(whole)

    # --- questions

    def ask(self, text: str, ways: list[tuple[str, str]], kind: str = "info") -> Question:
        """Put a question above the entry; what is answered is done here or told by a signal."""
        self.stop_asking()
        self.question = Question(text, ways, kind=kind)
        self.question.answered.connect(self._on_answered)
        self._asked.addWidget(self.question)
        self.question.ask()
        return self.question

    def stop_asking(self) -> None:
        """Take the question away."""
        if self.question is not None:
            self._asked.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
            self.question = None

    @Slot()
    def _on_edit(self) -> None:
        if self.shown_event is not None:
            self.record_requested.emit(self.shown_event.noun, self.shown_event.row.uid, {})
            return
        entry = self.shown.entry if self.shown is not None else None
        moment = entry is not None and entry.kind is EntryKind.MOMENT
        self.edit_requested.emit(self._day, entry.uid if entry is not None and moment else "")

    @Slot()
    def _on_erase(self) -> None:
        if self.shown_event is not None:
            self.erase_requested.emit(self.shown_event.noun, self.shown_event.row.uid)
        elif self.shown is not None:
            self.erase_requested.emit(Noun.ENTRY, self.shown.entry.uid)

    @Slot()
    def _on_delete(self) -> None:
        if self.shown is None:
            return
        entry = self.shown.entry
        first = say(f"history.delete_ask.{entry.kind}", day=title_words(entry, self.shown.today))
        goes = say("history.delete_goes", things=goes_words(self.shown.own_entries))
        text = "\n".join([first, goes, say("history.delete_back")])
        self.ask(text, [("delete", say("history.delete")), ("keep", say("history.keep"))], "problem")

    @Slot(str)
    def _on_answered(self, key: str) -> None:
        if key == "delete":
            self.delete_confirmed.emit()
        elif key == "back" and self.reading is not None:
            self.bring_back_requested.emit(self.reading)
        elif key == "anyway":
            self.anyway_requested.emit()
        elif key == "show":
            self.shown = None
            self.now_requested.emit()
        elif key == "now" and self.shown is not None:
            shown, self.shown = self.shown, None
            self.show_entry(shown)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stop_asking()
            self.delete.setFocus(Qt.FocusReason.OtherFocusReason)
