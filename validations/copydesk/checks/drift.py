"""Datasets that are not what their earlier version was."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, SHARE, Check, Hit, dataset_hit, option
from copydesk.checks import _drifts as drifts
from copydesk.checks._versions import FIELDS, READS, Tally, survey, tallies
from copydesk.model import Evidence, Target

_OWN = (Target("versions", "row"), Target("versions", "source"))


@dataclass(frozen=True, kw_only=True)
class Drift(Check):
    """The dataset is not what its earlier version was.

    Runs where `--against` names the earlier version. The number of articles, the share of each source and language,
    how often each field is filled, the lengths of bodies and the newest dates are compared. A difference counts if it
    is larger than the option says, and larger than chance makes it in as many articles: ten rows do not drift.

    ## Why it matters

    An outlet that drops out, an author that a new page layout hides, bodies that are cut at a new paywall: each row
    looks as sound as before, and the dataset has become another one.

    ## Example

    Bad: "author" is filled in 4% of the articles of example.org; it was in 97%.

    Good: The shares of last month, give or take what chance makes.

    ## What to do

    Look at one article of the source before and after. If the change is meant, say so by a waiver or raise the option;
    the next comparison is with the new version.
    """

    targets: ClassVar = (*_OWN, *(Target("versions", field) for field in FIELDS))
    reads: ClassVar = {"versions": READS}
    kinds: ClassVar = {
        "rows": "There are many more or many fewer articles.",
        "source-gone": "A source has no articles any more.",
        "share": "A source or a language has another share of the articles.",
        "fill": "A field is filled more or less often.",
        "body-length": "Bodies are longer or shorter.",
        "older-dates": "The newest articles are older than the newest ones were.",
        "stale": "The newest article is older than `days`.",
        "copies": "Added articles have the content of earlier ones under another key.",
    }

    rows: float = option(0.2, "Share by which the number of articles may change.")
    share: float = option(0.1, "Points, 0 to 1, by which the share of a source or language may change.", within=SHARE)
    fill: float = option(
        0.05, "Points, 0 to 1, by which the share of articles that have a field may change.", within=SHARE
    )
    length: float = option(0.25, "Share by which the middle length of bodies may change.")
    copies: float = option(0.0, "Share of the added articles that may be copies of earlier ones.", within=SHARE)
    days: int | None = option(None, "Days that the newest article may be old; not judged if not set.")
    least_rows: int = option(50, "Articles that a version, or a source in it, has at least to be compared.")
    as_of: date = option(date.max, "The day that counts as today; the run's own.")  # noqa: RUF009 - a dataclasses.field

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:  # noqa: ARG002
        return survey(batch)

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        old, new = tallies(summary)
        found = [*drifts.copies(new, self.copies), *self._stale(new)]
        if max(old.rows, new.rows) >= self.least_rows:
            found += [*drifts.rows(old, new, self.rows), *drifts.gone(old, new, self.least_rows)]
        if min(old.rows, new.rows) >= self.least_rows:
            gone = {each.source for each in found if each.kind == "source-gone"}
            left = {source: count for source, count in old.sources.items() if source not in gone}
            found += drifts.shares("source", left, new.sources, self.share)
            found += drifts.shares("in_language", old.languages, new.languages, self.share)
            found += drifts.fills(old, new, self.fill, self.least_rows)
            found += drifts.lengths(old, new, self.length, self.least_rows)
            found += drifts.older(old, new, self.least_rows)
        return pa.Table.from_pylist([_hit(each) for each in found], schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        return Evidence(*json.loads(hit.detail or "[]"))

    def _stale(self, new: Tally) -> Iterator[drifts.Drifted]:
        if self.days is not None and self.as_of != date.max:
            yield from drifts.stale(new, self.as_of, self.days)


def _hit(each: drifts.Drifted) -> dict[str, Any]:
    detail = json.dumps([each.said, each.name])
    return dataset_hit(each.field, each.kind, source=each.source, count=each.count, detail=detail)
