"""A night that has times alone tells in the list how long it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import EntryKind
from diary.models.history import Wanted
from diary.models.moments import Moment
from diary.models.records import SleepPiece
from diary.storage import history_queries
from diary.ui.history.entry_list import line_words
from diary.ui.history.past import Past
from tests.ui.history.conftest import WED, entry, fill

if TYPE_CHECKING:
    from diary.store.store import Store


def test_the_list_tells_the_time_asleep_of_a_night_with_times_alone(store: Store) -> None:
    asleep, awake = (Moment.parse(f"2026-11-{text}:00+01:00") for text in ("17T23:20", "18T06:30"))
    piece = SleepPiece(uid="p", asleep=asleep, awake=awake)
    fill(store, entry(WED, EntryKind.NIGHT, sleep=(piece,)))
    (found,) = store.ask(history_queries.search, Wanted())
    row = Past(store).rows([found.number])[found.number]
    assert row.sleep_min == 430
    assert line_words(row).startswith("Slept 7 h 10")
