"""A writer that is killed: saves and types in a diary without end, and says each thing once it is kept."""

from __future__ import annotations

import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from diary.models.records import Replace
from diary.storage.diary import Diary
from tests.storage.given import TODAY, Clock, add, hurting, live


def write_without_end(file: Path) -> None:
    """Save, edit, delete and type; print "saved N", "typed N" after each."""
    diary = Diary(file, clock=Clock())
    for number in count():
        uid, about = f"e{number}", TODAY - timedelta(days=number)
        add(diary, hurting(uid, about, 5, pain_worst=5.0, mood=4.0))
        print("saved", number, flush=True)  # noqa: T201
        diary.keep_draft("today", f"{number} " + "tippt " * 50)
        print("typed", number, flush=True)  # noqa: T201
        after = hurting(uid, about, 6, pain_worst=6.0, mood=4.0)
        diary.apply([Replace(before=live(diary, uid), after=after)])
        print("edited", number, flush=True)  # noqa: T201


if __name__ == "__main__":
    write_without_end(Path(sys.argv[1]))
