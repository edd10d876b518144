"""The lasting places and for how long each has been there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.anatomy.naming import place_name
from diary.insight.story import Lasting, lasting
from diary.models.codes import Noun
from diary.models.story import Site
from diary.ui.forms.link import Link
from diary.ui.forms.rough_words import rough_words
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.story.reading import Story
from diary.wording import say, say_n


def lasting_words(site: Site, today: date) -> str:
    """How long a place has been there, as far as its dates tell."""
    if site.onset is None:
        return say("story.no_onset")
    if site.over is not None:
        return say("story.was_there", since=rough_words(site.onset), until=rough_words(site.over))
    found = lasting(site.onset, today)
    if found is None:
        return say("story.later")
    if found.most < 1:
        return say("story.present_new")
    how_long = length_words(found)
    if found.is_chronic is False:
        return say("story.present_under", how_long=how_long)
    return say("story.present", how_long=how_long)


def length_words(found: Lasting) -> str:
    """A length of time: "about 4 months", "about 3 to 4 months", "up to 10 months", "about 7 years"."""
    least, most = found.least, found.most
    if found.in_years:
        if found.about and most - least <= 2:
            return half_years_words(most)
        least, most = least // 12, most // 12
        return (
            say_n("story.years", most) if least == most else say("story.years_range", least=least, most=most)
        )
    if least == most or found.about:
        return say_n("story.months", most)
    if least < 1:
        return say_n("story.months_up_to", most)
    return say("story.months_range", least=least, most=most)


def half_years_words(months: int) -> str:
    """A length of time to the nearest half year: "about 4 years", "about 3 and a half years"."""
    halves = (months + 3) // 6
    years, half = divmod(halves, 2)
    return say_n("story.years_half" if half else "story.years", years)


class PlaceRow(QWidget):
    """One lasting place; its name opens where it is edited."""

    def __init__(self, site: Site, today: date) -> None:
        super().__init__()
        self.name = Link(site.name)
        self.name.setObjectName(site.uid)
        self.sentence = Label(lasting_words(site, today), wrap=True)
        where = Label(place_name(site.regions) if site.regions else "", "note", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.sentence)
        column.addWidget(where)
        where.setVisible(bool(site.regions))


class PlacesCard(Card):
    """What lasts, with its sentence."""

    record_requested = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__(say("story.places"), spacing=4)
        self.add_one = Button(say("story.add.site"), "plus", "small")
        self.add_one.clicked.connect(self._on_add)
        self.header.addWidget(self.add_one)
        self.empty = Label(say("story.places_empty"), "body", "quiet", wrap=True)
        self.add(self.empty)
        self.rows: list[PlaceRow] = []

    def show_story(self, story: Story) -> None:
        """Shows the lasting places of the story."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PlaceRow(site, story.today) for site in story.sites]
        for row in self.rows:
            row.name.clicked.connect(self._on_name)
            self.add(row)
        self.empty.setVisible(not self.rows)

    @Slot()
    def _on_name(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.record_requested.emit(Noun.SITE, button.objectName(), {})

    @Slot()
    def _on_add(self) -> None:
        self.record_requested.emit(Noun.SITE, "", {})
