"""What deleting an entry and bringing a version back mean, as steps of one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diary.models.records import Entry, Replace


def delete_steps(entries: Iterable[Entry]) -> list[Replace]:
    """Deletes these entries as they were read."""
    return [Replace(before=one, after=None) for one in entries]


def return_steps(live: Iterable[Entry], version: Sequence[Entry]) -> list[Replace]:
    """Makes the entries say again what a version said; what was added since and is not in it stays."""
    now = {one.uid: one for one in live}
    return [Replace(before=now.get(one.uid), after=one) for one in version]
