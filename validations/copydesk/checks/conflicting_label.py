"""Copies of one story that bear different labels."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, NO_HITS, Check, Hit, excerpt, option
from copydesk.checks._members import MEMBERS, held_in, named, plain, stories, values
from copydesk.language.normal import fold
from copydesk.model import Evidence, Target

Labels = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ConflictingLabel(Check):
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

    targets: ClassVar = (Target("stories", "row"),)
    reads: ClassVar = {"stories": MEMBERS}
    kinds: ClassVar = {
        "other-label": "The labels of the copies have nothing in common.",
        "some-labels-differ": "Of several labels the copies share some.",
    }
    key: ClassVar = "story"

    column: str | None = option(
        None, "The column that holds the label, under its name in the input or as a field of articles; none by default."
    )

    def columns(self, table: str) -> tuple[str, ...]:
        own = (held_in(self.column),) if self.column is not None else ()
        return tuple(dict.fromkeys((*super().columns(table), *own)))

    def wants(self, columns: Mapping[str, str]) -> tuple[str, ...]:
        return () if self.column is None else (columns.get(self.column, self.column),)

    def known(self, column: str, batch: pa.RecordBatch) -> pa.Array:
        return pa.array(["labelled"] * any(_labels(value) for value in values(batch, column)), pa.string())

    def fitted(self, known: Mapping[str, frozenset[str]]) -> "ConflictingLabel | str":
        if self.column is None:
            return 'no column of labels is named; set "checks.conflicting-label.column"'
        held = next((column for column, labelled in known.items() if labelled), None)
        return replace(self, column=held) if held else f"no article has a label in the column {self.column!r}"

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        if self.column is None:
            return NO_HITS
        stated = values(batch, self.column)
        found = []
        for first, *others in stories(batch, [_labels(value) for value in stated]):
            for member in others:
                if member["told"] != first["told"]:
                    shared = set(member["told"]) & set(first["told"])
                    here, there = (excerpt(plain(stated[each["index"]]) or "", 0, 0, 60) for each in (member, first))
                    detail = f"This story has the label {here}; its copy {named(first)} has {there}."
                    kind = "some-labels-differ" if shared else "other-label"
                    hit = {"index": member["index"], "field": self.column, "kind": kind, "count": 1}
                    found.append({**hit, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        body = row.get("article_body")
        return Evidence(hit.detail or "", excerpt(body, 0, 0) if body else None)


def _labels(value: Any) -> Labels | None:
    """The labels that a value holds, folded and sorted; null for none."""
    texts = map(plain, value if isinstance(value, list) else [value])
    return tuple(sorted({fold(text) for text in texts if text})) or None
