"""The diary file as bare SQLite: its mark, its newest schema, and a connection without SQLAlchemy."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4E76_4479
"""`NvDy` in SQLite's header: how `file` and we know a diary."""

HEAD = "0002"
"""The newest schema this version writes; later schemas have larger numbers."""

BUSY_MS = 2000


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A bare sqlite3 connection in autocommit mode, for checks, back-ups and the engine below."""
    uri = path.absolute().as_uri()
    if read_only:
        raw = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
        try:
            raw.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            raw.close()
            if os.access(path.parent, os.W_OK):
                raise
            # A WAL file in a folder we may not write in can only be read as unchanging.
            uri = f"{uri}?immutable=1"
            raw = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    else:
        raw = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return raw
