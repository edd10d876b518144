"""The whole record as JSON: one record a line, the same bytes for the same record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from diary.exchange.json_format import FORMAT, SECTIONS, VERSION
from diary.exchange.whole_file import Tick, untold, written_whole
from diary.models.plain import to_plain
from diary.models.records import Revision
from diary.storage.diary import Diary
from diary.storage.snapshot import Snapshot, snapshot


def export_json(diary: Diary, to: BinaryIO | Path) -> None:
    """Writes everything the diary holds to a stream or a file; DiaryError leaves no half file."""
    whole = diary.ask(snapshot)
    if isinstance(to, Path):
        with written_whole(to) as stream:
            write_json(whole, stream)
    else:
        write_json(whole, to)


EACH = 200
"""After so many records a tick hears of the work."""


def write_json(whole: Snapshot, stream: BinaryIO, tick: Tick = untold) -> None:
    """Writes a snapshot as UTF-8; `tick` may end it."""
    total = 2 * sum(len(whole.section(name)) + 1 for name in SECTIONS)
    for number, part in enumerate(_parts(whole)):
        if number % EACH == 0:
            tick(min(1.0, number / total))
        stream.write(part.encode("utf-8"))
    tick(1.0)


def _parts(whole: Snapshot) -> Iterator[str]:
    yield f'{{\n"format": {json.dumps(FORMAT)},\n"version": {VERSION}'
    for name in SECTIONS:
        yield f',\n"{name}": ['
        between = "\n"
        for record in whole.section(name):
            yield between
            yield _line(record)
            between = ",\n"
        yield "\n]" if between == ",\n" else "]"
    yield "\n}\n"


def _line(record: Any) -> str:
    plain = to_plain(record)
    if isinstance(record, Revision):
        plain["before"] = json.loads(record.before)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
