"""Texts in which markup was left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, excerpt, option, suggested, text_hits
from copydesk.language.markup import MEANING, SCREEN, mended, residues
from copydesk.model import Evidence, Target


@dataclass(frozen=True, kw_only=True)
class MarkupResidue(Check):
    """A text holds what is left of markup.

    Entities that nobody decoded, or that have lost their ampersand; tags, also such as were escaped
    once too often; stray backslashes; the signs of Markdown and BBCode; variables of templates that were never
    filled in. One finding a field and kind, with the count.

    ## Why it matters

    Models learn to write `#39;` for an apostrophe; names and prices cannot be found; a tag in a
    headline breaks the page that shows it.

    ## Example

    Bad: "Investors #39; hopes rise at AT&amp;T"

    Good: "Investors' hopes rise at AT&T"

    ## What to do

    Decode entities once, as the last step of extraction. The suggestion holds the decoded text where there
    is one right answer.
    """

    targets: ClassVar = (
        *(Target("articles", field) for field in ("headline", "alternative_headline", "description", "article_body")),
        *(Target("teasers", field) for field in ("headline", "description")),
    )
    kinds: ClassVar = MEANING
    body_screen: ClassVar = SCREEN
    fixable: ClassVar = frozenset(("entity", "broken-entity"))

    allow: tuple[str, ...] = option((), "Kinds that are no fault in this dataset, such as markdown.")

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        texts = text_hits(batch, self.fields_of(table), SCREEN, residues)
        found = [hit for hit in texts if hit["kind"] not in self.allow]
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row[hit.field]
        start, end = residues(text)[hit.kind][0]
        times = f"{hit.count} times, first" if hit.count > 1 else "once,"
        shown = text[start : min(end, start + 40)]
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {times} {shown!r}."
        suggestion = suggested(text, mended(text, hit.kind), start)
        return Evidence(message, excerpt(text, start, end), (start, end), None, suggestion)

    def fix(self, hit: Hit, row: Mapping[str, Any]) -> str | None:
        return mended(row[hit.field], hit.kind)
