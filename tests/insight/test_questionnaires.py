"""Questionnaires: their words stand as published, scores need all their items, and nothing presses."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.instruments import CODES, instrument, read_instrument
from diary.insight.questionnaires import (
    ScoreRow,
    after_interval,
    line_values,
    merged_answers,
    read_skips,
    score_rows,
    scores,
    standing,
    window,
    worth_talking,
)
from diary.models.codes import Lateness
from diary.models.moments import Moment
from diary.models.story import Answer, Response
from diary.paths import resource

DAY = date(2026, 11, 22)
INTERFERED = "What number best describes how, during the past week, pain has interfered with your"


def response(code: str, day: date = DAY, version: str = "", hour: int = 9, **answers: int) -> Response:
    asked = instrument(code)
    return Response(
        uid=f"{code}-{day}-{hour}",
        instrument=code,
        version=version or asked.version,
        language="en",
        day=day,
        at=Moment(datetime(day.year, day.month, day.day, hour), 60),  # noqa: DTZ001  # local
        since=day,
        until=day,
        answers=tuple(Answer(item=item, value=value) for item, value in answers.items()),
    )


def found(one: Response) -> dict[str, float]:
    return {score.name: score.value for score in scores(one)}


def file_of(code: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"questionnaires/{code}.toml").read_text("utf-8"))


def test_the_peg_asks_word_for_word_as_published() -> None:
    peg = instrument("peg")
    assert [one.text for one in peg.items] == [
        "What number best describes your pain on average in the past week?",
        f"{INTERFERED} enjoyment of life?",
        f"{INTERFERED} general activity?",
    ]
    assert [(one.low_words, one.high_words) for one in peg.items] == [
        ("No pain", "Pain as bad as you can imagine"),
        ("Does not interfere", "Completely interferes"),
        ("Does not interfere", "Completely interferes"),
    ]
    assert (peg.low, peg.high, peg.recall_days, peg.every_days) == (0, 10, 7, 7)


def test_the_phq_4_asks_its_four_items_and_no_ninth() -> None:
    phq4 = instrument("phq4")
    assert phq4.stem.startswith("Over the last 2 weeks")
    assert [one.code for one in phq4.items] == ["nervous", "worry", "interest", "low"]
    assert phq4.words == ("Not at all", "Several days", "More than half the days", "Nearly every day")
    assert "Spitzer" in phq4.credit


def test_the_change_question_is_an_own_one_and_says_so() -> None:
    change = instrument("change")
    assert change.own
    assert (change.low, change.high, len(change.words)) == (1, 7, 7)
    said = " ".join((change.title, change.credit, change.source, change.items[0].text)).lower()
    assert "pgic" not in said
    assert "{since}" in change.items[0].text


@pytest.mark.parametrize("code", CODES)
def test_each_questionnaire_names_its_source_and_what_nobody_has_checked(code: str) -> None:
    asked = instrument(code)
    assert asked.source
    assert asked.licence
    assert all(note.endswith("?") for note in asked.unverified)
    assert bool(asked.unverified) != asked.own


@pytest.mark.parametrize(
    "broken",
    [
        {"version": ""},
        {"code": "other"},
        {"extra": 1},
        {"every_months": 1},
        {"every_days": 0},
        {"scale": {"low": 0, "high": 0}},
        {"scale": {"low": 0, "high": 3, "words": ["a"]}},
        {"items": []},
        {"unverified": ["surely"]},
    ],
    ids=str,
)
def test_a_file_with_something_wrong_in_it_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="questionnaire peg"):
        read_instrument("peg", {**file_of("peg"), **broken})


def test_an_unknown_questionnaire_is_not_looked_for() -> None:
    with pytest.raises(KeyError):
        instrument("../peg")


def test_the_peg_is_the_mean_of_three_and_nothing_with_two() -> None:
    whole = response("peg", average=6, enjoyment=7, activity=4)
    assert found(whole) == {"mean": pytest.approx(17 / 3)}
    assert scores(response("peg", average=6, enjoyment=7)) == ()


def test_nought_is_an_answer_and_a_skipped_item_is_not_nought() -> None:
    assert found(response("peg", average=0, enjoyment=0, activity=0)) == {"mean": 0.0}
    assert found(response("phq4", nervous=0, worry=0, interest=1)) == {"anxiety": 0.0}


def test_the_phq_4_has_a_total_and_two_parts() -> None:
    whole = response("phq4", nervous=1, worry=1, interest=2, low=3)
    assert found(whole) == {"total": 7.0, "anxiety": 2.0, "depression": 5.0}


def test_a_part_of_three_is_worth_talking_over_and_a_total_of_four_alone_is_not() -> None:
    assert worth_talking(response("phq4", nervous=2, worry=1, interest=0, low=0))
    assert worth_talking(response("phq4", interest=0, low=3))
    assert not worth_talking(response("phq4", nervous=1, worry=1, interest=1, low=1))
    assert not worth_talking(response("phq4", nervous=3))
    assert not worth_talking(response("peg", average=10, enjoyment=10, activity=10))


def test_an_answer_of_another_version_or_off_the_scale_has_no_score() -> None:
    assert scores(response("change", change=2, version="9")) == ()
    assert scores(response("change", change=8)) == ()
    assert found(response("change", change=7)) == {"change": 7.0}


def test_scores_come_in_order_with_their_class() -> None:
    rows = [
        (response("peg", DAY, hour=20, average=3, enjoyment=3, activity=3), Lateness.SAME_DAY, False),
        (response("peg", DAY, hour=8, average=6, enjoyment=6, activity=6), Lateness.SAME_DAY, True),
        (response("peg", DAY - timedelta(7), average=9, enjoyment=9, activity=9), Lateness.MEMORY, False),
        (response("peg", DAY, hour=9, average=9), Lateness.SAME_DAY, False),
        (response("phq4", DAY, nervous=1, worry=1, interest=1, low=1), Lateness.SAME_DAY, False),
    ]
    got = score_rows(rows, "peg")
    assert [(row.day, row.value, row.lateness, row.changed) for row in got] == [
        (DAY.toordinal() - 7, 9.0, Lateness.MEMORY, False),
        (DAY.toordinal(), 6.0, Lateness.SAME_DAY, True),
        (DAY.toordinal(), 3.0, Lateness.SAME_DAY, False),
    ]
    assert [row.value for row in score_rows(rows, "phq4", "anxiety")] == [2.0]


def test_a_line_breaks_where_one_was_left_out_and_keeps_memory_notes_out() -> None:
    def on(day: int, value: int, late: Lateness = Lateness.SAME_DAY) -> tuple[Response, Lateness, bool]:
        given = response("peg", DAY + timedelta(day), average=value, enjoyment=value, activity=value)
        return given, late, False

    rows = score_rows([on(0, 5), on(6, 4), on(22, 3), on(28, 9, Lateness.MEMORY)], "peg")
    assert line_values(rows, 7) == [5.0, 4.0, None, 3.0]
    assert line_values(rows, 7, most=2) == [None, 3.0]
    assert line_values([], 7) == []


def test_it_is_asked_an_interval_after_the_first_day_the_last_answer_or_when_it_was_put_off() -> None:
    peg = instrument("peg")

    def due(today: date, answered: list[date], skipped: date | None) -> tuple[date | None, bool]:
        got = standing(peg, today, answered=answered, skipped=skipped, first_day=DAY)
        return got.next_day, got.due

    week = timedelta(7)
    assert due(DAY + timedelta(6), [], None) == (DAY + week, False)
    assert due(DAY + week, [], None) == (DAY + week, True)
    assert due(DAY + week, [DAY + week], None) == (DAY + 2 * week, False)
    assert due(DAY + week, [], DAY + week) == (DAY + 2 * week, False)
    assert due(DAY + 9 * week, [DAY + week], None)[1]


def test_what_is_switched_off_or_in_an_empty_diary_is_not_asked() -> None:
    peg = instrument("peg")
    off = standing(peg, DAY, answered=[DAY - timedelta(90)], skipped=None, first_day=DAY, off=True)
    assert (off.next_day, off.due, off.last_day) == (None, False, DAY - timedelta(90))
    assert standing(peg, DAY, answered=[], skipped=None, first_day=None).next_day is None


def test_a_clock_that_was_ahead_does_not_silence_a_questionnaire() -> None:
    ahead = standing(
        instrument("peg"), DAY, answered=[DAY + timedelta(900)], skipped=None, first_day=DAY - timedelta(9)
    )
    assert ahead.next_day == DAY + timedelta(7)


def test_a_month_later_is_the_same_date_or_the_last_there_is() -> None:
    change = instrument("change")
    assert after_interval(change, date(2026, 1, 31)) == date(2026, 2, 28)
    assert after_interval(change, date(2026, 12, 15)) == date(2027, 1, 15)
    assert after_interval(change, date(2026, 11, 30)) == date(2026, 12, 30)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_next_time_lies_ahead_by_about_its_interval(day: date) -> None:
    for code in CODES:
        asked = instrument(code)
        assert asked.slot_days - 3 < (after_interval(asked, day) - day).days < asked.slot_days + 3


def test_the_days_it_is_about_follow_its_recall() -> None:
    assert window(instrument("peg"), DAY) == (DAY - timedelta(6), DAY)
    assert window(instrument("phq4"), DAY) == (DAY - timedelta(13), DAY)
    assert window(instrument("change"), DAY, date(2026, 1, 5)) == (date(2026, 1, 5), DAY)
    assert window(instrument("change"), DAY, DAY + timedelta(4)) == (DAY, DAY)


def test_a_setting_that_makes_no_sense_puts_nothing_off() -> None:
    kept = {"peg": "2026-11-22", "phq4": "soon", "change": 3, "other": "2026-11-22"}
    assert read_skips(kept) == {"peg": DAY}
    assert read_skips([1]) == {}


def test_a_helpers_answers_stand_in_the_line_only_where_there_are_no_own() -> None:
    rows = [
        ScoreRow(1, 5.0, Lateness.SAME_DAY, False, "own"),
        ScoreRow(3, 9.0, Lateness.SAME_DAY, False, "annas"),
        ScoreRow(8, 7.0, Lateness.SAME_DAY, False, "annas too"),
    ]
    helped = {"annas": "anna", "annas too": "anna"}
    assert line_values(rows, 7, helped=helped) == [5.0, 7.0]
    assert line_values(rows, 7) == [9.0, 7.0]


def test_answers_of_two_sides_meet_item_by_item() -> None:
    found = merged_answers({"a": 1, "b": 2}, {"a": 5, "c": 3}, {"a": 4, "b": 2, "d": 6})
    assert found.answers == {"a": 5, "c": 3, "d": 6}
    assert (found.taken, found.both) == (("d",), ("a",))
