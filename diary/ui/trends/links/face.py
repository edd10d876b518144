"""What goes with pain and sleep: own questions first, then everything else, its forest and its table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.charts.link_words import question_words, title_words, told_words
from diary.ui.parts.card import Card
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.trends.face import Context, Face
from diary.ui.trends.links.asked import Asked
from diary.ui.trends.links.canvas import ForestCanvas
from diary.ui.trends.links.cards import GateCard, OthersCard, QuestionsCard
from diary.ui.trends.links.table import PairsCard
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from diary.charts.forest_picture import ForestMark, ForestPicture
    from diary.insight.findings.links import Links
    from diary.models.records import Measure
    from diary.store.store import Store


class ForestCard(Card):
    """The forest of one outcome."""

    def __init__(self, canvas: ForestCanvas) -> None:
        super().__init__("", title_role="title", spacing=4)
        self.canvas = canvas
        self.add(canvas)

    def show_picture(self, picture: ForestPicture, wide: int) -> None:
        """Show the links of an outcome on a card `wide` px wide."""
        self.set_title(picture.title)
        self.canvas.show_picture(picture, wide - 2 * self.theme.px(16))


class LinksFace(Face):
    """Own questions with their answers; after one press all pairs, in sentences, pictures and a table."""

    key = "links"
    uses_analysis: ClassVar[bool] = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.asked = Asked(store, self)
        self._context: Context | None = None
        self._links: Links | None = None
        self._measures: Mapping[str, Measure] = {}
        self._pictures: tuple[ForestPicture, ...] = ()
        self._table_shown = False
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        self.message = InlineMessage("", "problem")
        self.questions = QuestionsCard(self.asked)
        self.gate = GateCard()
        self.others = OthersCard()
        self.waiting = Label(say("links.not_yet"), "body", "quiet", wrap=True)
        self.forests: dict[str, ForestCard] = {}
        self.pairs = PairsCard()

    def _connect(self) -> None:
        self.asked.trouble.connect(self._on_trouble)
        self.questions.asked_new.connect(self._on_asked)
        self.questions.ended.connect(self._on_ended)
        self.gate.ask.connect(self.questions.open_form)
        self.gate.look.connect(self._on_look)

    def _lay_out(self) -> None:
        self.forest_column = QWidget()
        self._forests = QVBoxLayout(self.forest_column)
        self._forests.setContentsMargins(0, 0, 0, 0)
        self._forests.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        shown: tuple[QWidget, ...] = (self.message, self.questions, self.gate, self.waiting, self.others)
        for widget in (*shown, self.forest_column, self.pairs):
            column.addWidget(widget)
            widget.setVisible(widget is self.questions)
        column.addStretch(1)

    # --- what is shown

    @property
    def is_open(self) -> bool:
        """Whether all pairs are shown: once they were asked for, or while none of them has numbers."""
        return self._links is not None and self.asked.is_open(self._links)

    def show_context(self, context: Context) -> None:
        """Show these links; the days of the header do not matter to them."""
        self._context = context
        self._links = None if context.analysis is None else context.analysis.links
        self._measures = context.held.rows.measures
        self.asked.read()
        self._show()

    def _show(self) -> None:
        context, links = self._context, self._links
        if context is None:
            return
        names = context.held.rows.writers
        waits = context.analysis is None
        open_as = "not_in" if not waits else "left" if context.analysis_left else "waiting"
        self.questions.show_questions(links, self._measures, names, open_as=open_as)
        self.questions.form.offer(self._factors(), self._measures, None if links is None else links.sleep)
        self.gate.setVisible(links is not None and not self.is_open)
        self.gate.ask_button.setVisible(not self.asked.is_full)
        self.waiting.setVisible(waits)
        self.waiting.setText(say("links.not_now" if context.analysis_left else "links.not_yet"))
        if links is not None and self.is_open:
            self.others.show_links(links, self._measures, names)
        self._show_pairs()
        self._note()

    def _factors(self) -> list[str]:
        """The measures with data that can be asked about, in the diary's order."""
        assert self._context is not None  # _show saw to it
        from diary.models.codes import Group, MeasureKind

        out = () if self._links is None else self._links.left_out
        there = set(self._context.held.codes) | set(() if self._links is None else self._links.factors)
        return [
            code
            for code in self._measures
            if code in there
            and code not in out
            and self._measures[code].group is not Group.PAIN
            and self._measures[code].kind is not MeasureKind.CHOICE
        ]

    def _show_pairs(self) -> None:
        """The forests, or the table of the same pairs."""
        links = self._links
        found = () if links is None else links.listed if self.is_open else links.questions
        tabled = self._table_shown and bool(found)
        self.pairs.setVisible(tabled)
        self.questions.setVisible(not tabled)
        self.others.setVisible(self.is_open and not tabled)
        if tabled:
            self.pairs.show_pairs(found, self._measures, only=not self.is_open)
        self._pictures = self._made()
        self.forest_column.setVisible(not tabled and bool(self._pictures))
        wanted = {one.outcome: one for one in self._pictures}
        for outcome, card in self.forests.items():
            card.setVisible(outcome in wanted)
        if not tabled:
            for outcome, picture in wanted.items():
                self._forest(outcome).show_picture(picture, self.width())

    def _made(self) -> tuple[ForestPicture, ...]:
        """The pictures of all pairs; none before they were asked for, nor without numbers."""
        if self._links is None or not self.is_open:
            return ()
        from diary.charts.forest_picture import forest_pictures

        pictures = forest_pictures(self._links.listed, self._measures)
        return tuple(one for one in pictures if one.marks)

    def _forest(self, outcome: str) -> ForestCard:
        if outcome not in self.forests:
            card = self.forests[outcome] = ForestCard(ForestCanvas(self._told))
            self._forests.addWidget(card)
            card.show()
        return self.forests[outcome]

    def _told(self, mark: ForestMark) -> tuple[str, str]:
        one = mark.found
        title = question_words(one.factor, one.outcome, one.lag, self._measures)
        if mark.called:
            title = title_words(one, self._measures)
        return title, told_words(one, self._measures)

    def _note(self) -> None:
        """Note whose numbers are on the screen now."""
        if self._links is None or self._context is None or not self.isVisible():
            return
        shown = self._links if self.is_open else replace(self._links, others=())
        self.asked.note_seen(shown, self._context.today)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in before it was seen is on the screen now."""
        super().showEvent(event)
        self._note()

    def show_table(self, shown: bool) -> None:
        """Change between the forests and the table of the same pairs."""
        if shown != self._table_shown:
            self._table_shown = shown
            self._show_pairs()

    # --- acts

    @Slot()
    def _on_look(self) -> None:
        if self._links is None or self._context is None:
            return
        self.asked.look(self._links, self._context.today)
        self._show()
        self.saved.emit(say("links.opened"))
        self.picture_changed.emit()
        first = self.others.blocks[0].how if self.others.blocks else self.others.how
        first.ask.setFocus()

    @Slot()
    def _on_asked(self) -> None:
        self._show()
        self.saved.emit(say("links.act.ask"))

    @Slot()
    def _on_ended(self) -> None:
        self._show()

    @Slot(str)
    def _on_trouble(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    # --- spoken, saved

    @property
    def has_picture(self) -> bool:
        """Whether there is a forest to save."""
        return bool(self._pictures)

    def spoken(self) -> str:
        """All that the cards say."""
        parts = [self.questions.words()]
        if self.is_open:
            parts.append(self.others.words())
        return "\n".join(parts)

    def save_picture(self, path: Path) -> None:
        """Write the forests as PNG or SVG; DiaryError where that cannot be."""
        from diary.charts.forest_figure import forest_file
        from diary.charts.style import screen_style
        from diary.exchange.whole_file import written_whole

        style = screen_style(current().palette, current().scale)
        vector = path.suffix.lower() == ".svg"
        content = forest_file(style, self._pictures, float(self.width()), vector=vector)
        with written_whole(path) as stream:
            stream.write(content)
