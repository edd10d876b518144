"""What is taken now, what is to come and what was stopped, each with the acts it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from diary.models.codes import Noun, Use
from diary.models.rough import Rough
from diary.ui.parts.card import Card
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label, Painted
from diary.wording import say, say_n
from diary.wording.treatment_words import (
    coming_words,
    date_words,
    ending_words,
    full_words,
    listed,
    own_words,
    rough_words,
    seldom_words,
    step_words,
    stop_words,
    taken_words,
)

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from diary.insight.treatments import Listed, Lists

LEAST_ROWS = 3
"""Rows that the list always has room for; the others scroll."""

ROW = 72


class NowRow(Painted):
    """One treatment in three lines, and "…" with what can be done about it."""

    record_requested = Signal(object, str, object)

    def __init__(self, one: Listed, today: date, *, stopped: bool = False) -> None:
        super().__init__()
        self.listed = one
        self._today = today
        self._stopped = stopped
        name = full_words(one.treatment)
        coming = coming_words(one.treatment, one.step, one.coming, today)
        note = _stop_note(one) if stopped else "" if coming else _note(one)
        self.name = Label(name, "strong", wrap=True)
        seldom = "" if stopped else seldom_words(one.coming if coming else one.step)
        dose = coming or taken_words(one.treatment, one.step)
        self.dose = Label(dose, "strong" if seldom else "body", wrap=True)
        self.note = Label(note, "note", "quiet", wrap=True)
        if not note:
            self.note.hide()
        self.more = IconButton("more", say("treatments.acts", name=name))
        self.more.clicked.connect(self._on_more)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for label in (self.name, self.dose, self.note):
            # Also names in other scripts begin where the lines under them do.
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, self.theme.px(5), 0, self.theme.px(5))
        row.setSpacing(4)
        row.addLayout(lines, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(listed([words for words in (name, dose, note) if words]))

    def menu(self) -> QMenu:
        """What can be done about this treatment."""
        menu = QMenu(self)
        uid = self.listed.treatment.uid
        wished: list[tuple[str, Noun, str, dict[str, object]]] = [
            ("treatments.act.side_effect", Noun.SIDE_EFFECT, "", {"treatment": uid}),
            ("treatments.act.edit", Noun.TREATMENT, uid, {}),
        ]
        if self.listed.treatment.use is Use.REGULAR:
            wished.insert(0, ("treatments.act.step", Noun.DOSE_STEP, "", {"treatment": uid}))
        if not self._stopped:
            stop = {"stopped": Rough.of(self._today)}
            wished.append(("treatments.act.stop", Noun.TREATMENT, uid, dict(stop)))
        for key, noun, about, preset in wished:
            action = menu.addAction(say(key))
            action.triggered.connect(partial(self._ask, noun, about, preset))
        return menu

    def _ask(self, noun: Noun, uid: str, preset: dict[str, object], _checked: bool = False) -> None:
        self.record_requested.emit(noun, uid, preset)

    @Slot()
    def _on_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)


def _note(one: Listed) -> str:
    """Since when, and the latest side effect: "since 14 Sept 2026; dizziness 3 of 10"."""
    since = one.since
    parts = [
        say("treatments.since_unknown")
        if since is None
        else say("treatments.since", since=rough_words(since))
    ]
    effect = one.side_effect
    if effect is None:
        parts.append(say("treatments.effects_none"))
    else:
        parts.append(
            say_n(
                "treatments.effect", one.n_side_effects, name=own_words(effect.name), severity=effect.severity
            )
        )
    if one.coming is not None:
        step = step_words(one.coming, one.treatment)
        parts.append(say("treatments.coming", since=rough_words(one.coming.since), step=step))
    parts += [ends] if (ends := ending_words(one.treatment)) else []
    return listed(parts, "treatments.notes")


def _stop_note(one: Listed) -> str:
    treatment = one.treatment
    if treatment.stopped is None:
        return ""
    when, why = rough_words(treatment.stopped), stop_words(treatment.stop_reasons, treatment.stop_words)
    return (
        say("treatments.stopped_why", when=when, why=why) if why else say("treatments.stopped_on", when=when)
    )


class _Rows(QScrollArea):
    """Rows that scroll: they ask for no more room than a few of them need."""

    def sizeHint(self) -> QSize:
        """The least height; what the card beside them has is given by the layout."""
        return QSize(300, self.minimumHeight())


class NowCard(Card):
    """The list of treatments; it scrolls within the card when there are many."""

    record_requested = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__(say("treatments.now"), title_role="title")
        self.as_of = Label("", "note", "quiet")
        self.header.addWidget(self.as_of)
        self.rows: list[NowRow] = []
        self.area = _Rows()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.area, 1)
        self.restyle()

    def restyle(self) -> None:
        """Keep room for a few rows at the text size."""
        super().restyle()
        if hasattr(self, "area"):
            self.area.setMinimumHeight(self.theme.px(LEAST_ROWS * ROW))

    def show_whole(self, whole: bool) -> None:
        """Show all rows without scrolling, where the card stands in a column of its own."""
        inside = self.area.widget()
        rows = 0 if inside is None or not whole else inside.sizeHint().height()
        self.area.setMinimumHeight(max(rows, self.theme.px(LEAST_ROWS * ROW)))

    def show_lists(self, lists: Lists, today: date) -> None:
        """Show the treatments as they are on a day; the keyboard and the place in the list stay."""
        held = next((row.listed.treatment.uid for row in self.rows if row.more.hasFocus()), None)
        place = self.area.verticalScrollBar().value()
        self.as_of.setText(say("treatments.as_of", day=date_words(today)))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.theme.px(4), 0)
        column.setSpacing(0)
        self.rows = []
        if not lists.now:
            column.addWidget(Label(say("treatments.now_none"), "body", "quiet", wrap=True))
        self._add_rows(column, lists.now, today)
        for title, found, stopped in (
            ("treatments.coming_title", lists.coming, False),
            ("treatments.stopped_title", lists.stopped, True),
        ):
            if found:
                heading = Label(say(title), "strong")
                heading.setContentsMargins(0, self.theme.px(12), 0, self.theme.px(4))
                column.addWidget(heading)
                self._add_rows(column, found, today, stopped=stopped)
        column.addStretch(1)
        inside.setProperty("holds_ring", True)
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.area.verticalScrollBar().setValue(place)
        for row in self.rows:
            if row.listed.treatment.uid == held:
                row.more.setFocus()

    def _add_rows(
        self, column: QVBoxLayout, found: tuple[Listed, ...], today: date, *, stopped: bool = False
    ) -> None:
        for one in found:
            row = NowRow(one, today, stopped=stopped)
            row.record_requested.connect(self.record_requested)
            column.addWidget(row)
            self.rows.append(row)
