"""What leaves the diary as files: one form of it, for some days, with what was ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.privacy import ALL, Privacy
from diary.exchange.whole_file import Tick, part_of, untold, written_whole

if TYPE_CHECKING:
    from typing import BinaryIO

    from diary.models.moments import Moment
    from diary.storage.diary import Diary
    from diary.storage.snapshot import Snapshot


class Form(StrEnum):
    """The forms in which the record leaves."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"
    DRAWINGS = "drawings"
    EVERYTHING = "everything"


ENDING = {
    Form.JSON: ".json",
    Form.CSV: ".csv",
    Form.FHIR: ".json",
    Form.DRAWINGS: "",
    Form.EVERYTHING: ".zip",
}
"""How the file of a form is called in the end; "" is a folder."""

OWN_COPIES = (Form.JSON, Form.CSV, Form.EVERYTHING)
"""Forms that are copies for oneself: of all days, with everything, unless something is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which days leave, and what of them; absent days are the first and the last of the record."""

    since: date | None = None
    until: date | None = None
    privacy: Privacy = field(default=ALL)

    def of(self, whole: Snapshot) -> Snapshot:
        """The part of the record that is wanted."""
        from diary.exchange.selection import selected

        return selected(whole, self.since, self.until, self.privacy)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.since is None and self.until is None and self.privacy.is_all


def usual_privacy(form: Form, since: date | None, until: date | None) -> Privacy:
    """What is in where nobody ticked: all of a copy of all days for oneself, else nothing private."""
    whole = form in OWN_COPIES and since is None and until is None
    return ALL if whole else Privacy()


def export(diary: Diary, form: Form, to: Path, wanted: Wanted, tick: Tick = untold) -> tuple[Path, ...]:
    """Writes the record in a form; returns the files. DiaryError, and what `tick` raises, leave nothing."""
    from diary.storage.snapshot import snapshot

    if form is Form.CSV:
        from diary.exchange.csv_export import export_csv

        return export_csv(diary, to, wanted.of, tick)
    if form is Form.EVERYTHING:
        from diary.exchange.archive_zip import export_everything

        return export_everything(diary, to, wanted, tick)
    tick(0.0)
    whole = diary.ask(snapshot)
    tick(0.1)
    part = wanted.of(whole)
    tick(0.2)
    told = part_of(tick, 0.2, 1.0)
    if form is Form.DRAWINGS:
        from diary.exchange.drawings_svg import export_drawings

        return export_drawings(part, to, told)
    with written_whole(to) as stream:
        if form is Form.FHIR:
            write_fhir(part, stream, diary.now(), told)
        else:
            from diary.exchange.json_export import write_json

            write_json(part, stream, told)
    return (to,)


def write_fhir(part: Snapshot, stream: BinaryIO, made: Moment, tick: Tick) -> None:
    """Writes a record as a FHIR document; of its work only the pace is known, not the end."""
    from diary.exchange.fhir.bundle import write_fhir as write

    write(part, stream, made=made, tick=_counted(part, tick))


MORE = 1.5
"""About so many resources a reading and a record become."""


def _counted(part: Snapshot, tick: Tick) -> Callable[[], None]:
    records = sum(1 + len(one.readings) + len(one.areas) for one in part.entries)
    expected = 1 + MORE * (records + sum(len(found) for found in part.plain.values()))
    count = 0

    def told() -> None:
        nonlocal count
        count += 1
        tick(min(0.99, count / expected))

    return told
