"""Questionnaires: the forms, what was answered, and their scores where every item was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import About, Made, Material, about_record, frame, tags
from diary.exchange.fhir.values import (
    LOCAL,
    Json,
    as_integer,
    at_moment,
    note,
    ref,
    score,
    some,
    uid_of,
    words,
)
from diary.insight.instruments import CODES, DEPRESSION, TOTAL, Instrument, instrument
from diary.insight.questionnaires import known, numbers, scores
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.story import Response

SECTION_OF = {"peg": "function", "phq4": "sleep", "change": "function"}

PEG_MEAN = "peg.mean"


def questionnaires(material: Material) -> Iterator[Made]:
    """Each form that was used, then every response with its score."""
    responses = material.whole.section("responses")
    used = {one.instrument for one in responses if known(one) is not None}
    for code in CODES:
        if code in used:
            asked = instrument(code)
            yield Made("annex", _questionnaire(asked), name=asked.title)
    for response in responses:
        yield from _response(material, response)


def _url(asked: Instrument) -> str:
    return f"{LOCAL}questionnaire:{asked.code}"


def _questionnaire(asked: Instrument) -> Json:
    whole_numbers = not asked.words
    items = []
    for item in asked.items:
        code = concept("item", f"{asked.code}.{item.code}")
        items.append(
            some(
                linkId=item.code,
                code=code["coding"],
                text=words(item.text),
                type_="integer" if whole_numbers else "choice",
            )
        )
    return frame(
        "Questionnaire",
        uid_of("questionnaire", asked.code, asked.version),
        language=asked.language,
        url=_url(asked),
        version=asked.version,
        name=asked.code.upper(),
        title=asked.title,
        status="active",
        subjectType=["Patient"],
        description=words(_description(asked)),
        copyright=asked.credit,
        code=concept("instrument", asked.code)["coding"],
        item=items,
    )


def _description(asked: Instrument) -> str:
    """The stem, and the answers to choose from where they are words."""
    answers = [
        say("fhir.line", name=value, what=asked.words_of(value))
        for value in range(asked.low, asked.high + 1)
        if asked.words
    ]
    return "\n".join([*([asked.stem] if asked.stem else []), *answers])


def _option(asked: Instrument, value: int) -> Json:
    """The coding of an answer: that of LOINC where it is verified, else our own, with its words."""
    coding: Json = concept("answer", f"{asked.code}.{value}")["coding"][0]
    return {**coding, "display": asked.words_of(value)}


def _response(material: Material, response: Response) -> Iterator[Made]:
    asked = known(response)
    uid = uid_of("response", response.uid)
    recorded = material.recorded(response.written)
    written = response.written
    amended = written is not None and written.first != written.last
    first, last = sorted((response.since, response.until))
    window = say("fhir.window", since=first.isoformat(), until=last.isoformat())
    resource = frame(
        "QuestionnaireResponse",
        uid,
        meta=tags(material.lateness_of(response.day, written)),
        questionnaire=f"{_url(asked)}|{asked.version}" if asked is not None else None,
        status="amended" if amended else "completed",
        subject=material.person,
        **({} if recorded is None else at_moment("authored", recorded)),
        author=material.writer(written),
        source=material.person,
        item=_answers(response, asked),
    )
    section = SECTION_OF.get(response.instrument, "annex")
    title = asked.title if asked is not None else response.instrument
    yield Made(section, resource, written, response.uid, title)
    if asked is not None:
        when = at_moment("effectiveDateTime", response.at)
        about = about_record(material, written, when, response.day)
        made = _score(about, response, asked, ref(uid), window)
        if made is not None:
            yield Made(section, made, written, response.uid, say("fhir.score_of", name=title))


def _answers(response: Response, asked: Instrument | None) -> list[Json]:
    texts = {one.code: one.text for one in asked.items} if asked is not None else {}
    items = []
    for one in response.answers:
        within = asked is not None and bool(asked.words) and asked.low <= one.value <= asked.high
        if asked is not None and within:
            value: Json = {"valueCoding": _option(asked, one.value)}
        else:
            whole = as_integer(one.value)
            value = {"valueDecimal": one.value} if whole is None else {"valueInteger": whole}
        text = texts.get(one.item)
        items.append(some(linkId=words(one.item) or "item", text=words(text), answer=[value]))
    return items


def _score(
    about: About, response: Response, asked: Instrument, response_ref: Json, window: str
) -> Json | None:
    """The Observation of a response: PEG its mean, else the panel with its items and sums.

    A PEG that is not complete is the panel without a mean; nothing is made up.
    """
    given = numbers(response.answers)
    within = [one for one in asked.items if asked.low <= given.get(one.code, asked.low - 1) <= asked.high]
    if not within:
        return None
    found = {one.name: one.value for one in scores(response)}
    parts = [_item(asked, one.code, given[one.code]) for one in within]
    parts += [_sum(asked, name, value) for name, value in found.items() if asked.code == "phq4"]
    mean = found.get("mean") if asked.code == "peg" else None
    code = concept("instrument", asked.code, asked.title)
    if mean is not None:
        code = concept("score", PEG_MEAN, say("fhir.score.mean"))
    return about.observation(
        uid_of("score", response.uid),
        code,
        None if mean is None else {"valueQuantity": score(mean)},
        derivedFrom=[response_ref],
        note=note(window),
        component=parts,
    )


def _item(asked: Instrument, item: str, value: int) -> Json:
    code = concept("item", f"{asked.code}.{item}", say(f"instrument.item.{item}"))
    if not asked.words:
        return {"code": code, "valueQuantity": score(value)}
    said = {"coding": [_option(asked, value)], "text": asked.words_of(value)}
    return {"code": code, "valueCodeableConcept": said}


def _sum(asked: Instrument, name: str, value: float) -> Json:
    spoken = say("fhir.score.phq2") if name == DEPRESSION else say("fhir.score.phq4")
    if name not in (DEPRESSION, TOTAL):
        spoken = say("fhir.score.gad2")
    code = concept("score", f"{asked.code}.{name}", spoken)
    return {"code": code, "valueQuantity": score(value)}
