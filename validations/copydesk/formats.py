"""Values against our JSON Schemas: formats really checked, Arrow as a screen, jsonschema as the authority.

Without its formats jsonschema passes every date-time and every URI.
"""

import re
from functools import cache
from typing import Any

import jsonschema
import pyarrow as pa
import pyarrow.compute as pc
from rfc3339_validator import validate_rfc3339
from rfc3986_validator import validate_rfc3986

from copydesk.tables import json_schema

CHECKER = jsonschema.FormatChecker(formats=())
"""Checks date-time (RFC 3339), uri and uri-reference (RFC 3986); strings alone, as JSON Schema demands."""

_MARK = r"[A-Za-z0-9._~!$&'()*+,;=:@?-]|%[0-9A-Fa-f]{2}"
PLAIN_URI = (
    rf"^[A-Za-z][A-Za-z0-9+.-]*:(//[A-Za-z0-9.-]+(:[0-9]{{1,5}})?([/?]({_MARK}|/)*)?|/?(({_MARK})({_MARK}|/)*)?)$"
)
"""A pattern for RE2 that lets only sound URIs pass; what it stops may still be sound."""


WITH_HOST = "[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9]"
SOUND_STARTS = {"url": f"^{WITH_HOST}", "uri": f"^({WITH_HOST}|urn:|tag:)"}
"""Beginnings, for RE2, that the pattern of a property surely takes."""

KINDS = {
    "type": "type",
    "format": "format",
    "pattern": "pattern",
    "maxLength": "length",
    "minLength": "length",
    "minimum": "range",
}
"""By keyword of JSON Schema the kind of its violation, the gravest first."""


@CHECKER.checks("date-time")
def is_date_time(value: object) -> bool:
    """Whether a string is an RFC 3339 date-time; leap seconds, which datetime cannot hold, are not."""
    return not isinstance(value, str) or (_clean(value) and bool(validate_rfc3339(value.upper())))


@CHECKER.checks("uri")
def is_uri(value: object) -> bool:
    """Whether a string is an RFC 3986 URI."""
    return not isinstance(value, str) or (_clean(value) and bool(validate_rfc3986(value, rule="URI")))


@CHECKER.checks("uri-reference")
def is_uri_reference(value: object) -> bool:
    """Whether a string is an RFC 3986 URI or relative reference."""
    return not isinstance(value, str) or (_clean(value) and bool(validate_rfc3986(value, rule="URI_reference")))


@cache
def validator(schema: str, field: str) -> jsonschema.Draft202012Validator:
    """The validator of one property of one of our schemas."""
    return jsonschema.Draft202012Validator(json_schema(schema)["properties"][field], format_checker=CHECKER)


def violation(schema: str, field: str, value: Any) -> str | None:
    """The kind of the gravest violation of a value that is not null, or null."""
    errors = [KINDS[str(error.validator)] for error in validator(schema, field).iter_errors(value)]
    return min(errors, key=list(KINDS.values()).index, default=None)


def suspects(schema: str, field: str, column: pa.Array) -> list[int]:
    """The positions of typed values that may break the schema; what is left out surely does not."""
    rules = json_schema(schema)["properties"][field]
    screens: list[pa.Array] = []
    if rules.get("format") == "uri":
        screens.extend(pc.invert(pc.match_substring_regex(column, sound)) for sound in (PLAIN_URI, SOUND_STARTS[field]))
    elif "pattern" in rules:
        distinct = pc.drop_null(pc.unique(column))
        bad = [each for each in distinct.to_pylist() if not validator(schema, field).is_valid(each)]
        screens.append(pc.is_in(column, value_set=pa.array(bad, pa.string())))
    if "maxLength" in rules:
        screens.append(pc.greater(pc.utf8_length(column), rules["maxLength"]))
    if "minimum" in rules:
        screens.append(pc.less(column, rules["minimum"]))
    return sorted({index for screen in screens for index in pc.indices_nonzero(screen).to_pylist()})


def _clean(value: str) -> bool:
    """No white space or control character; the validator's patterns let a trailing line feed pass."""
    return not re.search(r"[\s\x00-\x1f\x7f]", value)
