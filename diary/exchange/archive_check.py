"""Whether an archive is as it was written: every hash, every file, and that the record inside reads."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from diary.errors import DiaryError
from diary.exchange.archive_zip import ARCHIVE, MANIFEST, RECORD, SUMS
from diary.exchange.whole_file import LARGEST_BYTES, Tick, cannot_read, untold
from diary.wording import say

LARGEST_UNPACKED = 8 * LARGEST_BYTES
"""More than a lifetime's drawings."""

MOST_FILES = 200_000
"""More than a lifetime's days, each with several drawings."""

LARGEST_LIST = 1 << 26
"""Bytes of a manifest for so many files."""

CHUNK = 1 << 16

END_BYTES, END_MARK = 22, b"PK\5\6"
"""The last bytes of a zip without a comment, and how they begin (APPNOTE.TXT 4.3.16)."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError),
)
"""What `zipfile` raises for a file that is cut, damaged, locked or packed in ways it does not know."""


def check_archive(path: Path, tick: Tick = untold) -> tuple[int, list[str]]:
    """How many files it should hold, and what of them is not as it was written. DiaryError: no archive.

    Nothing is unpacked to the disk, and no more is read than an archive can hold.
    """
    with _opened(path) as packed:
        found = packed.infolist()
        _bound(path, found)
        manifest = _manifest(path, packed)
        told = list(_names(found, manifest))
        if _has_more_around(path, packed):
            told.append(say("archive.check.around", file=path.name))
        there = {one.filename for one in found}
        done = 0
        total = 1 + sum(one["bytes"] for one in manifest.values())
        for name, one in manifest.items():
            tick(min(1.0, done / total))
            done += one["bytes"]
            if name in there and (differs := _differs(packed, one)):
                told.append(differs)
        if SUMS in there and not _sums_agree(packed, manifest):
            told.append(say("archive.check.differs", name=SUMS))
        if not any(one.startswith(f"{RECORD}:") for one in told):
            told += _record(packed)
    return len(manifest) + 2, told


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        packed = zipfile.ZipFile(path)
    except OSError as error:
        raise cannot_read(path, error) from error
    except BROKEN as error:
        what = say("archive.check.not_zip", file=path.name)
        raise DiaryError(what, say("error.nothing_changed"), say("archive.check.again")) from error
    with packed:
        yield packed


def _bound(path: Path, found: list[zipfile.ZipInfo]) -> None:
    """Refuses what no archive is: sizes as the zip tells them, which reading then keeps to."""
    many = len(found) > MOST_FILES
    if many or sum(one.file_size for one in found) > LARGEST_UNPACKED:
        key = "archive.check.many" if many else "archive.check.too_large"
        raise DiaryError(say(key, file=path.name), say("error.nothing_changed"), say("archive.check.again"))


def _manifest(path: Path, packed: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    """What was written, by name; DiaryError."""
    try:
        plain = json.loads(_read(packed, MANIFEST, LARGEST_LIST))
        files = {one["name"]: one for one in plain["files"]}
        sound = plain["format"] == ARCHIVE and all(_is_told(one) for one in files.values())
    except (*BROKEN, KeyError, TypeError, RecursionError) as error:
        raise _no_archive(path) from error
    if not sound or RECORD not in files:
        raise _no_archive(path)
    return files


def _has_more_around(path: Path, packed: zipfile.ZipFile) -> bool:
    """Whether bytes stand before the first file or after the list of files, or the zip has a comment."""
    first = min((one.header_offset for one in packed.infolist()), default=0)
    with path.open("rb") as stream:
        stream.seek(-END_BYTES, os.SEEK_END)
        end = stream.read(END_BYTES)
    return first > 0 or bool(packed.comment) or not end.startswith(END_MARK)


def _is_told(one: Any) -> bool:
    sized = type(one["bytes"]) is int and one["bytes"] >= 0
    return isinstance(one["name"], str) and sized and isinstance(one["sha256"], str)


def _no_archive(path: Path) -> DiaryError:
    what = say("archive.check.not_archive", file=path.name)
    return DiaryError(what, say("error.nothing_changed"), say("archive.check.again"))


def _names(found: list[zipfile.ZipInfo], manifest: dict[str, dict[str, Any]]) -> Iterator[str]:
    there = Counter(one.filename for one in found)
    known = {*manifest, MANIFEST, SUMS}
    yield from (say("archive.check.lacks", name=name) for name in sorted(known - there.keys()))
    yield from (say("archive.check.extra", name=name) for name in sorted(there.keys() - known))
    yield from (say("archive.check.twice", name=name) for name in sorted(there) if there[name] > 1)


def _differs(packed: zipfile.ZipFile, told: dict[str, Any]) -> str:
    """What is not as the manifest has it, in words; "" where all is."""
    name = told["name"]
    seen, count = hashlib.sha256(), 0
    try:
        with packed.open(name) as stream:
            while piece := stream.read(CHUNK):
                seen.update(piece)
                count += len(piece)
                if count > told["bytes"]:
                    break
    except BROKEN:
        return say("archive.check.unreadable", name=name)
    same = count == told["bytes"] and seen.hexdigest() == told["sha256"]
    return "" if same else say("archive.check.differs", name=name)


def _sums_agree(packed: zipfile.ZipFile, manifest: dict[str, dict[str, Any]]) -> bool:
    """Whether the list for `sha256sum` says the same as the manifest, and knows the manifest's own hash."""
    try:
        wanted = {name: one["sha256"] for name, one in manifest.items()}
        wanted[MANIFEST] = hashlib.sha256(_read(packed, MANIFEST, LARGEST_LIST)).hexdigest()
        lines = _read(packed, SUMS, LARGEST_LIST).decode("utf-8").splitlines()
    except (*BROKEN, KeyError):
        return False
    return {name: sha256 for sha256, _, name in (line.partition("  ") for line in lines)} == wanted


def _record(packed: zipfile.ZipFile) -> Iterator[str]:
    """Why the record inside cannot be read, if so."""
    from diary.exchange.json_restore import read_snapshot

    try:
        read_snapshot(_read(packed, RECORD, LARGEST_BYTES), RECORD)
    except DiaryError as error:
        yield say("archive.check.record", name=RECORD, why=error.what)
    except (*BROKEN, KeyError):
        yield say("archive.check.unreadable", name=RECORD)


def _read(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The bytes of one file of bearable size; ValueError where it is larger."""
    with packed.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError(name)
    return content
