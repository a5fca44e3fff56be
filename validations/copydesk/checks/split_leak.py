"""Stories of which copies stand in two splits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import option
from copydesk.checks._members import Member, Members, held_in, plain, values
from copydesk.language.splits import ORDER, TRAIN, side, side_of_file, split_names
from copydesk.model import Severity

FILE = "source_file"
_ENOUGH = 8
"""Sides of which no more need be known to say that there are two."""


@dataclass(frozen=True, kw_only=True)
class SplitLeak(Members):
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

    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "copy-in-train": "The story stands outside of train, and a copy of it in train.",
        "copy-in-other-split": "The story and a copy of it stand in two splits, neither of which is train.",
    }
    says: ClassVar = ("stands in", "stands in")

    column: str | None = option(
        None, "The column that says which split an article is in; source_file for the names of files. Found if not set."
    )

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

    def told(self, batch: pa.RecordBatch, column: str) -> list[str | None]:
        return _sides(batch, column)

    def first(self, members: Sequence[Member]) -> Member:
        return min(members, key=lambda member: _order(member["told"]))

    def kind(self, first: str, other: str) -> str:  # noqa: ARG002
        return "copy-in-train" if first == TRAIN else "copy-in-other-split"

    def shown(self, member: Member, texts: Sequence[str | None]) -> str:  # noqa: ARG002
        return str(member["told"])


def _sides(batch: pa.RecordBatch, column: str) -> list[str | None]:
    """The side of a split on which each row is, null where nothing is said."""
    texts = [plain(value) for value in values(batch, column)]
    told = {text: side_of_file(text) if column == FILE else side(text) for text in set(texts) if text is not None}
    return [None if text is None else told[text] for text in texts]


def _order(side: str) -> tuple[int, str]:
    """What others leak from comes first."""
    return ORDER.index(side) if side in ORDER else len(ORDER), side
