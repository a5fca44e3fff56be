"""Placeholders that were never replaced by a text."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, kept, option, suspects
from copydesk.language.placeholders import EDGES, LONGEST, MEANING, SCREEN, WHOLE, placeholders
from copydesk.model import Evidence, Severity, Target

_GRAVE = ("description", "article_body")
_FIELDS = ("headline", "alternative_headline", "description", "article_body", "byline")


@dataclass(frozen=True, kw_only=True)
class PlaceholderText(Check):
    """A text is, or holds, a placeholder that nobody replaced.

    Words for a missing value (N/A, null, [Removed]), names of fields (Title, Untitled), notes to self
    (TODO, Text folgt), trials (Test headline, asdf), dummy prose (lorem ipsum, "Blah blah blah."), variables of
    templates and programs ({{title}}, %s, [object Object]), and blanks ([Insert name here]). One finding a field and
    kind, with the count. A body or a description that is nothing else is an error. Words such as "Unknown" count
    only where they are the whole field.

    ## Why it matters

    The row counts as an article and is none; models learn that a story reads "Blah blah blah."; equal
    placeholders make different stories duplicates.

    ## Example

    Bad: {"headline": "{{title}}", "article_body": "Lorem ipsum dolor sit amet, consectetur adipiscing elit."}

    Good: The headline and the text of the story, or null.

    ## What to do

    Load the story again from its own page; where there is no text, leave the field null or the row out.
    """

    targets: ClassVar = (
        *(Target("articles", field) for field in _FIELDS),
        *(Target("teasers", field) for field in ("headline", "description")),
    )
    kinds: ClassVar = MEANING
    body_screen: ClassVar = SCREEN

    allow: tuple[str, ...] = option((), "Kinds that are no fault in this dataset, such as variable.")

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        found = [hit for each in suspects(batch, self.fields_of(table), _suspicious) for hit in _hits(*each)]
        return pa.Table.from_pylist([hit for hit in found if hit["kind"] not in self.allow], schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row[hit.field]
        first = next(each for each in placeholders(text) if each.kind == hit.kind)
        shown = excerpt(text[first.start : first.end].strip(), 0, 0, 40)
        times = f"{hit.count} times, first" if hit.count > 1 else "once,"
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {times} {shown!r}."
        return Evidence(message, excerpt(text, first.start, first.end), (first.start, first.end))


def _hits(index: int, field: str, text: str) -> Iterator[dict[str, Any]]:
    """A row of HITS for each kind of placeholder in a text."""
    found = placeholders(text)
    grave = field in _GRAVE and any(each.whole for each in found)
    for kind, count in Counter(each.kind for each in found).items():
        severity = Severity.ERROR if grave else Severity.WARNING
        yield {"index": index, "field": field, "kind": kind, "count": count, "severity": severity}


def _suspicious(texts: pa.Array) -> pa.Array:
    brief = kept(texts, pc.less_equal(pc.binary_length(texts), LONGEST))
    return pc.or_kleene(pc.is_in(_plain(brief), value_set=_WHOLE), pc.match_substring_regex(texts, SCREEN))


def _plain(texts: pa.Array) -> pa.Array:
    """What `language.normal.bare` leaves of texts, or nearly: texts alike by that are alike by this."""
    folded = pc.utf8_trim(pc.utf8_lower(pc.utf8_normalize(texts, "NFKC")), EDGES)
    for space in ("\n", "\t", "  ", "  "):
        folded = pc.replace_substring(folded, space, " ")
    return folded


_WHOLE = _plain(pa.array(WHOLE))
