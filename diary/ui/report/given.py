"""Reports given: to whom, when, about which days, with what in them; the PDF can be saved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.exchange.report.choices import Audience, ReportChoices, from_plain
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.records import GivenReport

SHOWN = 12
"""Reports listed; older ones stay in the diary and in its export."""


def held_words(given: GivenReport) -> list[str]:
    """What a given report held, in sentences; empty where that was not kept."""
    choices = _choices(given)
    if choices is None:
        return []
    found = [say(f"consult.audience.{choices.audience}")]
    if choices.audience is not Audience.EMERGENCY:
        parts = "; ".join(say(f"consult.part.{one}") for one in choices.parts)
        annex = "; ".join(say(f"consult.annex.{one}") for one in choices.annex)
        found += [say("consult.held_parts", names=parts)] if parts else []
        found.append(say("consult.held_annex", names=annex) if annex else say("consult.held_no_annex"))
    private = {
        say("report.tick_name"): choices.with_name,
        say("report.tick_born"): choices.with_born,
        say("report.tick_private"): choices.with_private,
        say("report.tick_words"): choices.with_words,
        say_n("consult.held_notes", len(choices.notes)): bool(choices.notes),
    }
    ticked = "; ".join(words for words, on in private.items() if on)
    found.append(say("consult.held_private", names=ticked) if ticked else say("consult.held_no_private"))
    return found


def _choices(given: GivenReport) -> ReportChoices | None:
    if "audience" not in given.choices:
        return None  # kept by an earlier version, or without its choices
    try:
        return from_plain(given.choices)
    except ValueError:
        return None


class GivenRow(QWidget):
    """One report that was given."""

    save_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, given: GivenReport, *, can_delete: bool) -> None:
        super().__init__()
        self.given = given
        self._day = day_words(given.given.local.date(), "d MMM yyyy")
        card = given.choices.get("audience") == Audience.EMERGENCY
        head = say("report.given_to", day=self._day, to=given.to) if given.to else self._day
        since, until = (day_words(one, "d MMM yyyy") for one in (given.since, given.until))
        days = say("consult.audience.emergency") if card else say("report.from_to", since=since, until=until)
        self.again = Button(say("report.save_again"), "save", "small")
        self.more = Button(say("consult.held_show"), kind="small")
        self.delete = Button(say("consult.delete"), "trash", "small")
        self.held = Label("\n".join(held_words(given)), "note", "quiet", wrap=True)
        for button in (self.again, self.more, self.delete):
            button.setAccessibleName(say("report.save_again_of", again=button.text(), day=self._day))
        self.again.clicked.connect(self._on_again)
        self.more.clicked.connect(self._on_more)
        self.delete.clicked.connect(self._on_delete)
        line = QWidget()
        buttons = FlowLayout(line, gap=8, line_gap=4)
        for button in (self.again, self.more, self.delete):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        for part in (
            Label(head, "strong", wrap=True),
            Label(days, "note", "quiet", wrap=True),
            line,
            self.held,
        ):
            column.addWidget(part)
        self.again.setVisible(bool(given.pdf))
        self.more.setVisible(bool(self.held.text()))
        self.delete.setVisible(can_delete)
        self.held.hide()

    @Slot()
    def _on_again(self) -> None:
        self.save_requested.emit(self.given)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_requested.emit(self.given)

    @Slot()
    def _on_more(self) -> None:
        shown = self.held.isHidden()
        self.held.setVisible(shown)
        words = say("consult.held_hide") if shown else say("consult.held_show")
        self.more.set_words(words)
        self.more.setAccessibleName(say("report.save_again_of", again=words, day=self._day))


class GivenCard(Card):
    """The list of reports given, the newest first."""

    save_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("report.given_card"))
        self.rows: list[GivenRow] = []
        self._none = Label(say("report.given_none"), "note", "quiet", wrap=True)
        self._read_only = Label(say("consult.not_kept_read_only"), "note", "quiet", wrap=True)
        self._more = Label("", "note", "quiet", wrap=True)
        self._rows = QVBoxLayout()
        self.add(self._none)
        self.add(self._read_only)
        self.add(self._rows)
        self.add(self._more)
        self._read_only.hide()
        self._more.hide()

    def refresh(self, given: Sequence[GivenReport], *, read_only: bool) -> None:
        """Show these reports."""
        newest = sorted(given, key=lambda one: one.given.local, reverse=True)
        older = len(newest) - SHOWN
        self._none.setVisible(not newest and not read_only)
        self._read_only.setVisible(read_only)
        self._more.setVisible(older > 0)
        self._more.setText(say_n("consult.given_older", max(older, 0)))
        if [row.given for row in self.rows] == newest[:SHOWN]:
            return
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [GivenRow(one, can_delete=not read_only) for one in newest[:SHOWN]]
        for row in self.rows:
            row.save_requested.connect(self.save_requested)
            row.delete_requested.connect(self.delete_requested)
            self._rows.addWidget(row)
