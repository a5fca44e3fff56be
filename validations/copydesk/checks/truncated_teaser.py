"""Teasers that were cut."""

import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, where
from copydesk.checks._blocks import Members, address, blocks, suspicious
from copydesk.checks._widths import Widths, counted, cuts
from copydesk.language.blocks import graded
from copydesk.language.teasers import STOP_SCREEN, THRESHOLD, Cut, judge, whole
from copydesk.model import Evidence, Severity, Target

WITNESSES = {"articles": ("article_body",), "teasers": ("full", "target_body")}
GRADES = {
    "verified": "the text that it was taken from goes on",
    "structural": "it bears the mark that the page puts behind the teasers it cuts",
    "piled": "the teasers of its source are cut at this width",
    "marker_only": "it bears the mark of a cut",
    "none": "its last words and its width look so, which is no proof",
}


@dataclass(frozen=True, kw_only=True)
class TruncatedTeaser(Check):
    """A teaser breaks off before its end.

    A content system cut the text at a fixed width, often inside a word or a sentence, and the scraper
    kept what was shown. The finding says how sure it is. `verified`: the body, the page or the story that the teaser
    leads to goes on inside the sentence. `structural`: the mark of a cut in a block of teasers, or a width at which the
    teasers of the source pile up without a full stop. `marker_only`: the mark alone. `none`: no mark; the last words
    and the width look like a cut (a warning). An ellipsis that the body has too is style and no fault.

    ## Why it matters

    Models that learn summaries from teasers learn to stop in the middle; facts and names at the end
    are lost; equal cuts make different stories look alike.

    ## Example

    Bad: "The harbour will be closed for three weeks because the old cranes are..."

    Good: "The harbour will be closed for three weeks because the old cranes are being replaced."

    ## What to do

    Take the suggestion where there is one; else take the description from the story's own page, or leave
    the teaser out.
    """

    targets: ClassVar = (
        Target("articles", "description"),
        Target("teasers", "description"),
        Target("teasers", "headline"),
    )
    reads: ClassVar = {
        "articles": (*WITNESSES["articles"], "in_language"),
        "teasers": (*WITNESSES["teasers"], "collection_label", "url", "in_language"),
    }
    severity: ClassVar = Severity.ERROR
    expects: ClassVar = "TeasersToBeWhole"
    key: ClassVar = {"teasers": "article_row"}
    kinds: ClassVar = {
        "marker": 'The text ends in an ellipsis or in the words of a link ("Read more").',
        "midword": "The text ends inside a word.",
        "midsentence": "The text ends inside a sentence.",
    }

    threshold: int = option(
        THRESHOLD, "Points from which a text without mark, and without a body to compare, counts as cut; 99 for never."
    )

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        texts = batch.column("description")
        return counted(batch.column("source"), texts, pc.match_substring_regex(texts, STOP_SCREEN), self.merge)

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:
        widths = cuts(summary) if summary else {}
        found = [hit for each in self.targets if each.table == table for hit in self._hits(batch, each, widths)]
        return pa.Table.from_pylist(found, schema=HITS)

    def _hits(self, batch: pa.RecordBatch, target: Target, widths: Widths) -> Iterator[dict[str, Any]]:
        suspects = where(suspicious(batch.column(target.field), target.field))
        wanted = [name for name in (*self.columns(target.table), "source") if name in batch.schema.names]
        rows = batch.select(wanted).take(suspects).to_pylist()
        members = blocks(batch, target.field, suspects) if target.table == "teasers" else {}
        for index, row in zip(suspects.to_pylist(), rows, strict=True):
            cut = self._judged(row, target, members, widths.get(row["source"], ()))
            if cut and (cut.kind == "marker" or target.field != "headline"):
                hit = {"index": index, "field": target.field, "kind": cut.kind, "count": 1}
                severity = Severity.WARNING if cut.grade == "none" else None
                yield {**hit, "severity": severity, "detail": json.dumps(asdict(cut))}

    def _judged(self, row: Mapping[str, Any], target: Target, members: Members, cuts: Container[int]) -> Cut | None:
        text, witnesses = row[target.field], [row.get(name) for name in WITNESSES[target.table]]
        piled = target.field == "description" and len(text) in cuts
        cut = judge(text, witnesses, row.get("in_language"), threshold=self.threshold, piled=piled)
        if not cut or target.table == "articles":
            return cut
        led = row.get("url") is not None or (target.field == "description" and row.get("headline") is not None)
        block = members[row["article_row"], row["collection_label"]]
        return graded(text, address(row, target.field), cut, block, led=led)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        cut, text = Cut(**json.loads(hit.detail or "{}")), row[hit.field]
        name = WITNESSES["articles" if "article_body" in row else "teasers"][cut.witness or 0]
        known = row[name] if cut.witness is not None else None
        suggestion = known and (known.strip() if name == "full" else whole(text, cut, known, row.get("in_language")))
        why = GRADES["piled" if cut.grade == "structural" and cut.kind != "marker" else cut.grade]
        span, message = (cut.start, cut.end), f"The {hit.field} is cut: {why}."
        return Evidence(message, excerpt(text, *span), span, cut.grade, suggestion)
