"""A trial in sentences and rows: where it stands, and at the end what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from diary.ui.parts.date_bar import day_words
from diary.ui.parts.how_known import Known
from diary.ui.trends.effects.words import mean_words, p_words, period_words, signed_words, size_words
from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.treatment_words import own_words

if TYPE_CHECKING:
    from diary.insight.findings.trials import TrialFinding
    from diary.insight.statistics.blocks import Block
    from diary.models.inquiry import Trial
    from diary.models.records import Measure

Measures = Mapping[str, "Measure"]


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
    return trial.name, say("trial.row", a=own_words(trial.a), b=own_words(trial.b), standing=standing)


def sentences(found: TrialFinding, measures: Measures, today: int, answers: tuple[int, int]) -> list[str]:
    """All that is said of a trial; `answers` are the counted days with a value so far, and all so far."""
    trial = found.trial
    said = {
        "not_started": _before,
        "running": _running,
        "too_few": _too_few,
        "done": _done,
    }[found.result.standing.value](found, measures, today, answers)
    measure = measure_words(trial.outcome, measures)
    said.append(say("trial.a_is", a=own_words(trial.a), b=own_words(trial.b)))
    if trial.planned_with:
        said.append(say("trial.of", measure=measure, who=own_words(trial.planned_with)))
    else:
        said.append(say("trial.of_alone", measure=measure))
    said.append(say_n("trial.order", len(trial.order), days=trial.block_days))
    return [*said, trial.note] if trial.note else said


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
    return [say("trial.stopped_why", day=day, why=own_words(trial.stop_words))]


def _too_few(found: TrialFinding, *_rest: Any) -> list[str]:
    few = say("trial.too_few", n=found.result.n_pairs)
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
        said = [say("trial.unclear", low=low, high=high), say("trial.unclear_text")]
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
        what = say("trial.table.letter", letter=letter, what=side_words(trial, letter))
        value = "" if mean is None else mean_words(trial.outcome, mean)
        rows.append((str(at + 1), what, period_words(block.since, block.until), value, of))
    if result.difference is not None and result.low is not None and result.high is not None:
        low, high = signed_words(trial.outcome, result.low), signed_words(trial.outcome, result.high)
        size = signed_words(trial.outcome, result.difference)
        told = say("effect.range", size=size, low=low, high=high)
        of = say("effect.of", n=result.n_pairs, days=result.planned_pairs)
        rows.append(("", say("trial.table.difference"), "", told, of))
    if result.p is not None:
        rows.append(("", say("trial.table.p"), "", p_words(result.p), ""))
    return rows
