"""Whole journeys of a record: written in a window, corrected, moved to another computer, and taken back."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary import app
from diary.errors import ConflictError
from diary.models.codes import EntryKind, Verb
from diary.models.records import Replace
from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from diary.storage.version_queries import recent_changes
from diary.store.looks import Looks
from diary.store.store import Store
from tests.storage.given import TODAY, YESTERDAY, Clock, day, hurting, live, moment, night

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

FIXTURES = Path(__file__).resolve().parent / "fixtures" / "exchange"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the journey's diary is."""
    return tmp_path / "my diary" / "diary.sqlite3"


@pytest.fixture
def window(qtbot: QtBot, file: Path, tmp_path: Path) -> Iterator[Store]:
    """What stands between a window and a new diary."""
    store = Store(file, Looks(tmp_path / "settings.ini"))
    with qtbot.waitSignal(store.opened):
        store.open(lambda path: Diary(path, clock=Clock()))
    yield store
    store.close()


def save(store: Store, *steps: Replace, verb: Verb = Verb.SAVE) -> None:
    """Save as a form does."""
    store.save(steps, text="Saved", verb=verb, drop_draft="today")


def new(store: Store, *entries: object) -> None:
    """Save new entries as one sitting."""
    save(store, *(Replace(before=None, after=one) for one in entries))  # type: ignore[arg-type]  # entries


def test_a_week_is_written_corrected_moved_and_still_tells_its_whole_story(
    window: Store, file: Path, tmp_path: Path
) -> None:
    for back in range(7):
        about = TODAY - timedelta(days=back)
        new(window, hurting(f"d{back}", about, 5, pain_worst=6.0, mood=4.0), night(f"n{back}", about))
    window.keep_draft("today", "half a sen")
    first = window.ask(queries.entry, "d0")
    save(window, Replace(before=first, after=hurting("d0", TODAY, 7, pain_worst=8.0)), verb=Verb.EDIT)
    assert window.draft("today") is None
    save(window, Replace(before=window.ask(queries.entry, "n6"), after=None), verb=Verb.DELETE)
    window.undo_stack.undo()
    window.undo_stack.redo()
    window.close()
    assert [one.name for one in file.parent.iterdir()] == [file.name]

    there = tmp_path / "elsewhere.sqlite3"
    here = Diary(file, clock=Clock())
    told = here.ask(snapshot)  # the export leaves a note of itself in the diary, after it was written
    here.close()
    assert app.main(["export", "--diary", str(file), "--as", "json", "--to", str(tmp_path / "a.json")]) == 0
    assert app.main(["import", str(tmp_path / "a.json"), "--diary", str(there)]) == 0
    moved = Diary(there, clock=Clock())
    try:
        assert moved.ask(snapshot) == told
        assert moved.ask(check) == []
        assert moved.ask(queries.entry, "n6") is None
        verbs = [one.change.verb for one in moved.ask(recent_changes, 4)]
        assert verbs == [Verb.UNDO, Verb.UNDO, Verb.DELETE, Verb.EDIT]
        edit = moved.ask(recent_changes, 4)[3].change
        moved.undo(edit.uid)
        worst = live(moved, "d0").reading("pain_worst")
        assert worst is not None
        assert worst.value == 6.0
    finally:
        moved.close()


def test_a_window_hears_of_an_import_beside_it_and_can_take_it_back(
    qtbot: QtBot, window: Store, file: Path
) -> None:
    new(window, day("mine", YESTERDAY, pain_worst=4.0))
    with qtbot.waitSignal(window.changed, timeout=4000):
        assert app.main(["import", str(FIXTURES / "daylio_v1.csv"), "--diary", str(file)]) == 0
    span = window.ask(queries.span)
    assert span is not None
    assert len(window.ask(queries.entries_between, *span)) == 5
    brought = next(one.change for one in window.ask(recent_changes, 5) if one.change.verb is Verb.IMPORT)
    window.undo_change(brought.uid)
    assert window.ask(queries.span) == (YESTERDAY, YESTERDAY)
    window.undo_stack.undo()
    assert window.ask(queries.span) is None


def test_two_windows_on_one_day_end_in_one_entry_and_no_word_is_lost(
    qtbot: QtBot, window: Store, file: Path, tmp_path: Path
) -> None:
    second = Store(file, Looks(tmp_path / "second.ini"))
    second.open_now(lambda path: Diary(path, clock=Clock()))
    second.keep_draft("today", "meine Worte")
    window.save([Replace(before=None, after=day("a", TODAY, "hier", pain_worst=5.0))], text="Saved")
    mine = day("b", TODAY, "dort", pain_worst=7.0)
    with pytest.raises(ConflictError) as asked:
        new(second, mine)
    assert second.draft("today") is not None
    current = asked.value.current
    merged = day("a", TODAY, "hier / dort", pain_worst=7.0)
    with qtbot.waitSignal(window.changed, timeout=4000):
        save(second, Replace(before=current, after=merged), verb=Verb.EDIT)
    assert same_content(window.ask(queries.entry_on, TODAY, EntryKind.DAY), merged)
    assert second.draft("today") is None
    second.close()


def test_a_day_of_flares_counts_each_and_mixes_none_into_the_day(
    window: Store, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(window, day("d", TODAY, pain_average=3.0, pain_worst=6.0))
    for number, value in enumerate((9.0, 7.0, 8.0)):
        new(window, moment(f"m{number}", TODAY, pain_now=value))
    window.close()
    period = ["--from", str(TODAY), "--to", str(TODAY)]
    capsys.readouterr()
    assert app.main(["summary", "--diary", str(file), "--json", *period]) == 0
    found = json.loads(capsys.readouterr().out)["measures"]
    assert found["pain_average"]["mean"] == 3.0
    assert found["pain_average"]["n"] == 1


def test_the_window_is_asked_for_by_nothing_or_by_a_file_alone() -> None:
    assert app._diary_argument([]) == ""
    assert app._diary_argument(["--diary", "a b.sqlite3"]) == "a b.sqlite3"
    assert app._diary_argument(["--diary=a"]) == "a"
    for verbs in (["check", "--diary", "a"], ["--diary"], ["--help"], ["a.sqlite3"]):
        assert app._diary_argument(verbs) is None
