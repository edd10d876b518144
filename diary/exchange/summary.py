"""What a diary holds: the numbers behind Trends and Report, and every noun, as values and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from diary.exchange.report.gather import DEFAULT_DAYS, period_of
from diary.exchange.summary_findings import findings
from diary.exchange.summary_sentences import finding_lines
from diary.insight.as_needed import UseSum, as_needed
from diary.insight.findings.analysis import Analysis, analyse
from diary.insight.period import PeriodNumbers, period_summary, summarise
from diary.insight.treatments import Listed, lists
from diary.models.care import SideEffect, Treatment
from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import Measure
from diary.models.story import Consult, Question
from diary.storage.diary import Diary
from diary.storage.finding_queries import finding_rows
from diary.storage.life_queries import all_of, doses_between
from diary.storage.period_queries import period, places_of
from diary.storage.reading import Reader
from diary.storage.treatment_queries import steps_as_written
from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.treatment_words import date_words, full_words, number, taken_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What is there of every noun, and how treatment, visits and questions stand on `today`."""

    counts: dict[str, int]
    now: tuple[Listed, ...]
    next_consult: Consult | None
    open_questions: tuple[Question, ...]
    as_needed: UseSum


def summary(diary: Diary, since: date | None, until: date | None) -> dict[str, object]:
    """Per measure n, N, mean, least, most and the daily values; what the record holds; all findings.

    docs/summary.md tells every field. Nothing is written: no link counts as seen by being asked for here.
    """
    numbers, held = _numbers(diary, since, until)
    told, _ = _analysis(diary, numbers)
    return {**period_summary(numbers), "record": _plain(held), "findings": findings(told)}


def summary_words(diary: Diary, since: date | None, until: date | None) -> list[str]:
    """The same in lines of plain words: what is there, what was found, what is taken, the next visit."""
    numbers, held = _numbers(diary, since, until)
    told, measures = _analysis(diary, numbers)
    first, last = (date_words(date.fromordinal(day)) for day in (numbers.since, numbers.until))
    return [
        say("exchange.from_to", first=first, last=last),
        *_number_lines(numbers),
        *finding_lines(told, measures),
        *_held_lines(held),
    ]


def _analysis(diary: Diary, numbers: PeriodNumbers) -> tuple[Analysis, Mapping[str, Measure]]:
    """Every finding with the days of `numbers` shown; and the measures, for their names."""
    rows = diary.ask(finding_rows, today=date.fromordinal(numbers.today))
    return analyse(rows, numbers.since, numbers.until), rows.period.measures


def _numbers(diary: Diary, since: date | None, until: date | None) -> tuple[PeriodNumbers, Holding]:
    today = diary.today()
    if since is None:  # a visit begins the days of a report, not those of a summary
        since = min(until or today, today) - timedelta(days=DEFAULT_DAYS - 1)
    first, last = period_of(diary, since, until)
    return summarise(diary.ask(period, first, last, today)), diary.ask(holding, first, last, today)


def holding(reader: Reader, since: date, until: date, today: date) -> Holding:
    """What is there of every noun, for `Diary.ask`; days of as-needed doses from `since` to `until`."""
    counts = {SECTION_OF[noun]: len(all_of(reader, kind)) for noun, kind in PLAIN.items()}
    treatments, steps = all_of(reader, Treatment), steps_as_written(reader)
    visits = sorted((one for one in all_of(reader, Consult) if one.day >= today), key=lambda one: one.day)
    questions = (one for one in all_of(reader, Question) if not one.done)
    (_, answers), doses = places_of(reader, since, until), doses_between(reader, since, until)
    return Holding(
        counts=counts,
        now=lists(treatments, steps, all_of(reader, SideEffect), today).now,
        next_consult=visits[0] if visits else None,
        open_questions=tuple(sorted(questions, key=lambda one: (one.position, one.uid))),
        as_needed=as_needed(treatments, doses, answers, today.toordinal()).between(
            since.toordinal(), until.toordinal()
        ),
    )


def _plain(held: Holding) -> dict[str, object]:
    visit = held.next_consult
    return {
        "counts": held.counts,
        "treatments_now": [
            {"name": one.treatment.name, "taken": taken_words(one.treatment, one.step)} for one in held.now
        ],
        "next_consult": None if visit is None else {"day": str(visit.day), "clinician": visit.clinician},
        "open_questions": [one.text for one in held.open_questions],
        "as_needed": {
            "doses": held.as_needed.doses,
            "n": held.as_needed.days,
            "N": held.as_needed.answered,
            "unsaid": held.as_needed.unsaid,
        },
    }


def _number_lines(numbers: PeriodNumbers) -> Iterator[str]:
    complete = numbers.completeness
    yield say_n("exchange.days_with", complete.with_day, N=complete.days)
    for code in ("pain_average", "pain_worst", "sleep_min"):
        told = numbers.measures[code].summary if code in numbers.measures else None
        if told is not None and told.mean is not None:
            name, mean = measure_words(code, {}), number(round(told.mean, 1))
            key = "exchange.mean_min" if code == "sleep_min" else "exchange.mean"
            yield say(key, name=name, mean=mean, n=told.n, N=told.days)


def _held_lines(held: Holding) -> Iterator[str]:
    counted = [say_n(f"exchange.held.{name}", n) for name, n in held.counts.items() if n]
    yield from counted or [say("exchange.held.nothing")]
    used = held.as_needed
    if used.answered:
        days = say_n("treatments.sheet_days", used.days)
        yield say_n("exchange.as_needed", used.doses, days=days, N=used.answered)
    if used.unsaid:
        yield say_n("exchange.as_needed_unsaid", used.unsaid)
    for one in held.now:
        taken = taken_words(one.treatment, one.step)
        yield say("exchange.taken", name=full_words(one.treatment), taken=taken)
    visit = held.next_consult
    if visit is not None:
        key = "exchange.next_visit_to" if visit.clinician else "exchange.next_visit"
        yield say(key, day=date_words(visit.day), clinician=visit.clinician)
    for question in held.open_questions:
        yield say("exchange.question", text=question.text)
