"""Records as plain JSON values and back: the one codec of revisions, exports and drafts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from diary.models.codes import EntryKind
from diary.models.plain import NotPlainError, from_plain, to_plain
from diary.models.records import Entry, GivenReport, Reading, Replace, Setting
from tests.storage.whole_entries import entries

PLAIN = {"uid": "d", "kind": "day", "day": "2026-11-20", "author": "author-self"}


@settings(max_examples=30, deadline=None)
@given(entries())
def test_an_entry_goes_through_json_unchanged(entry: Entry) -> None:
    text = json.dumps(to_plain(entry), ensure_ascii=False)
    assert from_plain(Entry, json.loads(text)) == entry


def test_what_is_at_its_default_is_left_out() -> None:
    entry = Entry(uid="d", kind=EntryKind.DAY, day=date(2026, 11, 20), author="author-self")
    assert to_plain(entry) == PLAIN


def test_whole_numbers_are_written_as_such_and_read_as_they_were() -> None:
    plain = to_plain(Reading(measure="mood", value=5.0))
    assert json.dumps(plain) == '{"measure": "mood", "value": 5}'
    value = from_plain(Reading, plain).value
    assert isinstance(value, float)


def test_bytes_go_through_json_unchanged() -> None:
    plain = json.loads(json.dumps(to_plain(_report())))
    assert from_plain(GivenReport, plain) == _report()


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"kind": "month"}, "entry.kind"),
        ({"day": "2026-11-31"}, "entry.day"),
        ({"day": 20261120}, "entry.day"),
        ({"uid": None}, "entry.uid"),
        ({"note": 3}, "entry.note"),
        ({"mood": 3}, "entry.mood"),
        ({"asked": "mood"}, "entry.asked"),
        ({"answered": {"places": "maybe"}}, "entry.answered.places"),
        ({"answered": []}, "entry.answered"),
        ({"readings": [{"measure": "mood", "value": "5"}]}, "entry.readings[0].value"),
        ({"readings": [{"measure": "mood", "value": True}]}, "entry.readings[0].value"),
        ({"readings": [{"value": 5}]}, "entry.readings[0].measure"),
        ({"areas": [{"uid": "a", "severity": 2.5}]}, "entry.areas[0].severity"),
        ({"sleep": [{"uid": "s", "nap": 1}]}, "entry.sleep[0].nap"),
        ({"sleep": [{"uid": "s", "asleep_min": 2**70}]}, "entry.sleep[0].asleep_min"),
        ({"at": "soon"}, "entry.at"),
        ({"source": "typed"}, "entry.source"),
    ],
)
def test_what_does_not_fit_is_named(changed: dict[str, Any], place: str) -> None:
    with pytest.raises(NotPlainError) as refused:
        from_plain(Entry, PLAIN | changed, "entry")
    assert refused.value.place == place


def test_what_is_missing_is_named() -> None:
    with pytest.raises(NotPlainError, match=r"entry\.author"):
        from_plain(Entry, {key: one for key, one in PLAIN.items() if key != "author"}, "entry")
    with pytest.raises(NotPlainError, match="expected an object"):
        from_plain(Entry, [PLAIN], "entry")


def test_a_replacement_has_a_record_on_one_side() -> None:
    with pytest.raises(ValueError, match="one side"):
        Replace(before=None, after=None)
    setting = Setting(uid="day_end", value='"03:00"')
    assert Replace(before=setting, after=None).uid == Replace(before=None, after=setting).uid == "day_end"


def _report() -> GivenReport:
    return from_plain(
        GivenReport,
        {
            "uid": "r",
            "given": "2026-11-20T12:00:00+01:00",
            "since": "2026-10-20",
            "until": "2026-11-20",
            "choices": {"notes": ["a", 1, None]},
            "pdf": "AP8=",
        },
    )
