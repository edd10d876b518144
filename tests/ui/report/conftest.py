"""The Report page on a small diary, with a report that is set in no time."""

from __future__ import annotations

import shutil
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from diary.exchange.report import gather
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.report import audience, preview
from diary.ui.report import page as page_module
from diary.ui.report.page import ReportPage
from tests.ui.report import made_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

    Opened = Callable[..., ReportPage]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Diaries to copy: one with twenty days, an empty one, and one that ended four hundred days ago."""
    room = tmp_path_factory.mktemp("written")
    found = {name: room / f"{name}.sqlite3" for name in ("filled", "empty", "ended")}
    made_up.fill(found["filled"])
    made_up.opened(found["empty"]).close()
    made_up.fill(found["ended"], begin=400)
    return found


@pytest.fixture
def setter(monkeypatch: pytest.MonkeyPatch) -> made_up.Setter:
    """What stands for the typesetting."""
    found = made_up.Setter()
    typeset, protect = ModuleType("typeset"), ModuleType("protect")
    typeset.pictures, typeset.typeset = found.pictures, found.typeset  # type: ignore[attr-defined]
    protect.protected = lambda pdf, password: b"%PDF locked with " + password.encode() + pdf  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "diary.exchange.report.typeset", typeset)
    monkeypatch.setitem(sys.modules, "diary.exchange.report.protect", protect)
    monkeypatch.setattr(gather, "told", made_up.told)
    for module, wait in ((page_module, "SOON_MS"), (preview, "SETTLED_MS"), (audience, "TYPING_MS")):
        monkeypatch.setattr(module, wait, 0)
    return found


@pytest.fixture
def opened(
    qtbot: QtBot, theme: Theme, tmp_path: Path, written: dict[str, Path], setter: made_up.Setter
) -> Iterator[Opened]:
    """Opens the page on a copy of a diary."""
    stores: list[Store] = []

    def open_page(name: str = "filled") -> ReportPage:
        path = tmp_path / "diary.sqlite3"
        if not path.exists():
            shutil.copy(written[name], path)
        store = Store(path, Looks(tmp_path / "looks.ini"))
        stores.append(store)
        store.open_now(made_up.opened)
        page = ReportPage(store)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitExposed(page)
        return page

    assert setter.set_pages == []
    yield open_page
    for store in stores:
        store.close()
