"""Lines of the page among the lines of the story."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, share, suggested
from copydesk.checks._lines import may_recur, suspicious
from copydesk.checks._recurring import drawn, recurring
from copydesk.language.boilerplate import MEANING, boilerplate, without
from copydesk.language.told_walls import walled_body
from copydesk.model import Evidence, Severity, Target

SAMPLE = 100
"""Articles of a source that are surveyed, at most."""


@dataclass(frozen=True, kw_only=True)
class Boilerplate(Check):
    """Between the lines of a story stand lines of the page.

    Labels of advertisements, invitations to newsletters and apps, buttons that share, notices of
    copyright and on cookies are known by their words, in many languages. A survey finds what else recurs: a short
    line, or the last, that stands in many articles of a source which otherwise differ. It looks at 100
    articles of each source, drawn by the hash of their text. What recurs as a line counts within other lines too. One
    finding an article and kind, with the count.

    ## Why it matters

    "SCROLL TO CONTINUE WITH CONTENT" in the middle of every story is learnt as if it were news, makes different
    stories look alike, and splits sentences.

    ## Example

    Bad: "The mayor was not there.\\nSCROLL TO CONTINUE WITH CONTENT\\nHis deputy was."

    Good: "The mayor was not there.\\nHis deputy was."

    ## What to do

    Strip the lines in the extraction, by the elements of the page that bear them. The suggestion is the text without
    them.
    """

    targets: ClassVar = (Target("articles", "article_body"),)
    reads: ClassVar = {"articles": ("source", "content_hash", "key")}
    severity: ClassVar = Severity.WARNING
    kinds: ClassVar = MEANING

    allow: tuple[str, ...] = option((), "Kinds that are no fault in this dataset, such as copyright.")
    min_count: int = option(5, "Articles of a source, of those surveyed, in which a line stands to be boilerplate.")
    min_share: float = share(0.1, "Share of the articles surveyed of a source in which such a line stands, at least.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        """Of the articles of each source with the smallest hashes the lines that may recur."""
        by = pc.coalesce(batch.column("content_hash"), batch.column("key"))
        bodies = batch.column("article_body")
        told = pa.table({"source": pc.fill_null(batch.column("source"), ""), "by": by})
        filled = pc.indices_nonzero(pc.is_valid(bodies))
        rows = filled.to_numpy()[drawn(told.take(filled), SAMPLE)]
        return told.take(pa.array(rows)).append_column("lines", may_recur(bodies, rows))

    def merge(self, parts: Sequence[pa.Table]) -> pa.Table:
        """The first SAMPLE by hash of the articles of each source that differ."""
        table = pa.concat_tables(parts)
        return table.take(pa.array(drawn(table, SAMPLE)))

    def conclude(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        return recurring(summary, self.min_count, self.min_share)

    def notes(self, table: str, summary: pa.Table) -> tuple[str, ...]:  # noqa: ARG002
        full = pc.count_distinct(summary.filter(pc.equal(summary["of"], SAMPLE))["source"]).as_py()
        said = (
            f"lines that recur were sought in {SAMPLE} articles of each larger source, drawn by the hash of their text"
        )
        return (f"{said} ({full:,} of {pc.count_distinct(summary['source']).as_py():,} sources).",) if full else ()

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        known: dict[str, dict[str, str]] = {}
        for row in summary.filter(pc.is_valid(summary["line"])).to_pylist() if summary is not None else ():
            known.setdefault(row["source"], {})[row["line"]] = f"{row['rows']} of {row['of']}"
        rows = pa.array(suspicious(batch, known), pa.int32())
        found = []
        told = batch.select(["article_body", "source"]).take(rows).to_pylist()
        for index, row in zip(rows.to_pylist(), told, strict=True):
            lines = known.get(row["source"] or "", {})
            # a body that is nothing else is a matter of error-page
            spotted = {} if walled_body(row["article_body"]) else boilerplate(row["article_body"], lines)
            for kind, spans in spotted.items():
                if kind not in self.allow:
                    often = lines.get(row["article_body"][slice(*spans[0])])
                    detail = json.dumps({"spans": spans, "often": often})
                    hit = {"index": index, "field": "article_body", "kind": kind, "count": len(spans)}
                    found.append({**hit, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text, told = row[hit.field], json.loads(hit.detail or "{}")
        start, end = told["spans"][0]
        times = f"{hit.count} times, first" if hit.count > 1 else "once,"
        often = f" ({told['often']} articles that were surveyed have it)" if hit.kind == "recurring" else ""
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {times} {excerpt(text[start:end], 0, 0, 60)!r}{often}."
        suggestion = suggested(text, without(text, told["spans"]), start)
        return Evidence(message, excerpt(text, start, end), (start, end), None, suggestion)
