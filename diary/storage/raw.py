"""The diary file as bare SQLite: its mark, its newest schema, and a connection without SQLAlchemy."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4E76_4479
"""`NvDy` in SQLite's header: how `file` and we know a diary."""

SCHEMAS = ("0001", "0002", "0003", "0004", "0005")
"""Every schema that was ever released; later ones have larger numbers."""

HEAD = SCHEMAS[-1]
"""The newest schema this version writes."""

BUSY_MS = 2000

_MARK_AT = 68
"""Where SQLite's header holds the mark, as four bytes."""

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite puts behind a file's name for its own files beside it."""


def is_diary(path: Path) -> bool:
    """Whether the file at `path`, or what a link there leads to, is a diary or lies beside an open one."""
    names = [path.name, *(path.name.removesuffix(end) for end in SIDES if path.name.endswith(end))]
    return any(_is_marked(path.with_name(name)) for name in names if name)


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_MARK_AT + 4)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[_MARK_AT:] == APPLICATION_ID.to_bytes(4, "big")


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A bare sqlite3 connection in autocommit mode, for checks, back-ups and the engine below."""
    uri = path.absolute().as_uri()
    if read_only:
        raw = _connected(uri + _reading(path))
        try:
            raw.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            raw.close()
            if not isinstance(error, sqlite3.OperationalError) or os.access(path.parent, os.W_OK):
                raise
            # A WAL file in a folder we may not write in can only be read as unchanging.
            raw = _connected(f"{uri}?immutable=1")
    else:
        raw = _connected(uri)
    raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return raw


def _reading(path: Path) -> str:
    """How SQLite shall read without leaving anything beside the file."""
    if _beside(path, "-journal").exists() and os.access(path, os.W_OK):
        return ""  # a write that broke off must be taken back before anything can be read
    return "?mode=ro" if _beside(path, "-wal").exists() else "?mode=ro&immutable=1"


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _connected(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
