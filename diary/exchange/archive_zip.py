"""Everything in one zip: the record in each form, the texts that explain it, and a hash of every file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from diary import __version__
from diary.exchange.archive import Wanted, write_fhir
from diary.exchange.whole_file import Tick, part_of, untold, written_whole
from diary.paths import document, resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.models.moments import Moment
    from diary.models.views import ValueRow
    from diary.storage.diary import Diary
    from diary.storage.snapshot import Snapshot

README, RECORD, DOCUMENT = "README.txt", "nerve-diary.json", "fhir.json"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
ARCHIVE, VERSION = "nerve-diary-archive", 1
"""What the manifest says it is, and the version of that."""

ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside, the first that a zip knows: the same record gives the same bytes."""


def export_everything(diary: Diary, to: Path, wanted: Wanted, tick: Tick = untold) -> tuple[Path, ...]:
    """Writes the archive; returns its path. DiaryError, and what `tick` raises, leave nothing."""
    from diary.exchange.csv_export import content

    tick(0.0)
    whole, rows = diary.ask(content)
    tick(0.05)
    part = wanted.of(whole)
    with written_whole(to) as stream:
        write_everything(part, rows, stream, wanted=wanted, made=diary.now(), tick=part_of(tick, 0.1, 1.0))
    return (to,)


def write_everything(
    part: Snapshot,
    rows: Iterable[ValueRow],
    stream: BinaryIO,
    *,
    wanted: Wanted,
    made: Moment,
    tick: Tick = untold,
) -> None:
    """Writes the archive of a record that was already selected; `rows` are its values with their classes."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        into = _Archive(packed)
        into.put(README, _readme(part, wanted, made))
        into.write(RECORD, partial(_json, part, part_of(tick, 0.0, 0.1)))
        _tables(part, rows, into, part_of(tick, 0.1, 0.2))
        into.write(DOCUMENT, partial(_fhir, part, made, part_of(tick, 0.2, 0.35)))
        _drawings(part, into, part_of(tick, 0.35, 0.98))
        for name, pdf in _reports(part):
            into.put(name, pdf)
        for name, path in _documents():
            into.put(name, path.read_bytes())
        into.finish(made)
        tick(1.0)


class _Archive:
    """A zip that keeps the size and the hash of each file put into it."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._files: list[dict[str, Any]] = []

    @contextmanager
    def stream(self, name: str) -> Iterator[BinaryIO]:
        """A stream for one file, which need not fit into memory."""
        info = zipfile.ZipInfo(name, ZIP_BEGINS)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3  # Unix, on every system: the same bytes
        info.external_attr = 0o100644 << 16
        with self._packed.open(info, "w", force_zip64=True) as inner:
            counted = _Counted(cast("BinaryIO", inner))
            yield cast("BinaryIO", counted)
        self._files.append({"name": name, "bytes": counted.count, "sha256": counted.hash.hexdigest()})

    def put(self, name: str, content: bytes) -> None:
        """One file, whole."""
        self.write(name, lambda stream: stream.write(content))

    def write(self, name: str, fill: Any) -> None:
        """One file, filled by what is called with its stream."""
        with self.stream(name) as stream:
            fill(stream)

    def finish(self, made: Moment) -> None:
        """The manifest, and the same hashes as `sha256sum -c` reads them, those of the manifest with them."""
        manifest = {
            "format": ARCHIVE,
            "version": VERSION,
            "made": str(made),
            "app_version": __version__,
            "files": sorted(self._files, key=lambda one: str(one["name"])),
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        self.put(MANIFEST, f"{text}\n".encode())
        lines = sorted((str(one["name"]), str(one["sha256"])) for one in self._files)
        self.put(SUMS, "".join(f"{sha256}  {name}\n" for name, sha256 in lines).encode())


class _Counted:
    """A stream that counts and hashes what goes through it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self.count = 0
        self.hash = hashlib.sha256()

    def write(self, content: bytes) -> int:
        """Writes on."""
        self.count += len(content)
        self.hash.update(content)
        return self._inner.write(content)

    def flush(self) -> None:
        """Nothing waits here."""


def _readme(part: Snapshot, wanted: Wanted, made: Moment) -> bytes:
    from diary.exchange.archive_readme import readme

    return readme(part, wanted, made).encode("utf-8", "replace")


def _json(part: Snapshot, tick: Tick, stream: BinaryIO) -> None:
    from diary.exchange.json_export import write_json

    write_json(part, stream, tick)


def _fhir(part: Snapshot, made: Moment, tick: Tick, stream: BinaryIO) -> None:
    write_fhir(part, stream, made, tick)


def _tables(part: Snapshot, rows: Iterable[ValueRow], into: _Archive, tick: Tick) -> None:
    from diary.exchange.csv_columns import columns_table
    from diary.exchange.csv_export import tables

    tick(0.0)
    found = [(f"{one.name}.csv", one) for one in tables(part, rows)]
    tick(0.5)
    for number, (name, table) in enumerate((*found, ("columns.csv", columns_table(found)))):
        into.put(f"csv/{name}", table.as_csv())
        tick(0.5 + 0.5 * number / (len(found) + 1))


def _drawings(part: Snapshot, into: _Archive, tick: Tick) -> None:
    from diary.exchange.drawings_svg import drawings

    for name, content in drawings(part, tick):
        into.put(f"drawings/{name}", content)


def _reports(part: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Every report that was given, in the order of giving."""
    given = sorted(part.given_reports, key=lambda one: (str(one.given), one.uid))
    for number, one in enumerate(given, 1):
        if one.pdf:
            yield f"reports/{one.given.local:%Y-%m-%d}-{number}.pdf", one.pdf


def _documents() -> tuple[tuple[str, Path], ...]:
    return (
        ("docs/format.md", document("format.md")),
        ("docs/LICENSE.txt", document("LICENSE")),
        ("docs/NOTICES.md", resource("NOTICES.md")),
        ("docs/regions.json", resource("anatomy/territories.json")),
    )
