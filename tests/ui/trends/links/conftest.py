"""A diary written day by day, and the Links face over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from diary.insight.findings.analysis import analyse
from diary.insight.held import Held
from diary.models.records import Replace
from diary.storage import queries
from diary.storage.finding_queries import finding_rows
from diary.storage.period_queries import period
from diary.store.store import Store
from diary.ui.trends.face import Context
from diary.ui.trends.links.face import LinksFace
from diary.ui.trends.spans import Span
from tests.storage.given import TODAY, Clock, day

Faces = Callable[..., LinksFace]


def noise(seed: int, days: int) -> list[float]:
    """Whole numbers 0 to 10 that nothing else goes with."""
    rng = np.random.default_rng(seed)
    return [float(one) for one in np.clip(np.round(5 + 2 * rng.standard_normal(days)), 0, 10)]


def linked(days: int) -> dict[str, list[float]]:
    """Pain that is higher with the stress of the same day, and a mood that is not."""
    stress, rest = noise(1, days), noise(2, days)
    pain = [round(0.7 * a + 0.3 * b) for a, b in zip(stress, rest, strict=True)]
    return {"pain_average": [float(one) for one in pain], "stress": stress, "mood": noise(3, days)}


def unlinked(days: int) -> dict[str, list[float]]:
    """Three measures that have nothing to do with each other."""
    return {"pain_average": noise(4, days), "stress": noise(5, days), "mood": noise(6, days)}


def write(store: Store, clock: Clock, series: dict[str, list[float]]) -> None:
    """Write day entries up to today, each on its own day."""
    count = len(next(iter(series.values())))
    for at in range(count):
        about = TODAY - timedelta(days=count - 1 - at)
        clock.at(f"{about}T12:00+01:00[Europe/Berlin]")
        values = {code: numbers[at] for code, numbers in series.items()}
        store.diary.apply([Replace(before=None, after=day(f"d{at}", about, "", **values))])


def context_of(store: Store) -> Context:
    """What the page would show now."""
    today = store.today()
    span = store.ask(queries.span)
    since: date = span[0] if span else today
    rows = store.ask(finding_rows, today=today)
    days = Span(since.toordinal(), today.toordinal())
    return Context(
        held=Held(store.ask(period, since, today, today)),
        span=days,
        today=today.toordinal(),
        analysis=analyse(rows, days.since, days.until),
    )


@pytest.fixture
def faces(store: Store, clock: Clock, qtbot: QtBot) -> Faces:
    """Write a diary and show the face over it."""

    def make(series: dict[str, Sequence[float]] | None = None) -> LinksFace:
        if series:
            write(store, clock, {code: list(numbers) for code, numbers in series.items()})
        face = LinksFace(store)
        qtbot.addWidget(face)
        face.resize(1100, 900)
        face.show()
        face.show_context(context_of(store))
        return face

    return make
