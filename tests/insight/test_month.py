"""What a calendar cell shows of a day."""

from __future__ import annotations

from diary.insight.month import day_marks
from diary.models.views import EntryRow, PeriodRows, ValueRow


def entry(day: int, kind: str = "day", lateness: str = "same_day", source: str = "") -> EntryRow:
    return EntryRow(day, kind, f"{kind}{day}{source}", lateness, False, source, "", "me")


def worst(day: int, value: float, lateness: str = "same_day", kind: str = "day") -> ValueRow:
    code = "pain_now" if kind == "moment" else "pain_worst"
    return ValueRow(day, kind, code, value, None, lateness, False, "", None, f"{kind}{day}")


def rows(entries: list[EntryRow], values: list[ValueRow]) -> PeriodRows:
    return PeriodRows(
        since=1,
        until=9,
        today=9,
        measures={},
        first=None,
        first_days={},
        values=values,
        areas=[],
        answers=[],
        entries=entries,
    )


def test_a_day_without_an_entry_has_no_mark() -> None:
    assert 2 not in day_marks(rows([entry(1)], []))


def test_a_day_with_an_entry_and_no_pain_answered_has_no_worst() -> None:
    assert day_marks(rows([entry(1)], []))[1].worst is None


def test_a_moment_can_be_the_days_worst() -> None:
    marks = day_marks(rows([entry(1), entry(1, "moment")], [worst(1, 6), worst(1, 8, kind="moment")]))
    found = marks[1].worst
    assert found is not None
    assert found.value == 8
    assert marks[1].moments == 1


def test_a_moment_without_pain_now_is_no_pain_now() -> None:
    mood = ValueRow(1, "moment", "daylio", None, "rad", "imported", False, "Daylio", None, "moment1Daylio")
    assert day_marks(rows([entry(1, "moment", "imported", "Daylio")], [mood]))[1].moments == 0


def test_only_a_day_that_is_all_from_memory_is_hollow() -> None:
    late = entry(1, lateness="memory")
    assert day_marks(rows([late], [worst(1, 6, "memory")]))[1].memory
    both = [late, entry(1, "moment")]
    assert not day_marks(rows(both, [worst(1, 9, "memory"), worst(1, 4, kind="moment")]))[1].memory


def test_a_watch_beside_an_entry_of_ones_own_is_no_import_mark() -> None:
    night = entry(1, "night", "imported", "Fitbit")
    assert not day_marks(rows([entry(1), night], []))[1].imported
    assert day_marks(rows([night], []))[1].imported
    assert day_marks(rows([entry(1), entry(1, "day", "imported", "Daylio")], []))[1].imported
