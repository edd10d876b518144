"""A report from a real diary: its days, what was ticked, its code, and the words of its first page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from diary.errors import DiaryError
from diary.exchange.demo import demo
from diary.exchange.report.choices import ALL_PARTS, Annex, Audience, Paper, ReportChoices, from_plain, preset
from diary.exchange.report.data import Note, canonical, content_hash
from diary.exchange.report.gather import default_period, gather
from diary.exchange.report.typeset import typeset
from diary.models.care import DoseStep, Treatment
from diary.models.codes import AuthorRole, EntryKind, TreatmentKind, Use
from diary.models.moments import Moment
from diary.models.records import Author, GivenReport, Person, Reading, Replace
from diary.models.rough import Rough
from diary.models.story import Consult, Question
from diary.storage.diary import Diary
from diary.wording import say
from tests.exchange.report_days import TODAY, Written, day_entry, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MONTH = ReportChoices(since=TODAY - timedelta(days=29), until=TODAY)
LONG = "Extraordinarily long name of a medicine " * 8


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """An empty diary that a test writes in."""
    made = Written(tmp_path / "diary.sqlite3")
    yield made
    made.diary.close()


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    """The sample of ten years."""
    path = tmp_path_factory.mktemp("ten") / "sample.sqlite3"
    demo(path, days=3650)
    diary = Diary(path)
    yield diary
    diary.close()


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    """The sample of ninety days with forty more medicines, every other one with a name of 300 letters."""
    path = tmp_path_factory.mktemp("forty") / "sample.sqlite3"
    demo(path, days=90)
    diary = Diary(path)
    steps = []
    for at in range(40):
        name = f"{LONG[:290]} {at}" if at % 2 else f"Medicine {at}"
        use = Use.REGULAR if at % 3 else Use.AS_NEEDED
        began = Rough.of(diary.today() - timedelta(days=80 - at))
        treatment = Treatment(
            uid=f"t{at}", name=name, kind=TreatmentKind.MEDICINE, use=use, started=began, position=100 + at
        )
        step = DoseStep(uid=f"s{at}", treatment=f"t{at}", since=began, amount=10 + at, unit="mg")
        steps += [Replace(before=None, after=treatment), Replace(before=None, after=step)]
    diary.apply(steps)
    yield diary
    diary.close()


def first_page(diary: Diary, choices: ReportChoices) -> str:
    pdf = typeset(gather(diary, choices), diary.now())
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


# --- the reader's sixty seconds


@pytest.mark.parametrize("which", ["ten_years", "forty"])
@pytest.mark.parametrize("days", [90, 3649])
def test_page_one_has_at_most_450_words_and_figures_and_120_above_the_trend(
    request: pytest.FixtureRequest, which: str, days: int
) -> None:
    diary: Diary = request.getfixturevalue(which)
    choices = ReportChoices(since=diary.today() - timedelta(days=days), with_name=True)
    report = gather(diary, choices)
    words = first_page(diary, choices)
    above = words.partition(report.data.page.trend.title)[0]
    assert len(words.split()) <= 450
    assert 20 < len(above.split()) <= 120
    for part in (report.data.page.helped, report.data.page.questions):
        assert part is not None
        assert part.title in words


def test_the_sample_of_ten_years_shows_every_part_on_its_first_page(ten_years: Diary) -> None:
    choices = ReportChoices(since=ten_years.today() - timedelta(days=89))
    page = gather(ten_years, choices).data.page
    words = first_page(ten_years, choices)
    shown = (page.since, page.complete, page.where, page.helped, page.tried, page.function)
    for part in (*shown, page.conditions, page.questions):
        assert part is not None
        assert part.title in words, part.title
    assert page.questions is not None
    assert all(one.words in " ".join(words.split()) for one in page.questions.lines)


# --- the days


def test_the_report_begins_with_the_last_visit_else_after_the_last_report_else_ninety_days_ago() -> None:
    given = GivenReport(
        uid="g",
        given=Moment.parse("2026-10-01T10:00:00+02:00"),
        since=date(2026, 9, 1),
        until=date(2026, 10, 1),
    )
    visit = Consult(uid="c", day=date(2026, 8, 25))
    assert default_period([], [], TODAY) == (TODAY - timedelta(days=89), TODAY, None)
    assert default_period([], [given], TODAY) == (date(2026, 10, 2), TODAY, None)
    assert default_period([visit], [given], TODAY) == (visit.day, TODAY, visit)
    coming = replace(visit, day=TODAY)
    assert default_period([coming], [], TODAY) == (TODAY - timedelta(days=89), TODAY, None)


def test_a_period_that_runs_backwards_or_lies_ahead_is_refused_in_words(written: Written) -> None:
    with pytest.raises(DiaryError, match="first day"):
        gather(written.diary, replace(MONTH, since=TODAY, until=TODAY - timedelta(days=1)))
    with pytest.raises(DiaryError, match="has not come yet"):
        gather(written.diary, ReportChoices(since=TODAY + timedelta(days=1)))


def test_a_diary_without_an_entry_still_has_a_page(written: Written) -> None:
    words = first_page(written.diary, ReportChoices(annex=tuple(Annex)))
    assert say("report.no_entries") in words


# --- what was ticked


def test_nothing_about_the_person_is_said_unless_ticked(written: Written) -> None:
    written.write(Person(uid="p", name="Anna Berg", born=date(1968, 3, 4)), on=TODAY)
    assert "Anna" not in repr(gather(written.diary, MONTH).data)
    assert "1968" not in repr(gather(written.diary, MONTH).data)
    ticked = gather(written.diary, replace(MONTH, with_name=True, with_born=True, to="Pain clinic"))
    told = " ".join(ticked.data.page.head.who)
    assert "Anna Berg" in told
    assert "4 Mar 1968" in told
    assert "Pain clinic" in told
    assert ticked.author == ""
    assert gather(written.diary, replace(MONTH, with_author=True)).author == "Anna Berg"


def test_private_places_stay_out_of_page_and_annex_until_ticked(written: Written) -> None:
    regions = ("genitals_L", "genitals_R")
    days = [day_entry(ago, places=(place(f"p{ago}", 7, regions=regions),)) for ago in range(12)]
    written.write(*days, on=TODAY)
    choices = replace(MONTH, annex=tuple(Annex))
    assert "genital" not in repr(gather(written.diary, choices).data).lower()
    assert "genital" in repr(gather(written.diary, replace(choices, with_private=True)).data).lower()


def test_own_words_of_flares_and_doses_and_names_of_helpers_stay_out_until_ticked(written: Written) -> None:
    hers = Author(uid="anna", role=AuthorRole.PARTNER, name="Annabella")
    at = Moment.parse(f"{TODAY}T10:00:00+01:00[Europe/Berlin]")
    flare = replace(
        day_entry(0, None),
        uid="f",
        kind=EntryKind.MOMENT,
        at=at,
        doing="QUARREL",
        helped="QUIET",
        readings=(Reading(measure="pain_now", value=8.0),),
    )
    began = Rough.of(TODAY - timedelta(days=9))
    treatment = Treatment(
        uid="t",
        name="Pregabalin",
        kind=TreatmentKind.MEDICINE,
        use=Use.REGULAR,
        started=began,
        stopped=Rough.of(TODAY - timedelta(days=2)),
        stop_words="SECRETSTOP",
    )
    step = DoseStep(uid="s", treatment="t", since=began, amount=75, unit="mg", reason="SECRETWHY")
    written.write(hers, on=TODAY)
    written.write(replace(day_entry(1), author="anna"))
    written.write(flare, treatment, step, day_entry(0), on=TODAY)
    choices = replace(MONTH, annex=tuple(Annex))
    said = repr(gather(written.diary, choices).data)
    for secret in ("QUARREL", "QUIET", "SECRETSTOP", "SECRETWHY", "Annabella"):
        assert secret not in said
    assert "partner" in said
    told = repr(gather(written.diary, replace(choices, with_words=True, with_name=True)).data)
    for secret in ("QUARREL", "QUIET", "SECRETSTOP", "SECRETWHY", "Annabella"):
        assert secret in told, secret


def test_every_annex_of_a_few_days_or_of_days_without_an_entry_can_be_made(ten_years: Diary) -> None:
    last = ten_years.today()
    for ago, days in ((0, 1), (55, 2), (30, 9)):
        until = last - timedelta(days=ago)
        choices = ReportChoices(since=until - timedelta(days=days - 1), until=until, annex=tuple(Annex))
        report = gather(ten_years, choices)
        assert report.data.page.complete.title
        for draw in report.drawings.values():
            assert draw().lstrip().startswith(("<svg", "<?xml"))


def test_only_ticked_notes_are_printed_and_word_for_word(written: Written) -> None:
    note = "Like *fire*, #not a heading\nand a second line"
    written.write(day_entry(1, note=note))
    written.write(day_entry(0, note="not for others"))
    choices = replace(MONTH, annex=tuple(Annex), notes=("day-1", "gone"))
    data = gather(written.diary, choices).data
    assert note in [block.words for part in data.annex for block in part.blocks if isinstance(block, Note)]
    assert "not for others" not in repr(data)


def test_what_is_not_ticked_is_not_on_the_page(ten_years: Diary) -> None:
    choices = ReportChoices(since=ten_years.today() - timedelta(days=89), parts=())
    page = gather(ten_years, choices).data.page
    assert {page.since, page.where, page.helped, page.tried, page.function} == {None}
    assert {page.conditions, page.questions} == {None}
    assert page.complete.lines


def test_ones_own_questions_for_the_visit_stand_word_for_word(written: Written) -> None:
    asked = Question(uid="q", text="Can I lower it?", asked=TODAY)
    done = Question(uid="d", text="Answered long ago", asked=TODAY, done=True)
    written.write(day_entry(0))
    written.write(asked, done, on=TODAY)
    found = gather(written.diary, MONTH).data.page.questions
    assert found is not None
    assert [one.words for one in found.lines] == ["Can I lower it?"]


def test_each_audience_has_its_usual_parts_and_keeps_days_and_private_ticks() -> None:
    mine = replace(MONTH, with_name=True, notes=("n",))
    gp = preset(mine, Audience.GP)
    assert (gp.since, gp.with_name, gp.notes) == (MONTH.since, True, ("n",))
    assert gp.parts == ALL_PARTS
    assert Annex.TREATMENTS in gp.annex
    assert Annex.NOTES not in preset(mine, Audience.MYSELF).annex
    assert Annex.NERVES not in preset(mine, Audience.MYSELF).annex


def test_choices_come_back_from_their_plain_values_and_what_is_off_is_named() -> None:
    full = replace(
        preset(MONTH, Audience.PAIN_CLINIC), paper=Paper.LETTER, large_print=True, notes=("a", "b")
    )
    assert from_plain(json.loads(json.dumps(full.plain()))) == full
    assert from_plain({}) == ReportChoices()
    for field, value in (
        ("paper", "a3"),
        ("with_name", "yes"),
        ("annex", ["x"]),
        ("since", "soon"),
        ("to", 3),
    ):
        with pytest.raises(ValueError, match=field):
            from_plain({field: value})
    with pytest.raises(ValueError, match="colour"):
        from_plain({"colour": 1})


# --- the code, the sample, letters


def test_the_code_is_that_of_the_canonical_data_and_moves_with_it(written: Written) -> None:
    written.write(day_entry(1, 5))
    choices = replace(MONTH, annex=tuple(Annex))
    data = gather(written.diary, choices).data
    assert content_hash(data) == content_hash(gather(written.diary, choices).data)
    assert json.loads(canonical(data)) == json.loads(json.dumps(data.plain()))
    assert content_hash(gather(written.diary, replace(choices, paper=Paper.LETTER)).data) != content_hash(
        data
    )
    written.write(day_entry(0, 6))
    assert content_hash(gather(written.diary, choices).data) != content_hash(data)


def test_a_sample_says_on_its_report_that_the_person_is_made_up(ten_years: Diary, written: Written) -> None:
    assert gather(written.diary, MONTH).data.page.head.sample == ""
    assert say("report.sample") in first_page(ten_years, ReportChoices())


def test_letters_that_cannot_be_printed_are_named_not_left_as_boxes(written: Written) -> None:
    written.write(Person(uid="p", name="疼痛 Anna 😀"), day_entry(0), on=TODAY)
    page = gather(written.diary, replace(MONTH, with_name=True)).data.page
    assert "[…] Anna 😀" in page.head.who[0]
    assert say("report.letters") in page.limits
    assert "[…] Anna" in first_page(written.diary, replace(MONTH, with_name=True))
