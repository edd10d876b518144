"""Which days Trends shows: a range that ends today, or a span chosen by hand, by zooming or by panning."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from diary.ui.trends.spans import DEFAULT, LONG_AGO, Span, inside, panned, span_of, zoomed


class ShownDays(QObject):
    """The `span` shown and the key of its `range`, None where it is of no range; days are ordinals.

    `first` and `last` are the diary's days with entries, as far as they were read.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.range: str | None = DEFAULT
        self.span: Span | None = None
        self.today = 0
        self.first: int | None = None
        self.last: int | None = None
        self._begun = False

    def begin(self, today: int) -> Span:
        """The days to show on a day."""
        self.today = today
        if self.range is not None or self.span is None:
            self.span = span_of(self.range or DEFAULT, today, self.first, self.last)
        return self.span

    def know(self, first: int | None, last: int | None) -> None:
        """The diary's days were read: a range may turn out longer, and an old diary opens on its own days."""
        self.first, self.last = first, last
        if self.range is not None:
            self.span = span_of(self.range, self.today, first, last)
        if not self._begun and last is not None and last < self.today - LONG_AGO:
            self.range = None
            self.span = Span(last - LONG_AGO + 1, last)
        self._begun = self._begun or last is not None

    @Slot(object)
    @Slot(object, object)
    def show(self, span: Span, range_key: str | None = None) -> None:
        """Show these days."""
        self.range, self.span = range_key, span
        self.changed.emit()

    @Slot(object)
    def show_range(self, key: str) -> None:
        """Show the days of a range."""
        self.show(span_of(key, self.today, self.first, self.last), key)

    @Slot()
    def show_all(self) -> None:
        """Show all days."""
        self.show_range("all")

    @Slot()
    def reset(self) -> None:
        """Show the usual range."""
        self.show_range(DEFAULT)

    @Slot(float, int)
    def zoom(self, factor: float, day: int) -> None:
        """Show `factor` times as many days around a day."""
        if self.span is not None:
            self.show(zoomed(self.span, factor, day, self.today, self.first))

    @Slot(int)
    def pan(self, days: int) -> None:
        """Show days so much later, or earlier where `days` is below 0."""
        if self.span is not None:
            moved = panned(self.span, days, self.today, self.first)
            self.show(inside(moved, self.today, self.first))
