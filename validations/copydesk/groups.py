"""Groups of duplicate stories as a report shows them: the largest, with the passages that each copy shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.model import StoryCopy, StoryGroup

GROUPS = 40
COPIES = 6
TEXT = 2000
"""Code points of a copy's body."""
SHOWN = (
    "row",
    "headline",
    "source",
    "date_published_local",
    "date_modified_local",
    "source_file",
    "source_line",
    "article_body",
)
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Among:
    """One batch -> its rows whose `name` is among some numbers."""

    name: str
    numbers: pa.Array

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.Table.from_batches([batch]).filter(pc.is_in(batch.column(self.name), value_set=self.numbers))


def groups(engine: Engine, tables: Mapping[str, Stored]) -> tuple[StoryGroup, ...]:
    """At most GROUPS stories, the largest first; of each at most COPIES members, the representative first."""
    members = _rows(engine, tables["stories"])
    if not members:
        return ()
    by_story: dict[int, list[dict[str, Any]]] = {}
    for member in members:
        by_story.setdefault(member["story"], []).append(member)
    largest = sorted(by_story.values(), key=lambda each: (-len(each), each[0]["story"]))[:GROUPS]
    chosen = [sorted(each, key=lambda one: (one["relation"] is not None, one["row"]))[:COPIES] for each in largest]
    wanted = pa.array([member["row"] for each in chosen for member in each], pa.int64())
    articles = {row["row"]: row for row in _rows(engine, engine.map(tables["articles"], Among("row", wanted), SHOWN))}
    shared = _shared(engine, tables["relations"], wanted)
    return tuple(
        StoryGroup(each[0]["story"], tuple(_copy(member, articles[member["row"]], shared) for member in each))
        for each in chosen
    )


def _copy(member: Mapping[str, Any], article: Mapping[str, Any], shared: Mapping[tuple[int, int], Spans]) -> StoryCopy:
    body = article["article_body"]
    spans = shared.get((member["row"], member["representative_row"]), ())
    return StoryCopy(
        row=member["row"],
        key=member["key"],
        headline=article["headline"],
        source=article["source"],
        date=article["date_published_local"] or article["date_modified_local"],
        relation=member["relation"],
        containment=member["containment"],
        source_file=article["source_file"],
        source_line=article["source_line"],
        text=body[:TEXT] if body else None,
        shared=tuple((start, min(end, TEXT)) for start, end in spans if start < TEXT),
    )


def _shared(engine: Engine, relations: Stored, rows: pa.Array) -> Mapping[tuple[int, int], Spans]:
    """By row and representative, what the row's body shares with it."""
    columns = ("row", "other_row", "spans")
    found = _rows(engine, engine.map(relations, Among("row", rows), columns))
    return {
        (row["row"], row["other_row"]): tuple((span["start"], span["end"]) for span in row["spans"] or ())
        for row in found
    }


def _rows(engine: Engine, stored: Stored) -> Sequence[dict[str, Any]]:
    return [row for batch in engine.scan(stored) for row in batch.to_pylist()]
