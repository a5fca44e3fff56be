"""Whole columns of date strings: one plan for each shape, and its rows read in bulk; what is not plain, one by one."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.language.dates.bulk import bulk, suits
from copydesk.language.dates.grammar import plan
from copydesk.language.dates.numbers import number
from copydesk.language.dates.plan import Plan
from copydesk.language.dates.reader import read, speech
from copydesk.language.dates.reading import Reading
from copydesk.language.dates.table import READINGS, table
from copydesk.language.dates.text import LIMIT, plain

Rows = npt.NDArray[np.int64]
Layout = tuple[Plan, tuple[int, ...]]
"""A plan, and the bytes of the string at which its digits stand."""

FEW: Final = 16
"""Rows of one plan for which reading in bulk does not pay."""


def read_column(raws: pa.Array, languages: pa.Array) -> pa.Table:
    """READINGS of strings, row by row. `languages` holds the BCP 47 tag of each row's page, or null."""
    raw, language = _whole(raws), _whole(languages)
    parts: list[pa.Table] = []
    places: list[Rows] = []
    alike, single = _alike(raw, language)
    for (found_plan, digits), rows in alike.items():
        found, good = bulk(found_plan, _digits(raw, rows, digits))
        parts.append(found.filter(pa.array(good)))
        places.append(rows[good])
        single.append(rows[~good])
    left = np.sort(np.concatenate([*single, np.empty(0, np.int64)]))
    parts.append(_one_by_one(raw, language, left))
    order = np.argsort(np.concatenate([*places, left]), kind="stable")
    return pa.concat_tables(parts).combine_chunks().take(pa.array(order))


def _alike(raw: pa.Array, language: pa.Array) -> tuple[dict[Layout, Rows], list[Rows]]:
    """Rows that one plan reads in bulk, in whatever languages, by plan; and the others."""
    groups: dict[Layout | None, list[Rows]] = {None: []}
    for rows, shape, tag in _groups(_masked(raw), language):
        groups.setdefault(_layout(shape, tag), []).append(rows)
    single = groups.pop(None)
    single.extend(rows for parts in groups.values() if sum(map(len, parts)) < FEW for rows in parts)
    alike = {laid: parts for laid, parts in groups.items() if laid and sum(map(len, parts)) >= FEW}
    return {laid: np.concatenate(parts) for laid, parts in alike.items()}, single


def _whole(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    joined = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return joined.cast(pa.large_string())


def _buffers(raw: pa.Array) -> tuple[Rows, npt.NDArray[np.uint8]]:
    """Where each string begins, and one past the last; and all bytes."""
    _, offsets, data = raw.buffers()
    starts = (
        np.frombuffer(offsets, np.int64)[raw.offset : raw.offset + len(raw) + 1] if len(raw) else np.zeros(1, np.int64)
    )
    return starts, np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8)


def _masked(raw: pa.Array) -> pa.Array:
    """The strings with all ASCII digits 0: the shapes."""
    _, data = _buffers(raw)
    zeros = np.where((data >= 48) & (data <= 57), np.uint8(48), data)
    validity = raw.buffers()[0]
    return pa.Array.from_buffers(
        pa.large_string(), len(raw), [validity, raw.buffers()[1], pa.py_buffer(zeros)], offset=raw.offset
    )


def _groups(masked: pa.Array, language: pa.Array) -> Iterator[tuple[Rows, str | None, str | None]]:
    """The rows of each shape in each language, by their first row."""
    shapes, tags = masked.dictionary_encode(), language.dictionary_encode()
    width = len(tags.dictionary) + 1
    keys = _codes(shapes) * width + _codes(tags)
    rows = np.argsort(keys, kind="stable")
    borders = np.flatnonzero(np.diff(keys[rows])) + 1
    for part in np.split(rows, borders) if len(rows) else []:
        first = int(part[0])
        yield part, masked[first].as_py(), language[first].as_py()


def _codes(encoded: pa.DictionaryArray) -> Rows:
    codes: Rows = encoded.indices.cast(pa.int64()).fill_null(len(encoded.dictionary)).to_numpy(zero_copy_only=False)
    return codes


@lru_cache(maxsize=4096)
def _layout(shape: str | None, language: str | None) -> Layout | None:
    """The plan of a raw shape and the bytes at which its digits stand; null if it cannot be read in bulk."""
    if shape is None or len(shape) > LIMIT or "&" in shape:
        return None
    text = plain(shape)
    places = tuple(place for place, byte in enumerate(shape.encode()) if byte == 48)
    if text.count("0") != len(places) or any(digit in text for digit in "123456789") or number(text) is not None:
        return None
    found = plan(text, speech(shape, language))
    return (found, places) if suits(found) else None


def _digits(raw: pa.Array, rows: Rows, places: tuple[int, ...]) -> npt.NDArray[np.uint8]:
    starts, data = _buffers(raw)
    found: npt.NDArray[np.uint8] = data[starts[rows][:, None] + np.array(places, np.int64)[None, :]] - np.uint8(48)
    return found


def _one_by_one(raw: pa.Array, language: pa.Array, rows: Rows) -> pa.Table:
    some = pa.array(rows)
    pairs: list[tuple[Any, Any]] = list(zip(raw.take(some).to_pylist(), language.take(some).to_pylist(), strict=True))
    known: dict[tuple[Any, Any], Reading | None] = {
        pair: None if pair[0] is None else read(*pair) for pair in dict.fromkeys(pairs)
    }
    return table([known[pair] for pair in pairs]) if pairs else READINGS.empty_table()
