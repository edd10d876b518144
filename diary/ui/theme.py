"""The look of now: palette, text size and motion, for every part of the window."""

from __future__ import annotations

import os
import re
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QStyleFactory

from diary.charts.palette import Palette, load
from diary.paths import resource
from diary.ui import icons
from diary.ui.focus_ring import FocusRing

FAMILY: Final = "Atkinson Hyperlegible Next"
OWN_LETTERS: Final = "AtkinsonHyperlegibleNext-*.ttf"
OTHER_SCRIPTS: Final = ("Noto*.ttf", "*Symbols*.ttf")
FAMILIES: Final = (
    FAMILY,
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Emoji",
    "Nerve Diary Symbols",
)
"""The diary's own typeface, and what stands in where it has no letter.

All are named from the first paint on, though only the first is loaded then: naming more of them later would
lay out every widget anew.
"""

STYLE: Final = "Fusion"
STYLE_VARIABLE: Final = "QT_STYLE_OVERRIDE"
"""Where Qt reads the style's name while the application is made."""

APPEARANCES: Final = ("system", "light", "dark")
SCALES: Final = (1.0, 2.0)
"""Smallest and largest text size."""

ROLES: Final = {
    "note": (13, 400),
    "note_strong": (13, 600),
    "body": (15, 400),
    "strong": (15, 600),
    "lead": (18, 400),
    "title": (18, 600),
    "page": (24, 700),
    "number": (32, 700),
}
"""Text roles: size in px at 100 %, weight."""


class Theme(QObject):
    """What everything is painted with; `changed` is emitted when any of it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = "system"
        self._contrast = False
        self._scale = 1.0
        self.no_motion = False
        self._app: QApplication | None = None
        self._families: list[str] = []
        self._knows_scripts = False
        self._palette = load("light")
        self._forget()

    def _forget(self) -> None:
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def palette(self) -> Palette:
        """The colours of now."""
        return self._palette

    @property
    def appearance(self) -> str:
        """What was chosen: "system", "light" or "dark"."""
        return self._appearance

    @property
    def contrast(self) -> bool:
        """Whether text keeps 7:1."""
        return self._contrast

    @property
    def scale(self) -> float:
        """Text size, 1.0 to 2.0."""
        return self._scale

    def set_appearance(self, appearance: str) -> None:
        """Choose "system", "light" or "dark"; ValueError for anything else."""
        if appearance not in APPEARANCES:
            raise ValueError(appearance)
        self._appearance = appearance
        self._renew()

    def set_contrast(self, contrast: bool) -> None:
        """Choose the high-contrast tokens, or the ordinary ones."""
        self._contrast = contrast
        self._renew()

    def set_scale(self, scale: float) -> None:
        """Choose the text size; values outside 1.0 to 2.0 are brought inside."""
        self._scale = min(max(scale, SCALES[0]), SCALES[1])
        self._renew()

    def px(self, length: float) -> int:
        """A length of `length` px at 100 %, at the text size of now."""
        return round(length * self._scale)

    def color(self, token: str) -> QColor:
        """The colour of `token`; KeyError for a token that does not exist."""
        if token not in self._colors:
            self._colors[token] = QColor(self._palette.color(token))
        return self._colors[token]

    def font(self, size: int = 15, weight: int = 400) -> QFont:
        """The diary's typeface at `size` px (of 100 %) and `weight` 400 to 700, digits of one width."""
        if (size, weight) not in self._fonts:
            font = QFont(self._families) if self._families else QFont()
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            if hasattr(font, "setFeature"):
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[size, weight] = font
        return self._fonts[size, weight]

    def text(self, role: str) -> QFont:
        """The font of a text role, one of `ROLES`."""
        return self.font(*ROLES[role])

    def metrics(self, role: str) -> QFontMetrics:
        """The measures of a text role's font."""
        return QFontMetrics(self.text(role))

    def pixmap(self, name: str, token: str = "ink", size: int = 20) -> QPixmap:
        """Icon `name` in the colour of `token`, `size` px at 100 %, sharp on the screens there are."""
        ratio = self._app.devicePixelRatio() if self._app else 1.0
        key = (name, token, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, self.color(token), self.px(size), ratio)
        return self._pixmaps[key]

    def icon(self, name: str, token: str = "ink", size: int = 20, *, gap: int = 0) -> QIcon:
        """Icon `name` for a button, with `gap` px of room after it (before it if negative)."""
        picture = _with_room(self.pixmap(name, token, size), gap)
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)
        return icon

    def apply(self, app: QApplication) -> None:
        """Dress `app`: style, fonts, colours, style sheet, focus ring; this theme becomes `current()`."""
        first = self._app is None
        self._app = app
        _Current.theme = self
        if os.environ.get(STYLE_VARIABLE) != STYLE:
            # Meeting a style makes PySide load all of its enumerations: a started program has it by name.
            app.setStyle(QStyleFactory.create(STYLE))
        if first:
            self._families = list(FAMILIES) if _load_fonts(OWN_LETTERS) else []
            if _Current.ring is not None:
                _Current.ring.leave(app)
            _Current.ring = FocusRing(self, app)
            self.changed.connect(_Current.ring.place)
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._renew()

    def learn_scripts(self) -> None:
        """Load the fonts of other scripts and of emoji: words of any language, once the window is there."""
        if self._families and not self._knows_scripts:
            self._knows_scripts = True
            for pattern in OTHER_SCRIPTS:
                _load_fonts(pattern)

    @Slot()
    def _on_system_changed(self) -> None:
        if self._appearance == "system":
            self._renew()

    def _name(self) -> str:
        dark = self._appearance == "dark"
        if self._appearance == "system" and self._app is not None:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        shade = "dark" if dark else "light"
        return f"contrast-{shade}" if self._contrast else shade

    def _renew(self) -> None:
        self._palette = load(self._name())
        self._forget()
        if self._app is not None:
            self._app.setFont(self.font())
            self._app.setPalette(self._qt_palette())
            self._app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def _qt_palette(self) -> QPalette:
        role = QPalette.ColorRole
        tokens = {
            role.Window: "paper",
            role.WindowText: "ink",
            role.Base: "card",
            role.AlternateBase: "well",
            role.Text: "ink",
            role.Button: "card",
            role.ButtonText: "ink",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.PlaceholderText: "quiet",
            role.ToolTipBase: "card",
            role.ToolTipText: "ink",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.Mid: "line",
            role.Accent: "accent",
        }
        palette = QPalette()
        for which, token in tokens.items():
            palette.setColor(which, self.color(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.color("quiet"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet of native controls with this theme's colours and lengths."""
        text = resource("style/diary.qss").read_text(encoding="utf-8")
        text = re.sub(r"\$px\((\d+)\)", lambda found: str(self.px(int(found[1]))), text)
        text = re.sub(r"\$icon\((\w+) (\w+)\)", lambda found: self._icon_file(found[1], found[2]), text)
        return re.sub(r"\$(\w+)", lambda found: self._palette.color(found[1]), text)

    def _icon_file(self, name: str, token: str) -> str:
        """Qt style sheets take pictures from files only: the one as light or as dark as `token`."""
        shade = "light" if self.color(token).lightness() > 127 else "dark"
        return resource(f"style/{name}-{shade}.svg").as_posix()


class _Current:
    theme: Theme | None = None
    ring: FocusRing | None = None


def current() -> Theme:
    """The theme the application wears; one of its own where none was applied yet."""
    if _Current.theme is None:
        _Current.theme = Theme()
    return _Current.theme


def _with_room(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(abs(gap) * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(max(-gap, 0), 0, picture)
    painter.end()
    return wide


def _load_fonts(pattern: str) -> int:
    """Load the bundled fonts whose files match; how many there were."""
    files = sorted(resource("fonts").glob(pattern))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)
