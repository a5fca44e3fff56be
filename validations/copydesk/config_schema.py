"""The JSON Schema of the configuration, made from the options of the checks, so that an option is written once."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from copydesk import registry
from copydesk.model import LARGEST, Severity
from copydesk.tables import MADE, json_schema
from copydesk.toml_formats import CHECK, PATTERN, ZONE

FAIL_ON = ("error", "warning", "never")
EVIDENCE = ("full", "spans", "none")
SCOPE = "scope"
COUNT = {"minimum": 0, "maximum": LARGEST}
_TYPES: Mapping[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def schema() -> dict[str, Any]:
    """The JSON Schema of the configuration."""
    checks = {name: _check_schema(registry.check_class(name)) for name in registry.names("checks")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:copydesk:schema:config",
        "title": "Configuration of copydesk",
        "description": "copydesk.toml, or the table [tool.copydesk] of pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "dataset": _property("string", "Dataset", "The name of the dataset, for the report."),
            "version": _property("string", "Version", "The version of the dataset, for the report."),
            "language": {
                "enum": list(registry.languages()),
                "title": "Language",
                "description": "The language of the HTML report's own words.",
            },
            "fail_on": {"enum": list(FAIL_ON), "title": "Fail on", "description": "The least severity that blocks."},
            "evidence": {
                "enum": list(EVIDENCE),
                "title": "Evidence",
                "description": "What reports show of the data: all, spans without text, or not even headlines.",
            },
            "as_of": {
                "title": "As of",
                "description": "The day that counts as today, for dates in the future and for waivers. A date.",
            },
            "select": {
                **_listed(CHECK),
                "minItems": 1,
                "title": "Select",
                "description": "The checks that run; by default all.",
            },
            "ignore": {**_listed(CHECK), "title": "Ignore", "description": "Checks that do not run."},
            "exclude": {
                **_listed(PATTERN),
                "title": "Exclude",
                "description": "Patterns, as in .gitignore, that walks skip.",
            },
            "sample": _property("integer", "Sample", "Findings of a check that a report shows.", **COUNT),
            **_paths_schema(),
            **_sources_schema(),
            "checks": {
                "title": "Checks",
                "description": "By check its policy and its options.",
                "type": "object",
                "additionalProperties": False,
                "properties": checks,
            },
        },
        "$defs": {"scopes": _scopes_schema()},
    }


def some(kind: str | None = None) -> dict[str, Any]:
    """A text, or several, of a format if one is named."""
    text = {"type": "string", "format": kind} if kind else {"type": "string"}
    return {**text, "type": ["string", "array"], "items": text}


def _listed(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string", "format": kind}}


def _paths_schema() -> dict[str, Any]:
    """What a run is held against."""
    seen = "A dataset published earlier: the folder that --out wrote, from the configuration's folder."
    return {
        "seen": _property("string", "Seen", seen),
        "baseline": _property("string", "Baseline", "The file of known findings, from the configuration's folder."),
        "waivers": _property("string", "Waivers", "The file of waivers, from the configuration's folder."),
    }


def _sources_schema() -> dict[str, Any]:
    """What the data does not say of itself."""
    column = {"type": ["string", "integer"], "minLength": 1, "minimum": 0}
    return {
        "columns": {
            "title": "Columns",
            "description": "By article field the column that holds it: a name, a path (headline.main) or a number.",
            "type": "object",
            "additionalProperties": False,
            "properties": {name: column for name in json_schema("article")["properties"] if name not in MADE},
        },
        "zones": {
            "title": "Time zones",
            "description": "By source the IANA name of the zone of its dates that name none.",
            "type": "object",
            "additionalProperties": {"type": "string", "format": ZONE},
        },
    }


def _check_schema(made: Any) -> dict[str, Any]:
    hints = get_type_hints(made)
    options = {each.name: _option_schema(each, hints[each.name]) for each in made.options() if each.name != "as_of"}
    first = (made.__doc__ or "").strip().splitlines()
    return {
        "type": "object",
        "title": made.name(),
        "description": first[0] if first else made.name(),
        "additionalProperties": False,
        "properties": {**_limits_schema(), SCOPE: {"$ref": "#/$defs/scopes"}, **options},
    }


def _limits_schema() -> dict[str, Any]:
    return {
        "severity": {"enum": [str(each) for each in Severity], "description": "The severity of all its findings."},
        "max_count": _property("integer", "Most rows", "Rows that may fail before the gate blocks.", **COUNT),
        "max_share": _property("number", "Largest share", "Share of rows that may fail, 0 to 1.", minimum=0, maximum=1),
    }


def _scopes_schema() -> dict[str, Any]:
    """Parts of the rows of a check with limits of their own."""
    told = {
        "source": "Sources: names, or patterns with * and ?.",
        "language": "Languages as in_language has them; de takes in de-AT.",
        "path": "Patterns, as in .gitignore, for the file that a row was read from.",
    }
    patterns = {name: {**some(PATTERN if name == "path" else None), "description": text} for name, text in told.items()}
    scope = {"type": "object", "additionalProperties": False, "properties": {**patterns, **_limits_schema()}}
    return {
        "title": "Scopes",
        "description": "Parts of the rows with limits of their own; a row belongs to the first that it matches.",
        "type": "array",
        "items": scope,
    }


def bounds(option: Field[Any], hint: Any) -> tuple[float | None, float | None]:
    """The least and the largest number that an option of a check may be, null for none: as it says, else 0 or more."""
    kinds = {*(get_args(hint) or (hint,))} - {types.NoneType}
    if not kinds <= {int, float}:
        return None, None
    least, largest = option.metadata.get("within") or (0, None)
    return least, LARGEST if largest is None and kinds == {int} else largest


def _option_schema(option: Field[Any], hint: Any) -> dict[str, Any]:
    limits = zip(("minimum", "maximum"), bounds(option, hint), strict=True)
    limited = {name: value for name, value in limits if value is not None}
    made = {**_type_schema(hint), **limited, "description": option.metadata["doc"]}
    if option.default is not MISSING and option.default is not None:
        made["default"] = list(option.default) if isinstance(option.default, tuple) else option.default
    return made


def _type_schema(hint: Any) -> dict[str, Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in {Union, types.UnionType}:
        return {"type": [_TYPES[each] for each in inner]}
    if origin in {tuple, list, Sequence}:
        return {"type": "array", "items": {"type": _TYPES[inner[0]]}}
    return {"type": _TYPES[hint]}


def _property(kind: str, title: str, description: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "title": title, "description": description, **more}
