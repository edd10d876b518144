"""Own trackers: add, change, put in order, hide and show again; what was recorded always stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.models.records import Measure, Replace
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.emptying import empty
from diary.ui.settings.card import SettingsCard
from diary.ui.settings.ordered_row import OrderedRow
from diary.ui.settings.tracker_form import TrackerForm
from diary.ui.settings.trackers import (
    Told,
    asking,
    changed_tracker,
    moved,
    new_tracker,
    own_trackers,
    problem_of,
    reordered,
)
from diary.ui.today.asked import ASKED_DEFAULT, ASKED_SETTING
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store


class TrackersCard(SettingsCard):
    """A line for each own tracker, and one form at a time; the words of a hidden one can be erased."""

    erase_requested = Signal(object, str)

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("tracker.title"), say("tracker.about"), parent=parent)
        self._store = store
        self.trackers: list[Measure] = []
        self.rows: dict[str, OrderedRow] = {}
        self.form: TrackerForm | None = None
        self._announcer = Announcer(self)
        self.add_one = Button(say("tracker.add"), "plus")
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.add_one.clicked.connect(self._on_add)
        self.add(self._list)
        self.add(self.add_one)

    def refresh(self) -> None:
        """Show the trackers as the diary holds them now."""
        from diary.storage import queries

        trackers = own_trackers(self._store.ask(queries.measures))
        self.add_one.setEnabled(not self._store.read_only)
        if trackers != self.trackers:
            self.trackers = trackers
            self._build_rows()

    def _build_rows(self) -> None:
        empty(self._column)
        self.rows = {}
        for tracker in self.trackers:
            row = self.rows[tracker.uid] = self._row_of(tracker)
            self._column.addWidget(row)

    def _row_of(self, tracker: Measure) -> OrderedRow:
        name = tracker.label or tracker.code
        kind = say(f"tracker.kind.{tracker.kind}")
        about = say("tracker.hidden", kind=kind) if tracker.hidden else kind
        ends = (tracker is self.trackers[0], tracker is self.trackers[-1])
        row = OrderedRow(tracker.uid, name, about, first=ends[0], last=ends[1])
        change = Button(say("tracker.change"), kind="small")
        hide = Button(say("tracker.show" if tracker.hidden else "tracker.hide"), kind="small")
        for button, key in ((change, "tracker.change_of"), (hide, "tracker.hide_of")):
            shown = "tracker.show_of" if key == "tracker.hide_of" and tracker.hidden else key
            button.setAccessibleName(say(shown, name=name))
            button.setProperty("tracker", tracker.uid)
            row.add(button)
        if tracker.hidden:
            erase = Button(say("erase.open"), kind="quiet")
            erase.setAccessibleName(say("erase.open_of", name=name))
            erase.setProperty("tracker", tracker.uid)
            erase.clicked.connect(self._on_erase)
            row.add(erase)
        change.clicked.connect(self._on_change)
        hide.clicked.connect(self._on_hide)
        row.wanted.connect(self._on_move)
        row.setEnabled(not self._store.read_only)
        return row

    def _tracker(self, uid: str) -> Measure:
        return next(one for one in self.trackers if one.uid == uid)

    # --- one form at a time

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    @Slot()
    def _on_change(self) -> None:
        self._open(self._tracker(self.sender().property("tracker")))

    @Slot()
    def _on_erase(self) -> None:
        self.erase_requested.emit(Noun.MEASURE, self.sender().property("tracker"))

    def _open(self, tracker: Measure | None) -> None:
        self._close()
        self.hush()
        self.form = TrackerForm(tracker)
        self.form.kept.connect(self._on_kept)
        self.form.left.connect(self._on_left)
        self.body.insertWidget(self.body.indexOf(self.add_one), self.form)
        self.add_one.hide()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        self._close()
        self.add_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.add_one.show()

    @Slot(object)
    def _on_kept(self, told: Told) -> None:
        if self.form is None:
            return
        tracker = self.form.tracker
        others = [one for one in self.trackers if tracker is None or one.uid != tracker.uid]
        if problem := problem_of(told, others):
            self.form.tell(problem)
            self._announcer.announce(problem)
            return
        if tracker is None:
            kept = self._keep(self._adding(told), say("tracker.added", name=told.label))
        else:
            after = changed_tracker(tracker, told)
            kept = self._keep([Replace(before=tracker, after=after)], say("tracker.changed", name=told.label))
        if kept:
            self._on_left()

    def _adding(self, told: Told) -> list[Replace]:
        """A new tracker is asked from now on."""
        tracker = new_tracker(told, self._store.make_uid(), self.trackers)
        return [Replace(before=None, after=tracker), self._asking([*self._asked(), tracker.code])]

    def _asked(self) -> list[str]:
        return [str(one) for one in self._store.setting(ASKED_SETTING, list(ASKED_DEFAULT))]

    def _asking(self, asked: Sequence[str]) -> Replace:
        from diary.storage import queries

        return asking(self._store.ask(queries.settings).get(ASKED_SETTING), asked)

    # --- order and hiding

    @Slot(str, int)
    def _on_move(self, uid: str, by: int) -> None:
        from diary.storage import queries

        tracker = self._tracker(uid)
        steps = moved(self.trackers, tracker, by)
        if not steps:
            return
        asked = self._asked()
        if tracker.code in asked:
            order = reordered(asked, tracker.code, by, self._store.ask(queries.measures))
            steps += [self._asking(order)] if order != asked else []
        if self._keep(steps, say("tracker.moved", name=tracker.label)):
            self.rows[uid].take_focus(by)
            at = next(n for n, one in enumerate(self.trackers, 1) if one.uid == uid)
            self._announcer.announce(say("tracker.place", name=tracker.label, at=at, of=len(self.trackers)))

    @Slot()
    def _on_hide(self) -> None:
        tracker = self._tracker(self.sender().property("tracker"))
        text = say("tracker.shown" if tracker.hidden else "tracker.was_hidden", name=tracker.label)
        if self._keep([Replace(before=tracker, after=replace(tracker, hidden=not tracker.hidden))], text):
            self.tell(text)

    def _keep(self, steps: Sequence[Replace], text: str) -> bool:
        self.hush()
        try:
            self._store.save(list(steps), text=text)
        except DiaryError as error:
            self.tell_problem(error)
            return False
        self.refresh()
        return True
