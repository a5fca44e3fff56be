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
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012, specification_with

from copydesk.errors import UsageError
from copydesk.formats import CHECKER
from copydesk.model import Loaded, Record

MOST = 20
"""Violations that are kept of a record."""
_DRAFTS: tuple[Any, ...] = (
    jsonschema.Draft7Validator,
    jsonschema.Draft201909Validator,
    jsonschema.Draft202012Validator,
)
LONG = 240
"""Code points of a message, at most: jsonschema repeats the whole value."""


def read(file: Path) -> str:
    """The text of a schema. Raises UsageError for what is no JSON Schema, or refers to what it does not hold."""
    text, schema = _loaded(file)
    for reference in _unresolved(schema):
        raise UsageError(
            f"refers to {reference[:LONG]!r}, which it does not hold",
            where=f"--schema {file}",
            remedy="Put what it refers to into the schema itself, under $defs: other files and addresses are not read.",
        )
    return text


def _loaded(file: Path) -> tuple[str, Any]:
    """The text of a schema, and its values. Raises UsageError, with file and line."""
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
    return text, schema


def _unresolved(schema: Any) -> Iterator[str]:
    """The references of a schema that lead out of it; those to JSON Schema itself are known."""
    dialect = schema.get("$schema", "") if isinstance(schema, Mapping) else ""
    resource = specification_with(dialect, default=DRAFT202012).create_resource(schema)
    known: Registry[Any] = Registry().with_contents((each.META_SCHEMA["$id"], each.META_SCHEMA) for each in _DRAFTS)
    waiting = [(known.resolver_with_root(resource), resource)]
    while waiting:
        resolver, each = waiting.pop()
        if isinstance(each.contents, Mapping):
            references = (each.contents.get(name) for name in ("$ref", "$dynamicRef"))
            yield from (found for found in references if isinstance(found, str) and not _leads(resolver, found))
        waiting.extend((resolver.in_subresource(part), part) for part in each.subresources())


def _leads(resolver: Any, reference: str) -> bool:
    try:
        resolver.lookup(reference)
    except (Unresolvable, ValueError):  # a pointer into a list by what is no number is the latter
        return False
    return True


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
    kind = validator_for(made, jsonschema.Draft202012Validator)
    return kind(made, format_checker=CHECKER, registry=Registry())
