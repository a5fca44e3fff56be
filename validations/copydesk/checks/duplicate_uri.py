"""Identifiers that more than one article bears."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import NO_HITS, Check, Hit, excerpt, hits
from copydesk.model import Evidence, Severity, Target

Numbers = np.ndarray[Any, np.dtype[np.int64]]


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
        later, first, alike = _repeats(batch.column("uri"), batch.column("content_hash"), batch.column("row"))
        if not len(later):
            return NO_HITS
        places = batch.select(["row", "source_file", "source_line"]).take(first).to_pylist()
        return hits(
            later,
            "uri",
            pc.if_else(alike, "same-content", "other-content"),
            detail=pa.array([_place(place) for place in places], pa.string()),
        )

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = "the same headline and body" if hit.kind == "same-content" else "another headline or body"
        uri = row["uri"]
        return Evidence(f"{hit.detail} has the same URI, with {text}.", excerpt(uri, 0, len(uri)), span=(0, len(uri)))


def _repeats(uris: pa.Array, hashes: pa.Array, rows: pa.Array) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Positions that repeat a URI, ascending; for each the smallest row with the URI, and whether content repeats too.

    Then the row is the smallest with the same content: so in any order of rows as many are of each kind.
    """
    codes, texts = (_codes(each) for each in (uris, hashes))
    numbers = rows.to_numpy(zero_copy_only=False)
    of_uri, of_text = _firsts(numbers, codes), _firsts(numbers, texts, codes)
    place = np.arange(len(codes))
    later = np.flatnonzero((of_uri != place) & (codes >= 0))
    alike = (of_text != place)[later]
    first = np.where(alike, of_text[later], of_uri[later])
    return pa.array(later), pa.array(first), pa.array(alike)


def _codes(column: pa.Array) -> Numbers:
    found: Numbers = column.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return found


def _firsts(rows: Numbers, *keys: Numbers) -> Numbers:
    """For each position that of the smallest row with the same keys."""
    order = np.lexsort((rows, *keys))
    new = np.zeros(len(order), bool)
    for key in keys:
        new[1:] |= key[order][1:] != key[order][:-1]
    firsts = np.empty_like(order)
    firsts[order] = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    return firsts


def _place(row: Mapping[str, Any]) -> str:
    """Where the first article stands, as a sentence begins."""
    if row["source_file"] is None:
        return f"Row {row['row']}"
    return row["source_file"] if row["source_line"] is None else f"{row['source_file']}:{row['source_line']}"
