"""The page itself: the same bytes, one page whatever the diary, tagged, and nothing on disk on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.errors import DiaryError
from diary.exchange.letters import printable
from diary.exchange.report_gather import ReportChoices, ReportData, gather, picture, report, typeset
from diary.exchange.report_data import NoteLine, NoteSection
from diary.models.moments import Moment
from diary.models.records import Person
from diary.wording import say
from tests.exchange.report_days import TODAY, Written, day_entry, inside, night, place, words_of

MADE = Moment.parse("2026-11-20T19:05:00+01:00[Europe/Berlin]")
LONG = "Maximiliane von und zu " * 13
MANY = (
    "كان الألم شديدًا بعد المشي",
    "הכאב היה חזק היום, 7 מתוך 10",
    "😀🔥🦶🏽 burning 👩‍👩‍👧 feet",
    "中文 with some English",
    "W" * 300,
    "a long word " * 120,
    "one\n\ntwo\tthree",
    "*bold* #panic() $x$ = heading",
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Two hundred days with pain, places, nights, long names, and notes in many scripts."""
    made = Written(tmp_path_factory.mktemp("report") / "diary.sqlite3")
    records = []
    for ago in range(200, -1, -1):
        if ago % 11 == 3:
            continue
        pain = ago % 7 + 2
        marked = (
            place(f"a{ago}", pain),
            place(f"b{ago}", 3, regions=("palm_radial_R",), qualities=("tingling",)),
        )
        note = MANY[ago % len(MANY)] if ago < 40 else ""
        records.append(
            day_entry(ago, pain, worst=pain + 1, least=1, note=note, places=marked, mood=5, fatigue=6)
        )
        records.append(night(ago, sleep_min=360 + ago, sleep_quality=4, wakings=2))
    made.write(Person(uid="p", name=f"אברהם 😀 {LONG}", born=date(1950, 1, 1)), *records, on=TODAY)
    return made


@pytest.fixture(scope="module")
def everything(full: Written) -> ReportData:
    """All of it on one page: every note ticked, name and birth, a long addressee."""
    notes = tuple(f"day-{ago}" for ago in range(40))
    choices = ReportChoices(
        since=TODAY - timedelta(days=200), notes=notes, with_name=True, with_born=True, to=f"ד״ר לוי {LONG}"
    )
    return gather(full.diary, choices)


def test_the_same_data_and_moment_give_the_same_bytes(everything: ReportData) -> None:
    first = typeset(everything, MADE)
    assert first == typeset(everything, MADE)
    assert first.startswith(b"%PDF-1.7")
    later = Moment.parse("2026-11-20T19:06:00+01:00[Europe/Berlin]")
    assert first != typeset(everything, later)


def test_the_pdf_is_tagged_accessible_and_tells_what_its_pictures_show(everything: ReportData) -> None:
    found = inside(typeset(everything, MADE))
    for name in (b"pdfuaid:part", b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"/H1", b"/TH", b"/Figure"):
        assert name in found, name
    assert found.count(b"/Alt") >= 2 + len(everything.others.lines)
    assert b"/Author" not in found


def test_a_full_page_says_what_was_left_out(everything: ReportData, tmp_path: Path) -> None:
    words = words_of(typeset(everything, MADE), tmp_path / "r.pdf")
    assert len(picture(everything, MADE, 40)) == 1
    assert "did not fit" in words
    assert say("app.purpose") in words


def test_numbers_labels_and_chart_words_are_text(full: Written, tmp_path: Path) -> None:
    data = gather(full.diary, ReportChoices(since=TODAY - timedelta(days=59)))
    words = words_of(typeset(data, MADE), tmp_path / "r.pdf")
    for wanted in (data.numbers[0].number, data.period, "Where it hurts", "Left sole", "October", "Burning"):
        assert wanted in words, wanted
    assert "Page 1 of 1" in words


@pytest.mark.parametrize("days", [0, 1, 3652])
def test_any_length_of_diary_fills_one_page(tmp_path: Path, days: int) -> None:
    made = Written(tmp_path / "diary.sqlite3")
    entries = [day_entry(ago, ago % 11, worst=min(10, ago % 11 + 1), mood=4) for ago in range(days)]
    if entries:
        made.write(*entries, on=TODAY)
    data = gather(made.diary, ReportChoices(since=TODAY - timedelta(days=max(days, 30) - 1)))
    assert len(picture(data, MADE, 30)) == 1
    assert typeset(data, MADE).startswith(b"%PDF")
    made.diary.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=400), min_size=1, max_size=6), st.text(max_size=80))
def test_whatever_is_written_is_printed_on_one_page(empty: ReportData, texts: list[str], name: str) -> None:
    lines = tuple(NoteLine(when="20 Nov 2026:", text=text) for text in texts)
    notes = NoteSection(title=say("report.notes"), lines=lines)
    data = printable(replace(empty, notes=notes, who=(name,)))
    assert typeset(data, MADE).startswith(b"%PDF")
    assert len(picture(data, MADE, 30)) == 1


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    """The report of an empty diary."""
    made = Written(tmp_path_factory.mktemp("empty") / "diary.sqlite3")
    return gather(made.diary, ReportChoices())


def test_a_report_is_written_whole_or_not_at_all(full: Written, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    code = report(full.diary, TODAY - timedelta(days=9), TODAY, out)
    assert len(code) == 64
    assert out.read_bytes().startswith(b"%PDF")
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]
    with pytest.raises(DiaryError):
        report(full.diary, None, None, tmp_path / "no such folder" / "report.pdf")


WATCHED = """
import os, sys
from datetime import date, timedelta
from pathlib import Path
sys.path.insert(0, os.getcwd())
from tests.exchange.report_days import TODAY, Written, day_entry, place
from diary.exchange.report_gather import ReportChoices, gather, picture, typeset
import matplotlib.font_manager
made = Written(Path(sys.argv[1]) / "diary.sqlite3")
entries = [day_entry(ago, 5, worst=6, note="secret", places=(place(f"a{ago}"),)) for ago in range(30)]
made.write(*entries, on=TODAY)
data = gather(made.diary, ReportChoices(notes=("day-1",)))
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        opened.append(arguments[0])
    if event in ("os.mkdir", "os.rename", "tempfile.mkstemp"):
        opened.append(arguments[0])
sys.addaudithook(watch)
typeset(data, made.diary.now()), picture(data, made.diary.now(), 50)
print("opened:", opened)
"""


def test_nothing_of_the_diary_touches_the_disk_on_the_way_to_the_pdf(tmp_path: Path) -> None:
    kept, room = tmp_path / "kept", tmp_path / "room"
    kept.mkdir()
    room.mkdir()
    places = {name: str(room) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    environment = os.environ | places | {"MPLCONFIGDIR": str(kept)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(kept)],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "opened: []"
    assert list(room.rglob("*")) == []


def test_poppler_finds_every_font_embedded(everything: ReportData, tmp_path: Path) -> None:
    tool = shutil.which("pdffonts")
    if tool is None:
        pytest.skip("pdffonts (poppler-utils) is not installed: embedding is not read")
    (tmp_path / "r.pdf").write_bytes(typeset(everything, MADE))
    told = subprocess.run([tool, str(tmp_path / "r.pdf")], capture_output=True, text=True, check=True).stdout
    fonts = told.splitlines()[2:]
    assert fonts
    assert [line for line in fonts if line.split()[-5] != "yes"] == []
