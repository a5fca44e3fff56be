"""Bodies that were cut."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, kept, option, share, where
from copydesk.checks._tails import tails
from copydesk.language import paywalls
from copydesk.language.bodies import ELLIPSIS, ENDING, REACH, ROUND, SOUND, TERMINATED, Broken, Ends, broken, says_more
from copydesk.model import Evidence, Severity, Target

WHY = {
    "paywall": "it ends in the words of a paywall",
    "counted": "it ends in a count of what is left out",
    "verified": "what the source states of it says that there is more",
    "structural": "the other bodies of its source show that",
    "marker_only": "it bears the mark of a cut",
    "none": "its last words look so, which is no proof",
}


@dataclass(frozen=True, kw_only=True)
class TruncatedBody(Check):
    """A body breaks off before its end.

    What was scraped is the free beginning of a story behind a paywall, the preview of an interface, or a text cut at a
    fixed length. The finding says how sure it is. `verified`: the source itself says that there is more: words for
    subscribers alone, a count of what is left out, a number of words that the body does not have. `structural`: the
    other bodies of the source end with their sentences and this one does not, or they break off at the same round
    length or with the same mark. `marker_only` and `none`, a mark or the last words alone, are warnings; a mark behind
    a short last line is one only in a source whose other bodies seldom bear one, since it may be its writer's style.

    ## Why it matters

    A model that learns from such bodies learns that stories stop after two paragraphs; what is asked of a story may
    stand in the part that is not there, and beginnings of one length look alike.

    ## Example

    Bad: "The harbour stays closed until June. All... Subscribe to continue reading"

    Good: The whole story, or no row.

    ## What to do

    Take the story from a source that has it whole; else leave the row out, or mark it as not accessible for free and
    keep it from whatever reads bodies.
    """

    targets: ClassVar = (Target("articles", "article_body"),)
    reads: ClassVar = {"articles": ("in_language", "word_count", "is_accessible_for_free")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "paywall": 'The body ends in the words of a paywall ("Subscribe to continue reading").',
        "counted": 'The body ends in a count of what is left out ("[+2318 chars]").',
        "marker": "The body ends in an ellipsis or in the words of a link, and not in a sentence.",
        "midsentence": "The body ends inside a sentence.",
    }

    min_bodies: int = option(20, "Bodies of a source from which on they tell how bodies of that source end.")
    max_open: float = share(0.05, "Share of a source's bodies that break off alike, at most, for one to stand out.")
    min_cut: float = share(0.2, "Share of a source's bodies that break off alike from which on it cuts them all.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        bodies = batch.column("article_body")
        ends = tails(bodies, ENDING)
        unfinished = pc.invert(pc.match_substring_regex(ends, TERMINATED))
        length = pc.utf8_length(kept(bodies, unfinished))
        whole = pc.equal(pc.subtract(length, pc.multiply(pc.divide(length, ROUND), ROUND)), 0)
        told = {
            "bodies": pc.is_valid(bodies),
            "open": unfinished,
            "marked": pc.match_substring_regex(ends, ELLIPSIS),
            "round": pc.and_(unfinished, whole),
        }
        columns = {name: pc.fill_null(mask, fill_value=False).cast(pa.int64()) for name, mask in told.items()}
        return self.merge([pa.table({"source": batch.column("source"), **columns})])

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        bodies = batch.column("article_body")
        open_ended = pc.invert(pc.match_substring_regex(tails(bodies, ENDING), SOUND))
        suspects = where(pc.or_(open_ended, pc.match_substring_regex(tails(bodies, paywalls.REACH), paywalls.SCREEN)))
        rows = batch.select([*self.columns("articles"), "source"]).take(suspects).to_pylist()
        sources = {row.pop("source"): Ends(**row) for row in summary.to_pylist()} if summary else {}
        pairs = zip(suspects.to_pylist(), rows, strict=True)
        found = [self._hit(index, row, sources.get(row["source"], Ends())) for index, row in pairs]
        return pa.Table.from_pylist([each for each in found if each], schema=HITS)

    def _hit(self, index: int, row: Mapping[str, Any], source: Ends) -> dict[str, Any] | None:
        found = broken(row["article_body"][-REACH:], row["in_language"])
        grade = self._grade(found, row, source) if found else None
        if found is None or grade is None:
            return None
        severity = None if grade in ("verified", "structural") else Severity.WARNING
        hit = {"index": index, "field": "article_body", "kind": found.kind, "count": 1, "severity": severity}
        return {**hit, "detail": json.dumps([grade, found.start, found.end])}

    def _grade(self, found: Broken, row: Mapping[str, Any], source: Ends) -> str | None:
        """How sure a break is; null for last words that only the other bodies could tell of, and do not."""
        body, closed = row["article_body"], row["is_accessible_for_free"] is False
        if found.kind == "counted" or says_more(body, row["word_count"]) or (found.kind == "paywall" and closed):
            return "verified"
        alone = source.stands_out(found, self.min_bodies, self.max_open)
        marked = found.kind == "marker"
        if found.kind == "paywall" or (alone and not marked) or source.cuts(found, body, self.min_cut):
            return "structural"
        return None if not (found.sure or alone) else "marker_only" if marked else "none"

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        body, (grade, start, end) = row["article_body"], json.loads(hit.detail or "[]")
        first = max(0, len(body) - REACH)
        span = (first + start, first + end)
        return Evidence(f"The body is cut: {WHY.get(hit.kind, WHY[grade])}.", excerpt(body, *span), span, grade)
