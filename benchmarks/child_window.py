"""A child: an empty window; with "libraries" also SQLAlchemy, matplotlib, and its memory."""

from __future__ import annotations

import json
import sys
import time


def main(words: list[str]) -> None:
    """Shows the window, prints the moment of its first paint as JSON, and ends."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from benchmarks.first_paint import FirstPaint
    from benchmarks.room import resident_mb

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 800)
    moments: dict[str, float] = {}

    def painted() -> None:
        moments["painted"] = time.monotonic()
        if "libraries" not in words:
            application.quit()
            return
        import sqlalchemy  # noqa: F401  # its weight is what is measured

        QTimer.singleShot(1000, application.quit)

    FirstPaint(window, painted)
    window.show()
    application.exec()
    print(json.dumps({"moments": moments, "resident_mb": resident_mb()}))


if __name__ == "__main__":
    main(sys.argv[1:])
