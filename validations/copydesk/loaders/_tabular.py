"""Rows to records: the columns of a file are chosen once, then every row goes the same way.

Also the loader of tables that are in memory already: a pandas DataFrame, an Arrow table, or whatever offers itself
as an Arrow stream.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple

import pyarrow as pa

from copydesk.errors import UsageError
from copydesk.loaders._cells import frame_values, python_values
from copydesk.loaders._columns import Plan, choose, planner, walk, without
from copydesk.loaders._values import settle
from copydesk.model import Loaded, Origin, Record, Reject

SAMPLE = 512
"""Rows that are looked at to choose the columns."""
DEEPEST = 200
"""Levels of nesting of a value at most: what is nested deeper is no article, and cannot be written as JSON again."""
BATCH = 4096
"""Rows of a table that become Python values at a time."""

_NESTED = frozenset({dict, list})


class Row(NamedTuple):
    """One row of a file by column.

    `lines` holds the line at which each cell begins; null where the row stands on one line, or has none.
    """

    values: Mapping[str, Any]
    record: int
    line: int | None = None
    lines: Mapping[str, int] | None = None


def loaded(rows: Iterable[Row | Reject], origin: Origin, columns: Sequence[str] = ()) -> Iterator[Loaded]:
    """The column map, then a record for each row; rejects pass through.

    `columns` are the columns of a file that may have no rows. What the user named is held against the sample only at
    the beginning of a file, for a later part may lack a rare key. Raises UnreadableFileError (no-usable-columns,
    unknown-field, unknown-column).
    """
    rows = iter(rows)
    head = list(islice(rows, SAMPLE))
    sample = [row.values for row in head if isinstance(row, Row)] or [dict.fromkeys(columns)] * bool(columns)
    first = origin.record == 0
    choice = choose(sample, origin.columns, strict=first and bool(sample))
    if first and sample and not choice.usable:
        raise choice.refusal()
    yield choice.column_map()
    plan_of = planner(choice)
    for row in chain(head, rows):
        yield row if isinstance(row, Reject) else _record(row, plan_of(tuple(row.values)))


def frame_records(frame: Any, origin: Origin) -> Iterator[Loaded]:
    """The records of a pandas DataFrame, an Arrow table, or any other object that is an Arrow stream.

    NaN, NaT and null are absent; the index of a DataFrame is not read. Raises UsageError for anything else, and
    UnreadableFileError as `loaded` does.
    """
    if isinstance(frame, pa.RecordBatch):
        frame = pa.table(frame)
    if hasattr(frame, "iloc") and hasattr(frame, "columns"):
        names = tuple(map(str, frame.columns))
        batches = (_slice(frame, start) for start in range(0, len(frame), BATCH))
    elif (table := _table(frame)) is not None:
        names = tuple(table.column_names)
        batches = (list(map(python_values, batch.columns)) for batch in table.to_batches(max_chunksize=BATCH))
    else:
        raise UsageError(
            f"cannot read articles from a {type(frame).__name__}",
            remedy="Give a pandas DataFrame, an Arrow table, or the path of a file.",
        )
    return loaded(table_rows(names, batches), origin, names)


def _table(frame: Any) -> pa.Table | None:
    """An object that is an Arrow stream of rows, as a table; null for anything else, such as a single column."""
    if isinstance(frame, pa.Table):
        return frame
    try:
        return pa.table(frame) if hasattr(frame, "__arrow_c_stream__") else None
    except pa.ArrowInvalid:
        return None


def _slice(frame: Any, start: int) -> list[list[Any]]:
    part = frame.iloc[start : start + BATCH]
    return [frame_values(part.iloc[:, place]) for place in range(part.shape[1])]


def table_rows(names: Sequence[str], batches: Iterable[Sequence[Sequence[Any]]]) -> Iterator[Row]:
    """The rows of batches of columns."""
    record = 0
    unique = tuple(unique_names(names))
    for columns in batches:
        for record, values in enumerate(zip(*columns, strict=True), start=record):  # noqa: B020
            yield Row(dict(zip(unique, values, strict=True)), record)
        record += bool(columns and len(columns[0]))


def unique_names(names: Iterable[str]) -> list[str]:
    """Column names made different: an empty one becomes `column_2`, by its place, a repeated one `name_2`."""
    found: dict[str, None] = {}
    for place, stated in enumerate(names):
        name = wanted = stated.strip() or f"column_{place}"
        count = 2
        while name in found:
            name = f"{wanted}_{count}"
            count += 1
        found[name] = None
    return list(found)


def _record(row: Row, plan: Plan) -> Record | Reject:
    values = row.values
    fields: dict[str, Any] = {}
    extra = {key: value for key in plan.rest if (value := values[key]) is not None}
    for field, key, ruled in plan.pairs:
        value = values[key]
        if value.__class__ is str and not ruled:
            fields[field] = value
        elif value is not None:
            value, remains = settle(field, value, key)
            if value is not None:
                fields[field] = value
            if remains is not None:
                extra[key] = remains
    if plan.paths:
        _follow(row, plan, fields, extra)
    body = fields.get("article_body")
    if body.__class__ is str and "\r" in body:
        fields["article_body"] = body.replace("\r\n", "\n")
    if _too_deep([*fields.values(), *extra.values()]):
        problem = f"the record is nested deeper than {DEEPEST} levels; flatten it"
        return Reject("too-deep", problem, row.line, row.record)
    if row.lines is None:
        return Record(fields, row.line, row.record, None, extra, (), {}, values)
    starts = {field: row.lines[key] for field, key, _ in plan.pairs if field in fields}
    return Record(
        fields,
        row.line,
        row.record,
        body_lines=_body_lines(row, plan, fields.get("article_body"), starts.get("article_body")),
        extra=extra,
        field_lines={field: line for field, line in starts.items() if line != row.line},
        raw=values,
    )


def _too_deep(values: Iterable[Any]) -> bool:
    """Whether some value is nested too deep to be written again."""
    layer = [value for value in values if value.__class__ in _NESTED]
    for _ in range(DEEPEST):
        if not layer:
            return False
        inside = [value.values() if isinstance(value, dict) else value for value in layer]
        deep = (entries for entries in inside if not _NESTED.isdisjoint(map(type, entries)))
        layer = [inner for entries in deep for inner in entries if inner.__class__ in _NESTED]
    return True


def _body_lines(row: Row, plan: Plan, body: Any, first: int | None) -> tuple[int, ...] | None:
    """The line of each paragraph; null where the body is not the cell as it stands."""
    if first is None or not isinstance(body, str) or body.count("\n") != _cell(row, plan).count("\n"):
        return None
    breaks = (part.count("\n") + 2 for part in body.split("\n\n")[:-1])
    return tuple(accumulate(breaks, initial=first))


def _cell(row: Row, plan: Plan) -> str:
    return str(next(row.values[key] for field, key, _ in plan.pairs if field == "article_body"))


def _follow(row: Row, plan: Plan, fields: dict[str, Any], extra: dict[str, Any]) -> None:
    """Add the fields that lie inside a column, and the rest of those columns to `extra`."""
    for field, path in plan.paths:
        found = walk(row.values, path)
        value, remains = (None, None) if found is None else settle(field, found, path[-1])
        if value is not None:
            fields[field] = value
        if remains is not None:
            extra[".".join(path)] = remains
    for head in dict.fromkeys(path[0] for _, path in plan.paths):
        remains = without(row.values[head], [path[1:] for _, path in plan.paths if path[0] == head])
        if remains:
            extra[head] = remains
