"""The check finds what does not belong in a diary, and says so in words."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.moments import DAY_END
from diary.models.records import Measure, Replace, Setting
from diary.storage.check import check
from diary.storage.reading import day_end
from tests.storage.given import TODAY, YESTERDAY, add, hurting, live, moment, night

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary


@pytest.fixture
def lived_in(diary: Diary) -> Diary:
    """A diary with entries of each kind and an earlier version."""
    add(diary, hurting(pain_worst=5.0), night(sleep_min=430.0), moment("m", pain_now=3.0))
    diary.apply([Replace(before=live(diary), after=hurting(pain_worst=6.0))])
    return diary


@pytest.fixture
def with_all(lived_in: Diary) -> Diary:
    """The same with a setting, a measure of its own and something being typed."""
    own = Measure(uid="own", code="own", kind=MeasureKind.COUNT, kept_in=EntryKind.DAY, group=Group.OWN)
    add(lived_in, Setting(uid="day_end", value='"04:00:00"'), own)
    lived_in.keep_draft("today", "{}")
    return lived_in


def spoil(file: Path, statement: str) -> None:
    """Change the file behind the diary's back."""
    raw = sqlite3.connect(file)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_sound_diary_has_nothing_to_say(with_all: Diary) -> None:
    assert with_all.ask(check) == []


def test_a_day_after_today_is_found(with_all: Diary) -> None:
    assert with_all.ask(check, YESTERDAY) == []
    assert any("2026-11-19 has not come yet" in line for line in with_all.ask(check, date(2026, 11, 18)))


def test_a_day_end_that_cannot_be_read_is_the_usual_one(with_all: Diary, file: Path) -> None:
    for nonsense in ("'nonsense'", "'{'", "'7'", "'\"nonsense\"'"):
        spoil(file, f"UPDATE setting SET value = {nonsense}")
        assert with_all.ask(day_end) == DAY_END
        assert with_all.today() == TODAY


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
        ("UPDATE change SET at = 'garbage' WHERE uid = 'c1'", "change c1: not a moment"),
        ("UPDATE change SET verb = 'horoscope' WHERE uid = 'c1'", "change c1"),
        ("UPDATE change SET author = 'nobody' WHERE uid = 'c1'", "does not know the author nobody"),
        ("UPDATE entry SET author = 'nobody' WHERE uid = 'm'", "entry m: The diary does not know"),
        ("UPDATE entry SET day = '2099-01-01' WHERE uid = 'm'", "2099-01-01 has not come yet"),
        ("UPDATE reading SET value = 'much' WHERE measure = 'pain_worst'", "entry day cannot be read"),
        ("UPDATE area SET severity = 'much'", "entry day cannot be read"),
        ("UPDATE setting SET value = '\"nonsense\"'", "setting day_end cannot be read"),
        ("UPDATE setting SET value = '{'", "setting day_end cannot be read"),
        ("UPDATE setting SET value = '7'", "setting day_end cannot be read"),
        ("UPDATE measure SET kind = 'horoscope'", "measure own cannot be read"),
        ("UPDATE measure SET low = 'few'", "measure own cannot be read"),
        ("UPDATE draft SET kept = 'earlier'", "draft today"),
    ],
)
def test_what_does_not_belong_is_found(with_all: Diary, file: Path, statement: str, words: str) -> None:
    spoil(file, statement)
    found = with_all.ask(check)
    assert found
    assert any(words in line for line in found)
