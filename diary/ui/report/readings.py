"""What the preview keeps between two changes: the rows of the days, and pictures that stay as they are."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.choices import ReportChoices
    from diary.exchange.report.data import Drawing, Drawings, Picture, Report, ReportData
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.storage.diary import Diary

MOST_DRAWN = 600
"""Pictures kept as text; a report of ten years has fewer."""

Shape = tuple[object, ...]


class Readings:
    """Rows and drawings of the last report; used in the store's thread, but for `forget`."""

    def __init__(self) -> None:
        self.version = 0
        """How often the diary has changed."""
        self.private_there = False
        """Whether a private place was marked in the days read last."""
        self._of: Shape = ()
        self._asked: Asked | None = None
        self._rows: ReportRows | None = None
        self._drawn: dict[str, tuple[str, str]] = {}

    def forget(self) -> None:
        """The diary has changed: all is read anew when it is next asked for."""
        self.version += 1

    def report(self, diary: Diary, choices: ReportChoices) -> Report:
        """The report of these choices; the diary is asked only for what was not read yet. DiaryError."""
        from diary.exchange.report.gather import told

        rows, asked = self._read(diary, choices)
        found = told(rows, asked)
        return replace(found, drawings=self._remembered(found.data, found.drawings, choices))

    def _read(self, diary: Diary, choices: ReportChoices) -> tuple[ReportRows, Asked]:
        from diary.exchange.privacy import is_private
        from diary.exchange.report import annex
        from diary.exchange.report.gather import asked_for, read_rows

        today = diary.today()
        shape = (self.version, choices.since, choices.until, today)
        if self._rows is None or self._asked is None or self._of != shape:
            asked = diary.ask(asked_for, choices, today)
            rows = diary.ask(read_rows, asked)
            self._drawn.clear()
            self.private_there = any(is_private(one) for row in rows.period.areas for one, _ in row.regions)
            self._of, self._asked, self._rows = shape, asked, rows
            return rows, asked
        asked = replace(self._asked, choices=choices)
        lacking = tuple(code for code in choices.annex if code not in self._rows.extra)
        if lacking:
            more = diary.ask(annex.read, replace(asked, choices=replace(choices, annex=lacking)))
            self._rows = replace(self._rows, extra={**self._rows.extra, **more})
        return self._rows, asked

    def _remembered(self, data: ReportData, drawings: Drawings, choices: ReportChoices) -> Drawings:
        """The same drawings; one whose numbers are what they were is not drawn again."""
        if len(self._drawn) > MOST_DRAWN:
            self._drawn.clear()
        shapes = {one.key: repr((one, choices.with_private)) for one in pictures_in(data)}
        return {key: self._kept(key, shapes.get(key, ""), draw) for key, draw in drawings.items()}

    def _kept(self, key: str, shape: str, draw: Drawing) -> Drawing:
        def drawn() -> str:
            known = self._drawn.get(key)
            if known is None or known[0] != shape:
                known = self._drawn[key] = (shape, draw())
            return known[1]

        return drawn


def pictures_in(value: Any) -> Iterator[Picture]:
    """Every picture that some data hold, however deep."""
    from diary.exchange.report.data import Picture

    if isinstance(value, Picture):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from pictures_in(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from pictures_in(getattr(value, each.name))
