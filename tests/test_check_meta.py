"""What every check must have: a name, a docstring with its parts, documented options, and cases that pass and fail."""

import copy
import math
import pickle
import re
import typing
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk import config_schema, registry
from copydesk.checks import SHARE, Check
from copydesk.doc import HEADINGS, parse

FOLDER = Path(__file__).parent / "checks"
NAMES = registry.names("checks")
each_check = pytest.mark.parametrize("name", NAMES)


def cases(name: str) -> list[dict[str, Any]]:
    file = FOLDER / f"{name.replace('-', '_')}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))["cases"] if file.is_file() else []


@each_check
def test_one_name(name: str) -> None:
    kind = registry.check_class(name)
    assert issubclass(kind, Check)
    assert kind.name() == name
    assert kind.__module__ == f"copydesk.checks.{name.replace('-', '_')}"


@each_check
def test_docstring_has_its_parts(name: str) -> None:
    doc = parse(registry.check_class(name).__doc__)
    assert doc.wants.endswith(".")
    assert doc.detail
    text = registry.check_class(name).__doc__
    assert text is not None
    for heading in HEADINGS:
        assert f"## {heading}" in text
    assert "Bad:" in text
    assert "Good:" in text


@each_check
def test_options_have_a_type_a_default_and_documentation(name: str) -> None:
    kind = registry.check_class(name)
    hints = typing.get_type_hints(kind)
    for option in kind.options():
        assert option.metadata["doc"].endswith(".")
        assert option.name in hints
    if not any(option.name == "as_of" for option in kind.options()):
        assert copy.copy(kind()) == kind() == pickle.loads(pickle.dumps(kind()))  # noqa: S301 - own bytes


@each_check
def test_numbers_have_a_range_and_the_configuration_holds_to_it(name: str) -> None:
    kind = registry.check_class(name)
    hints = typing.get_type_hints(kind)
    told = config_schema.schema()["properties"]["checks"]["properties"][name]["properties"]
    for option in kind.options():
        if not {int, float} & {hints[option.name], *typing.get_args(hints[option.name])}:
            continue
        least, largest = config_schema.bounds(option, hints[option.name])
        assert least is not None
        assert option.default is None or least <= option.default <= (math.inf if largest is None else largest)
        assert (told[option.name]["minimum"], told[option.name].get("maximum")) == (least, largest)
        if re.search("Share of|0 to 1|Probability", option.metadata["doc"]):
            assert (least, largest) == SHARE


@each_check
def test_targets_and_kinds_are_told(name: str) -> None:
    kind = registry.check_class(name)
    assert kind.targets
    assert kind.kinds
    for label, sentence in kind.kinds.items():
        assert label == label.lower().replace("_", "-")
        assert sentence.endswith(".")


@each_check
def test_some_cases_pass_and_some_fail(name: str) -> None:
    found = cases(name)
    assert any(not case["findings"] for case in found), "no case passes"
    assert any(case["findings"] for case in found), "no case fails"


@each_check
def test_some_case_produces_each_kind(name: str) -> None:
    produced = {finding["kind"] for case in cases(name) for finding in case["findings"]}
    assert produced == set(registry.check_class(name).kinds)


def test_every_case_file_has_a_check_and_says_why() -> None:
    files = sorted(FOLDER.glob("*.yaml"))
    assert {file.stem.replace("_", "-") for file in files} == set(NAMES)
    for file in files:
        assert yaml.safe_load(file.read_text(encoding="utf-8"))["why"]


@each_check
def test_case_names_are_unique(name: str) -> None:
    names = [case["name"] for case in cases(name)]
    assert len(names) == len(set(names))
