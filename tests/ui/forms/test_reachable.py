"""Every control of every form, and of My story and plan, can be found, named and hit; nothing runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from diary.models.care import Treatment
from diary.models.codes import CauseGroup, Noun, Told
from diary.models.rough import Rough
from diary.models.story import Condition, Consult, Goal, Question, Site
from diary.ui.forms.record_page import RecordPage
from diary.ui.forms.specs import ASKS
from diary.ui.story.page import StoryPage
from tests.ui.forms.given import given, type_in
from tests.ui.test_accessibility import too_small, without_a_name
from tests.ui.today.given import TODAY, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def scaled(request: pytest.FixtureRequest, theme: Theme) -> Theme:
    theme.set_scale(request.param)
    return theme


def wider_than_the_page(page: RecordPage | StoryPage) -> int:
    """By how many px the page would have to scroll sideways."""
    QApplication.processEvents()
    return page.scroll_area.horizontalScrollBar().maximum()


def test_every_control_of_every_form_is_named_and_large_enough(
    qtbot: QtBot, scaled: Theme, store: Store
) -> None:
    given(store, Treatment(uid="g", name="Gabapentin"))
    page = RecordPage(store)
    page.resize(1192, 800)
    qtbot.addWidget(page)
    page.show()
    for noun in ASKS:
        page.begin(noun)
        page.form.more.click()
        assert wider_than_the_page(page) == 0, noun
        assert without_a_name(page) == [], noun
        assert too_small(page) == [], noun


def test_every_control_of_the_story_is_named_and_large_enough(
    qtbot: QtBot, scaled: Theme, store: Store
) -> None:
    given(
        store,
        Condition(
            uid="c", label="Diabetes", group=CauseGroup.DISEASE, told=Told.CLINICIAN, since=Rough(2012)
        ),
        Site(uid="s", name="My left foot", onset=Rough(2019)),
        Goal(uid="o", text="Walk to the lake", since=TODAY),
        Consult(uid="v", day=TODAY, clinician="Dr Lind"),
        Question(uid="q", text="Why at night?", asked=TODAY, done=True, answer="Unclear"),
    )
    page = StoryPage(store)
    page.resize(1192, 800)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: too_small(page) == [])
    assert wider_than_the_page(page) == 0
    assert without_a_name(page) == []


def test_escape_goes_back_and_control_enter_saves(qtbot: QtBot, store: Store, page: RecordPage) -> None:
    page.begin(Noun.GOAL)
    type_in(page, "text", "Walk to the lake")
    line = page.form.rows["text"].field.focusProxy()
    assert line is not None
    with qtbot.waitSignal(page.done):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    page.begin(Noun.GOAL)
    with qtbot.waitSignal(page.done):
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_unit_can_be_written_in_a_line_of_full_height(store: Store, page: RecordPage) -> None:
    page.begin(Noun.TREATMENT)
    QApplication.processEvents()
    lines = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
    assert any(one.accessibleName() == "Unit of: Strength of one" for one in lines)
    assert [one.accessibleName() for one in lines if one.height() < 32] == []
