"""What is said of links: which days, how much, how sure, what it takes, and that a link is no cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from diary.charts.forest_picture import PAIN, is_night, outcome_kind
from diary.insight.findings.links import LinkFound, Links, LinkStanding, Step, Tier
from diary.models.codes import Group, MeasureKind
from diary.models.measures import BY_CODE
from diary.wording import say, say_n
from diary.wording.answers import measure_words, minutes_words
from diary.wording.treatment_words import date_words, number

if TYPE_CHECKING:
    from diary.models.records import Measure

    Measures = Mapping[str, Measure]

SLEEP_MIN = "sleep_min"

MORE_WORDS = frozenset(("sleep_quality", SLEEP_MIN, "sleep_efficiency", "mood", "clarity", PAIN))
"""Measures of which "more" is said in a word of their own."""

HOUR_WORDS = frozenset((SLEEP_MIN, "walking_min", "exercise_min", "sitting_min", "keyboard_min", "awake_min"))
"""Measures of which an hour more is said in words of their own."""


def day_words(day: int) -> str:
    """An ordinal day as "14 Sept 2026"."""
    return date_words(date.fromordinal(day))


def name_words(code: str, measures: Measures) -> str:
    """A measure's name inside a sentence: built-in ones begin small, own ones stand in quotes."""
    own = code in measures and measures[code].label
    if own or code not in BY_CODE:
        return say("links.name.own", name=measure_words(code, measures))
    name = measure_words(code, measures)
    return name[:1].lower() + name[1:]


def outcome_words(code: str, measures: Measures) -> str:
    """An outcome inside a sentence: "pain", "time asleep"."""
    kind = outcome_kind(code)
    return name_words(code, measures) if kind == "other" else say(f"links.outcome.{kind}")


def days_kind(factor: str, outcome: str, measures: Measures) -> str:
    """From what to what is counted: "day_day", "night_day", "day_night" or "night_night"."""
    ends = [("night" if is_night(one, measures) else "day") for one in (factor, outcome)]
    return "_".join(ends)


def lag_phrase(factor: str, outcome: str, lag: int, measures: Measures) -> str:
    """The days between inside a sentence: "on the next day"."""
    return say(f"links.lag.{days_kind(factor, outcome, measures)}.{lag}")


def question_words(factor: str, outcome: str, lag: int, measures: Measures) -> str:
    """ "Stress and pain on the next day: do they go together?"."""
    name = say("links.outcome.pain") if factor == PAIN else name_words(factor, measures)
    return say(
        "links.question",
        factor=name[:1].upper() + name[1:],
        outcome=outcome_words(outcome, measures),
        lag=lag_phrase(factor, outcome, lag, measures),
    )


def title_words(one: LinkFound, measures: Measures) -> str:
    """ "More stress went with more pain on the next day"; the question where no direction is known."""
    if not one.direction:
        return question_words(one.factor, one.outcome, one.lag, measures)
    words = {
        "more": _more(one, measures),
        "lag": lag_phrase(one.factor, one.outcome, one.lag, measures),
    }
    kind, way = outcome_kind(one.outcome), "up" if one.direction > 0 else "down"
    if kind == "other":
        words["name"] = name_words(one.outcome, measures)
    return say(f"links.went.{kind}.{way}", **words)


def _more(one: LinkFound, measures: Measures) -> str:
    name, code = name_words(one.factor, measures), one.factor
    if one.step is Step.YES_NO:
        return say("links.more_yes", name=name)
    own = code in measures and measures[code].label
    return say(f"links.more_code.{code}") if code in MORE_WORDS and not own else say("links.more", name=name)


def sentence(one: LinkFound, measures: Measures) -> str:
    """The finding with its range and its days, in one sentence; empty without numbers."""
    if one.coefficient is None or one.low is None or one.high is None:
        return ""
    words = {
        "when": _when(one, measures),
        "result": _result(one, one.coefficient, measures),
        "pairs": pairs_words(one),
    }
    low, high = one.low, one.high
    if low < 0 < high:
        ends = {"low": signed(one.outcome, low), "high": signed(one.outcome, high)}
        return say("links.sentence_open", **words, **ends)
    ends = {
        key: size_words(one.outcome, value, unit=False)
        for key, value in zip(("low", "high"), sorted((abs(low), abs(high))), strict=True)
    }
    key = "links.sentence_yes" if one.step is Step.YES_NO else "links.sentence"
    return say(key, **words, **ends)


def _when(one: LinkFound, measures: Measures) -> str:
    key = f"links.when.{days_kind(one.factor, one.outcome, measures)}.{one.lag}"
    return say(key, what=_what(one, measures))


def _what(one: LinkFound, measures: Measures) -> str:
    """What the days have: "stress one point higher", "one hour more sleep", "tight shoes or socks"."""
    name, code = name_words(one.factor, measures), one.factor
    if one.factor == PAIN:
        name = say("links.outcome.pain")
    if one.step is Step.YES_NO:
        return name
    if one.step is Step.HOUR:
        return say(f"links.with_code.{code}") if code in HOUR_WORDS else say("links.with.hour", name=name)
    if one.step is Step.POINT:
        return say("links.with.point", name=name)
    size = number(one.step_size)
    if one.unit:
        return say("links.with.size_unit", name=name, size=size, unit=one.unit)
    return say("links.with.size", name=name, size=size)


def _result(one: LinkFound, value: float, measures: Measures) -> str:
    kind, way = outcome_kind(one.outcome), "up" if value >= 0 else "down"
    words = {"size": size_words(one.outcome, value)}
    if kind == "other":
        words["name"] = name_words(one.outcome, measures)
    return say(f"links.result.{kind}.{way}", **words)


def size_words(outcome: str, value: float, *, unit: bool = True) -> str:
    """How large a difference is, without its sign: "0.4 points", "22 minutes", or without the unit."""
    if outcome == SLEEP_MIN:
        return say_n("links.minutes", round(abs(value))) if unit else str(round(abs(value)))
    size = digits(abs(value))
    return say("links.points", size=size) if unit and outcome_kind(outcome) != "other" else size


def digits(value: float) -> str:
    """One digit after the point, or two where the first would be 0."""
    return f"{value:.1f}" if value >= 0.095 or value < 0.005 else f"{value:.2f}"


def signed(outcome: str, value: float) -> str:
    """A difference with its way in words: "0.3 lower"."""
    size = size_words(outcome, value, unit=False)
    if outcome == SLEEP_MIN:
        return say("links.longer" if value > 0 else "links.shorter", size=size)
    return say("links.higher" if value > 0 else "links.lower", size=size)


def plus_minus(outcome: str, value: float) -> str:
    """A difference with its sign, for a table: "−0.31", minutes as "+12"."""
    size = f"{abs(value):.0f}" if outcome == SLEEP_MIN else f"{abs(value):.2f}"
    return size if not float(size) else f"{'+' if value > 0 else '−'}{size}"


def pairs_words(one: LinkFound) -> str:
    """ "71 pairs of days", with those of yes and of no where it is such a factor."""
    pairs = say_n("links.pairs", one.n)
    if one.n_yes is None or one.n_no is None:
        return pairs
    return say("links.pairs_yes", pairs=pairs, yes=one.n_yes, no=one.n_no)


def contrast_words(one: LinkFound) -> str:
    """The plain averages with and without a yes-or-no factor; empty for any other."""
    told = one.contrast
    if told is None:
        return ""
    minutes = one.outcome == SLEEP_MIN
    a, b = (
        minutes_words(value) if minutes else f"{value:.1f}" for value in (told.mean_with, told.mean_without)
    )
    return say("links.plain", a=a, n=told.n_with, b=b, m=told.n_without)


def open_words(one: LinkFound) -> list[str]:
    """What is said where nothing is clear: so far, and what would tell more."""
    if one.standing is LinkStanding.UNCHANGING:
        return [say("links.unchanging")]
    if one.standing is not LinkStanding.TOO_FEW:
        said = [say("links.not_clear")]
        if one.needs is not None:
            said.append(say("links.not_clear_takes", size=size_words(one.outcome, one.needs)))
        return said
    said = [say_n("links.too_few", one.n)]
    lacking = (("days", one.days_lacking), ("yes", one.yes_lacking), ("no", one.no_lacking))
    return said + [say_n(f"links.lack_{key}", n) for key, n in lacking if n]


def finding_words(one: LinkFound, measures: Measures) -> list[str]:
    """What is said of a pair, sentence by sentence, besides its title and that it is no cause."""
    told = sentence(one, measures)
    if not one.is_called:
        first, *rest = open_words(one)
        return [first, *([told] if told else []), *rest]
    stands = "links.stands_mine" if one.tier is Tier.MINE else "links.stands"
    said = [told, contrast_words(one)]
    said.append(say("links.hint" if one.standing is LinkStanding.HINT else stands))
    return [words for words in said if words]


def cause_words(one: LinkFound, measures: Measures) -> str:
    """That it was no cause, with a reason that fits the pair."""
    measure = measures.get(one.factor)
    group = None if measure is None else measure.group
    if one.factor == PAIN:
        key = "pain"
    elif group is Group.SLEEP or outcome_kind(one.outcome) in ("sleep_quality", SLEEP_MIN):
        key = "sleep" if group is Group.SLEEP else "slept"
    else:
        key = "felt" if measure is not None and measure.kind is MeasureKind.SCALE else "done"
    return say("trends.told_both", first=not_cause_words(one, measures), rest=say(f"links.why.{key}"))


def not_cause_words(one: LinkFound, measures: Measures) -> str:
    """That it was no cause, in one sentence."""
    name = say("links.outcome.pain") if one.factor == PAIN else name_words(one.factor, measures)
    return say("links.cause", factor=name)


def told_words(one: LinkFound, measures: Measures) -> str:
    """One pair as it is read at the cursor."""
    said = sentence(one, measures)
    standing = say(f"links.standing.{one.standing}")
    return say("links.told", title=standing[:1].upper() + standing[1:], words=said)


def looked_words(links: Links) -> list[str]:
    """How many pairs were looked at besides the questions, how many stand out, and what that takes."""
    tier, others = links.other, links.others
    if not others:
        return [say("links.no_pairs"), say("links.no_pairs_do")]
    since, until = day_words(links.until - links.days + 1), day_words(links.until)
    days = say("links.looked_day", day=until)
    if links.days > 1 or not links.n:
        days = say("links.looked_days", n=links.n, days=links.days, since=since, until=until)
    if not tier.tested:
        return [say("links.too_few_all"), days, *_least_lacking(others)]
    called = sum(one.is_called for one in others)
    said = [say_n("links.looked", tier.tested)]
    said.append(say_n("links.some_stand", called) if called else say("links.none_stand"))
    hints = sum(one.standing is LinkStanding.HINT for one in others)
    said += [say_n("links.some_hints", hints)] if hints else []
    said.append(days)
    if tier.listed > tier.tested:
        said.append(say_n("links.not_tested", tier.listed - tier.tested))
    return said + takes_words(links)


def _least_lacking(others: Sequence[LinkFound]) -> list[str]:
    lacking = min((one.days_lacking for one in others if one.days_lacking), default=0)
    return [say_n("links.lack_days", lacking)] if lacking else []


def takes_words(links: Links) -> list[str]:
    """How strong a link has to be to stand out among all pairs, in words."""
    tier = links.other
    if tier.takes_r is None:
        return []
    pairs = say_n("links.n_pairs", tier.tested)
    said = [say("links.takes", pairs=pairs, n=tier.typical_n, r=f"{tier.takes_r:.2f}")]
    sizes = [
        one.needs
        for one in links.others
        if one.needs is not None and one.step is Step.YES_NO and one.outcome == PAIN
    ]
    if sizes:
        said.append(say("links.takes_yes", size=size_words(PAIN, median(sizes))))
    if tier.days_for_middling is not None:
        said.append(say("links.takes_days", days=tier.days_for_middling))
    return said


def p_words(p: float) -> str:
    """A p with two digits, or that it is below 0.001."""
    return say("links.p_small") if p < 0.001 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"
