"""A drawing is kept stroke by stroke, read only with its whole entry, and written only where it differs."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event

from diary.errors import RefusedError, UnreadableError
from diary.exchange.csv_export import export_csv
from diary.exchange.json_export import export_json
from diary.models.codes import Noun, StrokeMode, Verb
from diary.models.history import Wanted
from diary.models.moments import Moment
from diary.models.plain import to_plain
from diary.models.records import AreaRegion, Provenance, Redrawing, Replace, Stroke
from diary.storage import history_queries, queries, version_queries
from diary.storage.check import check
from diary.storage.period_queries import period
from diary.storage.snapshot import snapshot
from tests.storage.given import TODAY, YESTERDAY, add, day, hurting, live, moment, uid_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from diary.models.records import Entry
    from diary.storage.diary import Diary

LINE = Stroke(view="sole", mode=StrokeMode.PAINT, radius=12, points=(412, 96, 410, 103, 405, 117))
AWAY = Stroke(view="sole", mode=StrokeMode.ERASE, radius=5, points=(405, 110))
WHOLE = Stroke(view="view_of_tomorrow", mode=StrokeMode.FILL, points=(-120, 733))


def drawn(*strokes: Stroke, uid: str = "day", severity: int | None = 6) -> Entry:
    """Return a day entry with one place drawn with these strokes."""
    entry = hurting(uid, severity=severity)
    place = replace(
        entry.areas[0],
        regions=(AreaRegion(region="heel_L", coverage=0.8125),),
        figure_version="2",
        grid_version="2",
        strokes=strokes,
    )
    return replace(entry, areas=(place,))


def again(uid: str = "again", at: str = "2026-11-20T12:30+01:00") -> Redrawing:
    """Return a day's map drawn once more."""
    return Redrawing(
        uid=uid,
        drawn=Moment.parse(at),
        day=YESTERDAY,
        entry="day",
        areas=drawn(LINE).areas,
        agreement=0.75,
        first_pct=1.25,
        again_pct=1.5,
    )


@contextmanager
def told() -> Iterator[list[str]]:
    """The statements that are sent meanwhile and name the table of strokes."""
    sent: list[str] = []

    def hear(_c: Any, _cursor: Any, text: str, _values: Any, _context: Any, _many: bool) -> None:
        if "area_stroke" in text:
            sent.append(text.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def strokes_in(file: Path) -> int:
    """Return how many strokes the file holds."""
    raw = sqlite3.connect(file)
    (many,) = raw.execute("SELECT count(*) FROM area_stroke").fetchone()
    raw.close()
    return int(many)


def test_a_drawing_is_read_as_the_hand_made_it(diary: Diary) -> None:
    add(diary, drawn(LINE, AWAY, WHOLE, LINE))
    (place,) = live(diary).areas
    assert place.strokes == (LINE, AWAY, WHOLE, LINE)
    assert place.regions == (AreaRegion(region="heel_L", coverage=0.8125),)


def test_one_more_stroke_is_a_change_of_its_place_and_can_be_taken_back(diary: Diary, file: Path) -> None:
    add(diary, drawn(LINE))
    changed = diary.apply([Replace(before=live(diary), after=drawn(LINE, AWAY))], verb=Verb.EDIT)
    (place,) = live(diary).areas
    assert place.strokes == (LINE, AWAY)
    assert place.written == Provenance(first="c1", last="c2")
    diary.undo(uid_of(changed))
    (place,) = live(diary).areas
    assert place.strokes == (LINE,)
    assert place.written == Provenance(first="c1", last="c1")
    assert strokes_in(file) == 1


def test_an_earlier_version_still_has_its_drawing(diary: Diary) -> None:
    add(diary, drawn(LINE, AWAY))
    diary.apply([Replace(before=live(diary), after=drawn())], verb=Verb.EDIT)
    records = [one.record for one in diary.ask(version_queries.versions, Noun.ENTRY, "day")]
    assert [to_plain(one)["areas"][0].get("strokes") for one in records] == [
        None,
        to_plain(drawn(LINE, AWAY).areas[0].strokes),
    ]


def test_a_deleted_entry_takes_its_strokes_along_and_brings_them_back(diary: Diary, file: Path) -> None:
    add(diary, drawn(LINE, AWAY))
    gone = diary.apply([Replace(before=live(diary), after=None)], verb=Verb.DELETE)
    assert strokes_in(file) == 0
    diary.undo(uid_of(gone))
    assert live(diary).areas[0].strokes == (LINE, AWAY)


def test_another_number_leaves_the_strokes_alone(diary: Diary) -> None:
    add(diary, drawn(LINE))
    old = live(diary)
    with told() as sent:
        diary.apply([Replace(before=old, after=drawn(LINE, severity=3))], verb=Verb.EDIT)
    assert set(sent) == {"SELECT"}


def test_an_entry_without_places_is_read_without_asking_for_strokes(diary: Diary) -> None:
    add(diary, day(pain_worst=5.0), moment("flare", pain_now=3.0))
    with told() as sent:
        live(diary)
        diary.ask(snapshot)
    assert sent == []


def test_one_question_reads_the_strokes_of_all_places(diary: Diary) -> None:
    add(diary, drawn(LINE), replace(drawn(AWAY, uid="before"), day=TODAY))
    with told() as sent:
        diary.ask(queries.entries_between, YESTERDAY, TODAY)
    assert sent == ["SELECT"]


@pytest.mark.parametrize(
    "asked",
    [
        lambda diary: diary.ask(period, YESTERDAY, TODAY, TODAY),
        lambda diary: diary.ask(queries.areas_between, YESTERDAY, TODAY),
        lambda diary: diary.ask(queries.entry_rows, YESTERDAY, TODAY),
        lambda diary: diary.ask(queries.answers_between, YESTERDAY, TODAY),
        lambda diary: diary.ask(history_queries.search, Wanted(regions=frozenset({"heel_L"}))),
        lambda diary: diary.ask(history_queries.count, Wanted(qualities=frozenset({"burning"}))),
        lambda diary: diary.ask(history_queries.list_rows, [1]),
        lambda diary: diary.ask(history_queries.used),
        lambda diary: diary.ask(version_queries.recent_changes),
    ],
    ids=["period", "areas", "entries", "answers", "search", "count", "list", "used", "changes"],
)
def test_charts_numbers_and_lists_never_read_a_stroke(diary: Diary, asked: Callable[[Diary], object]) -> None:
    add(diary, drawn(LINE))
    with told() as sent:
        assert asked(diary)
    assert sent == []


@pytest.mark.parametrize(
    "stroke",
    [replace(LINE, points=()), replace(LINE, points=(1,)), replace(LINE, radius=0), replace(WHOLE, radius=1)],
)
def test_a_stroke_that_cannot_be_is_refused(diary: Diary, stroke: Stroke) -> None:
    with pytest.raises(RefusedError, match="stroke"):
        add(diary, drawn(LINE, stroke))
    assert diary.ask(queries.entry, "day") is None


@pytest.mark.parametrize("points", ["x'00'", "x''", "'text'", "7", "zeroblob(1000000)"])
def test_a_damaged_stroke_is_told_with_its_entry(diary: Diary, file: Path, points: str) -> None:
    add(diary, drawn(LINE), moment("flare", pain_now=3.0))
    raw = sqlite3.connect(file)
    raw.execute(f"UPDATE area_stroke SET points = {points}")
    raw.commit()
    raw.close()
    (line,) = diary.ask(check)
    assert line.startswith("The entry day cannot be read: the points of a stroke are ")


def test_a_stroke_of_an_unknown_kind_is_told_with_its_entry(diary: Diary, file: Path) -> None:
    add(diary, drawn(LINE))
    raw = sqlite3.connect(file)
    raw.execute("UPDATE area_stroke SET mode = 'smudge'")
    raw.commit()
    raw.close()
    (line,) = diary.ask(check)
    assert "The entry day cannot be read" in line
    assert "smudge" in line


def test_redrawings_are_read_in_the_order_in_which_they_were_drawn(diary: Diary) -> None:
    assert diary.ask(queries.redrawings) == ()
    late, early = again("a", at="2026-11-20T12:30+01:00"), again("b", at="2026-11-19T08:00+01:00")
    add(diary, late, early)
    found = diary.ask(queries.redrawings)
    assert [replace(one, written=None) for one in found] == [early, late]
    assert found[0].written == Provenance(first="c1", last="c1")


def test_a_redrawing_can_be_taken_back_and_brought_back(diary: Diary) -> None:
    saved = add(diary, again())
    assert saved.nouns == {Noun.REDRAWING}
    undone = diary.undo(uid_of(saved))
    assert diary.ask(queries.redrawings) == ()
    diary.undo(uid_of(undone))
    assert [replace(one, written=None) for one in diary.ask(queries.redrawings)] == [again()]
    (row, *_) = diary.ask(version_queries.recent_changes)
    assert row.nouns == (Noun.REDRAWING,)


@pytest.mark.parametrize(
    "broken",
    [
        replace(again(), agreement=1.5),
        replace(again(), agreement=float("nan")),
        replace(again(), first_pct=-1.0),
        replace(again(), again_pct=101.0),
    ],
)
def test_a_redrawing_that_cannot_be_is_refused(diary: Diary, broken: Redrawing) -> None:
    with pytest.raises(RefusedError, match="goes from 0"):
        add(diary, broken)


@pytest.mark.parametrize("spoilt", ["areas = '{'", "areas = '[7]'", "agreement = 7", "drawn = 'soon'"])
def test_a_spoilt_redrawing_is_told(diary: Diary, file: Path, spoilt: str) -> None:
    add(diary, again())
    assert diary.ask(check) == []
    raw = sqlite3.connect(file)
    raw.execute(f"UPDATE redrawing SET {spoilt}")
    raw.commit()
    raw.close()
    (line,) = diary.ask(check)
    assert line.startswith("The redrawing again")


@pytest.mark.parametrize(
    "spoilt", ["points = x'00'", "mode = 'smudge'", "radius = 'wide'", "radius = -1", "view = '../../x'"]
)
def test_a_drawing_that_cannot_be_read_stops_a_complete_export_in_words(
    diary: Diary, file: Path, tmp_path: Path, spoilt: str
) -> None:
    add(diary, drawn(LINE), replace(moment("flare", pain_now=3.0), day=TODAY))
    raw = sqlite3.connect(file)
    raw.execute(f"UPDATE area_stroke SET {spoilt}")
    raw.commit()
    raw.close()
    (tmp_path / "out.json").write_text("the old one", "utf-8")
    for export in (
        lambda: export_json(diary, tmp_path / "out.json"),
        lambda: export_csv(diary, tmp_path / "tables"),
        lambda: diary.ask(queries.entry, "day"),
    ):
        with pytest.raises(UnreadableError, match="The drawing of 19 November 2026 cannot be read"):
            export()
    assert (tmp_path / "out.json").read_text("utf-8") == "the old one"
    assert not (tmp_path / "tables").exists()
    assert diary.ask(queries.entry, "flare") is not None
    assert diary.ask(period, YESTERDAY, TODAY, TODAY).areas
    (line,) = diary.ask(check)
    assert line.startswith("The entry day cannot be read: ")


def test_a_redrawing_that_cannot_be_read_is_told_in_words(diary: Diary, file: Path) -> None:
    add(diary, again())
    raw = sqlite3.connect(file)
    raw.execute("UPDATE redrawing SET areas = '{'")
    raw.commit()
    raw.close()
    with pytest.raises(UnreadableError, match="Something in this diary cannot be read"):
        diary.ask(queries.redrawings)
