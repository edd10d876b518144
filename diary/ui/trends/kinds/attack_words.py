"""Attacks and single moments with pain in sentences and rows, and how they are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.charts.kinds_picture import attacks_picture
from diary.ui.parts.how_known import Known
from diary.ui.trends.block import Told
from diary.ui.trends.spans import period_words
from diary.wording import say, say_n
from diary.wording.answers import minutes_words, seconds_words
from diary.wording.treatment_words import date_words, number

if TYPE_CHECKING:
    from diary.insight.findings.attacks import Attacks, AttackWeek

COLUMNS = ("week", "attacks", "answered", "flares")


def told(found: Attacks | None) -> Told:
    """What is shown of attacks."""
    part = attacks_picture(found, period_words) if found is not None else None
    if found is None or part is None:
        return Told(headline=say("kinds.attacks_none"), sentences=(say("kinds.attacks_none_text"),))
    n = say_n("kinds.attacks_n", found.days, some=found.n)
    late = [say_n("kinds.attacks_memory", found.n_memory)] if found.n_memory else []
    headline = say_n("kinds.attacks_total", found.total) if found.n else say("kinds.attacks_none")
    return Told(
        headline=headline,
        sentences=(*_attacks(found), *_flares(found)),
        known=Known(
            data=say("kinds.period", period=period_words(found.since, found.until)),
            n=" ".join((n, *late)),
            method=say("kinds.attacks_how"),
        ),
        part=part,
        columns=[say(f"kinds.column.{one}") for one in COLUMNS],
        rows=[_row(one) for one in reversed(found.weeks)],
    )


def _attacks(found: Attacks) -> list[str]:
    """How many a day, and how long one lasts."""
    said = []
    if found.per_day is not None:
        per_day = number(round(found.per_day, 1))
        said.append(say_n("kinds.attacks_days", found.n, some=found.n_with, per_day=per_day))
    if found.attack_s is not None:
        length = seconds_words(found.attack_s)
        said.append(say_n("kinds.attack_length", found.n_attack_s, length=length))
    return said


def _flares(found: Attacks) -> list[str]:
    """Single moments, and how long those with an end lasted."""
    if not found.flares:
        return []
    said = [say_n("kinds.flares", found.flares, days=found.days_with_flares)]
    lengths = found.lengths_min
    if found.median_min is not None:
        median = minutes_words(found.median_min)
        ends = {"shortest": minutes_words(min(lengths)), "longest": minutes_words(max(lengths))}
        if len(lengths) == 1:
            said.append(say("kinds.length_one", median=median))
        else:
            said.append(say_n("kinds.lengths", len(lengths), median=median, **ends))
    if found.n_open:
        said.append(say_n("kinds.open", found.n_open))
    return said


def _row(one: AttackWeek) -> list[str]:
    return [
        date_words(date.fromordinal(one.monday)),
        str(one.attacks) if one.n else say("kinds.absent"),
        say("kinds.of", some=one.n, n=one.days),
        str(one.flares),
    ]
