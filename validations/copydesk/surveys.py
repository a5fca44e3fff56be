"""What checks must know of all rows before they judge any: one pass over a table for all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from copydesk.checks import Check
from copydesk.engines import Engine, Stored
from copydesk.rules import Rule, blame

PACKED = pa.schema([("rule", pa.int32()), ("summary", pa.large_binary())])
"""Summaries of several checks, which have a schema each, as one table: the place of the rule, and a stream of Arrow."""


def surveyed(engine: Engine, table: str, stored: Stored, rules: Sequence[Rule]) -> dict[str, pa.Table]:
    """By name of a check what it knows of all rows of a table; checks that know nothing of it are left out."""
    asked = tuple(rule for rule in rules if surveys(rule.check))
    if not asked:
        return {}
    read = [name for rule in asked for name in rule.check.surveyed.get(table, rule.check.columns(table))]
    names = [name for name in dict.fromkeys((*read, "source")) if name in stored.schema.names]
    packed = engine.fold(stored, SurveyKernel(table, asked), MergeSummaries(asked), names)
    found = {}
    for rule, summaries in zip(asked, _unpacked(packed, len(asked)), strict=True):
        for summary in summaries:
            with blame(rule):
                found[rule.name] = rule.check.conclude(table, summary)
    return found


def surveys(check: Check) -> bool:
    """Whether a check must know of all rows what `survey` says."""
    return type(check).survey is not Check.survey


@dataclass(frozen=True, slots=True)
class SurveyKernel:
    """One batch -> the summaries of some checks (PACKED); none of a check that has nothing to know of the table."""

    table: str
    rules: tuple[Rule, ...]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        found: dict[int, pa.Table] = {}
        for place, rule in enumerate(self.rules):
            with blame(rule):
                made = rule.check.survey(self.table, batch)
            if made is not None:
                found[place] = made
        return _packed(found)


@dataclass(frozen=True, slots=True)
class MergeSummaries:
    """Many summaries of each of some checks -> one of each (PACKED)."""

    rules: tuple[Rule, ...]

    def __call__(self, parts: Sequence[pa.Table]) -> pa.Table:
        merged: dict[int, pa.Table] = {}
        for place, summaries in enumerate(_unpacked(pa.concat_tables(parts), len(self.rules))):
            if summaries:
                with blame(self.rules[place]):
                    merged[place] = self.rules[place].check.merge(summaries)
        return _packed(merged)


def _packed(summaries: Mapping[int, pa.Table]) -> pa.Table:
    streams = []
    for summary in summaries.values():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, summary.schema) as stream:
            stream.write_table(summary)
        streams.append(sink.getvalue().to_pybytes())
    return pa.table({"rule": list(summaries), "summary": streams}, schema=PACKED)


def _unpacked(packed: pa.Table, rules: int) -> list[list[pa.Table]]:
    """The summaries of each rule."""
    found: list[list[pa.Table]] = [[] for _ in range(rules)]
    for place, summary in zip(packed["rule"].to_pylist(), packed["summary"], strict=True):
        with pa.ipc.open_stream(summary.as_buffer()) as stream:
            found[place].append(stream.read_all())
    return found
