"""What would come in from a file, worked out first and then carried out as one change."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from diary.errors import DiaryError
from diary.exchange.importers import daylio, fitbit
from diary.exchange.importers.found import Found, Surroundings, Unreadable
from diary.exchange.json_restore import is_own_json, read_snapshot
from diary.exchange.whole_file import LARGEST_BYTES, cannot_read, read_bytes
from diary.models.codes import EntryKind, SourceKind, Verb
from diary.models.moments import DAY_END
from diary.models.records import Changes, Entry, Record, Replace, Source
from diary.storage import clock, queries
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot, is_empty
from diary.wording import say

OWN = "own"
NAMES = {"daylio": "import.name_daylio", "fitbit": "import.name_fitbit", OWN: "import.name_own"}
"""The formats that can be named, and the texts that describe them."""

Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What would come in: steps or a whole record, and the counts that tell of it."""

    format: str
    source: Source
    steps: tuple[Replace, ...] = ()
    whole: Snapshot | None = None
    moments: int = 0
    nights: int = 0
    naps: int = 0
    readings: int = 0
    measures: int = 0
    known: int = 0
    different: int = 0
    deleted: int = 0
    repeated: int = 0
    unreadable: tuple[Unreadable, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def entries(self) -> int:
        """How many new entries would come in."""
        return self.moments + self.nights if self.whole is None else len(self.whole.entries)


def plan(path: Path, diary: Diary | None, name: str | None = None) -> ImportPlan:
    """Reads a file and says what would come in, writing nothing; DiaryError if it cannot be read.

    `diary` is None where there is none yet; `name` says the format ("daylio", "fitbit", "own") where the
    content does not.
    """
    files = _files(path)
    found = _format(path, files, name)
    digest = sha256()
    for _, data in files:
        digest.update(data)
    kind = SourceKind.DEVICE if found == "fitbit" else SourceKind.APP
    source = Source(kind=kind, name=path.name, file_hash=digest.hexdigest())
    if found == OWN:
        return _restoring(files[0][1], source, diary)
    around = _surroundings(diary)
    if found == "daylio":
        return _planned(found, source, daylio.SOURCE, daylio.read(files[0][1], around), diary)
    return _planned(found, source, fitbit.SOURCE, fitbit.read(files, around), diary)


def carry_out(diary: Diary, planned: ImportPlan) -> Changes:
    """Brings in what was planned as one change, one step to undo; nothing planned is no change."""
    if planned.whole is not None:
        return diary.restore(planned.whole)
    if not planned.steps:
        return Changes(change=None)
    return diary.apply(planned.steps, verb=Verb.IMPORT, source=planned.source)


def _files(path: Path) -> Files:
    """The file, or the sleep records of a folder or zip, by name."""
    if path.is_dir():
        found = sorted(path.rglob("sleep*.json"))
        return [(one.name, data) for one in found if fitbit.recognises(data := read_bytes(one))]
    data = read_bytes(path)
    if not data.startswith(b"PK\x03\x04"):
        return [(path.name, data)]
    try:
        return _zipped(path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise _unknown(path) from error
    except OSError as error:
        raise cannot_read(path, error) from error


def _zipped(path: Path) -> Files:
    with zipfile.ZipFile(path) as packed:
        wanted = [
            one
            for one in packed.infolist()
            if Path(one.filename).name.startswith("sleep") and one.filename.endswith(".json")
        ]
        if sum(one.file_size for one in wanted) > LARGEST_BYTES:
            raise DiaryError(say("exchange.too_large", file=path.name), do=say("error.choose_other"))
        found = [(Path(one.filename).name, packed.read(one)) for one in wanted]
    return [(name, data) for name, data in sorted(found) if fitbit.recognises(data)]


def _format(path: Path, files: Files, name: str | None) -> str:
    if name is not None:
        wanted = name.strip().casefold()
        if wanted not in NAMES:
            raise DiaryError(say("import.unknown_name", name=name), do=_can_read())
        if not files:
            raise _unknown(path)
        return wanted
    if files:
        data = files[0][1]
        if is_own_json(data):
            return OWN
        if daylio.recognises(data):
            return "daylio"
        if fitbit.recognises(data):
            return "fitbit"
    raise _unknown(path)


def _unknown(path: Path) -> DiaryError:
    return DiaryError(say("import.unknown", file=path.name), say("error.nothing_changed"), _can_read())


def _can_read() -> str:
    return say("import.can_read", names=", ".join(f"{name}: {say(key)}" for name, key in NAMES.items()))


def _surroundings(diary: Diary | None) -> Surroundings:
    import uuid

    if diary is None:
        today = (clock.now().local - timedelta(hours=DAY_END.hour)).date()
        return Surroundings(
            author=SELF, today=today, day_end=DAY_END, make_uid=lambda: uuid.uuid4().hex, measures={}
        )
    return Surroundings(
        author=diary.author,
        today=diary.today(),
        day_end=diary.ask(queries.day_end),
        make_uid=diary.make_uid,
        measures=diary.ask(queries.measures),
    )


def _restoring(data: bytes, source: Source, diary: Diary | None) -> ImportPlan:
    if diary is not None and not diary.ask(is_empty):
        raise DiaryError(say("error.not_empty"), say("error.nothing_changed"), say("error.not_empty_do"))
    whole = read_snapshot(data, source.name)
    days = [entry.day for entry in whole.entries]
    return ImportPlan(
        format=OWN,
        source=source,
        whole=whole,
        readings=sum(len(entry.readings) for entry in whole.entries),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _planned(name: str, source: Source, app: Source, found: Found, diary: Diary | None) -> ImportPlan:
    here = _here(found, app, diary)
    gone = set() if diary is None else diary.ask(queries.deleted_source_keys, app.name)
    new = [one for one in found.entries if one.source_key not in here and one.source_key not in gone]
    known = [one for one in found.entries if one.source_key in here]
    used = {reading.measure for entry in new for reading in entry.readings}
    measures = [one for one in found.measures if one.code in used]
    days = [one.day for one in new]
    records: list[Record] = [*measures, *new]
    return ImportPlan(
        format=name,
        source=source,
        steps=tuple(Replace(before=None, after=one) for one in records),
        moments=sum(one.kind is EntryKind.MOMENT for one in new),
        nights=sum(one.kind is EntryKind.NIGHT for one in new),
        naps=sum(piece.nap for one in new for piece in one.sleep),
        readings=sum(len(one.readings) for one in new),
        measures=len(measures),
        known=len(known),
        different=sum(_content(one) != _content(here[one.source_key]) for one in known),
        deleted=len(found.entries) - len(new) - len(known),
        repeated=found.repeated,
        unreadable=found.unreadable,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _here(found: Found, app: Source, diary: Diary | None) -> dict[str | None, Entry]:
    """What came from this source before and is live, by the source's key."""
    if diary is None or not found.entries:
        return {}
    around = diary.ask(queries.span)
    if around is None:
        return {}
    live = diary.ask(queries.entries_between, *around)
    return {one.source_key: one for one in live if one.source.name == app.name and one.source_key}


def _content(entry: Entry) -> object:
    """What an entry says, without who keeps it and under which uids."""
    readings = ((one.measure, one.value, one.text, one.original, one.original_unit) for one in entry.readings)
    sleep = (
        (one.source_key, one.bed, one.asleep, one.awake, one.up, one.asleep_min, one.nap)
        for one in entry.sleep
    )
    return entry.kind, entry.day, entry.at, entry.note, set(readings), entry.areas, list(sleep)
