"""Which pairs are looked at, in which tier, and what is said of each: hits, non-hits and what is lacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from diary.insight.attributions import FactorSaid
from diary.insight.findings.days import days_of
from diary.insight.findings.link_series import looked_at
from diary.insight.findings.links import (
    LinkFound,
    Links,
    LinkStanding,
    NoPain,
    Step,
    Tier,
    links,
    newly_seen,
)
from diary.insight.statistics.lagged import design
from diary.models.codes import Direction, Effect, EntryKind, Group, MeasureKind
from diary.models.inquiry import LinkQuestion
from diary.models.records import Measure
from diary.models.views import ValueRow
from tests.insight.rows import MONDAY, period, value

DAYS = 150


def noise(seed: int, days: int = DAYS, low: int = 0, high: int = 10) -> list[float]:
    """Whole numbers that nothing else goes with."""
    rng = np.random.default_rng(seed)
    return [float(one) for one in np.clip(np.round(5 + 2 * rng.standard_normal(days)), low, high)]


def rows_of(**series: Sequence[float | None]) -> list[ValueRow]:
    kinds = {"sleep_quality": "night", "sleep_min": "night", "wakings": "night"}
    return [
        value(day, number, code, kind=kinds.get(code, "day"))
        for code, numbers in series.items()
        for day, number in enumerate(numbers)
        if number is not None
    ]


def looked(
    values: list[ValueRow],
    questions: Sequence[LinkQuestion] = (),
    said: Sequence[FactorSaid] = (),
    days: int = DAYS,
    measures: tuple[Measure, ...] = (),
) -> Links:
    found = days_of(period(values, days, measures=measures))
    return links(found.series, found.rows.measures, questions, said, since=MONDAY, until=MONDAY + days - 1)


def pair(one: Links, key: str) -> LinkFound:
    (found,) = (link for link in one.others if link.key == key)
    return found


def question(factor: str = "stress", lag: int = 0, day: int = 0, **more: object) -> LinkQuestion:
    asked = date.fromordinal(MONDAY + day)
    kept: Mapping[str, object] = {"uid": f"q-{factor}-{lag}-{day}", **more}
    return LinkQuestion(factor=factor, outcome="pain_average", lag=lag, asked=asked, **kept)  # type: ignore[arg-type]


def linked(slope: float = 0.8, days: int = DAYS) -> dict[str, list[float]]:
    """Pain that rises with the stress of the same day."""
    stress, rest = noise(3, days), noise(2, days)
    pain = [slope * a + 0.5 * b for a, b in zip(stress, rest, strict=True)]
    return {"pain_average": pain, "stress": stress}


def test_every_factor_is_held_against_pain_and_sleep_at_three_lags() -> None:
    one = looked(
        rows_of(pain_average=noise(1), stress=noise(2), tight_shoes=noise(3, high=1), sleep_quality=noise(4))
    )
    assert [link.key for link in one.others] == [
        *(f"pain_average>sleep_quality+{lag}" for lag in range(3)),
        *(f"sleep_quality>pain_average+{lag}" for lag in range(3)),
        *(f"stress>pain_average+{lag}" for lag in range(3)),
        *(f"stress>sleep_quality+{lag}" for lag in range(3)),
        *(f"tight_shoes>pain_average+{lag}" for lag in range(3)),
        *(f"tight_shoes>sleep_quality+{lag}" for lag in range(3)),
    ]
    assert one.other.listed == 18


def test_measures_of_the_pain_and_of_the_night_are_not_held_against_their_own_kind() -> None:
    one = looked(
        rows_of(pain_average=noise(1), pain_worst=noise(2), sleep_quality=noise(3), sleep_min=noise(4))
    )
    keys = {link.key.partition("+")[0] for link in one.others}
    assert keys == {"pain_average>sleep_quality", "sleep_quality>pain_average", "sleep_min>pain_average"}


def test_the_night_before_belongs_to_the_day_and_the_next_night_to_the_next() -> None:
    one = looked(rows_of(pain_average=noise(1), sleep_quality=noise(2)))
    assert pair(one, "sleep_quality>pain_average+0").day_shift == 0
    assert [pair(one, f"pain_average>sleep_quality+{lag}").day_shift for lag in range(3)] == [1, 2, 3]


def test_sleep_that_follows_a_bad_day_is_found_as_the_night_after_it() -> None:
    pain, rest = noise(3), noise(2)
    sleep = [5.0] + [9 - 0.8 * before + 0.4 * own for before, own in zip(pain, rest[1:], strict=False)]
    one = looked(rows_of(pain_average=pain, sleep_quality=sleep))
    assert [link.key for link in one.found] == ["pain_average>sleep_quality+0"]
    assert one.found[0].direction == -1


def test_the_coefficient_is_that_of_plain_least_squares() -> None:
    made = linked()
    found = pair(looked(rows_of(**made)), "stress>pain_average+0")
    stack = np.array([made["pain_average"], made["stress"]])
    y, x = design(stack, 0, 1, 0, MONDAY)
    slope = np.linalg.lstsq(x, y, rcond=None)[0][-1]
    assert found.coefficient == pytest.approx(slope, rel=1e-6)
    assert found.low is not None
    assert found.high is not None
    assert found.low < slope < found.high
    assert found.standing is LinkStanding.CLEAR


def test_fewer_than_84_pairs_are_an_early_hint_and_fewer_than_42_say_what_is_lacking() -> None:
    hint = pair(looked(rows_of(**linked(days=60)), days=60), "stress>pain_average+0")
    few = pair(looked(rows_of(**linked(days=30)), days=30), "stress>pain_average+0")
    assert (hint.standing, hint.n) == (LinkStanding.HINT, 59)
    assert (few.standing, few.n, few.days_lacking, few.coefficient) == (LinkStanding.TOO_FEW, 29, 13, None)


def test_yes_and_no_need_ten_days_each() -> None:
    shoes = [1.0 if day % 30 == 0 else 0.0 for day in range(DAYS)]
    found = pair(looked(rows_of(pain_average=noise(1), tight_shoes=shoes)), "tight_shoes>pain_average+0")
    assert (found.standing, found.n_yes, found.yes_lacking, found.no_lacking) == (
        LinkStanding.TOO_FEW,
        4,
        6,
        0,
    )
    assert found.contrast is not None
    assert (found.contrast.n_with, found.contrast.n_without) == (5, 145)


def test_the_plain_means_stand_beside_a_yes_or_no_factor() -> None:
    shoes = [float(day % 3 == 0) for day in range(DAYS)]
    pain = [4.0 + 2 * yes for yes in shoes]
    found = pair(looked(rows_of(pain_average=pain, tight_shoes=shoes)), "tight_shoes>pain_average+0")
    assert found.contrast is not None
    assert (found.contrast.mean_with, found.contrast.mean_without) == (6, 4)
    assert found.contrast.difference == 2


def test_a_factor_that_never_changes_is_told_so() -> None:
    found = pair(looked(rows_of(pain_average=noise(1), stress=[3.0] * DAYS)), "stress>pain_average+0")
    assert (found.standing, found.p) == (LinkStanding.UNCHANGING, None)


def test_minutes_are_told_by_the_hour_and_wide_numbers_by_about_their_spread() -> None:
    sleep = [420 + 30 * one for one in noise(2)]
    sugar = [100 + 20 * one for one in noise(3)]
    one = looked(rows_of(pain_average=noise(1), sleep_min=sleep, glucose_mgdl=sugar, drinks=noise(4)))
    steps = {link.factor: (link.step, link.step_size) for link in one.others}
    assert steps["sleep_min"] == (Step.HOUR, 60)
    assert steps["glucose_mgdl"] == (Step.SPREAD, 40)
    assert steps["drinks"] == (Step.UNIT, 1)


def test_sleep_is_its_quality_where_42_nights_have_it_else_what_more_nights_have() -> None:
    many, few = noise(2), [one if day < 30 else None for day, one in enumerate(noise(3))]
    pain = noise(1)
    assert looked(rows_of(pain_average=pain, sleep_quality=noise(4), sleep_min=many)).sleep == "sleep_quality"
    assert looked(rows_of(pain_average=pain, sleep_quality=few, sleep_min=many)).sleep == "sleep_min"
    assert looked(rows_of(pain_average=pain)).sleep is None


def test_choices_of_words_are_named_as_left_out() -> None:
    shoes = Measure(
        uid="m",
        code="own.shoes",
        kind=MeasureKind.CHOICE,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
        choices=("old", "new"),
    )
    words = [value(day, None, "own.shoes", text="old") for day in range(DAYS)]
    one = looked([*rows_of(pain_average=noise(1)), *words], measures=(shoes,))
    assert (one.left_out, one.others) == (("own.shoes",), ())


def test_what_was_written_late_is_left_out_and_counted() -> None:
    rows = [row._replace(lateness="memory") if row.day < MONDAY + 20 else row for row in rows_of(**linked())]
    one = looked(rows)
    assert (one.n, one.n_memory) == (DAYS - 20, 40)
    assert pair(one, "stress>pain_average+0").n == DAYS - 21


def test_a_question_is_judged_among_questions_and_not_among_everything_else() -> None:
    one = looked(rows_of(**linked()), [question(day=DAYS)])
    (mine,) = one.questions
    assert (mine.tier, mine.question, mine.counted_since) == (Tier.MINE, f"q-stress-0-{DAYS}", None)
    assert mine.adjusted_p == pytest.approx(mine.p)
    assert "stress>pain_average+0" not in [link.key for link in one.others]
    assert one.mine.takes_p == pytest.approx(0.025)


def test_a_question_asked_after_its_numbers_were_seen_counts_only_later_days() -> None:
    asked = question(day=59, seen=date.fromordinal(MONDAY + 50))
    one = looked(rows_of(**linked()), [asked])
    (mine,) = one.questions
    assert (mine.counted_since, mine.n) == (MONDAY + 60, DAYS - 61)
    assert (mine.asked, mine.seen) == (MONDAY + 59, MONDAY + 50)
    assert pair(one, "stress>pain_average+0").n == DAYS - 1


def test_a_question_of_a_measure_that_has_no_numbers_waits() -> None:
    one = looked(rows_of(**linked()), [question("own.gone"), question("drinks", lag=1)])
    assert [link.standing for link in one.questions] == [LinkStanding.TOO_FEW] * 2
    assert [link.n for link in one.questions] == [0, 0]


def test_a_question_put_aside_stays_among_the_questions_while_a_day_on_which_it_stood_is_here() -> None:
    ended = question(day=-40, ended=date.fromordinal(MONDAY))
    assert len(looked(rows_of(**linked()), [ended]).questions) == 1
    gone = replace(ended, ended=date.fromordinal(MONDAY - 1))
    assert looked(rows_of(**linked()), [gone]).questions == ()


def test_more_than_five_questions_share_the_same_level_when_some_were_put_aside() -> None:
    made = {
        code: noise(at) for at, code in enumerate(("mood", "anxiety", "fatigue", "clarity", "drinks"), 10)
    }
    until = date.fromordinal(MONDAY + 100)
    asked = [question(code, ended=until) for code in made] + [question()]
    one = looked(rows_of(**linked(), **made), asked)
    stress = one.questions[-1]
    assert (one.mine.tested, stress.factor, stress.standing) == (6, "stress", LinkStanding.CLEAR)
    assert stress.p is not None
    assert stress.adjusted_p == pytest.approx(6 * stress.p)
    assert one.mine.takes_p == pytest.approx(0.025 / 6)


def test_the_same_pair_asked_twice_counts_once() -> None:
    again = replace(question(), uid="again", asked=date.fromordinal(MONDAY + 30))
    one = looked(rows_of(**linked()), [question(ended=date.fromordinal(MONDAY + 20)), again])
    assert [link.question for link in one.questions] == ["again"]


def test_what_the_person_says_stands_beside_pairs_with_pain_only() -> None:
    said = FactorSaid(factor="stress", days=4, by_effect={Effect.WORSE: 4})
    one = looked(rows_of(**linked(), sleep_quality=noise(3)), said=[said])
    assert pair(one, "stress>pain_average+0").said == (said,)
    assert pair(one, "stress>sleep_quality+0").said == ()
    bare = looked(rows_of(**linked(), sleep_quality=noise(3)))
    assert pair(one, "stress>pain_average+0").p == pair(bare, "stress>pain_average+0").p


def test_a_finding_in_everything_else_takes_more_than_a_question() -> None:
    rows = rows_of(**linked(), mood=noise(5), anxiety=noise(6), drinks=noise(7))
    one = looked(rows, [question(day=DAYS)])
    assert one.mine.takes_r is not None
    assert one.other.takes_r is not None
    assert one.mine.takes_r < one.other.takes_r
    assert one.mine.days_for_middling is not None
    assert one.other.days_for_middling is not None
    assert 60 < one.mine.days_for_middling < one.other.days_for_middling < 180


def test_what_would_have_been_called_is_what_is_called() -> None:
    one = looked(rows_of(**linked(slope=0.4), mood=noise(5), sleep_quality=noise(6)))
    best = min((link for link in one.others if link.p is not None), key=lambda link: link.p or 0)
    assert best.needs is not None
    assert best.is_called == (abs(best.coefficient or 0) >= best.needs)


def test_pairs_with_a_number_are_seen_from_the_first_day_on() -> None:
    one = looked(rows_of(**linked(), drinks=noise(9)[:20]), [question()])
    seen = newly_seen(one, {"stress>pain_average+1": "2026-01-01"}, MONDAY)
    assert seen == {
        "stress>pain_average+0": "2026-09-07",
        "stress>pain_average+1": "2026-01-01",
        "stress>pain_average+2": "2026-09-07",
    }
    assert newly_seen(one, seen, MONDAY + 9) == seen


def test_an_empty_diary_has_no_pairs() -> None:
    one = looked([], [question()])
    assert (one.others, one.sleep, one.factors, one.other.tested) == ((), None, (), 0)
    assert one.questions[0].standing is LinkStanding.TOO_FEW


def test_a_caller_can_stop_in_the_middle() -> None:
    def stop() -> None:
        raise InterruptedError

    found = days_of(period(rows_of(**linked()), DAYS))
    with pytest.raises(InterruptedError):
        looked_at(found.series, found.rows.measures, (), (), MONDAY, MONDAY + DAYS - 1, stop)


def test_moments_alone_are_no_outcome_and_it_is_said_why() -> None:
    moments = [
        value(day, one, "pain_now", kind="moment", hour=hour, entry=f"m{day}-{hour}")
        for day, one in enumerate(noise(1))
        if day % 2
        for hour in (9, 18)
    ]
    found = looked([*moments, *rows_of(stress=noise(2))])
    assert (found.no_pain, found.moment_days) == (NoPain.MOMENTS_ONLY, DAYS // 2)
    assert not any(one.outcome.startswith("pain") for one in found.listed)
    worst = rows_of(pain_worst=noise(3), stress=noise(2))
    assert looked([*moments, *worst]).no_pain is NoPain.WORST_ONLY
    assert looked(rows_of(stress=noise(2))).no_pain is NoPain.NOTHING
    assert looked([*moments, *rows_of(pain_average=noise(3))]).no_pain is None


def test_the_days_that_tell_of_pain_count_from_its_first_day() -> None:
    rows = rows_of(stress=noise(3), pain_average=[*[None] * 60, *noise(2, 90)])
    found = looked(rows)
    assert (found.since, found.n, found.days) == (MONDAY, 90, 90)
    assert looked(rows_of(stress=noise(3))).days == DAYS
