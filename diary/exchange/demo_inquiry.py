"""What the made-up person asks of the numbers: two questions fixed early, and a trial of stretching."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from diary.exchange.demo_care import written_on
from diary.exchange.demo_sittings import Sittings
from diary.models.inquiry import InquiryRecord, LinkQuestion, Trial
from diary.wording import say

ASKED_AFTER = 3
QUESTIONS = (("sleep_quality", "pain_average", 0), ("tight_shoes", "pain_average", 1))
"""Factor, outcome and days between, asked so many days after the diary's first."""

ORDER, BLOCK_DAYS, WASH_OUT_DAYS, SEED = ("AB", "BA", "BA", "AB"), 7, 1, 0
STARTED, PLANNED_BEFORE = 64, 4
"""Days before the last day on which the trial began, and days before that on which it was planned."""


def inquiry(sittings: Sittings, first: date) -> Iterator[InquiryRecord]:
    """The questions, and the trial where the diary is long enough to hold it."""
    asked = first + timedelta(days=ASKED_AFTER)
    if asked < sittings.until:
        for number, (factor, outcome, lag) in enumerate(QUESTIONS, 1):
            one = LinkQuestion(
                uid=f"link-question-{number}", factor=factor, outcome=outcome, lag=lag, asked=asked
            )
            yield replace(one, written=written_on(sittings, first, asked))
    start = sittings.until - timedelta(days=STARTED)
    planned = start - timedelta(days=PLANNED_BEFORE)
    if planned >= first:
        yield replace(_trial(start, planned), written=written_on(sittings, first, planned))


def _trial(start: date, planned: date) -> Trial:
    return Trial(
        uid="trial-stretching",
        name=say("sample.trial.name"),
        a=say("sample.trial.a"),
        b=say("sample.trial.b"),
        outcome="pain_average",
        order=ORDER,
        block_days=BLOCK_DAYS,
        wash_out_days=WASH_OUT_DAYS,
        start=start,
        planned=planned,
        seed=SEED,
        planned_with=say("sample.physio_by"),
    )
