"""One question at a time: large, next and back, leave whenever; what was answered is saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError
from diary.models.codes import Answered, AnswerList, Noun
from diary.store.store import Store
from diary.ui.one_question.answering import Answering
from diary.ui.one_question.asks import PLACES, Ask, Change, with_list, with_measure, with_places
from diary.ui.one_question.controls import Control, ListControl, MeasureControl, PlacesControl
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label
from diary.ui.today.fields import name_of, question_of
from diary.ui.today.said import Said
from diary.wording import say, say_n

WIDEST = 760
"""Widest question, px at 100 %."""
LEAST_TALL = 150
"""Least room of the control, px at 100 %: Next does not move under the hand."""
CHOICES = {AnswerList.PLANNED: ("all", "some", "none"), AnswerList.DOSES: ("some", "none")}


class OneQuestionPage(Page):
    """Asks what Today asks, one by one. `done` asks the window to go back; `told` says what was saved."""

    done = Signal()
    told = Signal(str)
    touched_by = frozenset({Noun.ENTRY, Noun.MEASURE, Noun.SETTING, Noun.TREATMENT, Noun.DOSE})
    widest = WIDEST

    def __init__(self, store: Store) -> None:
        super().__init__(store, name=say("one.page"))
        self.answering: Answering | None = None
        self._wanted: date | None = None
        self._ask: Ask | None = None
        self.control: Control | None = None
        self._build()

    def _build(self) -> None:
        self.stop = Button(say("one.stop"), "close")
        self._day = Label("", "note", "quiet")
        self.said = Said()
        self.progress = Label("", "body", "quiet")
        self.question = Label("", "number", wrap=True)
        self.hint = Label("", "body", "quiet", wrap=True)
        self._room = QWidget()
        self._place = QVBoxLayout(self._room)
        self.back = Button(say("one.back"), "previous")
        self.skip = Button(say("one.skip"), kind="quiet")
        self.next = Button(say("one.next"), "next", "primary", trailing=True)
        self._keys = Label(say("one.keys"), "note", "quiet", wrap=True)
        self.stop.clicked.connect(self.leave)
        self.back.clicked.connect(self.go_back)
        self.skip.clicked.connect(self.go_on)
        self.next.clicked.connect(self.go_on)
        self.said.answered.connect(self._on_answer)
        self.add_to_header(Label(say("one.page"), "strong"))
        self.add_to_header(self._day)
        self.header.addStretch()
        self.add_to_header(self.stop)
        self._place.setContentsMargins(0, 8, 0, 8)
        self._place.setAlignment(Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        for one in (self.back, self.skip):
            acts.addWidget(one)
        acts.addStretch(1)
        acts.addWidget(self.next)
        self.content.setSpacing(12)
        for widget in (self.said, self.progress, self.question, self.hint, self._room):
            self.add(widget)
        self.add(acts)
        self.add(self._keys)
        self.content.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Keep the buttons where they are from one question to the next."""
        super().restyle()
        if hasattr(self, "_room"):
            self._room.setMinimumHeight(self.theme.px(LEAST_TALL))

    # --- which day

    def begin(self, day: date | None = None) -> None:
        """Asks about a day, today unless one is named, from the first open question on."""
        self.said.clear()
        self.answering = None
        self._wanted = day
        self._show_asking(asking=False)
        if self.store.is_open:
            self._open()
            self.caught_up()
        else:
            self.question.setText(say("today.opening"))

    def _open(self) -> None:
        day = self._wanted or self.store.today()
        self._day.setText(say("one.day", day=day_words(day, "dddd d MMMM")))
        try:
            self.answering = Answering(self.store, day, self)
        except DiaryError as error:
            self.question.setText(error.what)
            self.said.tell(str(error), "problem")
            return
        asks, start = self.answering.due, self.answering.start
        first = next((one for one in asks if not one.is_answered(start)), None)
        if not asks:
            self.question.setText(say("one.no_questions"))
        else:
            key = "one.typed_on_today" if self.answering.has_draft else "one.all_answered"
            if first is None or self.answering.has_draft:
                self.said.tell(say(key), "info")
            else:
                self.said.clear()
            self._show(first or asks[0])

    # --- showing

    @property
    def ask(self) -> Ask | None:
        """The question in sight."""
        return self._ask

    def _show_asking(self, *, asking: bool) -> None:
        for widget in (self.progress, self.back, self.skip, self.next, self._room, self._keys):
            widget.setVisible(asking)
        if not asking:
            self._ask = None
            self._clear_control()
            self.hint.hide()

    def _clear_control(self) -> None:
        if self.control is not None:
            self._place.removeWidget(self.control)
            self.control.hide()
            self.control.deleteLater()
            self.control = None

    def _show(self, ask: Ask) -> None:
        answering = self.answering
        assert answering is not None  # only an open day shows a question
        self._show_asking(asking=True)
        self._clear_control()
        self._ask = ask
        answering.seen.add(ask.key)
        self.question.setText(self._question(ask))
        self.hint.setText(say("one.places_how") if ask.key == PLACES else "")
        self.hint.setVisible(ask.key == PLACES)
        self.control = self._control(ask)
        self.control.changed.connect(self._on_given)
        self._place.addWidget(self.control)
        self._listen(self.control)
        self._show_progress()
        self.control.show()
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(say("row.name", label=self.progress.text(), state=self.question.text()))

    def _question(self, ask: Ask) -> str:
        if ask.measure is None:
            return say(f"one.{ask.key}")
        return question_of(ask.measure) or say("one.own", name=name_of(ask.measure))

    def _show_progress(self) -> None:
        if self.answering is None or self._ask is None:
            return
        due = self.answering.due
        at = due.index(self._ask)
        self.progress.setText(say("one.progress", n=at + 1, of=len(due)))
        self.back.setEnabled(at > 0)
        self.next.set_words(say("one.finish" if at == len(due) - 1 else "one.next"))

    def _control(self, ask: Ask) -> Control:
        answering = self.answering
        assert answering is not None  # only an open day shows a question
        now = answering.sitting
        if ask.measure is not None:
            return MeasureControl(ask.measure, now.texts.get(ask.key, now.values.get(ask.key)))
        if ask.key == PLACES:
            given = {one.uid: one for one in now.places}
            places = [(given.get(place.uid, place), name) for place, name in answering.last_places]
            return PlacesControl(places, say("one.nothing"), chosen=now.nothing_hurts)
        name = AnswerList(ask.key)
        options = [(key, say(f"one.{name}.{key}")) for key in CHOICES[name]]
        answer = now.answers.get(name)
        return ListControl(self._question(ask), options, None if answer is None else str(answer))

    # --- answering

    @Slot(object)
    def _on_given(self, value: Any) -> None:
        answering, ask = self.answering, self._ask
        if answering is None or ask is None:
            return
        answering.give(ask, self._change(ask, value, answering))
        self._show_progress()

    def _change(self, ask: Ask, value: Any, answering: Answering) -> Change | None:
        """The answer as a change of the form; None where it is taken back and none stood before."""
        if ask.key == PLACES:
            numbers, nothing = value
            given = [(place, number) for place, number in numbers if number is not None]
            return with_places(given, nothing=nothing) if given or nothing else None
        if value is None and not ask.is_answered(answering.start):
            return None
        if ask.measure is not None:
            return with_measure(ask.measure, value, answering.measures)
        return with_list(AnswerList(ask.key), None if value is None else Answered(value))

    # --- walking

    @Slot()
    def go_on(self) -> None:
        """The next question; after the last, saves and leaves."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """The question before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.answering is None or self._ask is None:
            return
        due = self.answering.due
        at = due.index(self._ask) + by
        if at >= len(due):
            self.leave()
        elif at >= 0:
            self._show(due[at])

    @Slot()
    def leave(self) -> None:
        """Saves what was answered, says so and goes back."""
        if self.answering is None:
            self.done.emit()
            return
        try:
            n = self.answering.save()
        except ConflictError:
            choices = [("mine", say("one.mine")), ("other", say("one.other"))]
            self.said.ask(say("one.conflict"), choices, "info")
            return
        except DiaryError as error:
            self.said.tell(str(error), "problem")
            return
        words = self._left_words(self.answering, n)
        self.answering = None
        self._show_asking(asking=False)
        self.announce(words)
        self.told.emit(words)
        self.done.emit()

    def _left_words(self, answering: Answering, n: int) -> str:
        """What leaving says: how many answers were saved here, and what else stands."""
        if n:
            return say_n("one.saved_beside" if answering.has_draft else "one.saved_stop", n)
        if answering.has_draft:
            return say("one.typed_waits")
        return say("one.nothing_said" if answering.saved.is_empty else "one.nothing_new")

    @Slot(str)
    def _on_answer(self, key: str) -> None:
        self.said.clear()
        if key in ("mine", "other") and self.answering is not None:
            self.answering.take_over(mine=key == "mine")
            self.leave()

    # --- keys

    def _listen(self, control: QWidget) -> None:
        for one in (control, *control.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Backspace back, digits answer before the control takes them; closing saves."""
        if event.type() == QEvent.Type.Close and watched is self.window():
            self._save_quietly()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._took(watched, event)
        return super().eventFilter(watched, event)

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            return True
        editing = isinstance(watched, QLineEdit) and bool(watched.text())
        if self._walks(event, editing=editing):
            return True
        typed = event.text()
        digit = plain and typed.isascii() and typed.isdigit()
        return digit and self.control is not None and self.control.type_digit(int(typed))

    def _walks(self, event: QKeyEvent, *, editing: bool = False) -> bool:
        """Goes back or leaves where the key says so."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not modifiers:
            self.leave()
            return True
        alt_left = event.key() == Qt.Key.Key_Left and modifiers == Qt.KeyboardModifier.AltModifier
        if alt_left or (event.key() == Qt.Key.Key_Backspace and not modifiers and not editing):
            self.go_back()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from the buttons."""
        if not self._walks(event):
            super().keyPressEvent(event)

    # --- following the diary

    def _refresh(self) -> None:
        if self.answering is None or not self.answering.answers:
            at = self._ask
            self._open()
            due = () if self.answering is None else self.answering.due
            same = next((one for one in due if at is not None and one.key == at.key), None)
            if same is not None:
                self._show(same)

    def showEvent(self, event: QShowEvent) -> None:
        """Hears from now on when the window is closed."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving by another way saves as well."""
        super().hideEvent(event)
        if not event.spontaneous() and self._save_quietly():
            self.answering = None

    def _save_quietly(self) -> bool:
        """Saves without a word, and whether it could: what cannot be saved waits as the draft of Today."""
        if self.answering is None or not self.store.is_open:
            return False
        try:
            self.answering.save()
        except DiaryError:
            return False
        return True
