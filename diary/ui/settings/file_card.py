"""Where the diary lies, and whether it is sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from diary.errors import DiaryError
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import LOCALE
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.storage.diary import Diary
    from diary.store.store import Store

SIDE_FILES = ("", "-wal")
"""What is appended to the diary's path for each file that holds a part of it while it is open."""


class FileCard(SettingsCard):
    """Path and size, folder, and a check, which waits in the store's thread."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.file"), parent=parent)
        self._store = store
        self.path = Label(str(store.path), "body", wrap=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.size_line = Label("", "note", "quiet", wrap=True)
        self.open_folder = Button(say("settings.open_folder"), "folder", "small")
        self.check = Button(say("settings.check"), "check", "small")
        self.open_folder.clicked.connect(self._on_open_folder)
        self.check.clicked.connect(self._on_check)
        self.add(self.path)
        self.add(self.size_line)
        self.add(_line(self.open_folder, self.check))

    def refresh(self) -> None:
        """Show the size of now."""
        files = [Path(f"{self._store.path}{side}") for side in SIDE_FILES]
        total = sum(file.stat().st_size for file in files if file.exists())
        words = LOCALE.formattedDataSize(total, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.size_line.setText(say("settings.file_size", size=words))

    @Slot()
    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._store.path.resolve().parent)))

    @Slot()
    def _on_check(self) -> None:
        self._run(_check)

    def _run(self, work: _Check) -> None:
        self._set_busy(True)
        self.tell(say("settings.working"))
        self._store.run(work, self._on_done, self._on_problem)

    @Slot(object)
    def _on_done(self, told: tuple[str, str]) -> None:
        self._set_busy(False)
        self.tell(*told)

    @Slot(object)
    def _on_problem(self, error: DiaryError) -> None:
        self._set_busy(False)
        self.tell_problem(error)

    def _set_busy(self, busy: bool) -> None:
        self.check.setEnabled(not busy)


class _Check:
    """Compares the file and its contents with their rules."""

    def __call__(self, diary: Diary) -> tuple[str, str]:
        from diary.storage.check import check

        found = diary.ask(check)
        if not found:
            return say("settings.check_sound"), "info"
        return say_n("settings.check_found", len(found), first=found[0]), "problem"


_check = _Check()


def _line(*buttons: Button) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=8, line_gap=8)
    for button in buttons:
        flow.addWidget(button)
    return row
