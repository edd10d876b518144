"""The words as a test: calm, short, all in the catalogue, all in use, each with its places filled."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diary.wording import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.wording import Text

ROOT = Path(__file__).resolve().parent.parent
DIARY = ROOT / "diary"

BANNED = re.compile(
    r"\b(never|we|our|users?|patients?|missed|failed|forgot(ten)?|should|great|streaks?|promised?s?)\b|!",
    re.IGNORECASE,
)
STATISTICIANS = re.compile(
    r"\b(significan\w*|p[- ]values?|statistical\w*|correlat\w*|confidence|probab\w*|hypothes\w*|predict\w*"
    r"|triggers?|triggered|causes|caused|due to|because of|helps|responders?|proves|proven|effective)\b",
    re.IGNORECASE,
)
"""What no finding says: words of statistics, and words that claim a cause or a success."""

FINDINGS = (
    *("trends.", "finding.", "change.", "level.", "effect.", "links.", "trial.", "year.", "spread.", "when."),
    *("kinds.", "stat.", "exchange.finding.", "report."),
)
"""How the keys begin of what is said of numbers."""

MOST_WORDS = 15
LONG_ON_PURPOSE = frozenset({"report.then_and_now"})
"""Keys whose sentences may be longer: two numbers with their n of N, which belong in one line."""

ALLOWED = {"region.": {"great"}, "nerve.area.": {"great"}, "stat.how": {"we"}}
"""Starts of keys, and what they may say: "great toe" is a name; "How do we know?" asks for the reckoning."""

SHOWN_BY = {
    "setText": 0,
    "setToolTip": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "setWindowTitle": 0,
    "setPlaceholderText": 0,
    "Label": 0,
    "QLabel": 0,
    "Button": 0,
    "Card": 0,
    "InlineMessage": 0,
    "announce": 0,
}
"""Calls that show their argument to a person: a literal with letters there has gone past the catalogue."""


def forms(text: Text) -> tuple[str, ...]:
    """Return the singular and plural, or the one form, of a text."""
    return text if isinstance(text, tuple) else (text,)


def allowed(key: str) -> set[str]:
    """Return the banned words that this key may hold."""
    return set().union(*(words for start, words in ALLOWED.items() if key.startswith(start)))


def places(text: str) -> set[str]:
    """Return the names of the places that a text leaves to be filled."""
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon, a semicolon and a line end close one too."""
    return [part for part in re.split(r"[.?:;](?:\s|$)|\n", text) if part.strip()]


@cache
def tree(file: Path) -> ast.Module:
    """Return a file's syntax tree without the texts it may hold, parsed once."""
    module = ast.parse(file.read_text("utf-8"))
    module.body = [one for one in module.body if not is_texts(one)]
    return module


def is_texts(node: ast.stmt) -> bool:
    """Return whether a statement is a part of the catalogue."""
    return isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "TEXTS"


def sources() -> list[Path]:
    """Return the files that may say something."""
    return sorted(DIARY.rglob("*.py"))


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of `say` and `say_n`, with its place."""
    for file in sources():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and name_of(node) in ("say", "say_n"):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called, "" where it has none."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def keys_of(node: ast.expr) -> list[str]:
    """Return the literal keys an argument can be."""
    if isinstance(node, ast.IfExp):
        return keys_of(node.body) + keys_of(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []


def pattern_of(node: ast.JoinedStr) -> re.Pattern[str]:
    """Return what a key made of fixed and changing parts can look like."""
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values
    ]
    return re.compile("".join(parts))


def patterns() -> list[re.Pattern[str]]:
    """Return the patterns of all keys that are put together, as f"measure.{code}.name"."""
    found = []
    for file in sources():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.JoinedStr) and re.match(r"[a-z_]+\.", fixed_start(node)):
                found.append(pattern_of(node))
    return found


def fixed_start(node: ast.JoinedStr) -> str:
    """Return the fixed words an f-string begins with."""
    first = node.values[0] if node.values else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


def test_no_text_says_what_a_diary_does_not_say() -> None:
    wrong = []
    for key, text in catalogue().items():
        said = {word.group().lower() for form in forms(text) for word in BANNED.finditer(form)}
        if said - allowed(key):
            wrong.append(f"{key}: {said}")
    assert wrong == []


def test_findings_are_said_without_words_of_statistics_and_without_a_cause() -> None:
    wrong = [
        f"{key}: {word.group()}"
        for key, text in catalogue().items()
        if key.startswith(FINDINGS)
        for form in forms(text)
        for word in STATISTICIANS.finditer(form)
    ]
    assert wrong == []


def test_sentences_are_short() -> None:
    wrong = [
        f"{key}: {sentence}"
        for key, text in catalogue().items()
        if key not in LONG_ON_PURPOSE
        for form in forms(text)
        for sentence in sentences(form)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert wrong == []


def test_texts_have_no_stray_spaces() -> None:
    wrong = [
        key
        for key, text in catalogue().items()
        for form in forms(text)
        if "  " in form or (form != form.strip() and re.search("[A-Za-z]", form))
    ]
    assert wrong == []


def test_the_rule_finds_what_it_is_for() -> None:
    assert BANNED.search("You missed a day")
    assert BANNED.search("Well done!")
    assert BANNED.search("We keep it")
    assert not BANNED.search("A greater number is worse; answer were you can")
    assert STATISTICIANS.search("Stress triggers pain")
    assert STATISTICIANS.search("A significant difference")
    assert not STATISTICIANS.search("It does not show that the cause was stress")
    assert [len(one.split()) for one in sentences("One two three. Four: five six")] == [3, 1, 2]


def test_keys_are_dotted_and_belong_to_their_area() -> None:
    assert [key for key in catalogue() if not re.fullmatch(r"[a-z0-9_]+(\.[A-Za-z0-9_-]+)*", key)] == []


def test_both_forms_of_a_count_leave_the_same_places() -> None:
    uneven = [
        key
        for key, text in catalogue().items()
        if isinstance(text, tuple) and places(text[0]) - {"n"} != places(text[1]) - {"n"}
    ]
    assert uneven == []


def test_every_key_that_is_said_exists_and_is_of_its_kind() -> None:
    wrong = []
    for where, call in calls():
        for key in keys_of(call.args[0]):
            counted = isinstance(catalogue().get(key), tuple)
            if key not in catalogue() or counted != (name_of(call) == "say_n"):
                wrong.append(f"{where} {key}")
    assert wrong == []


def test_every_place_of_a_text_is_filled_and_nothing_else_is_given() -> None:
    wrong = []
    for where, call in calls():
        if any(given.arg is None for given in call.keywords):
            continue
        given = {str(one.arg) for one in call.keywords} | ({"n"} if name_of(call) == "say_n" else set())
        for key in keys_of(call.args[0]):
            open_places = set().union(*(places(text) for text in forms(catalogue().get(key, ""))))
            if open_places - {"n"} != given - {"n"} or ("n" in open_places and "n" not in given):
                wrong.append(f"{where} {key}: has {sorted(open_places)}, is given {sorted(given)}")
    assert wrong == []


def test_a_key_that_is_put_together_meets_the_catalogue() -> None:
    wrong = []
    for where, call in calls():
        key = call.args[0]
        if isinstance(key, ast.BinOp):
            wrong.append(f"{where}: glued key")
        if isinstance(key, ast.JoinedStr) and not any(pattern_of(key).fullmatch(one) for one in catalogue()):
            wrong.append(f"{where}: {pattern_of(key).pattern} matches no key")
    assert wrong == []


def test_nothing_is_glued_to_a_text_or_into_it() -> None:
    wrong = []
    for where, call in calls():
        for given in call.keywords:
            glued = isinstance(given.value, ast.BinOp) and any(
                isinstance(side, ast.JoinedStr | ast.Constant) and is_words(side)
                for side in (given.value.left, given.value.right)
            )
            if glued or (isinstance(given.value, ast.JoinedStr) and is_words(given.value)):
                wrong.append(f"{where} {given.arg}")
    for file in sources():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                parts = [node.left, node.right]
            elif isinstance(node, ast.JoinedStr) and is_words(node):
                parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
            else:
                continue
            if any(is_said(part) for part in parts):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} glues a text")
    assert wrong == []


def is_said(node: ast.expr) -> bool:
    """Return whether an expression is a text of the catalogue."""
    return isinstance(node, ast.Call) and name_of(node) in ("say", "say_n")


def is_words(node: ast.expr) -> bool:
    """Return whether a literal holds letters that somebody would read."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return any(isinstance(p, ast.Constant) and re.search(r"[A-Za-z]{2}", str(p.value)) for p in parts)


def test_every_text_is_in_use() -> None:
    literal = {
        node.value
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = patterns()
    idle = [key for key in catalogue() if key not in literal and not any(one.fullmatch(key) for one in made)]
    assert idle == []


def test_no_literal_words_reach_a_person() -> None:
    wrong = []
    for file in sources():
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call) or name_of(node) not in SHOWN_BY or not node.args:
                continue
            shown = node.args[SHOWN_BY[name_of(node)]]
            if isinstance(shown, ast.Constant | ast.JoinedStr) and is_words(shown):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} {ast.unparse(shown)}")
    assert wrong == []
