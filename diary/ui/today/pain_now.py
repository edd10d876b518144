"""Pain now: a flare in two answers, how bad and when; its end and all else when there is strength for it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent

from diary.models.codes import EntryKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment, day_of
from diary.models.records import Entry
from diary.store.store import Store
from diary.ui.flares.attribution_card import AttributionCard
from diary.ui.flares.more import KEPT_IN, FlareMore, has_more
from diary.ui.flares.open_line import OpenFlareLine
from diary.ui.flares.times import moment_at, same_minute
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import DateBar
from diary.ui.parts.painted import Label
from diary.ui.today.clock import moment_on
from diary.ui.today.form_page import FormPage
from diary.ui.today.kept_line import KeptLine
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.time_field import TimeField
from diary.ui.today.unreadable import let_write, read_before
from diary.ui.today.waiting import MOMENT, NEW, now_or, unfinished
from diary.wording import say

ASKED = (BY_CODE["pain_now"],)
NOW_MIN = timedelta(minutes=30)
"""How long ago a moment still is "right now"."""


class PainNowPage(FormPage):
    """One moment: now, or at a time on any past day. `done` asks the window to go back.

    `moment_saved` says what was saved, for the page the person comes back to.
    """

    done = Signal()
    moment_saved = Signal(str)

    def __init__(self, store: Store) -> None:
        name = say("now.page")
        super().__init__(store, say("today.save_moment"), say("flare.note_enter"), name=name, whole_day=False)
        self._uid: str | None = None
        self._new = NEW
        self._chooses = True
        self._build_header()
        self._build_flare()
        self.measures.set_asked(ASKED)
        self.after_save.connect(self._on_after_save)

    def _build_header(self) -> None:
        today = self._clock().date()
        self.date_bar = DateBar(today, today)
        self.time = TimeField()
        self.time.setAccessibleName(say("flare.started_time"))
        self._unclear = Label("", "note")
        self.back = Button(say("now.back"), "previous")
        self.date_bar.changed.connect(self._on_when)
        self.time.changed.connect(self._on_when)
        self.back.clicked.connect(self.leave)
        self.title.setText(say("now.title"))
        self.title.show()
        self.header.removeWidget(self.title)
        self.add_to_header(self.back)
        self.add_to_header(self.title)
        self.header.addStretch()
        self.add_to_header(self.date_bar)
        self.add_to_header(Label(say("flare.started"), "note", "quiet"))
        self.add_to_header(self.time)
        self.add_to_header(self._unclear)
        self._unclear.hide()

    def _build_flare(self) -> None:
        self.open_line = OpenFlareLine(self.store)
        self.kept_line = KeptLine()
        self.more = FlareMore(self.store)
        self.attribution = AttributionCard(self.store)
        self.open_line.more_requested.connect(self.edit)
        self.open_line.changed.connect(self._on_said)
        self.kept_line.opened.connect(self.resume)
        self.kept_line.changed.connect(self._on_said)
        self.more.changed.connect(self._on_more)
        self.more.turned.connect(self._on_said)
        self.attribution.turned.connect(self._on_said)
        self.attribution.resized.connect(self._on_said)
        self.content.insertWidget(0, self.kept_line)
        self.content.insertWidget(1, self.open_line)
        self.add_above_note(self.more)
        self.add_above_note(self.attribution)
        self.attribution.hide()

    # --- which moment

    def begin(self) -> None:
        """A moment of now: what was just typed for one, else a new one; older ones wait behind a line."""
        self._chooses = True
        self._open(None, NEW)

    @Slot(str)
    def resume(self, name: str) -> None:
        """Opens an unfinished moment, by what stands for its uid in the key of its draft."""
        self._chooses = False
        self._open(None, name)

    @Slot(str)
    def edit(self, uid: str) -> None:
        """Opens a saved moment, with all that can be added to it."""
        self._open(uid)

    def _open(self, uid: str | None, new: str = NEW) -> None:
        self.body.views.cancel_stroke()
        self.body.finish_typing()
        self.typing.keep_now()
        self.said.clear()
        self.save_row.show_saved(saved=False)
        self._uid, self._new = uid, new
        self.dirty = False
        self._show_when(self._clock())
        self.before = {}
        self.more.set_folded(uid is None)
        self.attribution.hide()
        self.open_line.leave_out(uid or "")
        self.show_sitting(Sitting(), dirty=False)
        if self.store.is_open:
            self.load()
        self.measures.field("pain_now").setFocus()
        QTimer.singleShot(0, self, self._see_question)

    @Slot()
    def _see_question(self) -> None:
        """Title and time stay in sight; the question does where there is too little height for all."""
        self.scroll_area.verticalScrollBar().setValue(0)
        self.scroll_area.ensureWidgetVisible(self.measures.field("pain_now"), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks at the room anew."""
        super().resizeEvent(event)
        self.refit()

    def _show_when(self, when: datetime) -> None:
        self._filling = True
        self.date_bar.set_latest(self._clock().date())
        self.date_bar.set_day(when.date())
        self.time.set_time(when.hour, when.minute)
        self._filling = False
        self._tell_when()

    def _tell_when(self) -> None:
        """What is not now is not called so, and what is no time is told beside it."""
        past = self._uid is not None or self._clock() - self.when() > NOW_MIN
        title = say("now.title_past" if past else "now.title")
        self.title.setText(title)
        self.measures.set_pain_title(title)
        unclear = not self.time.is_clear
        self._unclear.setText(say("now.time_unclear") if unclear else "")
        self._unclear.setVisible(unclear)

    def _clock(self) -> datetime:
        """The local date-time of now, by the diary's clock where it is open."""
        return self.store.now().local if self.store.is_open else datetime.now()  # noqa: DTZ005  # local

    def when(self) -> datetime:
        """The local date-time on the bar and the clock, to the minute."""
        day: date = self.date_bar.day
        return datetime.combine(day, self.time.value)

    def typed_at(self) -> datetime | None:
        """The time on the bar and the clock."""
        return self.when()

    def differs(self, sitting: Sitting) -> bool:
        """Whether the moment would be saved as something else, or at another time."""
        old = self.before.get(EntryKind.MOMENT)
        moved = old is not None and old.at is not None and not same_minute(old.at, self.when())
        return moved or super().differs(sitting)

    def conflict_words(self) -> str:
        """What to say where the diary holds something else by now."""
        return say("now.conflict")

    def about(self) -> About:
        """The moment on the bar and the clock, on the diary day it belongs to."""
        from diary.storage import queries

        at = self._start()
        day = day_of(at.local, self.store.ask(queries.day_end))
        return About(
            day=day,
            author=self.store.author,
            asked=(*self.measures.kept_in, *self.more.asked(self.sitting)),
            kind=EntryKind.MOMENT,
            at=at,
            kept_in={**self.measures.kept_in, **KEPT_IN},
            moment=moment_on(self.store, day),
        )

    def _start(self) -> Moment:
        """When it began: as it was kept where its time is still the same; the store is open."""
        old = self.before.get(EntryKind.MOMENT)
        if old is not None and old.at is not None and same_minute(old.at, self.when()):
            return old.at
        return moment_at(self.store, self.when())

    def draft_key(self) -> str:
        """One draft for each new moment, one for each that is changed."""
        return f"{MOMENT}{self._uid or self._new}"

    def saved_words(self) -> str:
        """What the change is called."""
        return say("today.saved_moment")

    # --- reading and saving

    def show_sitting(self, sitting: Sitting, *, dirty: bool) -> None:
        """Shows a form; what is answered is never folded away."""
        super().show_sitting(sitting, dirty=dirty)
        self.more.show_sitting(sitting, self._start() if self.store.is_open else None)
        if has_more(sitting):
            self.more.set_folded(False)

    @Slot()
    def _on_more(self) -> None:
        self._take(self.more.said(self.sitting))
        self.more.tell_state(self.sitting)

    def load(self) -> None:
        """Reads the moment that is changed, if any, and the draft that waits for it."""
        self._choose_new()
        unreadable = read_before(self)
        entry = self.before.get(EntryKind.MOMENT)
        if entry is not None and entry.at is not None:
            self._show_when(entry.at.local)
            self.attribution.show_day(entry.day, entry.uid)
            self.attribution.show()
        typed = self.show_draft(read_sitting([entry]))
        let_write(self, unreadable)
        if typed is not None and typed.at is not None:
            self._show_when(typed.at)

    def _choose_new(self) -> None:
        """Goes on with a moment of just now, else begins one of its own; tells of another that waits."""
        waits = unfinished(self.store.drafts().values())
        if self._uid is None and self._chooses:
            recent, names = now_or(waits, self._clock(), NOW_MIN), {one.name for one in waits}
            fresh = NEW if NEW not in names else f"{NEW} {self.store.make_uid()}"
            self._new = fresh if recent is None else recent.name
        self._chooses = False
        others = [one for one in waits if self._uid is None and one.name != self._new]
        self.kept_line.show_kept(others[0] if others else None)

    def read(self) -> dict[EntryKind, Entry | None]:
        """The moment that is changed as the diary holds it now; None for a new one."""
        from diary.storage import queries

        return {EntryKind.MOMENT: None if self._uid is None else self.store.ask(queries.entry, self._uid)}

    @Slot()
    def save(self) -> None:
        """Saves the moment; one that has not come yet, or has no clear time, is answered kindly."""
        if not self.time.is_clear:
            self.tell(say("now.time_unclear"), "problem")
            self.time.setFocus()
            return
        if self.when() > self._clock():
            self.tell(say("now.future"), "problem")
            return
        if problem := self.more.end.problem():
            self.more.set_folded(False)
            self.tell(problem, "problem")
            self.more.end.time.setFocus()
            return
        super().save()

    def discard(self) -> None:
        """Lets go of what was typed; where the moment itself is gone, a new one begins."""
        super().discard()
        if self.before.get(EntryKind.MOMENT) is None:
            self._uid = None
            self._show_when(self._clock())

    @Slot()
    def _on_when(self) -> None:
        if not self._filling:
            self._tell_when()
            self.more.end.show_end(self._start() if self.store.is_open else None, self.sitting.until)
            self.keep_typing()

    @Slot()
    def _on_after_save(self) -> None:
        self.moment_saved.emit(say("today.saved_moment_stop"))
        self.done.emit()

    @Slot()
    def _on_author_changed(self) -> None:
        """What another person left unfinished is not gone on with."""
        if self._uid is None:
            self._new, self._chooses = NEW, True
            self._show_when(self._clock())
        super()._on_author_changed()

    @Slot()
    def leave(self) -> None:
        """Goes back; what is typed is kept."""
        self.body.finish_typing()
        self.typing.keep_now()
        self.done.emit()
