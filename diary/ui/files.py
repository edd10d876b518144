"""The system's file dialogs: they begin in the person's documents, later where the last file was."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.store.looks import Looks
    from diary.store.store import Store

LAST_FOLDER = "last_folder"
"""Kept for this computer: the folder of the file that was chosen last."""


def asked_file(parent: QWidget | None, looks: Looks, title: str, kinds: str = "") -> Path | None:
    """A file that is there; None where the dialog was cancelled."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_folder(looks)), kinds)
    return _kept(looks, chosen)


def asked_folder(parent: QWidget | None, looks: Looks, title: str) -> Path | None:
    """A folder that is there; None where the dialog was cancelled."""
    return _kept(looks, QFileDialog.getExistingDirectory(parent, title, str(_folder(looks))))


def asked_new_file(
    parent: QWidget | None, looks: Looks, title: str, name: str, ending: str, kinds: str
) -> Path | None:
    """Where to write a file, `name` proposed; it has `ending` (as ".pdf"); None where it was cancelled."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(_folder(looks) / f"{name}{ending}"), kinds)
    path = _kept(looks, chosen)
    return None if path is None else _ended(path, ending)


def asked_picture(parent: QWidget | None, looks: Looks, title: str, name: str) -> Path | None:
    """Where to write a picture, as PNG or as SVG; None where the dialog was cancelled."""
    kinds = {say("picture.png"): ".png", say("picture.svg"): ".svg"}
    chosen, kind = QFileDialog.getSaveFileName(
        parent, title, str(_folder(looks) / f"{name}.png"), ";;".join(kinds)
    )
    path = _kept(looks, chosen)
    if path is None or path.suffix.lower() in kinds.values():
        return path
    return _ended(path, kinds.get(kind, ".png"))


def _folder(looks: Looks) -> Path:
    last = looks.value(LAST_FOLDER, "")
    if last and Path(last).is_dir():
        return Path(last)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _kept(looks: Looks, chosen: str) -> Path | None:
    if not chosen:
        return None
    looks.set_value(LAST_FOLDER, str(Path(chosen).parent))
    return Path(chosen)


def _ended(path: Path, ending: str) -> Path:
    """The path with its ending; where that is added, no file is written over that nobody was asked about."""
    if path.suffix.lower() == ending:
        return path
    found = path.with_name(f"{path.name}{ending}")
    numbers = count(2)
    while found.exists():
        found = path.with_name(f"{path.name} {next(numbers)}{ending}")
    return found


def note_given(store: Store, path: Path) -> None:
    """Keeps in the diary that something left it just now as the file `path`, as far as it can be kept."""
    from diary.exchange.given import keep_given

    if store.is_open:
        keep_given(store.diary, path.suffix.removeprefix(".").lower() or "png", path)


def picture_words(path: Path, content: bytes, store: Store) -> str:
    """Write a picture; what became of it, in words. The file of the diary itself is not written over."""
    from diary.exchange.whole_file import written_whole

    if path.exists() and store.path.exists() and path.samefile(store.path):
        return say("picture.is_diary")
    try:
        with written_whole(path) as stream:
            stream.write(content)
    except DiaryError as error:
        return str(error)
    note_given(store, path)
    return say("picture.saved", path=path)
