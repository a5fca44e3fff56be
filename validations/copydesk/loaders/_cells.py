"""The cells of Arrow and pandas columns as the Python values that JSON has."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.errors import UnreadableFileError

_ISO = "%Y-%m-%dT%H:%M:%S"


def python_values(column: pa.Array) -> list[Any]:
    """The values of an Arrow column: times as ISO text with their offset, decimals as text, NaN as null.

    Raises UnreadableFileError (bad-values) for nested values that Python cannot hold.
    """
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    if pa.types.is_timestamp(kind):
        column = _iso_times(column)
    elif pa.types.is_date(kind):
        column = column.cast(pa.date32()).cast(pa.string())
    elif pa.types.is_time(kind) or pa.types.is_decimal(kind):
        column = column.cast(pa.string())
    elif pa.types.is_float32(kind) or pa.types.is_float64(kind):
        column = pc.if_else(pc.is_nan(column), None, column)
    elif not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_integer(kind)):
        return _nested(column)
    return list(column.to_pylist())


def frame_values(series: Any) -> list[Any]:
    """The values of a pandas column, as python_values gives them; a column of mixed types value by value."""
    try:
        column = pa.array(series, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        return [plain(value) for value in series.tolist()]
    return python_values(column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column)


def _nested(column: pa.Array) -> list[Any]:
    try:
        return [plain(value) for value in column.to_pylist()]
    except (ValueError, OverflowError) as error:
        raise UnreadableFileError(
            "bad-values", f"a column of type {column.type} holds a value out of range: {error}", remedy="Mend it."
        ) from error


def _iso_times(column: pa.Array) -> pa.Array:
    """Timestamps as ISO 8601, to the second unless some of the column are finer; in their zone, with its offset."""
    column = _coarsest(column)
    if column.type.tz is None:
        return pc.strftime(column, format=_ISO)
    try:
        texts = pc.strftime(column, format=f"{_ISO}%z")
    except pa.ArrowInvalid:
        # A zone that this machine does not know: the instants are sound, so they are given in UTC.
        texts = pc.strftime(column.cast(pa.timestamp(column.type.unit, "UTC")), format=f"{_ISO}%z")
    return pc.replace_substring_regex(texts, r"([+-]\d\d)(\d\d)$", r"\1:\2")


def _coarsest(column: pa.Array) -> pa.Array:
    """The column in the coarsest unit that loses nothing."""
    for unit in ("s", "ms", "us"):
        try:
            return column.cast(pa.timestamp(unit, column.type.tz))
        except pa.ArrowInvalid:
            continue
    return column


def plain(value: Any) -> Any:
    """A Python value as JSON has it; null for NaN and NaT. Bytes that are no UTF-8 are only counted."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)) or hasattr(value, "tolist"):
        return _plain_entries(value)
    return _plain_single(value)


def _plain_single(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _plain_bytes(bytes(value))
    # pandas' missing values are known by name, for pandas need not be there; NaN differs from itself.
    if type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return None
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return value if isinstance(value, float) else str(value)


def _plain_entries(value: Any) -> Any:
    entries = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(entries, (set, frozenset)):
        return sorted(map(str, entries))
    return [plain(each) for each in entries] if isinstance(entries, (list, tuple)) else plain(entries)


def _plain_bytes(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return f"binary, {len(value)} bytes"
