"""Two versions of a dataset in numbers: what the check of their drift surveys, and how it reads that again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.tables import json_schema

EARLIER, NOW = "earlier", "now"
"""The names of the versions."""
FIELDS = tuple(name for name in json_schema("article")["properties"] if name not in {"source_format", "content_hash"})
"""The fields of an article that are compared."""
READS = ("version", "state", "in_language", "length", "day", *(f"field_{name}" for name in FIELDS))
STEPS = 8
"""Bins of a doubling of the length of a body."""
SURVEY = pa.schema(
    [*(pa.field(name, pa.string()) for name in ("version", "measure", "source", "name")), pa.field("count", pa.int64())]
)


@dataclass(frozen=True, slots=True)
class Tally:
    """One version: articles by source, by language and by state, filled fields by source, and the histograms of
    lengths (in bins) and of days (from 1970)."""

    sources: Mapping[str, int]
    languages: Mapping[str, int]
    states: Mapping[str, int]
    filled: Mapping[tuple[str, str], int]
    lengths: Mapping[int, int]
    days: Mapping[int, int]

    @property
    def rows(self) -> int:
        """All articles."""
        return sum(self.sources.values())

    def field(self, name: str) -> int:
        """Articles that have a field."""
        return sum(self.filled.get((source, name), 0) for source in self.sources)


def survey(batch: pa.RecordBatch) -> pa.Table:
    """One batch of versions -> SURVEY."""
    table = pa.Table.from_batches([batch])
    bins = pc.floor(pc.multiply(pc.log2(pc.max_element_wise(table["length"], 1)), STEPS)).cast(pa.int64())
    days = table["day"].cast(pa.int32())
    for name, column in (("bin", bins), ("days", days)):
        table = table.append_column(name, column.cast(pa.string()))
    parts = [_counted(table, name) for name in ("in_language", "state", "bin", "days")]
    return pa.concat_tables([*parts, _filled(table)])


def tallies(summary: pa.Table) -> Iterator[Tally]:
    """Of a merged SURVEY the earlier version, then this one."""
    for version in (EARLIER, NOW):
        measures: dict[str, Counter[str]] = {
            name: Counter() for name in ("in_language", "state", "bin", "days", "rows")
        }
        filled: dict[tuple[str, str], int] = {}
        for row in summary.filter(pc.equal(summary["version"], version)).to_pylist():
            if row["measure"] in measures:
                name = row["source"] if row["measure"] == "rows" else row["name"]
                measures[row["measure"]][name or ""] += row["count"]
            else:
                filled[row["source"] or "", row["measure"]] = row["count"]
        lengths, days = (
            {int(name): count for name, count in measures[each].items() if name} for each in ("bin", "days")
        )
        yield Tally(measures["rows"], measures["in_language"], measures["state"], filled, lengths, days)


def _counted(table: pa.Table, name: str) -> pa.Table:
    counted = table.group_by(["version", name]).aggregate([([], "count_all")])
    rows = counted.num_rows
    columns = [
        counted["version"],
        pa.repeat(name, rows),
        pa.nulls(rows, pa.string()),
        counted[name],
        counted["count_all"],
    ]
    return pa.table(columns, schema=SURVEY)


def _filled(table: pa.Table) -> pa.Table:
    """Articles, and those that have each field, by version and source."""
    names = [f"field_{name}" for name in FIELDS]
    counted = table.group_by(["version", "source"]).aggregate([([], "count_all"), *((name, "count") for name in names)])
    measures = {"rows": "count_all", **{name: f"field_{name}_count" for name in FIELDS}}
    rows = pa.array(np.tile(np.arange(counted.num_rows), len(measures)))
    counts = np.concatenate([counted[column].to_numpy() for column in measures.values()])
    columns = [
        counted["version"].combine_chunks().take(rows),
        pa.array(np.repeat(list(measures), counted.num_rows), pa.string()),
        counted["source"].combine_chunks().take(rows),
        pa.nulls(len(rows), pa.string()),
        pa.array(counts, pa.int64()),
    ]
    return pa.table(columns, schema=SURVEY).filter(pa.array(counts > 0))
