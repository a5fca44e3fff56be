"""Groups of duplicate stories as a report shows them: the largest, with the passages that each copy shares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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


def groups(engine: Engine, tables: Mapping[str, Stored], published: Stored | None = None) -> tuple[StoryGroup, ...]:
    """At most GROUPS stories, the largest first; of each at most COPIES members, the representative first.

    `published` are stories of an earlier dataset (seen.Seen), which may represent others.
    """
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
    earlier = _earlier(engine, published, chosen)
    return tuple(
        StoryGroup(
            each[0]["story"],
            (*_first(each, earlier), *(_copy(member, articles[member["row"]], shared) for member in each))[:COPIES],
        )
        for each in chosen
    )


def _earlier(
    engine: Engine, published: Stored | None, chosen: Sequence[Sequence[Mapping[str, Any]]]
) -> Mapping[int, Mapping[str, Any]]:
    """By row the stories of an earlier dataset that represent some of the members shown."""
    if published is None:
        return {}
    rows = [one["representative_row"] for each in chosen for one in each if one["representative_dataset"]]
    columns = ("published_row", "key", *SHOWN[1:])
    found = engine.map(published, Among("published_row", pa.array(rows, pa.int64())), columns)
    return {row["published_row"]: row for row in _rows(engine, found)}


def _first(members: Sequence[Mapping[str, Any]], earlier: Mapping[int, Mapping[str, Any]]) -> Iterator[StoryCopy]:
    """The story of an earlier dataset that represents the first member which has such a one, if any has."""
    for member in members:
        if member["representative_dataset"]:
            row, dataset = member["representative_row"], member["representative_dataset"]
            known = {"row": row, "key": earlier[row]["key"], "relation": None, "containment": None}
            yield replace(_copy({**known, "representative_row": None}, earlier[row], {}), dataset=dataset)
            return


def _copy(
    member: Mapping[str, Any], article: Mapping[str, Any], shared: Mapping[tuple[int, int, str | None], Spans]
) -> StoryCopy:
    body = article["article_body"]
    spans = shared.get((member["row"], member["representative_row"], member.get("representative_dataset")), ())
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


def _shared(engine: Engine, relations: Stored, rows: pa.Array) -> Mapping[tuple[int, int, str | None], Spans]:
    """By row, representative and the dataset of that, what the row's body shares with it."""
    columns = ("row", "other_row", "other_dataset", "spans")
    found = _rows(engine, engine.map(relations, Among("row", rows), columns))
    return {
        (row["row"], row["other_row"], row["other_dataset"]): tuple(
            (span["start"], span["end"]) for span in row["spans"] or ()
        )
        for row in found
    }


def _rows(engine: Engine, stored: Stored) -> Sequence[dict[str, Any]]:
    return [row for batch in engine.scan(stored) for row in batch.to_pylist()]
