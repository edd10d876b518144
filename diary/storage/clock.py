"""The clock of this computer, with its zone's name where it can be told."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from diary.models.moments import Moment


def now() -> Moment:
    """The present moment to the millisecond, local time with offset and zone."""
    when = datetime.now().astimezone()
    return Moment.from_aware(when.replace(microsecond=when.microsecond // 1000 * 1000), zone_name())


def zone_name() -> str | None:
    """The IANA name of the local zone (`Europe/Berlin`), or None where the system does not say."""
    if named := os.environ.get("TZ", "").lstrip(":"):
        return named if "/" in named or named == "UTC" else None
    try:
        target = str(Path("/etc/localtime").resolve(strict=True))
    except OSError:
        return None
    _, found, name = target.partition("zoneinfo/")
    return name.removeprefix("posix/") if found else None
