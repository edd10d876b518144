"""The house as a test: who may import whom, what stays out of the first paint, how long things may be."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DIARY = ROOT / "diary"

# An arrow never points up: each layer may import those with a larger number, and itself.
LEVEL = {
    "ui": 0,
    "store": 1,
    "exchange": 2,
    "charts": 3,
    "insight": 4,
    "anatomy": 4,
    "storage": 4,
    "models": 5,
}
FOR_ALL = {"paths", "errors", "wording", "screen"}
WITH_QT = {"ui", "store", "app", "tour"}
ONLY_IN = {
    "sqlalchemy": ("storage/", "models/tables"),
    "alembic": ("storage/",),
    "matplotlib": ("charts/", "ui/"),
    "typst": ("exchange/",),
    "scipy": ("insight/statistics/",),
    "statsmodels": (),
    "pandas": (),
}
HEAVY = ("sqlalchemy", "alembic", "numpy", "scipy", "matplotlib", "typst")
FILE_LINES, FUNCTION_LINES, BUILD_LINES, TEST_LINES = 400, 40, 60, 60
VAGUE = ("Manager", "Helper", "Handler", "Utils", "Controller")


def sources(*tops: str) -> list[Path]:
    """Return the Python files below folders of the project."""
    return sorted(file for top in tops for file in (ROOT / top).rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    """Return a file's syntax tree, parsed once."""
    return ast.parse(file.read_text("utf-8"))


def part_of(file: Path) -> str:
    """Return the layer, or the module at the top of the house, that a file belongs to."""
    return file.relative_to(DIARY).with_suffix("").parts[0]


def where(file: Path, node: ast.stmt | ast.expr) -> str:
    """Return a place as an editor opens it."""
    return f"{file.relative_to(ROOT)}:{node.lineno}"


def imported(file: Path, *, for_types: bool) -> Iterator[tuple[ast.stmt, str]]:
    """Yield every import, also inside functions, as (statement, dotted name); relative ones made absolute."""
    skipped: set[ast.AST] = set()
    if not for_types:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                skipped |= {inner for statement in node.body for inner in ast.walk(statement)}
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(tree(file)):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node, f"{base}.{alias.name}") for alias in node.names)


def third_party(file: Path, package: str) -> list[str]:
    """Return the places where a file imports a package at run time."""
    found = imported(file, for_types=False)
    return [where(file, node) for node, name in found if name.split(".")[0] == package]


def test_an_arrow_never_points_up() -> None:
    wrong = []
    for file in sources("diary"):
        own = part_of(file)
        for node, name in imported(file, for_types=True):
            parts = name.split(".")
            if parts[0] != "diary" or len(parts) < 2:
                continue
            other = parts[1]
            if not may_import(own, other):
                wrong.append(f"{where(file, node)}: {own} imports {other}")
    assert wrong == []


def may_import(own: str, other: str) -> bool:
    """Return whether one part of the house may know another."""
    if other == own or other in FOR_ALL or other.startswith("__"):
        return True
    if own in FOR_ALL:
        return other == "models"
    if own in LEVEL:
        return other in LEVEL and LEVEL[own] < LEVEL[other]
    return True


def test_below_the_store_nothing_knows_qt() -> None:
    files = [file for file in sources("diary") if part_of(file) not in WITH_QT]
    assert [place for file in files for place in third_party(file, "PySide6")] == []


def test_the_store_has_no_widgets() -> None:
    found = [
        where(file, node)
        for file in sources("diary/store")
        for node, name in imported(file, for_types=True)
        if name.startswith("PySide6.QtWidgets")
    ]
    assert found == []


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_library_stays_in_its_layer(package: str) -> None:
    wrong = [
        place
        for file in sources("diary")
        if not file.relative_to(DIARY).as_posix().startswith(ONLY_IN[package])
        for place in third_party(file, package)
    ]
    assert wrong == []


def test_one_widget_at_most_knows_matplotlib() -> None:
    assert len([file for file in sources("diary/ui") if third_party(file, "matplotlib")]) <= 1


def test_pyplot_is_nowhere() -> None:
    files = sources("diary", "tests", "benchmarks", "scripts")
    found = [
        where(file, node)
        for file in files
        for node, name in imported(file, for_types=True)
        if "pyplot" in name.split(".") or "pylab" in name.split(".")
    ]
    assert found == []


def test_plain_models_need_the_standard_library_alone() -> None:
    wrong = [
        f"{where(file, node)}: {name}"
        for file in sources("diary/models")
        if "tables" not in file.relative_to(DIARY).with_suffix("").parts
        for node, name in imported(file, for_types=False)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("diary.models")
    ]
    assert wrong == []


def test_only_storage_knows_the_tables() -> None:
    wrong = [
        where(file, node)
        for file in sources("diary")
        if not file.relative_to(DIARY).as_posix().startswith(("storage/", "models/tables"))
        for node, name in imported(file, for_types=True)
        if name.startswith("diary.models.tables")
    ]
    assert wrong == []


WINDOW = "diary.ui.window"


@pytest.mark.skipif(importlib.util.find_spec("diary.ui") is None, reason="no window yet")
def test_importing_the_window_leaves_the_heavy_libraries_out() -> None:
    if importlib.util.find_spec(WINDOW) is None:
        pytest.skip("no window yet")
    assert loaded_after(f"import {WINDOW}", HEAVY) == ""


@pytest.mark.skipif(importlib.util.find_spec("diary.command_line") is None, reason="no verbs yet")
def test_importing_the_command_line_loads_neither_qt_nor_the_heavy_libraries() -> None:
    assert loaded_after("import diary.command_line", ("PySide6", *HEAVY)) == ""


def loaded_after(statement: str, packages: tuple[str, ...]) -> str:
    """Return which packages a fresh process has loaded after one statement, joined by blanks."""
    code = f"{statement}; import sys; print(*[p for p in {packages!r} if p in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_file_is_too_long() -> None:
    files = [*sources("diary", "tests", "benchmarks", "scripts"), ROOT / "main.py"]
    counts = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in files}
    assert {name: count for name, count in counts.items() if count > FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    long = []
    for file in sources("diary", "tests", "benchmarks", "scripts"):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > allowed(file, node.name):
                    long.append(f"{where(file, node)}: {node.name} has {lines} lines")
    assert long == []


def allowed(file: Path, function: str) -> int:
    """Return how many lines a function may have."""
    if "versions" in file.parts and "migrations" in file.parts:
        return FILE_LINES  # a migration is a list, written once and then never touched
    if ROOT / "tests" in file.parents:
        return TEST_LINES
    return BUILD_LINES if function.startswith("_build") else FUNCTION_LINES


def test_no_signal_is_connected_to_a_lambda() -> None:
    found = [
        where(file, node)
        for file in sources("diary")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if any(isinstance(inner, ast.Lambda) for argument in node.args for inner in ast.walk(argument))
    ]
    assert found == []


def test_tables_on_screen_have_a_model() -> None:
    found = [
        where(file, node)
        for file in sources("diary")
        for node, name in imported(file, for_types=True)
        if name.endswith((".QTableWidget", ".QTreeWidget"))
    ]
    assert found == []


def test_every_name_says_what_it_is() -> None:
    vague = [
        f"{where(file, node)}: {node.name}"
        for file in sources("diary")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE)
    ]
    assert vague == []
