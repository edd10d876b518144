"""What must hold between the records of an export before it is written into a diary."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from datetime import time

from diary.models.codes import EntryKind
from diary.models.plain import NotPlainError
from diary.models.records import Entry, Provenance, Setting
from diary.storage.reading import DAY_END_SETTING
from diary.storage.snapshot import Snapshot

SIMPLE = ("settings", "people", "authors", "measures", "given_reports", "redrawings")


def check_whole(whole: Snapshot) -> None:
    """NotPlainError names the first record that names an unknown change or stands twice."""
    known = {change.uid for change in whole.changes}
    _once((f"changes[{at}].uid", one.uid) for at, one in enumerate(whole.changes))
    for section in SIMPLE:
        records = list(enumerate(getattr(whole, section)))
        _once((f"{section}[{at}].uid", one.uid) for at, one in records)
        _written(((f"{section}[{at}]", one.written) for at, one in records), known)
    _once((f"measures[{at}].code", one.code) for at, one in enumerate(whole.measures))
    _once((f"drafts[{at}].key", one.key) for at, one in enumerate(whole.drafts))
    for at, setting in enumerate(whole.settings):
        _check_setting(setting, f"settings[{at}].value")
    _check_entries(whole.entries, known)
    for at, revision in enumerate(whole.revisions):
        for field in ("change", "replaced"):
            if getattr(revision, field) not in known:
                raise NotPlainError(f"revisions[{at}].{field}", "no such change")


def _check_setting(setting: Setting, place: str) -> None:
    try:
        value = json.loads(setting.value)
        if setting.uid == DAY_END_SETTING:
            time.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise NotPlainError(place, "cannot be read") from error


def _check_entries(entries: tuple[Entry, ...], known: set[str]) -> None:
    placed = [(f"entries[{at}]", one) for at, one in enumerate(entries)]
    _once((f"{place}.uid", one.uid) for place, one in placed)
    _once(
        (f"{place}.day", (one.author, one.source.name, one.kind, one.day))
        for place, one in placed
        if one.kind is not EntryKind.MOMENT
    )
    _once(
        (f"{place}.source_key", (one.source.name, one.source_key))
        for place, one in placed
        if one.source_key is not None
    )
    for place, one in placed:
        _once((f"{place}.readings[{at}].measure", r.measure) for at, r in enumerate(one.readings))
        for at, area in enumerate(one.areas):
            _once((f"{place}.areas[{at}].regions[{n}]", r.region) for n, r in enumerate(area.regions))
        _written(_provenances(place, one), known)
    for part in ("areas", "sleep"):
        _once(
            (f"{place}.{part}[{at}].uid", piece.uid)
            for place, one in placed
            for at, piece in enumerate(getattr(one, part))
        )


def _provenances(place: str, entry: Entry) -> Iterator[tuple[str, Provenance | None]]:
    yield place, entry.written
    for part in ("readings", "areas", "sleep"):
        for at, one in enumerate(getattr(entry, part)):
            yield f"{place}.{part}[{at}]", one.written


def _written(found: Iterable[tuple[str, Provenance | None]], known: set[str]) -> None:
    for place, written in found:
        if written is None:
            raise NotPlainError(f"{place}.written", "missing")
        for field in ("first", "last"):
            if getattr(written, field) not in known:
                raise NotPlainError(f"{place}.written.{field}", "no such change")


def _once(found: Iterable[tuple[str, Hashable]]) -> None:
    seen: set[Hashable] = set()
    for place, key in found:
        if key in seen:
            raise NotPlainError(place, "stands twice")
        seen.add(key)
