"""A new diary made from an export: whole, or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from diary.errors import DiaryError
from diary.exchange.json_restore import read_snapshot
from diary.exchange.whole_file import read_bytes
from diary.storage.diary import Diary
from diary.wording import say


def restored(export: Path, path: Path) -> Diary:
    """The open diary at `path`, made now from the file `export`; DiaryError, and then nothing was made.

    A diary that is already at `path` is never touched.
    """
    whole = read_snapshot(read_bytes(export), export.name)
    if path.exists() and path.stat().st_size > 0:
        raise DiaryError(
            say("restore.there", file=path.name), say("error.left_untouched"), say("restore.open")
        )
    part = path.with_name(f"{path.name}.part")
    _forget(part)
    try:
        diary = Diary(part)
        try:
            diary.restore(whole)
        finally:
            diary.close()
        part.replace(path)
    except OSError as error:
        why = error.strerror or str(error)
        raise DiaryError(
            say("error.cannot_open", file=path.name, why=why), do=say("error.check_folder")
        ) from error
    finally:
        _forget(part)
    return Diary(path)


def _forget(part: Path) -> None:
    for side in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{part}{side}").unlink()
