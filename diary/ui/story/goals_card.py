"""Goals in the person's own words, and how far each is, week by week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.insight.story import GoalWeeks, goal_weeks, told_this_week
from diary.models.codes import Noun
from diary.models.records import Record, Replace
from diary.models.story import Attainment, Goal
from diary.store.store import Store
from diary.ui.forms.link import Link
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.questionnaires.line import LinePicture
from diary.ui.story.keeping import Keeping
from diary.ui.story.reading import Story
from diary.wording import say, say_n

LABEL = 128
"""Width of the row's label, px at 100 %."""


class GoalRow(QWidget):
    """One goal: its words, this week's number in one tap, and the line of the weeks before."""

    told = Signal(object)
    """The goal's own number of this week, None where it was taken back."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self.goal = goal
        self.this_week: Attainment | None = None
        self.name = Link(goal.text)
        self.facts = Label("", "note", "quiet", wrap=True)
        self.week = SeverityRow(
            say("story.this_week"),
            say("record.not_at_all"),
            say("record.fully"),
            "plain",
            label_width=LABEL,
        )
        self.line = LinePicture()
        self.weeks = Label("", "note", "quiet", wrap=True)
        self.week.changed.connect(self.told)
        under = QWidget()
        flow = FlowLayout(under, gap=12, line_gap=4)
        flow.addWidget(self.line)
        flow.addWidget(self.weeks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(self.week)
        column.addWidget(under)

    def show_goal(self, goal: Goal, story: Story) -> None:
        """Shows a goal and its weeks as they are now."""
        self.goal = goal
        self.name.set_words(goal.text)
        facts = goal_facts(goal, story)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        rows = [row for row in story.attainments if _of(row.record) == goal.uid]
        weeks = goal_weeks(rows, story.today, story.helped)
        told = [row.record for row in rows if isinstance(row.record, Attainment)]
        self.this_week = told_this_week(told, story.today, story.helped, story.writer)
        with QSignalBlocker(self.week):
            self.week.set_value(self.this_week.value if self.this_week is not None else None)
        self.week.setAccessibleDescription(goal.text)
        words = weeks_words(weeks, story.helpers)
        self.line.setVisible(weeks.n + weeks.late_n > 1)
        name = say("story.weeks_line", goal=goal.text, weeks=words)
        self.line.show_values(weeks.values, 0, 10, name, hollow=weeks.late_values)
        self.weeks.setText(words if weeks.n + weeks.late_n else say("story.no_weeks"))


def _of(record: Record) -> str:
    return record.goal if isinstance(record, Attainment) else ""


def weeks_words(weeks: GoalWeeks, helpers: Mapping[str, str]) -> str:
    """In how many weeks a goal was told, how many late notes are left out, and which weeks are a helper's."""
    said = [say_n("story.weeks", len(weeks.weeks), some=weeks.n)]
    if weeks.late_n:
        said.append(say_n("story.weeks_late", weeks.late_n))
    by = [(helpers.get(one, say("writer.unknown")), n) for one, n in weeks.helpers.items()]
    said += [say_n("story.weeks_by", n, name=name) for name, n in sorted(by)]
    return ", ".join(said)


def goal_facts(goal: Goal, story: Story) -> str:
    """With whom a goal was agreed, and when it is looked at again, as far as it was said."""
    facts = []
    if goal.agreed_with:
        facts.append(say("story.agreed", whom=goal.agreed_with))
    if goal.review is not None:
        key = "story.review" if goal.review >= story.today else "story.review_past"
        facts.append(say(key, day=day_words(goal.review, "d MMMM yyyy")))
    return " ".join(facts)


class GoalsCard(Card):
    """Goals that are open, and below them those reached or put aside."""

    record_requested = Signal(object, str, object)

    def __init__(self, store: Store, keeping: Keeping) -> None:
        super().__init__(say("story.goals"), spacing=4)
        self._store = store
        self._keeping = keeping
        self._story: Story | None = None
        self.rows: dict[str, GoalRow] = {}
        self.closed: list[Link] = []
        self.add_one = Button(say("story.add.goal"), "plus", "small")
        self.empty = Label(say("story.goals_empty"), "body", "quiet", wrap=True)
        self.past = Label(say("story.goals_past"), "note_strong")
        self.add_one.clicked.connect(self._on_add)
        self.header.addWidget(self.add_one)
        for widget in (self.empty, self.past):
            self.add(widget)

    def show_story(self, story: Story) -> None:
        """Shows the goals; a row that stays keeps the focus."""
        self._story = story
        live = [one for one in story.goals if one.closed is None]
        for uid in self.rows.keys() - {one.uid for one in live}:
            self._drop(self.rows.pop(uid))
        for at, goal in enumerate(live):
            if goal.uid not in self.rows:
                row = GoalRow(goal)
                row.name.clicked.connect(self._on_name)
                row.told.connect(self._on_told)
                self.rows[goal.uid] = row
                self.body.insertWidget(1 + at, row)
            self.rows[goal.uid].show_goal(goal, story)
        for button in self.closed:
            self._drop(button)
        self.closed = [self._closed_button(one) for one in story.goals if one.closed is not None]
        self.empty.setVisible(not live)
        self.past.setVisible(bool(self.closed))

    def _drop(self, widget: QWidget) -> None:
        self.body.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _closed_button(self, goal: Goal) -> Link:
        assert goal.closed is not None  # asked of closed goals only
        day = day_words(goal.closed, "d MMMM yyyy")
        button = Link(say("story.goal_closed", goal=goal.text, day=day))
        button.setObjectName(goal.uid)
        button.clicked.connect(self._on_closed)
        self.add(button)
        return button

    @Slot(object)
    def _on_told(self, value: int | None) -> None:
        row = self.sender()
        if not isinstance(row, GoalRow) or self._story is None:
            return
        before = row.this_week
        if value is None and before is not None:
            self._keeping.keep_all([Replace(before=before, after=None)], before)
        elif value is not None and before is not None:
            self._keeping.keep(before, replace(before, value=value))
        elif value is not None:
            uid, today = self._store.make_uid(), self._store.today()
            self._keeping.keep(None, Attainment(uid=uid, goal=row.goal.uid, day=today, value=value))

    @Slot()
    def _on_name(self) -> None:
        button = self.sender()
        row = button.parent() if isinstance(button, Button) else None
        if isinstance(row, GoalRow):
            self.record_requested.emit(Noun.GOAL, row.goal.uid, {})

    @Slot()
    def _on_closed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.record_requested.emit(Noun.GOAL, button.objectName(), {})

    @Slot()
    def _on_add(self) -> None:
        self.record_requested.emit(Noun.GOAL, "", {})
