"""The fact that an export left the diary, kept in the diary itself: erasing names where words still stand."""

from __future__ import annotations

from pathlib import Path

from diary.errors import DiaryError
from diary.models.records import GivenExport, Replace, Setting
from diary.storage.diary import Diary
from diary.storage.queries import settings
from diary.storage.reading import Reader

WARNED_SETTING = "export_warned"
"""The setting that keeps that the person was told once: what leaves is no longer protected."""


def is_warned(reader: Reader) -> bool:
    """Whether this diary said before that what leaves it is no longer protected; for `Diary.ask`."""
    return WARNED_SETTING in settings(reader)


def keep_warned(diary: Diary) -> bool:
    """Keeps that it was said; False where it cannot be kept, and will be said again."""
    if diary.read_only:
        return False
    try:
        if (step := _warned(diary)) is not None:
            diary.apply([step])
    except DiaryError:
        return False
    return True


def _warned(diary: Diary) -> Replace | None:
    if diary.ask(is_warned):
        return None
    return Replace(before=None, after=Setting(uid=WARNED_SETTING, value="true"))


def keep_given(diary: Diary, form: str, to: Path, *, warned: bool = False) -> bool:
    """Keeps that an export was written to `to` just now, as `form` (`json`, `csv`); False where it cannot.

    `warned` keeps with it that the person was told of what that means.

    Called after the file is written, so that the file is of the record before it. What stands in the way of
    keeping the fact never undoes the export.
    """
    if diary.read_only:
        return False
    export = GivenExport(uid=diary.make_uid(), given=diary.now(), form=form, name=to.name or str(to))
    try:
        step = _warned(diary) if warned else None
        diary.apply([Replace(before=None, after=export), *([] if step is None else [step])])
    except DiaryError:
        return False
    return True
