"""Lines of bodies, vectorised: which may recur, which do, and which rows have any that may be boilerplate."""

import functools
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import kept
from copydesk.language.boilerplate import INLINE_SCREEN, SCREENS, SHORT, phrase

LONG = 1000
"""Bytes of a line at the end of a body that may recur, at most."""
COPY = 0.8
"""Share of the lines of an article that recur, from which it is another version of a story rather than full of
boilerplate."""

Mask = npt.NDArray[np.bool_]


def changes(table: pa.Table, name: str) -> Mask:
    """Where a column of a sorted table differs from the row before; true for the first row."""
    codes = table[name].combine_chunks().dictionary_encode().indices.to_numpy(zero_copy_only=False)
    return np.append(True, codes[1:] != codes[:-1])[: len(codes)]


def may_recur(bodies: pa.Array) -> pa.Array:
    """For each body a list of its short lines and of its last two, if not long, without white space at the edges."""
    lines, parents = _lines(bodies, SHORT, last=LONG)
    offsets = np.append(0, np.cumsum(np.bincount(parents, minlength=len(bodies)))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), lines)


def recurring(drawn: pa.Table, min_count: int, min_share: float) -> pa.Table:
    """The lines that recur by source: `line`, in how many articles (`rows`) of how many that were drawn (`of`).

    A source without any has one row, its line null.
    """
    drawn = drawn.append_column("article", pa.array(np.arange(drawn.num_rows)))
    lines = pa.table(
        {
            "article": drawn["article"].combine_chunks().take(pc.list_parent_indices(drawn["lines"].combine_chunks())),
            "line": pc.list_flatten(drawn["lines"].combine_chunks()),
        }
    )
    lines = (
        lines.filter(pc.match_substring_regex(lines["line"], r"\pL.*\pL")).group_by(["article", "line"]).aggregate([])
    )
    lines = lines.append_column("source", drawn["source"].combine_chunks().take(lines["article"].combine_chunks()))
    totals = drawn.group_by("source").aggregate([("article", "count")]).rename_columns(["source", "of"])
    often = _often(lines, totals, min_count, min_share)
    copies = _mostly(lines, often)
    if len(copies):
        lines = lines.filter(pc.invert(pc.is_in(lines["article"], value_set=copies)))
        often = _often(lines, totals, min_count, min_share)
    return (
        totals.join(often.drop_columns(["of"]), "source")
        .select(["source", "of", "line", "rows"])
        .sort_by([("source", "ascending"), ("line", "ascending")])
    )


def suspicious(batch: pa.RecordBatch, known: Mapping[str, Mapping[str, Any]]) -> list[int]:
    """The rows of a batch that may hold boilerplate; `known` are lines that recur, by source."""
    bodies = batch.column("article_body")
    every = sorted({line for some in known.values() for line in some})
    lines, parents = _lines(bodies, max([SHORT, *(len(each.encode()) for each in every)]))
    short = np.flatnonzero(pc.binary_length(lines).to_numpy(zero_copy_only=False) <= SHORT)
    brief = pc.utf8_lower(lines.take(pa.array(short)))
    worded = functools.reduce(pc.or_, (pc.match_substring_regex(brief, screen) for screen in SCREENS))
    rows = {*parents[short[worded.to_numpy(zero_copy_only=False)]].tolist()}
    if every:
        rows |= {*parents[pc.is_in(lines, value_set=pa.array(every)).to_numpy(zero_copy_only=False)].tolist()}
        rows |= _holding(bodies, "|".join(re.escape(each) for each in every if phrase(each)))
    unlined = kept(bodies, pc.invert(pc.match_substring(bodies, "\n")))
    return sorted(rows | _holding(unlined, INLINE_SCREEN))


def _holding(texts: pa.Array, pattern: str) -> set[int]:
    if not pattern or texts.null_count == len(texts):
        return set()
    return {*pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(texts, pattern), fill_value=False)).to_pylist()}


def _lines(bodies: pa.Array, longest: int, last: int = 0) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """The lines of all bodies, without white space at the edges, and the row of each.

    Lines of two bytes to `longest`; of the last two of a body of up to `last`.
    """
    parts = pc.split_pattern(bodies, "\n")
    lines, parents = parts.flatten(), pc.list_parent_indices(parts).to_numpy(zero_copy_only=False)
    sizes = pc.binary_length(lines).to_numpy(zero_copy_only=False)
    some = np.flatnonzero(sizes > 1)
    rows = parents[some]
    limits = np.where(np.append(rows[2:] != rows[:-2], [True, True])[: len(rows)], max(last, longest), longest)
    some = some[sizes[some] <= limits]
    return pc.utf8_trim_whitespace(lines.take(pa.array(some))), parents[some]


def _often(lines: pa.Table, totals: pa.Table, min_count: int, min_share: float) -> pa.Table:
    counted = lines.group_by(["source", "line"]).aggregate([("article", "count")])
    counted = counted.rename_columns(["source", "line", "rows"]).join(totals, "source")
    share = pc.divide(pc.cast(counted["rows"], pa.float64()), counted["of"])
    return counted.filter(pc.and_(pc.greater_equal(counted["rows"], min_count), pc.greater_equal(share, min_share)))


def _mostly(lines: pa.Table, often: pa.Table) -> pa.Array:
    """Articles of which nearly all lines recur."""
    marked = lines.join(often.select(["source", "line", "rows"]), ["source", "line"])
    counted = marked.group_by("article").aggregate([("line", "count"), ("rows", "count")])
    share = pc.divide(pc.cast(counted["rows_count"], pa.float64()), counted["line_count"])
    return counted.filter(pc.greater(share, COPY))["article"].combine_chunks()
