"""The cases of all checks: tests/checks/<name>.yaml, each run with one batch and with one row a batch.

A case gives rows as mappings of column to value; what is left out is null, `row` counts from 0, `key` is "key-<row>"
and `source` "example". `times` repeats a row. Dates are ISO text. A row with `days` {from, to, stories, weekdays}
stands for so many stories on each of these days (Monday 0). It lists the findings to expect: the fields it names must
agree, and there must be no others. `span` is the text inside the span, `message` a part of the message.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from copydesk import registry
from copydesk.against import VERSIONS
from copydesk.checks import Check
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.examine import examine
from copydesk.rules import Rule
from copydesk.stories import tables as stories
from copydesk.tables import ARTICLES, REJECTS, TEASERS

FOLDER = Path(__file__).parent / "checks"
VIRTUAL = pa.schema([*TEASERS, pa.field("target_body", pa.string())])
STORIES = pa.schema([*stories.STORIES, *(each for each in ARTICLES if each.name not in stories.STORIES.names)])
SCHEMAS = {"articles": ARTICLES, "teasers": VIRTUAL, "rejects": REJECTS, "stories": STORIES, "versions": VERSIONS}
COMPARED = ("table", "row", "source", "field", "kind", "count", "severity", "evidence", "suggestion")


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]:
            yield pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize("whole", [True, False], ids=["one batch", "one row a batch"])
@pytest.mark.parametrize(("stem", "case"), [*cases()])
def test_case(stem: str, case: Mapping[str, Any], whole: bool, tmp_path: Path) -> None:
    check = made(stem, case.get("options", {}))
    found = run(check, case, whole, tmp_path)
    expected = sorted(case["findings"], key=order)
    assert [shown(finding, like) for finding, like in zip(found, expected, strict=False)] == [
        dict(each) for each in expected
    ]
    assert len(found) == len(expected), found


def made(stem: str, options: Mapping[str, Any]) -> Check:
    kind = registry.check_class(stem.replace("_", "-"))
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
    if any(each.name == "as_of" for each in kind.options()):
        given.setdefault("as_of", date(2026, 11, 1))
    return kind(**given)


def run(check: Check, case: Mapping[str, Any], whole: bool, scratch: Path) -> list[dict[str, Any]]:
    with Pool(1) as pool:
        engine = LocalEngine(scratch, pool)
        tables = {name: stored(engine, name, case.get(name, []), whole) for name in check.tables()}
        found = [row for batch in engine.scan(examine(engine, tables, [Rule(check)])) for row in batch.to_pylist()]
    texts = {name: dict(enumerate(case.get(name, []))) for name in tables}
    for finding in found:
        text = texts.get(finding["table"], {}).get(finding["row"], {}).get(finding["field"])
        if finding["span_start"] is not None and isinstance(text, str):
            finding["span"] = text[finding["span_start"] : finding["span_end"]]
    return sorted(found, key=order)


def stored(engine: LocalEngine, name: str, rows: list[Mapping[str, Any]], whole: bool) -> Stored:
    schema = SCHEMAS[name]
    rows = [row for row in rows for _ in range(row.get("times", 1))]
    full = [
        {"row": number, "key": f"key-{number}", "source": "example", "article_row": 0, "position": number, **row}
        for number, row in enumerate(each for row in rows for each in expanded(row))
    ]
    table = pa.Table.from_pylist([typed(row, schema) for row in full], schema=schema)
    batches = (
        table.to_batches()
        if whole
        else [each for row in range(len(full)) for each in table[row : row + 1].to_batches()]
    )
    return engine.store(batches, schema)


def expanded(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The row, or where it has `days` a row for each story of these days."""
    if "days" not in row:
        yield row
        return
    span, others = row["days"], {name: value for name, value in row.items() if name != "days"}
    field = span.get("field", "date_published")
    for number in range((span["to"] - span["from"]).days + 1):
        day = span["from"] + timedelta(days=number)
        if day.weekday() in span.get("weekdays", range(7)):
            dated = {field: day, f"{field}_local": day.isoformat(), f"{field}_raw": day.isoformat()}
            yield from [{**dated, f"{field}_precision": "day", f"{field}_tz": "none", **others}] * span["stories"]


def typed(row: Mapping[str, Any], schema: pa.Schema) -> dict[str, Any]:
    """The row with ISO text made dates, and nothing that the table has no column for."""
    unknown = set(row) - set(schema.names) - {"article_row", "position", "source", "key", "times"}
    assert not unknown, f"no such column: {sorted(unknown)}"
    return {name: moment(value, schema.field(name).type) for name, value in row.items() if name in schema.names}


def moment(value: Any, kind: pa.DataType) -> Any:
    if not pa.types.is_timestamp(kind) or value is None:
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - made aware below
    parsed = datetime.fromisoformat(value) if isinstance(value, str) else value
    return parsed.replace(tzinfo=parsed.tzinfo or UTC)


def order(finding: Mapping[str, Any]) -> tuple[str, int, str, str, str]:
    row = finding.get("row")
    return (
        str(finding.get("table")),
        -1 if row is None else row,
        str(finding.get("field")),
        str(finding.get("kind")),
        str(finding.get("source")),
    )


def shown(finding: Mapping[str, Any], like: Mapping[str, Any]) -> dict[str, Any]:
    """Of a finding what the expectation names; the whole message becomes the part that was asked for."""
    seen = {name: finding.get(name) for name in like}
    if "message" in like and like["message"] in (finding["message"] or ""):
        seen["message"] = like["message"]
    assert set(like) <= {*COMPARED, "span", "message", "excerpt", "source_line", "span_start", "span_end"}, like
    return seen
