"""A face of Trends: one way to look at the same days, behind one tab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from diary.charts.care_strip import Care
    from diary.insight.findings.analysis import Analysis
    from diary.insight.held import Held
    from diary.store.store import Store
    from diary.ui.trends.spans import Span
    from diary.ui.trends.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every face is given: the rows at hand, the days chosen in the header, and the analysis.

    `analysis` is absent while it is being worked out, and after it was cancelled (`analysis_left`); `today`
    is an ordinal.
    Where a face does not use the span, the analysis may be one of other days shown. `care` is what goes on
    beside the entries, of the whole diary. `held` covers the span, or the whole diary for a face that
    `uses_whole`.
    """

    held: Held
    span: Span
    today: int
    analysis: Analysis | None = None
    analysis_left: bool = False
    care: Care | None = None
    view: View | None = None
    """The days over time, where they were worked out off the screen's thread already."""


class Face(QWidget):
    """One tab's content; subclasses say what they need of the header and show a context."""

    key: ClassVar[str] = ""
    """Its name; its tab's words are `trends.face.<key>`."""

    uses_span: ClassVar[bool] = False
    """Whether the days chosen in the header decide what is shown."""

    uses_whole: ClassVar[bool] = False
    """Whether the rows of the whole diary are to be at hand, whatever days are shown."""

    uses_analysis: ClassVar[bool] = False
    """Whether it waits for the analysis."""

    has_measures: ClassVar[bool] = False
    """Whether the Measures button of the header opens its choice of measures (`open_measures`)."""

    has_table: ClassVar[bool] = True
    """Whether the Table button of the header shows the same numbers as a table here."""

    saved = Signal(str)
    """Something was kept or said: the page announces it."""

    span_wanted = Signal(object, object)
    """Other days are to be shown: a `Span`, and the key of its range or None."""

    day_wanted = Signal(object)
    """A day (`date`) is to be opened in History."""

    analysis_wanted = Signal()
    """What it changed makes the analysis another one."""

    picture_changed = Signal()
    """There is a picture to save now, or none any more."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def show_context(self, context: Context) -> None:
        """Show these days; called only while this face is visible, and again after each change."""
        raise NotImplementedError

    def show_table(self, shown: bool) -> None:
        """Change between pictures and the table of the same numbers."""
        raise NotImplementedError

    def spoken(self) -> str:
        """All that it shows in a few sentences, for screen readers."""
        raise NotImplementedError

    def save_picture(self, path: Path) -> None:
        """Write its picture to a PNG or SVG file; DiaryError where that cannot be."""
        raise NotImplementedError

    def open_measures(self, _button: QWidget) -> None:
        """Open the choice of measures under the header's button."""

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to save now."""
        return False
