"""What `against` found -> the comparison of a report, and differences.parquet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import pyarrow as pa

from copydesk.against import (
    ADDED,
    CHANGED,
    COMPARED,
    COPIED,
    READ,
    REMOVED,
    SAME,
    Matched,
    changed_fields,
    match,
    numbers,
)
from copydesk.checks._versions import EARLIER, NOW
from copydesk.engines import Engine, Stored
from copydesk.engines.local import stored_file
from copydesk.errors import UsageError
from copydesk.exhibits import Change, Comparison, Contrast, FieldChange, Stretch
from copydesk.folders import require
from copydesk.language.differences import differences
from copydesk.portrait import SURVEYED
from copydesk.rules import Rule

TABLE = "versions"
"""The table that checks look at who know of two versions."""
DIFFERENCES = pa.schema(
    [
        ("state", pa.string()),
        ("row", pa.int64()),
        ("earlier_row", pa.int64()),
        ("key", pa.string()),
        ("fields", pa.list_(pa.string())),
    ]
)
"""One row an article that is not the same: `state` is changed, added, copied (added, with the content of an earlier
article under another key) or removed; `fields` are those that changed."""
SAMPLE = 20
"""Articles of a state that a report shows, at most."""
FIELDS = 3
"""Fields of an article whose difference is shown, at most."""
_ORDER = ("headline", "article_body", "description", "date_published", "date_modified")
_NAMES = {CHANGED: "changed", ADDED: "added", COPIED: "copied", REMOVED: "removed"}


@dataclass(frozen=True, slots=True)
class Compared:
    """Both versions as `drift` sees them (against.VERSIONS), what differs (DIFFERENCES), and the comparison."""

    versions: Stored
    differences: Stored
    comparison: Comparison

    def with_contrasts(self, contrasts: tuple[Contrast, ...]) -> Self:
        """The same, with what pictures of both versions show."""
        return replace(self, comparison=replace(self.comparison, contrasts=contrasts))


def able(rules: Sequence[Rule], compared: Compared | None) -> tuple[Rule, ...]:
    """The rules that have a table to look at: those over versions only where there are two."""
    return tuple(rule for rule in rules if compared or {*rule.check.tables()} != {TABLE})


def opened(folder: Path) -> Stored:
    """The articles of a folder of ours. Raises UsageError for one that is damaged or of another layout."""
    return stored_file(require(folder / "articles.parquet", (*READ, *SURVEYED)))


def compare(engine: Engine, name: str, earlier: Stored, now: Stored) -> Compared:
    """This version (ARTICLES) against an earlier one. Raises UsageError for an earlier one without articles."""
    if not earlier.rows:
        raise UsageError("holds no articles", where=f"--against {name}", remedy="Name the earlier version.")
    matched = match(engine, earlier, now)
    differences = engine.store(differing(engine, earlier, now, matched), DIFFERENCES)
    return Compared(matched.versions, differences, comparison(engine, name, earlier, now, matched))


def comparison(engine: Engine, name: str, earlier: Stored, now: Stored, matched: Matched) -> Comparison:
    """The numbers of a comparison, with a sample of what changed, in the order of rows."""
    fields = changed_fields(engine, matched)
    states = matched.states[NOW]
    changed, added = (
        np.flatnonzero(states == CHANGED)[:SAMPLE],
        np.flatnonzero(np.isin(states, (ADDED, COPIED)))[:SAMPLE],
    )
    removed = np.flatnonzero(matched.states[EARLIER] == REMOVED)[:SAMPLE]
    there = matched.others[NOW][changed]
    new = _articles(engine, now, np.concatenate([changed, added]))
    old = _articles(engine, earlier, np.concatenate([there, removed]))
    which = {field: frozenset(places.tolist()) for field, places in fields.items()}
    changes = [
        *(
            _changed(new[here], old[other], here, which)
            for here, other in zip(changed.tolist(), there.tolist(), strict=True)
        ),
        *(_alone("added", new[place], place, None) for place in added.tolist()),
        *(_alone("removed", old[place], None, place) for place in removed.tolist()),
    ]
    return Comparison(
        earlier=name,
        earlier_rows=earlier.rows,
        rows=now.rows,
        same=matched.count(NOW, SAME),
        changed=matched.count(NOW, CHANGED),
        added=matched.count(NOW, ADDED, COPIED),
        removed=matched.count(EARLIER, REMOVED),
        copies=matched.count(NOW, COPIED),
        fields={field: len(fields[field]) for field in _sorted(fields)},
        changes=tuple(changes),
    )


def differing(engine: Engine, earlier: Stored, now: Stored, matched: Matched) -> Iterator[pa.RecordBatch]:
    """DIFFERENCES: those of this version by row, then the removed ones by theirs."""
    fields = changed_fields(engine, matched)
    which: dict[int, list[str]] = {}
    for field in _sorted(fields):
        for place in fields[field].tolist():
            which.setdefault(place, []).append(field)
    theirs = numbers(engine, matched.earlier, "row")
    for version, stored in ((NOW, now), (EARLIER, earlier)):
        states, others = matched.states[version], matched.others[version]
        wanted = (CHANGED, ADDED, COPIED) if version == NOW else (REMOVED,)
        start = 0
        for batch in engine.scan(stored, ("key",)):
            own = states[start : start + batch.num_rows]
            here = np.flatnonzero(np.isin(own, wanted))
            keys = batch.column("key").take(pa.array(here)).to_pylist()
            rows = [
                {
                    "state": _NAMES[int(own[index])],
                    "row": start + index if version == NOW else None,
                    "earlier_row": _row(theirs, start + index if version == EARLIER else int(others[start + index])),
                    "key": key,
                    "fields": which.get(start + index, []) if version == NOW else [],
                }
                for index, key in zip(here.tolist(), keys, strict=True)
            ]
            start += batch.num_rows
            if rows:
                yield pa.RecordBatch.from_pylist(rows, schema=DIFFERENCES)


def _articles(engine: Engine, stored: Stored, places: Any) -> Mapping[int, dict[str, Any]]:
    """Some articles by position."""
    columns = tuple(dict.fromkeys(("row", "key", "source", "source_file", "source_line", *COMPARED.values())))
    found: dict[int, dict[str, Any]] = {}
    start = 0
    for batch in engine.scan(stored, columns):
        own = places[(places >= start) & (places < start + batch.num_rows)]
        rows = batch.take(pa.array(np.unique(own) - start)).to_pylist()
        found |= dict(zip(np.unique(own).tolist(), rows, strict=True))
        start += batch.num_rows
    return found


def _changed(new: Mapping[str, Any], old: Mapping[str, Any], place: int, which: Mapping[str, frozenset[int]]) -> Change:
    fields = [field for field in _sorted(which) if place in which[field]]
    shown = [_field(field, old[COMPARED[field]], new[COMPARED[field]]) for field in fields[:FIELDS]]
    rest = [FieldChange(field, ()) for field in fields[FIELDS:]]
    return _alone("changed", new, new["row"], old["row"], (*shown, *rest))


def _alone(
    state: str,
    article: Mapping[str, Any],
    row: int | None,
    earlier_row: int | None,
    fields: tuple[FieldChange, ...] = (),
) -> Change:
    return Change(
        state=state,
        row=None if row is None else article["row"],
        earlier_row=earlier_row if earlier_row is None or state == "changed" else article["row"],
        key=article["key"],
        headline=article["headline"],
        source=article["source"],
        source_file=article["source_file"],
        source_line=article["source_line"],
        fields=fields,
    )


def _field(field: str, before: Any, after: Any) -> FieldChange:
    stretches = differences(_text(before), _text(after))
    return FieldChange(field, tuple(Stretch(kind, text) for kind, text in stretches))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _sorted(fields: Sequence[str] | Mapping[str, Any]) -> list[str]:
    """What a reader looks at first."""
    return sorted(fields, key=lambda field: (_ORDER.index(field) if field in _ORDER else len(_ORDER), field))


def _row(rows: Any, place: int) -> int | None:
    """The row number at a position; null for none."""
    return None if place < 0 else int(rows[place])
