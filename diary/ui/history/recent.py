"""Recent changes: what was done, by whom, when; each can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.models.codes import EntryKind, Verb
from diary.models.nouns import PLAIN
from diary.models.records import Author, Entry, Record
from diary.models.views import ChangeRow
from diary.ui.history.change_words import lasting, what_words
from diary.ui.history.entry_parts import Divider, plain
from diary.ui.history.entry_view import differences
from diary.ui.history.entry_words import author_words, goes_words, kind_words, moment_words
from diary.ui.history.past import Past
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.emptying import empty
from diary.ui.parts.painted import Label
from diary.wording import say, say_n

AT_ONCE = 25
MOST_LINES = 3


def holds_words(entries: Sequence[Entry]) -> str:
    """What a new or deleted entry holds: "Pain now, 14:10: 1 answer, the note"."""
    first = min(entries, key=lambda one: one.kind is EntryKind.NIGHT)
    rest = [one for one in entries if one is not first]
    kind = kind_words(first)
    return say("history.change.holds", kind=kind, things=goes_words((first, *rest)))


def _record_lines(steps: Sequence[tuple[Record | None, Record | None]]) -> Iterator[str]:
    """What a change did to records other than entries."""
    from diary.ui.forms.naming import record_name
    from diary.ui.versions.told import differences as record_differences

    for old, new in steps:
        if old is not None and new is not None and old.noun in PLAIN:
            yield from record_differences(old, new)
        elif (one := old or new) is not None and one.noun in PLAIN and (name := record_name(one)):
            yield name


class ChangeLine(QWidget):
    """One change with its Undo, or the word that it is undone."""

    undo = Signal(object)
    erase = Signal(object, str)

    def __init__(
        self, row: ChangeRow, what: str, when: str, *, undone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.what = what
        self._lines = plain("", "note", "quiet")
        self._lines.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain(what, "strong"))
        words.addWidget(self._lines)
        words.addWidget(plain(when, "note", "quiet"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.addLayout(words, 1)
        self.button = Button(say("history.recent.undo"), "undo", "small")
        self.button.setAccessibleName(say("history.recent.undo_name", what=what))
        self.button.clicked.connect(self._on_undo)
        line.addWidget(self.button)
        self.erase_button = Button(say("erase.open"), kind="quiet")
        self.erase_button.setAccessibleName(say("erase.open_of", name=what))
        self.erase_button.setVisible(not undone and row.change.verb is Verb.DELETE and bool(row.touched))
        self.erase_button.clicked.connect(self._on_erase)
        line.addWidget(self.erase_button)
        self.undone = Label(say("history.recent.taken_back"), "note", "quiet")
        line.addWidget(self.undone)
        self.button.setVisible(not undone and not lasting(row))
        self.undone.setVisible(undone)

    @property
    def lines(self) -> str:
        """What was different, once it was told."""
        return self._lines.text()

    def tell(self, lines: Sequence[str]) -> None:
        """Tell what was different."""
        rest = len(lines) - MOST_LINES
        shown = [*lines[:MOST_LINES], *([say_n("history.more_differences", rest)] if rest > 0 else [])]
        self._lines.setText(". ".join(shown))
        self._lines.setVisible(bool(shown))

    @Slot()
    def _on_undo(self) -> None:
        self.undo.emit(self)

    @Slot()
    def _on_erase(self) -> None:
        self.erase.emit(*self.row.touched[0])


class RecentChanges(Card):
    """The changes, the newest first, a few at a time; what each did is filled in one after the other."""

    undo_requested = Signal(object)
    erase_requested = Signal(object, str)

    def __init__(self, past: Past, parent: QWidget | None = None) -> None:
        super().__init__(say("history.recent.title"), title_role="title", spacing=2, parent=parent)
        self._past = past
        self._limit = AT_ONCE
        self.lines: list[ChangeLine] = []
        self._untold: list[ChangeLine] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self.more = Button(say("history.recent.more"))
        self.more.clicked.connect(self._on_more)
        self.add(Label(say("history.recent.sentence"), "note", "quiet", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add(self._list)
        self.add(self.more)
        self.body.addStretch(1)

    def refresh(self, authors: Mapping[str, Author], own: str, today: date) -> None:
        """Show the changes as they are now."""
        self._authors, self._own, self._today = authors, own, today
        empty(self._list)
        self.lines = []
        rows = self._past.changes(self._limit + 1, 0)
        gone = self._past.taken_back(rows)
        about = self._past.main_records(rows)
        for row in rows[: self._limit]:
            what, when = what_words(row, today, about.get(row.change.uid, ())), self._when(row)
            line = ChangeLine(row, what, when, undone=row.change.uid in gone)
            line.undo.connect(self.undo_requested)
            line.erase.connect(self.erase_requested)
            self._list.addWidget(Divider())
            self._list.addWidget(line)
            self.lines.append(line)
        self.more.setVisible(len(rows) > self._limit)
        self._measures = self._past.measures()
        self._untold = [one for one in self.lines if one.row.change.verb is not Verb.IMPORT]
        self._turn.start()

    def _when(self, row: ChangeRow) -> str:
        when = moment_words(row.change.at, self._today)
        if row.change.author != self._own:
            when = say("history.recent.by", when=when, author=author_words(row.change.author, self._authors))
        return when if row.change.clock_ok else say("history.recent.clock", line=when)

    @Slot()
    def _on_turn(self) -> None:
        if not self._untold or not self.isVisible() or not self._past.is_open:
            self._turn.stop()
            return
        line = self._untold.pop(0)
        steps = self._past.steps(line.row) if line.row.records <= len(line.row.touched) else []
        before = [one for one, _ in steps if isinstance(one, Entry)]
        after = [one for _, one in steps if isinstance(one, Entry)]
        if before and after:
            line.tell(differences(before, after, self._measures))
        elif before or after:
            line.tell([holds_words(before or after)])
        else:
            line.tell(list(_record_lines(steps)))

    @Slot()
    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self.refresh(self._authors, self._own, self._today)
