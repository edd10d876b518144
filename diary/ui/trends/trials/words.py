"""A trial in sentences and rows: where it stands, and at the end what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from diary.charts.effect_words import (
    happening_words,
    mean_words,
    p_words,
    period_words,
    signed_words,
    size_words,
    when_words,
)
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.how_known import Known
from diary.ui.trends.view import listed
from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.treatment_words import own_words

if TYPE_CHECKING:
    from diary.insight.findings.effects import TreatmentEffect
    from diary.insight.findings.trials import TrialFinding
    from diary.insight.statistics.blocks import Block
    from diary.models.inquiry import Trial
    from diary.models.records import Measure

Measures = Mapping[str, "Measure"]


MOST_SIDE = 60
"""So many letters of A and B stand in a list or a table; all of them in the sentences."""


def last_day(trial: Trial) -> date:
    """The last day of a trial: as planned, or earlier where it was stopped."""
    planned = trial.start + timedelta(days=2 * len(trial.order) * trial.block_days - 1)
    return min(planned, trial.stopped) if trial.stopped is not None else planned


def at_once(trials: Iterable[Trial], since: date, until: date) -> list[Trial]:
    """The trials that share days with these."""
    return [one for one in trials if one.start <= until and last_day(one) >= since]


def short_words(words: str) -> str:
    """Own words for a list, their end left out where they are long."""
    plain = words.strip()
    return own_words(plain if len(plain) <= MOST_SIDE else say("trial.cut", words=plain[:MOST_SIDE].rstrip()))


def date_words(day: int) -> str:
    """A day as "14 September 2026"."""
    return day_words(date.fromordinal(day), "d MMMM yyyy")


def side_words(trial: Trial, letter: str) -> str:
    """What A or B is, in the person's words."""
    return own_words(trial.a if letter == "A" else trial.b)


def row_words(found: TrialFinding) -> tuple[str, str]:
    """Its name, and where it stands."""
    trial, result = found.trial, found.result
    key = "stopped" if result.stopped_early else result.standing.value
    day = date_words(found.blocks[0].since if key == "not_started" else result.ends)
    standing = say(f"trial.standing.{key}", day=day)
    return trial.name, say("trial.row", a=short_words(trial.a), b=short_words(trial.b), standing=standing)


def sentences(
    found: TrialFinding,
    measures: Measures,
    today: int,
    answers: tuple[int, int],
    beside: Sequence[str] = (),
) -> list[str]:
    """All that is said of a trial.

    `answers` are the counted days with a value so far, and all so far; `beside` names what else ran or
    changed in its days.
    """
    trial = found.trial
    said = {
        "not_started": _before,
        "running": _running,
        "too_few": _too_few,
        "done": _done,
    }[found.result.standing.value](found, measures, today, answers)
    sides = say("trial.a_is", a=own_words(trial.a), b=own_words(trial.b))
    said.insert(1 if found.result.pairs or found.result.stopped_early else len(said), sides)
    if beside:
        said += [say("trial.beside", others=listed(beside)), say("effect.other_apart")]
    measure = measure_words(trial.outcome, measures)
    if trial.planned_with:
        said.append(say("trial.of", measure=measure, who=own_words(trial.planned_with)))
    else:
        said.append(say("trial.of_alone", measure=measure))
    said.append(say_n("trial.order", len(trial.order), days=trial.block_days))
    return [*said, trial.note] if trial.note else said


def beside_of(
    found: TrialFinding, others: Sequence[TrialFinding], effects: Iterable[TreatmentEffect]
) -> list[str]:
    """What else ran or changed in its days: other trials by name, and starts and steps with their date."""
    trial = found.trial
    since, until = trial.start, last_day(trial)
    trials = at_once((one.trial for one in others if one.trial.uid != trial.uid), since, until)
    happened = [one for effect in effects for one in (effect.start, *effect.steps)]
    named = [
        say("effect.named", name=happening_words(one), when=when_words(one))
        for one in sorted(happened, key=lambda one: one.first)
        if one.is_exact and since.toordinal() <= one.first <= until.toordinal()
    ]
    return [*(say("trial.beside_trial", name=own_words(one.name)) for one in trials), *named]


def _before(found: TrialFinding, _measures: Measures, _today: int, _answers: tuple[int, int]) -> list[str]:
    first = found.blocks[0]
    what = side_words(found.trial, first.treatment)
    start = say("trial.starts", day=date_words(first.since), letter=first.treatment, what=what)
    return [start, say("trial.advice_daily")]


def _running(found: TrialFinding, _measures: Measures, today: int, answers: tuple[int, int]) -> list[str]:
    at = block_at(found.blocks, today)
    if at is None:
        return [say("trial.no_look")]
    block = found.blocks[at]
    what = side_words(found.trial, block.treatment)
    said = [say("trial.now", n=at + 1, N=len(found.blocks), letter=block.treatment, what=what)]
    if today < block.counted_since:
        said.append(say("trial.now_washing"))
    if at + 1 < len(found.blocks):
        after = found.blocks[at + 1]
        what = side_words(found.trial, after.treatment)
        said.append(say("trial.next", day=date_words(after.since), letter=after.treatment, what=what))
    else:
        said.append(say("trial.last", day=date_words(block.until)))
    said.append(say("trial.answers", n=answers[0], N=answers[1]))
    return [*said, say("trial.no_look")]


def block_at(blocks: Sequence[Block], day: int) -> int | None:
    """Which block a day lies in, from 0."""
    return next((at for at, one in enumerate(blocks) if one.since <= day <= one.until), None)


def _stopped(found: TrialFinding) -> list[str]:
    trial = found.trial
    if not found.result.stopped_early or trial.stopped is None:
        return []
    day = day_words(trial.stopped, "d MMMM yyyy")
    if not trial.stop_words:
        return [say("trial.stopped", day=day)]
    return [say("trial.stopped", day=day), say("trial.stopped_why", why=own_words(trial.stop_words))]


def _too_few(found: TrialFinding, *_rest: Any) -> list[str]:
    few = say_n("trial.too_few", found.result.n_pairs, N=found.result.planned_pairs)
    return [few, say("trial.too_few_text"), *_stopped(found)]


def _done(found: TrialFinding, measures: Measures, _today: int, _answers: tuple[int, int]) -> list[str]:
    result, code = found.result, found.trial.outcome
    assert result.difference is not None and result.low is not None and result.high is not None  # noqa: PT018
    low, high = signed_words(code, result.low), signed_words(code, result.high)
    if result.differs:
        key = "trial.higher" if result.difference > 0 else "trial.lower"
        measure, size = measure_words(code, measures), size_words(code, result.difference)
        said = [say(key, measure=measure, size=size, low=low, high=high)]
    else:
        size = signed_words(code, result.difference)
        unclear = say("trial.unclear"), say("trial.unclear_size", size=size, low=low, high=high)
        said = [*unclear, say("trial.unclear_text")]
    said.append(say_n("trial.pairs", result.n_pairs, N=result.planned_pairs))
    return [*said, say("trial.decides"), *_stopped(found)]


def known_of(found: TrialFinding, measures: Measures) -> Known:
    """How it is known."""
    result, trial = found.result, found.trial
    since, until = date_words(found.blocks[0].since), date_words(result.ends)
    method = [say("trial.how")]
    if result.p is not None and result.smallest_p is not None:
        method.append(say("trial.how_p", p=p_words(result.p), least=p_words(result.smallest_p)))
    return Known(
        data=say("trial.how_data", measure=measure_words(trial.outcome, measures), since=since, until=until),
        n=say_n("trial.how_n", result.n_pairs, N=result.planned_pairs),
        method=" ".join(method),
        topic="trial",
    )


def table_rows(found: TrialFinding) -> list[tuple[str, str, str, str, str]]:
    """A row for each stretch: number, what, days, and at the end mean and n of N; then the difference."""
    trial, result = found.trial, found.result
    pairs = {pair.number: pair for pair in result.pairs}
    rows = []
    for at, block in enumerate(found.blocks):
        letter, pair = block.treatment, pairs.get(at // 2 + 1)
        side = letter.lower()
        mean = getattr(pair, f"mean_{side}") if pair else None
        of = ""
        if pair is not None:
            of = say("effect.of", n=getattr(pair, f"n_{side}"), days=getattr(pair, f"days_{side}"))
        side_is = short_words(trial.a if letter == "A" else trial.b)
        what = say("trial.table.letter", letter=letter, what=side_is)
        value = "" if mean is None else mean_words(trial.outcome, mean)
        rows.append((str(at + 1), what, period_words(block.since, block.until), value, of))
    of = say("effect.of", n=result.n_pairs, days=result.planned_pairs)
    ends = (
        ("trial.table.difference", result.difference, of),
        ("effect.row.low", result.low, ""),
        ("effect.row.high", result.high, ""),
    )
    for key, end, of_pairs in ends:
        if end is not None:
            rows.append(("", say(key), "", signed_words(trial.outcome, end), of_pairs))
    if result.p is not None:
        rows.append(("", say("trial.table.p"), "", p_words(result.p), ""))
    return rows
