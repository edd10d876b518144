"""German words: the whole body has them, they are German, and they are said where German is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from diary.anatomy.limbs import large_parts
from diary.anatomy.regions import all_regions
from diary.models.codes import Quality
from diary.wording import TRANSLATED, catalogue, language, say, say_in, say_n

BANNED = re.compile(
    r"\b(nie|niemals|wir|uns(er\w*)?|Nutzer\w*|Patient\w*|verpasst|vergessen|gescheitert|sollte\w*|toll|super)\b|!",
    re.IGNORECASE,
)
WITH_SIDE = re.compile(r"\b(recht|link)(e|er|es|en|em|s)\b")
NOUNS = {
    "rechte": {
        "Stirn", "Wange", "Seite", "Schläfe", "Schulter", "Achselhöhle", "Handfläche", "Brust",
        "Leistenbeuge", "Gesäßhälfte", "Hüfte", "Kniekehle", "Wade", "Achillessehne", "Ferse", "Fußsohle",
    },
    "rechter": {
        "Oberarm", "Ellenbogen", "Unterarm", "Daumen", "Zeigefinger", "Mittelfinger", "Ringfinger", "kleiner",
        "Handrücken", "Oberbauch", "Unterbauch", "Oberschenkel", "Unterschenkel", "Innenknöchel",
        "Außenknöchel", "Fußrücken", "großer", "Fußballen",
    },
    "rechtes": {"Auge", "Ohr", "Kiefergelenk", "Handgelenk", "Knie"},
    "rechten": {"Ohr", "Fußes"},
}  # fmt: skip


def german(key: str) -> str | tuple[str, str]:
    """Return the German text of a key."""
    return texts()[key]


def texts() -> dict[str, str | tuple[str, str]]:
    """Return all German texts."""
    found: dict[str, str | tuple[str, str]] = {}
    for area in TRANSLATED["de"]:
        found.update(import_module(f"diary.wording.de.{area}").TEXTS)
    return found


def forms(text: str | tuple[str, str]) -> tuple[str, ...]:
    """Return the singular and plural, or the one form, of a text."""
    return text if isinstance(text, tuple) else (text,)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test choose the language of now, and be forgotten."""
    language.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    language.cache_clear()


def test_every_region_and_its_everyday_words_are_there_in_both_languages() -> None:
    keys = {f"region.{region}" for region in all_regions()}
    keys |= {f"region.also.{region.part}" for region in all_regions().values()}
    keys |= {f"limb.{limb}" for limb, _ in large_parts()} | {f"quality.{quality}" for quality in Quality}
    keys |= {key for key in catalogue() if key.startswith("region.")}
    assert keys <= set(texts())
    assert keys <= set(catalogue())


def test_no_german_text_is_without_an_english_one_of_the_same_kind() -> None:
    for key, text in texts().items():
        english = catalogue()[key]
        assert len(forms(text)) == len(forms(english)), key
        for one, other in zip(forms(text), forms(english), strict=True):
            assert sorted(re.findall(r"{\w+}", one)) == sorted(re.findall(r"{\w+}", other)), key


def test_german_is_not_english_by_accident() -> None:
    alike = [
        key
        for key, text in texts().items()
        if strip(text) == strip(catalogue()[key]) and re.search("[a-z]{2}", strip(text))
    ]
    assert alike == ["limb.hand"]


def strip(text: str | tuple[str, str]) -> str:
    """Return the words of a text without the places to be filled, in small letters."""
    return re.sub(r"{\w+}", "", " ".join(forms(text))).casefold()


def test_all_that_is_said_about_the_figure_is_there_in_german() -> None:
    keys = {
        key for area in ("body", "places", "regions") for key in import_module(f"diary.wording.{area}").TEXTS
    }
    assert {key for key in keys if key.startswith(("body.", "side.", "view.", "quality."))} <= set(texts())


def test_german_words_of_the_sides_name_the_right_side() -> None:
    for kind in ("your", "one", "letter"):
        assert strip(german(f"side.{kind}_left")).split()[-1].startswith("l")
        assert strip(german(f"side.{kind}_right")).split()[-1].startswith("r")


def test_no_german_text_says_what_a_diary_does_not_say() -> None:
    assert [key for key, text in texts().items() if BANNED.search(" ".join(forms(text)))] == []


def test_every_german_name_is_its_own_and_names_the_side_of_the_body() -> None:
    names = [str(german(f"region.{region}")) for region in all_regions()]
    assert len(set(names)) == 190
    for region in all_regions().values():
        sides = {found[1] for found in WITH_SIDE.finditer(str(german(f"region.{region.id}")))}
        assert sides == {"left": {"link"}, "right": {"recht"}, "mid": set()}[region.side], region.id


def test_right_and_left_differ_in_nothing_but_the_side() -> None:
    for region in all_regions().values():
        if region.side == "right":
            other = str(german(f"region.{region.part}_L"))
            assert str(german(f"region.{region.id}")).replace("recht", "link") == other


def test_the_side_agrees_with_the_noun_that_follows() -> None:
    wrong = []
    for region in all_regions():
        for form, noun in re.findall(r"\b(rechte[rsn]?) (\w+)", str(german(f"region.{region}"))):
            if noun not in NOUNS[form]:
                wrong.append(f"{form} {noun}")
    assert wrong == []


def test_a_german_environment_says_german_words(spoken: pytest.MonkeyPatch) -> None:
    spoken.setenv("LANGUAGE", "de_AT:en")
    assert language() == "de"
    assert say("region.calf_back_inner_L") == "linke Wade innen"
    assert say("limb.side.R", limb=say("limb.foot")) == "Fuß rechts"
    assert say_n("place.and_more", 2, first="Fuß rechts") == "Fuß rechts und 2 weitere"


def test_what_has_no_german_words_is_said_in_english(spoken: pytest.MonkeyPatch) -> None:
    spoken.setenv("LANGUAGE", "de")
    assert say("today.save") == catalogue()["today.save"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LC_ALL": "de_CH@euro", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANGUAGE": "fr:de", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANGUAGE": "en:de"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_read_as_gettext_reads_it(
    spoken: pytest.MonkeyPatch, settings: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        spoken.delenv(name, raising=False)
    for name, value in settings.items():
        spoken.setenv(name, value)
    assert language() == expected


def test_a_language_can_be_asked_for() -> None:
    assert say_in("de", "region.tongue_M") == "Zunge"
    assert say_in("en", "region.tongue_M") == "tongue"
    with pytest.raises(KeyError):
        say_in("de", "region.wing_L")
