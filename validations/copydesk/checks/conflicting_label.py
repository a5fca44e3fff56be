"""Copies of one story that bear different labels."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import option
from copydesk.checks._members import Members, plain, values
from copydesk.language.normal import fold

Labels = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ConflictingLabel(Members):
    """Copies of one story bear labels that contradict each other.

    The column of the label is named by the option `column`; without that the check is not run. Case and white space
    of a label do not count, nor the order of several, and an article without a label contradicts none. What counts
    as a copy is a matter of duplicate-story, by its options. Each copy is held against the story's representative (or
    the first copy that has a label), and is a finding if its label is another one.

    ## Why it matters

    At most one of two labels for one text is right. A model learns the wrong one as well, a test counts a right
    answer as an error, and the share of such copies bounds the score that anybody can reach.

    ## Example

    Bad: "The old crane came down on Friday." with the label "business", and the same text with the label "local".

    Good: One label for all copies of a text.

    ## What to do

    Read the copies, decide on one label, and keep one of them. If many contradict, look at how labels were given:
    those that come from the page a story was found on say more of the page than of the story.
    """

    kinds: ClassVar = {
        "other-label": "The labels of the copies have nothing in common.",
        "some-labels-differ": "Of several labels the copies share some.",
    }
    says: ClassVar = ("has the label", "has")

    column: str | None = option(
        None, "The column that holds the label, under its name in the input or as a field of articles; none by default."
    )

    def wants(self, columns: Mapping[str, str]) -> tuple[str, ...]:
        return () if self.column is None else (columns.get(self.column, self.column),)

    def known(self, column: str, batch: pa.RecordBatch) -> pa.Array:
        return pa.array(["labelled"] * any(_labels(value) for value in values(batch, column)), pa.string())

    def fitted(self, known: Mapping[str, frozenset[str]]) -> "ConflictingLabel | str":
        if self.column is None:
            return 'no column of labels is named; set "checks.conflicting-label.column"'
        held = next((column for column, labelled in known.items() if labelled), None)
        return replace(self, column=held) if held else f"no article has a label in the column {self.column!r}"

    def told(self, batch: pa.RecordBatch, column: str) -> list[Labels | None]:
        return [_labels(value) for value in values(batch, column)]

    def kind(self, first: Labels, other: Labels) -> str:
        return "some-labels-differ" if set(first) & set(other) else "other-label"


def _labels(value: Any) -> Labels | None:
    """The labels that a value holds, folded and sorted; null for none."""
    texts = map(plain, value if isinstance(value, list) else [value])
    return tuple(sorted({fold(text) for text in texts if text})) or None
