"""Lines of bodies, vectorised: which may recur, and which rows have any that may be boilerplate."""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import where
from copydesk.language.boilerplate import INLINE_SCREEN, SCREENS, SHORT, line_kind, phrase

LONG = 1000
"""Bytes of a line at the end of a body that may recur, at most."""
FEW = 300
"""Lines of a batch that are few."""

Mask = npt.NDArray[np.bool_]


def may_recur(bodies: pa.Array, rows: npt.NDArray[np.int64]) -> pa.Array:
    """For each of some rows a list of the short lines of its body and of the last, without white space at the edges."""
    place = np.full(len(bodies), -1)
    place[rows] = np.arange(len(rows))
    lines, parents = _lines(bodies, SHORT, last=LONG, wanted=place >= 0)
    order = np.argsort(place[parents], kind="stable")
    counts = np.bincount(place[parents], minlength=len(rows))
    offsets = np.append(0, np.cumsum(counts)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), lines.take(pa.array(order)))


def suspicious(batch: pa.RecordBatch, known: Mapping[str, Mapping[str, Any]]) -> list[int]:
    """The rows of a batch that may hold boilerplate; `known` are lines that recur, by source."""
    bodies = batch.column("article_body")
    every = sorted({line for some in known.values() for line in some})
    lines, parents = _lines(bodies, max([SHORT, *(len(each.encode()) for each in every)]))
    short = np.flatnonzero(pc.binary_length(lines).to_numpy(zero_copy_only=False) <= SHORT)
    brief = lines.take(pa.array(short))
    rows = {*parents[short[_worded(brief)]].tolist()}
    if every:
        rows |= {*parents[pc.is_in(lines, value_set=pa.array(every)).to_numpy(zero_copy_only=False)].tolist()}
        pattern = "|".join(re.escape(each) for each in every if phrase(each))
        rows |= {*where(_matches(bodies, pattern)).to_pylist()} if pattern else set()
    unlined = where(pc.invert(pc.match_substring(bodies, "\n")))
    return sorted(rows | {*unlined.filter(_matches(bodies.take(unlined), INLINE_SCREEN)).to_pylist()})


def _worded(lines: pa.Array) -> Mask:
    """Which short lines may be boilerplate by their words; few are looked at without building large patterns."""
    if len(lines) <= FEW:
        return np.array([line_kind(each) is not None for each in lines.to_pylist()], bool)
    low = pc.utf8_lower(lines)
    worded: Mask = np.logical_or.reduce([_matches(low, screen).to_numpy(zero_copy_only=False) for screen in SCREENS])
    return worded


def _matches(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.fill_null(pc.match_substring_regex(texts, pattern), fill_value=False)


def _lines(
    bodies: pa.Array, longest: int, last: int = 0, wanted: Mask | None = None
) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """The lines of all bodies, or of those of the rows wanted, without white space at the edges, and the row of each.

    Lines of two bytes to `longest`; the last of a body of up to `last`. No body is copied: lines are slices of the
    buffer that holds them all.
    """
    ends = offsets(bodies)
    data = bodies.buffers()[2]
    text = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]] if data else np.zeros(0, np.uint8)
    bounds = np.sort(np.concatenate([ends, np.flatnonzero(text == ord("\n")) + 1 + ends[0]]), kind="stable")
    bounds = bounds[np.append(True, bounds[1:] != bounds[:-1])].astype(np.int32)
    if len(bounds) < 2:
        return pa.array([], pa.string()), np.zeros(0, np.int64)
    slices = pa.StringArray.from_buffers(len(bounds) - 1, pa.py_buffer(bounds), data)
    sizes, parents = np.diff(bounds), np.searchsorted(ends, bounds[:-1], "right") - 1
    some = np.flatnonzero(sizes > 2)
    limits = np.where(np.append(parents[some][1:] != parents[some][:-1], True), max(last, longest), longest)[
        : len(some)
    ]
    some = some[sizes[some] <= limits + 1]
    if wanted is not None:
        some = some[wanted[parents[some]]]
    return pc.utf8_trim_whitespace(slices.take(pa.array(some))), parents[some]


def offsets(texts: pa.Array) -> npt.NDArray[np.int64]:
    """Where in its buffer each text of an array begins, and where the last ends."""
    if not len(texts):
        return np.zeros(1, np.int64)
    raw = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1]
    return raw.astype(np.int64)
