"""Files that are there whole or not at all, and files read with a bound on their size."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from diary.errors import DiaryError
from diary.storage.raw import is_diary
from diary.wording import say

Tick = Callable[[float], None]
"""Hears how much of long work is done, 0 to 1; what it raises ends the work, and nothing is left of it."""

LARGEST_BYTES = 1 << 30
"""More than a lifetime's diary: a larger file is not read at all."""


class CancelledError(DiaryError):
    """The person ended long work; raised by a `Tick`."""

    def __init__(self) -> None:
        super().__init__(say("archive.cancelled"), say("exchange.nothing_written"))


def untold(_done: float) -> None:
    """The tick of whoever does not ask."""


def part_of(tick: Tick, since: float, until: float) -> Tick:
    """A tick for a piece of the work: its 0 to 1 are `since` to `until` of the whole."""

    def told(done: float) -> None:
        tick(since + done * (until - since))

    return told


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream that becomes the file at `path` once all is written, readable by its owner; DiaryError.

    A diary, this one or any other, is never written over.
    """
    _refuse_diary(path)
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


class Together:
    """Files that are written beside their places, and take these once all are whole."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self._folder = folder
        self._beside = beside
        self._names: list[str] = []
        self._beside.mkdir(mode=0o700)

    def stood_before(self, name: str) -> bool:
        """Whether a file of that name is in the folder already."""
        return (self._folder / name).exists()

    @contextmanager
    def stream(self, name: str, *, safe: bool = True) -> Iterator[BinaryIO]:
        """A stream for the file `name` (with `/`); where not `safe`, the disk writes it in its own time."""
        file = self._beside / name
        _refuse_diary(self._folder / name)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            yield stream
            stream.flush()
            if safe:
                os.fsync(stream.fileno())
        self._names.append(name)

    def take_places(self) -> tuple[Path, ...]:
        """Puts every file in its place: a new folder at once, else over files of the same name alone."""
        found = tuple(self._folder / name for name in self._names)
        if not self._folder.exists():
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._beside.rename(self._folder)
            return found
        for place in found:
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            place.parent.mkdir(exist_ok=True)
        for name, place in zip(self._names, found, strict=True):
            (self._beside / name).replace(place)
        return found


@contextmanager
def written_together(folder: Path) -> Iterator[Together]:
    """Files that appear in a folder all together or not at all; the folder's others stay. DiaryError."""
    near = folder
    while not near.exists() and near != near.parent:
        near = near.parent
    try:
        beside = Path(tempfile.mkdtemp(prefix=".nerve-diary-", dir=near))
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        together = Together(folder, beside / "whole")
        yield together
        together.take_places()
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_diary(path: Path) -> None:
    if is_diary(path):
        raise DiaryError(
            say("exchange.is_diary", file=path.name), say("exchange.nothing_written"), say("cli.other_name")
        )


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
