"""Saving the chart as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from diary.errors import DiaryError
from diary.ui.files import note_given
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from diary.charts.picture import Picture
    from diary.store.store import Store
    from diary.ui.theme import Theme


def ask_where(parent: QWidget) -> str | None:
    """The file to write, or None when it was decided otherwise."""
    path, chosen = QFileDialog.getSaveFileName(
        parent, say("trends.save_title"), say("trends.save_name"), say("trends.save_filters")
    )
    if not path:
        return None
    if Path(path).suffix:
        return path
    return f"{path}.svg" if "svg" in chosen else f"{path}.png"


def save(path: str, picture: Picture, theme: Theme, size: QSize, store: Store) -> str:
    """Write the picture in the colours of now; what became of it, in words."""
    from diary.charts import export
    from diary.charts.style import screen_style
    from diary.exchange.whole_file import written_whole

    make = export.svg if path.lower().endswith(".svg") else export.png
    content = make(screen_style(theme.palette, theme.scale), picture, size.width(), size.height())
    try:
        with written_whole(Path(path)) as stream:
            stream.write(content)
    except DiaryError as error:
        return str(error)
    note_given(store, Path(path))
    return say("trends.saved", name=Path(path).name)
