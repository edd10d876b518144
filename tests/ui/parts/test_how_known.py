"""How do we know?: closed at first, complete once it is opened, and the browser only when it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.insight.references import TOPICS
from diary.ui.parts.how_known import HowKnown, Known
from diary.ui.theme import Theme

KNOWN = Known(data="Average pain of each day.", n="71 of 90 days.", method="Their mean.", topic="mean")


def seen(part: HowKnown) -> str:
    said = " ".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())
    return said.replace("\u200b", "")


def test_it_tells_data_n_method_and_source_once_it_is_opened(qtbot: QtBot, theme: Theme) -> None:
    part = HowKnown(KNOWN)
    qtbot.addWidget(part)
    part.show()
    assert not seen(part)
    part.ask.click()
    for words in ("Average pain of each day.", "71 of 90 days.", "Their mean.", "Bartlett 1946"):
        assert words in seen(part)
    assert "doi.org" in seen(part)
    part.ask.click()
    assert not seen(part)


def test_a_source_opens_only_when_it_is_pressed(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    part = HowKnown(KNOWN)
    qtbot.addWidget(part)
    part.show()
    part.ask.click()
    assert not opened
    first = part._sources[0].link
    assert first.accessibleName().startswith(first.text())
    assert first.sizeHint().width() < 280  # a card beside the chart is no wider
    part._sources[0].link.click()
    assert [one.host() for one in opened] == ["doi.org"]


def test_another_topic_brings_its_own_sources(qtbot: QtBot, theme: Theme) -> None:
    part = HowKnown()
    qtbot.addWidget(part)
    part.show_known(KNOWN)
    part.ask.click()
    for topic, names in TOPICS.items():
        part.show_known(Known(data="x", topic=topic))
        assert len(part._sources) == len(names)
    part.show_known(None)
    assert part.isHidden()
    assert part.words() == ""
