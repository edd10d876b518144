"""Before and after on the screen: the two means, what is still needed, what else changed, keys and table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.charts import effect_words as words
from diary.errors import DiaryError
from diary.insight.statistics.before_after import Verdict
from diary.models.care import DoseStep, Treatment
from diary.models.records import Record, Replace
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from diary.store.store import Store
from diary.ui.trends.effects.face import Effects
from diary.ui.trends.page import TrendsPage
from tests.storage.given import TODAY, Clock
from tests.ui.trends.conftest import Opens, many, write_in_time


def started(ago: int, uid: str = "gaba", name: str = "Gabapentin") -> list[Record]:
    """A medicine begun so many days ago, 300 mg a day."""
    since = Rough.of(TODAY - timedelta(days=ago))
    return [
        Treatment(uid=uid, name=name, strength=300.0, strength_unit="mg", started=since),
        DoseStep(uid=f"{uid}-step", treatment=uid, since=since, amount=1.0, unit="pieces", times=1.0),
    ]


def shown(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot, days: int, records: Sequence[Record]
) -> Effects:
    """The face over a diary of so many days, 6 before the start 70 days ago and 4 after it."""
    if records:
        store.save([Replace(before=None, after=one) for one in records], text="Saved")
    write_in_time(store, clock, many(days, pain_average=lambda ago: (6 if ago > 70 else 4) + ago % 2))
    page: TrendsPage = opens([])
    page.open_face("effects")
    face = page.face
    assert isinstance(face, Effects)
    qtbot.waitUntil(lambda: page.engine.latest is not None and face.waiting.isHidden())
    return face


def test_a_diary_without_starts_says_what_will_stand_here(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 5, [])
    assert face.empty.isVisible()
    assert not face.columns.isVisible()
    assert not face.has_picture
    assert face.spoken() == "No start yet"


def test_a_clear_change_is_said_with_its_range_n_of_n_and_the_bad_spell(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    said = face.said.words
    assert said.startswith("Average pain averaged 2.0 points lower after the start (plausible range ")
    assert "57 of 57 days before" in said.replace("on ", "")
    assert "Part of a drop is expected" in said
    assert "From 0 to 300 mg a day." in said
    assert "p =" not in said
    assert "p = " in face.said.how.words()


def test_few_days_give_two_means_and_say_how_many_more_would_tell(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(45))
    said = face.said.words
    assert "two means, no verdict" in said
    assert "About 10 more days with an entry would tell more." in said
    assert face.list.rows.rows[0][1].endswith("two means, no verdict")


def test_a_fresh_start_says_when_means_can_stand(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(10))
    assert face.said.words.startswith("About 31 more days with an entry, then two means can stand here.")


def test_what_else_changed_is_named(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    moved = LifeEvent(uid="move", text="Moved house", when=Rough.of(TODAY - timedelta(days=60)))
    face = shown(opens, store, clock, qtbot, 160, [*started(70), moved])
    assert "In the same time: Moved house (" in face.said.words
    assert "cannot be told apart" in face.said.words
    view = face.canvas.view
    assert view is not None
    assert "Moved house" in view.told[(TODAY - timedelta(days=60)).toordinal()]


def test_days_around_the_start_are_shown_and_not_tested(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    from diary.charts.effect_picture import EffectPicture

    face = shown(opens, store, clock, qtbot, 160, started(70))
    assert face.canvas.view is not None
    picture = face.canvas.view.picture
    assert isinstance(picture, EffectPicture)
    start = (TODAY - timedelta(days=70)).toordinal()
    zones = {dot.day: dot.zone for dot in picture.dots}
    assert {str(zones[day]) for day in range(start - 7, start + 14)} == {"shown"}
    assert str(zones[start - 8]) == "before"
    assert str(zones[start + 14]) == "after"
    found: list[object] = [(side.mean, side.n, side.days) for side in picture.sides]
    assert found == [
        (pytest.approx(6.5, abs=0.02), 57, 57),
        (pytest.approx(4.5, abs=0.02), 57, 57),
    ]


def test_the_cursor_tells_a_day_by_key(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    qtbot.keyClick(face.canvas, Qt.Key.Key_Home)
    assert "before" in face.canvas.words()
    assert "written" in face.canvas.words()
    qtbot.keyClick(face.canvas, Qt.Key.Key_End)
    assert face.canvas.day == TODAY.toordinal()


def test_the_table_has_the_same_numbers(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    face.show_table(True)
    assert face.table.isVisible()
    rows = {row[0]: row for row in face.table.words.rows}
    assert rows["Before"][2:] == ("6.5", "57 of 57")
    assert rows["The week before"][3] == "7 of 7"
    assert rows["Settling"][3] == "14 of 14"
    assert rows["After"][2:] == ("4.5", "57 of 57")
    assert rows["After less before"][2] == "2.0 points lower"
    assert rows["Plausible range, from"][2].endswith(" points lower")
    assert rows["Plausible range, to"][2].endswith(" points lower")
    assert "p" in rows


def test_another_start_is_chosen_by_key(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    face = shown(opens, store, clock, qtbot, 160, [*started(70), *started(20, "dulox", "Duloxetine")])
    assert [row[0] for row in face.list.rows.rows] == ["Duloxetine: start", "Gabapentin: start"]
    assert face.effect is not None
    assert face.effect.start.name == "Duloxetine"
    qtbot.keyClick(face.list, Qt.Key.Key_Down)
    assert face.effect.start.name == "Gabapentin"
    assert face.spoken().startswith("Gabapentin: start, 11 Sept 2026. ")


def test_a_rough_date_is_not_compared(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot, tmp_path: Path
) -> None:
    vague = Treatment(uid="t", name="Amitriptyline", started=Rough.parse("~2026-08"))
    face = shown(opens, store, clock, qtbot, 160, [vague])
    assert face.said.words == "Its day is not known exactly. Once Treatments has the day, it can be compared."
    with pytest.raises(DiaryError, match="no picture"):
        face.save_picture(tmp_path / "a.png")


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_its_picture_is_saved(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    face.save_picture(tmp_path / f"before{ending}")
    kept = (tmp_path / f"before{ending}").read_bytes()
    assert kept.startswith(b"\x89PNG" if ending == ".png" else b"<?xml")
    if ending == ".svg":
        assert "Gabapentin: start" in kept.decode("utf-8")


def test_only_a_start_with_a_picture_offers_to_save_it(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    vague = Treatment(uid="t", name="Amitriptyline", started=Rough.parse("~2026-08"))
    face = shown(opens, store, clock, qtbot, 160, [*started(70), vague])
    page = face.window()
    assert isinstance(page, TrendsPage)
    assert page.save_button.isEnabled()
    assert face.chart.isVisible()
    rough = [row[0] for row in face.list.rows.rows].index("Amitriptyline: start")
    face.list.setCurrentIndex(face.list.rows.index(rough, 0))
    assert not page.save_button.isEnabled()
    assert face.chart.isHidden()


def test_a_rough_date_long_before_the_diary_promises_no_comparison(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    old = Treatment(uid="t", name="Amitriptyline", started=Rough.parse("2019"))
    face = shown(opens, store, clock, qtbot, 160, [old])
    assert face.said.words == "The diary begins on 14 Jun 2026. There is no before to compare with."
    assert face.list.rows.rows[0][1] == "2019, outside the diary"


def test_a_range_just_beside_no_difference_says_why_nothing_is_named(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    assert face.effect is not None
    outcome = face.effect.outcomes["pain_average"]
    beside = replace(outcome.result, verdict=Verdict.NO_CLEAR_CHANGE, low=-2.4, high=-0.1)
    said = words.sentences(face.effect, replace(outcome, result=beside), *face._ends())
    assert said[0] == "Nothing clear before and after (plausible range 2.4 points lower to 0.1 points lower)."
    assert said[2].startswith("The range lies just beside no difference.")
    around = replace(beside, high=0.1)
    said = words.sentences(face.effect, replace(outcome, result=around), *face._ends())
    assert said[2] == "A small change could still be there."


def test_long_words_stand_whole_in_the_card(opens: Opens, store: Store, clock: Clock, qtbot: QtBot) -> None:
    name = "A very long name of a medicine that goes on and on " * 4
    face = shown(opens, store, clock, qtbot, 160, started(70, "long", name))
    lines = [face.said.heading, *face.said._lines]
    qtbot.waitUntil(
        lambda: all(one.height() >= one.heightForWidth(one.width()) for one in lines if one.isVisible())
    )


def test_each_column_of_the_table_is_as_wide_as_its_words(
    opens: Opens, store: Store, clock: Clock, qtbot: QtBot
) -> None:
    face = shown(opens, store, clock, qtbot, 160, started(70))
    face.window().resize(500, 800)
    face.show_table(True)
    header = face.table.horizontalHeader()
    for column in range(4):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
