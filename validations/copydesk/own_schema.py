"""The user's own JSON Schema, held against records as their source has them, before any column is mapped.

The schema travels to worker processes as its text. A record of a format that has no fields of its own, such as a text
scrape, is judged by the fields that its loader found.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.validators import validator_for

from copydesk.errors import UsageError
from copydesk.formats import CHECKER
from copydesk.model import Loaded, Record

MOST = 20
"""Violations that are kept of a record."""
LONG = 240
"""Code points of a message, at most: jsonschema repeats the whole value."""


def read(file: Path) -> str:
    """The text of a schema. Raises UsageError, with file and line, for what is no JSON or no JSON Schema."""
    remedy = "Name a file that holds a JSON Schema."
    try:
        text = file.read_text(encoding="utf-8")
        schema = json.loads(text)
        validator_for(schema, jsonschema.Draft202012Validator).check_schema(schema)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=f"--schema {file}", remedy=remedy) from error
    except json.JSONDecodeError as error:
        raise UsageError(f"is no JSON: {error.msg}", where=f"{file}:{error.lineno}", remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=f"--schema {file}", remedy=remedy) from error
    except SchemaError as error:
        problem = f"is no JSON Schema: {error.message[:LONG]} (at {error.json_path})"
        raise UsageError(problem, where=f"--schema {file}", remedy=remedy) from error
    return text


def judged(loaded: Iterator[Loaded], schema: str) -> Iterator[Loaded]:
    """What a loader yields, each record with its violations of a schema."""
    for each in loaded:
        yield replace(each, violations=violations(each, schema)) if isinstance(each, Record) else each


def violations(record: Record, schema: str) -> tuple[Mapping[str, Any], ...]:
    """The first MOST violations of a record, by place: `path` (dotted), `rule` (the keyword), `message`, `value`."""
    raw = record.fields if record.raw is None else record.raw
    errors = sorted(_validator(schema).iter_errors(raw), key=lambda error: [str(part) for part in error.absolute_path])
    return tuple(_told(error) for error in errors[:MOST])


def _told(error: ValidationError) -> Mapping[str, Any]:
    path = ".".join(str(part) for part in error.absolute_path)
    return {
        "path": path,
        "rule": str(error.validator),
        "message": error.message[:LONG],
        "value": _short(error.instance),
    }


def _short(value: Any) -> str:
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))[:LONG]


@cache
def _validator(schema: str) -> Any:
    """Built once a process."""
    made = json.loads(schema)
    return validator_for(made, jsonschema.Draft202012Validator)(made, format_checker=CHECKER)
