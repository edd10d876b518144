"""The paper itself: page one never runs over, nothing is lost, tagged, and nothing on disk on the way."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from diary.exchange.report.data import Table, content_hash
from diary.exchange.report.fit import MOST_ABOVE, MOST_WORDS, STEPS, Kept, levels, svg_words, words_above
from diary.exchange.report.protect import protected
from diary.exchange.report.typeset import pictures, typeset
from diary.models.moments import Moment
from tests.exchange.report.made_up import LONG, MADE, SCRIPTS, annex, empty_page, page_one, report, svg


def reader(made: bytes) -> PdfReader:
    return PdfReader(BytesIO(made))


def words(made: bytes, most: int | None = None) -> list[str]:
    """The words of each page, or of the first ones."""
    return [" ".join(page.extract_text().split()) for page in reader(made).pages[:most]]


# --- one page


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("large", [False, True])
def test_page_one_never_runs_over_and_what_gives_way_stands_whole_behind_it(paper: str, large: bool) -> None:
    made = report(page_one(12, LONG, head=LONG), paper=paper, large_print=large)
    pages = words(typeset(made, MADE))
    first = 2 if large else 1
    assert "not a medical device" in pages[first - 1]
    assert f"More on page {first + 1}." in pages[first - 1]
    assert "Page 1, continued" in pages[first]
    rest = " ".join(pages[first:])
    for wanted in ("Conditions, as told", "My questions", "Tried before", "11"):
        assert wanted in rest
    assert rest.count("Maximiliane") > 12 * 5


@settings(max_examples=8, deadline=None)
@given(
    count=st.integers(0, 30),
    text=st.sampled_from(SCRIPTS),
    head=st.sampled_from(("Head", *SCRIPTS)),
    paper=st.sampled_from(("a4", "letter")),
    large=st.booleans(),
)
def test_whatever_is_written_page_one_is_one_page(
    count: int, text: str, head: str, paper: str, large: bool
) -> None:
    made = report(page_one(count, text, head=head), paper=paper, large_print=large)
    first = 2 if large else 1
    bare = replace(made, data=replace(made.data, annex=()))
    set_ = typeset(bare, MADE)
    pages, count = words(set_, first + 1), len(reader(set_).pages)
    ends = [at for at, said in enumerate(pages) if "not a medical device" in said]
    assert ends == [first - 1]
    assert count == first or "Page 1, continued" in pages[first]
    assert all(f"Page {at} of {count}" in said for at, said in enumerate(pages, 1))


def test_an_ordinary_page_keeps_every_line_and_needs_no_second_one() -> None:
    pages = words(typeset(report(page_one(2)), MADE))
    assert len(pages) == 1
    for at in range(2):
        assert f"Head {at}" in pages[0]
    assert "More on page" not in pages[0]


def test_a_report_without_a_day_is_one_page() -> None:
    pages = words(typeset(report(empty_page()), MADE))
    assert len(pages) == 1
    assert "No entry in this period." in pages[0]


def test_the_words_of_page_one_stay_within_their_budget_with_its_charts() -> None:
    page = page_one(30, "some more words to be read in sixty seconds")
    made = report(page)
    made = replace(made, drawings={**made.drawings, "trend": lambda: svg(527, 190, "word " * 60)})
    pages = words(typeset(made, MADE))
    assert len(pages[0].split()) <= 450
    above = pages[0].partition("Pain over time")[0]
    assert len(above.split()) <= 120


def test_above_the_trend_the_core_of_completeness_stays_whatever_happened() -> None:
    page = page_one(60, "a long story about a change of treatment")
    found = levels(report(page))
    assert found[0]["complete"]["lines"][0]["words"] == "Day entry on 5 of 9 days. 0"
    assert words_above(page, Kept(**dict.fromkeys(Kept.__slots__, 0) | {"letters": 110})) <= MOST_ABOVE
    assert MOST_WORDS < 450


def test_ones_own_questions_are_the_last_to_give_way() -> None:
    least: dict[str, int] = {}
    for name, limit in STEPS:
        least[name] = limit
    assert least["questions"] == 1
    assert [name for name, _ in STEPS][-1] == "questions"
    found = levels(report(page_one(12)))
    gone = [
        [name for name in ("tried", "conditions", "helped", "questions") if one[name] is None]
        for one in found
    ]
    assert gone[-1] == ["tried", "conditions", "helped"]
    assert all("questions" not in one for one in gone)


def test_no_line_is_lost_between_page_one_and_what_follows() -> None:
    page = page_one(20, head="Name")
    for level in levels(report(page)):
        moved = [line["head"] for part in level["moved"] for line in part["lines"]]
        kept = [line["head"] for line in (level["helped"] or {"lines": []})["lines"]]
        assert sorted(kept + [one for one in moved if one.startswith("Name")]).count("Name 3") >= 1
        told = [part for part in level["moved"] if part["title"] == "What helped, what did not"]
        rest = [line["head"] for part in told for line in part["lines"]]
        assert sorted(kept + rest) == sorted(f"Name {at}" for at in range(20))


def test_words_in_a_picture_are_counted() -> None:
    assert svg_words(svg(10, 10, "Pregabalin 300 mg/day")) == 3
    assert svg_words("<svg><text><tspan>one two</tspan><tspan>3</tspan></text></svg>") == 3


# --- the file


def test_the_same_report_and_moment_give_the_same_bytes() -> None:
    made = report(annex=annex())
    first = typeset(made, MADE)
    assert first == typeset(made, MADE)
    assert first != typeset(made, Moment.parse("2026-11-20T19:06:00+01:00[Europe/Berlin]"))


def test_the_pdf_is_tagged_and_says_what_its_pictures_show() -> None:
    found = reader(typeset(report(annex=annex()), MADE))
    root: Any = found.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert found.metadata is not None
    assert found.metadata.title == "Pain diary report"
    assert found.metadata.author is None
    kinds, alts = tags(root["/StructTreeRoot"])
    for wanted in ("/H1", "/H2", "/H3", "/Table", "/THead", "/TH", "/TD", "/Figure"):
        assert wanted in kinds, wanted
    assert alts.count("Pain on average 5.4; 52 of 82 days.") >= 4
    titles = [one.title for one in flat(found.outline)]
    assert titles[0] == "Pain diary report"
    assert "Treatments" in titles


def test_headings_and_reading_follow_the_order_of_the_page() -> None:
    first = words(typeset(report(page_one(2)), MADE))[0]
    upper = ("Since then:", "How complete:", "Pain now against before", "Pain over time", "Where it hurts")
    lower = ("What helped, what did not", "Tried before", "Sleep, mood and function", "Conditions, as told")
    at = [first.index(title) for title in (*upper, *lower, "My questions", "Written by the person")]
    assert at == sorted(at)


def test_every_page_says_the_version_the_code_and_its_number() -> None:
    made = report(annex=annex())
    pages = words(typeset(made, MADE))
    code = content_hash(made.data)[:16].upper()
    assert len(pages) >= 3
    for at, said in enumerate(pages, 1):
        assert f"content {code[:4]} {code[4:8]} {code[8:12]} {code[12:]}" in said
        assert f"Page {at} of {len(pages)}" in said
        assert "made 20 Nov 2026 19:05 (UTC+1)" in said
    assert "Pain diary report · Anna · 25 Aug to 22 Nov 2026" in pages[1]


def test_a_long_table_repeats_its_header() -> None:
    pages = words(typeset(report(annex=annex()), MADE))
    assert sum("Name What Number" in said for said in pages) >= 2


def test_a_column_without_a_word_is_left_out() -> None:
    part = annex()[0]
    steps = Table(caption="Steps", header=("Name", "Reason", "Number"), rows=(("a", "", "7"), ("b", "", "8")))
    last = words(typeset(report(annex=(replace(part, blocks=(steps,)),)), MADE))[-1]
    assert "Reason" not in last
    assert all(word in last for word in ("Name", "Number", "7", "8"))


def test_an_author_stands_in_the_file_only_where_wanted() -> None:
    found = reader(typeset(replace(report(), author="Anna Berg"), MADE))
    assert found.metadata is not None
    assert found.metadata.author == "Anna Berg"


def test_every_typeface_is_embedded_and_one_of_the_bundled_ones() -> None:
    found = reader(typeset(report(page_one(3, SCRIPTS[0], head=SCRIPTS[2])), MADE))
    names = set()
    for page in found.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            one = font.get_object()
            inner = one["/DescendantFonts"][0].get_object()
            names.add(str(one["/BaseFont"]).partition("+")[2])
            descriptor = inner["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
    assert any("Arabic" in one for one in names)
    assert all(one.startswith(("Atkinson", "Noto", "NerveDiary")) for one in names), names


def test_a_letter_that_no_bundled_typeface_has_is_named_and_leaves_no_empty_box() -> None:
    """What sets the paper refuses an empty box, so that a file is proof that there is none."""
    shown = report(page_one(2, "中文 words", head="한국 😀"))
    assert "[…] words" in words(typeset(shown, MADE))[0]
    bare = replace(shown, data=replace(shown.data, page=page_one(2, "中文 words")))
    with pytest.raises(RuntimeError, match="could not be displayed"):
        typeset(bare, MADE)


def test_pictures_show_the_same_pages() -> None:
    made = report(annex=annex())
    shown = pictures(made, MADE, 40)
    assert len(shown) == len(reader(typeset(made, MADE)).pages)
    assert all(one.startswith(b"\x89PNG") for one in shown)


# --- the password, and the disk


def test_a_password_locks_the_file_and_leaves_its_tags() -> None:
    import pikepdf

    plain = typeset(report(), MADE)
    locked = protected(plain, "sésame 7")
    opened = BytesIO()
    with pikepdf.open(BytesIO(locked), password="sésame 7") as document:
        assert document.encryption.R == 6
        assert document.encryption.bits == 256
        assert document.allow.accessibility
        document.save(opened)
    root: Any = reader(opened.getvalue()).trailer["/Root"]
    assert tags(root["/StructTreeRoot"]) == tags(reader(plain).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]  # pypdf types it loosely
    assert words(plain) == words(opened.getvalue())
    assert reader(plain).metadata == reader(opened.getvalue()).metadata


def test_a_wrong_password_opens_nothing_and_an_empty_one_is_refused() -> None:
    import pikepdf

    locked = protected(typeset(report(), MADE), "right")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked), password="wrong")
    with pytest.raises(ValueError, match="password"):
        protected(b"", "")


WATCH: dict[str, list[str] | None] = {"seen": None}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    seen = WATCH["seen"]
    if seen is None:
        return
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        seen.append(str(arguments[0]))
    if event.startswith(("tempfile.", "os.mkdir", "shutil.")):
        seen.append(event)


def test_nothing_is_written_to_disk_on_the_way_to_the_pdf() -> None:
    made = report(annex=annex())
    protected(typeset(made, MADE), "warm")  # what Python compiles and keeps is done by now
    sys.addaudithook(_watch)
    WATCH["seen"] = []
    try:
        protected(typeset(made, MADE), "secret")
        seen = WATCH["seen"]
    finally:
        WATCH["seen"] = None
    assert seen == []


# --- looking into a file


def tags(root: Any) -> tuple[list[str], list[str]]:
    """The kinds of every element of the structure in its order, and the alternative texts."""
    kinds: list[str] = []
    alts: list[str] = []
    waiting = [root]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            if "/S" in one:
                kinds.append(str(one["/S"]))
            if "/Alt" in one:
                alts.append(str(one["/Alt"]))
            if "/K" in one:
                waiting.append(one["/K"])
    return kinds, alts


def flat(outline: Any) -> list[Any]:
    """The bookmarks in their order."""
    found: list[Any] = []
    for one in outline:
        found += flat(one) if isinstance(one, list) else [one]
    return found
