"""The one way a diary file is opened: raw checks, migration with a back-up, pragmas, kind errors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from diary.errors import DiaryError
from diary.storage.raw import APPLICATION_ID, HEAD, SCHEMAS, raw_connection
from diary.wording import say

SMALLEST_PAGE = 512
"""Bytes of the smallest page, and so of the smallest file, that SQLite makes."""


def open_engine(path: Path, *, create: bool = True) -> tuple[Engine, bool]:
    """An engine on the diary at `path`, migrated if behind, and whether it can only be read; DiaryError."""
    with explained(path):
        if not path.exists():
            if not create:
                raise DiaryError(say("error.missing", file=path.name), do=say("error.check_name"))
            _make_private(path)
        elif path.is_dir():
            raise DiaryError(
                say("error.is_folder", file=path.name), say("error.left_untouched"), say("error.choose_other")
            )
        # SQLite writes beside the file as well as into it.
        read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        found = schema_of(path)
        if found is None and not create:
            what = say("error.empty", file=path.name)
            raise DiaryError(what, say("error.left_untouched"), say("error.choose_other"))
        if found != HEAD:
            if read_only:
                raise DiaryError(
                    say("error.read_only"), say("error.left_untouched"), say("error.read_only_do")
                )
            if found is None:
                path.chmod(0o600)
            from diary.storage import upgrade

            upgrade.to_head(path, found)
        return _engine(path, read_only=read_only), read_only


def schema_of(path: Path) -> str | None:
    """The schema number in a diary file, None for an empty file; DiaryError if unknown or not a diary."""
    size = path.stat().st_size
    if size == 0:
        return None
    if size < SMALLEST_PAGE:  # SQLite would take a stray byte for an empty file, and write over it
        raise _damaged()
    raw = raw_connection(path, read_only=True)
    try:
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if application == 0 and not tables:
            return None
        if application != APPLICATION_ID or "alembic_version" not in tables:
            raise DiaryError(say("error.not_diary"), say("error.left_untouched"), say("error.choose_other"))
        numbers = [str(row[0]) for row in raw.execute("SELECT version_num FROM alembic_version")]
    finally:
        raw.close()
    if len(numbers) == 1 and numbers[0] in SCHEMAS:
        return numbers[0]
    if any(number.isdecimal() and int(number) > int(HEAD) for number in numbers):
        raise DiaryError(say("error.newer"), say("error.left_untouched"), say("error.newer_do"))
    raise DiaryError(say("error.no_version"), say("error.left_untouched"), say("error.open_backup"))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the file's troubles into DiaryErrors that say a way out; our own bugs pass through."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(error.orig, path) from error
    except (sqlite3.DatabaseError, OSError) as error:
        raise _explain(error, path) from error


def _explain(error: BaseException | None, path: Path) -> BaseException:
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return DiaryError(say("error.cannot_open", file=path.name, why=why), do=say("error.check_folder"))
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == sqlite3.SQLITE_FULL:
        return DiaryError(say("error.full"), say("error.words_here"), say("error.free_space"))
    if primary == sqlite3.SQLITE_IOERR:
        return DiaryError(say("error.other", why=error), say("error.words_here"), say("error.check_folder"))
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return DiaryError(say("error.locked"), say("error.words_here"), say("error.wait"))
    if primary == sqlite3.SQLITE_READONLY:
        return DiaryError(say("error.read_only"), say("error.words_here"), say("error.read_only_do"))
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return _damaged()
    if primary == sqlite3.SQLITE_CANTOPEN:
        return DiaryError(say("error.cannot_open", file=path.name, why=error), do=say("error.check_folder"))
    return error if error is not None else RuntimeError("a database error without a cause")


def _damaged() -> DiaryError:
    return DiaryError(say("error.damaged"), say("error.left_untouched"), say("error.open_backup"))


def _make_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _engine(path: Path, *, read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        raw = raw_connection(path, read_only=read_only)
        if not read_only:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("PRAGMA secure_delete = ON")  # what goes is overwritten, not only let go of
        raw.execute("PRAGMA foreign_keys = ON")
        return raw

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # A writer under plain BEGIN fails "database is locked" at once in WAL mode; BEGIN IMMEDIATE waits.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
