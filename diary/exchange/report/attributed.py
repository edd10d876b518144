"""What the person said on days that something did to the pain: counts in quotation marks, no statistic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.data import Line
from diary.insight.attributions import FactorSaid, factors_said
from diary.models.codes import Effect, Lateness
from diary.models.story import Attribution
from diary.wording import say
from diary.wording.answers import measure_words
from diary.wording.treatment_words import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows

MOST_LINES = 3
"""So many things that are no treatment of the diary are told of as helpful."""


class Attributed:
    """What was said in the report's days, by its name; late notes and helpers' words stay out."""

    def __init__(self, rows: ReportRows, asked: Asked) -> None:
        told = [
            one
            for one, late, _ in rows.wide.attributions
            if isinstance(one, Attribution)
            and late is not Lateness.MEMORY
            and asked.since <= one.day <= asked.until
        ]
        found = factors_said(told, rows.wide.attribution_helpers)
        measures = rows.wide.period.measures
        self._by_name: dict[str, FactorSaid] = {}
        self._names: dict[str, str] = {}
        for one in found:
            name = own_words(measure_words(one.factor, measures))
            if not one.helper:
                self._by_name[name.casefold()] = one
                self._names[name.casefold()] = name
        self._used: set[str] = set()

    def of(self, name: str) -> str:
        """What was said most of something of that name; "" where nothing was."""
        found = self._by_name.get(name.casefold())
        if found is None:
            return ""
        self._used.add(name.casefold())
        return self._words(found)

    def lines(self) -> Iterator[Line]:
        """What was said to make pain better and was not asked for before, most days first."""
        better = [
            (name, one)
            for name, one in self._by_name.items()
            if one.on(Effect.BETTER) > one.on(Effect.WORSE) and name not in self._used
        ]
        better.sort(key=lambda item: (-item[1].on(Effect.BETTER), item[0]))
        for name, one in better[:MOST_LINES]:
            yield Line(head=self._names[name], note=say("sheet.own_view"), words=self._words(one))

    @staticmethod
    def _words(found: FactorSaid) -> str:
        effect = max(Effect, key=found.on)
        return say("sheet.said", effect=say(f"sheet.effect.{effect}"), n=found.on(effect), of=found.days)
