"""The form page: every noun can be added, changed and deleted, and nothing typed is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from diary.models.care import Dose, DoseStep, Relief, SideEffect, Treatment
from diary.models.codes import CauseGroup, InFamily, Noun, StopReason, Told, Use
from diary.models.condition_list import LISTED, listed_in
from diary.models.moments import Moment
from diary.models.nouns import PLAIN
from diary.models.records import Replace
from diary.models.rough import Rough
from diary.models.story import Attainment, Condition, Consult, Goal, LifeEvent, Question, Site
from diary.ui.forms.choice_fields import LinkField
from diary.ui.forms.line_fields import DateField
from diary.ui.forms.specs import ASKS
from diary.ui.today.waiting import waiting
from tests.ui.forms.given import choose_unit, condition, given, kept, opener, press, set_number, type_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.forms.record_page import RecordPage

TODAY = date(2026, 11, 22)
GABAPENTIN = Treatment(uid="g", name="Gabapentin", started=Rough(2024, 3))
WHOLE: dict[Noun, Any] = {
    Noun.TREATMENT: GABAPENTIN,
    Noun.DOSE_STEP: DoseStep(uid="s", treatment="g", since=Rough(2024, 3), amount=300, unit="mg"),
    Noun.DOSE: Dose(uid="d", treatment="g", day=TODAY, amount=0.5, unit="scoops"),
    Noun.CONDITION: Condition(
        uid="c",
        label="Fabry disease",
        code="fabry",
        group=CauseGroup.INHERITED,
        told=Told.CLINICIAN,
        in_family=InFamily.YES,
    ),
    Noun.LIFE_EVENT: LifeEvent(uid="e", text="Fell off a ladder", when=Rough(2019, about=True)),
    Noun.SITE: Site(uid="p", name="My left foot", regions=("foot_top_L",), onset=Rough(2024, 3)),
    Noun.GOAL: Goal(uid="o", text="Walk to the lake", since=TODAY),
    Noun.CONSULT: Consult(uid="v", day=date(2027, 1, 4), clinician="Dr Lind"),
}


@pytest.mark.parametrize("noun", list(ASKS))
def test_every_form_asks_only_fields_of_its_record(noun: Noun) -> None:
    fields = set(PLAIN[noun].__dataclass_fields__) | {f"step_{one}" for one in DoseStep.__dataclass_fields__}
    assert {name for ask in ASKS[noun] for name in ask.names} <= fields


@pytest.mark.parametrize("noun", list(ASKS))
def test_every_form_opens_and_says_what_it_needs(page: RecordPage, noun: Noun) -> None:
    page.begin(noun)
    page.save.click()
    open_still = [name for name, row in page.form.rows.items() if row.problem.text()]
    assert open_still


@pytest.mark.parametrize("noun", list(WHOLE))
def test_a_record_shown_and_saved_untouched_is_the_same(store: Store, page: RecordPage, noun: Noun) -> None:
    given(store, *dict.fromkeys((GABAPENTIN, WHOLE[noun])))
    page.edit(noun, WHOLE[noun].uid)
    page.save.click()
    (found,) = kept(store, type(WHOLE[noun]))
    assert replace(found, written=None) == WHOLE[noun]


def test_a_new_medicine_and_its_first_dose_step_are_one_act(
    qtbot: QtBot, store: Store, page: RecordPage
) -> None:
    page.begin(Noun.TREATMENT)
    type_in(page, "name", "Gabapentin")
    type_in(page, "started", "about March 2024")
    type_in(page, "step_amount", "0,5")
    choose_unit(page, "step_amount", "scoops")
    type_in(page, "step_times", "3")
    with qtbot.waitSignal(page.done):
        page.save.click()
    (treatment,), (step,) = kept(store, Treatment), kept(store, DoseStep)
    assert (step.treatment, step.amount, step.unit, step.times) == (treatment.uid, 0.5, "scoops", 3.0)
    assert step.since == treatment.started == Rough(2024, 3, None, True)
    store.undo_stack.undo()
    assert not kept(store, Treatment)
    assert not kept(store, DoseStep)


def test_a_unit_of_the_list_is_kept_as_its_code(store: Store, page: RecordPage) -> None:
    page.begin(Noun.TREATMENT, {"use": Use.AS_NEEDED})
    type_in(page, "name", "Fentanyl")
    type_in(page, "usual", "100")
    choose_unit(page, "usual", "µg")
    page.save.click()
    (treatment,) = kept(store, Treatment)
    assert (treatment.use, treatment.usual, treatment.unit) == (Use.AS_NEEDED, 100.0, "ug")


def test_a_first_dose_without_a_date_asks_since_when_and_saves_nothing(
    store: Store, page: RecordPage
) -> None:
    page.begin(Noun.TREATMENT)
    type_in(page, "name", "Gabapentin")
    type_in(page, "step_amount", "300")
    page.save.click()
    assert "Which unit" in page.form.rows["step_amount"].problem.text()
    choose_unit(page, "step_amount", "mg")
    page.save.click()
    assert "2019" in page.form.rows["started"].problem.text()
    assert page.form.rows["step_times"].problem.text()
    assert not kept(store, Treatment)


def test_a_treatment_is_stopped_with_its_date_and_reasons(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.edit(Noun.TREATMENT, "g")
    assert page.form.rows["stop_reasons"].isHidden()
    type_in(page, "stopped", "2.11.2026")
    press(page, "stop_reasons", "no_effect", "cost")
    page.save.click()
    (treatment,) = kept(store, Treatment)
    assert treatment.stopped == Rough(2026, 11, 2)
    assert treatment.stop_reasons == (StopReason.NO_EFFECT, StopReason.COST)


def test_a_rule_of_the_record_is_told_beside_its_field(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.edit(Noun.TREATMENT, "g")
    type_in(page, "stopped", "2020")
    page.save.click()
    assert page.form.rows["stopped"].problem.text()
    type_in(page, "stopped", "2025")
    assert not page.form.rows["stopped"].problem.text()


def test_an_unclear_date_is_told_and_stays_as_typed(page: RecordPage) -> None:
    page.begin(Noun.LIFE_EVENT)
    type_in(page, "text", "Fell")
    type_in(page, "when", "when it rained")
    page.save.click()
    row = page.form.rows["when"]
    assert isinstance(row.field, DateField)
    assert row.problem.text()
    assert row.field.edit.text() == "when it rained"


def test_how_a_condition_is_known_has_to_be_said(store: Store, page: RecordPage) -> None:
    page.begin(Noun.CONDITION)
    field = condition(page)
    field.groups.chips["disease"].click()
    field.picks[CauseGroup.DISEASE].chips["shingles"].click()
    page.save.click()
    assert page.form.rows["told"].problem.text()
    press(page, "told", "belief")
    page.save.click()
    (found,) = kept(store, Condition)
    assert (found.label, found.code, found.group, found.told) == (
        "Shingles",
        "shingles",
        CauseGroup.DISEASE,
        Told.BELIEF,
    )
    assert found.in_family is None


def test_a_condition_written_over_becomes_the_persons_own_words(page: RecordPage) -> None:
    page.begin(Noun.CONDITION)
    field = condition(page)
    field.groups.chips["disease"].click()
    field.picks[CauseGroup.DISEASE].chips["shingles"].click()
    field.words.setText("Shingles on the face")
    field.words.textEdited.emit("")
    assert field.values() == {"label": "Shingles on the face", "code": None, "group": CauseGroup.DISEASE}


@pytest.mark.parametrize("pressed", ["", "unknown"])
def test_a_condition_in_own_words_needs_no_group(store: Store, page: RecordPage, pressed: str) -> None:
    page.begin(Noun.CONDITION)
    field = condition(page)
    assert list(field.groups.chips)[-1] == "unknown"
    if pressed:
        field.groups.chips[pressed].click()
        assert field.picks[CauseGroup.UNKNOWN].isHidden()
    field.words.setText("Burning hands")
    field.words.textEdited.emit("")
    press(page, "told", "belief")
    page.save.click()
    (found,) = kept(store, Condition)
    assert (found.label, found.group) == ("Burning hands", CauseGroup.UNKNOWN)


def test_deleting_says_what_is_gone(store: Store, page: RecordPage, qtbot: QtBot) -> None:
    first: list[Treatment | Dose] = [
        Treatment(uid="t", name="Tramadol"),
        *(Dose(uid=f"d{n}", treatment="t", day=date(2026, 11, 2)) for n in range(20)),
    ]
    store.save([Replace(before=None, after=one) for one in first], text="Saved")
    page.edit(Noun.TREATMENT, "t")
    page.delete.click()
    assert page.asked is not None
    with qtbot.waitSignal(page.deleted) as told:
        page.asked.buttons["delete"].click()
    assert told.args == ["Tramadol deleted, with 20 doses."]


def test_every_group_of_causes_has_conditions_and_no_code_stands_twice() -> None:
    assert all(listed_in(group) for group in CauseGroup if group is not CauseGroup.UNKNOWN)
    assert len({one.code for one in LISTED}) == len(LISTED)
    assert {one.code for one in LISTED if one.own_pain} == {"fibromyalgia", "rheumatoid_arthritis", "lupus"}


def test_the_family_is_asked_about_for_inherited_conditions_only(page: RecordPage) -> None:
    page.begin(Noun.CONDITION)
    field = condition(page)
    field.groups.chips["injury"].click()
    assert page.form.rows["in_family"].isHidden()
    field.groups.chips["inherited"].click()
    assert not page.form.rows["in_family"].isHidden()


def test_a_dose_gets_another_time_on_its_own_day(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN, Dose(uid="d", treatment="g", day=TODAY, amount=1, unit="pieces"))
    page.edit(Noun.DOSE, "d")
    type_in(page, "at", "8.30")
    page.save.click()
    (dose,) = kept(store, Dose)
    assert dose.at is not None
    assert f"{dose.at.local:%Y-%m-%d %H:%M}" == "2026-11-22 08:30"


def test_a_dose_at_a_time_to_come_is_asked_about(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.begin(Noun.DOSE, {"treatment": "g"})
    type_in(page, "at", "23:00")
    page.save.click()
    assert "23:00" in page.form.rows["at"].problem.text()
    assert not kept(store, Dose)


def test_a_preset_is_shown_and_saved(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.begin(Noun.SIDE_EFFECT, {"treatment": "g", "day": date(2026, 11, 20)})
    type_in(page, "name", "Dizzy")
    set_number(page, "severity", 4)
    page.save.click()
    (effect,) = kept(store, SideEffect)
    assert (effect.name, effect.severity, effect.treatment, effect.day) == (
        "Dizzy",
        4,
        "g",
        date(2026, 11, 20),
    )


# --- what is typed is never lost


def test_what_was_typed_is_there_again_and_can_be_let_go(store: Store, page: RecordPage) -> None:
    page.begin(Noun.GOAL)
    type_in(page, "text", "Walk to the lake")
    page.leave()
    page.begin(Noun.LIFE_EVENT)
    assert page.waiting.isHidden()
    page.begin(Noun.GOAL)
    assert not page.waiting.isHidden()
    assert page.form.known()["text"] == "Walk to the lake"
    page.waiting.action_button.click()
    assert page.form.known()["text"] == ""
    assert store.draft("record:goal:new") is None


def test_saving_lets_go_of_the_draft(store: Store, page: RecordPage) -> None:
    page.begin(Noun.GOAL)
    type_in(page, "text", "Walk to the lake")
    page.drafting.keep_now()
    draft = store.draft("record:goal:new")
    assert draft is not None
    assert json.loads(draft.content)["text"] == "Walk to the lake"
    page.save.click()
    assert store.draft("record:goal:new") is None


def test_today_is_not_troubled_by_the_drafts_of_forms(store: Store, page: RecordPage) -> None:
    page.begin(Noun.GOAL)
    type_in(page, "text", "Walk to the lake")
    page.leave()
    assert waiting(store.drafts().values(), (), TODAY) is None


# --- deleting


def test_deleting_a_treatment_says_what_goes_and_undo_brings_all_back(store: Store, page: RecordPage) -> None:
    at = Moment.parse("2026-11-22T08:00:00+01:00")
    given(store, GABAPENTIN, WHOLE[Noun.DOSE_STEP], WHOLE[Noun.DOSE])
    given(store, Relief(uid="r", dose="d", after_min=60, pain=3, at=at))
    given(store, SideEffect(uid="x", day=TODAY, name="Dizzy", severity=3, treatment="g"))
    page.edit(Noun.TREATMENT, "g")
    page.delete.click()
    asked = page.asked
    assert asked is not None
    for part in ("Gabapentin", "1 step of the dose", "1 dose", "1 answer about relief", "Undo"):
        assert part in asked.text
    asked.buttons["delete"].click()
    assert not any(kept(store, kind) for kind in (Treatment, DoseStep, Dose, Relief))
    assert kept(store, SideEffect)[0].treatment is None
    store.undo_stack.undo()
    assert all(len(kept(store, kind)) == 1 for kind in (Treatment, DoseStep, Dose, Relief))
    assert kept(store, SideEffect)[0].treatment == "g"


def test_keeping_deletes_nothing(store: Store, page: RecordPage) -> None:
    given(store, WHOLE[Noun.GOAL], Attainment(uid="a", goal="o", day=TODAY, value=4))
    page.edit(Noun.GOAL, "o")
    page.delete.click()
    asked = page.asked
    assert asked is not None
    asked.buttons["keep"].click()
    assert kept(store, Goal)
    assert kept(store, Attainment)


def test_questions_of_a_deleted_visit_stay_for_the_next(store: Store, page: RecordPage) -> None:
    given(store, WHOLE[Noun.CONSULT], Question(uid="q", text="Why at night?", asked=TODAY, consult="v"))
    page.edit(Noun.CONSULT, "v")
    page.delete.click()
    asked = page.asked
    assert asked is not None
    asked.buttons["delete"].click()
    (question,) = kept(store, Question)
    assert question.consult is None


def test_a_record_that_is_gone_is_told_kindly(page: RecordPage) -> None:
    page.edit(Noun.GOAL, "nowhere")
    assert "Recent changes" in page.message.text


def test_steps_of_a_dose_open_from_their_treatment(qtbot: QtBot, store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN, WHOLE[Noun.DOSE_STEP])
    page.edit(Noun.TREATMENT, "g")
    with qtbot.waitSignal(page.record_requested) as asked:
        page.belonging.buttons[0].click()
    assert asked.args[:2] == [Noun.DOSE_STEP, "s"]
    with qtbot.waitSignal(page.record_requested) as asked:
        page.belonging.add_one.click()
    noun, uid, preset = asked.args
    page.begin(noun, preset)
    link: Any = page.form.rows["treatment"].field
    assert isinstance(link, LinkField)
    assert (uid, link.values()) == ("", {"treatment": "g"})


def test_a_step_added_from_its_treatment_leads_back_to_it(
    qtbot: QtBot, store: Store, page: RecordPage
) -> None:
    given(store, GABAPENTIN)
    page.record_requested.connect(opener(page))
    page.edit(Noun.TREATMENT, "g")
    page.belonging.add_one.click()
    assert page.noun is Noun.DOSE_STEP
    type_in(page, "since", "2025")
    type_in(page, "amount", "600")
    choose_unit(page, "amount", "mg")
    type_in(page, "times", "2")
    page.save.click()
    assert page.before is not None
    assert page.before.uid == "g"
    assert len(page.belonging.buttons) == 1
    with qtbot.waitSignal(page.done):
        page.leave()


def test_an_amount_may_be_half_a_tablet_with_its_unit_beside_it(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.begin(Noun.DOSE, {"treatment": "g"})
    type_in(page, "amount", "1/2 tablet")
    page.save.click()
    (dose,) = kept(store, Dose)
    assert (dose.amount, dose.unit) == (0.5, "pieces")


def test_times_a_day_take_a_number_and_no_unit(store: Store, page: RecordPage) -> None:
    given(store, GABAPENTIN)
    page.begin(Noun.DOSE_STEP, {"treatment": "g"})
    type_in(page, "times", "3 mg")
    page.save.click()
    assert page.form.rows["times"].problem.text()
    assert not kept(store, DoseStep)
