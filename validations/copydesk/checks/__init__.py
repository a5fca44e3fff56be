"""One file a check: `checks/truncated_teaser.py` holds the class `TruncatedTeaser`, the check `truncated-teaser`.

A check is a frozen dataclass over Check. Its fields are its options (made by `option`), its docstring says what is
wrong with the data, why it matters, an example, and what to do. It may look at

- single rows: `find` gets a batch of its target's table and returns hits;
- rows of one key: `key` names a column, or what `keys` makes of some; `find` then gets batches in which all rows of a
  key stand side by side;
- the whole dataset: `survey` reduces each batch to a small table, `merge` joins those, `conclude` makes of all what
  `judge`, which returns hits of the dataset, and `find` need. What a sample left out, `notes` say.

A check that looks at columns beside the fields of articles says by `wants` and `known` what it must know of them, and
by `fitted` whether there is anything to look at. `evidence` is called for hits alone, and makes them believable.
Nothing here knows an engine.
"""

import re
from abc import ABC
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import Any, ClassVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.model import Evidence, Severity, Target

HITS = pa.schema(
    [
        ("index", pa.int32()),
        ("field", pa.string()),
        ("kind", pa.string()),
        ("count", pa.int32()),
        ("severity", pa.string()),
        ("source", pa.string()),
        ("detail", pa.string()),
    ]
)
"""What `find` and `judge` return. `index` is the position in the batch (null: a hit of the dataset), `count` how often
the fault stands in the field, `severity` null for the check's own, `source` of a dataset hit the outlet it concerns
(null: all), `detail` whatever the check's own `evidence` needs to know."""

NO_HITS = HITS.empty_table()
SHARE = (0, 1)
BRIEF = 256
"""Bytes of a body up to which no screen is asked."""
EXCERPT = 240
"""Code points of an excerpt, at most."""
WHOLE = 1000
"""Code points of a text of which the whole is suggested, at most."""
_LARGE = 2 << 20
"""Bytes of a column that is screened by itself."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of HITS, for `evidence`."""

    field: str
    kind: str
    count: int
    source: str | None
    detail: str | None


def option(default: Any, doc: str, *, within: tuple[float, float | None] | None = None) -> Any:
    """An option of a check: a dataclass field with its documentation.

    `within` are the least and the largest (null: none) number that it may be; if it is not named, 0 or more.
    """
    return field(default=default, metadata={"doc": doc, "within": within})


def share(default: float | None, doc: str) -> Any:
    """An option that is a share or a probability, 0 to 1."""
    return option(default, doc, within=SHARE)


@dataclass(frozen=True, kw_only=True)
class Check(ABC):
    """The base of all checks."""

    targets: ClassVar[tuple[Target, ...]]
    """The fields looked at; findings bear their names."""
    reads: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """By table, columns that are needed beside the target fields."""
    surveyed: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """By table, the columns that `survey` reads, where they are fewer than all."""
    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[Mapping[str, str]]
    """Each kind of finding with a sentence on what it means."""
    expects: ClassVar[str | None] = None
    """What is expected of sound data, in the name of the expectation for suites of Great Expectations:
    `TeasersToBeWhole`; null: `No` and the name of the class."""
    max_count: ClassVar[int | None] = None
    """Rows that may fail before the gate blocks; null with a null max_share: none may."""
    max_share: ClassVar[float | None] = None
    body_screen: ClassVar[str | None] = None
    """A pattern for RE2 that finds every body of more than BRIEF bytes that may have a hit, and perhaps others.

    Bodies are most of a dataset: they are read once for the screens of all checks. `find` gets null for what no screen
    finds; it still has to screen what it gets.
    """
    fixable: ClassVar[frozenset[str]] = frozenset()
    """Kinds of faults of single rows that have one right answer: `copydesk fix` writes what `fix` says."""
    removable: ClassVar[frozenset[str]] = frozenset()
    """Kinds whose row says nothing that another does not: `copydesk fix` leaves the article out."""
    key: ClassVar[str | Mapping[str, str] | None] = None
    """The column (or one by table) of which all rows with one value must meet in a batch; null: any batch will do.

    A key that is no column of the table is what `keys` makes of its columns."""

    @classmethod
    def name(cls) -> str:
        """`truncated-teaser` for TruncatedTeaser."""
        return _kebab(cls.__name__)

    @classmethod
    def options(cls) -> tuple[Field[Any], ...]:
        """The dataclass fields of the options; metadata["doc"] documents each."""
        return fields(cls)

    @classmethod
    def tables(cls) -> tuple[str, ...]:
        """The tables looked at, each once, in the order of the targets."""
        return tuple(dict.fromkeys(target.table for target in cls.targets))

    def fields_of(self, table: str) -> tuple[str, ...]:
        """The target fields of one table."""
        return tuple(target.field for target in self.targets if target.table == table)

    def columns(self, table: str) -> tuple[str, ...]:
        """All columns of one table that the check reads."""
        own = self.fields_of(table)
        key = self.key_of(table)
        return tuple(dict.fromkeys((*own, *self.reads.get(table, ()), *((key,) if key else ()))))

    def key_of(self, table: str) -> str | None:
        """The key column of one table, if its rows must meet by key."""
        return self.key.get(table) if isinstance(self.key, Mapping) else self.key

    def wants(self, columns: Mapping[str, str]) -> tuple[str, ...]:  # noqa: ARG002
        """Columns of which the check must know something before it runs: fields of articles, or keys of `extra`.

        `columns` has the columns of the input, each with the field it was mapped to, else with itself.
        """
        return ()

    def known(self, column: str, batch: pa.RecordBatch) -> pa.Array:
        """Of a batch of articles, which has the column or `extra`, what the check must know: a few different texts."""
        raise NotImplementedError(f"{self.name()} wants {column}, of {batch.num_rows} rows, and does not say why")

    def fitted(self, known: Mapping[str, frozenset[str]]) -> "Check | str":  # noqa: ARG002
        """The check as it runs on a dataset, or why it has nothing to look at there, as half a sentence.

        `known` has for each wanted column what was known of all articles.
        """
        return self

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        """The hits (HITS) in one batch of one table; `summary` is what `survey` and `merge` made of all batches."""
        return NO_HITS

    def keys(self, table: str, batch: pa.RecordBatch) -> pa.Array:
        """The key of each row of a table that has no such column; null leaves a row out."""
        raise NotImplementedError(f"{self.name()} has the key {self.key_of(table)}, which {table} does not hold")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table | None:  # noqa: ARG002
        """A small table that says of this batch what the check must know of all; null if it needs to know nothing."""
        return None

    def merge(self, parts: Sequence[pa.Table]) -> pa.Table:
        """One summary of many: by default rows alike in all but integers become one, and the integers are added."""
        table = pa.concat_tables(parts)
        names = [each.name for each in table.schema if not pa.types.is_integer(each.type)]
        sums = [each.name for each in table.schema if pa.types.is_integer(each.type)]
        merged = table.group_by(names).aggregate([(each, "sum") for each in sums])
        renamed = merged.rename_columns(
            [each.removesuffix("_sum") if each.endswith("_sum") else each for each in merged.column_names]
        )
        return renamed.select(table.column_names).sort_by(
            [(each, "ascending") for each in names] or [(sums[0], "ascending")]
        )

    def conclude(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        """What `find`, `judge` and `notes` get, made once of the summary of all batches."""
        return summary

    def notes(self, table: str, summary: pa.Table) -> tuple[str, ...]:  # noqa: ARG002
        """Sentences for the report on what was not looked at: a sample drawn, a language that no list knows."""
        return ()

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        """The hits (HITS, index null) of the dataset as a whole."""
        return NO_HITS

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        """What to tell the user of one hit. `row`: `columns(table)` of the row that failed; empty for the dataset."""
        raise NotImplementedError(f"{self.name()} finds faults but explains none: {hit.kind} in {len(row)} columns")

    def fix(self, hit: Hit, row: Mapping[str, Any]) -> str | None:
        """The right text of the field of a hit of a fixable kind (of a date, its text); null where there is none.

        By default what `evidence` suggests. What it returns must not be a hit of that kind again.
        """
        return self.evidence(hit, row).suggestion


@cache
def _kebab(name: str) -> str:
    """Asked for with every finding."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def hits(
    index: pa.Array | Sequence[int],
    field: str,
    kind: pa.Array | str,
    *,
    count: pa.Array | int = 1,
    severity: pa.Array | Severity | None = None,
    detail: pa.Array | None = None,
) -> pa.Table:
    """A table of HITS for rows of a batch; single values stand for all rows."""
    rows = pa.array(index, pa.int32()) if not isinstance(index, pa.Array) else index.cast(pa.int32())
    values = {
        "index": rows,
        "field": field,
        "kind": kind,
        "count": count,
        "severity": severity,
        "source": None,
        "detail": detail,
    }
    return pa.table(
        {name: _column(value, len(rows), HITS.field(name).type) for name, value in values.items()}, schema=HITS
    )


def dataset_hit(
    field: str,
    kind: str,
    *,
    source: str | None = None,
    severity: Severity | None = None,
    count: int = 1,
    detail: str | None = None,
) -> dict[str, Any]:
    """One row of HITS for the dataset as a whole, for pa.Table.from_pylist(..., schema=HITS)."""
    return {
        "index": None,
        "field": field,
        "kind": kind,
        "count": count,
        "severity": severity,
        "source": source,
        "detail": detail,
    }


def text_hits(
    batch: pa.RecordBatch, fields: Iterable[str], screen: str, look: Callable[[str], Mapping[str, Sized]]
) -> Iterator[dict[str, Any]]:
    """A row of HITS for each kind of fault that `look` finds in texts, with its count.

    `screen` is a pattern for RE2: only texts that match it become Python strings and are looked at.
    """
    for index, field_name, text in suspects(batch, fields, lambda texts: pc.match_substring_regex(texts, screen)):
        for kind, places in look(text).items():
            yield {"index": index, "field": field_name, "kind": kind, "count": len(places)}


def suspects(
    batch: pa.RecordBatch, fields: Iterable[str], screen: Callable[[pa.Array], pa.Array]
) -> Iterator[tuple[int, str, str]]:
    """Position in the batch, field and text of each text that a screen (texts -> boolean) lets through, in that order.

    The screen is called once for all short fields: to build a large pattern may cost more than their texts.
    """
    names = tuple(fields)
    short = [name for name in names if batch.column(name).nbytes <= _LARGE]
    found: list[tuple[int, str, str]] = []
    # a large column is not copied to lie beside others
    for group in filter(None, (short, *([name] for name in names if name not in short))):
        texts = pa.concat_arrays([batch.column(name) for name in group]) if len(group) > 1 else batch.column(group[0])
        places = where(screen(texts))
        for place, text in zip(places.to_pylist(), texts.take(places).to_pylist(), strict=True):
            column, index = divmod(place, batch.num_rows)
            found.append((index, group[column], text))
    return iter(sorted(found, key=lambda each: (each[0], names.index(each[1]))))


def where(mask: pa.Array) -> pa.Array:
    """The positions at which a boolean array is true; null counts as false."""
    return pc.indices_nonzero(pc.fill_null(mask, fill_value=False))


def kept(texts: pa.Array, mask: pa.Array) -> pa.Array:
    """The texts at which a boolean array is true, null for the others (null counts as false).

    `if_else` would leave the text behind its null, and kernels of strings work on it all the same.
    """
    return texts.take(pc.if_else(mask, pa.array(np.arange(len(texts))), None))


def excerpt(text: str, start: int, end: int, width: int = EXCERPT) -> str:
    """The stretch of text with what stands around it, at most `width` code points, cut ends marked by an ellipsis."""
    if len(text) < width:
        return text
    if end - start >= width:
        return text[start : start + width - 1] + "…"
    room = (width - (end - start)) // 2
    low = max(0, min(start - room, len(text) - width))
    high = min(len(text), low + width)
    head = "…" if low else ""
    tail = "…" if high < len(text) else ""
    return head + text[low + len(head) : high - len(tail)] + tail


def suggested(text: str, right: str | None, start: int) -> str | None:
    """What a text should read: the whole, or of one over WHOLE code points the stretch around its first fault.

    `right` is the whole right text, which is that of `text` up to `start`; null gives null.
    """
    if not right or len(text) <= WHOLE:
        return right or None
    return excerpt(right, min(start, len(right)), min(start, len(right)))


def _column(value: Any, length: int, kind: pa.DataType) -> pa.Array:
    if isinstance(value, pa.ChunkedArray):
        return value.combine_chunks().cast(kind)
    if isinstance(value, pa.Array):
        return value.cast(kind)
    return pa.repeat(pa.scalar(value, kind), length)
