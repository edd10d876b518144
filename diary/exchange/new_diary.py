"""A new diary made from an export or an import: whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from diary.errors import DiaryError
from diary.exchange.json_restore import read_snapshot
from diary.exchange.whole_file import read_bytes
from diary.storage.diary import Diary
from diary.wording import say


def is_new(path: Path) -> bool:
    """Whether a diary at `path` would be begun: nothing is there, or an empty file."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


@contextmanager
def made_whole(path: Path) -> Iterator[None]:
    """Where the work inside ends badly, what it began at `path` goes, and the folders made for it.

    A diary that was there before is left to its own transactions; an empty file is empty again.
    """
    fresh, mode = is_new(path), path.stat().st_mode if path.exists() else None
    folders = list(takewhile(lambda one: not one.exists(), path.absolute().parents))
    try:
        yield
    except BaseException:
        if fresh:
            _forget(path)
        with suppress(OSError):
            if fresh and mode is not None:
                path.touch()
                path.chmod(mode)
            for folder in folders:
                folder.rmdir()
        raise


def restored(export: Path, path: Path) -> Diary:
    """The open diary at `path`, made now from the file `export`; DiaryError, and then nothing was made.

    A diary that is already at `path` is never touched.
    """
    whole = read_snapshot(read_bytes(export), export.name)
    if not is_new(path):
        raise DiaryError(
            say("restore.there", file=path.name), say("error.left_untouched"), say("restore.open")
        )
    part = path.with_name(f"{path.name}.part")
    _forget(part)
    try:
        with made_whole(part):
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
    return Diary(path)


def _forget(part: Path) -> None:
    for side in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            Path(f"{part}{side}").unlink()
