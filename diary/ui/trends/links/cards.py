"""The cards of Links: my questions, the moment before looking, everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.charts.link_words import (
    cause_words,
    day_words,
    finding_words,
    looked_words,
    question_words,
    title_words,
)
from diary.insight.findings.links import LinkFound, Links
from diary.models.inquiry import MOST_QUESTIONS, LinkQuestion
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.columns import Columns
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.how_known import HowKnown
from diary.ui.parts.painted import Label
from diary.ui.trends.links.ask_form import AskForm
from diary.ui.trends.links.pair_block import PairBlock, SaidBox
from diary.ui.trends.links.words import known, known_all
from diary.wording import say
from diary.wording.treatment_words import date_words

if TYPE_CHECKING:
    from diary.models.records import Measure
    from diary.ui.trends.links.asked import Asked

    Measures = Mapping[str, Measure]
    Names = Mapping[str, str]


WIDE = 860
"""From this width on blocks stand in two columns, px at 100 %."""


class Blocks(Columns):
    """Blocks in two columns, the first half left; one under another where there is less room."""

    def __init__(self) -> None:
        halves = (QWidget(), QWidget())
        self._halves = [QVBoxLayout(half) for half in halves]
        for half in self._halves:
            half.setContentsMargins(0, 0, 0, 0)
            half.setSpacing(4)
        super().__init__(halves, least=WIDE, gap=32)

    def show_blocks(self, blocks: Sequence[PairBlock]) -> None:
        """Show these blocks; others that were here are let go of."""
        for half in self._halves:
            while (item := half.takeAt(0)) is not None:
                old = item.widget()
                if old is not None and old not in blocks:
                    old.hide()
                    old.deleteLater()
        middle = (len(blocks) + 1) // 2
        for half, part in zip(self._halves, (blocks[:middle], blocks[middle:]), strict=True):
            for one in part:
                half.addWidget(one)
                one.show()
            half.addStretch(1)
        self.setVisible(bool(blocks))


class QuestionsCard(Card):
    """The person's own questions with what came of each, and the form to ask one more."""

    asked_new = Signal()
    ended = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__(say("links.mine"), title_role="title", spacing=4)
        self._asked = asked
        self.blocks: dict[str, PairBlock] = {}
        self._shown: list[PairBlock] = []
        self.add_one = Button(say("links.ask"), "plus", "small")
        self.text = Label(say("links.mine_text"), "note", "quiet", wrap=True)
        self.none = Label(say("links.mine_none"), "body", "quiet", wrap=True)
        self.full = Label(say("links.full"), "note", "quiet", wrap=True)
        self.form = AskForm(asked)
        self._list = Blocks()
        self.add_one.clicked.connect(self.open_form)
        self.form.closed.connect(self._on_closed)
        self.form.kept.connect(self._on_kept)
        self.header.addWidget(self.add_one)
        self.add(self.text)
        self.add(self.form)
        self.add(self.none)
        self.add(self._list)
        self.add(self.full)
        for one in (self.form, self.none, self.full):
            one.hide()

    def show_questions(self, links: Links | None, measures: Measures, names: Names, *, open_as: str) -> None:
        """Show every question as it is now; a block that stays keeps the focus.

        `open_as` names what is said where nothing came of one: "waiting", "left" or "not_in".
        """
        questions = self._asked.questions
        for uid in self.blocks.keys() - {one.uid for one in questions}:
            del self.blocks[uid]
        self.blocks = {one.uid: self._block(one) for one in questions}
        for one in questions:
            found = None if links is None else _found_of(one, links)
            _fill(self.blocks[one.uid], one, found, links, measures, names, open_as)
            stays = self._asked.is_seen(one) or (found is not None and found.coefficient is not None)
            self.blocks[one.uid].show_kept(say("links.kept") if one.ended is None else "", stays=stays)
        blocks = list(self.blocks.values())
        if blocks != self._shown:
            self._list.show_blocks(blocks)
            self._shown = blocks
        self.none.setVisible(not questions and self.form.isHidden())
        self.full.setVisible(self._asked.is_full)
        if self._asked.is_full:
            self.form.hide()
        if self._asked.is_full and self.window().focusWidget() is self.add_one:
            next(iter(blocks[MOST_QUESTIONS - 1].buttons.values())).setFocus()
        self.add_one.setEnabled(not self._asked.is_full)

    def _block(self, one: LinkQuestion) -> PairBlock:
        """The block of a question; one that was put aside has another set of acts."""
        acts = ("aside", "delete") if one.ended is None else ("delete",)
        old = self.blocks.get(one.uid)
        if old is not None and tuple(old.buttons) == acts:
            return old
        block = PairBlock(one.uid, acts)
        block.acted.connect(self._on_acted)
        return block

    @Slot()
    def open_form(self) -> None:
        """Open the form, where one more question can be open."""
        if not self._asked.is_full:
            self.form.show()
            self.none.hide()
            self.form.factor.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self.form.hide()
        self.none.setVisible(not self._asked.questions)
        self.add_one.setFocus()

    @Slot()
    def _on_kept(self) -> None:
        self._on_closed()
        self.asked_new.emit()

    @Slot(str, str)
    def _on_acted(self, act: str, uid: str) -> None:
        done = self._asked.put_aside(uid) if act == "aside" else self._asked.delete(uid)
        if done:
            self.add_one.setEnabled(True)
            self.add_one.setFocus()
            self.ended.emit()

    def words(self) -> str:
        """All that the questions say."""
        return "\n".join([self.title.text(), *(block.words() for block in self.blocks.values())])


def _found_of(one: LinkQuestion, links: Links) -> LinkFound | None:
    """What came of a question; of the same pair asked twice, the first stands for both."""
    own = next((found for found in links.questions if found.question == one.uid), None)
    if own is not None or one.seen is not None:
        return own
    return next((found for found in links.questions if found.key == one.key and found.seen is None), None)


def _fill(
    block: PairBlock,
    one: LinkQuestion,
    found: LinkFound | None,
    links: Links | None,
    measures: Measures,
    names: Names,
    open_as: str,
) -> None:
    lines = finding_words(found, measures) if found is not None else [say(f"links.{open_as}")]
    called = found is not None and found.is_called
    caveat = cause_words(found, measures) if called and found is not None else ""
    title = question_words(one.factor, one.outcome, one.lag, measures)
    block.show_words(title, lines, caveat=caveat, note=" ".join(dated(one)))
    block.said.show_said(() if found is None else found.said, measures, names)
    numbers = found is not None and found.coefficient is not None
    block.show_known(known(found, links) if numbers and found is not None and links is not None else None)


def dated(one: LinkQuestion) -> list[str]:
    """When a question was asked, whether its numbers had been seen, and when it was put aside."""
    day = date_words(one.asked)
    if one.seen is None:
        said = [say("links.asked", day=day)]
    else:
        since = day_words(one.asked.toordinal() + 1)
        said = [say("links.asked_seen", day=day, seen=date_words(one.seen), since=since)]
    if one.ended is not None:
        said.append(say("links.put_aside_on", day=date_words(one.ended)))
    return said


class GateCard(Card):
    """The honest moment: own questions first, or all pairs now."""

    ask = Signal()
    look = Signal()

    def __init__(self) -> None:
        super().__init__(say("links.gate"), title_role="title", spacing=8)
        self.text = Label(say("links.gate_text"), "body", wrap=True)
        self.ask_button = Button(say("links.gate_ask"), kind="primary")
        self.look_button = Button(say("links.gate_look"))
        self.ask_button.clicked.connect(self.ask)
        self.look_button.clicked.connect(self.look)
        row = QWidget()
        flow = FlowLayout(row, gap=8, line_gap=8)
        flow.addWidget(self.ask_button)
        flow.addWidget(self.look_button)
        self.add(self.text)
        self.add(row)


class OthersCard(Card):
    """Everything else: what stands out, early hints, how many pairs were looked at and what that takes."""

    def __init__(self) -> None:
        super().__init__(say("links.others"), title_role="title", spacing=4)
        self.lead = Label("", "body", wrap=True)
        self.takes = Label("", "note", "quiet", wrap=True)
        self.how = HowKnown()
        self.hints = Label(say("links.hints"), "strong", "quiet")
        self._found, self._hinted = Blocks(), Blocks()
        self._shown: tuple[object, ...] = ()
        self.blocks: list[PairBlock] = []
        self.said = SaidBox()
        self.add(self._found)
        self.add(self.hints)
        self.add(self._hinted)
        for widget in (self.lead, self.takes, self.how, self.said):
            self.add(widget)

    def show_links(self, links: Links, measures: Measures, names: Names) -> None:
        """Show what came of all pairs that are no questions, in the order of the table."""
        shown = (links, measures)
        if shown == self._shown:
            return
        self._shown, self.blocks = shown, []
        clear = [one for one in links.others if one in links.found]
        hints = [one for one in links.others if one in links.hints]
        self._put(self._found, clear, links, measures, names)
        self._put(self._hinted, hints, links, measures, names)
        self.hints.setVisible(bool(hints))
        said = looked_words(links)
        lead, takes = (said[:2], said[2:]) if links.others else (said, [])
        self.lead.setText(" ".join(lead))
        self.takes.setText(" ".join(takes))
        self.takes.setVisible(bool(takes))
        self.how.show_known(known_all(links) if links.other.tested else None)
        self.how.name(say("links.others"))
        told = {one.factor for one in (*clear, *hints, *links.questions)}
        rest = {said.factor: one.said for one in links.others for said in one.said if one.factor not in told}
        self.said.show_said([said for group in rest.values() for said in group], measures, names)

    def _put(
        self,
        column: Blocks,
        pairs: Sequence[LinkFound],
        links: Links,
        measures: Measures,
        names: Names,
    ) -> None:
        made = []
        for one in pairs:
            block = PairBlock()
            caveat = cause_words(one, measures)
            block.show_words(title_words(one, measures), finding_words(one, measures), caveat=caveat)
            block.said.show_said(one.said, measures, names)
            block.show_known(known(one, links))
            made.append(block)
        column.show_blocks(made)
        self.blocks += made

    def words(self) -> str:
        """All that it says."""
        blocks = (block.words() for block in self.blocks)
        return "\n".join([self.title.text(), *blocks, self.lead.text(), self.takes.text()])
