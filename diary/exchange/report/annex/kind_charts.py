"""Charts of the kinds of pain for paper: words, places that last, attacks, medicines as needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.exchange.report.annex.drawn import Chart, sheet_chart, span_words
from diary.exchange.report.words import sentences
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.findings.days import Days
    from diary.insight.findings.kinds import Kinds


def kind_charts(rows: ReportRows, asked: Asked) -> Iterator[Chart]:
    """Words for the pain, places that last, attacks, medicines as needed."""
    from diary.insight.findings.days import days_of

    days = days_of(rows.wide.period)
    yield from _words_and_places(rows, asked)
    yield from _attacks(rows, asked, days)
    yield from _use(rows, asked, days)


def _words_and_places(rows: ReportRows, asked: Asked) -> Iterator[Chart]:
    from diary.charts.kinds_figure import KindsFigure
    from diary.charts.kinds_picture import word_names, words_picture
    from diary.charts.places_picture import places_picture
    from diary.exchange.privacy import shown_areas
    from diary.insight.findings.kinds import kinds

    wide, since, until = rows.wide, asked.since.toordinal(), asked.until.toordinal()
    areas = shown_areas(wide.period.areas, private_places=asked.choices.with_private)
    today = asked.today.toordinal()
    found = kinds(areas, wide.period.answers, wide.sites, since=since, until=until, today=today)
    words = words_picture(found, span_words)
    if words is not None:
        yield sheet_chart(
            "charts.words",
            say("annex.charts.words"),
            say_n("kinds.words_n", found.days, some=found.n),
            say("kinds.words_how"),
            [word_names(found), [[one.n, *one.counts, *one.own_counts] for one in found.blocks]],
            KindsFigure,
            words,
        )
    shown = _shown_places(found, rows, asked)
    places = places_picture(shown.places, _place_words)
    if places is not None:
        first = max(wide.period.since, wide.period.first or 0)
        lasting = sum(one.lasting is True for one in shown.places)
        yield sheet_chart(
            "charts.places",
            say("annex.charts.places"),
            say("annex.sentence", words=_lasting(lasting)),
            sentences(
                say("annex.charts.places_seen", day=span_words(first, first)),
                say("kinds.places_how"),
            ),
            [[_place_words(one), one.n, one.days, one.months, one.lasting] for one in shown.places],
            KindsFigure,
            places,
        )


def _lasting(n: int) -> str:
    return say_n("kinds.lasting", n) if n else say("kinds.lasting_none")


def _shown_places(found: Kinds, rows: ReportRows, asked: Asked) -> Kinds:
    """The places without those that stay private."""
    from diary.exchange.privacy import is_private

    if asked.choices.with_private:
        return found
    named = {one.uid for one in rows.wide.sites}
    kept = tuple(
        one
        for one in found.places
        if (one.site is None or one.site in named) and not (one.region is not None and is_private(one.region))
    )
    return replace(found, places=kept)


def _place_words(one: Any) -> str:
    from diary.anatomy.naming import place_name

    return one.name or place_name([one.region] if one.region else [])


def _attacks(rows: ReportRows, asked: Asked, days: Days) -> Iterator[Chart]:
    from diary.charts.kinds_figure import KindsFigure
    from diary.charts.kinds_picture import attacks_picture
    from diary.insight.findings.attacks import attacks

    wide, since, until = rows.wide, asked.since.toordinal(), asked.until.toordinal()
    told = attacks(days.rows, days.series, wide.ends, since=since, until=until)
    drawn = attacks_picture(told, span_words) if told is not None else None
    if told is not None and drawn is not None:
        yield sheet_chart(
            "charts.attacks",
            say("annex.charts.attacks"),
            sentences(
                say("annex.sentence", words=say_n("kinds.attacks_total", told.total)) if told.n else "",
                say_n("kinds.attacks_n", told.days, some=told.n),
                say_n("kinds.flares", told.flares, days=told.days_with_flares) if told.flares else "",
            ),
            say("kinds.attacks_how"),
            [[one.monday, one.attacks, one.n, one.flares] for one in told.weeks],
            KindsFigure,
            drawn,
        )


def _use(rows: ReportRows, asked: Asked, days: Days) -> Iterator[Chart]:
    from diary.charts.kinds_figure import KindsFigure
    from diary.charts.kinds_picture import use_name, use_picture
    from diary.insight.findings.use import use

    wide, since, until = rows.wide, asked.since.toordinal(), asked.until.toordinal()
    today = asked.today.toordinal()
    used = use(wide.treatments, wide.doses, days.rows.answers, since=since, until=until, today=today)
    shown = use_picture(used, span_words) if used is not None else None
    if used is not None and shown is not None:
        months = used.together.months
        yield sheet_chart(
            "charts.use",
            say("annex.charts.use"),
            say_n(
                "annex.charts.use_said",
                sum(one.answered for one in months),
                some=sum(one.days for one in months),
            ),
            say("kinds.use_how"),
            [
                [use_name(one), [[m.days, m.answered, m.doses] for m in one.months]]
                for one in (used.together, *used.medicines)
            ],
            KindsFigure,
            shown,
        )
