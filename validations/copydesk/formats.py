"""The formats of JSON Schema that are really checked; without these, jsonschema passes every date-time and URI."""

import re
from functools import cache

import jsonschema
from rfc3339_validator import validate_rfc3339
from rfc3986_validator import validate_rfc3986

from copydesk.tables import json_schema

CHECKER = jsonschema.FormatChecker(formats=())
"""Checks date-time (RFC 3339), uri and uri-reference (RFC 3986); strings alone, as JSON Schema demands."""

PLAIN_URI = (
    r"^[A-Za-z][A-Za-z0-9+.-]*:(//[A-Za-z0-9.-]+(:[0-9]{1,5})?(/|\?|$))?"
    r"([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$"
)
"""A pattern for RE2 that lets only sound URIs pass; what it stops may still be sound."""


@CHECKER.checks("date-time")
def is_date_time(value: object) -> bool:
    """Whether a string is an RFC 3339 date-time."""
    return not isinstance(value, str) or bool(validate_rfc3339(value))


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


def _clean(value: str) -> bool:
    """No white space or control character; the validator's patterns let a trailing line feed pass."""
    return not re.search(r"[\s\x00-\x1f\x7f]", value)
