"""copydesk.toml or [tool.copydesk] -> Config.

The JSON Schema of the configuration (schemas/config.schema.json) is made from the options of the checks, so an option
is written once. Errors name the file, the line, the key and the nearest right key.
"""

import tomllib
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import jsonschema

from copydesk import registry
from copydesk.errors import ConfigError
from copydesk.files import readable
from copydesk.model import Policy, Severity

FILE = "copydesk.toml"
FAIL_ON = ("error", "warning", "never")
EVIDENCE = ("full", "spans", "none")
_TYPES: Mapping[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


@dataclass(frozen=True, slots=True)
class Config:
    """What the user asks for.

    `columns` maps article fields to columns of the input, `zones` sources to IANA time zones, `checks` names of
    checks to their options; `select` (null: all) and `ignore` name checks. `seen` is a folder that --out wrote. `file`
    is where it was read from.
    """

    dataset: str | None = None
    version: str | None = None
    language: str = "en"
    fail_on: str = "error"
    evidence: str = "full"
    as_of: date | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    seen: str | None = None
    columns: Mapping[str, str | int] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)
    sample: int = 50
    policies: Mapping[str, Policy] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    file: Path | None = None
    raw: Mapping[str, Any] = field(default_factory=dict)

    def policy(self, name: str) -> Policy:
        """What the user allows of a check."""
        return self.policies.get(name, Policy())

    def chosen(self) -> tuple[str, ...]:
        """The names of the checks that run. Raises UnknownNameError for a name that no check has."""
        known = registry.names("checks")
        for name in (*(self.select or ()), *self.ignore):
            if name not in known:
                registry.load("checks", name)
        return tuple(name for name in known if name in (self.select or known) and name not in self.ignore)

    def check(self, name: str) -> Any:
        """A check with the user's options, and the run's clock where it has an option `as_of`."""
        made = registry.check_class(name)
        options = dict(self.options.get(name, {}))
        if self.as_of and any(each.name == "as_of" for each in made.options()):
            options["as_of"] = self.as_of
        return made(**options)


def find(folder: Path) -> Path | None:
    """The nearest copydesk.toml, or pyproject.toml that has [tool.copydesk], from a folder upward."""
    for each in (folder, *folder.parents):
        if readable(each / FILE):
            return each / FILE
        project = each / "pyproject.toml"
        if readable(project) and b"[tool.copydesk" in project.read_bytes():
            return project
    return None


def read(file: Path | None, settings: Sequence[str] = ()) -> Config:
    """The configuration of a file (null: defaults) with some KEY=VALUE settings over it. Raises ConfigError."""
    text = _text(file) if file else ""
    values = _table(text, file)
    for setting in settings:
        _set(values, setting)
    if values:
        _validate(values, file, text)
    return _config(values, file)


def schema() -> dict[str, Any]:
    """The JSON Schema of the configuration."""
    checks = {name: _check_schema(registry.check_class(name)) for name in registry.names("checks")}
    article_columns = {"type": ["string", "integer"], "minLength": 1, "minimum": 0}
    names = {"type": "array", "items": {"type": "string"}}
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
            "select": {**names, "title": "Select", "description": "The checks that run; by default all."},
            "ignore": {**names, "title": "Ignore", "description": "Checks that do not run."},
            "exclude": {**names, "title": "Exclude", "description": "Patterns, as in .gitignore, that walks skip."},
            "sample": _property("integer", "Sample", "Findings of a check that a report shows.", minimum=0),
            "seen": _property(
                "string", "Seen", "A dataset published earlier: the folder that --out wrote, from the working folder."
            ),
            "columns": {
                "title": "Columns",
                "description": "By article field the column that holds it: a name, a path (headline.main) or a number.",
                "type": "object",
                "additionalProperties": article_columns,
            },
            "zones": {
                "title": "Time zones",
                "description": "By source the IANA name of the zone of its dates that name none.",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
            "checks": {
                "title": "Checks",
                "description": "By check its policy and its options.",
                "type": "object",
                "additionalProperties": False,
                "properties": checks,
            },
        },
    }


def _check_schema(made: Any) -> dict[str, Any]:
    hints = get_type_hints(made)
    policy = {
        "severity": {"enum": [str(each) for each in Severity], "description": "The severity of all its findings."},
        "max_count": _property("integer", "Most rows", "Rows that may fail before the gate blocks.", minimum=0),
        "max_share": _property("number", "Largest share", "Share of rows that may fail, 0 to 1.", minimum=0, maximum=1),
    }
    options = {each.name: _option_schema(each, hints[each.name]) for each in made.options() if each.name != "as_of"}
    first = (made.__doc__ or "").strip().splitlines()
    return {
        "type": "object",
        "title": made.name(),
        "description": first[0] if first else made.name(),
        "additionalProperties": False,
        "properties": {**policy, **options},
    }


def _option_schema(option: Field[Any], hint: Any) -> dict[str, Any]:
    made = {**_type_schema(hint), "description": option.metadata["doc"]}
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


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", where=str(file), remedy="Name a file that exists."
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", where=str(file), remedy="Save it as UTF-8.") from error


def _table(text: str, file: Path | None) -> dict[str, Any]:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"is not valid TOML: {error}", where=str(file), remedy="Mend that line.") from error
    if file and file.name == "pyproject.toml":
        inner: dict[str, Any] = values.get("tool", {}).get("copydesk", {})
        return inner
    return values


def _set(values: dict[str, Any], setting: str) -> None:
    key, equals, text = setting.partition("=")
    if not equals or not key:
        raise ConfigError("is not KEY=VALUE", where=f"--set {setting}", remedy="For example: --set sample=10")
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        value = text
    *path, last = key.split(".")
    table = values
    for each in path:
        table = table.setdefault(each, {})
        if not isinstance(table, dict):
            raise ConfigError(f"{each!r} is no table", where=f"--set {setting}", remedy="Set the value itself.")
    table[last] = value


def _validate(values: Mapping[str, Any], file: Path | None, text: str) -> None:
    errors = sorted(
        jsonschema.Draft202012Validator(schema()).iter_errors(values), key=lambda each: list(map(str, each.path))
    )
    if not errors:
        return
    error = errors[0]
    path = [str(each) for each in error.absolute_path]
    unknown = _unknown(error) if error.validator == "additionalProperties" else None
    key = ".".join((*path, unknown) if unknown else path)
    problem = f"unknown key {key!r}" if unknown else f"{key}: {error.message}"
    remedy = registry.nearest(unknown, _properties(error)) if unknown else _description(error)
    raise ConfigError(problem, where=_where(file, text, unknown or (path[-1] if path else "")), remedy=remedy)


def _unknown(error: jsonschema.ValidationError) -> str | None:
    known = _properties(error)
    given = error.instance if isinstance(error.instance, Mapping) else {}
    return next((str(key) for key in given if key not in known), None)


def _properties(error: jsonschema.ValidationError) -> Mapping[str, Any]:
    found: Mapping[str, Any] = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
    return found


def _description(error: jsonschema.ValidationError) -> str:
    return str(error.schema.get("description", "")) if isinstance(error.schema, Mapping) else ""


def _where(file: Path | None, text: str, key: str) -> str:
    if file is None:
        return "--set"
    lines = (number for number, line in enumerate(text.splitlines(), 1) if key in line.split("#")[0])
    number = next(lines, None)
    return f"{file}:{number}" if number else str(file)


def _config(values: Mapping[str, Any], file: Path | None) -> Config:
    checks: Mapping[str, Mapping[str, Any]] = values.get("checks", {})
    plain = ("dataset", "version", "language", "fail_on", "evidence", "seen", "sample")
    known: dict[str, Any] = {key: values[key] for key in plain if key in values}
    known |= {key: tuple(values[key]) for key in ("select", "ignore", "exclude") if key in values}
    known |= {key: dict(values[key]) for key in ("columns", "zones") if key in values}
    return Config(
        **known,
        as_of=_day(values.get("as_of"), file),
        policies={name: _policy(table) for name, table in checks.items()},
        options={name: _options(table) for name, table in checks.items()},
        file=file,
        raw=values,
    )


def _policy(table: Mapping[str, Any]) -> Policy:
    severity = Severity(table["severity"]) if "severity" in table else None
    return Policy(severity, table.get("max_count"), table.get("max_share"))


def _options(table: Mapping[str, Any]) -> dict[str, Any]:
    policy = {each.name for each in fields(Policy)}
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key not in policy
    }


def _day(value: Any, file: Path | None) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ConfigError(
            f"as_of: {value!r} is no date", where=str(file or "--set"), remedy="Write it as 2026-11-01."
        ) from error
