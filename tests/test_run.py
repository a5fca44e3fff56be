"""Batches that a run writes."""

from itertools import pairwise

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from copydesk.run import ENOUGH, evened


@given(st.lists(st.integers(0, 3 * ENOUGH), max_size=6))
def test_evened_rows_are_the_same_in_whatever_batches_they_came(sizes):
    rows = pa.table({"row": range(sum(sizes))})
    ends = [sum(sizes[:place]) for place in range(len(sizes) + 1)]
    batches = [batch for start, end in pairwise(ends) for batch in rows.slice(start, end - start).to_batches()]
    made = [batch.num_rows for batch in evened(batches)]
    assert made == [ENOUGH] * (rows.num_rows // ENOUGH) + [rows.num_rows % ENOUGH] * bool(rows.num_rows % ENOUGH)
    assert pa.Table.from_batches(evened(batches), schema=rows.schema).combine_chunks().equals(rows.combine_chunks())
