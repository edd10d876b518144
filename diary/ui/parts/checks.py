"""Assistive software checks a button without pressing it: such a check counts as a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as Base
else:
    Base = object


class HearsChecks(Base):
    """Mixed into checkable buttons: `clicked` follows a check that neither a press nor our own code made.

    Qt's accessible action only toggles, and a page that listens to presses would never hear of it.
    """

    _known = False

    def setCheckable(self, checkable: bool) -> None:
        """Begin to listen once there is something to check."""
        super().setCheckable(checkable)
        if checkable:
            self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """Check by our own code: nobody pressed."""
        before, self._known = self._known, True
        super().setChecked(checked)
        self._known = before

    def nextCheckState(self) -> None:
        """Check by a press, which tells itself."""
        before, self._known = self._known, True
        super().nextCheckState()
        self._known = before

    def _on_toggled(self, checked: bool) -> None:
        if not self._known:
            self.clicked[bool].emit(checked)  # type: ignore[index]  # the stubs forget overloads
