"""Own questions changed in quick succession: rows built anew under the pressed button bring nothing down."""

from __future__ import annotations

import gc
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from diary.models.codes import MeasureKind
from diary.models.measures import OWN_FROM
from diary.models.records import Replace
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.settings.page import SettingsPage
from tests.ui.today.test_fields import own

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

OWN = tuple(own(f"q{n}", MeasureKind.NUMBER, f"Own {n}", OWN_FROM + n) for n in range(4))


def press(page: SettingsPage, button: QAbstractButton) -> None:
    page.scroll_area.ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def rename(page: SettingsPage, uid: str, name: str) -> None:
    buttons = page.trackers.rows[uid].findChildren(QAbstractButton)
    press(page, next(one for one in buttons if one.accessibleName().startswith("Change")))
    assert page.trackers.form is not None
    line = page.trackers.form.fields["name"]
    line.selectAll()
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("seed", [1])
def test_renaming_moving_and_ordering_in_haste_loses_nothing(
    qtbot: QtBot, theme: Theme, tmp_path: Path, seed: int
) -> None:
    store = Store(tmp_path / "my.diary", Looks(tmp_path / "looks.ini"))
    store.open_now()
    store.diary.apply([Replace(before=None, after=one) for one in OWN])
    store.set_setting("asked", [one.code for one in OWN])
    page = SettingsPage(store, theme)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: len(page.trackers.rows) == len(OWN))
    names, chance = {one.uid: one.label or "" for one in OWN}, Random(seed)
    for step in range(5):
        uid = chance.choice(OWN).uid
        names[uid] = f"Named {step}"
        rename(page, uid, names[uid])
        press(page, chance.choice([page.trackers.rows[uid].up, page.trackers.rows[uid].down]))
        press(page, page.asked.order.turn)
        for row in tuple(page.asked.order.rows.values())[:1]:
            press(page, row.down)
        if chance.random() < 0.5:
            QApplication.processEvents()
            gc.collect()
    assert {one.uid: one.label for one in page.trackers.trackers} == names
    assert sorted(store.setting("asked", [""])) == sorted(one.code for one in OWN)
    store.close()
