"""The user's own JSON Schema over raw records: by file and line, whatever the columns are mapped to."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from copydesk import own_schema
from copydesk.cli import cli
from copydesk.errors import UsageError
from copydesk.model import Record

SCHEMA = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "integer"},
        "title": {"type": "string", "maxLength": 20},
        "when": {"type": "string", "format": "date-time"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
    },
}
BODY = "The old crane came down on Friday, and the harbour was quiet for the first time in years. " * 3
SOUND = {"id": 1, "title": "The crane is gone", "text": BODY, "when": "2026-05-02T10:00:00Z"}


def violations(record: dict[str, object]) -> list[tuple[str, str]]:
    found = own_schema.violations(Record({}, raw=record), json.dumps(SCHEMA))
    return [(each["path"], each["rule"]) for each in found]


def test_violations_name_path_and_rule() -> None:
    assert violations(SOUND) == []
    assert violations({**SOUND, "when": "yesterday", "authors": [{"name": "Ana"}, {}]}) == [
        ("authors.1", "required"),
        ("when", "format"),
    ]
    assert violations({"id": "7"}) == [("id", "type")]
    assert violations({}) == [("", "required")]


def test_a_record_without_raw_is_judged_by_its_fields() -> None:
    (found,) = own_schema.violations(Record({"headline": "x"}), json.dumps(SCHEMA))
    assert found["message"] == "'id' is a required property"


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=900), max_size=40))
def test_what_is_kept_of_a_record_is_bounded(record: dict[str, str]) -> None:
    schema = json.dumps({"additionalProperties": {"type": "integer"}})
    found = own_schema.violations(Record({}, raw=record), schema)
    assert len(found) == min(len(record), own_schema.MOST)
    assert all(len(each["message"]) <= own_schema.LONG and len(each["value"]) <= own_schema.LONG for each in found)


def test_findings_name_file_and_line_in_worker_processes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("schema.json").write_text(json.dumps(SCHEMA))
    for name in ("a", "b"):
        lines = [SOUND, {**SOUND, "title": "A headline of more than twenty"}, {**SOUND, "id": None}]
        Path(f"{name}.jsonl").write_text("".join(json.dumps({**line, "text": BODY + name}) + "\n" for line in lines))
    arguments = [
        "check",
        "a.jsonl",
        "b.jsonl",
        "--schema",
        "schema.json",
        "--select",
        "schema-violation",
        "--jobs",
        "2",
    ]
    told = CliRunner().invoke(cli, [*arguments, "--format", "json"], standalone_mode=False)
    assert told.return_value == 1 or told.exit_code == 1
    (check,) = json.loads(told.output)["checks"]
    found = [(each["source_file"], each["source_line"], each["field"], each["kind"]) for each in check["sample"]]
    assert sorted(found) == [
        (f"{name}.jsonl", line, field, "own-schema") for name in "ab" for line, field in ((2, "title"), (3, "id"))
    ]
    assert check["sample"][0]["message"].startswith("Your schema, ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "schema.json:1: is no JSON"),
        ('{"type": 7}', "is no JSON Schema: 7 is not valid"),
        (None, "cannot be read: No such file"),
        ("ÿ", "is not UTF-8"),
        ('{"properties": {"a": {"$ref": "other.json#/$defs/a"}}}', "refers to 'other.json#/$defs/a'"),
        ('{"allOf": [{"$ref": "https://schemas.example/a.json"}]}', "refers to 'https://schemas.example/a.json'"),
        ('{"$id": "https://schemas.example/", "items": {"$ref": "a.json"}}', "refers to 'a.json'"),
        ('{"items": {"$ref": "#/$defs/missing"}}', "refers to '#/$defs/missing'"),
        ('{"allOf": [true], "items": {"$ref": "#/allOf/x"}}', "refers to '#/allOf/x'"),
        ('{"items": {"$ref": "#missing"}}', "refers to '#missing'"),
    ],
)
def test_a_bad_schema_is_bad_use(tmp_path: Path, text: str | None, told: str) -> None:
    file = tmp_path / "schema.json"
    if text is not None:
        file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError) as error:
        own_schema.read(file)
    assert told in str(error.value)
    assert "schema" in str(error.value.remedy).lower()


@pytest.mark.parametrize(
    "schema",
    [
        {"$defs": {"a": {"type": "integer"}}, "properties": {"id": {"$ref": "#/$defs/a"}}},
        {"$defs": {"a": {"$anchor": "a", "type": "integer"}}, "properties": {"id": {"$ref": "#a"}}},
        {
            "$id": "https://schemas.example/root.json",
            "$defs": {"a": {"$id": "a.json", "type": "integer"}},
            "properties": {"id": {"$ref": "a.json"}},
        },
        {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {"type": "integer"}},
         "properties": {"id": {"$ref": "#/definitions/a"}}},
        {"properties": {"id": {"allOf": [{"type": "integer"}], "not": {"enum": [{"$ref": "no reference"}]}}}},
        {"$schema": "https://schemas.example/dialect", "properties": {"id": {"type": "integer"}}},
        {"properties": {"id": {"type": "integer"}, "own": {"$ref": "https://json-schema.org/draft/2020-12/schema"}}},
    ],
)  # fmt: skip
def test_references_within_a_schema_are_followed(tmp_path: Path, schema: dict[str, object]) -> None:
    file = tmp_path / "schema.json"
    file.write_text(json.dumps(schema))
    text = own_schema.read(file)
    assert [each["rule"] for each in own_schema.violations(Record({}, raw={"id": "7"}), text)] == ["type"]
    assert own_schema.violations(Record({}, raw={"id": 7, "own": {}}), text) == ()
