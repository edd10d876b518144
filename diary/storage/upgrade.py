"""Brings a file to the newest schema with Alembic, after a back-up copy; imported only when behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool

from diary.errors import DiaryError
from diary.storage.raw import APPLICATION_ID, HEAD, raw_connection
from diary.wording import say


def to_head(path: Path, found: str | None) -> None:
    """Migrates the file at `path` from schema `found` (None: empty) in one transaction; DiaryError."""
    if found is not None:
        back_up(path, path.with_name(f"{path.stem}-before-{HEAD}-from-{found}{path.suffix}"))
    engine = create_engine("sqlite+pysqlite://", creator=lambda: _writer(path), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    script = _script()

    def upgrade(revision: str, _context: object) -> object:
        return script._upgrade_revs(HEAD, revision)  # noqa: SLF001  # what alembic.command.upgrade calls

    with engine.begin() as connection, EnvironmentContext(Config(), script, fn=upgrade) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()


def back_up(path: Path, copy: Path) -> None:
    """A complete copy of the file at `path`, made through SQLite so that no late row is lost; DiaryError."""
    source = raw_connection(path, read_only=True)
    try:
        copy.touch(mode=0o600)
        target = sqlite3.connect(copy)
        try:
            source.backup(target)
        finally:
            target.close()
    except (OSError, sqlite3.Error) as error:
        raise DiaryError(
            say("error.no_backup"), say("error.left_untouched"), say("error.free_space")
        ) from error
    finally:
        source.close()


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent / "migrations"))


def _writer(path: Path) -> sqlite3.Connection:
    return raw_connection(path, read_only=False)
