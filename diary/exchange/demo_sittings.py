"""The made-up person's acts one by one: each a change at a moment, with the records it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from diary.models.codes import Noun, Verb
from diary.models.moments import Moment, day_of
from diary.models.records import TYPED, Change, Entry, Provenance, Reading, Revision, Source
from diary.storage.acts import canonical
from diary.storage.reading import SELF

ZONE = "Europe/Berlin"
APP_VERSION = "0.1.0"


@dataclass(slots=True)
class Sittings:
    """What was written so far; all chance and all uids come from one seed.

    `other` is chance apart: what was added to the sample later draws from it, and older draws stay.
    """

    rng: Random
    until: date
    other: Random = field(default_factory=lambda: Random("other"))
    changes: list[Change] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    revisions: list[Revision] = field(default_factory=list)
    _zone: ZoneInfo = field(default_factory=lambda: ZoneInfo(ZONE))

    def uid(self) -> str:
        """The next uid."""
        return f"{self.rng.getrandbits(128):032x}"

    def moment(self, day: date, earliest: int, latest: int) -> Moment:
        """A moment on a date between two hours; from 24 on it is past midnight."""
        minute = self.rng.randrange(earliest * 60, latest * 60)
        second = self.rng.randrange(60)
        local = datetime.combine(day, time()) + timedelta(minutes=minute, seconds=second)
        return Moment.from_aware(local.replace(tzinfo=self._zone), ZONE)

    def evening(self, day: date) -> Moment:
        """When a day is mostly written: after supper, now and then past midnight."""
        return self.moment(day, 18, 25 if self.rng.random() < 0.1 else 23)

    def act(
        self,
        at: Moment,
        verb: Verb = Verb.SAVE,
        source: Source = TYPED,
        author: str = SELF,
        reason: str | None = None,
    ) -> Provenance:
        """Makes a change and returns it as the provenance of what is written first in it."""
        change = Change(
            uid=self.uid(),
            at=at,
            day=day_of(at.local),
            clock_ok=True,
            author=author,
            source=source,
            app_version=APP_VERSION,
            verb=verb,
            reason=reason,
        )
        self.changes.append(change)
        return Provenance(first=change.uid, last=change.uid)

    def keep(self, entry: Entry) -> None:
        """Adds a new entry."""
        self.entries[entry.uid] = entry

    def correct(self, entry: Entry, at: Moment, reading: Reading, reason: str) -> None:
        """Changes one reading later on; what was there stays as a revision."""
        written = self.act(at, Verb.EDIT, reason=reason)
        assert entry.written is not None  # kept entries name their changes
        before = entry.reading(reading.measure)
        assert before is not None  # only what was answered is corrected
        assert before.written is not None
        self._revise(entry, written.last)
        corrected = replace(reading, written=Provenance(first=before.written.first, last=written.last))
        self.entries[entry.uid] = replace(
            entry,
            readings=tuple(corrected if one is before else one for one in entry.readings),
            written=Provenance(first=entry.written.first, last=written.last),
        )

    def delete(self, entry: Entry, at: Moment, reason: str) -> None:
        """Takes an entry away; the whole of it stays as a revision."""
        self._revise(entry, self.act(at, Verb.DELETE, reason=reason).last)
        del self.entries[entry.uid]

    def in_order(self) -> tuple[tuple[Change, ...], tuple[Revision, ...]]:
        """Changes as time went by, and revisions in the order of their changes."""
        changes = sorted(self.changes, key=lambda one: (one.at.utc or one.at.local, one.uid))
        place = {change.uid: at for at, change in enumerate(changes)}
        return tuple(changes), tuple(sorted(self.revisions, key=lambda one: place[one.change]))

    def entries_by_day(self) -> Iterable[Entry]:
        """The live entries by day and kind."""
        return sorted(self.entries.values(), key=lambda one: (one.day, one.kind, str(one.at), one.uid))

    def _revise(self, entry: Entry, change: str) -> None:
        assert entry.written is not None  # kept entries name their changes
        self.revisions.append(
            Revision(
                noun=Noun.ENTRY,
                uid=entry.uid,
                change=change,
                replaced=entry.written.last,
                before=canonical(entry),
            )
        )
