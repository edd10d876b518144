"""The comparison with nerve areas in the annex: off by itself, unsigned, and no diagnosis."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.exchange.report.annex import nerves
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Paragraph
from diary.models.codes import Limb
from diary.wording import catalogue

if TYPE_CHECKING:
    from .conftest import Care

FOOTER = "Textbook areas differ between books and people. This is not a diagnosis. Show it to your clinician."


def words(
    care: Care, *, regions: tuple[str, ...] = (), limb: Limb | None = None, private: bool = False
) -> list[str]:
    asked, rows = care.gathered(Annex.NERVES, with_private=private)
    areas = list(rows.period.areas)
    if regions:
        areas = [one._replace(regions=tuple((region, 1.0) for region in regions)) for one in areas]
    if limb:
        areas = [one._replace(limb=limb) for one in areas]
    rows = replace(rows, period=rows.period._replace(areas=areas))
    part, _ = nerves.part(rows, asked, rows.extra[Annex.NERVES])
    return [] if part is None else [one.words for one in part.blocks if isinstance(one, Paragraph)]


def test_a_drawing_is_counted_against_the_area_it_lies_in(care: Care) -> None:
    said = words(care)
    assert (
        "5 of your 5 marked areas lie in the usual skin area of the left ulnar nerve at or above the elbow; "
        "you marked 5 of the 6 areas listed for it."
    ) in said
    assert "These areas look alike on a map; only an examination can tell them apart." in said


def test_it_says_that_the_table_is_unsigned_which_days_it_is_about_and_what_it_is_not(care: Care) -> None:
    said = words(care)
    assert "unsigned" in said[0]
    assert "30 % or more of marked days, 24 Oct to 20 Nov 2026" in said[1]
    assert said[-1] == FOOTER
    assert "Pain, marked on 8 days" in said
    assert "Numbness, marked on 8 days" in said
    assert not any("Tingling" in one for one in said)


def test_private_regions_are_left_out_until_ticked(care: Care) -> None:
    assert "enital" not in " ".join(words(care))
    assert "enital" in " ".join(words(care, private=True))


def test_a_region_marked_on_few_days_is_not_part_of_the_drawing(care: Care) -> None:
    _, rows = care.gathered(Annex.NERVES)
    hand = [one for one in rows.period.areas if one.regions[0][0] != "genitals_L"]
    rare = hand[0]._replace(regions=(("heel_L", 1.0),))
    assert "heel_L" not in nerves.drawing([*hand, rare])
    assert "heel_L" in nerves.drawing([*hand[:3], rare])


def test_pain_in_joints_alone_is_not_compared_but_numbness_is(care: Care) -> None:
    said = words(care, regions=("knee_front_L", "knee_back_L"))
    at = said.index("Numbness, marked on 8 days")
    assert "This pain lies only in places such as joints, and is not compared." in said[:at]
    assert "joints" not in " ".join(said[at:])


def test_a_drawing_that_follows_no_area_is_said_to_be_common(care: Care) -> None:
    said = words(care, regions=("forehead_R", "heel_L", "abd_2_R", "thumb_p_L", "knee_back_R"))
    assert any(one.startswith("Your drawing does not follow one nerve area. That is common") for one in said)


def test_what_is_felt_in_a_missing_limb_is_not_compared(care: Care) -> None:
    assert words(care, limb=Limb.MISSING) == []


def test_where_it_is_switched_off_there_is_no_part(care: Care) -> None:
    asked, rows = care.gathered(Annex.NERVES)
    assert nerves.part(rows, asked, False) == (None, {})


def test_no_text_about_nerves_says_what_a_drawing_cannot_know() -> None:
    banned = re.compile(r"you have|caused by|indicates?|likely|probab|diagnos(?!is\. Show)", re.IGNORECASE)
    texts = {key: repr(text) for key, text in catalogue().items() if key.startswith("nerve.")}
    assert [key for key, text in texts.items() if banned.search(text)] == []
