"""The fact that an export left the diary, kept in the diary itself: erasing names where words still stand."""

from __future__ import annotations

from pathlib import Path

from diary.errors import DiaryError
from diary.models.records import GivenExport, Replace
from diary.storage.diary import Diary


def keep_given(diary: Diary, form: str, to: Path) -> bool:
    """Keeps that an export was written to `to` just now, as `form` (`json`, `csv`); False where it cannot.

    Called after the file is written, so that the file is of the record before it. What stands in the way of
    keeping the fact never undoes the export.
    """
    if diary.read_only:
        return False
    export = GivenExport(uid=diary.make_uid(), given=diary.now(), form=form, name=to.name or str(to))
    try:
        diary.apply([Replace(before=None, after=export)])
    except DiaryError:
        return False
    return True
