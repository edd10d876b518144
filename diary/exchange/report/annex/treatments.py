"""Treatments: what is and was taken and why it was stopped, every dose step, doses, relief, side effects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import day_words, number_words, period_words
from diary.insight.as_needed import as_needed, days_of, months_back, sum_of
from diary.insight.doses import Course, Stretch, courses
from diary.insight.relief import MINUTES, TakenDose, relief
from diary.insight.treatments import in_order, lists
from diary.models.codes import Use
from diary.wording import say, say_n
from diary.wording.treatment_words import (
    coming_words,
    ending_words,
    full_words,
    lane_words,
    listed,
    mg_words,
    own_words,
    procedure_words,
    rough_words,
    session_words,
    step_words,
    stop_words,
    taken_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.as_needed import UseSum
    from diary.insight.relief import ReliefAt, ReliefNumbers
    from diary.insight.treatments import Listed
    from diary.models.care import SideEffect, Treatment
    from diary.storage.reading import Reader

MOST_ROWS = 60
"""So many rows of one table are printed; of the rest only how many there are."""

MOST_MONTHS = 6
"""So many months of doses as needed stand beside each other, the newest to the right."""


def read(reader: Reader, asked: Asked) -> None:  # the rows have all of it
    """Nothing: all treatments stand in the rows of the report."""


def part(rows: ReportRows, asked: Asked, found: None) -> tuple[AnnexPart | None, Drawings]:  # noqa: ARG001
    """The tables that have a row; None where there is none."""
    blocks: list[Block] = []
    for table, kept in (
        (_treatments(rows, asked), say("care.treatments_about", day=day_words(asked.until))),
        (_titration(rows, asked), say("care.titration_about")),
        (_as_needed(rows, asked), say("care.as_needed_about")),
        (_relief(rows), say("treatments.relief_caveat")),
        (_side_effects(rows), ""),
        (_procedures(rows, asked), ""),
        (_sessions(rows, asked), ""),
    ):
        blocks += _block(table, kept)
    if not blocks:
        return None, {}
    return AnnexPart(code=Annex.TREATMENTS, title=say("care.treatments"), blocks=tuple(blocks)), {}


def _block(table: Table | None, note: str) -> Iterator[Block]:
    """A table cut to its most rows, how many are left out, and what is said of it."""
    from dataclasses import replace

    if table is None or not table.rows:
        return
    yield replace(table, rows=table.rows[:MOST_ROWS])
    if len(table.rows) > MOST_ROWS:
        yield Paragraph(words=say_n("care.more_rows", len(table.rows) - MOST_ROWS), small=True)
    if note:
        yield Paragraph(words=note, small=True)


def _head(*names: str) -> tuple[str, ...]:
    return tuple(say(f"care.head.{one}") for one in names)


def _none() -> str:
    return say("care.no_answer")


def _treatments(rows: ReportRows, asked: Asked) -> Table:
    """What is taken at the end of the report, then what is to come, then what was stopped."""
    found = lists(in_order(rows.wide.treatments), rows.wide.steps, (), asked.until)
    return Table(
        caption=say("care.treatments_list"),
        header=_head("treatment", "dose", "since", "why", "stopped"),
        rows=tuple(_treatment(one, asked.until) for one in (*found.now, *found.coming, *found.stopped)),
        widths=(0.24, 0.25, 0.19, 0.16, 0.16),
    )


def _treatment(one: Listed, day: date) -> tuple[str, ...]:
    treatment, step = one.treatment, one.step
    coming = coming_words(treatment, step, one.coming, day)
    dose = coming or taken_words(treatment, step)
    if not coming and one.coming is not None:
        words = step_words(one.coming, treatment)
        dose = listed(
            [dose, say("treatments.coming", since=rough_words(one.coming.since), step=words)],
            "treatments.notes",
        )
    return (
        full_words(treatment),
        dose,
        _since(one),
        own_words(treatment.why),
        _stop(treatment, day),
    )


def _since(one: Listed) -> str:
    """Since when the dose is taken, and where that is another day, when the treatment began."""
    if one.since is None:
        return ""
    since, started = rough_words(one.since), one.treatment.started
    if started is None or started == one.since:
        return since
    return say("care.since_started", since=since, started=rough_words(started))


def _stop(treatment: Treatment, day: date) -> str:
    """When and why it was stopped; "" where no stop is noted."""
    if treatment.stopped is None:
        return ""
    if treatment.stopped.last >= day:
        return ending_words(treatment)
    when, why = rough_words(treatment.stopped), stop_words(treatment.stop_reasons, treatment.stop_words)
    return say("care.stopped_why", when=when, why=why) if why else when


def _titration(rows: ReportRows, asked: Asked) -> Table:
    """Every dose step of the report's days by date, then those that ended."""
    first, last = asked.since.toordinal(), asked.until.toordinal()
    lines: list[tuple[int, tuple[str, ...]]] = []
    for course in courses(in_order(rows.wide.treatments), rows.wide.steps, last):
        name = own_words(course.treatment.name)
        for at, stretch in enumerate(course.stretches):
            if first <= stretch.since <= last and stretch.step is not None:
                before = _dose(course, course.stretches[at - 1]) if at else _none()
                day, reason = rough_words(stretch.step.since), stretch.step.reason.strip()
                lines.append((stretch.since, (day, name, before, _dose(course, stretch), reason)))
        stopped = course.treatment.stopped
        if (
            course.stretches
            and stopped is not None
            and asked.since <= stopped.first <= stopped.last <= asked.until
        ):
            why = stop_words(course.treatment.stop_reasons, course.treatment.stop_words)
            before = _dose(course, course.stretches[-1])
            line = (rough_words(stopped), name, before, say("care.stopped"), why)
            lines.append((stopped.first.toordinal(), line))
    return Table(
        caption=say("care.titration"),
        header=_head("date", "treatment", "before", "after", "reason"),
        rows=tuple(line for _, line in sorted(lines, key=lambda one: one[0])),
        widths=(0.15, 0.22, 0.17, 0.17, 0.29),
    )


def _dose(course: Course, stretch: Stretch) -> str:
    """Milligrams a day, or what was planned where its units do not tell them."""
    if stretch.mg is not None:
        return say("care.mg_a_day", mg=mg_words(stretch.mg))
    return _none() if stretch.step is None else step_words(stretch.step, course.treatment)


def _as_needed(rows: ReportRows, asked: Asked) -> Table:
    """Doses as needed by medicine, a column for each of the newest months, and all of the period."""
    taken = [one for one in rows.wide.treatments if one.use is Use.AS_NEEDED]
    found = as_needed(in_order(taken), rows.doses, rows.period.answers, asked.today.toordinal())
    since, until = asked.since.toordinal(), min(asked.until, asked.today).toordinal()
    whole = [days_of(one) for one in months_back(asked.until, MOST_MONTHS)]
    months = [(max(since, one[0]), min(until, one[-1])) for one in whole if one[-1] >= since]
    spans = months if months == [(since, until)] else [*months, (since, until)]
    names = [_month(first, last) for first, last in months]
    lines = []
    for one in found.treatments:
        sums = [sum_of(found.by_day(one, first, last)) for first, last in spans]
        if any(told.answered or told.doses for told in sums):
            lines.append((lane_words(one), *map(_use, sums)))
    return Table(
        caption=say("care.as_needed"),
        header=(*_head("treatment"), *names, *([] if len(spans) == len(months) else _head("in_all"))),
        rows=tuple(lines),
        numeric=tuple(range(1, 1 + len(spans))),
    )


def _month(first: int, last: int) -> str:
    """A month, or the days of it that belong to the report."""
    since, until = date.fromordinal(first), date.fromordinal(last)
    if len(days_of(since)) == last - first + 1:
        return say("treatments.month", month=say(f"month.short.{since.month}"), year=since.year)
    return period_words(since, until)


def _use(told: UseSum) -> str:
    """Doses, the days with any, and the days that were answered; a dash where none was."""
    if not told.answered and not told.doses:
        return _none()
    return say("care.use", doses=told.doses, days=told.days, answered=told.answered)


def _relief(rows: ReportRows) -> Table:
    """Pain before and after doses by medicine: median, and of how many."""
    doses = [
        TakenDose(uid=one.uid, treatment=one.treatment, day=one.day, lateness=one.lateness)
        for one in rows.doses
        if one.amount != 0
    ]
    numbers = relief(doses, rows.reliefs)
    named = [one for one in in_order(rows.wide.treatments) if one.uid in numbers and numbers[one.uid].n]
    times = [
        say("treatments.relief_before"),
        *(say("treatments.relief_min", minutes=one) for one in MINUTES[1:]),
    ]
    return Table(
        caption=say("care.relief"),
        header=(*_head("treatment", "with_answers"), *times),
        rows=tuple(_relief_row(one, numbers[one.uid]) for one in named),
        numeric=tuple(range(1, 2 + len(MINUTES))),
    )


def _relief_row(treatment: Treatment, found: ReliefNumbers) -> tuple[str, ...]:
    answered = say("care.n_of", some=found.n, n=found.taken)
    return (lane_words(treatment), answered, *map(_median, found.times))


def _median(at: ReliefAt) -> str:
    return _none() if at.median is None else say("care.median", median=number_words(at.median), n=at.n)


def _side_effects(rows: ReportRows) -> Table:
    """Side effects by treatment: days, highest severity, last day; the most days first."""
    groups: dict[tuple[str, str], list[SideEffect]] = {}
    for one in rows.side_effects:
        groups.setdefault((one.treatment or "", one.name.strip().casefold()), []).append(one)
    named = {one.uid: own_words(one.name) for one in rows.wide.treatments}
    ordered = sorted(groups.items(), key=lambda item: (-_days(item[1]), item[0]))
    return Table(
        caption=say("care.side_effects"),
        header=_head("side_effect", "connected", "days", "highest", "last"),
        rows=tuple(
            (
                own_words(many[-1].name),
                named.get(uid, say("care.not_connected")),
                str(_days(many)),
                str(max(one.severity for one in many)),
                day_words(max(one.day for one in many)),
            )
            for (uid, _), many in ordered
        ),
        numeric=(2, 3),
    )


def _days(many: Iterable[SideEffect]) -> int:
    return len({one.day for one in many})


def _procedures(rows: ReportRows, asked: Asked) -> Table:
    """Every procedure up to the report's end, the newest first."""
    done = [one for one in rows.wide.procedures if one.when.first <= asked.until]
    done.sort(key=lambda one: (one.when.first, one.uid), reverse=True)
    return Table(
        caption=say("care.procedures"),
        header=_head("date", "procedure", "by", "settings"),
        rows=tuple(
            (rough_words(one.when), procedure_words(one), one.by.strip(), one.settings.strip())
            for one in done
        ),
    )


def _sessions(rows: ReportRows, asked: Asked) -> Table:
    """Sessions of therapy in the report's days by kind: how many, from when to when."""
    from dataclasses import replace

    groups: dict[str, list[date]] = {}
    for one in sorted(rows.wide.sessions, key=lambda one: one.day):
        if asked.since <= one.day <= asked.until:
            groups.setdefault(session_words(replace(one, minutes=None)), []).append(one.day)
    return Table(
        caption=say("care.sessions"),
        header=_head("session", "count", "from_to"),
        rows=tuple(
            (name, str(len(days)), period_words(days[0], days[-1])) for name, days in sorted(groups.items())
        ),
        numeric=(1,),
    )
