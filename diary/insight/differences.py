"""What differs between two versions of an entry, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from diary.models.codes import Answered, AnswerList
from diary.models.measures import BUILT_IN
from diary.models.records import Area, Entry, Measure
from diary.wording import say
from diary.wording.answers import answer_words, measure_words

NamePlace = Callable[[Area], str]
"""Names a place, as `anatomy.kept.area_name` does."""

_ORDER = {measure.code: measure.position for measure in BUILT_IN}


def what_changed(
    before: Entry | None, after: Entry | None, measures: Mapping[str, Measure], place_name: NamePlace
) -> tuple[str, ...]:
    """One sentence for each difference, "Worst pain changed from 6 to 7"; never empty."""
    if before is None or after is None:
        return (say("diff.first" if after is not None else "diff.deleted"),)
    found = [*_readings(before, after, measures), *_places(before, after, place_name), *_rest(before, after)]
    return tuple(found) or (say("diff.same"),)


def _readings(before: Entry, after: Entry, measures: Mapping[str, Measure]) -> Iterator[str]:
    old = {one.measure: one for one in before.readings}
    new = {one.measure: one for one in after.readings}
    for code in sorted(old.keys() | new.keys(), key=lambda code: (_ORDER.get(code, 999), code)):
        name = measure_words(code, measures)
        was = answer_words(old[code], measures.get(code)) if code in old else None
        now = answer_words(new[code], measures.get(code)) if code in new else None
        if was is None:
            yield say("diff.answered", measure=name, after=now)
        elif now is None:
            yield say("diff.taken_back", measure=name, before=was)
        elif was != now:
            yield say("diff.changed", measure=name, before=was, after=now)


def _places(before: Entry, after: Entry, place_name: NamePlace) -> Iterator[str]:
    old = {one.uid: one for one in before.areas}
    new = {one.uid: one for one in after.areas}
    for uid, area in old.items():
        name = place_name(area)
        if uid not in new:
            yield say("diff.place_gone", place=name)
        else:
            yield from _place(area, new[uid], name)
    for uid in new.keys() - old.keys():
        yield say("diff.place_added", place=place_name(new[uid]))
    nothing = [one.answered.get(AnswerList.PLACES) is Answered.NONE for one in (before, after)]
    if nothing[0] != nothing[1]:
        yield say("diff.nothing_hurts" if nothing[1] else "diff.nothing_hurts_gone")


def _place(old: Area, new: Area, name: str) -> Iterator[str]:
    if old.severity != new.severity:
        was, now = (say("not_answered") if one.severity is None else one.severity for one in (old, new))
        yield say("diff.severity", place=name, before=was, after=now)
    if old.qualities != new.qualities:
        yield say("diff.qualities", place=name)
    if old.regions != new.regions:
        yield say("diff.drawn", place=name)
    if (old.depth, old.limb) != (new.depth, new.limb):
        yield say("diff.depth", place=name)


def _rest(before: Entry, after: Entry) -> Iterator[str]:
    if before.note != after.note:
        key = "diff.note_changed" if before.note and after.note else "diff.note_added"
        yield say(key if after.note else "diff.note_gone")
    for key, was, now in (
        ("end", before.until, after.until),
        ("doing", before.doing, after.doing),
        ("helped", before.helped, after.helped),
    ):
        if was != now:
            yield say(f"flare.diff.{key}" if now else f"flare.diff.{key}_gone")
    slept = [
        [(p.bed, p.asleep, p.awake, p.up, p.asleep_min, p.nap) for p in one.sleep] for one in (before, after)
    ]
    if slept[0] != slept[1]:
        yield say("diff.sleep")
    if (before.day, before.at) != (after.day, after.at):
        yield say("diff.when")
