"""Headlines that bear the name of their outlet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, share, where
from copydesk.language.tags import MEANING, SCREEN, ends, tag
from copydesk.model import Evidence, Severity, Target

COUNTS = pa.schema([("source", pa.string()), ("place", pa.string()), ("words", pa.string()), ("rows", pa.int64())])
_NAMES = {"articles": ("publisher", "source", "url"), "teasers": ("source", "url")}


@dataclass(frozen=True, kw_only=True)
class OutletTag(Check):
    """A headline bears the name of its outlet.

    "Cranes to go | Port News" was taken from the title of the page. Known are the names that the row
    itself gives for its outlet and host, whatever separator stands before them, and words that stand behind the last
    or before the first separator in many headlines of a source: the survey counts them. An agency in brackets at the
    end, "(AP)", is information.

    ## Why it matters

    Models learn that headlines end in names of newspapers; the same story of two outlets has two headlines; a
    classifier reads the outlet instead of the news.

    ## Example

    Bad: "Cranes to leave the old harbour | Port News Online"

    Good: "Cranes to leave the old harbour"

    ## What to do

    Take the suggestion, or the headline from og:title or JSON-LD instead of the page's title.
    """

    targets: ClassVar = (Target("articles", "headline"), Target("teasers", "headline"))
    reads: ClassVar = _NAMES
    severity: ClassVar = Severity.WARNING
    kinds: ClassVar = MEANING
    fixable: ClassVar = frozenset(("outlet",))

    min_count: int = option(3, "Headlines of a source that bear the same words, at least, for the words to be a tag.")
    min_share: float = share(0.05, "Share of the headlines of a source that bear them, at least; of few, half.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        """By source how often which words stand at the ends of headlines, and how many headlines there are."""
        sources = pc.fill_null(batch.column("source"), "")
        headed = sources.filter(pc.is_valid(batch.column("headline")))
        rows = [
            {"source": each["values"], "place": "all", "words": "", "rows": each["counts"]}
            for each in pc.value_counts(headed).to_pylist()
        ]
        for index, headline in _suspects(batch):
            source = sources[index].as_py()
            pairs = zip(("first", "last"), ends(headline), strict=True)
            rows += [{"source": source, "place": place, "words": words, "rows": 1} for place, words in pairs if words]
        return self.merge([pa.Table.from_pylist(rows, schema=COUNTS)])

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:
        known = self._known(summary) if summary is not None else {}
        found = []
        names = batch.select(list(dict.fromkeys(("source", *_NAMES[table]))))
        for index, headline in _suspects(batch):
            row = names.slice(index, 1).to_pylist()[0]
            seen = tag(headline, _named(row), known.get(row["source"] or "", ()))
            if seen:
                severity = Severity.INFO if seen.kind == "credit" else None
                detail = f"{seen.start} {seen.end} {seen.rest}"
                hit = {"index": index, "field": "headline", "kind": seen.kind, "count": 1}
                found.append({**hit, "severity": severity, "detail": detail})
        return pa.Table.from_pylist(found, schema=HITS)

    def _known(self, summary: pa.Table) -> dict[str, set[tuple[str, str]]]:
        """By source the words that are tags, each with its place."""
        totals = {row["source"]: row["rows"] for row in summary.filter(pc.equal(summary["place"], "all")).to_pylist()}
        known: dict[str, set[tuple[str, str]]] = {}
        often = summary.filter(
            pc.and_(pc.not_equal(summary["place"], "all"), pc.greater_equal(summary["rows"], self.min_count))
        )
        for row in often.to_pylist():
            share = row["rows"] / totals[row["source"]]
            if share >= 0.5 or (
                row["rows"] >= 3 * self.min_count and share >= self.min_share and row["place"] == "last"
            ):
                known.setdefault(row["source"], set()).add((row["place"], row["words"]))
        return known

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        start, end, rest = (hit.detail or "0 0 ").split(" ", 2)
        span = (int(start), int(end))
        shown = row["headline"][span[0] : span[1]].strip()
        return Evidence(
            f"{self.kinds[hit.kind].removesuffix('.')}: {shown!r}.", excerpt(row["headline"], *span), span, None, rest
        )

    def fix(self, hit: Hit, row: Mapping[str, Any]) -> str | None:
        """The headline without that tag; another one of other words is a matter of its own."""
        start, end, _ = (hit.detail or "0 0 ").split(" ", 2)
        headline: str = row["headline"]
        return (headline[: int(start)] + headline[int(end) :]).strip()


def _suspects(batch: pa.RecordBatch) -> Iterator[tuple[int, str]]:
    places = where(pc.match_substring_regex(batch.column("headline"), SCREEN))
    return zip(places.to_pylist(), batch.column("headline").take(places).to_pylist(), strict=True)


def _named(row: Mapping[str, Any]) -> Sequence[str]:
    return [row[name] for name in ("publisher", "source", "url") if row.get(name)]
