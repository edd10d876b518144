"""What this diary is: version, purpose, licence, and the notices of what it stands on."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from diary import __version__
from diary.paths import resource
from diary.ui.help.contents import ABOUT
from diary.ui.help.section import Section, readable
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.wording import say


class AboutSection(Section):
    """The last section; the notices are read from their file when they are first shown."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("about", parent=parent)
        self.version = readable(say("help.about.version", version=__version__))
        self.notices = Label("", "note", wrap=True)
        self.notices.setTextFormat(Qt.TextFormat.MarkdownText)
        self.notices.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notices.setAccessibleName(say("help.about.notices"))
        self.notices.hide()
        self.show_notices = Button(say("help.about.show_notices"), kind="small")
        self.show_notices.setCheckable(True)
        self.show_notices.toggled.connect(self._on_toggled)
        self.add(self.version)
        for part in ABOUT:
            self._add_part(part)
        self.add(self.show_notices)
        self.add(self.notices)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown and not self.notices.text():
            self.notices.setText(_notices())
        self.notices.setVisible(shown)
        self.show_notices.set_words(say("help.about.hide_notices" if shown else "help.about.show_notices"))


def _notices() -> str:
    try:
        text = resource("NOTICES.md").read_text(encoding="utf-8")
    except OSError:
        return say("help.about.no_notices")
    return re.sub(r"^#+ (.*)$", r"**\1**", text.partition("\n")[2].strip(), flags=re.MULTILINE)
