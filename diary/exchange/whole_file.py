"""Files that are there whole or not at all, and files read with a bound on their size."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from diary.errors import DiaryError
from diary.storage.raw import is_diary
from diary.wording import say

LARGEST_BYTES = 1 << 30
"""More than a lifetime's diary: a larger file is not read at all."""


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream that becomes the file at `path` once all is written, readable by its owner; DiaryError.

    A diary, this one or any other, is never written over.
    """
    if is_diary(path):
        raise DiaryError(
            say("exchange.is_diary", file=path.name), say("exchange.nothing_written"), say("cli.other_name")
        )
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def read_bytes(path: Path) -> bytes:
    """The content of a file of bearable size; DiaryError."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise DiaryError(say("exchange.too_large", file=path.name), do=say("error.choose_other"))
        return path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from error


def cannot_read(path: Path, error: OSError) -> DiaryError:
    """The error for a file that the system does not let us read."""
    why = error.strerror or str(error)
    return DiaryError(say("error.cannot_open", file=path.name, why=why), do=say("exchange.check_name"))


def cannot_write(path: Path, error: OSError) -> DiaryError:
    """The error for a file that could not be written, in the words of the diary."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiaryError(say("error.full"), say("exchange.nothing_written"), say("exchange.free_space"))
    why = error.strerror or str(error)
    what = say("exchange.cannot_write", file=path.name, why=why)
    return DiaryError(what, say("exchange.nothing_written"), say("error.check_folder"))
