"""Teasers of another story than their headline's."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, where
from copydesk.checks._kin import doubtful
from copydesk.language.kinship import akin, other_story
from copydesk.language.normal import columns
from copydesk.model import Evidence, Severity, Target

_LED = 24
"""Code points by which a description is known to begin as its body does."""


@dataclass(frozen=True, kw_only=True)
class MismatchedTeaser(Check):
    """A teaser tells of another story than its headline.

    Columns slipped by a row, a page was scraped in the wrong order, or a site gives every article its own slogan as a
    description. Of an article, hardly a word of the description stands in its headline or body, though a sound one has
    most of its words from there. Of a teaser on a page, the text has no word of its headline and of the story that it
    leads to, and stands in another story of the page (`verified`), or has the words of another headline there, whose
    own teaser does not fit either (`structural`). Nothing is said of teasers of a few words, nor across languages.

    ## Why it matters

    Pairs of headline and teaser that do not belong together teach a model to make things up, and make whoever
    tests summaries distrust the good ones.

    ## Example

    Bad: headline "Ferry returns to the lake", description "The council has agreed on a second school in the east."

    Good: description "The old paddle steamer carries passengers again from May, after nine years in dock."

    ## What to do

    See whether the rows around it slipped too, and scrape them again; clear a description that is a slogan.
    """

    targets: ClassVar = (Target("articles", "description"), Target("teasers", "description"))
    reads: ClassVar = {
        "articles": ("headline", "article_body"),
        "teasers": ("article_row", "headline", "full", "target_headline", "target_body"),
    }
    severity: ClassVar = Severity.INFO
    key: ClassVar = {"teasers": "article_row"}
    kinds: ClassVar = {
        "unrelated": "Hardly a word of the description stands in the story.",
        "of-another": "The description tells of another story of the page.",
    }

    min_body: int = option(
        400, "Columns of text (ideographs and kana count two) that a body has at least to tell of what story it is."
    )

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        found = self._articles(batch) if table == "articles" else self._teasers(batch)
        return pa.Table.from_pylist([{**hit, "field": "description", "count": 1} for hit in found], schema=HITS)

    def _articles(self, batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
        texts, bodies = batch.column("description"), batch.column("article_body")
        led = pc.equal(pc.utf8_slice_codeunits(texts, 0, _LED), pc.utf8_slice_codeunits(bodies, 0, _LED))
        enough = pc.greater_equal(pc.binary_length(bodies), self.min_body)
        candidates = where(pc.and_(pc.and_(enough, pc.is_valid(texts)), pc.invert(led)))
        suspects = doubtful(texts, bodies, candidates)
        values = (batch.column(name).take(suspects).to_pylist() for name in ("description", "headline", "article_body"))
        for index, text, headline, body in zip(suspects.to_pylist(), *values, strict=True):
            if self._tells(body) and not akin(text, f"{headline or ''}\n{body}"):
                yield {"index": index, "kind": "unrelated", "detail": json.dumps(["structural", None])}

    def _teasers(self, batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
        pages: dict[int, list[tuple[int, Mapping[str, Any]]]] = {}
        both = where(pc.and_(pc.is_valid(batch.column("description")), pc.is_valid(batch.column("headline"))))
        rows = batch.select([name for name in self.columns("teasers") if name in batch.schema.names]).take(both)
        for index, row in zip(both.to_pylist(), rows.to_pylist(), strict=True):
            pages.setdefault(row["article_row"], []).append((index, row))
        for page in pages.values():
            yield from self._page([row for _, row in page], [index for index, _ in page])

    def _page(self, rows: Sequence[Mapping[str, Any]], places: Sequence[int]) -> Iterator[dict[str, Any]]:
        for index, row in zip(places, rows, strict=True):
            body = row.get("target_body") or ""
            if self._tells(body) and not akin(row["description"], f"{row['headline']}\n{body}"):
                yield {"index": index, "kind": "unrelated", "detail": json.dumps(["structural", None])}
            elif other := other_story(row, rows):
                yield {"index": index, "kind": "of-another", "detail": json.dumps(other)}

    def _tells(self, body: str) -> bool:
        return len(body) >= self.min_body or columns(body) >= self.min_body

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        grade, headline = json.loads(hit.detail or "[null, null]")
        told = f'tells of "{headline}"' if headline else "has hardly a word of its headline and its story"
        return Evidence(f"The description {told}.", excerpt(row["description"], 0, 0), grade=grade)
