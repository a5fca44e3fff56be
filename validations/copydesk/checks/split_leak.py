"""Stories of which copies stand in two splits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, NO_HITS, Check, Hit, excerpt, option
from copydesk.checks._members import MEMBERS, held_in, named, plain, stories, values
from copydesk.language.splits import ORDER, TRAIN, side, side_of_file, split_names
from copydesk.model import Evidence, Severity, Target

FILE = "source_file"
_ENOUGH = 8
"""Sides of which no more need be known to say that there are two."""


@dataclass(frozen=True, kw_only=True)
class SplitLeak(Check):
    """Copies of one story stand in two splits of the dataset.

    Which split an article is in is read from a column with a usual name (split, set, subset, partition, fold ...)
    whose values say train, validation or test, else from the names of files or folders (train.csv, test/), or from
    the column that the option names. What counts as a copy is a matter of duplicate-story, by its options. There is
    one finding for each copy on a later side (train, validation, test, others) than another; stories in one split
    alone are none, and neither are rows marked as unused. Without any such column the check is not run.

    ## Why it matters

    A model that has seen a test story in training is tested on its memory: scores are better than they are, most so
    for the largest models.

    ## Example

    Bad: "The old crane came down on Friday." with split "train", and the same text with another headline with "test".

    Good: All copies of a story in train, or all in test.

    ## What to do

    Leave the copy out of the split it leaked from, or move all copies of a story to one split, and split by story
    the next time.
    """

    targets: ClassVar = (Target("stories", "row"),)
    reads: ClassVar = {"stories": MEMBERS}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "copy-in-train": "The story stands outside of train, and a copy of it in train.",
        "copy-in-other-split": "The story and a copy of it stand in two splits, neither of which is train.",
    }
    key: ClassVar = "story"

    column: str | None = option(
        None, "The column that says which split an article is in; source_file for the names of files. Found if not set."
    )

    def columns(self, table: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*super().columns(table), held_in(self.column or FILE))))

    def wants(self, columns: Mapping[str, str]) -> tuple[str, ...]:
        if self.column is not None:
            return (columns.get(self.column, self.column),)
        return (*split_names([name for name, held in columns.items() if name == held]), FILE)

    def known(self, column: str, batch: pa.RecordBatch) -> pa.Array:
        held = held_in(column)
        different = pa.record_batch({held: pc.unique(batch.column(held))})
        sides = {each for each in _sides(different, column) if each is not None}
        return pa.array(sorted(sides, key=_order)[:_ENOUGH], pa.string())

    def fitted(self, known: Mapping[str, frozenset[str]]) -> "SplitLeak | str":
        for column, sides in known.items():
            told = sides if self.column is not None else sides & set(ORDER)
            if len(told) > 1 and (self.column is not None or column != FILE or TRAIN in told):
                return replace(self, column=column)
        if self.column is not None:
            return f"the column {self.column!r} does not tell two splits apart"
        return "no column, and no names of files, say which articles are for training and which for tests"

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        if self.column is None:
            return NO_HITS
        found = []
        for members in stories(batch, _sides(batch, self.column)):
            first = min(members, key=lambda member: _order(member["told"]))
            kind = "copy-in-train" if first["told"] == TRAIN else "copy-in-other-split"
            for member in members:
                if member["told"] != first["told"]:
                    here, there = (excerpt(each["told"], 0, 0, 60) for each in (member, first))
                    detail = f"This story stands in {here}; its copy {named(first)} stands in {there}."
                    hit = {"index": member["index"], "field": self.column, "kind": kind, "count": 1}
                    found.append({**hit, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        body = row.get("article_body")
        return Evidence(hit.detail or "", excerpt(body, 0, 0) if body else None)


def _sides(batch: pa.RecordBatch, column: str) -> list[str | None]:
    """The side of a split on which each row is, null where nothing is said."""
    texts = [plain(value) for value in values(batch, column)]
    told = {text: side_of_file(text) if column == FILE else side(text) for text in set(texts) if text is not None}
    return [None if text is None else told[text] for text in texts]


def _order(side: str) -> tuple[int, str]:
    """What others leak from comes first."""
    return ORDER.index(side) if side in ORDER else len(ORDER), side
