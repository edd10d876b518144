"""Pain now: a moment in two answers, how bad and when; places and words if there is strength for them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QTime, Signal, Slot
from PySide6.QtWidgets import QTimeEdit

from diary.models.codes import EntryKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment, day_of
from diary.models.records import Entry
from diary.store.store import Store
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import DateBar
from diary.ui.parts.painted import Label
from diary.ui.today.form_page import FormPage
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.typing import read_draft
from diary.wording import say

ASKED = (BY_CODE["pain_now"],)


class PainNowPage(FormPage):
    """One moment: now, or at a time on any past day. `done` asks the window to go back."""

    done = Signal()

    def __init__(self, store: Store) -> None:
        name = say("now.page")
        super().__init__(store, say("today.save_moment"), say("now.note_enter"), name=name, whole_day=False)
        self._uid: str | None = None
        self._build_header()
        self.measures.set_asked(ASKED)
        self.after_save.connect(self.done)

    def _build_header(self) -> None:
        today = _clock().date()
        self.date_bar = DateBar(today, today)
        self.time = QTimeEdit()
        self.time.setAccessibleName(say("now.time"))
        self.time.setDisplayFormat("HH:mm")
        self.back = Button(say("now.back"), "previous")
        self.date_bar.changed.connect(self._on_when)
        self.time.timeChanged.connect(self._on_when)
        self.back.clicked.connect(self._on_back)
        self.title.setText(say("now.title"))
        self.title.show()
        self.header.removeWidget(self.title)
        self.add_to_header(self.back)
        self.add_to_header(self.title)
        self.header.addStretch()
        self.add_to_header(self.date_bar)
        self.add_to_header(Label(say("now.time"), "note", "quiet"))
        self.add_to_header(self.time)

    # --- which moment

    def begin(self) -> None:
        """A new moment, now; what was typed for one and not saved is still there."""
        self._open(None)

    def edit(self, uid: str) -> None:
        """Opens a saved moment."""
        self._open(uid)

    def _open(self, uid: str | None) -> None:
        self.typing.keep_now()
        self._clear_messages()
        self.save_row.show_saved(saved=False)
        self._uid = uid
        self.dirty = False
        self._show_when(_clock())
        self.show_sitting(Sitting(), dirty=False)
        self.before = {}
        if self.store.is_open:
            self.load()
        self.measures.field("pain_now").setFocus()

    def _show_when(self, when: datetime) -> None:
        self._filling = True
        self.date_bar.set_latest(_clock().date())
        self.date_bar.set_day(when.date())
        self.time.setTime(QTime(when.hour, when.minute))
        self._filling = False

    def when(self) -> datetime:
        """The local date-time on the bar and the clock, to the minute, with its offset."""
        time = self.time.time()
        day: date = self.date_bar.day
        return datetime(day.year, day.month, day.day, time.hour(), time.minute()).astimezone()

    def about(self) -> About:
        """The moment on the bar and the clock, on the diary day it belongs to."""
        from diary.storage import queries

        old = self.before.get(EntryKind.MOMENT)
        at = Moment.from_aware(self.when(), self.store.now().zone)
        if (
            old is not None
            and old.at is not None
            and old.at.local.replace(second=0, microsecond=0) == at.local
        ):
            at = old.at
        return About(
            day=day_of(at.local, self.store.ask(queries.day_end)),
            author=self.store.author,
            asked=tuple(self.measures.kept_in),
            kind=EntryKind.MOMENT,
            at=at,
            kept_in=self.measures.kept_in,
        )

    def draft_key(self) -> str:
        """One draft for a new moment, one for each that is changed."""
        return f"moment:{self._uid or 'new'}"

    def saved_words(self) -> str:
        """What the change is called."""
        return say("today.saved_moment")

    # --- reading and saving

    def load(self) -> None:
        """Reads the moment that is changed, if any, and the draft that waits for it."""
        from diary.storage import queries

        entry: Entry | None = None if self._uid is None else self.store.ask(queries.entry, self._uid)
        self.before = {EntryKind.MOMENT: entry}
        if entry is not None and entry.at is not None:
            self._show_when(entry.at.local)
        saved = read_sitting([entry])
        self.save_row.save.setEnabled(not self.store.read_only)
        draft = read_draft(self.store.draft(self.draft_key()))
        if draft is not None and draft[0] != saved:
            self.show_sitting(draft[0], dirty=True)
            self.ask(say("today.draft_back"), [("discard", say("today.draft_drop"))])
        else:
            self.show_sitting(saved, dirty=False)

    def save(self) -> None:
        """Saves the moment; one that has not come yet is answered kindly."""
        if self.when() > _clock():
            self.tell(say("now.future"), "problem")
            return
        super().save()

    def _on_saved(self) -> None:
        self._uid = None
        super()._on_saved()

    @Slot()
    def _on_when(self) -> None:
        if not self._filling:
            self.dirty = True

    @Slot()
    def _on_back(self) -> None:
        self.typing.keep_now()
        self.done.emit()

    @Slot(str)
    def answer(self, key: str) -> None:
        """Hears the question about a draft, then those of every form."""
        if key == "discard":
            self._clear_messages()
            self.discard()
        else:
            super().answer(key)


def _clock() -> datetime:
    return datetime.now().astimezone()
