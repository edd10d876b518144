"""The sample diary of ninety days, read once for all parts of the annex that need many days."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from diary.exchange.demo import demo
from diary.exchange.report.choices import Annex, ReportChoices
from diary.exchange.report.data import Figure, Paragraph, Table
from diary.exchange.report.gather import asked_for, read_rows
from diary.exchange.report.rows import Asked, ReportRows
from diary.storage.diary import Diary
from tests.exchange.report_days import TODAY

PARTS = (Annex.CALENDAR, Annex.CHARTS, Annex.AREAS, Annex.LINKS, Annex.TRACKERS)
DAYS = 90
SINCE = TODAY - timedelta(days=DAYS - 1)
LEAST_PT = 9.0


@cache
def sample() -> tuple[Asked, ReportRows]:
    """The report of all ninety days, as asked for, and its rows."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.sqlite3"
        demo(path, days=DAYS, seed=1, until=TODAY)
        diary = Diary(path)
        asked = diary.ask(asked_for, ReportChoices(annex=PARTS, since=SINCE, until=TODAY), TODAY)
        found = diary.ask(read_rows, asked)
        diary.close()
        return asked, found


def words(blocks: tuple[object, ...]) -> list[str]:
    """The paragraphs among some blocks."""
    return [one.words for one in blocks if isinstance(one, Paragraph)]


def tables(blocks: tuple[object, ...]) -> list[Table]:
    """The tables among some blocks."""
    return [one for one in blocks if isinstance(one, Table)]


def figures(blocks: tuple[object, ...]) -> list[Figure]:
    """The pictures among some blocks."""
    return [one for one in blocks if isinstance(one, Figure)]


def sizes(svg: str) -> set[float]:
    """All sizes of letters in a picture."""
    own = re.findall(r'font-size="([\d.]+)"', svg)
    drawn = re.findall(r"font(?:-size)?: (?:\w+ )*([\d.]+)px", svg)
    return {float(one) for one in (*own, *drawn)}
