"""The check finds what does not belong in a diary, and says so in words."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.models.care import Treatment
from diary.models.codes import EntryKind, Group, MeasureKind, Noun, Verb
from diary.models.moments import DAY_END
from diary.models.records import Measure, Replace, Setting
from diary.storage import life_queries
from diary.storage.check import check
from diary.storage.reading import day_end
from tests.storage.given import TODAY, YESTERDAY, add, hurting, live, moment, night
from tests.storage.one_of_each import ATTACK, CARE, EXPORT, NAP, STORY, WEATHER

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
    add(lived_in, WEATHER, ATTACK, NAP, *CARE, *STORY, EXPORT)
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


def test_what_names_a_deleted_record_is_sound(with_all: Diary) -> None:
    treatment = with_all.ask(life_queries.one_of, Treatment, "tramadol")
    with_all.apply([Replace(before=treatment, after=None)], verb=Verb.DELETE)
    assert with_all.ask(check) == []
    with_all.erase(Noun.ENTRY, "attack", [])
    assert with_all.ask(check) == []


def test_what_names_a_record_that_cannot_be_read_is_not_told_twice(with_all: Diary, file: Path) -> None:
    spoil(file, "UPDATE treatment SET form = 'horoscope'")
    (found,) = with_all.ask(check)
    assert "treatment tramadol cannot be read" in found


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
        ("UPDATE side_effect SET severity = 11", "side_effect dizzy cannot be read: A severity goes"),
        ("UPDATE relief SET after_min = 45", "relief relief cannot be read: Pain around a dose"),
        ("UPDATE treatment SET stopped = '2020'", "treatment tramadol cannot be read: The end lies"),
        ("UPDATE treatment SET started = 'spring'", "treatment tramadol cannot be read"),
        ("UPDATE treatment SET stop_reasons = '['", "treatment tramadol cannot be read"),
        ("UPDATE response SET answers = '[]'", "response peg cannot be read: No question"),
        ("UPDATE dose SET day = '2099-01-01'", "2099-01-01 has not come yet"),
        ("UPDATE dose SET treatment = 'horoscope'", "dose dose names an unknown treatment: horoscope"),
        ("UPDATE relief SET dose = 'horoscope'", "relief relief names an unknown dose: horoscope"),
        ("UPDATE question SET consult = 'horoscope'", "question ask names an unknown consult: horoscope"),
        ("UPDATE attribution SET entry = 'horoscope'", "attribution cold names an unknown entry: horoscope"),
        (
            "UPDATE area SET site = 'horoscope' WHERE site = 'foot'",
            "entry attack names an unknown site: horoscope",
        ),
    ],
)
def test_what_does_not_belong_is_found(with_all: Diary, file: Path, statement: str, words: str) -> None:
    spoil(file, statement)
    found = with_all.ask(check)
    assert found
    assert any(words in line for line in found)
