"""The Body page: where it hurt on how many days, in two periods, and what differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.anatomy.naming import quality_name
from diary.anatomy.sheets import available
from diary.insight.body_days import PAIN_ONLY
from diary.models.codes import Noun, Quality
from diary.models.records import AreaQuality
from diary.ui.body_page import saving
from diary.ui.body_page.alike import Alike
from diary.ui.body_page.choice_menu import ChoiceMenu
from diary.ui.body_page.faces import Faces
from diary.ui.body_page.grid import CardGrid
from diary.ui.body_page.legends import ScaleLegend, TurnLegend
from diary.ui.body_page.map_card import HeatCard, TurnCard
from diary.ui.body_page.period_card import PeriodCard
from diary.ui.body_page.periods import COMPARED, axis_of, before_of, halves_of, now_of, title_words
from diary.ui.body_page.place_card import PlaceCard
from diary.ui.body_page.reading import Reading
from diary.ui.body_page.said import told_of
from diary.ui.body_page.sentence_card import SentenceCard
from diary.ui.body_page.view import DAYS, SEVERITY, Choice, View
from diary.ui.body_page.words_card import WordsCard
from diary.ui.files import asked_picture, picture_words
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.empty_state import EmptyState
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.trends.spans import Span
from diary.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from diary.errors import DiaryError
    from diary.store.store import Store
    from diary.ui.body_page.steady import SteadyPanel

LOW_CARD = 166
"""Height of the cards under the maps, px at 100 %."""


class BodyPage(Page):
    """Two maps and their difference; `day_requested(date)` asks for a day in History."""

    today_requested = Signal()
    day_requested = Signal(object)
    shown = Signal()
    touched_by: ClassVar[frozenset[Noun]] = frozenset((Noun.ENTRY, Noun.REDRAWING))

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("bodymap.title"))
        self._view: View | None = None
        self._length: str | None = "4w"
        self._compared = "previous"
        self._spans: tuple[Span, Span] | None = None
        self._quality = ""
        self._how = DAYS
        self._region = ""
        self._region_chosen = False
        self._today = 0
        self.steady: SteadyPanel | None = None
        self._reading = Reading(self, store, self._on_read, self._on_problem)
        self._build()
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        self.how = SegmentedChoice(
            say("bodymap.how"), [(key, say(f"bodymap.{key}")) for key in (DAYS, SEVERITY)], DAYS
        )
        self.sheet_menu, self.quality_menu, self.compare_menu = ChoiceMenu(), ChoiceMenu(), ChoiceMenu()
        self.save_button = Button(say("bodymap.save_picture"))
        self.before_map, self.now_map, self.turn_map = HeatCard(), HeatCard(), TurnCard()
        self.alike = Alike(self.maps, self)
        self.scale, self.turns = ScaleLegend(), TurnLegend()
        self.words, self.place, self.sentences = WordsCard(), PlaceCard(), SentenceCard()
        self.period = PeriodCard()
        self.message = InlineMessage("")
        self.empty = EmptyState(
            say("bodymap.empty.title"), say("bodymap.empty.text"), say("bodymap.empty.action")
        )
        self._offer()

    def _offer(self) -> None:
        sheets = [(key, say(f"bodymap.sheet.{key}")) for key in available()]
        self.sheet_menu.offer(
            [(key, word, say("bodymap.sheet_button", sheet=word)) for key, word in sheets], "body"
        )
        qualities = [("", say("bodymap.quality.all")), (PAIN_ONLY, say("bodymap.quality.pain"))]
        qualities += [(str(code), quality_name(AreaQuality(code=code))) for code in Quality]
        self.quality_menu.offer([(key, word, word) for key, word in qualities], "")
        compared = [(key, say(f"bodymap.compared.{key}")) for key in COMPARED]
        self.compare_menu.offer(
            [(key, word, say("bodymap.compared_button", compared=word)) for key, word in compared],
            self._compared,
        )

    def _connect(self) -> None:
        self.how.changed.connect(self._on_how)
        self.sheet_menu.changed.connect(self._on_sheet)
        self.quality_menu.changed.connect(self._on_quality)
        self.compare_menu.changed.connect(self._on_compared)
        self.period.length_chosen.connect(self._on_length)
        self.period.slider.changed.connect(self._on_slider)
        self.save_button.clicked.connect(self._on_save)
        self.message.closed.connect(self.message.hide)
        self.empty.acted.connect(self.today_requested)
        self.place.day_requested.connect(self.day_requested)
        self.sentences.steady_requested.connect(self._on_steady)
        for card in self.maps:
            card.region_chosen.connect(self._on_region)

    def _lay_out(self) -> None:
        for control in self.controls():
            self.add_to_header(control)
            control.setEnabled(False)
        first, second, third = self.maps
        rows = (
            ((first, 2), (second, 2), (third, 2)),
            ((self.scale, 4), (self.turns, 2)),
            ((self.words, 2), (self.place, 2), (self.sentences, 2)),
            ((self.period, 6),),
        )
        order = (
            self.period, second, self.scale, first, third, self.turns, self.sentences, self.place, self.words,
        )  # fmt: skip
        self.grid = CardGrid(rows, order)
        self.whole = Faces(self.grid, self.empty)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.whole, 1)
        self.add(column, 1)
        self.message.hide()
        self.restyle()

    def restyle(self) -> None:
        """Keep the cards under the maps as high as what they hold."""
        super().restyle()
        if hasattr(self, "grid"):
            for card in (self.words, self.place, self.sentences):
                card.setMinimumHeight(self.theme.px(LOW_CARD))

    @property
    def maps(self) -> tuple[HeatCard, HeatCard, TurnCard]:
        """The three maps from left to right."""
        return self.before_map, self.now_map, self.turn_map

    def controls(self) -> tuple[QWidget, ...]:
        """The controls in the header, from left to right."""
        return (self.how, self.sheet_menu, self.quality_menu, self.compare_menu, self.save_button)

    # --- reading

    @property
    def view(self) -> View | None:
        """What is shown now, or None before anything was read."""
        return self._view

    def is_complete(self) -> bool:
        """Whether what was read is shown."""
        return super().is_complete() and self._view is not None and not self._reading.busy

    def _refresh(self) -> None:
        self._today = self.store.today().toordinal()
        self._reading.forget()
        self._ask()

    def _ask(self) -> None:
        asked = _Asked(self._length, self._compared, self._spans, self._today, self._quality, self._how)
        self._reading.ask(asked)

    def _on_read(self, view: View) -> None:
        """Show what was counted."""
        self._view = view
        rows, choice = view.rows, view.choice
        self._spans = (choice.before, choice.now)
        empty = rows.first is None
        if self._draws and self.steady is not None:
            self.steady.read()  # an undo may have brought a redrawing back
        else:
            self.whole.show_face(self.empty if empty else self.grid)
            self._show_controls(shown=not empty)
        if empty:
            return
        first, second = title_words(choice.before, choice.now)
        halves = ("first", "second") if self._compared == "halves" else ("", "")
        self.before_map.show_days(first, view.before, choice.how, half=halves[0])
        self.now_map.show_days(second, view.now, choice.how, half=halves[1])
        self.turn_map.show_difference(view.difference)
        self.alike.share()
        self.scale.show_how(choice.how)
        self.turns.show_how(choice.how)
        self.words.show_days(view.now)
        self.sentences.show_told(told_of(view.difference, rows.redrawing))
        axis = axis_of(choice.now, choice.before, self._today, rows.first)
        self.period.show_periods(axis, choice.before, choice.now)
        self._show_region()
        self.shown.emit()

    def _on_problem(self, error: DiaryError) -> None:
        self.message.set_text(str(error))
        self.message.show()

    # --- one place

    @Slot(str)
    def _on_region(self, region: str) -> None:
        self._region_chosen = True
        self._region = region
        self._show_region()
        self.announce(self.place.line.accessibleName())

    def _show_region(self) -> None:
        """Show the chosen place, or the one with the largest difference while none was chosen."""
        if self._view is None:
            return
        if not self._region_chosen:
            found = (*self._view.difference.regions, *self._view.now.regions, *self._view.before.regions)
            self._region = next(iter(found), "")
        for card in self.maps:
            card.choose(self._region)
        year = date.fromordinal(self._today).year
        self.place.show_place(self._view, self._region, year)

    # --- what is shown

    @Slot(object)
    def _on_how(self, how: str) -> None:
        self._how = how
        self._ask()

    @Slot(str)
    def _on_sheet(self, key: str) -> None:
        for card in self.maps:
            card.show_views(available()[key])

    @Slot(str)
    def _on_quality(self, quality: str) -> None:
        self._quality = quality
        self._ask()

    @Slot(str)
    def _on_compared(self, compared: str) -> None:
        self._compared = compared
        if self._length == "all" and compared not in ("halves", "custom"):
            self._show_length("1y")  # before the whole diary there is nothing to compare with
        self._ask()

    @Slot(object)
    def _on_length(self, length: str) -> None:
        self._length = length
        if length == "all":
            self._show_compared("halves")
        elif self._compared in ("halves", "custom"):
            self._show_compared("previous")
        self._ask()

    def _show_length(self, length: str | None) -> None:
        self._length = length
        with QSignalBlocker(self.period.length):
            self.period.length.set_value(length)

    def _show_compared(self, compared: str) -> None:
        self._compared = compared
        self.compare_menu.choose(compared)

    @Slot(object, object)
    def _on_slider(self, before: Span, now: Span) -> None:
        known = self._spans
        self._spans = (before, now)
        halves = self._compared == "halves"
        if known is None or known[1] != now or halves:
            self._show_length(None)
        if known is None or known[0] != before or halves:
            self._show_compared("custom")
        self._ask()

    @Slot()
    def _on_save(self) -> None:
        if self._view is None:
            return
        name = say("bodymap.save_name", until=date.fromordinal(self._view.now.until).isoformat())
        path = asked_picture(self, self.store.looks, say("bodymap.save_title"), name)
        if path is not None:
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """Write the maps as PNG, or as SVG where `path` ends in ".svg"."""
        for card in self.maps:
            card.choose("")  # which place is looked at is no part of the maps
        if path.suffix.lower() == ".svg":
            content = saving.svg(self.maps, self.scale, self.turns, self.theme.palette)
        else:
            content = saving.png((*self.maps, self.scale, self.turns), self)
        self._show_region()
        words = picture_words(path, content, self.store)
        self.message.set_text(words)
        self.message.show()

    @Slot()
    def _on_steady(self) -> None:
        """Draw the latest map once more, in the place of the maps."""
        if self.steady is None:
            from diary.ui.body_page.steady import SteadyPanel

            self.steady = SteadyPanel(self.store)
            self.steady.left.connect(self._on_steady_left)
            self.steady.said.connect(self.announce)
            self.whole.add_face(self.steady)
        self.message.hide()  # it tells of the maps, which are not shown now
        self._show_controls(shown=False)
        self.whole.show_face(self.steady)
        self.steady.begin()
        self.steady.figure.setFocus()
        self.scroll_area.verticalScrollBar().setValue(0)

    @Slot()
    def _on_steady_left(self) -> None:
        self.whole.show_face(self.grid)
        self._show_controls(shown=True)
        self.sentences.steady_button.setFocus()

    @property
    def _draws(self) -> bool:
        return self.steady is not None and self.whole.shown is self.steady

    def _show_controls(self, *, shown: bool) -> None:
        for control in self.controls():
            control.setVisible(shown)
            control.setEnabled(True)


class _Asked:
    """A wish: which periods, once the diary's first and last day are known."""

    def __init__(
        self,
        length: str | None,
        compared: str,
        spans: tuple[Span, Span] | None,
        today: int,
        quality: str,
        how: str,
    ) -> None:
        self._length = length
        self._compared = compared
        self._spans = spans
        self._today = today
        self._shown = (quality, how)

    def __call__(self, first: int | None, last: int | None) -> Choice:
        if self._length is not None or self._spans is None:
            now = now_of(self._length or "4w", self._today, first, last)
        else:
            now = self._spans[1]
        if self._compared == "halves":
            before, now = halves_of(now)
        elif self._compared == "custom" and self._spans is not None:
            before = self._spans[0]
        else:
            before = before_of("previous" if self._compared == "custom" else self._compared, now)
        quality, how = self._shown
        return Choice(now=now, before=replace(before, since=max(1, before.since)), quality=quality, how=how)
