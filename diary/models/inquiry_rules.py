"""What questions to the numbers and trials must satisfy before they are kept."""

from __future__ import annotations

from collections.abc import Iterator

from diary.models.inquiry import BLOCK_DAYS, LAGS, PAIRS, LinkQuestion, Trial
from diary.models.problems import Problem
from diary.models.records import Record


def check_inquiry(record: Record) -> Iterator[Problem]:
    """Problems of a question to the numbers or a trial; none of any other record."""
    if isinstance(record, LinkQuestion):
        yield from _check_question(record)
    elif isinstance(record, Trial):
        yield from _check_trial(record)


def _check_question(one: LinkQuestion) -> Iterator[Problem]:
    if not one.factor:
        yield Problem(field="factor", key="problem.link_factor")
    if not one.outcome or one.outcome == one.factor:
        yield Problem(field="outcome", key="problem.link_outcome")
    if one.lag not in LAGS:
        yield Problem(field="lag", key="problem.link_lag")
    if one.ended is not None and one.ended < one.asked:
        yield Problem(field="ended", key="problem.link_ended")


def _check_trial(one: Trial) -> Iterator[Problem]:
    for field in ("a", "b"):
        if not getattr(one, field).strip():
            yield Problem(field=field, key="problem.trial_side")
    if one.a.strip() and one.a.strip().casefold() == one.b.strip().casefold():
        yield Problem(field="b", key="problem.trial_same")
    if not one.outcome:
        yield Problem(field="outcome", key="problem.trial_outcome")
    if not PAIRS[0] <= len(one.order) <= PAIRS[1] or not set(one.order) <= {"AB", "BA"}:
        yield Problem(field="order", key="problem.trial_pairs", values={"least": PAIRS[0], "most": PAIRS[1]})
    if not BLOCK_DAYS[0] <= one.block_days <= BLOCK_DAYS[1]:
        values = {"least": BLOCK_DAYS[0], "most": BLOCK_DAYS[1]}
        yield Problem(field="block_days", key="problem.trial_block", values=values)
    if not 0 <= one.wash_out_days <= one.block_days - 2:
        yield Problem(field="wash_out_days", key="problem.trial_wash_out")
    if one.start < one.planned:
        yield Problem(field="start", key="problem.trial_start")
    if one.stopped is not None and one.stopped < one.start:
        yield Problem(field="stopped", key="problem.trial_stopped")
