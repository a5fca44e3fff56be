"""The report as data: report.json, which obeys schemas/report.schema.json and needs nothing beside it."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from copydesk.errors import UsageError
from copydesk.model import Report
from copydesk.renderers import _logs as logs

SUFFIX = ".json"
FORMAT_VERSION = "1.4"
"""Major: readers must change. Minor: members were added, which an older copydesk refuses to read.

1.0: the first.
1.1: scopes of a policy, and the scope of an outcome; `baseline`, `waivers` and `against`.
1.2: the `waiver` of a finding.
1.3: the `options` of the command line.
1.4: the `relations` of a group.
"""
# JSON may hold these as they are, but a terminal or a pager that shows the file would act on them, and lone
# surrogates cannot be written as UTF-8. In JSON text they can only stand inside strings, so escaping loses nothing.
ACTIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def render(report: Report) -> str:
    """The report as JSON with a line feed at its end; the same report gives the same bytes.

    Members stand in the order of the model, those of maps by name; `sources` and `columns` are lists.
    """
    data = {"format_version": FORMAT_VERSION, **_plain(report)}
    data["sources"] = [{"source": name, "articles": count} for name, count in report.sources.items()]
    data["columns"] = [{"file": file, **_plain(each)} for file, each in sorted(report.columns.items())]
    return written(data)


def written(data: Any) -> str:
    """JSON values as text with a line feed at its end, in which nothing acts on whoever shows it."""
    text = logs.broken(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1), sharp="\\u0023")
    return ACTIVE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def parse(text: str) -> Report:
    """The report that `render` made the text of. Raises UsageError if it made it not, or of another major version."""
    remedy = "Run `copydesk check` again to write it anew."
    try:
        data = json.loads(text)
        version = str(data.pop("format_version"))
        if version.partition(".")[0] != FORMAT_VERSION.partition(".")[0]:
            raise UsageError(f"the report is of format {version}, not {FORMAT_VERSION}", remedy=remedy)
        return _report(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UsageError(f"this is no report of copydesk: {error!r}", remedy=remedy) from error


def _plain(value: Any) -> Any:
    """Dataclasses, maps, tuples and dates as JSON has them. Raises TypeError for what JSON cannot say."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(value[name]) for name in sorted(value, key=str)}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a report cannot hold a {type(value).__name__}")


def _report(data: dict[str, Any]) -> Report:
    sources = {each["source"]: each["articles"] for each in data["sources"]}
    columns = {each.pop("file"): each for each in data["columns"]}
    made: Report = _made(Report, {**data, "sources": sources, "columns": columns})
    return made


def _made(hint: Any, data: Any) -> Any:
    """A value of the type that a hint of the model names, from what `_plain` made of it."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return None if data is None else _made(next(each for each in inner if each is not NoneType), data)
    if origin is tuple:
        kinds = repeat(inner[0]) if inner[-1] is Ellipsis else inner
        return tuple(_made(kind, each) for kind, each in zip(kinds, data, strict=False))
    if origin is Mapping:
        return {name: _made(inner[1], each) for name, each in data.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{name: _made(hints[name], each) for name, each in data.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    return date.fromisoformat(data) if hint is date else data


@cache
def _hints(hint: type) -> Mapping[str, Any]:
    """The types of a dataclass's fields; reading them for each finding anew takes longer than all else."""
    return get_type_hints(hint)
