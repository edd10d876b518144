"""How do we know?: the data a number rests on, how many, the method in two lines, where it is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.insight.references import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How one thing is known: `data` used and `n` in words, the `method` in about two lines, its sources.

    `topic` is one of `insight.references.TOPICS`; empty where there is nothing to look up.
    """

    data: str = ""
    n: str = ""
    method: str = ""
    topic: str = ""

    def words(self) -> str:
        """All of it as one text, without the sources."""
        return " ".join(one for one in (self.data, self.n, self.method) if one)


class SourceLine(QWidget):
    """One source with its address, which opens in the person's browser only when it is pressed."""

    def __init__(self, source: Reference) -> None:
        super().__init__()
        self._address = source.address
        told = say("trends.source", short=source.short, title=source.title, where=source.where)
        self.words = Label(told, "note", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        self.address = Label(broken(source.address), "note", "quiet", wrap=True)
        self.link = Button(say("trends.source_open"), kind="link")
        self.link.setAccessibleName(say("trends.source_open_of", short=source.short))
        self.link.setAccessibleDescription(source.address)
        self.link.clicked.connect(self._on_pressed)
        column.addWidget(self.address)
        column.addWidget(self.link)
        for one in (self.address, self.link):
            one.setVisible(bool(source.address))

    @Slot()
    def _on_pressed(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))


def broken(address: str) -> str:
    """An address that can be broken after each of its slashes and dots, as narrow columns need."""
    return address.replace("/", "/\u200b").replace(".", ".\u200b").replace("/\u200b/\u200b", "//")


class HowKnown(QWidget):
    """A link that opens what is told of `Known` under it; hidden while there is nothing to tell."""

    def __init__(self, known: Known | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self.ask = Button(say("stat.how"), kind="link")
        self.ask.setCheckable(True)
        self.told = QWidget()
        self._lines = [Label("", "note", "quiet", wrap=True) for _ in range(3)]
        self._sources: list[SourceLine] = []
        self._topic = ""
        self.ask.toggled.connect(self._on_asked)
        self._under = QVBoxLayout(self.told)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(4)
        for line in self._lines:
            self._under.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.ask)
        column.addWidget(self.told)
        self.show_known(known)

    @property
    def is_open(self) -> bool:
        """Whether it is told."""
        return self.ask.isChecked() and self._known is not None

    def show_known(self, known: Known | None) -> None:
        """Tell of another thing; what is open stays open."""
        self._known = known
        self.setVisible(known is not None)
        texts = ("", "", "") if known is None else (known.data, known.n, known.method)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self._show_told()

    def name(self, what: str) -> None:
        """Have screen readers hear what the question is about."""
        self.ask.setAccessibleDescription(what)

    def words(self) -> str:
        """What is told, opened or not, without the sources."""
        return "" if self._known is None else self._known.words()

    def _show_told(self) -> None:
        """The sources are looked up and laid out when they are first seen."""
        topic = self._known.topic if self._known is not None else ""
        if self.is_open and topic != self._topic:
            self._topic = topic
            for old in self._sources:
                old.setParent(None)
                old.deleteLater()
            self._sources = [SourceLine(one) for one in _sources(topic)]
            for line in self._sources:
                self._under.addWidget(line)
        self.told.setVisible(self.is_open)

    @Slot(bool)
    def _on_asked(self, _asked: bool) -> None:
        self._show_told()


def _sources(topic: str) -> tuple[Reference, ...]:
    from diary.insight.references import sources

    return sources(topic) if topic else ()
