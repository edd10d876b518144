"""Fitbit's sleep records become nights: parts of one night together, naps beside it, nothing twice."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.importers.plan import carry_out, plan
from diary.models.codes import EntryKind, SourceKind
from diary.storage import queries
from tests.exchange.fixtures_here import OWN, real

if TYPE_CHECKING:
    from pathlib import Path

    from diary.models.records import Entry
    from diary.storage.diary import Diary

SMALL = OWN / "fitbit_sleep.json"


@pytest.fixture
def nights(diary: Diary) -> dict[str, Entry]:
    """The nights of the small file by day."""
    carry_out(diary, plan(SMALL, diary))
    found = diary.ask(queries.entries_between, date(2019, 1, 1), date(2020, 1, 1))
    return {str(one.day): one for one in found}


def slept(entry: Entry) -> float | None:
    """Return the minutes asleep of a night."""
    reading = entry.reading("sleep_min")
    return None if reading is None else reading.value


def test_a_night_in_two_parts_is_one_night(nights: dict[str, Entry]) -> None:
    night = nights["2019-11-12"]
    reading = night.reading("sleep_min")
    assert reading is not None
    assert (night.kind, reading.value, reading.original) == (EntryKind.NIGHT, 323, "220 + 103")
    assert (reading.source_key, reading.original_unit) == ("1 2", "min")
    assert [(str(one.bed), str(one.up), one.asleep_min, one.nap) for one in night.sleep] == [
        ("2019-11-11T23:21:00", "2019-11-12T03:43:30", 220, False),
        ("2019-11-12T05:00:00", "2019-11-12T06:55:30", 103, False),
    ]


def test_a_nap_stands_beside_the_night_and_is_not_added(nights: dict[str, Entry]) -> None:
    night = nights["2019-11-24"]
    assert slept(night) == 245
    assert [(one.source_key, one.nap) for one in night.sleep] == [("3", False), ("4", True)]


def test_a_day_with_only_a_nap_says_nothing_about_the_night(nights: dict[str, Entry]) -> None:
    assert slept(nights["2019-11-25"]) is None
    assert [one.nap for one in nights["2019-11-25"].sleep] == [True]


def test_a_part_before_midnight_goes_with_its_night(nights: dict[str, Entry]) -> None:
    assert slept(nights["2019-11-26"]) == 80 + 330


def test_wakings_are_not_invented(nights: dict[str, Entry]) -> None:
    assert {one.measure for night in nights.values() for one in night.readings} == {"sleep_min"}


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(diary: Diary) -> None:
    planned = plan(SMALL, diary)
    assert (planned.nights, planned.naps, planned.repeated) == (4, 2, 1)
    assert [(one.place, one.why) for one in planned.unreadable] == [
        ("record 10", "its dates do not agree"),
        ("record 11", "startTime is not there or cannot be read"),
        ("record 12", "stands twice, and differs"),
        ("record 9", "overlaps another record of the same night"),
    ]


def test_measured_nights_are_imported_never_late(diary: Diary, nights: dict[str, Entry]) -> None:
    rows = diary.ask(queries.values_between, ["sleep_min"], date(2019, 1, 1), date(2020, 1, 1))
    assert {row.lateness for row in rows} == {"imported"}
    assert {(one.source.kind, one.source.name) for one in nights.values()} == {(SourceKind.DEVICE, "Fitbit")}


def test_a_typed_night_and_a_measured_one_stand_side_by_side(diary: Diary) -> None:
    from diary.models.records import Entry, Reading, Replace
    from diary.storage.reading import SELF

    reading = Reading(measure="sleep_quality", value=6.0)
    typed = Entry(uid="typed", kind=EntryKind.NIGHT, day=date(2019, 11, 12), author=SELF, readings=(reading,))
    diary.apply([Replace(before=None, after=typed)])
    assert plan(SMALL, diary).nights == 4
    carry_out(diary, plan(SMALL, diary))
    kept = diary.ask(queries.entry_on, date(2019, 11, 12), EntryKind.NIGHT)
    assert kept is not None
    assert kept.uid == "typed"


def test_a_folder_and_a_zip_are_read_like_the_file(diary: Diary, tmp_path: Path) -> None:
    records = json.loads(SMALL.read_text("utf-8"))
    folder = tmp_path / "Takeout" / "Fitbit"
    folder.mkdir(parents=True)
    (folder / "sleep-2019-11-12.json").write_text(json.dumps(records[:2]), "utf-8")
    (folder / "sleep-2019-11-24.json").write_text(json.dumps(records[2:]), "utf-8")
    (folder / "sleep_score.json").write_text("[]", "utf-8")
    (folder / "heart_rate.json").write_text("[1]", "utf-8")
    with zipfile.ZipFile(tmp_path / "takeout.zip", "w") as packed:
        for one in folder.iterdir():
            packed.write(one, f"Takeout/Fitbit/{one.name}")
    told = [plan(path, diary) for path in (SMALL, tmp_path / "Takeout", tmp_path / "takeout.zip")]
    assert {(one.nights, one.naps, one.readings, len(one.unreadable)) for one in told} == {(4, 2, 3, 4)}
    assert {one.place for one in told[1].unreadable} >= {"sleep-2019-11-24.json, record 9"}


@pytest.mark.parametrize("content", [b"[1, 2", b'{"a": 1}', b"\xff\xfe"])
def test_a_broken_file_is_refused_in_words(diary: Diary, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sleep.json").write_bytes(content)
    with pytest.raises(DiaryError, match="Fitbit file cannot be read"):
        plan(tmp_path / "sleep.json", diary, "Fitbit")


@pytest.mark.parametrize(("name", "nights", "naps", "repeated"), [("p01", 150, 0, 5), ("p02", 142, 1, 5)])
def test_real_months_come_in_once_and_go_away_again(
    diary: Diary, name: str, nights: int, naps: int, repeated: int
) -> None:
    path = real(f"pmdata/{name}/fitbit/sleep.json")
    planned = plan(path, diary)
    assert (planned.nights, planned.naps, planned.repeated) == (nights, naps, repeated)
    assert planned.unreadable == ()
    changes = carry_out(diary, planned)
    assert changes.change is not None
    again = plan(path, diary)
    assert (again.entries, again.known, again.different) == (0, nights, 0)
    assert carry_out(diary, again).change is None
    diary.undo(changes.change)
    assert diary.ask(queries.span) is None


def test_every_record_of_a_real_file_is_kept_and_its_minutes_are_the_nights(diary: Diary) -> None:
    path = real("pmdata/p02/fitbit/sleep.json")
    records = {one["logId"]: one for one in json.loads(path.read_text("utf-8"))}
    carry_out(diary, plan(path, diary))
    found = diary.ask(queries.entries_between, date(2019, 11, 1), date(2020, 4, 1))
    pieces = [piece for one in found for piece in one.sleep]
    assert {piece.source_key for piece in pieces} == {str(key) for key in records}
    naps = sum(piece.asleep_min or 0 for piece in pieces if piece.nap)
    assert (
        sum(slept(one) or 0 for one in found) == sum(one["minutesAsleep"] for one in records.values()) - naps
    )
