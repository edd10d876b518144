"""What a place says to those who do not see it: region, qualities, severity, share."""

from __future__ import annotations

from diary.anatomy.figure import Drawn
from diary.anatomy.states import region_states


def test_a_place_says_quality_severity_and_share() -> None:
    calf = Drawn(area="a", regions=("calf_back_outer_L",), qualities=("burning",), severity=6)
    assert region_states([calf], {"calf_back_outer_L": 0.8}) == {"calf_back_outer_L": "burning 6, 80 percent"}


def test_the_first_two_qualities_are_said() -> None:
    foot = Drawn(area="a", regions=("heel_L",), qualities=("tingling", "touch", "cold"), severity=4)
    assert region_states([foot], {}) == {"heel_L": "tingling, touch hurts, pain 4"}


def test_absent_severity_is_not_said_as_zero() -> None:
    numb = Drawn(area="a", regions=("heel_L",), qualities=("numbness",))
    none = Drawn(area="b", regions=("heel_R",), severity=0)
    assert region_states([numb, none], {}) == {"heel_L": "numbness", "heel_R": "severity 0"}


def test_a_place_without_any_answer_is_marked() -> None:
    assert region_states([Drawn(area="a", regions=("heel_L",))], {"heel_L": 1}) == {
        "heel_L": "marked, 100 percent"
    }


def test_what_was_carried_over_is_said_to_be_unconfirmed() -> None:
    carried = Drawn(area="a", regions=("heel_L",), qualities=("burning",), carried=True)
    assert region_states([carried], {}) == {"heel_L": "carried over, not confirmed"}


def test_an_own_word_is_said_as_it_was_written() -> None:
    own = Drawn(area="a", regions=("heel_L",), qualities=("Ameisen laufen",), severity=3)
    assert region_states([own], {}) == {"heel_L": "Ameisen laufen 3"}


def test_places_that_overlap_are_both_said() -> None:
    one = Drawn(area="a", regions=("heel_L", "heel_R"), qualities=("burning",), severity=6)
    other = Drawn(area="b", regions=("heel_L",), qualities=("numbness",))
    states = region_states([one, other], {"heel_L": 0.455})
    assert states == {"heel_L": "burning 6; numbness, 46 percent", "heel_R": "burning 6"}
