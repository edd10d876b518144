"""What Treatments shows: the rows worked out once, and the view of one period with words for each day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.insight.as_needed import DAYS_LATER, AsNeeded, Known, UseSum, as_needed
from diary.insight.doses import Course, courses
from diary.insight.held import Held
from diary.insight.relief import ReliefNumbers, TakenDose, relief
from diary.insight.series import MEMORY
from diary.insight.treatments import Lists, in_order, lists
from diary.models.codes import Lateness
from diary.ui.trends.view import row_words
from diary.wording import say, say_n
from diary.wording.treatment_words import (
    date_words,
    lane_words,
    listed,
    mg_words,
    procedure_words,
    regular_names,
    rough_words,
    seldom_words,
    session_words,
    step_words,
)

if TYPE_CHECKING:
    from diary.charts.treatment_picture import TreatmentPicture
    from diary.insight.worst import DayWorst
    from diary.models.care import Procedure, Session
    from diary.models.views import ValueRow
    from diary.storage.treatment_queries import TreatmentRows
    from diary.ui.trends.spans import Span

BEFORE = 366
"""Days before all else from which a procedure still belongs to the period of all; older ones are listed."""

FOUR_WEEKS = 28
"""Days of which doses and sessions are told in words."""

AVERAGE, NOW = "pain_average", "pain_now"


class HeldTreatments:
    """The rows of all treatments, worked out once; make a new one when the diary changes."""

    def __init__(self, rows: TreatmentRows, today: date) -> None:
        self.rows = rows
        self.today = today.toordinal()
        self.pain = Held(rows.period)
        self.treatments = in_order(rows.treatments)
        self.courses = courses(self.treatments, rows.steps, self.today)
        self.lists: Lists = lists(self.treatments, rows.steps, rows.side_effects, today)
        self.used = {late: self._used(with_memory=late) for late in (False, True)}
        self.worst: dict[int, DayWorst] = {
            one.day: one for one in self.pain.numbers(rows.period.since, self.today, ()).worst.days
        }

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show but pain."""
        rows = self.rows
        shelves: tuple[Sequence[object], ...] = (
            *(rows.treatments, rows.sessions, rows.procedures),
            *(rows.tried, rows.intolerances, rows.implants),
        )
        return not any(shelves)

    @property
    def first(self) -> int:
        """The first day (ordinal) of the period of all: of entries, doses, sessions, procedures."""
        rows = self.rows
        days = [rows.period.first or self.today]
        days += [one.day for one in rows.doses[:1]]
        days += [one.day.toordinal() for one in rows.sessions]
        begins = min(days)
        done = [one.when.first.toordinal() for one in rows.procedures if one.when.is_exact]
        return min([begins, *(day for day in done if day >= begins - BEFORE)])

    def four_weeks(self, *, with_memory: bool = False) -> tuple[UseSum, int]:
        """As-needed doses, and how many sessions, of the 28 days that end today."""
        since = self.today - FOUR_WEEKS + 1
        classes = self.rows.session_classes
        sessions = [
            one
            for one in self.rows.sessions
            if since <= one.day.toordinal() <= self.today
            and (with_memory or classes.get(one.uid, (Lateness.SAME_DAY, False))[0] is not Lateness.MEMORY)
        ]
        return self.used[with_memory].between(since, self.today), len(sessions)

    def relief(self, span: Span) -> dict[str, ReliefNumbers]:
        """Pain around the doses of a period, by treatment."""
        doses = [
            TakenDose(uid=one.uid, treatment=one.treatment, day=one.day, lateness=one.lateness)
            for one in self.rows.doses
            if span.since <= one.day <= span.until and one.amount != 0
        ]
        return relief(doses, self.rows.reliefs)

    def _used(self, *, with_memory: bool) -> AsNeeded:
        answers = self.rows.period.answers
        return as_needed(self.treatments, self.rows.doses, answers, self.today, with_memory=with_memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One period: its picture, and what each day holds."""

    picture: TreatmentPicture
    courses: tuple[Course, ...]
    used: AsNeeded
    pain: Mapping[int, ValueRow]
    done: Mapping[int, tuple[str, ...]]

    @property
    def names(self) -> dict[str, str]:
        """The names of the regular treatments by uid."""
        return regular_names(one.treatment for one in self.courses)

    @property
    def as_needed(self) -> tuple[tuple[str, str], ...]:
        """The as-needed medicines with doses in the period: uid and name."""
        days = (self.picture.since, self.picture.until)
        taken = {uid for uid, day in (*self.used.in_time, *self.used.late) if days[0] <= day <= days[1]}
        return tuple((one.uid, lane_words(one)) for one in self.used.treatments if one.uid in taken)


def make_view(held: HeldTreatments, span: Span) -> View:
    """The view of these days; imports matplotlib's half of the house, so ask for it off the first paint."""
    from diary.charts.treatment_picture import treatment_picture

    numbers = held.pain.numbers(span.since, span.until, (AVERAGE, NOW))
    pain = numbers.measures.get(AVERAGE) or numbers.measures.get(NOW)
    classes = held.rows.session_classes
    sessions = [(one, classes.get(one.uid, (Lateness.SAME_DAY, False))[0]) for one in held.rows.sessions]
    shown = tuple(one for one in held.courses if one.between(span.since, span.until))
    return View(
        picture=treatment_picture(
            shown,
            held.used[False],
            held.rows.procedures,
            sessions,
            pain,
            numbers.completeness.gaps,
            span.since,
            span.until,
        ),
        courses=shown,
        used=held.used[False],
        pain={} if pain is None else {row.day: row for row in pain.series.values},
        done=_done(held.rows.procedures, sessions, span),
    )


def _done(
    procedures: Sequence[Procedure], sessions: Sequence[tuple[Session, Lateness]], span: Span
) -> dict[int, tuple[str, ...]]:
    """Procedures and sessions in words, by day."""
    found: dict[int, tuple[str, ...]] = {}
    told = [(one.when.first.toordinal(), procedure_words(one), one.when) for one in procedures]
    said = [
        (day, words if when.is_exact else say("treatments.procedure_day", day=words, by=rough_words(when)))
        for day, words, when in told
    ]
    said += [
        (
            one.day.toordinal(),
            _marked(session_words(one), late),
        )
        for one, late in sessions
    ]
    for day, words in said:
        if span.since <= day <= span.until:
            found[day] = (*found.get(day, ()), words)
    return found


def _marked(words: str, late: Lateness) -> str:
    """Words of something done, marked where it was noted later."""
    if late is Lateness.MEMORY:
        return say("treatments.cell_late", value=words)
    return say("treatments.cell.later", words=words) if late in DAYS_LATER else words


def day_words(view: View, day: int) -> list[str]:
    """What is told of one day: doses a day, as-needed doses, procedures and sessions, pain."""
    names = view.names
    said = [words for one in view.courses if (words := course_words(one, names[one.treatment.uid], day))]
    for uid, name in view.as_needed:
        cell = view.used.doses_on(uid, day)
        if cell.known is Known.DOSES:
            key = "treatments.told.doses_late" if cell.memory else "treatments.told.doses"
            words = say_n(key, cell.doses, name=name)
            said.append(say("treatments.cell.later", words=words) if cell.later else words)
    said += view.done.get(day, ())
    row = view.pain.get(day)
    if row is not None and row.value is not None:
        said.append(say("treatments.told.pain", value=row_words(row, None)))
        said += [say("treatments.told.late")] if row.lateness == MEMORY else []
        said += [say("treatments.told.later")] if row.lateness in DAYS_LATER else []
    return said


def course_words(one: Course, name: str, day: int) -> str:
    """A medicine's dose on a day: "Pregabalin 300 mg a day"; empty where it was not taken then."""
    stretch = one.on(day)
    if stretch is None:
        return ""
    if stretch.mg is None or stretch.mg == 0 or seldom_words(stretch.step):
        step = stretch.step
        words = say("treatments.no_dose") if step is None else step_words(step, one.treatment)
        return say("treatments.told.step", name=name, step=words)
    key = "treatments.told.about" if stretch.about_start else "treatments.told.mg"
    return say(key, name=name, mg=mg_words(stretch.mg))


def weeks_words(used: UseSum, sessions: int, *, with_doses: bool = True) -> str:
    """The last four weeks in words: doses with their n and N, and sessions; empty where nothing is noted."""
    told = [say_n("treatments.weeks.sessions", sessions)] if sessions else []
    if with_doses and used.answered:
        days = say_n("treatments.sheet_days", used.days)
        told.insert(0, say_n("treatments.weeks.doses", used.doses, days=days, answered=used.answered))
    return say("treatments.weeks", told=listed(told, "treatments.notes")) if told else ""


def summary_words(view: View) -> str:
    """The picture as one spoken text: the days, each medicine's steps, doses, procedures and sessions."""
    picture = view.picture
    since, until = (date_words(date.fromordinal(day)) for day in (picture.since, picture.until))
    said = [say("treatments.summary", since=since, until=until)]
    for one in view.courses:
        name = view.names[one.treatment.uid]
        steps = [
            course_words(one, name, max(stretch.since, picture.since))
            if stretch.step is None
            else say(
                "treatments.summary.since",
                dose=course_words(one, name, max(stretch.since, picture.since)),
                since=rough_words(stretch.step.since),
            )
            for stretch in one.between(picture.since, picture.until)
        ]
        said.append(listed(steps))
    for uid, name in view.as_needed:
        days = range(picture.since, picture.until + 1)
        said.append(
            say_n(
                "treatments.summary.doses",
                sum(view.used.in_time.get((uid, day), 0) for day in days),
                name=name,
            )
        )
    done = [
        say("treatments.told.step", name=words, step=date_words(date.fromordinal(day)))
        for day, found in sorted(view.done.items())
        for words in found
    ]
    return listed([*said, *done], "treatments.sentences")
