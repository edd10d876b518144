"""Amounts of medicine: read as people type them, said with their unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models.codes import Unit
from diary.wording.amounts import amount_words, read_amount, unit_words


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
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, amount: float, unit: str) -> None:
    assert read_amount(typed, "mg") == (amount, unit)


@pytest.mark.parametrize("typed", ["", "a bit", "-5", "1/0", "5 6", "1.2.3", "mg"])
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert read_amount(typed, "mg") is None


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
def test_what_is_said_is_read_as_the_same(thousandths: int, unit: Unit) -> None:
    amount = thousandths / 1000
    assert read_amount(amount_words(amount, unit)) == (amount, unit)
    assert read_amount(unit_words(unit)) is None
