"""What the checks over stories need to know of the members of one: a column of theirs, and the copy to name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import excerpt
from copydesk.tables import ARTICLES

MEMBERS = ("story", "relation", "headline", "article_body", "source", "source_file", "source_line")
"""What is read of a member beside the column in question."""


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
