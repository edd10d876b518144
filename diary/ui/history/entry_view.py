"""One entry in full: figure, places, answers, night, note, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.anatomy.kept import area_name
from diary.charts.entry_figure import drawn_areas, few_views
from diary.insight.differences import what_changed
from diary.models.codes import Answered, AnswerList, EntryKind, SourceKind
from diary.models.history import DayVersion
from diary.models.records import Author, Change, Entry, Measure
from diary.ui.body.figure_view import FigureView
from diary.ui.flares.words import flare_lines
from diary.ui.history.entry_parts import AnswerGrid, Divider, PlaceRow, VersionRow, plain
from diary.ui.history.entry_words import (
    answers,
    author_words,
    computed_words,
    moment_words,
    night_order,
    sleep_words,
    written_words,
)
from diary.ui.parts.heading import Heading
from diary.ui.theme import current
from diary.wording import say, say_n

MOST_LINES = 4
"""How many differences a version lists before it counts the rest."""

FIGURE_TALL, MANY_TALL = 190, 280
"""Height of the figure, px at 100 %: of four views, and of more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An entry with the nights beside it and all versions, the newest first; `own` is who reads."""

    entries: tuple[Entry, ...]
    versions: tuple[DayVersion, ...]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    authors: Mapping[str, Author] = field(default_factory=dict)
    today: date = date.min
    own: str = ""

    @property
    def entry(self) -> Entry:
        """The entry that was chosen."""
        return self.entries[0]

    @property
    def can_be_edited(self) -> bool:
        """Whether the forms can open it: what was typed here by the one who reads."""
        return self.entry.source.kind is SourceKind.TYPED and self.entry.author == self.own

    @property
    def own_entries(self) -> tuple[Entry, ...]:
        """What belongs to the entry itself: it and the night that the same author typed."""
        typed = SourceKind.TYPED
        nights = (
            one for one in self.entries[1:] if one.source.kind is typed and one.author == self.entry.author
        )
        return (self.entry, *nights)

    @property
    def other_nights(self) -> list[Entry]:
        """Nights from devices and other apps, the one that is shown first."""
        own = {one.uid for one in self.own_entries}
        return night_order([one for one in self.entries[1:] if one.uid not in own])


class EntryView(QWidget):
    """Shows one entry, live or as it was; `read` asks for a version by its number in `Shown.versions`."""

    read = Signal(int)

    def __init__(self, shown: Shown, version: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.shown = shown
        self._figure: FigureView | None = None
        self._many = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.theme.changed.connect(self._restyle)
        entries = shown.own_entries if version is None else shown.versions[version].entries
        if entries:
            self._add_written(entries[0], version)
            self._add_flare(entries[0])
            self._add_places(entries[0])
            self._add_answers(entries)
            self._add_sleep(entries)
            self._add_note(entries)
        if version is None:
            self._add_versions()
        self._column.addStretch(1)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        if self._figure is not None:
            tall = MANY_TALL if self._many else FIGURE_TALL
            self._figure.setFixedHeight(self.theme.px(tall))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _add_written(self, entry: Entry, version: int | None) -> None:
        shown = self.shown
        past = shown.versions[version or 0 :]
        changes = _changes_of(entry.uid, past)
        words = written_words(entry, changes, shown.authors, shown.today, shown.own) if changes else ""
        self._add(plain(words, "note", "quiet"))
        if entry.source.name and version is None:
            self._add(plain(say("history.not_editable", source=entry.source.name), "note", "quiet"))

    def _add_places(self, entry: Entry) -> None:
        if entry.areas:
            views = few_views(entry.areas)
            figure = FigureView(views, interactive=False, words="letters")
            self._many = len(views) > 4
            figure.set_areas(drawn_areas(entry.areas))
            self._figure = figure
            self._add(figure)
            for area in entry.areas:
                self._add(PlaceRow(area))
            self._add(Divider())
        elif entry.answered.get(AnswerList.PLACES) is Answered.NONE:
            self._add(plain(say("history.nothing_hurts")))
            self._add(Divider())
        elif entry.kind is not EntryKind.NIGHT and not entry.source.name:
            self._add(plain(say("history.places_not_answered"), "note", "quiet"))
            self._add(Divider())

    def _add_flare(self, entry: Entry) -> None:
        for line in flare_lines(entry):
            self._add(plain(line, selectable=True))

    def _add_answers(self, entries: Sequence[Entry]) -> None:
        found = answers(entries, self.shown.measures)
        if found:
            self._add(AnswerGrid(found))

    def _add_sleep(self, entries: Sequence[Entry]) -> None:
        lines = [sleep_words(piece) for entry in entries for piece in entry.sleep]
        if lines:
            alone = entries[0].kind is EntryKind.NIGHT
            self._add(plain("\n".join(lines) if alone else _night(say("history.night"), lines)))
        for words in filter(None, map(computed_words, entries)):
            self._add(plain(words, "note", "quiet"))
        nights = self.shown.other_nights
        if not nights:
            return
        shown, *others = nights
        title = say("history.night_of", source=shown.source.name)
        self._add(plain(_night(title, self._night_lines(shown)), "note", "quiet"))
        for other in others:
            line = _night(other.source.name, self._night_lines(other))
            self._add(plain(say("history.night_other", line=line), "note", "quiet"))

    def _night_lines(self, night: Entry) -> list[str]:
        pieces = [sleep_words(piece) for piece in night.sleep]
        told = answers((night,), self.shown.measures)
        said = [say("history.answer", measure=name, answer=word) for name, word in told if word]
        return pieces or said

    def _add_note(self, entries: Sequence[Entry]) -> None:
        notes = [one.note for one in entries if one.note]
        if notes:
            self._add(Divider())
        for note in notes:
            self._add(plain(note, selectable=True))

    def _add_versions(self) -> None:
        versions = self.shown.versions
        if len(versions) < 2:
            return
        self._add(Divider())
        self._add(Heading(say("history.versions"), "strong"))
        for at, version in enumerate(versions):
            row = VersionRow(at, self.version_words(at), self._difference(at), live=version.live)
            row.read.connect(self.read)
            self._add(row)

    def version_words(self, at: int) -> str:
        """When a version was written, by whom if by another, and whether it is the one that counts."""
        version, shown = self.shown.versions[at], self.shown
        when = moment_words(version.change.at, shown.today)
        if version.change.author != shown.own:
            when = say(
                "history.version.by", when=when, author=author_words(version.change.author, shown.authors)
            )
        return say("history.version.now", when=when) if version.live else when

    def _difference(self, at: int) -> str:
        versions = self.shown.versions
        before = versions[at + 1].entries if at + 1 < len(versions) else ()
        lines = list(differences(before, versions[at].entries, self.shown.measures))
        rest = len(lines) - MOST_LINES
        if rest > 0:
            lines = [*lines[:MOST_LINES], say_n("history.more_differences", rest)]
        return "\n".join(lines)


def differences(
    before: Sequence[Entry], after: Sequence[Entry], measures: Mapping[str, Measure]
) -> tuple[str, ...]:
    """What is different between two states of the same entries; one sentence each."""
    old, new = {one.uid: one for one in before}, {one.uid: one for one in after}
    lines: list[str] = []
    for uid in [*new, *(uid for uid in old if uid not in new)]:
        was, now = old.get(uid), new.get(uid)
        if was is None and old:
            lines.append(say("diff.night_added"))
        elif was is not now and was != now:
            lines += what_changed(was, now, measures, area_name)
    return tuple(dict.fromkeys(lines)) or (say("diff.same"),)


def _changes_of(uid: str, versions: Sequence[DayVersion]) -> list[Change]:
    """The changes that made one entry different, the oldest first; `versions` the newest first."""
    found: list[Change] = []
    said: Entry | None = None
    for version in reversed(versions):
        now = next((one for one in version.entries if one.uid == uid), None)
        if now is not None and now != said:
            found.append(version.change)
        said = now
    return found


def _night(title: str, lines: Sequence[str]) -> str:
    return say("history.night_lines", title=title, lines=". ".join(lines))
