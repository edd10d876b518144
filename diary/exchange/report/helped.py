"""What helped and what did not, each treatment by itself; what was tried before, and why it was stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.attributed import Attributed
from diary.exchange.report.data import Line, Lines
from diary.exchange.report.words import day_words, number_words
from diary.insight.as_needed import as_needed, sum_of
from diary.insight.in_use import last_day
from diary.insight.treatments import in_order, lists
from diary.models.codes import Helped, TreatmentKind, Use
from diary.wording import say, say_n
from diary.wording.treatment_words import (
    lane_words,
    listed,
    mg_words,
    own_words,
    procedure_words,
    regular_names,
    rough_words,
    session_words,
    step_words,
    stop_words,
)

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.as_needed import AsNeeded, UseSum
    from diary.insight.findings.effects import TreatmentEffect
    from diary.insight.relief import ReliefNumbers
    from diary.insight.treatments import Listed
    from diary.models.care import SideEffect, Treatment, TriedBefore
    from diary.models.rough import Rough

MOST_EFFECTS = 2
"""So many side effects of one treatment are named, the worst first; of the rest only how many there are."""

REGULAR, PROCEDURE, AS_NEEDED, SESSION, STOPPED, OWN_VIEW = 0, 1000, 2000, 3000, 4000, 5000
"""Where the ranks begin: what is taken regularly stays longest, what was ticked of a day goes first."""


def helped_section(rows: ReportRows, asked: Asked) -> Lines | None:
    """Every treatment of the report's days with what was recorded of it; None where there is none."""
    found = lists(in_order(rows.wide.treatments), rows.wide.steps, (), asked.until)
    told = _Told(rows, asked)
    taken = [one for one in found.now if one.treatment.use is Use.REGULAR]
    needed = [one.treatment for one in found.now if one.treatment.use is Use.AS_NEEDED]
    lines = [
        *told.regular(taken),
        *told.procedures(),
        *told.as_needed(needed),
        *told.sessions(),
        *told.stopped([one for one in found.stopped if _stopped_since(one.treatment, asked.since)]),
    ]
    lines += [replace(one, rank=OWN_VIEW + at) for at, one in enumerate(told.said.lines())]
    return Lines(title=say("sheet.helped"), lines=tuple(lines)) if lines else None


def _stopped_since(treatment: Treatment, since: date) -> bool:
    last = last_day(treatment)
    return last is not None and last >= since


class _Told:
    """What the lines of one report draw on, each read once."""

    def __init__(self, rows: ReportRows, asked: Asked) -> None:
        self.rows, self.asked = rows, asked
        self.said = Attributed(rows, asked)
        self.effects = _effects(rows, asked)
        self.bad = _side_effects(rows.side_effects)
        self.names = regular_names(in_order(rows.wide.treatments))

    def regular(self, found: Sequence[Listed]) -> Iterator[Line]:
        """What is taken every day: the dose of now and since when; those that changed lately stay longer."""
        lately = {one.treatment.uid for one in found if one.since and one.since.last >= self.asked.since}
        staying = sorted(found, key=lambda one: one.treatment.uid not in lately)
        for one in found:
            yield Line(
                head=self._dosed(one),
                note=say("sheet.since", when=self._when(one.since)) if one.since is not None else "",
                words=self._of(one.treatment, none=True),
                rank=REGULAR + staying.index(one),
            )

    def _dosed(self, one: Listed) -> str:
        """A name with its dose: "Pregabalin 300 mg/day"."""
        from diary.insight.doses import course

        name = self.names[one.treatment.uid]
        if one.step is None:
            return name
        stretches = course(one.treatment, self.rows.wide.steps, self.asked.until.toordinal()).stretches
        if stretches and stretches[-1].mg:
            return say("sheet.dosed", name=name, dose=say("course.mg_a_day", mg=mg_words(stretches[-1].mg)))
        return say("sheet.planned", name=name, dose=step_words(one.step, one.treatment))

    def _of(self, treatment: Treatment, *, none: bool = False) -> str:
        """Before and after of a regular one, side effects, what the person said on days."""
        name = own_words(treatment.name)
        effect = self.effects.get(treatment.uid, "") if treatment.use is Use.REGULAR else ""
        said = [effect, self.bad.get(treatment.uid, ""), self.said.of(name)]
        said = [one for one in said if one]
        if not said and none and treatment.kind is TreatmentKind.MEDICINE:
            return say("sheet.no_side_effects")
        return listed(said, "sheet.and_then")

    def procedures(self) -> Iterator[Line]:
        """Procedures of the report's days, the latest first to stay."""
        since, until = self.asked.since, self.asked.until
        done = [one for one in self.rows.wide.procedures if since <= one.when.first <= until]
        done.sort(key=lambda one: (one.when.first, one.uid), reverse=True)
        for at, one in enumerate(done):
            words = [self.effects.get(one.uid, ""), self.said.of(own_words(one.name))]
            yield Line(
                head=procedure_words(one),
                note=self._when(one.when),
                words=listed([word for word in words if word], "sheet.and_then"),
                rank=PROCEDURE + at,
            )

    def as_needed(self, found: Sequence[Treatment]) -> Iterator[Line]:
        """What is taken when needed: doses, days of the answered ones, relief; the most used stay longer."""
        used = as_needed(
            found,
            self.rows.doses,
            self.rows.period.answers,
            min(self.asked.today, self.asked.until).toordinal(),
        )
        sums = {one.uid: self._sum(used, one) for one in found}
        relieved = _relieved(self.rows)
        staying = sorted(found, key=lambda one: -sums[one.uid].doses)
        for one in found:
            words = [_relief(relieved[one.uid])] if one.uid in relieved else []
            words += [self._of(one)]
            yield Line(
                head=lane_words(one),
                note=_doses(sums[one.uid]),
                words=listed([word for word in words if word], "sheet.and_then"),
                rank=AS_NEEDED + staying.index(one),
            )

    def _sum(self, used: AsNeeded, one: Treatment) -> UseSum:
        until = min(self.asked.today, self.asked.until)
        return sum_of(used.by_day(one, self.asked.since.toordinal(), until.toordinal()))

    def sessions(self) -> Iterator[Line]:
        """Therapies of the report's days by kind, the most sessions first."""
        days: dict[str, list[date]] = {}
        for one in self.rows.wide.sessions:
            if self.asked.since <= one.day <= self.asked.until:
                days.setdefault(session_words(replace(one, minutes=None)), []).append(one.day)
        for at, (name, held) in enumerate(sorted(days.items(), key=lambda item: (-len(item[1]), item[0]))):
            note = say_n("sheet.sessions", len(held))
            yield Line(head=name, note=note, words=self.said.of(name), rank=SESSION + at)

    def stopped(self, found: Sequence[Listed]) -> Iterator[Line]:
        """What was stopped in the report's days, and why."""
        for at, one in enumerate(found):
            treatment = one.treatment
            assert treatment.stopped is not None  # only stopped ones are listed so
            why = stop_words(treatment.stop_reasons, treatment.stop_words)
            words = [say("sheet.stopped_why", why=why) if why else "", self._of(treatment)]
            yield Line(
                head=self._dosed(one) if treatment.use is Use.REGULAR else lane_words(treatment),
                note=say("sheet.stopped", when=self._when(treatment.stopped)),
                words=listed([word for word in words if word], "sheet.and_then"),
                rank=STOPPED + at,
            )

    def _when(self, when: Rough) -> str:
        """A day without its year where the report's last day has the same."""
        if not when.is_exact:
            return rough_words(when)
        return day_words(when.first, year=when.first.year != self.asked.until.year)


# --- what was recorded of a treatment


def _effects(rows: ReportRows, asked: Asked) -> dict[str, str]:
    """Average pain before and after the latest start of each treatment and procedure in the report's days.

    Of a medicine nothing is said where something else changed beside it; of a procedure, that it did.
    """
    from diary.insight.findings.concurrent import happenings
    from diary.insight.findings.effects import starts, treatment_effect

    happened = happenings(rows.wide)
    since, until = asked.since.toordinal(), asked.until.toordinal()
    latest = {
        start.treatment or start.uid: (start, steps)
        for start, steps in starts(happened)
        if since <= start.first <= until
    }
    if not latest:
        return {}
    days = rows.pain
    found = {
        key: _effect(treatment_effect(start, steps, happened, days)) for key, (start, steps) in latest.items()
    }
    return {key: words for key, words in found.items() if words}


def _effect(effect: TreatmentEffect) -> str:
    """Both means with their days, and the verdict where there is one; "" where nothing can be said."""
    main = effect.outcomes.get("pain_average")
    if main is None or main.result.before_mean is None or main.result.after_mean is None:
        return ""
    result = main.result
    until = date.fromordinal(result.before_until or effect.start.first - 1)
    means = say(
        "sheet.before_after",
        before=number_words(main.result.before_mean),
        until=day_words(until, year=False),
        before_n=result.before_n,
        after=number_words(main.result.after_mean),
        after_n=result.after_n,
        day=(result.after_since or effect.last_step) - effect.last_step + 1,
    )
    if result.verdict is not None:
        return say(f"sheet.verdict.{result.verdict}", means=means)
    if not (effect.concurrent or effect.ended_after or effect.ended_before):
        return means
    return "" if effect.start.treatment is not None else say("sheet.beside_others", means=means)


def _side_effects(found: Sequence[SideEffect]) -> dict[str, str]:
    """The side effects connected with each treatment, each with its highest severity, the worst first."""
    groups: dict[str, dict[str, list[SideEffect]]] = {}
    for one in found:
        if one.treatment is not None and one.name.strip():
            names = groups.setdefault(one.treatment, {})
            names.setdefault(one.name.strip().casefold(), []).append(one)
    return {uid: _named_effects(list(names.values())) for uid, names in groups.items()}


def _named_effects(groups: list[list[SideEffect]]) -> str:
    groups.sort(key=lambda many: (-max(one.severity for one in many), many[0].name))
    said = [
        say_n(
            "sheet.side_effect",
            len({one.severity for one in many}),
            name=own_words(many[-1].name),
            worst=max(one.severity for one in many),
        )
        for many in groups[:MOST_EFFECTS]
    ]
    words = listed(said, "sheet.comma")
    more = len(groups) - len(said)
    return say_n("sheet.more_effects", more, effects=words) if more else words


def _relieved(rows: ReportRows) -> dict[str, ReliefNumbers]:
    from diary.insight.relief import TakenDose, relief

    doses = [
        TakenDose(uid=one.uid, treatment=one.treatment, day=one.day, lateness=one.lateness)
        for one in rows.doses
        if one.amount != 0
    ]
    return {uid: one for uid, one in relief(doses, rows.reliefs).items() if one.n}


def _relief(found: ReliefNumbers) -> str:
    """The median before a dose, and that of the minutes with most answers after it."""
    before, *later = found.times
    after = max(later, key=lambda one: one.n)
    said = {"after": number_words(after.median or 0, 0 if after.median == int(after.median or 0) else 1)}
    said |= {"minutes": str(after.after_min)}
    if before.median is None:
        return say_n("sheet.relief_after", after.n, **said)
    said["before"] = number_words(before.median, 0 if before.median == int(before.median) else 1)
    return say_n("sheet.relief", after.n, **said)


def _doses(found: UseSum) -> str:
    """Doses, the days with any, and the days on which it was said."""
    if not found.answered and not found.doses:
        return say("sheet.doses_unsaid")
    return say_n("sheet.doses", found.doses, days=found.days, of=max(found.answered, found.days))


# --- what was tried before


def tried_section(rows: ReportRows, asked: Asked) -> Lines | None:
    """What was tried before the diary, then what this diary saw stopped before the report's days."""
    found = lists(in_order(rows.wide.treatments), rows.wide.steps, (), asked.until)
    told = [_tried(one) for one in rows.tried]
    told += [
        _stopped_before(one, rows, asked)
        for one in found.stopped
        if not _stopped_since(one.treatment, asked.since)
    ]
    if not told:
        return None
    return Lines(title=say("sheet.tried"), lines=tuple(replace(one, rank=at) for at, one in enumerate(told)))


def _tried(one: TriedBefore) -> Line:
    name, dose = own_words(one.name), one.highest_dose.strip()
    times = [rough_words(one.when)] if one.when is not None else []
    times += [own_words(one.how_long)] if one.how_long.strip() else []
    said = []
    if one.helped is not None:
        unsure = one.helped is Helped.UNSURE
        said.append(say("sheet.unsure") if unsure else say(f"treatments.helped.{one.helped}"))
    if why := stop_words(one.stopped, ""):
        said.append(say("sheet.stopped_why", why=why))
    return Line(
        head=say("sheet.planned", name=name, dose=own_words(dose)) if dose else name,
        note=listed(times, "sheet.comma"),
        words=listed(said, "sheet.and_then"),
    )


def _stopped_before(one: Listed, rows: ReportRows, asked: Asked) -> Line:
    """A treatment of the diary that ended before: its highest dose, from when to when, why it was stopped."""
    from diary.insight.doses import course

    treatment = one.treatment
    assert treatment.stopped is not None  # only stopped ones are listed so
    most = course(treatment, rows.wide.steps, asked.until.toordinal()).most
    name = lane_words(treatment)
    stopped = rough_words(treatment.stopped)
    started = rough_words(treatment.started) if treatment.started is not None else ""
    why = stop_words(treatment.stop_reasons, treatment.stop_words)
    return Line(
        head=say("sheet.dosed", name=name, dose=say("course.mg_a_day", mg=mg_words(most))) if most else name,
        note=say("report.from_to", since=started, until=stopped)
        if started
        else say("sheet.stopped", when=stopped),
        words=say("sheet.stopped_why", why=why) if why else "",
    )
