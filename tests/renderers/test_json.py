"""report.json obeys its schema, and holds all that another renderer needs."""

import json as plain_json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from copydesk.errors import UsageError
from copydesk.model import Finding
from copydesk.renderers import html, json, text
from renderers import hostile, sample

SCHEMA = plain_json.loads((Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
REPORTS = (sample.report, sample.passed, sample.untrusted)


def problems(document) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(document)]


def objects(schema) -> Iterator[dict]:
    yield schema
    yield from schema.get("$defs", {}).values()


def test_the_schema_is_sound():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_property_has_a_title_and_a_description():
    for each in objects(SCHEMA):
        for name, told in each["properties"].items():
            assert told.get("title"), name
            assert told.get("description", "").endswith("."), name


def test_the_schema_has_every_field_of_a_finding():
    assert {each.name for each in fields(Finding)} <= set(SCHEMA["$defs"]["finding"]["properties"])


@pytest.mark.parametrize("make", REPORTS)
def test_the_schema_holds(make):
    assert problems(plain_json.loads(json.render(make()))) == []


@pytest.mark.parametrize("words", hostile.TEXTS, ids=ascii)
def test_the_schema_holds_of_hostile_text(words):
    checks = (hostile.result(hostile.finding(words, evidence=None)),)
    assert problems(plain_json.loads(json.render(hostile.report(words, checks=checks)))) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("verdict", "green"), ("exit_status", 4), ("as_of", "1.11.2026"), ("format_version", "2.0"), ("dates", [None])],
)
def test_the_schema_refuses(name, value):
    document = plain_json.loads(json.render(sample.report()))
    assert problems(document | {name: value})


@pytest.mark.parametrize("make", REPORTS)
def test_parse_undoes_render(make):
    report = make()
    again = json.parse(json.render(report))
    assert again == report
    assert list(again.sources) == list(report.sources)
    assert html.render(again) == html.render(report)
    assert text.render(again) == text.render(report)


@given(st.text(st.characters(codec=None)))
def test_any_text_survives(words):
    report = replace(sample.passed(), notes=(words,), dataset=words)
    written = json.render(report)
    assert json.parse(written) == report
    written.encode()


def test_nothing_in_the_file_acts_on_a_terminal():
    written = json.render(sample.report())
    assert json.ACTIVE.search(written) is None
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "\\u202e" in written


def test_the_order_of_maps_does_not_show():
    report = sample.report()
    turned = replace(report, configuration=dict(reversed(report.configuration.items())))
    assert json.render(turned) == json.render(report)


def test_a_date_in_the_configuration_is_written_as_iso():
    report = replace(sample.report(), configuration={"as-of": date(2026, 11, 1), "limits": (1, None, True)})
    assert plain_json.loads(json.render(report))["configuration"] == {"as-of": "2026-11-01", "limits": [1, None, True]}


@pytest.mark.parametrize("value", [{1, 2}, b"raw", object()])
def test_what_json_cannot_say_is_refused(value):
    with pytest.raises(TypeError, match="a report cannot hold"):
        json.render(replace(sample.report(), configuration={"x": value}))


@pytest.mark.parametrize("written", ["", "[]", "null", "{}", '{"format_version": "1.0"}', '{"format_version": "1'])
def test_what_is_no_report_is_refused(written):
    with pytest.raises(UsageError, match="this is no report of copydesk"):
        json.parse(written)


def test_another_major_version_is_refused():
    with pytest.raises(UsageError, match=f"of format 2\\.0, not {json.FORMAT_VERSION}"):
        json.parse('{"format_version": "2.0"}')
