"""Teasers that many pages show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, NO_HITS, Check, Hit, excerpt, option
from copydesk.language.normal import bare
from copydesk.model import Evidence, Severity, Target

TEXT = "teaser_text"
BRIEF = 30
"""Bytes of a description below which it says too little to be a teaser without its headline: "Read more"."""
_COUNTED = {
    "articles": ("headline", "This description is that of articles with {pages} different headlines"),
    "teasers": ("article_row", "This teaser stands under {pages} pages"),
}
"""By table the column whose different values are counted, and how that is told."""


@dataclass(frozen=True, kw_only=True)
class RepeatedTeaser(Check):
    """The same teaser stands under many pages.

    A box of latest or most-read news shows one teaser on every page of a site, and some sites give all their articles
    one description. Teasers are compared by the words of their description, by those of the headline too where that
    is brief or lacking; case, white space and marks at the edges do not count. There is one finding for each such
    text, at the first page that shows it. An article's own description counts once for each headline, so that copies
    of a story are not told again.

    ## Why it matters

    Teasers of such boxes say nothing of the page they stand on: pairs of teaser and page teach wrong links, and the
    few stories that every page shows outweigh all others.

    ## Example

    Bad: "The old crane came down on Friday.", under 4,120 pages of one outlet, in a box "Latest news".

    Good: A teaser under the pages whose stories have to do with it.

    ## What to do

    Leave the box out when pages are scraped, or keep each of its teasers once. Clear a description that is that of
    the site.
    """

    targets: ClassVar = (
        Target("articles", "description"),
        Target("teasers", "description"),
        Target("teasers", "headline"),
    )
    reads: ClassVar = {"articles": ("headline",), "teasers": ("article_row", "collection_label")}
    severity: ClassVar = Severity.INFO
    kinds: ClassVar = {
        "one-source": "Many pages of one source show the teaser, as in a box of latest news.",
        "several-sources": "Many pages of several sources show the teaser, as with an advertisement.",
        "same-description": "Articles with many different headlines have the same description.",
    }
    key: ClassVar = TEXT

    pages: int = option(10, "Pages under which the same teaser stands, at least, to be a finding.")

    def keys(self, table: str, batch: pa.RecordBatch) -> pa.Array:
        texts = batch.column("description")
        size = pc.fill_null(pc.binary_length(texts), 0)
        if table == "articles":
            return _bare(pc.if_else(pc.greater(size, 0), texts, pa.scalar(None, pa.string())))
        both = pc.binary_join_element_wise(pc.fill_null(batch.column("headline"), ""), pc.fill_null(texts, ""), "\n")
        return _bare(pc.if_else(pc.less(size, BRIEF), both, texts))

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        rows, (counted, noun) = pa.Table.from_batches([batch]), _COUNTED[table]
        often = rows.group_by(TEXT).aggregate(
            [(counted, "count_distinct"), ("source", "count_distinct"), ("row", "min")]
        )
        often = often.filter(pc.greater_equal(often[f"{counted}_count_distinct"], self.pages))
        if not often.num_rows:
            return NO_HITS
        index = pc.index_in(often["row_min"], value_set=rows["row"].combine_chunks())
        firsts, labels = rows.take(index).to_pylist(), _labels(rows, often[TEXT]) if table == "teasers" else {}
        told = zip(index.to_pylist(), firsts, often.to_pylist(), strict=True)
        found = []
        for place, first, group in sorted(told, key=lambda each: each[0]):
            pages, sources = group[f"{counted}_count_distinct"], group["source_count_distinct"]
            field = "description" if first["description"] else "headline"
            kind = "same-description" if table == "articles" else "one-source" if sources == 1 else "several-sources"
            outlets = first["source"] if sources == 1 else f"{sources:,} sources"
            where = f', in the box "{labels[group[TEXT]]}"' if labels.get(group[TEXT]) else ""
            detail = f"{noun.format(pages=f'{pages:,}')} of {outlets}{where}."
            found.append({"index": place, "field": field, "kind": kind, "count": pages, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row[hit.field]
        return Evidence(hit.detail or "", excerpt(text, 0, len(text)), (0, len(text)))


def _bare(texts: pa.Array) -> pa.Array:
    """The normal form of each text; null of one without letters."""
    encoded = texts.dictionary_encode()
    return pa.array([bare(text) or None for text in encoded.dictionary.to_pylist()], pa.string()).take(encoded.indices)


def _labels(rows: pa.Table, texts: pa.ChunkedArray) -> Mapping[str, str]:
    """By text the label of the box that it stands in most often, of several the first in order; none without one."""
    known = rows.filter(pc.and_(pc.is_valid(rows["collection_label"]), pc.is_in(rows[TEXT], value_set=texts)))
    counted = known.group_by([TEXT, "collection_label"]).aggregate([("row", "count")])
    rising = counted.sort_by([("row_count", "ascending"), ("collection_label", "descending")]).to_pylist()
    return {row[TEXT]: excerpt(row["collection_label"], 0, 0, 60) for row in rising}
