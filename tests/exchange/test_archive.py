"""Everything in one zip: the same bytes for the same record, and every harm to it is found."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.archive import Form, Wanted, export, usual_privacy
from diary.exchange.archive_check import check_archive
from diary.exchange.archive_readme import WIDTH
from diary.exchange.archive_zip import MANIFEST, RECORD, SUMS
from diary.exchange.csv_export import export_csv
from diary.exchange.demo import sample
from diary.exchange.json_export import write_json
from diary.exchange.json_restore import read_snapshot
from diary.exchange.privacy import ALL, Privacy
from diary.exchange.whole_file import CancelledError
from diary.models.measures import BY_CODE
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from diary.wording import say
from tests.exchange.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.exchange.whole_file import Tick

UNTIL = date(2026, 11, 19)


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    """A diary with a sample of 14 days; it is noon."""
    opened = Diary(tmp_path_factory.mktemp("archive") / "diary.sqlite3", clock=lambda: NOON)
    whole = sample(days=14, seed=3, until=UNTIL)
    given = tuple(replace(one, pdf=b"%PDF-1.7") for one in whole.given_reports)
    opened.restore(replace(whole, given_reports=given))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def archive(diary: Diary) -> Path:
    """The archive of all of it."""
    to = diary.path.with_name("everything.zip")
    assert export(diary, Form.EVERYTHING, to, Wanted()) == (to,)
    return to


def contents(path: Path) -> dict[str, bytes]:
    """Return the files in a zip."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_an_archive_holds_the_record_in_every_form(diary: Diary, archive: Path) -> None:
    found = contents(archive)
    whole = diary.ask(snapshot)
    stream = io.BytesIO()
    write_json(whole, stream)
    assert found[RECORD] == stream.getvalue()
    assert json.loads(found["fhir.json"])["resourceType"] == "Bundle"
    pictures = [name for name in found if name.startswith("drawings/")]
    assert len(pictures) == sum(bool(one.areas) for one in whole.entries)
    reports = [content for name, content in found.items() if name.startswith("reports/")]
    assert reports == [b"%PDF-1.7"]
    assert found["docs/LICENSE.txt"].startswith(b"MIT License")
    assert b"## CSV" in found["docs/format.md"]


def test_its_tables_are_those_of_the_folder_and_each_column_is_explained(
    diary: Diary, archive: Path, tmp_path: Path
) -> None:
    found = contents(archive)
    for file in export_csv(diary, tmp_path):
        if file.name != "columns.csv":
            assert found[f"csv/{file.name}"] == file.read_bytes()
    rows = csv.DictReader(io.StringIO(found["csv/columns.csv"].decode("utf-8-sig")))
    told = {(row["file"], row["column"]) for row in rows if row["meaning"]}
    for name, content in found.items():
        if name.startswith("csv/") and name != "csv/columns.csv":
            header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert {(name.removeprefix("csv/"), column) for column in header} <= told


def test_the_same_record_at_the_same_moment_gives_the_same_bytes(diary: Diary, tmp_path: Path) -> None:
    for name in ("one.zip", "again.zip"):
        export(diary, Form.EVERYTHING, tmp_path / name, Wanted(since=UNTIL - timedelta(days=2)))
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


def test_the_readme_explains_every_file_class_and_scale(diary: Diary, archive: Path) -> None:
    found = contents(archive)
    text = found["README.txt"].decode("utf-8")
    lines = text.split("\r\n")
    assert max(map(len, lines)) <= WIDTH
    for name in found:
        assert name.split("/")[0] in text
        if name.startswith("csv/"):
            assert name in text
    for word in ("same_day", "next_day", "later", "memory", "imported", "LOINC", "SNOMED", "sha256sum"):
        assert word in text
    used = {one.measure for entry in diary.ask(snapshot).entries for one in entry.readings}
    for code in used & BY_CODE.keys():
        assert re.search(rf"^{code} +\S", text, re.MULTILINE)
    assert "Nothing was left out." in text


def test_the_manifest_has_the_size_and_hash_of_every_file(archive: Path) -> None:
    found = contents(archive)
    files = {one["name"]: one for one in json.loads(found[MANIFEST])["files"]}
    assert files.keys() == found.keys() - {MANIFEST, SUMS}
    for name, one in files.items():
        assert (one["bytes"], one["sha256"]) == (len(found[name]), sha256(found[name]).hexdigest())


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_sha256sum_reads_the_same_hashes(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", SUMS], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(contents(archive)) - 1


def test_an_archive_is_found_sound(archive: Path) -> None:
    count, told = check_archive(archive)
    assert told == []
    assert count == len(contents(archive))


# --- harm


def _altered(found: dict[str, bytes]) -> None:
    found["csv/days.csv"] = found["csv/days.csv"].replace(b"same_day", b"next_day", 1)


def _gone(found: dict[str, bytes]) -> None:
    del found["docs/format.md"]


def _added(found: dict[str, bytes]) -> None:
    found["csv/note.exe"] = b"MZ"


def _other_record(found: dict[str, bytes]) -> None:
    content = found[RECORD].replace(b'"severity":', b'"strength":', 1)
    manifest = json.loads(found[MANIFEST])
    (row,) = [one for one in manifest["files"] if one["name"] == RECORD]
    row.update(bytes=len(content), sha256=sha256(content).hexdigest())
    found[RECORD], found[MANIFEST] = content, json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_altered, ["csv/days.csv: differs"]),
        (_gone, ["docs/format.md: is not there"]),
        (_added, ["csv/note.exe: was not written"]),
        (_other_record, ["SHA256SUMS: differs", "nerve-diary.json: The file"]),
    ],
)
def test_every_harm_is_named(
    archive: Path, tmp_path: Path, harm: Callable[[dict[str, bytes]], None], words: list[str]
) -> None:
    found = contents(archive)
    harm(found)
    with zipfile.ZipFile(tmp_path / "harmed.zip", "w") as packed:
        for name, content in found.items():
            packed.writestr(name, content)
    _, told = check_archive(tmp_path / "harmed.zip")
    assert len(told) == len(words)
    assert all(one.startswith(word) for one, word in zip(told, words, strict=True))


def test_a_damaged_file_is_named(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        at = packed.getinfo("docs/regions.json").header_offset + 200
    data = bytearray(archive.read_bytes())
    data[at : at + 40] = b"\xff" * 40
    (tmp_path / "damaged.zip").write_bytes(data)
    _, told = check_archive(tmp_path / "damaged.zip")
    assert told == ["docs/regions.json: cannot be unpacked."]


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_file_packed_in_another_way_is_named(archive: Path, tmp_path: Path, way: int) -> None:
    packing = tmp_path / "packed.zip"
    with zipfile.ZipFile(packing, "w", way) as packed:
        for name, content in contents(archive).items():
            packed.writestr(name, content)
        at = packed.getinfo("docs/regions.json").header_offset + 300
    data = bytearray(packing.read_bytes())
    data[at : at + 400] = b"\xff" * 400
    packing.write_bytes(data)
    _, told = check_archive(packing)
    assert [one.partition(":")[0] for one in told] == ["docs/regions.json"]


@pytest.mark.parametrize(("before", "after"), [(b"MZ", b""), (b"", b"more"), (b"", b"PK")])
def test_bytes_before_or_after_an_archive_are_noticed(
    archive: Path, tmp_path: Path, before: bytes, after: bytes
) -> None:
    (tmp_path / "more.zip").write_bytes(before + archive.read_bytes() + after)
    _, told = check_archive(tmp_path / "more.zip")
    assert told == ["more.zip: something stands before or after the archive."]


def test_the_archive_of_a_sample_says_that_the_person_is_made_up(archive: Path) -> None:
    found = contents(archive)
    assert say("report.sample") in found["README.txt"].decode()
    assert json.loads(found["fhir.json"])["meta"]["security"][0]["code"] == "HTEST"


def _cut(archive: Path) -> bytes:
    return archive.read_bytes()[:-500]


def _bomb(_archive: Path) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(MANIFEST, "{}")
    data = bytearray(stream.getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (0xFFFF_FFFE).to_bytes(4, "little")
    central = bytes(data[data.index(b"PK\x01\x02") : data.index(b"PK\x05\x06")])
    return _repeated(bytes(data), central, 4)


def _repeated(data: bytes, central: bytes, times: int) -> bytes:
    begin = data.index(b"PK\x01\x02")
    end = bytearray(data[data.index(b"PK\x05\x06") :])
    end[8:12] = times.to_bytes(2, "little") * 2
    end[12:16] = (times * len(central)).to_bytes(4, "little")
    return data[:begin] + central * times + bytes(end)


def _foreign(_archive: Path) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("holiday.jpg", b"jpg")
    return stream.getvalue()


def _odd_manifest(_archive: Path) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(MANIFEST, '{"files": [[]], "format": 3}')
    return stream.getvalue()


def _negative(archive: Path) -> bytes:
    found = contents(archive)
    manifest = json.loads(found[MANIFEST])
    manifest["files"][0]["bytes"] = -1
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in {**found, MANIFEST: json.dumps(manifest).encode()}.items():
            packed.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (_cut, "is not a zip that can be read"),
        (lambda _: b"", "is not a zip"),
        (_bomb, "unpacks to more than"),
        (_foreign, "is not an archive of this diary"),
        (_odd_manifest, "is not an archive of this diary"),
        (_negative, "is not an archive of this diary"),
    ],
)
def test_what_is_no_archive_is_refused_kindly(
    archive: Path, tmp_path: Path, made: Callable[[Path], bytes], words: str
) -> None:
    (tmp_path / "odd.zip").write_bytes(made(archive))
    with pytest.raises(DiaryError, match=words):
        check_archive(tmp_path / "odd.zip")
    assert [one.name for one in tmp_path.iterdir()] == ["odd.zip"]


def test_a_file_that_unpacks_to_more_than_it_says_is_not_read_to_its_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(RECORD, b"\0" * 50_000_000)
        told = {"format": "nerve-diary-archive", "files": [{"name": RECORD, "bytes": 10, "sha256": ""}]}
        packed.writestr(MANIFEST, json.dumps(told))
    _, found = check_archive(tmp_path / "bomb.zip")
    assert f"{RECORD}: differs from what was written." in found


# --- a part, and an end before the end


def test_a_part_says_what_is_left_out_and_holds_no_report(diary: Diary, tmp_path: Path) -> None:
    wanted = Wanted(since=date(2026, 11, 10), until=date(2026, 11, 12), privacy=Privacy(name=True))
    (to,) = export(diary, Form.EVERYTHING, tmp_path / "part.zip", wanted)
    assert check_archive(to)[1] == []
    found = contents(to)
    days = {one.day for one in read_snapshot(found[RECORD], RECORD).entries}
    assert days <= {date(2026, 11, day) for day in (10, 11, 12)}
    assert not any(name.startswith("reports/") for name in found)
    assert all(name.split("/")[1][:10] <= "2026-11-12" for name in found if name.startswith("drawings/"))
    text = found["README.txt"].decode("utf-8")
    assert "Left out: notes and own words." in text
    assert "Left out: the name" not in text


def test_without_ticks_a_copy_for_oneself_is_whole_and_all_else_holds_nothing_private() -> None:
    for form in Form:
        whole = form in (Form.JSON, Form.CSV, Form.EVERYTHING)
        assert usual_privacy(form, None, None) == (ALL if whole else Privacy())
        assert usual_privacy(form, UNTIL, None) == Privacy()


@pytest.mark.parametrize("form", Form)
def test_an_export_that_is_cancelled_leaves_no_file(diary: Diary, tmp_path: Path, form: Form) -> None:
    wanted = Wanted(since=date(2026, 11, 17), privacy=ALL)
    heard: list[float] = []
    export(diary, form, tmp_path / "whole", wanted, heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] <= 1
    for last in {0, 1, len(heard) // 3, len(heard) // 2, len(heard) - 1}:
        with pytest.raises(CancelledError):
            export(diary, form, tmp_path / "gone", wanted, cancelling(last))
    assert [one.name for one in tmp_path.iterdir()] == ["whole"]


def cancelling(last: int) -> Tick:
    """Return a tick that cancels when it was heard `last` times."""
    heard = iter(range(last))

    def tick(_done: float) -> None:
        if next(heard, None) is None:
            raise CancelledError

    return tick


@pytest.mark.parametrize("form", Form)
def test_a_full_disk_is_told_and_leaves_no_file(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    monkeypatch.setattr("diary.exchange.whole_file.Together.take_places", full)
    with pytest.raises(DiaryError, match="disk is full"):
        export(diary, form, tmp_path / "out", Wanted(since=UNTIL))
    assert list(tmp_path.iterdir()) == []
