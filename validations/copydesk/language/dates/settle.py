"""What the rows of one source prove about each other: the order of day and month; and the zone the user names."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.language.dates.reading import UNDECIDABLE
from copydesk.language.dates.table import INSTANT, ORDERS, READINGS

SURVEY: Final = pa.schema(
    [("source", pa.string()), ("shape", pa.string()), ("order", pa.string()), ("count", pa.int64())]
)
_PROOFS: Final = ("over-12", "weekday")
"""Evidence from the string's own numbers, which says something of its neighbours."""
_OPEN: Final = ("undecidable", "locale")
"""Evidence that a neighbour's proof outweighs."""
_BESIDE: Final = r"^W | T$"
_CONFLICT: Final = "conflict"


def survey(readings: pa.Table, sources: pa.Array) -> pa.Table:
    """How often each source proves each order, by shape (SURVEY, sorted): add the counts to join surveys.

    `sources` goes row by row with READINGS; rows without a source are one source.
    """
    proved = pc.and_(pc.is_in(readings["evidence"], pa.array(_PROOFS)), pc.is_valid(readings["order"]))
    rows = pa.table({"source": sources, "shape": readings["shape"], "order": readings["order"]})
    rows = rows.filter(pc.and_(proved, pc.is_valid(readings["shape"])))
    counted = rows.group_by(["source", "shape", "order"], use_threads=False).aggregate([([], "count_all")])
    named = counted.rename_columns(SURVEY.names).cast(SURVEY)
    return named.sort_by([(name, "ascending") for name in ("source", "shape", "order")])


def settle(readings: pa.Table, sources: pa.Array, orders: pa.Table, zones: Mapping[str, str]) -> pa.Table:
    """READINGS with what the survey of all rows (`orders`, of SURVEY) decides.

    A row that nothing, or its language alone, decided takes the order that its source proves for rows of its shape,
    else for rows with the same separators and year; evidence `sibling`. Where rows of the source contradict each other
    it stays, or becomes, undecidable. Rows without a zone whose source is in `zones` (source -> IANA name) get the
    instant of that zone, `tz` assumed; a local time that occurs twice is the earlier one, one that the clocks leave out
    the first after the gap. A day alone keeps its midnight in UTC. Raises ArrowInvalid for a zone that IANA lacks.
    """
    settled = _by_siblings(readings, sources, orders) if orders.num_rows else readings
    for source, zone in sorted(zones.items()):
        settled = _in_zone(settled, pc.equal(sources, source), zone)
    return settled


def coarse(shapes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Shapes without what stands beside the numbers."""
    return pc.replace_substring_regex(shapes, _BESIDE, "")


def _by_siblings(readings: pa.Table, sources: pa.Array, orders: pa.Table) -> pa.Table:
    still_open = pc.and_(pc.is_in(readings["evidence"], pa.array(_OPEN)), pc.is_valid(readings["shape"]))
    order = pc.coalesce(
        _proved(sources, readings["shape"], orders["shape"], orders),
        _proved(sources, coarse(readings["shape"]), coarse(orders["shape"]), orders),
    )
    settled = _closed(readings, _true(pc.and_(still_open, pc.equal(order, _CONFLICT))))
    for each in ORDERS:
        chosen = pc.and_(pc.and_(still_open, pc.equal(order, each)), pc.is_valid(readings[f"value_{each}"]))
        settled = _ordered(settled, _true(chosen), each)
    return settled


def _true(mask: Any) -> Any:
    return pc.fill_null(mask, fill_value=False)


def _proved(sources: pa.Array, shapes: pa.ChunkedArray, proofs: pa.ChunkedArray, orders: pa.Table) -> pa.Array:
    """By row the order that its source proves for its shape, `conflict` where it proves several, else null.

    `proofs` are the shapes of `orders`, in its rows.
    """
    proved: dict[tuple[Any, Any], str] = {}
    for source, shape, order in zip(
        orders["source"].to_pylist(), proofs.to_pylist(), orders["order"].to_pylist(), strict=True
    ):
        proved[source, shape] = order if proved.get((source, shape), order) == order else _CONFLICT
    names, source_codes = _codes(sources)
    forms, shape_codes = _codes(shapes)
    pairs, inverse = np.unique(source_codes * len(forms) + shape_codes, return_inverse=True)
    found = [proved.get((names[pair // len(forms)], forms[pair % len(forms)])) for pair in pairs.tolist()]
    return pa.array(found, pa.string()).take(pa.array(inverse, pa.int64()))


def _codes(values: pa.Array | pa.ChunkedArray) -> tuple[list[Any], npt.NDArray[np.int64]]:
    """The values that occur, null last, and by row which of them it is."""
    whole = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    encoded = whole.dictionary_encode()
    known = [*encoded.dictionary.to_pylist(), None]
    return known, encoded.indices.cast(pa.int64()).fill_null(len(known) - 1).to_numpy(zero_copy_only=False)


def _closed(readings: pa.Table, mask: Any) -> pa.Table:
    """Rows of the mask made undecidable."""
    nothing = {name: pa.scalar(None, readings.schema.field(name).type) for name in ("value", "local", "tz", "order")}
    words = {"evidence": pa.scalar("undecidable"), "problem": pa.scalar(UNDECIDABLE)}
    return _replaced(readings, mask, nothing | words)


def _ordered(readings: pa.Table, mask: Any, order: str) -> pa.Table:
    """Rows of the mask decided by their siblings."""
    zoned = pc.match_substring_regex(readings[f"local_{order}"], r"T.*[+-]\d\d:\d\d$")
    tz = pc.if_else(zoned, "explicit", "none")
    values = {"value": readings[f"value_{order}"], "local": readings[f"local_{order}"], "tz": tz}
    words = {"evidence": pa.scalar("sibling"), "problem": pa.scalar(None, pa.string()), "order": pa.scalar(order)}
    return _replaced(readings, mask, values | words)


def _in_zone(readings: pa.Table, mask: Any, zone: str) -> pa.Table:
    clocked = pc.and_(pc.equal(readings["tz"], "none"), pc.not_equal(readings["precision"], "day"))
    naive = readings["value"].cast(pa.timestamp("us"))
    moved = pc.assume_timezone(naive, zone, ambiguous="earliest", nonexistent="latest").cast(INSTANT)
    return _replaced(readings, _true(pc.and_(mask, clocked)), {"value": moved, "tz": pa.scalar("assumed")})


def _replaced(readings: pa.Table, mask: Any, values: Mapping[str, Any]) -> pa.Table:
    for name, value in values.items():
        position = readings.schema.get_field_index(name)
        readings = readings.set_column(position, READINGS.field(position), pc.if_else(mask, value, readings[name]))
    return readings
