"""Datasets with too few or too many articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, NO_HITS, Check, Hit, dataset_hit, option
from copydesk.model import Evidence, Severity, Target


@dataclass(frozen=True, kw_only=True)
class RowCount(Check):
    """The dataset has too few or too many articles.

    The number of articles lies outside the bounds of the configuration.

    ## Why it matters

    A crawl that stopped early, or one that ran twice, still looks sound row by row.

    ## Example

    Bad: 312 articles in an update that brings 40,000 on every other day.

    Good: A number within the bounds that you know your dataset to have.

    ## What to do

    Look for inputs that are missing or were given twice; then set `minimum` and `maximum` to what you
    expect.
    """

    targets: ClassVar = (Target("articles", "row"),)
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "too-few": "There are fewer articles than `minimum`.",
        "too-many": "There are more articles than `maximum`.",
    }

    minimum: int = option(1, "Articles that the dataset has at least.")
    maximum: int | None = option(None, "Articles that the dataset has at most; no limit if it is not set.")

    def survey(self, table: str, batch: pa.RecordBatch) -> pa.Table:
        return pa.table({"table": pa.array([table]), "rows": pa.array([batch.num_rows], pa.int64())})

    def judge(self, table: str, summary: pa.Table) -> pa.Table:  # noqa: ARG002
        rows = pc.sum(summary["rows"]).as_py() or 0
        if rows < self.minimum:
            return pa.Table.from_pylist([dataset_hit("row", "too-few", detail=str(rows))], schema=HITS)
        if self.maximum is not None and rows > self.maximum:
            return pa.Table.from_pylist([dataset_hit("row", "too-many", detail=str(rows))], schema=HITS)
        return NO_HITS

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        bound = f"at least {self.minimum:,}" if hit.kind == "too-few" else f"at most {self.maximum:,}"
        return Evidence(f"The dataset has {int(hit.detail or 0):,} articles; expected are {bound}.")
