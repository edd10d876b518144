"""An answer about relief and what was said of a factor can be corrected, taken out and found for erasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.care import Dose, Relief, Treatment
from diary.models.codes import Effect, Noun
from diary.models.moments import Moment
from diary.models.story import Attribution
from tests.ui.forms.given import given, kept, opener, press, set_number
from tests.ui.today.given import TODAY

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.forms.record_page import RecordPage

AT = Moment.parse("2026-11-22T08:10:00+01:00")
RECORDS = (
    Treatment(uid="g", name="Tramadol"),
    Dose(uid="d", treatment="g", day=TODAY, at=AT, amount=50, unit="mg"),
    Relief(uid="r", dose="d", after_min=60, pain=3, at=AT),
)


def test_an_answer_about_relief_names_its_dose_and_is_corrected(store: Store, page: RecordPage) -> None:
    given(store, *RECORDS)
    page.edit(Noun.RELIEF, "r")
    assert page.form.rows["dose"].field.accessibleName() == "Dose: Tramadol, 50 mg, 22 November 2026, 08:10"
    press(page, "after_min", "120")
    set_number(page, "pain", 5)
    page.save.click()
    (found,) = kept(store, Relief)
    assert (found.dose, found.after_min, found.pain, found.at) == ("d", 120, 5, AT)


def test_an_answer_about_relief_is_reached_from_its_dose_and_deleted(store: Store, page: RecordPage) -> None:
    given(store, *RECORDS)
    page.record_requested.connect(opener(page))
    page.edit(Noun.DOSE, "d")
    (link,) = page.belonging.buttons
    assert link.text() == "pain 3 of 10, after 60 min"
    link.click()
    assert (page.noun, not page.erase.isHidden()) == (Noun.RELIEF, True)
    page.delete.click()
    assert page.asked is not None
    page.asked.buttons["delete"].click()
    assert kept(store, Relief) == []
    assert (page.noun, page.belonging.buttons) == (Noun.DOSE, [])


def test_an_answer_about_relief_can_be_given_later_from_its_dose(store: Store, page: RecordPage) -> None:
    given(store, *RECORDS[:2])
    page.record_requested.connect(opener(page))
    page.edit(Noun.DOSE, "d")
    page.belonging.add_one.click()
    press(page, "after_min", "0")
    set_number(page, "pain", 7)
    page.save.click()
    (found,) = kept(store, Relief)
    assert (found.dose, found.after_min, found.pain) == ("d", 0, 7)
    assert found.at == store.now()


def test_what_was_said_of_a_factor_is_corrected(store: Store, page: RecordPage) -> None:
    given(store, Attribution(uid="a", day=TODAY, factor="heat", effect=Effect.WORSE, entry=None))
    page.edit(Noun.ATTRIBUTION, "a")
    assert page.form.rows["factor"].field.accessibleName().startswith("Factor: ")
    press(page, "effect", "better")
    page.save.click()
    (found,) = kept(store, Attribution)
    assert (found.factor, found.day, found.effect) == ("heat", TODAY, Effect.BETTER)


def test_an_unchanged_answer_about_relief_is_the_same_when_saved(store: Store, page: RecordPage) -> None:
    given(store, *RECORDS)
    before = kept(store, Relief)
    page.edit(Noun.RELIEF, "r")
    page.save.click()
    assert kept(store, Relief) == before
