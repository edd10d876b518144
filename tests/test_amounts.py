"""Amounts of medicine: read as people type them, said with their unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models.codes import Unit
from diary.wording import say
from diary.wording.amounts import (
    amount_words,
    read_amount,
    typed_amount,
    unclear_words,
    unit_words,
)


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("50", 50, "mg"),
        ("50 mg", 50, "mg"),
        ("0,5ml", 0.5, "ml"),
        (" .5 mL ", 0.5, "ml"),
        ("200 µg", 200, "ug"),
        ("200 mcg", 200, "ug"),
        ("1/2 tablet", 0.5, "pieces"),
        ("2 Patches", 2, "patches"),
        ("3 sachets", 3, "sachets"),
        ("1 IU", 1, "units"),
        ("½ tablet", 0.5, "pieces"),
        ("1½ tablets", 1.5, "pieces"),
        ("1 1/2 tablets", 1.5, "pieces"),
        ("0.125 mg", 0.125, "mg"),
        ("1000 mg", 1000, "mg"),
        ("1.5 g", 1.5, "g"),
        ("5 %", 5, "%"),
        ("9.5 mg/24 h", 9.5, "mg/24 h"),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, amount: float, unit: str) -> None:
    assert read_amount(typed, "mg") == (amount, unit)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "a bit",
        "-5",
        "1/0",
        "5 6",
        "1.2.3",
        "mg",
        "2 x 50 mg",
        "2 x",
        "2 × 50",
        "1-2 tablets",
        "50 mg x 2",
    ],
)
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert read_amount(typed, "mg") is None


@pytest.mark.parametrize(
    ("typed", "small", "large"),
    [
        ("1,000 mg", "1", "1000"),
        ("1.500 mg", "1.5", "1500"),
        ("10,000 units", "10", "10000"),
        ("1.125", "1.1250", "1125"),
    ],
)
def test_a_point_or_comma_before_three_digits_is_asked_about_never_guessed(
    typed: str, small: str, large: str
) -> None:
    assert read_amount(typed, "mg") is None
    asked = unclear_words(typed, "dose.amount_unclear")
    assert f"{small} or {large}" in asked
    for one in (small, large):
        found = read_amount(one)
        assert found is not None
        assert found[0] == float(one)
    assert unclear_words("a bit", "dose.amount_unclear") == say("dose.amount_unclear")


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (50.0, "mg", "50 mg"),
        (200.0, "ug", "200 µg"),
        (1.0, "patches", "1 patch"),
        (0.5, "pieces", "0.5 pieces"),
        (2.0, "sachets", "2 sachets"),
        (2.0, "", "2"),
        (None, "ug", "µg"),
        (None, "", ""),
    ],
)
def test_an_amount_is_said_with_its_unit(amount: float | None, unit: str, words: str) -> None:
    assert amount_words(amount, unit) == words


@given(st.integers(0, 10**7), st.sampled_from(list(Unit)))
def test_what_stands_in_a_field_is_read_as_the_same(thousandths: int, unit: Unit) -> None:
    amount = thousandths / 1000
    assert read_amount(typed_amount(amount, unit)) == (amount, unit)
    assert read_amount(unit_words(unit)) is None
