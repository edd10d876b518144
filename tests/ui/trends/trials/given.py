"""Trials to show, and the face that shows them over 80 days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from diary.models.inquiry import Trial
from diary.models.records import Replace
from diary.storage import life_queries
from diary.store.store import Store
from diary.ui.trends.page import TrendsPage
from diary.ui.trends.trials.face import Trials
from tests.storage.given import TODAY, Clock
from tests.ui.trends.conftest import Opens, many, write_in_time

PLAN = Trial(
    uid="socks",
    name="Socks at night",
    a="wool socks",
    b="no socks",
    outcome="pain_average",
    order=("AB", "BA", "AB", "BA"),
    block_days=5,
    wash_out_days=1,
    start=TODAY - timedelta(days=60),
    planned=TODAY - timedelta(days=62),
    seed=3,
    planned_with="Dr. Kim",
)


def on_b(ago: int) -> bool:
    """Whether a day so many days ago lies in a stretch of B."""
    since = 60 - ago
    return 0 <= since < 40 and "".join(PLAN.order)[since // 5] == "B"


def shown(opens: Opens, store: Store, clock: Clock, qtbot: QtBot, *trials: Trial) -> Trials:
    """The face over 80 days whose pain is 3 points lower with B."""
    if trials:
        store.save([Replace(before=None, after=one) for one in trials], text="Saved")
    write_in_time(store, clock, many(80, pain_average=lambda ago: (3 if on_b(ago) else 6) + ago % 2))
    page: TrendsPage = opens([])
    page.open_face("trials")
    face = page.face
    assert isinstance(face, Trials)
    qtbot.waitUntil(lambda: page.engine.latest is not None and face.waiting.isHidden())
    return face


def kept(store: Store) -> list[Trial]:
    """The trials in the diary, without who wrote them."""
    return [replace(one, written=None) for one in store.ask(life_queries.all_of, Trial)]


def settle(face: Trials, qtbot: QtBot) -> None:
    """Wait until the page shows what was kept."""
    page = face.window()
    assert isinstance(page, TrendsPage)
    qtbot.waitUntil(lambda: page.is_complete() and page.engine.latest is not None)


def fill(face: Trials, name: str, words: str) -> None:
    """Write into a line of the form."""
    row = face.form.rows[name]
    row.field.show_typed(words)
    row.field.tell_changed()
