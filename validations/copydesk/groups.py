"""Groups of duplicate stories as a report shows them: the largest, with the passages that each copy shares."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.engines import Engine, Stored
from copydesk.exhibits import Passage, StoryCopy, StoryGroup
from copydesk.language.differences import shared
from copydesk.passages import Spans, passages

GROUPS = 30
COPIES = 5
SHOWN = (
    "row",
    "key",
    "headline",
    "source",
    "date_published_local",
    "date_modified_local",
    "source_file",
    "source_line",
    "article_body",
)
WHOLE = ((0, 2**31),)
UNDATED = "~"
"""Behind every date."""


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
    articles: dict[tuple[int, str | None], Mapping[str, Any]] = {
        (row["row"], None): row for row in _rows(engine, _among(engine, tables["articles"], wanted))
    }
    articles |= _earlier(engine, published, chosen)
    texts = Texts(articles, _shared(engine, tables["relations"], wanted))
    return tuple(_group(story, members, texts) for story, members in zip(largest, chosen, strict=True))


@dataclass(frozen=True, slots=True)
class Texts:
    """By row and dataset (null: this one) the articles shown, and what pairs of bodies share, each in its own spans."""

    articles: Mapping[tuple[int, str | None], Mapping[str, Any]]
    shared: Mapping[tuple[int, int, str | None], tuple[Spans, Spans]]

    def sides(self, member: Mapping[str, Any]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """A member's text and that of its representative, marked; empty for the representative itself."""
        of = (member["representative_row"], member["representative_dataset"])
        first = self.articles.get(of)
        if member["relation"] is None or first is None:
            return (), ()
        body = self.articles[member["row"], None]["article_body"] or ""
        # a published text that is the same letter by letter was not read
        other = first["article_body"] or body
        # long texts that differ throughout have what the finder of stories saw; a copy of a copy not even that
        known = self.shared.get((member["row"], *of), (WHOLE, WHOLE))
        own, facing = shared(body, other) or known
        return passages(body, own), passages(other, facing)


def _group(story: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]], texts: Texts) -> StoryGroup:
    """The representative, which may be of an earlier dataset, then its copies by date."""
    earlier = next((each for each in members if each["representative_dataset"]), None)
    first = _earlier_copy(earlier, texts) if earlier else _copy(members[0], texts)
    others = [_copy(each, texts) for each in (members if earlier else members[1:])][: COPIES - 1]
    copies = (first, *sorted(others, key=lambda each: (each.date or UNDATED, each.row)))
    relations = Counter(each["relation"] for each in story if each["relation"] is not None)
    return StoryGroup(story[0]["story"], copies, len(story) + (earlier is not None), dict(sorted(relations.items())))


def _earlier_copy(member: Mapping[str, Any], texts: Texts) -> StoryCopy:
    row, dataset = member["representative_row"], member["representative_dataset"]
    return replace(_told(texts.articles[row, dataset]), row=row, dataset=dataset)


def _copy(member: Mapping[str, Any], texts: Texts) -> StoryCopy:
    own, facing = texts.sides(member)
    return replace(
        _told(texts.articles[member["row"], None]),
        relation=member["relation"],
        containment=member["containment"],
        jaccard=member["jaccard"],
        facts_overlap=member["facts_overlap"],
        passages=own,
        facing=facing,
    )


def _told(article: Mapping[str, Any]) -> StoryCopy:
    """What an article says of itself."""
    return StoryCopy(
        row=article["row"],
        key=article["key"],
        headline=article["headline"],
        source=article["source"],
        date=article["date_published_local"] or article["date_modified_local"],
        relation=None,
        containment=None,
        source_file=article["source_file"],
        source_line=article["source_line"],
    )


def _earlier(
    engine: Engine, published: Stored | None, chosen: Sequence[Sequence[Mapping[str, Any]]]
) -> Mapping[tuple[int, str | None], Mapping[str, Any]]:
    """By row and dataset the stories of an earlier dataset that represent some of the members shown."""
    if published is None:
        return {}
    named = {
        one["representative_row"]: one["representative_dataset"]
        for each in chosen
        for one in each
        if one["representative_dataset"]
    }
    rows = pa.array(sorted(named), pa.int64())
    found = _rows(engine, engine.map(published, Among("published_row", rows), ("published_row", *SHOWN[1:])))
    return {(row["published_row"], named[row["published_row"]]): {**row, "row": row["published_row"]} for row in found}


def _shared(
    engine: Engine, relations: Stored, rows: pa.Array
) -> Mapping[tuple[int, int, str | None], tuple[Spans, Spans]]:
    """By row, representative and the dataset of that, what the bodies of both share, each in its own code points."""
    columns = ("row", "other_row", "other_dataset", "spans", "other_spans")
    found = _rows(engine, engine.map(relations, Among("row", rows), columns))
    return {
        (row["row"], row["other_row"], row["other_dataset"]): (_spans(row["spans"]), _spans(row["other_spans"]))
        for row in found
    }


def _spans(spans: Sequence[Mapping[str, int]] | None) -> Spans:
    return [(span["start"], span["end"]) for span in spans or ()]


def _among(engine: Engine, articles: Stored, rows: pa.Array) -> Stored:
    return engine.map(articles, Among("row", rows), SHOWN)


def _rows(engine: Engine, stored: Stored) -> Sequence[dict[str, Any]]:
    return [row for batch in engine.scan(stored) for row in batch.to_pylist()]
