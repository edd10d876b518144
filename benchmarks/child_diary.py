"""A child: the real program on a diary, driven as fast as a person's fingers never are."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from diary import app

if TYPE_CHECKING:
    from benchmarks.driver import Driver
    from diary.ui.session import Session

drivers: list[Driver] = []


def begun(session: Session) -> None:
    """The window is asked for and not yet painted: from here on it is watched."""
    from benchmarks.driver import Driver

    drivers.append(Driver(session, sys.argv[2:]))


if __name__ == "__main__":
    code = app.main(["--diary", sys.argv[1]], begun)
    print(json.dumps(drivers[0].told()))
    sys.exit(code)
