"""Scores, days and classes of questionnaires in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.insight.instruments import CHANGE
from diary.insight.questionnaires import Score, known, scores
from diary.ui.parts.date_bar import day_words
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.insight.instruments import Instrument
    from diary.insight.questionnaires import MergedAnswers
    from diary.models.codes import Lateness
    from diary.models.story import Response


def full_day(day: date) -> str:
    """A day as "22 November 2026"."""
    return day_words(day, "d MMMM yyyy")


def value_words(value: float) -> str:
    """A score as a number, one decimal where it has one."""
    return f"{value:.1f}".removesuffix(".0")


def score_words(score: Score, asked: Instrument) -> str:
    """One score with the range it lies in; the word of an own answer."""
    if score.name == CHANGE:
        return asked.words_of(int(score.value))
    return say(f"instrument.score_of.{score.name}", value=value_words(score.value))


def result_words(response: Response) -> str:
    """All scores of a response in one line, or why there is none."""
    asked = known(response)
    if asked is None:
        return say("instrument.other_version")
    found = scores(response)
    if not found:
        return say("instrument.no_score")
    return say("instrument.comma").join(score_words(one, asked) for one in found)


def answered_words(response: Response) -> str:
    """How many of its questions are answered."""
    asked = known(response)
    some = len(response.answers)
    return say_n("instrument.answered", len(asked.items) if asked is not None else some, some=some)


def conflict_words(merged: MergedAnswers, theirs: Mapping[str, int]) -> str:
    """What became of answers that were changed elsewhere too, each named."""
    taken = say("instrument.comma").join(say(f"instrument.item.{item}") for item in merged.taken)
    nothing = say("instrument.no_answer")
    both = [
        say(
            "instrument.conflict_both",
            item=say(f"instrument.item.{item}"),
            there=theirs.get(item, nothing),
            here=merged.answers.get(item, nothing),
        )
        for item in merged.both
    ]
    brought = [say("instrument.conflict_taken", items=taken)] if taken else []
    return " ".join([say("instrument.conflict"), *brought, *both, say("instrument.conflict_keep")])


def late_words(lateness: Lateness, *, changed: bool, writer: str = "") -> str:
    """When it was written, by whom where that is a helper, and whether it was changed since."""
    late = say(f"instrument.late.{lateness}")
    late = say("instrument.late_by", late=late, name=writer) if writer else late
    return say("instrument.late_changed", late=late) if changed else late


def window_words(asked: Instrument, since: date, until: date) -> str:
    """The days a questionnaire is about."""
    if not asked.recall_days:
        return say("instrument.since", since=full_day(since))
    return say("instrument.window", since=full_day(since), until=full_day(until))
