"""Before and after in sentences: what differs, what is missing, what else changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from diary.wording import say, say_n
from diary.wording.answers import minutes_words
from diary.wording.happening_words import happened_words
from diary.wording.treatment_words import date_words, listed, number, rough_words

if TYPE_CHECKING:
    from diary.insight.findings.change import Compared
    from diary.insight.findings.concurrent import Happening
    from diary.insight.findings.effects import Outcome, TreatmentEffect

LEAST_DAYS, LEAST_WINDOW, SIDE, WEEK, SETTLING = 42, 28, 84, 7, 14
"""Days with a value a verdict takes; least and most days of a side; days that are not tested."""


def size_words(code: str, value: float) -> str:
    """A difference without its sign: "0.8 points", "0 h 34"."""
    return minutes_words(abs(value)) if code.endswith("_min") else say("effect.points", n=f"{abs(value):.1f}")


def signed_words(code: str, value: float) -> str:
    """A difference with its direction: "0.8 points lower"."""
    if not round(value, 0 if code.endswith("_min") else 1):
        return say("effect.range_same")
    return say("effect.range_higher" if value > 0 else "effect.range_lower", size=size_words(code, value))


def mean_words(code: str, value: float) -> str:
    """A mean: "5.2", "6 h 10"."""
    return minutes_words(value) if code.endswith("_min") else f"{value:.1f}"


def outcome_words(code: str) -> str:
    """What the compared measure is called."""
    return say(f"effect.outcome.{code}")


def happening_words(one: Happening) -> str:
    """What happened: "Pregabalin: dose raised"."""
    return happened_words(one.kind, one.name, one.code)


def when_words(one: Happening) -> str:
    """Its date as far as it is known."""
    return rough_words(one.when)


def title_words(effect: TreatmentEffect) -> str:
    """What happened and when: "Nerve block, 20 Oct 2026"."""
    return say("effect.titled", name=happening_words(effect.start), when=when_words(effect.start))


def _outside(effect: TreatmentEffect, first: int, last: int) -> str:
    """ "before" or "after" where it has no days on that side in the diary, however well its day is known."""
    if effect.start.last <= first:
        return "before"
    return "after" if effect.start.first > last else ""


def standing_words(effect: TreatmentEffect, first: int, last: int) -> str:
    """How far it came, in two or three words, by average pain; `first` and `last` are the diary's days."""
    if _outside(effect, first, last):
        return say("effect.standing.outside")
    main = effect.outcomes.get("pain_average")
    verdict = main.result.verdict if main else None
    if verdict is None:
        return say(f"effect.standing.{effect.standing}")
    return say(f"effect.standing.{verdict}", measure=outcome_words("pain_average"))


def others_of(effect: TreatmentEffect) -> tuple[Happening, ...]:
    """What else changed in the same time, each once."""
    return tuple(dict.fromkeys((*effect.concurrent, *effect.ended_before, *effect.ended_after)))


def sentences(effect: TreatmentEffect, outcome: Outcome | None, first: int, last: int) -> list[str]:
    """All that is said of one start and one measure; `first` and `last` are the diary's days."""
    said = list(_result(effect, outcome, first, last))
    if outcome is not None and outcome.result.before_mean is not None:
        if outcome.began_worse and outcome.week_mean is not None:
            said.append(say("effect.began_worse", mean=mean_words(outcome.measure, outcome.week_mean)))
        else:
            said.append(say("effect.mean_drop"))
    if effect.mg_before is not None and effect.mg_after is not None:
        said.append(say("effect.mg", before=number(effect.mg_before), after=number(effect.mg_after)))
    if effect.steps:
        said.append(say_n("effect.steps", len(effect.steps)))
    said += _others(effect.concurrent)
    if outcome is not None:
        said += _shown(outcome)
        said += _since(outcome.measure, outcome.since_start)
    return said


def _result(effect: TreatmentEffect, outcome: Outcome | None, first: int, last: int) -> Iterable[str]:
    outside = _outside(effect, first, last)
    if outside:
        return [say(f"effect.outside_{outside}", day=date_words(date.fromordinal(first)))]
    if effect.standing == "rough_date":
        return [say("effect.rough")]
    if outcome is None:
        return [say("effect.no_values")]
    result, code = outcome.result, outcome.measure
    if result.before_mean is None or result.after_mean is None:
        return _not_yet(effect, first, last)
    means = say(
        "effect.two_means",
        measure=outcome_words(code),
        before=_mean_of(code, result.before_mean, result.before_n, result.before_days),
        after=_mean_of(code, result.after_mean, result.after_n, result.after_days),
    )
    if result.standing == "disturbed":
        return [means, say("effect.disturbed_means")]
    if result.verdict is None:
        return [means, say("effect.no_verdict"), *_until_verdict(effect, outcome, first)]
    assert result.low is not None and result.high is not None and result.points is not None  # noqa: PT018
    low, high = signed_words(code, result.low), signed_words(code, result.high)
    if result.verdict == "no_clear_change":
        unclear = "effect.unclear_beside" if result.low > 0 or result.high < 0 else "effect.unclear_small"
        return [say("effect.unclear", low=low, high=high), means, say(unclear)]
    size, measure = size_words(code, result.points), outcome_words(code)
    return [say(f"effect.{result.verdict}", measure=measure, size=size, low=low, high=high), means]


def _mean_of(code: str, mean: float, n: int, days: int) -> str:
    return say("effect.mean_of", mean=mean_words(code, mean), n=n, days=days)


def _room_before(effect: TreatmentEffect, first: int) -> int:
    begins = max([first, *(one.last + 1 for one in effect.ended_before)])
    return min(SIDE, effect.day - WEEK - begins)


def _until_verdict(effect: TreatmentEffect, outcome: Outcome, first: int) -> list[str]:
    """What a verdict would take, where more days can bring it."""
    if outcome.days_lacking:
        return [say_n("effect.more_days", outcome.days_lacking)]
    stays = effect.ended_after and _room_before(effect, first) >= LEAST_DAYS
    return [say("effect.stays_after" if stays else "effect.stays_before")]


def _not_yet(effect: TreatmentEffect, first: int, last: int) -> list[str]:
    """Why there are no means, and what would bring them."""
    if effect.standing == "disturbed":
        return [say("effect.disturbed")]
    missing = effect.last_step + SETTLING + LEAST_WINDOW - 1 - last
    if _room_before(effect, first) >= LEAST_WINDOW and missing > 0 and not effect.ended_after:
        return [say_n("effect.more_means", missing)]
    return [say("effect.too_few")]


def _others(found: tuple[Happening, ...]) -> list[str]:
    if not found:
        return []
    named = [say("effect.named", name=happening_words(one), when=when_words(one)) for one in found]
    return [say("effect.other", others=listed(named, "trends.list")), say("effect.other_apart")]


def _shown(outcome: Outcome) -> list[str]:
    code, said = outcome.measure, []
    if outcome.week_mean is not None:
        said.append(say("effect.shown_week", mean=_mean_of(code, outcome.week_mean, outcome.week_n, WEEK)))
    if outcome.settling_mean is not None:
        mean = mean_words(code, outcome.settling_mean)
        said.append(say("effect.shown_settling", mean=say("effect.mean_n", mean=mean, n=outcome.settling_n)))
    return said


def _since(code: str, found: Compared | None) -> list[str]:
    if found is None or found.points is None:
        return []
    size = signed_words(code, found.points)
    if found.percent is None or found.band is None:
        return [say("effect.since", size=size)]
    band = say(f"effect.band.{found.band}")
    return [say("effect.since_band", size=size, percent=round(abs(found.percent)), band=band)]


def period_words(since: int | None, until: int | None) -> str:
    """Days from one to another."""
    if since is None or until is None:
        return ""
    days = (date_words(date.fromordinal(day)) for day in (since, until))
    return say("effect.period", **dict(zip(("since", "until"), days, strict=True)))


def method_words(outcome: Outcome | None) -> tuple[str, str, str]:
    """How it is known: which days, how many, and how, with p where it was tested."""
    disturbed = outcome is not None and outcome.result.standing == "disturbed"
    data, n, method = "", "", [say("effect.how_disturbed" if disturbed else "effect.how")]
    if outcome is not None and outcome.result.before_mean is not None:
        result = outcome.result
        before = period_words(result.before_since, result.before_until)
        after = period_words(result.after_since, result.after_until)
        data = say("effect.how_days", before=before, after=after)
        sides = (result.before_n, result.before_days, result.after_n, result.after_days)
        n = say("effect.how_n", **dict(zip(("n", "days", "after_n", "after_days"), sides, strict=True)))
    if outcome is not None and outcome.result.p is not None:
        method.append(say("effect.how_test", p=p_words(outcome.result.p)))
    return data, n, " ".join(method)


def p_words(p: float) -> str:
    """A p to three places, "under 0.001" below that."""
    return say("effect.p_small") if p < 0.001 else f"{p:.3f}"


def table_rows(effect: TreatmentEffect, outcome: Outcome) -> list[tuple[str, str, str, str]]:
    """The numbers of the picture: what, days, value, n of N."""
    code, result = outcome.measure, outcome.result
    week = (effect.day - WEEK, effect.day - 1)
    settling = (effect.day, effect.last_step + SETTLING - 1)
    found = (
        ("before", result.before_since, result.before_until, result.before_mean, result.before_n),
        ("week", *week, outcome.week_mean, outcome.week_n),
        ("settling", *settling, outcome.settling_mean, outcome.settling_n),
        ("after", result.after_since, result.after_until, result.after_mean, result.after_n),
    )
    rows = []
    for key, since, until, mean, n in found:
        days = until - since + 1 if since is not None and until is not None else 0
        value = "" if mean is None else mean_words(code, mean)
        of = say("effect.of", n=n, days=days) if days > 0 else ""
        rows.append((say(f"effect.row.{key}"), period_words(since, until) if days > 0 else "", value, of))
    if result.points is not None:
        ends = (("difference", result.points), ("low", result.low), ("high", result.high))
        rows += [
            (say(f"effect.row.{key}"), "", signed_words(code, end), "")
            for key, end in ends
            if end is not None
        ]
    if result.p is not None:
        rows.append((say("effect.row.p"), "", p_words(result.p), ""))
    return rows
