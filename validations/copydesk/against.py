"""This version of a dataset held against an earlier one: which articles are the same, changed, added and removed.

Each article becomes numbers, a digest of each field. An article is known again by its key, else by its content; of
several with one key those that are wholly alike are paired first, so that the order of rows says nothing. About 100
bytes an article are held, whatever its length.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks._versions import EARLIER, FIELDS, NOW
from copydesk.engines import Engine, Stored
from copydesk.tables import DATES

COMPARED = {field: f"{field}_raw" if field in DATES else field for field in FIELDS}
"""By field of an article the column that is compared; dates as they were written."""
_OWN = ("row", "key", "source", "in_language", "content_hash", *DATES)
READ = tuple(dict.fromkeys((*_OWN, *COMPARED.values())))
VERSIONS = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("version", "state", "source", "in_language")),
        pa.field("row", pa.int64()),
        pa.field("length", pa.int64()),
        pa.field("day", pa.date32()),
        *(pa.field(name, pa.uint64()) for name in ("key", "content", "whole")),
        *(pa.field(f"field_{name}", pa.uint64()) for name in COMPARED),
    ]
)
"""One row an article of either version. `length` is that of the body in code points, `field_*` a digest, null where
the field is; `state` is same, changed, added, copied or removed."""
STATES = ("same", "changed", "added", "copied", "removed")
SAME, CHANGED, ADDED, COPIED, REMOVED = range(5)
Numbers = np.ndarray[Any, np.dtype[np.int64]]
Digests = np.ndarray[Any, np.dtype[np.uint64]]
_NULL = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class VersionKernel:
    """One batch of articles (READ) -> VERSIONS, states still open."""

    version: str

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        count = batch.num_rows
        fields = {field: _digest(batch.column(name)) for field, name in COMPARED.items()}
        columns: dict[str, Any] = {name: batch.column(name) for name in ("row", "source", "in_language")}
        columns["version"] = pa.repeat(pa.scalar(self.version), count)
        columns["state"] = pa.nulls(count, pa.string())
        columns["length"] = pc.utf8_length(batch.column("article_body")).cast(pa.int64())
        columns["day"] = pc.coalesce(*(batch.column(name) for name in DATES)).cast(pa.date32(), safe=False)
        columns["key"], columns["content"] = _digest(batch.column("key")), _digest(batch.column("content_hash"))
        columns["whole"] = pa.array(_mixed(fields.values(), count))
        columns |= {f"field_{field}": digest for field, digest in fields.items()}
        return pa.table({each.name: columns[each.name] for each in VERSIONS}, schema=VERSIONS)


@dataclass(frozen=True, slots=True)
class Matched:
    """The articles of both versions with their states (VERSIONS, the earlier ones first), and which is which.

    By position in each version: its state, and the position in the other (-1: none).
    """

    versions: Stored
    earlier: Stored
    now: Stored
    states: Mapping[str, Numbers]
    others: Mapping[str, Numbers]

    def count(self, version: str, *states: int) -> int:
        """How many articles of a version are in some states."""
        return int(np.isin(self.states[version], states).sum())


def match(engine: Engine, earlier: Stored, now: Stored) -> Matched:
    """Both versions (ARTICLES), each article with what became of it."""
    parts = {
        EARLIER: engine.map(earlier, VersionKernel(EARLIER), READ),
        NOW: engine.map(now, VersionKernel(NOW), READ),
    }
    digests = {
        version: {name: numbers(engine, stored, name) for name in ("key", "content", "whole")}
        for version, stored in parts.items()
    }
    others = _paired(digests[EARLIER], digests[NOW])
    states = _states(digests, others)
    marked = engine.store(
        (batch for version, stored in parts.items() for batch in _marked(engine, stored, states[version])), VERSIONS
    )
    return Matched(marked, parts[EARLIER], parts[NOW], states, others)


def numbers(engine: Engine, stored: Stored, name: str) -> Any:
    """A column of VERSIONS that holds numbers, null as zero."""
    found = [pc.fill_null(batch.column(name), 0).to_numpy() for batch in engine.scan(stored, (name,))]
    return np.concatenate(found) if found else np.zeros(0, np.uint64)


def changed_fields(engine: Engine, matched: Matched) -> Mapping[str, Numbers]:
    """By field the positions in this version of the articles in which it changed; only fields that did."""
    here = np.flatnonzero(matched.states[NOW] == CHANGED)
    there = matched.others[NOW][here]
    found = {}
    for field in COMPARED:
        name = f"field_{field}"
        differs = numbers(engine, matched.now, name)[here] != numbers(engine, matched.earlier, name)[there]
        if differs.any():
            found[field] = here[differs]
    return found


def _paired(earlier: Mapping[str, Digests], now: Mapping[str, Digests]) -> Mapping[str, Numbers]:
    """By version and position the position in the other one, -1 for none."""
    others = {EARLIER: np.full(len(earlier["key"]), -1), NOW: np.full(len(now["key"]), -1)}
    for names in (("key", "whole"), ("key",), ("content",)):
        left, right = (np.flatnonzero(others[version] < 0) for version in (EARLIER, NOW))
        one, other = (
            _mixed_numbers([side[name][free] for name in names], len(free))
            for side, free in ((earlier, left), (now, right))
        )
        # of several alike those of smaller digest meet, whatever rows they stand in
        left, one = _ordered(left, one, earlier["whole"])
        right, other = _ordered(right, other, now["whole"])
        first, second = _meeting(one, other)
        others[EARLIER][left[first]], others[NOW][right[second]] = right[second], left[first]
    return others


def _ordered(free: Numbers, keys: Digests, whole: Digests) -> tuple[Numbers, Digests]:
    order = np.lexsort((whole[free], keys))
    return free[order], keys[order]


def _meeting(one: Digests, other: Digests) -> tuple[Numbers, Numbers]:
    """Positions in two sorted arrays whose values are equal; of several equal ones the first meets the first."""
    low = np.searchsorted(other, one, "left")
    rank = np.arange(len(one)) - np.searchsorted(one, one, "left")
    place = low + rank
    meets = place < np.searchsorted(other, one, "right")
    return np.flatnonzero(meets), place[meets]


def _states(digests: Mapping[str, Mapping[str, Digests]], others: Mapping[str, Numbers]) -> Mapping[str, Numbers]:
    states = {}
    known = digests[EARLIER]["content"]
    for version, other, lonely in ((EARLIER, NOW, REMOVED), (NOW, EARLIER, ADDED)):
        there = others[version]
        paired = np.flatnonzero(there >= 0)
        own, theirs = digests[version], digests[other]
        alike = np.ones(len(paired), bool)
        for name in ("key", "whole"):
            alike &= own[name][paired] == theirs[name][there[paired]]
        found = np.full(len(there), lonely)
        found[paired] = np.where(alike, SAME, CHANGED)
        states[version] = found
    added = np.flatnonzero(states[NOW] == ADDED)
    copied = added[np.isin(digests[NOW]["content"][added], known)]
    states[NOW][copied] = COPIED
    return states


def _marked(engine: Engine, stored: Stored, states: Numbers) -> Iterator[pa.RecordBatch]:
    start = 0
    names = pa.array(STATES)
    for batch in engine.scan(stored):
        own = names.take(pa.array(states[start : start + batch.num_rows]))
        start += batch.num_rows
        yield batch.set_column(VERSIONS.get_field_index("state"), VERSIONS.field("state"), own)


def _digest(column: pa.Array) -> pa.Array:
    """Sixty-four bits of each value; null where the value is."""
    if column.null_count == len(column):
        return pa.nulls(len(column), pa.uint64())
    text = pc.binary_join(column, "\x1f") if pa.types.is_list(column.type) else column.cast(pa.string())
    values = pc.fill_null(text, "").to_numpy(zero_copy_only=False)
    return pa.array(pd.util.hash_array(values, categorize=False), pa.uint64(), mask=column.is_null().to_numpy(False))


def _mixed(columns: Any, count: int) -> Digests:
    return _mixed_numbers(
        [pc.fill_null(column, int(_NULL)).to_numpy(zero_copy_only=False).astype(np.uint64) for column in columns], count
    )


def _mixed_numbers(columns: Sequence[Digests], count: int) -> Digests:
    """One digest of several; their order tells."""
    mixed = np.zeros(count, np.uint64)
    for column in columns:
        mixed = (mixed ^ column) * np.uint64(0x9FB21C651E98DF25)
        mixed ^= mixed >> np.uint64(29)
    return mixed
