"""Identifiers that more than one article bears."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pyarrow as pa

from copydesk.checks import NO_HITS, Check, Hit, excerpt, hits
from copydesk.model import Evidence, Severity, Target


@dataclass(frozen=True, kw_only=True)
class DuplicateUri(Check):
    """Two articles bear the same URI.

    Every row but the first of a URI is a finding. URIs are compared as they stand, character by character; articles
    without one are not compared. Copies of a story under URIs of their own are a matter of duplicate-story.

    ## Why it matters

    A URI is what other data is joined by: with two rows for one URI a join multiplies, labels land on the wrong
    version, and an update of the dataset does not know which row to replace.

    ## Example

    Bad: Two rows with the URI https://example.org/ferry, the second with one more paragraph.

    Good: One row for the URI, with the newest text and its date in date_modified.

    ## What to do

    Where the content is the same, delete the later row. Where it differs, keep the newest version, or give versions
    URIs of their own. If most rows are found, the wrong column was taken for the URI: see [columns].
    """

    targets: ClassVar = (Target("articles", "uri"),)
    reads: ClassVar = {"articles": ("row", "content_hash", "source_file", "source_line")}
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = {
        "same-content": "An earlier article has this URI, with the same headline and body.",
        "other-content": "An earlier article has this URI, with another headline or body.",
    }
    key: ClassVar = "uri"

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        later, first = _repeats(batch.column("uri"), batch.column("row"))
        if not len(later):
            return NO_HITS
        hashes = batch.column("content_hash")
        alike = np.array(hashes.take(later).to_pylist()) == np.array(hashes.take(first).to_pylist())
        places = batch.select(["row", "source_file", "source_line"]).take(first).to_pylist()
        return hits(
            later,
            "uri",
            pa.array(np.where(alike, "same-content", "other-content"), pa.string()),
            detail=pa.array([_place(place) for place in places], pa.string()),
        )

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = "the same headline and body" if hit.kind == "same-content" else "another headline or body"
        uri = row["uri"]
        return Evidence(f"{hit.detail} has the same URI, with {text}.", excerpt(uri, 0, len(uri)), span=(0, len(uri)))


def _repeats(uris: pa.Array, rows: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Positions in a batch that repeat a URI, ascending, and for each that of the smallest row with the URI."""
    codes = uris.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False)
    order = np.lexsort((rows.to_numpy(zero_copy_only=False), codes))
    new = np.append(True, codes[order][1:] != codes[order][:-1])[: len(order)]
    first = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))] if len(order) else order
    repeated = ~new & (codes[order] >= 0)
    ascending = np.argsort(order[repeated])
    return pa.array(order[repeated][ascending]), pa.array(first[repeated][ascending])


def _place(row: Mapping[str, Any]) -> str:
    """Where the first article stands, as a sentence begins."""
    if row["source_file"] is None:
        return f"Row {row['row']}"
    return row["source_file"] if row["source_line"] is None else f"{row['source_file']}:{row['source_line']}"
