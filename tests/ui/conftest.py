"""A theme worn by the application, light and at 100 % for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.theme import Theme, current

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme the application wears; looks that a test changes are taken back."""
    worn = current()
    if worn is not _Worn.theme:
        _Worn.theme = worn
        worn.apply(qapp)
    _take_back(worn)
    yield worn
    _take_back(worn)


class _Worn:
    theme: Theme | None = None


def _take_back(worn: Theme) -> None:
    """Dressing every widget anew is slow: only what a test has changed is changed back."""
    if worn.scale != 1.0:
        worn.set_scale(1.0)
    if worn.contrast:
        worn.set_contrast(False)
    if worn.appearance != "light":
        worn.set_appearance("light")
