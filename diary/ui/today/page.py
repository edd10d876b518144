"""Today: one screen for one day, from where it hurts to Save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from diary.errors import DiaryError, UnreadableError
from diary.models.codes import EntryKind
from diary.models.measures import BY_CODE
from diary.models.moments import day_of
from diary.models.records import Entry, Measure
from diary.store.store import Store
from diary.ui.help import keys
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import DateBar, day_words
from diary.ui.parts.painted import Label
from diary.ui.parts.tab_order import see_focus
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, PRESETS, everything, in_order
from diary.ui.today.clock import moment_on
from diary.ui.today.hosting_page import HostingPage
from diary.ui.today.place import carried_places
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.unreadable import let_write, read_before
from diary.ui.today.waiting import MOMENT, Waiting, waiting
from diary.wording import say, say_n

ASKED_ONCE = "asked_what_to_ask"
NEW_DAYS = 3
"""With fewer days than this a diary is new."""
MIDNIGHT_LOOK_MS = 30_000


class TodayPage(HostingPage):
    """A day's entry, and the night that ended on it; `moment_requested` names a moment, "" a new one."""

    moment_requested = Signal(str)
    one_question_requested = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("today.save"), say("today.note_enter"), name=say("today.page"))
        self._asked: tuple[str, ...] = ASKED_DEFAULT
        self._known: Mapping[str, Measure] = BY_CODE
        self._day_wanted: date | None = None
        self._waiting: Waiting | None = None
        self._told: set[str] = set()
        self._today = day_of(datetime.now())  # noqa: DTZ005  # the clock on the wall; the store corrects it
        self._was_shown = False
        self._build_header()
        self._host_night()
        self.show_sitting(self.sitting, dirty=False)
        self._begin_fitting()
        self._midnight = QTimer(self, interval=MIDNIGHT_LOOK_MS)
        self._midnight.timeout.connect(self._on_midnight_look)
        self._midnight.start()
        self.typing.kept.connect(self._on_draft_kept)
        self.after_save.connect(self._ask_what_to_ask)
        self.store.saved.connect(self._on_store_saved)

    def _build_header(self) -> None:
        self.date_bar = DateBar(self._today, self._today)
        self._ago = Label("", "note", "quiet")
        self.same = Button(say("today.same"), "copy")
        self._last = Label("", "note", "quiet")
        self._draft = Label("", "note", "quiet")
        self.one_question = Button(say("one.page"), kind="link")
        self.same.setToolTip(say("today.same_hint"))
        self._same_key = QShortcut(QKeySequence(keys.SAME), self)
        self._same_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.date_bar.changed.connect(self.open_day)
        self.same.clicked.connect(self.carry_over)
        self.one_question.clicked.connect(self.one_question_requested)
        self._same_key.activated.connect(self.carry_over)
        self.add_to_header(self.date_bar)
        self.add_to_header(self._ago)
        self.add_to_header(self.same)
        self.add_to_header(self._last)
        self.add_to_header(self.one_question)
        self.header.addStretch()
        self.add_to_header(self._draft)
        self._show_ago()

    # --- which day

    @property
    def day(self) -> date:
        """The day the form is about."""
        return self.date_bar.day

    def about(self) -> About:
        """The day on the bar, with the measures on the screen."""
        measures, answered = self.measures, self.sitting.answered
        standing = measures.standing
        return About(
            day=self.day,
            author=self.store.author,
            asked=tuple(code for code in measures.asked if code in standing or code in answered),
            kept_in=measures.kept_in,
            wordings=measures.wordings,
            moment=moment_on(self.store, self.day),
        )

    def draft_key(self) -> str:
        """One draft for each day."""
        return f"day:{self.day}"

    def saved_words(self) -> str:
        """What the change is called."""
        return say("today.saved_day", day=day_words(self.day, "d MMMM"))

    @Slot(object)
    def open_day(self, day: date) -> None:
        """Opens a day, today or before; what is typed for another one is kept as its draft."""
        if not self.store.is_open:
            # What is typed already belongs to today, and goes there first.
            self._day_wanted = day
            self.date_bar.set_day(self._today)
            return
        let_go = self.body.views.cancel_stroke()
        self.body.finish_typing()
        self.typing.keep_now()
        self.date_bar.set_day(day)
        self.said.clear()
        self.save_row.show_saved(saved=False)
        self.body.forget_search()
        self.dirty = False
        self._show_ago()
        self.load()
        self.scroll_area.ensureVisible(0, 0, 0, 0)
        if let_go:
            self.body.say(say("today.stroke_let_go"))

    def hand_over(self) -> date:
        """Keeps what is typed as the day's draft for another form of the same day, and gives that day.

        Today reads the day anew when it is seen again.
        """
        self.body.finish_typing()
        self.typing.keep_now()
        if self.store.is_open:
            self.dirty = False
        self._owe_refresh()
        return self.day

    def _show_ago(self) -> None:
        days = (self._today - self.day).days
        self._ago.setText(say_n("today.days_ago", days) if days else "")
        self._ago.setVisible(bool(days))
        self.body.set_past(past=bool(days))

    @Slot()
    def _on_midnight_look(self) -> None:
        try:
            if not self.loaded or not self.store.is_open or self.store.today() == self._today:
                return
        except DiaryError:
            return  # another program holds the file for a moment; the next look will tell
        was_today = self.day == self._today
        self._take_today()
        if was_today and not self.dirty:
            self.open_day(self._today)
        elif was_today:
            day = day_words(self.day, "d MMMM")
            self.ask(say("today.new_day", day=day), [("today", say("today.go_today"))])
        self._show_ago()

    def _take_today(self) -> None:
        self._today = self.store.today()
        self.date_bar.set_latest(self._today)

    # --- reading

    def load(self) -> None:
        """Reads the day's and the night's entry, and the draft that waits for them."""
        from diary.storage import queries

        if not self.loaded and self.store.today() != self._today:
            self._take_today()
            self.date_bar.set_day(self._today)
        unreadable = read_before(self)
        self._asked = tuple(self.store.setting(ASKED_SETTING, list(ASKED_DEFAULT)))
        self._known = self.store.ask(queries.measures)
        last = self._last_places()
        self.same.setEnabled(isinstance(last, Entry))
        told = say("today.last_entry", day=day_words(last.day)) if isinstance(last, Entry) else last
        self._last.setText(told or say("today.no_last"))
        self.show_draft(read_sitting(self.before.values()))
        let_write(self, unreadable)
        self.refit()

    def _last_places(self) -> Entry | str | None:
        """The last day with places; words where it cannot be read."""
        from diary.storage import queries

        try:
            return self.store.ask(queries.last_entry_before, self.day, self.store.author, with_places=True)
        except UnreadableError as error:
            return error.what

    def read(self) -> dict[EntryKind, Entry | None]:
        """The day's and the night's entry as the diary holds them now."""
        from diary.storage import queries

        kinds = (EntryKind.DAY, EntryKind.NIGHT)
        return {kind: self.store.ask(queries.entry_on, self.day, kind, self.store.author) for kind in kinds}

    def show_sitting(self, sitting: Sitting, *, dirty: bool) -> None:
        """Shows a form; what is answered has its row, asked or not."""
        asked = in_order(self._asked, self._known, sitting.answered)
        self.measures.set_asked(asked, slept=bool(sitting.sleep))
        super().show_sitting(sitting, dirty=dirty)
        self._draft.setText("")

    def keep_typing(self) -> None:
        """Keeps the draft soon; where nothing differs any more, none is told of."""
        super().keep_typing()
        if not self.dirty:
            self._draft.setText("")

    @Slot(str)
    def _on_store_saved(self, words: str) -> None:
        """A moment saved on its own page is told here, where the person comes back to."""
        if words == say("today.saved_moment"):
            self._change_saved = self.store.undo_stack.index()
            self.save_row.show_saved(saved=True, words=say("today.saved_moment_stop"))
            self.refit()

    def _refresh(self) -> None:
        super()._refresh()
        if self._day_wanted is not None:
            day, self._day_wanted = self._day_wanted, None
            self.open_day(day)
        self._tell_of_waiting()

    @Slot()
    def carry_over(self) -> None:
        """Brings the places and qualities of the last day with places, to be confirmed."""
        if not self.store.is_open or not self.same.isEnabled():
            return
        last = self._last_places()
        if not isinstance(last, Entry):
            return
        here = {frozenset(one.regions) for one in self.sitting.places}
        carried = [
            one for one in carried_places(last, self.store.make_uid) if frozenset(one.regions) not in here
        ]
        sitting = replace(self.sitting, places=(*self.sitting.places, *carried), nothing_hurts=False)
        self._take(sitting)
        self.body.show_sitting(sitting)
        if carried:
            self.body.select(carried[0].uid)
            self.body.take_number()
            QTimer.singleShot(0, self, partial(see_focus, self.scroll_area))

    # --- asking

    def _tell_of_waiting(self) -> None:
        """Says once that something typed elsewhere was not saved, with the way there."""
        if self.asking is not None:
            return
        self._waiting = waiting(self.store.drafts().values(), {*self._told, self.draft_key()}, self._today)
        if self._waiting is not None:
            self._told.add(self._waiting.key)
            self.ask(self._waiting.words, [("open", self._waiting.action)])

    def _open_waiting(self) -> None:
        found, self._waiting = self._waiting, None
        if found is None:
            return
        if found.day is not None:
            self.open_day(found.day)
        else:
            self.said.clear()
            self.moment_requested.emit(found.key.removeprefix(MOMENT))

    def _forget_waiting(self) -> None:
        """What was let go on its own page waits no more."""
        found = self._waiting
        if found is not None and self.store.is_open and found.key not in self.store.drafts():
            self._waiting = None
            if self.said.asks_for("open"):
                self.said.clear()

    @Slot()
    def _ask_what_to_ask(self) -> None:
        looks = self.store.looks
        if looks.value(ASKED_ONCE, False) or self.store.setting(ASKED_SETTING, None) is not None:
            return
        if self.store.is_helped:
            return
        looks.set_value(ASKED_ONCE, True)
        if self._is_new_diary():
            choices = ("short", "today.ask_short"), ("usual", "tracker.ask_usual"), ("all", "today.ask_all")
            self.ask(say("today.ask"), [(key, say(words)) for key, words in choices])

    def _is_new_diary(self) -> bool:
        """Whether fewer than `NEW_DAYS` days have an entry."""
        from diary.storage import queries

        span = self.store.ask(queries.span)
        rows = [] if span is None else self.store.ask(queries.entry_rows, *span)
        return len({one.day for one in rows}) < NEW_DAYS

    @Slot(str)
    def answer(self, key: str) -> None:
        """Hears Today's own questions, then those of every form."""
        if key in ("short", "usual", "all"):
            self.said.clear()
            asked = everything(self._known) if key == "all" else PRESETS[key]
            self.store.set_setting(ASKED_SETTING, list(asked), text=say("today.asked"))
        elif key == "open":
            self._open_waiting()
        elif key == "today":
            self.open_day(self._today)
        else:
            super().answer(key)

    @Slot(str)
    def _on_draft_kept(self, key: str) -> None:
        if self.store.drafts_refused:
            self._draft.setText(say("today.draft_memory"))
        elif self.store.is_open and key == self.draft_key() and self.dirty:
            now = datetime.now()  # noqa: DTZ005  # only the clock on the wall
            self._draft.setText(say("today.draft_kept", time=f"{now:%H:%M}"))

    # --- room

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, a digit already answers the first question."""
        super().showEvent(event)
        self._forget_waiting()
        if not self._was_shown and self.measures.standing:
            self.measures.field(self.measures.standing[0]).setFocus()
        self._was_shown = True
