"""Lines that recur in the articles of a source: which articles are drawn to tell, and which lines do."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

COPY = 0.8
"""Share of the lines of an article that recur, from which it is another version of a story rather than full of
boilerplate."""

Mask = npt.NDArray[np.bool_]


def changes(table: pa.Table, name: str) -> Mask:
    """Where a column of a sorted table differs from the row before; true for the first row."""
    codes = table[name].combine_chunks().dictionary_encode().indices.to_numpy(zero_copy_only=False)
    return np.append(True, codes[1:] != codes[:-1])[: len(codes)]


def drawn(table: pa.Table, limit: int) -> npt.NDArray[np.int64]:
    """The rows with the smallest `by` of each `source`, at most `limit` of each, of rows alike in both the first."""
    order = pc.sort_indices(table, [("source", "ascending"), ("by", "ascending")])
    table = table.take(order)
    begins = changes(table, "source")
    fresh = np.flatnonzero(begins | changes(table, "by"))
    begins = begins[fresh]
    first = np.maximum.accumulate(np.where(begins, np.arange(len(begins)), 0))
    chosen = fresh[np.arange(len(begins)) - first < limit]
    rows: npt.NDArray[np.int64] = order.to_numpy(zero_copy_only=False)[chosen].astype(np.int64)
    return rows


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
