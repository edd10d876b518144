"""The check finds what does not belong in a diary, and says so in words."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from diary.models.records import Replace
from diary.storage.check import check
from tests.storage.given import add, hurting, live, moment, night

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary


@pytest.fixture
def lived_in(diary: Diary) -> Diary:
    """A diary with entries of each kind and an earlier version."""
    add(diary, hurting(pain_worst=5.0), night(sleep_min=430.0), moment("m", pain_now=3.0))
    diary.apply([Replace(before=live(diary), after=hurting(pain_worst=6.0))])
    return diary


def spoil(file: Path, statement: str) -> None:
    """Change the file behind the diary's back."""
    raw = sqlite3.connect(file)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_sound_diary_has_nothing_to_say(lived_in: Diary) -> None:
    assert lived_in.ask(check) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE reading SET value = 11 WHERE measure = 'pain_worst'", "goes from 0 to 10"),
        ("UPDATE reading SET measure = 'horoscope' WHERE measure = 'pain_now'", "horoscope"),
        ("UPDATE entry SET kind = 'moment' WHERE uid = 'night'", "belongs to"),
        ("UPDATE area SET severity = 99", "severity"),
        ("DELETE FROM answer", "Places"),
        ("DELETE FROM entry WHERE uid = 'm'", "points nowhere"),
        ("UPDATE revision SET before = '{'", "earlier version"),
        ("UPDATE revision SET before = '{}'", "earlier version"),
        ("UPDATE revision SET noun = 'horoscope'", "earlier version"),
        ("UPDATE entry SET kind = 'horoscope' WHERE uid = 'm'", "entry m"),
        ("UPDATE entry SET day = 'gestern' WHERE uid = 'm'", "entry m"),
        ("UPDATE entry SET asked = '[' WHERE uid = 'm'", "entry m"),
        ("UPDATE sleep_piece SET asleep = 'spät'", "entry night"),
    ],
)
def test_what_does_not_belong_is_found(lived_in: Diary, file: Path, statement: str, words: str) -> None:
    spoil(file, statement)
    found = lived_in.ask(check)
    assert found
    assert any(words in line for line in found)
