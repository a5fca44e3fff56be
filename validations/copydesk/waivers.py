"""Waivers: faults that somebody answers for, until a day.

[[waiver]]
check = "truncated-teaser"
where = { source = "wire.example", glob = "archive/" }     # uri, source, glob, fingerprint: all that are named hold
reason = "The wire sends teasers of 160 characters."
owner = "desk@paper.example"
until = 2026-12-31                                         # the last day that it holds
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk import toml
from copydesk.config_schema import some
from copydesk.errors import ConfigError, InputNotFoundError
from copydesk.scopes import path_test, source_test
from copydesk.toml_formats import CHECK, PATTERN

_WHERE = {
    "uri": "URIs of articles, as they stand.",
    "source": "Sources: names, or patterns with * and ?.",
    "glob": "Patterns, as in .gitignore, for the file that a row was read from.",
    "fingerprint": "Fingerprints of findings.",
}
Mask = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver as it was written; `where` has the keys of _WHERE."""

    check: str
    where: Mapping[str, tuple[str, ...]]
    reason: str | None
    owner: str | None
    until: date | None
    line: int | None

    def active(self, as_of: date) -> bool:
        """Whether it holds on a day."""
        return self.until is None or as_of <= self.until

    @property
    def covers(self) -> str:
        """What it covers, in words."""
        return ", ".join(f"{what} {' or '.join(values)}" for what, values in self.where.items())

    def matches(self, findings: pa.RecordBatch, roots: tuple[str, ...]) -> Mask:
        """Which findings it covers (columns check, key, uri, source, source_file, fingerprint)."""
        found = _true(pc.equal(findings.column("check"), self.check))
        for what, values in self.where.items():
            if found.any():
                found &= _covered(findings, what, values, roots)
        return found


def read(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order. Raises InputNotFoundError and ConfigError, which names the line."""
    if not file.exists():
        raise InputNotFoundError("there is no such file of waivers", where=str(file), remedy="Name one that exists.")
    document = toml.read(file)
    toml.validate(document, schema())
    return tuple(_waiver(document, index, each) for index, each in enumerate(document.values.get("waiver", ())))


def schema() -> dict[str, Any]:
    """The JSON Schema of a file of waivers."""
    text = {"type": "string"}
    where = {
        "type": "object",
        "description": f"Name at least one of {', '.join(_WHERE)}.",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            name: {**some(PATTERN if name == "glob" else None), "description": told} for name, told in _WHERE.items()
        },
    }
    waiver = {
        "type": "object",
        "additionalProperties": False,
        "required": ["check", "where"],
        "properties": {
            "check": {**text, "format": CHECK, "description": "The check whose findings are waived."},
            "where": where,
            "reason": {**text, "description": "Why they are waived."},
            "owner": {**text, "description": "Who answers for it."},
            "until": {"description": "The last day that it holds. A date."},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "properties": {"waiver": {"type": "array", "items": waiver}},
    }


def _waiver(document: toml.Document, index: int, table: Mapping[str, Any]) -> Waiver:
    path = ("waiver", index)
    until = table.get("until")
    if until is not None and type(until) is not date:
        raise ConfigError(
            f"{toml.shown((*path, 'until'))}: {until!r} is no date",
            where=document.where((*path, "until")),
            remedy="Write it without quotes, as 2026-11-01.",
        )
    where = {name: (given,) if isinstance(given, str) else tuple(given) for name, given in table["where"].items()}
    told = {name: str(table.get(name, "")).strip() or None for name in ("reason", "owner")}
    return Waiver(table["check"], where, told["reason"], told["owner"], until, document.line(path))


def _covered(findings: pa.RecordBatch, what: str, values: Sequence[str], roots: tuple[str, ...]) -> Mask:
    if what in {"uri", "fingerprint"}:
        names = ("uri", "key") if what == "uri" else (what,)
        masks = [_true(pc.is_in(findings.column(name), value_set=pa.array(values, pa.string()))) for name in names]
        either: Mask = np.any(masks, axis=0)
        return either
    test = source_test(values, roots) if what == "source" else path_test(values, roots)
    column = findings.column("source" if what == "source" else "source_file")
    fitting = [value for value in column.unique().to_pylist() if value is not None and test(value)]
    return _true(pc.is_in(column, value_set=pa.array(fitting, pa.string())))


def _true(mask: pa.Array) -> Mask:
    found: Mask = pc.fill_null(mask, fill_value=False).to_numpy(zero_copy_only=False).copy()
    return found
