"""What an installed copydesk carries: schemas, templates and types; from a checkout, and from a wheel of the sdist."""

import ast
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from copydesk.tables import schema_folder

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")
OWN = frozenset({"copydesk", "markupsafe"})
"""What needs no line of its own: the package, and the part of Jinja that is told apart."""
UNIMPORTED = frozenset({"tzdata", "lxml-html-clean", "pyspark"})
"""Declared for what they bring: a zone database, what trafilatura fails without, what users of Spark
bring anyway."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel from the sdist from this checkout, unpacked."""
    made = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(made), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert [path.name for path in made.glob("*.tar.gz")], "the wheel was not built from an sdist"
    (path,) = made.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(made / "site")
    return made / "site"


def test_a_checkout_finds_its_schemas() -> None:
    assert (schema_folder() / "article.schema.json").is_file()


def test_a_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "validations" / "copydesk"
    expected = {path.relative_to(package) for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    expected |= {Path("schemas", path.name) for path in (ROOT / "schemas").iterdir()}
    found = {path.relative_to(wheel / "copydesk") for path in (wheel / "copydesk").rglob("*") if path.is_file()}
    assert found == expected
    assert Path("py.typed") in found


def test_a_wheel_finds_the_schemas_that_it_carries(wheel: Path) -> None:
    code = "from copydesk.tables import json_schema, schema_folder; json_schema('article'); print(schema_folder())"
    environment = {"PYTHONPATH": str(wheel), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=wheel, timeout=60)
    assert Path(done.stdout.strip()) == wheel / "copydesk" / "schemas"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_name_versions_and_no_place(name: str) -> None:
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        requirement = line.partition("#")[0].strip()
        if requirement:
            specifiers = list(Requirement(requirement).specifier)
            assert [each.operator for each in specifiers] == ["=="], line
        assert "://" not in line, line
        assert "--" not in line, line


def test_the_lock_file_holds_every_dependency() -> None:
    lines = (ROOT / LOCKS[0]).read_text(encoding="utf-8").splitlines()
    locked = {canonicalize_name(line.partition("==")[0]) for line in lines if "==" in line}
    wanted = {
        canonicalize_name(Requirement(each).name) for each in requires("copydesk") or () if "extra ==" not in each
    }
    assert wanted <= locked, f"`make lock` renews requirements.txt; it lacks {sorted(wanted - locked)}"


def test_imports_are_declared_and_declared_packages_are_imported() -> None:
    modules = {name for path in (ROOT / "validations").rglob("*.py") for name in _imported(path)}
    packages = packages_distributions()
    used = {canonicalize_name(packages[name][0]) for name in modules - sys.stdlib_module_names - OWN}
    declared = {canonicalize_name(Requirement(each).name) for each in requires("copydesk") or ()}
    assert used - declared == set(), "imported, and not in pyproject.toml"
    assert declared - used - UNIMPORTED == set(), "in pyproject.toml, and not imported"


def _imported(path: Path) -> Iterator[str]:
    """The top-level names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
