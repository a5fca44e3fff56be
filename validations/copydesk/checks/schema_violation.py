"""Values that break the schema of an article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, where
from copydesk.formats import suspects, violation
from copydesk.model import Evidence, Severity, Target
from copydesk.tables import json_schema

OWN = "schema_errors"
PROPERTIES = json_schema("article")["properties"]
JUDGED = tuple(
    name
    for name, rules in PROPERTIES.items()
    if name not in {"article_body", "content_hash"}
    and rules.get("format") != "date-time"
    and {"format", "pattern", "maxLength", "minimum"} & rules.keys()
)
"""The properties whose typed values can still break the schema; dates have checks of their own."""


@dataclass(frozen=True, kw_only=True)
class SchemaViolation(Check):
    """Values that break the schema of an article.

    A value has the wrong type, is no URI, names no host, or is longer than any headline. A value of the wrong type
    was set to null at load and is kept in `extra`. What is missing, and dates, have checks of their own. With
    `--schema FILE` each record is held against your own JSON Schema too, as its source has it.

    ## Why it matters

    Whoever reads the table by its schema trips over such a value, or works with a null where the source had something.

    ## Example

    Bad: `"url": "https://"`, `"headline": 42`.

    Good: `"url": "https://example.org/ferry"`, `"headline": "Ferry back in service"`.

    ## What to do

    Mend the export that wrote the value. If the column was taken for another field than it holds, name the right one
    under `[columns]`.
    """

    targets: ClassVar = tuple(
        Target("articles", name) for name in PROPERTIES if name not in {"article_body", "content_hash"}
    )
    reads: ClassVar = {"articles": ("extra", OWN)}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "type": "The value is not of the type that the schema names.",
        "format": "The value does not have the format that the schema names.",
        "pattern": "The value does not have the form that the schema demands.",
        "length": "The text is longer or shorter than the schema allows.",
        "range": "The number is smaller than the schema allows.",
        "own-schema": "The record breaks your own schema.",
    }

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        """Screened by Arrow, decided by jsonschema."""
        found = [*_typed(batch), *_wrong(batch.column("extra")), *_own(batch.column(OWN))]
        names = ("index", "field", "kind", "detail")
        return pa.Table.from_pylist([dict(zip(names, each, strict=True)) | {"count": 1} for each in found], schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The value, and what the schema says of its field."""
        if hit.kind == "own-schema":
            told = orjson.loads(hit.detail or "{}")
            return Evidence(f"Your schema, {told['rule']}: {told['message']}", excerpt(told["value"], 0, 0))
        value = str(row.get(hit.field)) if hit.detail is None else hit.detail
        asked = PROPERTIES[hit.field]
        message = (
            f"{hit.field}: {self.kinds.get(hit.kind, '')} The schema: {asked['description']} ({_rule(asked, hit.kind)})"
        )
        return Evidence(message, excerpt(value, 0, len(value)), (0, len(value)) if hit.detail is None else None)


def _typed(batch: pa.RecordBatch) -> Iterator[tuple[int, str, str, None]]:
    """Index, field and kind of typed values that break the schema."""
    for name in JUDGED:
        column = batch.column(name)
        for index in suspects("article", name, column):
            kind = violation("article", name, column[index].as_py())
            if kind:
                yield index, name, kind, None


def _wrong(extra: pa.Array) -> list[tuple[int, str, str, str]]:
    """Index, field, kind and value of what tables.py set apart for its type."""
    screen = pc.match_substring_regex(extra, '"(' + "|".join(PROPERTIES) + ')":')
    found = []
    for index in where(screen).to_pylist():
        for name, value in orjson.loads(extra[index].as_py()).items():
            if name in PROPERTIES and violation("article", name, value) == "type":
                found.append((index, name, "type", orjson.dumps(value).decode()))
    return found


def _own(errors: pa.Array) -> Iterator[tuple[int, str, str, str]]:
    """Index, path, kind and description of each violation of the user's own schema."""
    for index in where(pc.is_valid(errors)).to_pylist():
        for told in orjson.loads(errors[index].as_py()):
            yield index, told["path"] or "record", "own-schema", orjson.dumps(told).decode()


def _rule(asked: Mapping[str, Any], kind: str) -> str:
    names = {"length": "maxLength", "range": "minimum"}
    name = names.get(kind, kind)
    return f"{name}: {asked[name]}" if name in asked else f"type: {asked['type']}"
