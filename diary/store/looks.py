"""Mere looks: how the window appears on this computer. They never leave it and change no meaning."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

T = TypeVar("T", bool, int, float, str)


class Looks:
    """The platform's settings for one window; every read has a default, every write acts at once."""

    def __init__(self, file: Path) -> None:
        self.kept = QSettings(str(file), QSettings.Format.IniFormat)

    def value(self, key: str, default: T) -> T:
        """What is kept under `key`, or `default` where nothing of its kind is."""
        kept = self.kept.value(key)
        if kept is None:
            return default
        if isinstance(default, bool):
            return type(default)(str(kept).lower() == "true")
        try:
            return type(default)(kept)
        except ValueError:
            return default

    def set_value(self, key: str, value: bool | float | str) -> None:
        """Keeps a value under `key`."""
        self.kept.setValue(key, str(value).lower() if isinstance(value, bool) else value)

    @property
    def text_scale(self) -> float:
        """Text size, 1.0 to 2.0."""
        return min(2.0, max(1.0, self.value("text_scale", 1.0)))

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self.set_value("text_scale", scale)

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`."""
        return self.value("appearance", "system")

    @appearance.setter
    def appearance(self, name: str) -> None:
        self.set_value("appearance", name)

    @property
    def contrast(self) -> bool:
        """Whether the high-contrast colours are wanted."""
        return self.value("contrast", False)

    @contrast.setter
    def contrast(self, wanted: bool) -> None:
        self.set_value("contrast", wanted)

    @property
    def no_motion(self) -> bool:
        """Whether nothing on the screen may move by itself."""
        return self.value("no_motion", False)

    @no_motion.setter
    def no_motion(self, wanted: bool) -> None:
        self.set_value("no_motion", wanted)

    @property
    def help_closed(self) -> frozenset[str]:
        """The help lines that were closed for good."""
        return frozenset(name for name in self.value("help_closed", "").split(",") if name)

    def close_help(self, name: str) -> None:
        """Closes one help line for good."""
        self.set_value("help_closed", ",".join(sorted(self.help_closed | {name})))

    def show_help_again(self) -> None:
        """Brings all help lines back."""
        self.set_value("help_closed", "")
