"""The state of a run: how its tables are written."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from copydesk.run import ENOUGH, gathered

SIZES = st.lists(st.sampled_from((0, 1, 16, ENOUGH - 1, ENOUGH, 3 * ENOUGH)), max_size=12)


def batches(sizes: list[int]) -> list[pa.RecordBatch]:
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    return [pa.record_batch({"row": range(end - size, end)}) for size, end in zip(sizes, ends, strict=True)]


@given(SIZES)
def test_small_batches_are_joined_and_rows_keep_their_order(sizes):
    made = [batch.column("row").to_pylist() for batch in gathered(batches(sizes))]
    assert [row for rows in made for row in rows] == list(range(sum(sizes)))
    assert all(made)
    assert all(len(rows) >= ENOUGH for rows in made[:-1])
