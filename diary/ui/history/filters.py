"""The search field and the filter buttons, read together as one question to the record."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from diary.anatomy.limbs import limb_of
from diary.anatomy.naming import place_name
from diary.anatomy.regions import all_regions
from diary.anatomy.regions import search as regions_named
from diary.models.codes import EntryKind, Noun, Quality
from diary.models.history import Term, Used, Wanted, What, folded
from diary.ui.history.filter_button import FilterButton
from diary.ui.parts.icon_button import IconButton
from diary.ui.theme import current
from diary.wording import say

TYPING_MS = 150
"""How long typing rests before the list follows."""

WORST = {"mild": (0, 3), "moderate": (4, 6), "severe": (7, 10)}
KINDS = ("day", "moment", "night")
PLAN = frozenset({Noun.TREATMENT, Noun.DOSE_STEP})
NOUNS = {
    **{
        str(one): frozenset({Noun(one)})
        for one in (
            *(What.DOSE, What.SIDE_EFFECT, What.SESSION, What.PROCEDURE, What.CONSULT, What.RESPONSE),
            *(What.RELIEF, What.ATTRIBUTION, What.QUESTION, What.LIFE_EVENT, What.ERASED),
        )
    },
    "attainment": frozenset({Noun.GOAL, Noun.ATTAINMENT}),
    "plan": PLAN,
    "story": frozenset(
        {Noun.CONDITION, Noun.SITE, Noun.TRIED_BEFORE, Noun.INTOLERANCE, Noun.IMPLANT},
    ),
    "inquiry": frozenset({Noun.LINK_QUESTION, Noun.TRIAL}),
    "given": frozenset({Noun.GIVEN_REPORT, Noun.GIVEN_EXPORT}),
}
"""Records other than entries by the key of their choice; what changes a plan is one choice."""
SIGN = 18
"""Side of the search sign, px at 100 %."""

OWN = "own:"
BY = "by:"


def term_of(word: str) -> Term:
    """A typed word with the qualities and regions that it may name."""
    wanted = folded(word)
    qualities = frozenset(str(one) for one in Quality if wanted in folded(say(f"quality.{one}")))
    regions = frozenset(one.id for one in regions_named(word)) if any(map(str.isalnum, word)) else frozenset()
    return Term(text=word, qualities=qualities, regions=regions)


class SearchField(QLineEdit):
    """The search field with its sign, and a cross that clears it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.setPlaceholderText(say("history.search"))
        self.setAccessibleName(say("history.search"))
        self._clear = IconButton("close", say("history.search_clear"), size=14, target=28, parent=self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        self.theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        px = self.theme.px
        self.setFixedSize(px(268), px(36))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        before, after = px(SIGN + 6), px(28)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(after if right else before, 0, before if right else after, 0)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears; all else is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        side = self._clear.sizeHint()
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 4 if right else self.width() - side.width() - 4
        self._clear.setGeometry(left, (self.height() - side.height()) // 2, side.width(), side.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign before the words."""
        super().paintEvent(event)
        side, inset = self.theme.px(SIGN), self.theme.px(10)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side - inset if right else inset
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - side) // 2, self.theme.pixmap("search", "quiet", SIGN))


class Filters(QObject):
    """Search, place, quality, worst and kind; `changed` when together they ask for something else."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest_first = True
        self._clearing = False
        self._limbs: dict[str, frozenset[str]] = {}
        self.search = SearchField()
        self.place = FilterButton(say("history.filter.place"), say("history.any_place"))
        self.quality = FilterButton(say("history.filter.quality"), say("history.any_quality"))
        self.worst = FilterButton(say("history.filter.worst"), say("history.any_worst"))
        self.kind = FilterButton(say("history.filter.kind"), say("history.any_kind"))
        self._rest = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._rest.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_entered)
        for button in self.buttons:
            button.chosen.connect(self._on_chosen)

    @property
    def buttons(self) -> tuple[FilterButton, ...]:
        """The filter buttons in their order."""
        return (self.place, self.quality, self.worst, self.kind)

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        kind, quality = self.kind.value, self.quality.value
        return Wanted(
            terms=tuple(term_of(word) for word in self.search.text().split()),
            regions=self._limbs.get(self.place.value, frozenset()),
            qualities=frozenset({quality.removeprefix(OWN)} if quality else ()),
            worst=WORST.get(self.worst.value),
            kinds=frozenset({EntryKind(kind)} if kind in KINDS else ()),
            nouns=NOUNS.get(kind, frozenset()),
            imported=True if kind == "imported" else None,
            changed=True if kind == "changed" else None,
            author=kind.removeprefix(BY) if kind.startswith(BY) else None,
            newest_first=self._newest_first,
        )

    def offer(self, used: Used, authors: Mapping[str, str], nouns: Collection[Noun] = ()) -> None:
        """Offer what the diary holds; `authors` are names by uid, `nouns` those of other records."""
        limbs: dict[str, set[str]] = {}
        for region in used.regions:
            limb = "_".join(limb_of(region)) if region in all_regions() else region
            limbs.setdefault(limb, set()).add(region)
        self._limbs = {limb: frozenset(regions) for limb, regions in limbs.items()}
        self.place.offer([(limb, place_name(sorted(regions))) for limb, regions in limbs.items()])
        qualities = [(code, say(f"quality.{code}")) for code in used.qualities if code in set(Quality)]
        self.quality.offer([*qualities, *((OWN + word, word) for word in used.own_words)])
        ranges = [(key, say(f"history.worst.{key}")) for key in WORST]
        self.worst.offer([(key, say("history.worst.chosen", range=words)) for key, words in ranges])
        kinds = [(key, say(f"history.kind.{key}")) for key in KINDS]
        kinds += [(key, say(f"kind.{key}")) for key, those in NOUNS.items() if those & set(nouns)]
        kinds += [(key, say(f"history.kind.{key}")) for key in ("imported", "changed")]
        several = used.authors if len(used.authors) > 1 else ()
        writers = [(BY + uid, say("history.kind.by", author=authors.get(uid, uid))) for uid in several]
        self.kind.offer([*kinds, *writers])

    def set_newest_first(self, newest_first: bool) -> None:
        """Turn the order."""
        self._newest_first = newest_first
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything again, in the same order."""
        self._clearing = True
        self.search.clear()
        for button in self.buttons:
            button.choose("")
        self._clearing = False
        self._on_entered()

    @Slot()
    def _on_typed(self) -> None:
        self._rest.start()

    @Slot()
    def _on_entered(self) -> None:
        self._rest.stop()
        self.changed.emit()

    @Slot()
    def _on_chosen(self) -> None:
        if not self._clearing:
            self.changed.emit()
