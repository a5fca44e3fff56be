"""The arrows and sizes of the house: who may import whom, and how long things may be."""

import ast
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "validations" / "copydesk"

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"cli", "gx", "commands", "pytest_plugin", "__init__", "__main__", "api"}),
    frozenset({"pipeline", "drill", "repair"}),
    frozenset(
        {
            "against",
            "baseline",
            "comparing",
            "counted",
            "drafting",
            "engines",
            "examine",
            "expectations",
            "fixing",
            "folders",
            "fitting",
            "gate",
            "groups",
            "history",
            "inputs",
            "intake",
            "judging",
            "questions",
            "written",
            "marks",
            "memory",
            "rules",
            "run",
            "surveys",
            "quarantine",
            "scopes",
            "passages",
            "portrait",
            "settle",
            "summary",
            "timeline",
            "views",
            "withhold",
            "waivers",
        }
    ),
    frozenset({"checks", "drills", "loaders", "renderers", "stories"}),
    frozenset(
        {
            "tables",
            "config",
            "config_schema",
            "damage",
            "registry",
            "toml",
            "toml_formats",
            "doc",
            "files",
            "runtime",
            "formats",
            "own_schema",
            "patterns",
            "language",
            "exhibits",
            "model",
            "errors",
        }
    ),
)
"""Arrows point down: a room imports rooms of lower floors, and its neighbours as long as no cycle comes of it."""

ONLY: dict[str, frozenset[str]] = {
    "language": frozenset(),
    "errors": frozenset(),
    "exhibits": frozenset(),
    "model": frozenset({"exhibits"}),
    "loaders": frozenset({"language", "model", "errors", "registry"}),
    "renderers": frozenset({"exhibits", "model", "errors", "registry"}),
    "drills": frozenset({"language"}),
    "checks": frozenset({"tables", "formats", "registry", "language", "model", "errors", "stories"}),
}
"""Rooms that may see less than their floor allows."""

SHAPES = {"stories": "engines"}
"""A room may know the shape of what runs it (the Protocols of engines/__init__.py), and none that has the shape."""

SPEAK = frozenset({"cli", "gx", "commands", "pytest_plugin"})
IMPORT_LATE = frozenset({"cli", "gx", "commands", "pytest_plugin", "loaders", "language.dates.names"})
"""Who may import heavy packages inside a function; of language only what reads names of months from Babel."""

FILE_LINES, FUNCTION_LINES, USUAL_FUNCTION_LINES, CHECK_LINES = 400, 60, 15, 80


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package. `name` is dotted, below `copydesk`; a package is named by its folder."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]


def _module(path: Path) -> Module:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
    return Module(path, name, ast.parse(path.read_text(encoding="utf-8")))


MODULES = tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)


def _targets(node: ast.AST) -> Iterator[str]:
    """The dotted names below `copydesk` that an import statement may bind, longest first."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.partition(".")[0] == "copydesk":
                yield alias.name.removeprefix("copydesk").lstrip(".") or "__init__"
    elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "copydesk":
        base = (node.module or "").removeprefix("copydesk").lstrip(".")
        known = {module.name for module in MODULES}
        for alias in node.names:
            full = f"{base}.{alias.name}".lstrip(".")
            yield full if full in known else base or "__init__"


def _imports(tree: ast.AST) -> set[str]:
    return set(chain.from_iterable(_targets(node) for node in ast.walk(tree)))


def _floor(room: str) -> int:
    floors = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert floors, f"{room} stands on no floor: place it in FLOORS of tests/test_arrows.py, as design has it"
    return floors[0]


@each_module
def test_arrows_point_down(module: Module) -> None:
    allowed = ONLY.get(module.room)
    for target in sorted(_imports(module.tree)):
        room = target.partition(".")[0]
        if room == module.room or target == SHAPES.get(module.room):
            continue
        assert _floor(room) >= _floor(module.room), f"{module.name} imports {target}, which stands above it"
        assert allowed is None or room in allowed, f"{module.name} imports {target}; {module.room} may not see {room}"


def test_modules_import_in_no_circle() -> None:
    graph = {module.name: _imports(module.tree) - {module.name} for module in MODULES}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@each_module
def test_relative_imports_are_not_used(module: Module) -> None:
    assert not [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.level]


@each_module
def test_the_core_never_prints(module: Module) -> None:
    if module.room in SPEAK:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "breakpoint"}, f"{module.name}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in {"stdout", "stderr", "exit"}, f"{module.name}:{node.lineno}"


@each_module
def test_modules_hold_no_state_to_rebind(module: Module) -> None:
    assert not [node for node in ast.walk(module.tree) if isinstance(node, ast.Global)], module.name


@each_module
def test_only_the_edges_import_inside_functions(module: Module) -> None:
    if {module.room, module.name} & IMPORT_LATE:
        return
    late = [
        node.lineno
        for function in _functions(module.tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not late, f"{module.name} imports inside a function, at lines {late}"


@each_module
def test_files_are_short(module: Module) -> None:
    assert len(module.path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


@each_module
def test_functions_are_short(module: Module) -> None:
    long = {node.name: size for node in _functions(module.tree) if (size := _length(node)) >= FUNCTION_LINES}
    assert not long, f"{module.name}: {long}"


def test_functions_are_usually_very_short() -> None:
    sizes = [_length(node) for module in MODULES for node in _functions(module.tree)]
    assert statistics.quantiles(sizes, n=4)[2] < USUAL_FUNCTION_LINES, "a quarter of all functions is longer"


@pytest.mark.parametrize(
    "module", [each for each in MODULES if each.room == "checks" and each.name != "checks"], ids=lambda each: each.name
)
def test_checks_are_short(module: Module) -> None:
    docstrings = set(chain.from_iterable(_docstring_lines(node) for node in ast.walk(module.tree)))
    lines = enumerate(module.path.read_text(encoding="utf-8").splitlines(), start=1)
    code = [line for number, line in lines if line.strip() and number not in docstrings]
    assert len(code) <= CHECK_LINES, f"{module.name} has {len(code)} lines of code besides its docstrings"


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _docstring_lines(node: ast.AST) -> range:
    """The lines of a node's docstring, or of a bare string that documents the assignment before it."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return range(0)
