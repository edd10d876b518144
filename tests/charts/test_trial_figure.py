"""The numbers behind the picture of a trial, and that it is drawn in every look and size."""

from __future__ import annotations

from datetime import date

import pytest

from diary.charts.palette import load
from diary.charts.style import print_style, screen_style
from diary.charts.trial_figure import TrialFigure
from diary.charts.trial_picture import StretchPicture, TrialPicture, trial_picture
from diary.insight.findings.days import days_of
from diary.insight.findings.trials import trial_finding
from diary.insight.period import MeasureNumbers, summarise
from diary.models.inquiry import Trial
from tests.insight.rows import MONDAY, period, value

DAYS = 40
TRIAL = Trial(
    uid="t",
    name="Socks",
    a="socks",
    b="none",
    outcome="pain_average",
    order=("AB", "BA", "AB"),
    block_days=5,
    wash_out_days=2,
    start=date.fromordinal(MONDAY),
    planned=date.fromordinal(MONDAY),
    seed=1,
)


def pictured(today: int) -> TrialPicture:
    """The picture on a day of the trial, whose pain is 6 with A and 2 with B."""
    letters = "".join(TRIAL.order)
    rows = [value(at, 6 if letters[at // 5] == "A" else 2) for at in range(min(today, 30))]
    whole = period(rows, DAYS)._replace(today=MONDAY + today)
    numbers: MeasureNumbers | None = summarise(whole).numbers("pain_average") if rows else None
    return trial_picture(trial_finding(TRIAL, days_of(whole)), numbers, "Average pain", MONDAY + today)


def test_each_stretch_has_its_mean_and_n_of_n_once_the_trial_is_over() -> None:
    picture = pictured(31)
    assert picture.over
    assert [(one.letter, one.pair, one.mean, one.n, one.days) for one in picture.stretches] == [
        ("A", 1, 6.0, 3, 3),
        ("B", 1, 2.0, 3, 3),
        ("B", 2, 2.0, 3, 3),
        ("A", 2, 6.0, 3, 3),
        ("A", 3, 6.0, 3, 3),
        ("B", 3, 2.0, 3, 3),
    ]
    counted = {dot.day - MONDAY for dot in picture.dots if str(dot.zone) == "before"}
    assert counted == {day for day in range(30) if day % 5 >= 2}


def test_no_value_is_in_the_picture_before_the_end() -> None:
    picture = pictured(12)
    assert picture.today == MONDAY + 12
    assert picture.dots == ()
    assert picture.stretches[0] == StretchPicture("A", MONDAY, MONDAY + 4, MONDAY + 2, 1)


@pytest.mark.parametrize("today", [0, 12, 31])
@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_it_is_drawn_in_every_look_and_small(today: int, look: str) -> None:
    style = print_style() if look == "print" else screen_style(load(look), 2.0)
    figure = TrialFigure(style, 300, 240)
    figure.show(pictured(today))
    wide, high = figure.pixels
    assert len(figure.draw().tobytes()) == wide * high * 4
    assert figure.plot.x >= 0
    assert figure.plot.x + figure.plot.width <= 300
