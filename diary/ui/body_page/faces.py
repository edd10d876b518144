"""Faces of which one is shown: only that one asks for room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Faces(QWidget):
    """A stack that is as low as the face shown can be, which Qt's own is not."""

    def __init__(self, *faces: QWidget) -> None:
        super().__init__()
        self._faces: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for face in faces:
            self.add_face(face)
        self.show_face(faces[0])

    @property
    def shown(self) -> QWidget:
        """The face that is shown."""
        return self._shown

    def add_face(self, face: QWidget) -> None:
        """Add a face behind the one shown."""
        self._faces.append(face)
        self._column.addWidget(face, 1)
        face.hide()

    def show_face(self, face: QWidget) -> None:
        """Turn to a face."""
        self._shown = face
        for one in self._faces:
            one.setVisible(one is face)
