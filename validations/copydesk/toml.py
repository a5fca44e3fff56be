"""TOML files of ours -> values that obey a JSON Schema, or an error that names file, line, key and remedy."""

import json
import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
from jsonschema.validators import extend

from copydesk.errors import ConfigError
from copydesk.registry import close, nearest
from copydesk.toml_formats import CHECKER

PROJECT = "pyproject.toml"
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]].*?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w.\s-])+?)\s*=""")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "nothing",
}
Path_ = tuple[str | int, ...]


def _is_integer(_: Any, value: object) -> bool:
    """Not 5.0, which JSON Schema takes for one."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(_: Any, value: object) -> bool:
    """Neither nan nor inf, which TOML can write, and which no bound catches."""
    return _is_integer(_, value) or (isinstance(value, float) and math.isfinite(value))


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": _is_integer, "number": _is_number}
    ),
)


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one file, and its text, so that errors can name lines; `settings` are what --set laid over it."""

    file: Path | None
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    settings: Mapping[Path_, str] = field(default_factory=dict)

    def where(self, path: Path_) -> str | None:
        """`file:line` of the key of that path, or of what it stands in; of a setting, the setting; null for neither."""
        setting = next((text for key, text in self.settings.items() if path[: len(key)] == key[: len(path)]), None)
        if setting is not None or self.file is None:
            return None if setting is None else f"--set {setting}"
        line = self.line(path)
        return f"{self.file}:{line}" if line else str(self.file)

    def line(self, path: Path_) -> int | None:
        """The line of the key of that path, else of the nearest table around it; from 1."""
        wanted = (*_inside(self.file), *path)
        best: tuple[int, int | None] = (max(0, len(_inside(self.file)) - 1), None)
        for number, found in _keys(self.text):
            alike = min(len(found), len(wanted))
            if alike > best[0] and found[:alike] == wanted[:alike]:
                best = (alike, number)
        return best[1]


def read(file: Path) -> Document:
    """The values of a file (of pyproject.toml, those of [tool.copydesk]). Raises ConfigError."""
    text, values = _loaded(file)
    for each in _inside(file):
        values = values.get(each, {})
        if not isinstance(values, dict):
            raise ConfigError(f"{each} is no table", where=str(file), remedy="Write [tool.copydesk] above our keys.")
    return Document(file, text, values)


def holds(file: Path) -> bool | None:
    """Whether a pyproject.toml has [tool.copydesk], however it is written; null for one that cannot be read."""
    try:
        _, values = _loaded(file)
    except ConfigError:
        return None
    tool, name = _inside(file)
    return name in values.get(tool, {})


def _loaded(file: Path) -> tuple[str, dict[str, Any]]:
    """Text and values of a file. Raises ConfigError."""
    try:
        text = file.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", where=str(file), remedy="Name a file that exists."
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", where=str(file), remedy="Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"is not valid TOML: {error}", where=str(file), remedy="Mend that line.") from error


def lines(values: Mapping[str, Any]) -> Iterator[str]:
    """`key = value` for each of some values that are no tables."""
    for key, value in values.items():
        yield f"{key if _BARE.fullmatch(key) else written(key)} = {written(value)}"


def written(value: Any) -> str:
    """A value as TOML writes it, on one line, with what nobody can see, or a terminal would act upon, escaped."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        plain = json.dumps(value, ensure_ascii=False)
        return "".join(each if each.isprintable() else _escaped(each) for each in plain)
    return str(value)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def validate(document: Document, schema: Mapping[str, Any]) -> None:
    """Raises ConfigError for the first value that does not obey the schema."""
    found = _Validator(schema, format_checker=CHECKER).iter_errors(document.values)
    error = min(found, key=lambda each: [str(part) for part in each.absolute_path], default=None)
    if error is not None:
        raise _told(document, error)


def _told(document: Document, error: jsonschema.ValidationError) -> ConfigError:
    """What is wrong, where, and what would be right."""
    path: Path_ = tuple(error.absolute_path)
    unknown = _unknown(error) if error.validator == "additionalProperties" else None
    if unknown is not None:
        path = (*path, unknown)
        remedy = nearest(unknown, _properties(error))
        return ConfigError(f"unknown key {shown(path)!r}", where=document.where(path), remedy=remedy)
    if isinstance(error.cause, ConfigError):
        return ConfigError(error.cause.problem, where=document.where(path), remedy=error.cause.remedy)
    remedy = f"{_nearest_value(error)} {_described(error)}".strip()
    return ConfigError(f"{shown(path)}: {_problem(error)}", where=document.where(path), remedy=remedy or None)


def shown(path: Path_) -> str:
    """A path as the documentation writes it; the place in a list, from 1, in brackets."""
    text = ""
    for each in path:
        text += f"[{each + 1}]" if isinstance(each, int) else f".{each}" if text else each
    return text


def _inside(file: Path | None) -> tuple[str, ...]:
    """The table of a file that is ours."""
    return ("tool", "copydesk") if file and file.name == PROJECT else ()


def _keys(text: str) -> Iterator[tuple[int, Path_]]:
    """The paths of the keys and table headers of a TOML text with their lines, as far as lines show them."""
    prefix: Path_ = ()
    counts: dict[Path_, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            prefix = _indexed(_dotted(header[2]), counts)
            if header[1] == "[[":
                counts[prefix] = counts.get(prefix, -1) + 1
                prefix = (*prefix, counts[prefix])
            yield number, prefix
            continue
        key = _KEY.match(line)
        if key:
            yield number, (*prefix, *_dotted(key[1]))


def _indexed(path: Path_, counts: Mapping[Path_, int]) -> Path_:
    """A path below lists of tables, with the place of the last table of each."""
    made: Path_ = ()
    for index, each in enumerate(path):
        made = (*made, each)
        if made in counts and index < len(path) - 1:
            made = (*made, counts[made])
    return made


def _dotted(key: str) -> Path_:
    """The parts of a dotted key; none where it is not one."""
    try:
        values: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str | int] = []
    while isinstance(values, dict):
        part, values = next(iter(values.items()))
        parts.append(part)
    return tuple(parts)


def _unknown(error: jsonschema.ValidationError) -> str | None:
    known = _properties(error)
    given = error.instance if isinstance(error.instance, Mapping) else {}
    return next((str(key) for key in given if key not in known), None)


def _properties(error: jsonschema.ValidationError) -> Mapping[str, Any]:
    found: Mapping[str, Any] = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
    return found


def _described(error: jsonschema.ValidationError) -> str:
    return str(error.schema.get("description", "")) if isinstance(error.schema, Mapping) else ""


def _problem(error: jsonschema.ValidationError) -> str:
    """What is wrong with a value, in words."""
    wanted: Any = error.validator_value
    if error.validator == "type":
        kinds = " or ".join(_KINDS[each] for each in ([wanted] if isinstance(wanted, str) else wanted))
        return f"must be {kinds}, and is {_value(error.instance)}"
    if error.validator == "enum":
        return f"must be one of {', '.join(map(str, wanted))}, and is {_value(error.instance)}"
    if error.validator in {"minimum", "maximum"}:
        bound = "at least" if error.validator == "minimum" else "at most"
        return f"must be {bound} {wanted}, and is {_value(error.instance)}"
    if error.validator == "minItems":
        return f"must name {wanted} at least"
    if error.validator == "required" and isinstance(error.instance, Mapping):
        return f"lacks {' and '.join(each for each in wanted if each not in error.instance)}"
    return error.message


def _value(value: Any) -> str:
    kind = "the text " if isinstance(value, str) else ""
    text = f"{kind}{str(value).lower() if isinstance(value, bool) else repr(value)}"
    return text if len(text) <= 80 else f"{text[:79]}…"


def _nearest_value(error: jsonschema.ValidationError) -> str:
    if error.validator != "enum" or not isinstance(error.instance, str):
        return ""
    wanted: Any = error.validator_value
    return close(error.instance, map(str, wanted))


def setting(document: Document, text: str) -> Document:
    """The document with one KEY=VALUE laid over it; a value that is no TOML is taken for a text. Raises ConfigError."""
    key, equals, given = text.partition("=")
    if not equals or not key.strip():
        raise ConfigError("is not KEY=VALUE", where=f"--set {text}", remedy="For example: --set sample=10")
    try:
        value = tomllib.loads(f"value = {given}")["value"]
    except tomllib.TOMLDecodeError:
        value = given
    path = _dotted(key) or tuple(key.split("."))
    values = _laid(document.values, path, value, text)
    return Document(document.file, document.text, values, {**document.settings, path: text})


def _laid(values: Mapping[str, Any], path: Sequence[str | int], value: Any, text: str) -> dict[str, Any]:
    first, *rest = (str(each) for each in path)
    if not rest:
        return {**values, first: value}
    inner = values.get(first, {})
    if not isinstance(inner, Mapping):
        raise ConfigError(f"{first!r} is no table", where=f"--set {text}", remedy="Set the value itself.")
    return {**values, first: _laid(inner, rest, value, text)}
