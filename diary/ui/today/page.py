"""Today: one screen for one day, from where it hurts to Save."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout

from diary.models.codes import EntryKind
from diary.models.measures import ASKED_ALL, ASKED_SHORT, BY_CODE
from diary.models.moments import day_of
from diary.store.store import Store
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import DateBar, day_words
from diary.ui.parts.painted import Label
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING, in_order
from diary.ui.today.form_page import FormPage
from diary.ui.today.sitting import About, carried_places, read_sitting
from diary.ui.today.typing import read_draft
from diary.wording import say, say_n

ASKED_ONCE = "asked_what_to_ask"
MIDNIGHT_LOOK_MS = 30_000


class TodayPage(FormPage):
    """A day's entry, and the night that ended on it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("today.save"), say("today.note_enter"), name=say("today.page"))
        self._today = day_of(datetime.now())  # noqa: DTZ005  # the clock on the wall; the store corrects it
        self._was_shown = False
        self._build_header()
        self.measures.set_asked(in_order(ASKED_DEFAULT, BY_CODE))
        self.show_sitting(self.sitting, dirty=False)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self._midnight = QTimer(self, interval=MIDNIGHT_LOOK_MS)
        self._midnight.timeout.connect(self._on_midnight_look)
        self._midnight.start()
        self.typing.kept.connect(self._on_draft_kept)
        self.after_save.connect(self._ask_what_to_ask)

    def _build_header(self) -> None:
        self.date_bar = DateBar(self._today, self._today)
        self._ago = Label("", "note", "quiet")
        self.same = Button(say("today.same"), "copy")
        self._last = Label("", "note", "quiet")
        self._draft = Label("", "note", "quiet")
        self.same.setToolTip(say("today.same_hint"))
        self.date_bar.changed.connect(self.open_day)
        self.same.clicked.connect(self.carry_over)
        self.add_to_header(self.date_bar)
        self.add_to_header(self._ago)
        self.add_to_header(self.same)
        self.add_to_header(self._last)
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
        kept_in = self.measures.kept_in
        return About(day=self.day, author=self.store.author, asked=tuple(kept_in), kept_in=kept_in)

    def draft_key(self) -> str:
        """One draft for each day."""
        return f"day:{self.day}"

    def saved_words(self) -> str:
        """What the change is called."""
        return say("today.saved_day", day=day_words(self.day, "d MMMM"))

    @Slot(object)
    def open_day(self, day: date) -> None:
        """Opens a day, today or before; what is typed for another one is kept as its draft."""
        self._leave()
        self.date_bar.set_day(day)
        self._clear_messages()
        self.save_row.show_saved(saved=False)
        self.dirty = False
        self._show_ago()
        if self.store.is_open:
            self.load()

    def _leave(self) -> None:
        """The typing goes under the day it was typed for, before the bar moves on."""
        self.typing.keep_now()

    def _show_ago(self) -> None:
        days = (self._today - self.day).days
        self._ago.setText(say_n("today.days_ago", days) if days else "")
        self._ago.setVisible(bool(days))
        self._draft.setText("")

    @Slot()
    def _on_midnight_look(self) -> None:
        if not self.store.is_open or self.store.today() == self._today:
            return
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

        if self.store.today() != self._today:
            was_today = self.day == self._today
            self._take_today()
            if was_today:
                self.date_bar.set_day(self._today)
        kinds = (EntryKind.DAY, EntryKind.NIGHT)
        author = self.store.author
        self.before = {kind: self.store.ask(queries.entry_on, self.day, kind, author) for kind in kinds}
        saved = read_sitting(self.before.values())
        asked = tuple(self.store.setting(ASKED_SETTING, list(ASKED_DEFAULT)))
        known = self.store.ask(queries.measures)
        self.measures.set_asked(in_order((*asked, *saved.values), known))
        last = self.store.ask(queries.last_entry_before, self.day, author, with_places=True)
        self.same.setEnabled(last is not None)
        told = say("today.no_last") if last is None else say("today.last_entry", day=day_words(last.day))
        self._last.setText(told)
        self.save_row.save.setEnabled(not self.store.read_only)
        draft = read_draft(self.store.draft(self.draft_key()))
        if draft is not None and draft[0] != saved:
            self.show_sitting(draft[0], dirty=True)
            self._tell_of_draft(draft[1])
        else:
            self.show_sitting(saved, dirty=False)
        self.refit()

    def _tell_of_draft(self, began_from: dict[str, str]) -> None:
        here = {one.uid: one.written.last for one in self.before.values() if one and one.written}
        if here == began_from:
            self.ask(say("today.draft_back"), [("discard", say("today.draft_drop"))])
        else:
            self.ask(
                say("today.conflict"), [("mine", say("today.keep_mine")), ("other", say("today.show_other"))]
            )

    @Slot()
    def carry_over(self) -> None:
        """Brings the places and qualities of the last day with places, to be confirmed."""
        from dataclasses import replace

        from diary.storage import queries

        last = self.store.ask(queries.last_entry_before, self.day, self.store.author, with_places=True)
        if last is None:
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

    # --- asking

    @Slot()
    def _ask_what_to_ask(self) -> None:
        looks = self.store.looks
        if looks.value(ASKED_ONCE, False) or self.store.setting(ASKED_SETTING, None) is not None:
            return
        looks.set_value(ASKED_ONCE, True)
        choices = [("short", say("today.ask_short")), ("all", say("today.ask_all"))]
        self.ask(say("today.ask"), choices)

    @Slot(str)
    def answer(self, key: str) -> None:
        """Hears Today's own questions, then those of every form."""
        if key in ("short", "all"):
            self._clear_messages()
            asked = ASKED_SHORT if key == "short" else ASKED_ALL
            self.store.set_setting(ASKED_SETTING, list(asked), text=say("today.ask"))
        elif key == "discard":
            self._clear_messages()
            self.discard()
        elif key == "today":
            self.open_day(self._today)
        else:
            super().answer(key)

    @Slot(str)
    def _on_draft_kept(self, key: str) -> None:
        if self.store.drafts_refused:
            self._draft.setText(say("today.draft_memory"))
        elif key == self.draft_key() and self.dirty:
            now = datetime.now()  # noqa: DTZ005  # only the clock on the wall
            self._draft.setText(say("today.draft_kept", time=f"{now:%H:%M}"))

    # --- room

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, a digit already answers the first question."""
        super().showEvent(event)
        if not self._was_shown and self.measures.asked:
            self.measures.field(self.measures.asked[0]).setFocus()
        self._was_shown = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks at the room anew."""
        super().resizeEvent(event)
        self.refit()

    def refit(self) -> None:
        """Looks at the room now, and again once all parts have said how much they need."""
        if hasattr(self, "_fit_soon"):
            self._fit()
            self._fit_soon.start()

    @Slot()
    def _fit(self) -> None:
        """Compact rows where the window is too low for all; a large figure where the page scrolls anyway."""
        asking = self.asking.sizeHint().height() + 8 if self.asking is not None else 0
        header = self.header.heightForWidth(self.columns.width())
        room = self.scroll_area.height() - header - 12 - 32 - asking
        for layout in self.right.findChildren(QLayout):
            layout.invalidate()  # rows that just changed their height have not told it yet
        needed = self.right.sizeHint().height() + self.measures.saved_by_compact()
        self.body.set_roomy(self.columns.stacked)
        self.measures.set_compact(needed > room and not self.columns.stacked)
