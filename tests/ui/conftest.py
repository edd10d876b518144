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
    worn.apply(qapp)
    worn.set_appearance("light")
    yield worn
    worn.set_scale(1.0)
    worn.set_contrast(False)
    worn.set_appearance("light")
