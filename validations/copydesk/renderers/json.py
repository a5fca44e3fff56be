"""The report as data: report.json, which obeys schemas/report.schema.json and needs nothing beside it."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from copydesk.errors import UsageError
from copydesk.exhibits import Grid, Lengths, Mark, Passage, Portrait, SourceDays, StoryCopy, StoryGroup, Timeline
from copydesk.model import (
    CheckResult,
    ColumnMap,
    ExitStatus,
    Finding,
    Outcome,
    Past,
    Policy,
    Report,
    Severity,
    SkippedInput,
    Status,
    Verdict,
)

SUFFIX = ".json"
FORMAT_VERSION = "1.0"
"""Major: readers must change. Minor: members were added, which an older copydesk refuses to read.

1.0: the first.
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
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
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
    known = {
        "verdict": Verdict(data["verdict"]),
        "exit_status": ExitStatus(data["exit_status"]),
        "reasons": tuple(data["reasons"]),
        "as_of": date.fromisoformat(data["as_of"]),
        "inputs": tuple(data["inputs"]),
        "sources": {each["source"]: each["articles"] for each in data["sources"]},
        "dates": tuple(data["dates"]),
        "checks": tuple(_check(each) for each in data["checks"]),
        "groups": tuple(_group(each) for each in data["groups"]),
        "columns": {each["file"]: ColumnMap(each["mapped"], tuple(each["unmapped"])) for each in data["columns"]},
        "skipped": tuple(SkippedInput(**each) for each in data["skipped"]),
        "notes": tuple(data["notes"]),
        "portrait": _portrait(data["portrait"]),
    }
    return Report(**{**data, **known})


def _check(data: dict[str, Any]) -> CheckResult:
    known = {
        "severity": Severity(data["severity"]),
        "outcomes": tuple(Outcome(**{**each, "severity": Severity(each["severity"])}) for each in data["outcomes"]),
        "policy": _policy(data["policy"]),
        "sample": tuple(_finding(each) for each in data["sample"]),
        "past": tuple(Past(**{**each, "as_of": date.fromisoformat(each["as_of"])}) for each in data["past"]),
    }
    return CheckResult(**{**data, **known})


def _policy(data: dict[str, Any]) -> Policy:
    severity = data["severity"]
    return Policy(**{**data, "severity": None if severity is None else Severity(severity)})


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(**{**data, "severity": Severity(data["severity"]), "status": Status(data["status"])})


def _group(data: dict[str, Any]) -> StoryGroup:
    return StoryGroup(data["story"], tuple(_copy(each) for each in data["copies"]), data["size"])


def _copy(data: dict[str, Any]) -> StoryCopy:
    sides = {name: tuple(Passage(**each) for each in data[name]) for name in ("passages", "facing")}
    return StoryCopy(**{**data, **sides})


def _portrait(data: dict[str, Any] | None) -> Portrait | None:
    if data is None:
        return None
    grids = {name: Grid(**_frozen(data[name])) for name in ("fill", "dates", "faults")}
    return Portrait(_timeline(data["timeline"]), tuple(Lengths(**_frozen(each)) for each in data["lengths"]), **grids)


def _timeline(data: dict[str, Any] | None) -> Timeline | None:
    if data is None:
        return None
    sources = tuple(_source_days(each) for each in data["sources"])
    return Timeline(**{**data, "first": date.fromisoformat(data["first"]), "sources": sources})


def _source_days(data: dict[str, Any]) -> SourceDays:
    days = ("first", "last")
    marks = (Mark(each["kind"], *(date.fromisoformat(each[name]) for name in days)) for each in data["marks"])
    return SourceDays(data["source"], tuple(data["counts"]), tuple(marks))


def _frozen(value: Any) -> Any:
    """Lists as tuples, within an object too."""
    if isinstance(value, dict):
        return {name: _frozen(each) for name, each in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
