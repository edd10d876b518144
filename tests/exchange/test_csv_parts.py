"""Tables that explain themselves, are of the part that was asked for, and appear all together."""

from __future__ import annotations

import csv
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from diary.exchange.csv_columns import UNITS
from diary.exchange.csv_export import export_csv
from diary.exchange.demo import sample
from diary.exchange.privacy import Privacy
from diary.exchange.selection import selected
from diary.exchange.whole_file import CancelledError, Tick
from tests.exchange.test_csv import every_noun, table, written

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary

__all__ = ["every_noun", "written"]


def test_every_column_of_every_table_is_explained_beside_the_tables(
    every_noun: Diary, tmp_path: Path
) -> None:
    written = export_csv(every_noun, tmp_path / "out")
    told = {(row["file"], row["column"]): row["meaning"] for row in table(tmp_path / "out" / "columns.csv")}
    for file in written:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            header = next(csv.reader(stream))
        assert all(told.get((file.name, column)) for column in header if file.stem != "columns")
    assert {column for _, column in told} >= {"lateness", "surface_pct", "wash_out_days"}
    assert UNITS.keys() <= {f"{file.removesuffix('.csv')}.{column}" for file, column in told}


def test_tables_of_a_part_hold_its_days_and_ticks_alone(diary: Diary, tmp_path: Path) -> None:
    diary.restore(sample(days=30, seed=2, until=date(2026, 11, 19)))
    since = date(2026, 11, 10)
    part = partial(selected, since=since, until=None, privacy=Privacy())
    written = export_csv(diary, tmp_path / "out", part)
    assert min(row["day"] for row in table(written[0])) >= str(since)
    assert not any(row["note"] for row in table(tmp_path / "out" / "entries.csv"))
    assert not any(row["own_words"] for row in table(tmp_path / "out" / "areas.csv"))
    assert "Anna" not in "".join(one.read_text("utf-8-sig") for one in written)


def cancelling(last: int) -> Tick:
    """Return a tick that cancels when it is heard once more than `last` times."""
    heard = iter(range(last))

    def tick(_done: float) -> None:
        if next(heard, None) is None:
            raise CancelledError

    return tick


def test_tables_that_are_cancelled_leave_what_was_there(written: Diary, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("kept", "utf-8")
    ticks = list[float]()
    export_csv(written, tmp_path / "measured", None, ticks.append)
    assert ticks == sorted(ticks)
    for last in range(len(ticks)):
        for to in ("out", "new"):
            with pytest.raises(CancelledError):
                export_csv(written, tmp_path / to, None, cancelling(last))
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["mine.txt"]
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_dir()) == ["measured", "out"]
