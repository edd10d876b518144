"""The page History: find a day, read it, correct it, take it back, read what it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError, UnreadableError
from diary.models.codes import Noun, Verb
from diary.models.history import EventRow, Found, Wanted, What
from diary.models.records import Entry, Replace
from diary.store.store import Store
from diary.ui.files import asked_picture, picture_words
from diary.ui.history.acts import delete_steps, return_steps
from diary.ui.history.entry_card import EntryCard
from diary.ui.history.entry_words import author_words, moment_words
from diary.ui.history.event_view import ShownEvent
from diary.ui.history.filters import Filters
from diary.ui.history.list_card import ListCard
from diary.ui.history.month_card import MonthCard, MonthNumbers
from diary.ui.history.past import Past
from diary.ui.history.recent import ChangeLine, RecentChanges
from diary.ui.history.saying import SayingPage
from diary.ui.parts.button import Button
from diary.ui.parts.columns import Columns
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.wording import say

LEAST = 1040
"""Below this width, px at 100 %, the three columns stand one under another."""

LEAST_TALL = 420
MOST_TALL = 560


class HistoryPage(SayingPage):
    """A month, a list and one entry; `edit_requested` tells the day, and the moment to open or ""."""

    edit_requested = Signal(object, str)

    record_requested = Signal(object, str, object)
    """Noun, uid and {}: another record than an entry is to be opened where it is edited."""

    erase_requested = Signal(object, str)
    """Noun and uid of what may be erased for good."""

    touched_by: ClassVar[frozenset[Noun]] = frozenset(Noun)

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("history.title"))
        self._past = Past(store)
        self._uid = ""
        self._day: date | None = None
        self._after_layout = QTimer(self, singleShot=True, interval=0)
        self._after_layout.timeout.connect(self._on_laid_out)
        self._chosen = QTimer(self, singleShot=True, interval=0)
        self._chosen.timeout.connect(self._on_choice_rests)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer)
        self._attempt: Callable[[Sequence[Entry]], None] | None = None
        self._build()

    def _build(self) -> None:
        today = date.today()  # noqa: DTZ011  # only until the diary is open and tells its own
        self.filters = Filters(self)
        self.recent_button = Button(say("history.recent"), "restore", "small")
        self.recent_button.setCheckable(True)
        self.month = MonthCard(today)
        self.numbers = MonthNumbers()
        self.list = ListCard(self._past.rows, self._past.event_rows)
        self.entry = EntryCard()
        self.recent = RecentChanges(self._past)
        self.empty = EmptyState(
            say("history.empty.title"), say("history.empty.sentence"), say("history.empty.action")
        )
        self.filters.changed.connect(self._on_filters)
        self.recent_button.toggled.connect(self._on_recent_toggled)
        self.month.day_chosen.connect(self._on_day_chosen)
        self.month.month_changed.connect(self._show_month)
        self.list.chosen.connect(self._on_entry_chosen)
        self.list.opened.connect(self._on_entry_opened)
        self.list.entered.connect(self._on_entered)
        self.list.order_changed.connect(self.filters.set_newest_first)
        self.list.cleared.connect(self.filters.clear)
        self.entry.edit_requested.connect(self.edit_requested)
        self.entry.record_requested.connect(self.record_requested)
        self.entry.erase_requested.connect(self.erase_requested)
        self.recent.erase_requested.connect(self.erase_requested)
        self.entry.delete_confirmed.connect(self._on_delete)
        self.entry.bring_back_requested.connect(self._on_bring_back)
        self.entry.anyway_requested.connect(self._on_anyway)
        self.entry.now_requested.connect(self._refresh)
        self.entry.picture_requested.connect(self._on_picture)
        self.recent.undo_requested.connect(self._on_undo_change)
        self.empty.acted.connect(self._on_begin)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)
        for widget in (self.filters.search, *self.filters.buttons, self.recent_button):
            self.add_to_header(widget)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.month, 1)
        column.addWidget(self.numbers)
        self.columns = Columns([left, self.list, self.entry], [408, 320, 392], least=LEAST)
        self.add(self.messages_room)
        for widget in (self.columns, self.recent, self.empty):
            self.add(widget, 1)
            widget.hide()

    def restyle(self) -> None:
        """Keep room for list and entry at the text size."""
        super().restyle()
        if hasattr(self, "columns"):
            tall = min(self.theme.px(LEAST_TALL), MOST_TALL)
            self.list.setMinimumHeight(tall)
            self.entry.setMinimumHeight(tall)
            self._after_layout.start()

    @Slot()
    def _on_laid_out(self) -> None:
        """Only once the columns have their width is it known whether they stand one under another."""
        self.entry.show_whole(self.columns.stacked)

    # --- what is shown

    def _refresh(self) -> None:
        self.restyle()
        is_empty = self._past.span() is None and not self._past.event_nouns(self.store.today())
        recent = self.recent_button.isChecked()
        self.empty.setVisible(is_empty and not recent)
        self.columns.setVisible(not is_empty and not recent)
        self.recent.setVisible(recent)
        for widget in (self.filters.search, *self.filters.buttons):
            widget.setVisible(not is_empty and not recent)
        self.recent_button.set_words(say("history.back" if recent else "history.recent"))
        if recent:
            self.recent.refresh(self._past.authors(), self.store.author, self.store.today())
        elif not is_empty:
            self._show_month()
            self._show_list()
            self._later.start()

    @Slot()
    def _offer(self) -> None:
        """What filters offer is not needed for the first look: it is read in a turn of its own."""
        if self.store.is_open:
            authors = self._past.authors()
            names = {uid: author_words(uid, authors) for uid in authors}
            self.filters.offer(self._past.used(), names, self._past.event_nouns(self.store.today()))

    @Slot()
    def _show_month(self) -> None:
        if not self.store.is_open:
            return
        grid, today = self.month.grid, self.store.today()
        month = self._past.month(grid.month, grid.first, grid.last)
        self.month.show_marks(month.marks, today)
        last = min(grid.last, today)
        self.month.grid.set_events(self._past.event_days(self.filters.wanted, grid.first, last))
        self.numbers.show_month(grid.month, today, month.worst, month.told)

    @Slot()
    def _show_list(self) -> None:
        if not self.store.is_open:
            return
        wanted, today = self.filters.wanted, self.store.today()
        found = in_days(
            self._past.found(wanted), self._past.events(wanted, today), newest_first=wanted.newest_first
        )
        known = {one.key for one in found}
        if not self._uid and self._day is None and found:
            self._uid = self._first_of(found)
        kept = self._uid if self._uid in known else ""
        listed = self.list.show_found(found, today, narrowed=wanted.narrowed, uid=kept)
        if not listed and found and wanted.narrowed and self._uid not in known and self._follows(wanted):
            self._uid = found[0].key
            self.list.choose(self._uid)
        if wanted.narrowed and not found:
            self.entry.show_nothing()
        else:
            self._show_entry()

    def _first_of(self, found: Sequence[Found]) -> str:
        """What is shown first: the entry that stands for the day of the first one, else the first record."""
        entry = next((one for one in found if not one.what), None)
        if entry is None:
            return found[0].key
        return self._past.uid_on(date.fromordinal(entry.day)) or entry.uid

    def _follows(self, wanted: Wanted) -> bool:
        """Whether the card shows the first that fits: words are typed, other records or a writer chosen."""
        return bool(self.filters.search.text()) or bool(wanted.nouns) or wanted.author is not None

    @Slot()
    def _on_filters(self) -> None:
        """The month's marks follow the kind, the list everything."""
        self._show_month()
        self._show_list()

    def _show_entry(self) -> None:
        try:
            self._show_found()
        except UnreadableError as error:
            self.entry.show_nothing()
            self.say_trouble(error)

    def _show_found(self) -> None:
        today = self.store.today()
        event = self._event(today)
        if event is not None:
            self._day = event.day
            self.entry.show_event(event)
            if self._day != self.month.grid.day:
                self.month.grid.set_day(self._day)
            return
        shown = self._past.shown(self._uid, today) if self._uid else None
        if shown is None and self._day is not None and (uid := self._past.uid_on(self._day)):
            self._uid = uid
            self.list.choose(uid)
            shown = self._past.shown(uid, today)
        if shown is not None:
            self._day = shown.entry.day
            self.entry.show_entry(shown)
        elif self._day is not None:
            self._uid = ""
            self.entry.show_day(self._day, today)
        else:
            self.entry.show_nothing()
        if self._day is not None and self._day != self.month.grid.day:
            self.month.grid.set_day(self._day)

    def _event(self, today: date) -> ShownEvent | None:
        """The chosen record other than an entry, or None."""
        at = self.list.model.place_of(self._uid) if self._uid else None
        row = None if at is None else self.list.model.row(at)
        if not isinstance(row, EventRow):
            return None
        details = self._past.event_details(What(row.what).noun, row.uid)
        authors, own = self._past.authors(), self.store.author
        return ShownEvent(row=row, authors=authors, today=today, own=own, details=details)

    def show_day(self, day: date) -> None:
        """Open a day: its entry where it has one."""
        self._day, self._uid = day, self._past.uid_on(day) or ""
        self.list.choose(self._uid)
        if not self._uid:
            self.list.show_day(day)
        self._show_entry()

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        self.show_day(day)

    @Slot(str)
    def _on_entry_chosen(self, uid: str) -> None:
        if uid != self._uid:
            self._uid = uid
            self._chosen.start()

    @Slot()
    def _on_choice_rests(self) -> None:
        """Arrow keys held down pass over entries without showing each of them."""
        if self.store.is_open:
            self._show_entry()

    @Slot(str)
    def _on_entry_opened(self, uid: str) -> None:
        self._uid = uid
        self._show_entry()
        if self.columns.stacked:
            self.scroll_area.ensureWidgetVisible(self.entry)

    @Slot(str)
    def _on_entered(self, uid: str) -> None:
        """A record other than an entry opens where it is edited; an entry is in the card already."""
        shown = self.entry.shown_event
        if shown is not None and shown.opens and uid == self._uid:
            self.record_requested.emit(shown.noun, shown.row.uid, {})

    @Slot(bool)
    def _on_recent_toggled(self, _on: bool) -> None:
        if self.store.is_open:
            self._refresh()

    @Slot()
    def _on_find(self) -> None:
        if self.filters.search.isVisible():
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filters.search.selectAll()

    @Slot()
    def _on_begin(self) -> None:
        self.edit_requested.emit(self.store.today(), "")

    @Slot()
    def _on_picture(self) -> None:
        if self.entry.shown is None:
            return
        name = say("picture.day_name", day=self.entry.shown.entry.day.isoformat())
        path = asked_picture(self, self.store.looks, say("picture.day_title"), name)
        if path is not None:
            self.save_picture(path)

    def save_picture(self, path: Path) -> InlineMessage:
        """Write the drawing of the shown entry as PNG, or as SVG where `path` ends in ".svg"."""
        from diary.ui.history.picture import drawing

        shown = self.entry.shown
        assert shown is not None  # the button is there for an entry with places alone
        content = drawing(shown.entry, self.theme.palette, path.suffix.lower())
        return self.say_done(picture_words(path, content, self.store), None)

    # --- acts

    @Slot(object)
    def _on_undo_change(self, line: ChangeLine) -> None:
        self.take_back(line.row.change.uid, say("history.recent.undone", what=line.what))

    @Slot()
    def _on_delete(self) -> None:
        if self.entry.shown is not None:
            self._attempt = self._delete
            self._delete(self.entry.shown.own_entries)

    def _delete(self, entries: Sequence[Entry]) -> None:
        change = self._save(delete_steps(entries), say("history.deleted"), Verb.DELETE)
        if change is not None:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_bring_back(self, number: int) -> None:
        if self.entry.shown is not None:
            self._version = self.entry.shown.versions[number]
            self._attempt = self._bring_back
            self._bring_back(self.entry.shown.own_entries)

    def _bring_back(self, entries: Sequence[Entry]) -> None:
        when = moment_words(self._version.change.at, self.store.today())
        steps = return_steps(entries, self._version.entries)
        self._save(steps, say("history.brought_back", when=when), Verb.EDIT)

    def _save(self, steps: list[Replace], text: str, verb: Verb) -> str | None:
        """Saves and says so, or asks about what was changed elsewhere; the uid of the change, or None."""
        try:
            changes = self.store.save(steps, text=text, verb=verb)
        except ConflictError as error:
            self._ask_about(error, verb)
            return None
        except DiaryError as error:
            self.say_trouble(error)
            return None
        self.entry.stop_asking()
        self.entry.reading = None
        self.say_done(text, changes.change)
        self.undo_here()
        self._refresh()
        return changes.change

    def _ask_about(self, error: ConflictError, verb: Verb) -> None:
        gone = error.current is None
        ways = [("show", say("history.conflict_show"))]
        if not (gone and verb is Verb.DELETE):
            key = "history.conflict_anyway" if verb is Verb.DELETE else "history.conflict_restore"
            ways.insert(0, ("anyway", say(key)))
        self.entry.ask(say("history.conflict_gone" if gone else "history.conflict"), ways, "problem")

    @Slot()
    def _on_anyway(self) -> None:
        """Tries again with what the diary holds now."""
        if self._attempt is None or self.entry.shown is None:
            return
        live = (self._past.entry(one.uid) for one in self.entry.shown.own_entries)
        self._attempt([one for one in live if one is not None])


def in_days(entries: Sequence[Found], events: Sequence[Found], *, newest_first: bool) -> list[Found]:
    """Entries and other records by day; those of one day stand under its entries."""
    sign = -1 if newest_first else 1
    return sorted([*entries, *events], key=lambda one: sign * one.day)
