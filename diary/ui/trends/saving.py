"""Saving a picture of the days over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize

    from diary.charts.picture import Picture
    from diary.ui.theme import Theme


def save(path: Path, picture: Picture, theme: Theme, size: QSize) -> None:
    """Write the picture in the colours of now, as SVG where `path` ends so, else as PNG; DiaryError."""
    from diary.charts import export
    from diary.charts.style import screen_style
    from diary.exchange.whole_file import written_whole

    make = export.svg if path.suffix.lower() == ".svg" else export.png
    content = make(screen_style(theme.palette, theme.scale), picture, size.width(), size.height())
    with written_whole(path) as stream:
        stream.write(content)
