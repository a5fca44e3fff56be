"""A check over somebody's own columns: which of them stand for which fields, and what comes of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk import registry
from copydesk.engines import Engine, Stored
from copydesk.errors import UsageError
from copydesk.examine import CONTEXT, examine
from copydesk.language import dates
from copydesk.rules import Rule
from copydesk.settle import merge_orders
from copydesk.tables import ARTICLES, DATES, TEASERS, blanks_to_null, content_hashes

SCHEMAS = {"articles": ARTICLES, "teasers": TEASERS}
ROW = "copydesk row"
"""The column that numbers the rows of a batch; no column of a user's is likely to have the name."""
PARTS = ("local", "precision", "tz", "evidence")
SHOWN = 20
"""Findings that a result tells of."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of some columns: `columns` has by field the user's column, `options` those of the check."""

    check: str
    table: str
    field: str
    columns: Mapping[str, str]
    options: Mapping[str, Any]

    def text(self) -> str:
        """The question as JSON."""
        return json.dumps(asdict(self), sort_keys=True, default=str)

    @property
    def rule(self) -> Rule:
        """The check, with its options; its clock is today's where it has one and none is given."""
        made = registry.check_class(self.check)
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in self.options.items()
        }
        if any(each.name == "as_of" for each in made.options()):
            said = self.options.get("as_of")
            given["as_of"] = date.fromisoformat(said) if said else datetime.now(UTC).date()
        return Rule(made(**given))

    @property
    def dates(self) -> tuple[str, ...]:
        """The dates among the fields that the check reads."""
        return tuple(name for name in DATES if name in self.columns)


def question(text: str) -> Question:
    """The question that `text` wrote."""
    return Question(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Answer:
    """`rows` were looked at, `values` of them hold something, `failing` have a finding, of which some are told."""

    rows: int
    values: int
    failing: int
    findings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """One batch of the user's columns and ROW -> the columns that the check reads, null where the user has none."""

    question: Question

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        schema = self.schema()
        given = {_raw(field): batch.column(own) for field, own in self.question.columns.items()}
        given["row"] = batch.column(ROW)
        columns = {name: _fitted(array, schema.field(name)) for name, array in given.items() if name in schema.names}
        nulls = {each.name: pa.nulls(batch.num_rows, each.type) for each in schema}
        columns["key"] = columns.get("uri", nulls["key"])
        if "content_hash" in schema.names:
            texts = [columns.get(name, pa.nulls(batch.num_rows, pa.string())) for name in ("headline", "article_body")]
            columns["content_hash"] = content_hashes(*texts)
        return pa.table({**nulls, **columns}, schema=schema)

    def schema(self) -> pa.Schema:
        """What the check reads, what a finding repeats of a row, and what dates are read by."""
        own = SCHEMAS[self.question.table]
        read = self.question.rule.check.columns(self.question.table)
        read = tuple(name for name in read if name in own.names or not name.startswith("_"))
        raws = (f"{name}_raw" for name in self.question.dates)
        names = dict.fromkeys((*CONTEXT, "in_language", *read, *raws, _raw(self.question.field)))
        return pa.schema([own.field(name) if name in own.names else pa.field(name, pa.string()) for name in names])


@dataclass(frozen=True, slots=True)
class SurveyDates:
    """One fitted batch -> what its dates say of the order of day and month."""

    names: tuple[str, ...]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.concat_tables([dates.survey(_readings(batch, name), batch.column("source")) for name in self.names])


@dataclass(frozen=True, slots=True)
class Date:
    """One fitted batch -> the same with its dates read, as far as the check wants them."""

    names: tuple[str, ...]
    orders: pa.Table

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        table = pa.Table.from_batches([batch])
        for name in self.names:
            settled = dates.settle(_readings(batch, name), batch.column("source"), self.orders, {})
            values = {name: settled["value"], **{f"{name}_{part}": settled[part] for part in PARTS}}
            for column, array in values.items():
                place = table.schema.get_field_index(column)
                if place >= 0:
                    table = table.set_column(
                        place, table.schema.field(place), array.cast(table.schema.field(place).type)
                    )
        return table


@dataclass(frozen=True, slots=True)
class Count:
    """One fitted batch -> its rows, and those that hold something in one column."""

    name: str

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        values = batch.num_rows - batch.column(self.name).null_count
        return pa.table({"rows": pa.array([batch.num_rows], pa.int64()), "values": pa.array([values], pa.int64())})


def answer(engine: Engine, stored: Stored, asked: Question) -> Answer:
    """What the check finds in a table that has the user's columns and ROW. Raises CheckCrashedError."""
    fitted = engine.map(stored, Fit(asked))
    if asked.dates:
        orders = engine.fold(fitted, SurveyDates(asked.dates), merge_orders)
        fitted = engine.map(fitted, Date(asked.dates, orders))
    counted = engine.fold(fitted, Count(_raw(asked.field)), _added).to_pylist()[0]
    failing: set[int | None] = set()
    told: list[dict[str, Any]] = []
    for batch in engine.scan(examine(engine, {asked.table: fitted}, [asked.rule])):
        own = batch.filter(pc.equal(batch.column("field"), asked.field))
        failing |= set(own.column("row").to_pylist())
        told += own.slice(0, SHOWN - len(told)).to_pylist()
    size = counted["rows"] if None in failing else len(failing)  # a fault of the dataset is one of every row
    return Answer(counted["rows"], counted["values"], size, tuple(map(_told, told)))


def _added(parts: Sequence[pa.Table]) -> pa.Table:
    table = pa.concat_tables(parts)
    return pa.table({name: pa.array([pc.sum(table[name]).as_py() or 0], pa.int64()) for name in table.column_names})


def _told(finding: Mapping[str, Any]) -> Mapping[str, Any]:
    names = ("row", "kind", "severity", "count", "message", "excerpt", "span_start", "span_end", "suggestion")
    return {name: finding[name] for name in names if finding[name] is not None}


def _raw(field: str) -> str:
    """The column that holds what the user's column says of a field: of a date its text."""
    return f"{field}_raw" if field in DATES else field


def _readings(batch: pa.RecordBatch, name: str) -> pa.Table:
    return dates.read_column(batch.column(f"{name}_raw"), batch.column("in_language"))


def _fitted(array: pa.Array, field: pa.Field) -> pa.Array:
    """A user's column as its field's type; a text where a list is wanted is a list of one. Raises UsageError."""
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pa.types.is_list(field.type) and not pa.types.is_list(array.type) and not pa.types.is_large_list(array.type):
        offsets = pa.array(range(len(array) + 1), pa.int32())
        listed = pa.ListArray.from_arrays(offsets, array.cast(field.type.value_type))
        return pc.if_else(pc.is_valid(array), listed, pa.scalar(None, listed.type))
    try:
        fitted = array.cast(field.type)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise UsageError(
            f"the column for {field.name} is of type {array.type}; {field.type} is wanted",
            remedy="Name a column that holds text, or cast it.",
        ) from error
    return blanks_to_null(fitted) if field.type == pa.string() else fitted
