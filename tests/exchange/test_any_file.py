"""Whatever stands in a file, an importer reads it or refuses it in words."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from diary.errors import DiaryError
from diary.exchange.importers import daylio, fitbit
from diary.exchange.importers.found import Found, Surroundings
from diary.exchange.json_restore import read_snapshot
from diary.models import rules
from diary.models.measures import BY_CODE

UIDS = iter(range(10**9))
TODAY = date(2026, 11, 20)
AROUND = Surroundings(
    author="a", today=TODAY, day_end=time(3), make_uid=lambda: str(next(UIDS)), measures=dict(BY_CODE)
)

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2020-02-30", "2020-05-30", "0001-01-01", "9999-12-31", "6:50 pm", "18:52", "rad", "Gut"]
    ),
    st.sampled_from(
        ["walk | run |", "Sleep:8/10 points | Sleep:8:00", "Weight:-1e9", "a:9/0", '"', "<br>&#0;"]
    ),
)
ROWS = st.lists(st.lists(CELLS, min_size=5, max_size=8).map(",".join), max_size=5).map("\n".join)
TIMES = st.sampled_from(
    ["2019-11-11 23:21:00", "2019-11-12T03:43:30.000", "2019-11-12T05:00:00", "x", "2019-11-12T05:00:00Z"]
)
VALUES: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
LOGS = st.fixed_dictionaries(
    {},
    optional={
        "logId": st.sampled_from([1, 2, 3, "\ud800", True, None]),
        "dateOfSleep": st.sampled_from(["2019-11-12", "2019-11-11", "0001-01-01", 5]),
        "startTime": TIMES,
        "endTime": TIMES,
        "minutesAsleep": st.sampled_from([0, 100, 200, -1, 10**30, 1.5, True]),
        "mainSleep": VALUES,
    },
)


def fits(found: Found) -> None:
    """Every entry keeps the rules, can be written down, and has a key of its own."""
    known = {**BY_CODE, **{one.code: one for one in found.measures}}
    assert [problem for one in found.entries for problem in rules.check(one, known, TODAY)] == []
    keys = [one.source_key for one in found.entries]
    assert len(set(keys)) == len(keys)
    repr(found).encode("utf-8")


@given(
    ROWS | st.text(),
    st.sampled_from(["full_date,time,mood,activities,scales,note", "full_date,mood,time", ""]),
)
def test_any_table(rows: str, header: str) -> None:
    data = f"{header}\n{rows}".encode("utf-8", "replace")
    with suppress(DiaryError):
        fits(daylio.read(data, AROUND))


@given(st.lists(LOGS | VALUES, max_size=5) | VALUES)
def test_any_list_of_records(records: Any) -> None:
    with suppress(DiaryError):
        fits(fitbit.read([("sleep.json", json.dumps(records).encode())], AROUND))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    for read in (daylio.recognises, fitbit.recognises):
        assert read(data) in {True, False}
    with suppress(DiaryError):
        fits(daylio.read(data, AROUND))
    with suppress(DiaryError):
        fits(fitbit.read([("sleep.json", data)], AROUND))
    with suppress(DiaryError):
        read_snapshot(data, "export.json")
