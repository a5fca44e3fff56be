"""Records and files that could not become articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import Check, Hit, excerpt, hits
from copydesk.model import Evidence, Severity, Target


@dataclass(frozen=True, kw_only=True)
class RejectedRecord(Check):
    """A record, or a whole file, could not be read.

    A record is refused only if it cannot be parsed, or has neither a headline nor a body; whatever else is wrong with
    it is a finding of another check. A file is refused where nothing in it can be trusted. The kind is the reason
    that the loader gives; loaders of third parties may have reasons of their own.

    ## Why it matters

    What was refused is missing from the dataset, in silence if nobody looks: a cut download, a changed export, or
    a new layout of a site makes a dataset smaller, and never at random.

    ## Example

    Bad: {"title": "Ferry held in harbour", "text": "The ferry was

    Good: {"title": "Ferry held in harbour", "text": "The ferry was held for six hours."}

    ## What to do

    Go to the file and line of the finding; the message says what to mend. If the record is not meant to be an
    article, leave it out of the input, or its file by `exclude`.
    """

    targets: ClassVar = (Target("rejects", "reason"),)
    reads: ClassVar = {"rejects": ("message", "raw", "source_file")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "no-headline-and-body": "The record has neither a headline nor a body.",
        "bad-json": "The line or document is not JSON.",
        "not-an-object": "The JSON value is no object, and has no fields.",
        "bad-encoding": "The bytes are not text in the encoding that the format asks for.",
        "too-deep": "Objects or elements are nested too deep to be an article.",
        "ragged-row": "The row of a table has more or fewer cells than the table has columns.",
        "bad-quoting": "The quotes of the row of a table do not fit together.",
        "unclosed-quote": "A quote is opened in the row of a table and never closed.",
        "no-header": "The first row of the table holds data, and [columns] does not say which column is which.",
        "no-usable-columns": "No column of the file is known to hold a headline or a body.",
        "unknown-column": "[columns] names a column that the file does not have.",
        "unknown-field": "[columns] names a field that an article does not have.",
        "broken-parquet": "The Parquet file is cut off or damaged.",
        "bad-values": "A column of the file holds a value that is out of range.",
        "broken-feed": "The feed cannot be parsed, or not as a whole.",
        "truncated-feed": "The feed breaks off before its end.",
        "broken-compression": "The compressed data is damaged.",
        "empty-file": "The file is empty.",
        "empty-page": "The page holds no element.",
        "no-article": "The page has neither a headline nor a text.",
        "too-large": "The page is too large to be an article.",
        "binary-data": "The file holds no text.",
        "unknown-format": "No loader knows the format of the file.",
        "unreadable-file": "The file cannot be opened.",
        "unreadable-folder": "The folder cannot be opened.",
    }

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return hits(range(batch.num_rows), "reason", batch.column("reason"))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        # The name of a file refused whole tells its finding from that of another file.
        shown = row["raw"] or row["source_file"] or ""
        return Evidence(row["message"] or self.kinds.get(hit.kind, hit.kind), excerpt(shown, 0, len(shown)) or None)
