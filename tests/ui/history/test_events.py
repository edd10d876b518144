"""History shows all that has a day: listed with the entries, chosen by kind, opened where it is edited."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from diary.insight.instruments import instrument
from diary.models.care import Dose, DoseStep, Procedure, Relief, Session, SideEffect, Treatment
from diary.models.codes import Effect, Lateness, Noun, ProcedureKind, SessionKind, Unit, Use
from diary.models.history import EventRow, What
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.moments import Moment
from diary.models.records import Author, Erased, GivenExport, Record, Replace
from diary.models.rough import Rough
from diary.models.story import Answer, Attribution, Consult, LifeEvent, Response
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.history.event_words import ICONS, event_line, event_said, event_spoken, event_when
from diary.ui.history.page import HistoryPage
from diary.ui.icons import svg
from diary.wording import say
from tests.ui.history.conftest import TODAY, WED, Clock, entry, fill, refreshed, show

AT = Moment.parse("2026-11-22T08:10:00+01:00[Europe/Berlin]")


def keep(store: Store, *records: Record) -> None:
    store.diary.apply([Replace(before=None, after=one) for one in records])


def several() -> list[Record]:
    return [
        Treatment(uid="tram", name="Tramadol", use=Use.AS_NEEDED, started=Rough.of(WED)),
        Dose(uid="dose", treatment="tram", day=TODAY, at=AT, amount=50, unit=Unit.MG, note="After the walk"),
        Dose(uid="late", treatment="tram", day=WED, amount=200, unit=Unit.UG),
        DoseStep(uid="step", treatment="tram", since=Rough.of(WED), amount=50, unit=Unit.MG),
        SideEffect(uid="effect", day=TODAY, name="Dizzy", severity=4),
        Session(uid="session", kind=SessionKind.TENS, day=WED, minutes=30),
        Procedure(uid="block", kind=ProcedureKind.BLOCK, when=Rough.of(WED)),
        Consult(uid="visit", day=WED, clinician="Dr Mills"),
        LifeEvent(uid="moved", text="Moved house", when=Rough.of(WED)),
    ]


def words(page: HistoryPage) -> str:
    shown = page.entry._scroll.widget()
    assert shown is not None
    return "\n".join(label.text() for label in shown.findChildren(QLabel))


def listed(page: HistoryPage) -> list[str]:
    return [page.list.model.uid(at) for at in range(page.list.model.rowCount())]


@pytest.fixture
def filled(page: HistoryPage, store: Store, qtbot: Any) -> HistoryPage:
    """The page over two days with entries and records of most kinds."""
    fill(store, entry(TODAY, values={"pain_worst": 5}), entry(WED, values={"pain_worst": 7}))
    keep(store, *several())
    show(page, qtbot)
    return page


def test_records_stand_under_the_entries_of_their_day(filled: HistoryPage) -> None:
    keys = listed(filled)
    assert keys[0] == f"day-{TODAY}"
    assert set(keys[1:3]) == {"dose:dose", "side_effect:effect"}
    assert keys[3] == f"day-{WED}"
    assert set(keys[4:]) == {
        "dose:late",
        "dose_step:step",
        "start:tram",
        "session:session",
        "procedure:block",
        "consult:visit",
        "life_event:moved",
    }
    assert filled.list.title.text() == "2 entries, 9 more"


def test_the_first_look_is_at_an_entry(filled: HistoryPage) -> None:
    assert filled.entry.title.text() == "Sunday 22 November"
    assert filled.entry.shown is not None


def test_a_record_is_shown_and_opened_where_it_is_edited(filled: HistoryPage, qtbot: Any) -> None:
    filled._on_entry_opened("dose:dose")
    assert "Tramadol, 50 mg" in words(filled)
    assert "After the walk" in words(filled)
    assert "Sun 22 Nov, 08:10" in words(filled)
    assert filled.entry.delete.isHidden()
    with qtbot.waitSignal(filled.record_requested) as told:
        filled.entry.edit.click()
    assert told.args == [Noun.DOSE, "dose", {}]
    with qtbot.waitSignal(filled.erase_requested) as told:
        filled.entry.erase.click()
    assert told.args == [Noun.DOSE, "dose"]


def test_enter_on_a_record_opens_it_where_it_is_edited(filled: HistoryPage, qtbot: Any) -> None:
    assert filled.list.choose("dose:dose")
    with qtbot.waitSignal(filled.record_requested) as told:
        QTest.keyClick(filled.list.view, Qt.Key.Key_Return)
    assert told.args == [Noun.DOSE, "dose", {}]
    filled.list.choose(f"day-{WED}")
    with qtbot.assertNotEmitted(filled.record_requested):
        QTest.keyClick(filled.list.view, Qt.Key.Key_Return)


def test_a_start_opens_its_treatment(filled: HistoryPage, qtbot: Any) -> None:
    filled._on_entry_opened("start:tram")
    with qtbot.waitSignal(filled.record_requested) as told:
        filled.entry.edit.click()
    assert told.args == [Noun.TREATMENT, "tram", {}]


def test_an_entry_is_still_opened_as_a_day(filled: HistoryPage, qtbot: Any) -> None:
    filled._on_entry_opened("dose:dose")
    filled._on_entry_opened(f"day-{WED}")
    with qtbot.waitSignal(filled.edit_requested) as told:
        filled.entry.edit.click()
    assert told.args == [WED, ""]
    with qtbot.waitSignal(filled.erase_requested) as told:
        filled.entry.erase.click()
    assert told.args == [Noun.ENTRY, f"day-{WED}"]


def test_kinds_that_the_diary_holds_can_be_chosen(filled: HistoryPage) -> None:
    offered = filled.filters.kind.options
    assert {"dose", "side_effect", "session", "procedure", "consult", "life_event", "plan"} <= set(offered)
    assert not {"response", "attainment"} & set(offered)
    filled.filters.kind.choose("consult")
    assert listed(filled) == ["consult:visit"]
    assert filled.list.title.text() == "1 found"
    assert "Dr Mills" in words(filled)


def test_starts_stops_and_steps_are_one_choice(filled: HistoryPage) -> None:
    filled.filters.kind.choose("plan")
    assert set(listed(filled)) == {"start:tram", "dose_step:step"}


def test_days_nights_and_flares_show_entries_alone(filled: HistoryPage) -> None:
    filled.filters.kind.choose("day")
    assert listed(filled) == [f"day-{TODAY}", f"day-{WED}"]


def test_the_month_marks_days_with_records_of_the_chosen_kind(filled: HistoryPage) -> None:
    assert "2 more records" in filled.month.grid.words(TODAY)
    filled.filters.kind.choose("consult")
    assert "more record" not in filled.month.grid.words(TODAY)
    assert "1 more record" in filled.month.grid.words(WED)


def test_words_find_records_too(filled: HistoryPage, qtbot: Any) -> None:
    filled.filters.search.setText("walk")
    filled.filters.search.returnPressed.emit()
    assert listed(filled) == ["dose:dose"]
    assert "After the walk" in words(filled)


def test_what_was_written_late_and_by_whom_is_said(
    store: Store, tmp_path: Any, theme: Any, qtbot: Any
) -> None:
    keep(store, Author(uid="anna", name="Anna"))
    path = store.path
    store.close()
    other = Diary(path, clock=Clock(), author="anna")
    other.apply([Replace(before=None, after=one) for one in several()])
    other.close()
    again = Store(path, Looks(tmp_path / "looks.ini"))
    again.open_now(lambda where: Diary(where, clock=Clock()))
    page = HistoryPage(again)
    qtbot.addWidget(page)
    show(page, qtbot)
    page._on_entry_opened("session:session")
    assert "by Anna" in words(page)
    at = page.list.model.place_of("session:session")
    assert at is not None
    assert "Anna" in str(page.list.model.data(page.list.model.index(at, 0)))
    assert "more than 3 days later" in words(page)
    page._on_entry_opened("life_event:moved")
    assert "later" not in words(page)
    again.close()


def test_a_diary_of_records_alone_is_not_empty(page: HistoryPage, store: Store, qtbot: Any) -> None:
    keep(store, SideEffect(uid="effect", day=TODAY, name="Dizzy", severity=4))
    show(page, qtbot)
    assert page.columns.isVisible()
    assert "Dizzy, 4 of 10" in words(page)


def test_a_day_of_records_alone_comes_into_sight(filled: HistoryPage, store: Store, qtbot: Any) -> None:
    old = TODAY - timedelta(days=300)
    keep(store, *(SideEffect(uid=f"e{n}", day=old, name="Dizzy", severity=n % 10) for n in range(40)))
    filled._refresh()
    filled.show_day(old)
    at = filled.list.model.place_of_day(old)
    assert at is not None
    assert filled.list.view.visualRect(filled.list.model.index(at, 0)).top() >= 0
    assert filled.entry.record.isVisible()


def test_a_record_deleted_elsewhere_leaves_the_list(filled: HistoryPage, store: Store, qtbot: Any) -> None:
    filled._on_entry_opened("side_effect:effect")
    from diary.storage.life_queries import one_of

    effect = store.ask(one_of, SideEffect, "effect")
    store.save([Replace(before=effect, after=None)], text="gone")
    refreshed(filled, qtbot)
    assert "side_effect:effect" not in listed(filled)
    assert "Dizzy" not in words(filled)


def row(what: What, **fields: Any) -> EventRow:
    plain = EventRow(what, 1, "u", TODAY.toordinal(), "Tramadol", "", None, "", None, "", *WRITTEN)
    return plain._replace(**fields)


WRITTEN = (str(Lateness.SAME_DAY), False, "me", "2026-11-22T08:00:00+01:00")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (row(What.DOSE, amount=50.0, unit="mg"), "Tramadol, 50 mg"),
        (row(What.DOSE, amount=200.0, unit="ug"), "Tramadol, 200 µg"),
        (row(What.DOSE, amount=0.0, unit="mg"), "Tramadol, none of it"),
        (row(What.DOSE), "Tramadol"),
        (row(What.SIDE_EFFECT, name="Dizzy", amount=4), "Dizzy, 4 of 10"),
        (row(What.SESSION, name="", code="tens", amount=30), "TENS, 30 min"),
        (row(What.SESSION, name="Sauna", code="other"), "Sauna"),
        (row(What.PROCEDURE, name="", code="block"), "Nerve block"),
        (row(What.CONSULT, name=""), "without a name"),
        (row(What.RESPONSE, name="", code="peg"), "PEG"),
        (row(What.RESPONSE, name="", code="unknown"), "unknown"),
        (row(What.START), "Tramadol"),
    ],
)
def test_a_record_says_what_it_holds(told: EventRow, said: str) -> None:
    assert said in event_said(told)


def test_a_line_holds_the_note_and_time_and_lateness_are_said() -> None:
    told = row(What.DOSE, at=str(AT), note="After\nthe walk", lateness=str(Lateness.MEMORY))
    assert event_line(told) == "Tramadol. After the walk"
    assert event_when(told, TODAY) == "Sun 22 Nov, 08:10"
    assert "more than 3 days later" in event_spoken(told, TODAY)
    assert event_when(told, date(2027, 1, 1)).startswith("Sun 22 Nov 2026")


def test_every_kind_has_a_sign_that_can_be_painted(theme: Any) -> None:
    from PySide6.QtCore import QRectF

    from diary.ui.history.cells import paint_event

    assert set(ICONS) == set(What)
    for what in What:
        image = QImage(44, 44, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        before = image.copy()
        painter = QPainter(image)
        paint_event(painter, theme, QRectF(0, 0, 44, 44), row(what))
        painter.end()
        assert image != before


def test_what_was_given_or_erased_is_told_and_opens_nothing(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    keep(
        store,
        Erased(uid="gone", of=Noun.ENTRY, record="e", at=AT, day=WED),
        GivenExport(uid="export", given=AT, form="csv", name="all.csv"),
    )
    show(page, qtbot)
    assert listed(page) == ["given_export:export", "erased:gone"]
    page._on_entry_opened("erased:gone")
    assert "Something about 18 November 2026 was erased on 22 November 2026." in words(page)
    assert page.entry.edit.isHidden()
    assert page.entry.erase.isHidden()
    with qtbot.assertNotEmitted(page.record_requested):
        page._on_entered("erased:gone")


def test_answers_about_relief_and_factors_are_said_in_words(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    keep(
        store,
        Treatment(uid="tram", name="Tramadol"),
        Dose(uid="dose", treatment="tram", day=TODAY),
        Relief(uid="relief", dose="dose", after_min=30, pain=4, at=AT),
        Attribution(uid="said", day=TODAY, factor="stress", effect=Effect.WORSE),
    )
    show(page, qtbot)
    page._on_entry_opened("relief:relief")
    assert "Tramadol, pain 4 of 10, after 30 min" in words(page)
    with qtbot.waitSignal(page.record_requested) as told:
        page.entry.edit.click()
    assert told.args == [Noun.RELIEF, "relief", {}]
    page._on_entry_opened("attribution:said")
    assert "worse" in words(page)


@pytest.mark.parametrize("what", list(What))
def test_every_kind_has_a_name_and_a_sign(what: What) -> None:
    assert say(f"everything.{what}")
    assert svg(ICONS[what], "#000000")


def test_the_card_tells_all_that_a_record_says(page: HistoryPage, store: Store, qtbot: Any) -> None:
    block = Procedure(
        uid="block", kind=ProcedureKind.BLOCK, when=Rough.of(WED), site="Left ankle", by="Dr Mills"
    )
    items = instrument("peg").items
    answers = tuple(Answer(item=one.code, value=4) for one in items)
    peg = Response(
        uid="peg",
        instrument="peg",
        version=instrument("peg").version,
        language="en",
        day=TODAY,
        at=AT,
        since=WED,
        until=TODAY,
        answers=answers,
    )
    keep(store, block, peg)
    show(page, qtbot)
    rows = {page.list.model.uid(at).rpartition(":")[2]: page.list.model.uid(at) for at in range(2)}
    page._on_entry_opened(rows["block"])
    assert "Left ankle" in words(page)
    assert "Dr Mills" in words(page)
    page._on_entry_opened(rows["peg"])
    assert "4" in words(page)
    assert len(words(page).splitlines()) >= 2 + len(items)


@pytest.mark.parametrize(
    ("form", "words"), [("tablet", "1 tablet"), ("capsule", "1 capsule"), ("", "1 piece")]
)
def test_an_amount_is_said_by_what_the_medicine_comes_as(form: str, words: str) -> None:
    row = EventRow(What.DOSE, 1, "d", 1, "Tramadol", form, 1, "pieces", None, "", "same_day", False, "p", "")
    assert event_said(row) == f"Tramadol, {words}"


def test_a_question_to_the_numbers_and_a_trial_are_told(page: HistoryPage, store: Store, qtbot: Any) -> None:
    link = LinkQuestion(uid="link", factor="stress", outcome="pain_average", lag=1, asked=TODAY)
    trial = Trial(
        uid="socks",
        name="Socks at night",
        a="wool socks",
        b="no socks",
        outcome="pain_average",
        order=("AB", "BA", "AB"),
        block_days=3,
        wash_out_days=0,
        start=TODAY,
        planned=TODAY,
        seed=1,
    )
    keep(store, link, trial)
    show(page, qtbot)
    page._on_entry_opened("link_question:link")
    assert "and Average pain" in words(page)
    assert "Days between: 1" in words(page)
    page._on_entry_opened("trial:socks")
    assert "Socks at night" in words(page)
    assert "wool socks" in words(page)
    assert not page.entry.edit.isVisible()
