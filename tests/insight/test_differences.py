"""What differs between two versions, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from diary.insight.differences import what_changed
from diary.models.codes import Answered, AnswerList, EntryKind, Group, MeasureKind
from diary.models.measures import BY_CODE
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Measure, Reading, SleepPiece

OWN = Measure(
    uid="m",
    code="coffee",
    kind=MeasureKind.COUNT,
    kept_in=EntryKind.DAY,
    group=Group.OWN,
    label="Cups of coffee",
)
MEASURES = {**BY_CODE, "coffee": OWN}
FOOT = Area(
    uid="a", severity=6, qualities=(AreaQuality(code="burning"),), regions=(AreaRegion(region="sole"),)
)
BEFORE = Entry(
    uid="e",
    kind=EntryKind.DAY,
    day=date(2026, 11, 18),
    author="me",
    note="one",
    answered={AnswerList.PLACES: Answered.SOME},
    readings=(Reading(measure="pain_worst", value=6), Reading(measure="coffee", value=2)),
    areas=(FOOT,),
)


def told(before: Entry | None, after: Entry | None) -> tuple[str, ...]:
    return what_changed(before, after, MEASURES, named)


def named(area: Area) -> str:
    return ", ".join(one.region for one in area.regions).capitalize()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"readings": (Reading(measure="pain_worst", value=7), BEFORE.readings[1])},
            "Worst pain changed from 6 to 7",
        ),
        ({"readings": (BEFORE.readings[0],)}, "Cups of coffee taken back, was 2"),
        ({"readings": (*BEFORE.readings, Reading(measure="mood", value=0))}, "Mood added: 0"),
        ({"note": "two"}, "Note changed"),
        ({"note": ""}, "Note taken away"),
        ({"areas": ()}, "Sole taken away"),
        ({"areas": (replace(FOOT, severity=7),)}, "Sole changed from 6 to 7"),
        ({"areas": (replace(FOOT, severity=None),)}, "Sole changed from 6 to not answered"),
        ({"areas": (replace(FOOT, qualities=()),)}, "Sole feels different"),
        ({"areas": (FOOT, replace(FOOT, uid="b", regions=(AreaRegion(region="palm"),)))}, "Palm added"),
        ({"answered": {AnswerList.PLACES: Answered.NONE}}, "Nothing hurts, now an answer"),
        ({"sleep": (SleepPiece(uid="s", asleep_min=400),)}, "Sleep times changed"),
        ({}, "Saved again, with the same answers"),
    ],
)
def test_each_difference_is_one_sentence(fields: dict[str, Any], words: str) -> None:
    assert told(BEFORE, replace(BEFORE, **fields)) == (words,)


def test_the_first_version_and_a_deletion_say_so() -> None:
    assert told(None, BEFORE) == ("First saved",)
    assert told(BEFORE, None) == ("Deleted",)


def test_minutes_are_read_as_hours() -> None:
    night = Entry(uid="n", kind=EntryKind.NIGHT, day=BEFORE.day, author="me")
    before = replace(night, readings=(Reading(measure="sleep_min", value=400),))
    after = replace(night, readings=(Reading(measure="sleep_min", value=375),))
    assert told(before, after) == ("Time asleep changed from 6 h 40 to 6 h 15",)
