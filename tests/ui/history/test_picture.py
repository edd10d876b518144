"""The drawing of a day as a picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtSvg import QSvgRenderer

from diary.models.records import Area, AreaRegion
from diary.ui.history.picture import views_shown
from tests.ui.history.conftest import entry, fill, foot, show

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.history.page import HistoryPage

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_the_drawing_of_a_day_is_saved(
    page: HistoryPage, store: Store, qtbot: Any, tmp_path: Path, ending: str
) -> None:
    fill(store, entry(DAY, areas=(foot(6, "burning"),)))
    show(page, qtbot)
    qtbot.waitUntil(page.entry.picture.isVisible)
    file = tmp_path / f"drawing{ending}"
    assert str(file) in page.save_picture(file).text
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG") if ending == ".png" else QSvgRenderer(content).isValid()


def test_a_day_without_places_has_no_drawing_to_save(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(DAY))
    show(page, qtbot)
    qtbot.waitUntil(page.entry.edit.isVisible)
    assert not page.entry.picture.isVisible()


def test_a_place_that_the_body_does_not_show_brings_its_view() -> None:
    tongue = Area(uid="a", regions=(AreaRegion(region="tongue_M"), AreaRegion(region="of a later figure")))
    assert "mouth" in views_shown((tongue,))
    assert "mouth" not in views_shown((foot(6),))
