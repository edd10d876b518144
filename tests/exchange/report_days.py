"""Small diaries for the report: days written when the test says, by a clock the test moves."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Record, Replace
from diary.storage.diary import Diary
from diary.storage.reading import SELF

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 20)
SOLE = ("sole_inner_L", "sole_outer_L", "toes_1_3_sole_L")


class Written:
    """A diary whose clock stands at 20:00 of the day it is told to write on."""

    def __init__(self, path: Path) -> None:
        self.day = TODAY
        numbers = count()
        self.diary = Diary(path, clock=self._now, make_uid=lambda: f"uid-{next(numbers):05d}")

    def _now(self) -> Moment:
        return Moment(datetime(self.day.year, self.day.month, self.day.day, 20), 60, "Europe/Berlin")  # noqa: DTZ001

    def write(self, *records: Record, late: int = 0, on: date | None = None) -> None:
        """Save records `late` days after the first one's day, or `on` a day."""
        first = records[0]
        self.day = on or (first.day + timedelta(days=late) if isinstance(first, Entry) else TODAY)
        self.diary.apply([Replace(before=None, after=one) for one in records])
        self.day = TODAY


def day_entry(
    ago: int,
    average: float | None = 5,
    *,
    worst: float | None = None,
    least: float | None = None,
    note: str = "",
    places: tuple[Area, ...] | None = None,
    **others: float,
) -> Entry:
    """A day entry `ago` days before today; `places` empty is the answer that nothing hurts."""
    pain = {"pain_average": average, "pain_worst": worst, "pain_least": least}
    values = {code: value for code, value in (pain | others).items() if value is not None}
    answered = {} if places is None else {AnswerList.PLACES: Answered.SOME if places else Answered.NONE}
    return Entry(
        uid=f"day-{ago}",
        kind=EntryKind.DAY,
        day=TODAY - timedelta(days=ago),
        author=SELF,
        note=note,
        answered=answered,
        readings=tuple(Reading(measure=code, value=value) for code, value in values.items()),
        areas=places or (),
    )


def night(ago: int, **values: float) -> Entry:
    """A night entry that ends `ago` days before today."""
    readings = tuple(Reading(measure=code, value=value) for code, value in values.items())
    day = TODAY - timedelta(days=ago)
    return Entry(uid=f"night-{ago}", kind=EntryKind.NIGHT, day=day, author=SELF, readings=readings)


def place(
    uid: str,
    severity: int | None = 6,
    *,
    regions: tuple[str, ...] = SOLE,
    qualities: tuple[str, ...] = ("burning",),
) -> Area:
    """A place of an entry."""
    return Area(
        uid=uid,
        severity=severity,
        qualities=tuple(AreaQuality(code=code) for code in qualities),
        regions=tuple(AreaRegion(region=region) for region in regions),
    )


def words_of(pdf: bytes, path: Path) -> str:
    """The text of a PDF in reading order, blanks and line ends as one blank; needs poppler."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: the text of the PDF is not read")
    path.write_bytes(pdf)
    done = subprocess.run([tool, str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())


def inside(pdf: bytes) -> bytes:
    """The objects of a PDF with its streams unpacked, for finding names in them."""
    found = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)
