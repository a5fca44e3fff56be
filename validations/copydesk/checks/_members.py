"""Checks that hold what a column says of the copies of a story against each other."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, NO_HITS, Check, Hit, excerpt
from copydesk.model import Evidence, Target
from copydesk.tables import ARTICLES

Member = Mapping[str, Any]
"""A member of a story: its row of stories, with `index` in the batch and what is `told` of it."""


@dataclass(frozen=True, kw_only=True)
class Members(Check):
    """Each copy of a story of which something else is told than of its first one is a hit.

    A check adds the option `column`, which names the column in question; null: nothing is held against anything.
    `says` are the words between a copy and what is told of it, of the one found and of the one that it is held against.
    """

    targets: ClassVar = (Target("stories", "row"),)
    reads: ClassVar = {
        "stories": ("story", "relation", "headline", "article_body", "source", "source_file", "source_line")
    }
    key: ClassVar = "story"
    says: ClassVar[tuple[str, str]]
    column: str | None = None

    def columns(self, table: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*super().columns(table), *map(held_in, filter(None, [self.column])))))

    def told(self, batch: pa.RecordBatch, column: str) -> Sequence[Hashable | None]:
        """What is told of each row, null for nothing."""
        raise NotImplementedError

    def kind(self, first: Any, other: Any) -> str:
        """The kind of the fault, where two different things are told."""
        raise NotImplementedError

    def first(self, members: Sequence[Member]) -> Member:
        """The member that the others are held against, of those of which something is told."""
        return members[0]

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        if self.column is None:
            return NO_HITS
        found = []
        shown = [plain(value) for value in values(batch, self.column)]
        for members in stories(batch, self.told(batch, self.column)):
            first = self.first(members)
            for member in members:
                if member["told"] != first["told"]:
                    here, there = (excerpt(self.shown(each, shown), 0, 0, 60) for each in (member, first))
                    detail = f"This story {self.says[0]} {here}; its copy {named(first)} {self.says[1]} {there}."
                    hit = {"index": member["index"], "kind": self.kind(first["told"], member["told"]), "detail": detail}
                    found.append({**hit, "field": self.column, "count": 1})
        return pa.Table.from_pylist(found, schema=HITS)

    def shown(self, member: Member, texts: Sequence[str | None]) -> str:
        """What is told of a member in words; `texts` has what the column holds in each row."""
        return texts[member["index"]] or ""

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """The sentence of the hit, and how the story begins."""
        return Evidence(hit.detail or "", excerpt(row.get("article_body") or "", 0, 0) or None)


def held_in(column: str) -> str:
    """The column of articles that holds a column of the input: its own, if it is a field, else `extra`."""
    return column if column in ARTICLES.names else "extra"


def values(batch: pa.RecordBatch, column: str) -> list[Any]:
    """The value of a column of the input in each row of articles or stories; null where a row has none."""
    stored = batch.column(held_in(column))
    if column in ARTICLES.names:
        return list(stored.to_pylist())
    holds = pc.fill_null(pc.match_substring(stored, orjson.dumps(column).decode()), fill_value=False)
    return [
        orjson.loads(text).get(column) if known else None
        for text, known in zip(stored.to_pylist(), holds.to_pylist(), strict=True)
    ]


def plain(value: Any) -> str | None:
    """A value as text, the entries of a list with commas between them; null for none, and for an empty one."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(plain, value))) or None
    text = value if isinstance(value, str) else None if value in (None, {}) else orjson.dumps(value).decode()
    return text if text and text.strip() else None


def stories(batch: pa.RecordBatch, told: Sequence[Any]) -> Iterator[list[dict[str, Any]]]:
    """The members of each story of which something is told, as rows with `index` and `told`, the representative first.

    `told` is by row of the batch, which holds whole stories; stories of which at most one thing is told are left out.
    """
    known = pa.array([each is not None for each in told], pa.bool_())
    index = pc.indices_nonzero(known)
    rows: dict[int, list[dict[str, Any]]] = {}
    for place, story in zip(index.to_pylist(), batch.column("story").take(index).to_pylist(), strict=True):
        rows.setdefault(story, []).append({"index": place, "told": told[place]})
    for members in rows.values():
        if any(each["told"] != members[0]["told"] for each in members):
            places = pa.array([each["index"] for each in members])
            shown = batch.select(["row", "relation", "headline", "source", "source_file", "source_line", "key"])
            full = [{**row, **each} for row, each in zip(shown.take(places).to_pylist(), members, strict=True)]
            yield sorted(full, key=lambda row: (row["relation"] is not None, row["row"]))


def named(member: Mapping[str, Any]) -> str:
    """A member by its headline, source and place: `"Ferry returns" (Quay Post, news.csv:12)`."""
    headline, source, file, line = (member[name] for name in ("headline", "source", "source_file", "source_line"))
    what = f'"{excerpt(headline, 0, 0, 80)}"' if headline else f"story {member['key'] or 'above'}"
    # where nothing better is known, a folder stands for the source: the file says that already
    outlet = None if file and source and file.startswith(f"{source}/") else source
    place = ", ".join(filter(None, (outlet, f"{file}:{line}" if file and line else file)))
    return f"{what} ({place})" if place else what
