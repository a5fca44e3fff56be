"""The four verbs over spilled files: order, whole groups, joins, and batches of any size."""

from collections import defaultdict
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.engines import Stored, local
from copydesk.engines._pool import Pool

SCHEMA = pa.schema([("k", pa.string()), ("v", pa.int64()), ("many", pa.list_(pa.int64()))])
rows = st.lists(
    st.tuples(st.none() | st.sampled_from(["", "a", "b", "ä", "𐐷", "\ufffd", "zz"]), st.integers(0, 99)), max_size=40
)


def table(pairs: list[tuple[str | None, int]]) -> pa.Table:
    return pa.table(
        {"k": [k for k, _ in pairs], "v": [v for _, v in pairs], "many": [[v] for _, v in pairs]}, schema=SCHEMA
    )


def store(folder: Path, made: pa.Table, size: int) -> Stored:
    file = folder / f"{len(list(folder.iterdir()))}.parquet"
    pq.write_table(made, file, row_group_size=size)
    return local.stored_file(file)


def lying_sorted(engine: local.LocalEngine, made: pa.Table, size: int) -> Stored:
    """The table as a kernel may leave it: batches that lie sorted, null keys last."""
    batches = made.to_batches(max_chunksize=size)
    return engine.store((batch.take(pc.sort_indices(batch.column("k"))) for batch in batches), SCHEMA)


def whole(engine: local.LocalEngine, stored: Stored) -> list[dict[str, object]]:
    found = [row for batch in engine.scan(stored) for row in batch.to_pylist()]
    assert len(found) == stored.rows
    return found


def per_batch_sums(batch: pa.RecordBatch) -> pa.Table:
    """One row for each run of equal keys: wrong unless each group arrives whole and sorted."""
    runs: list[tuple[str, int]] = []
    for row in batch.to_pylist():
        if runs and runs[-1][0] == row["k"]:
            runs[-1] = (row["k"], runs[-1][1] + row["v"])
        else:
            runs.append((row["k"], row["v"]))
    return pa.table(
        {"k": [k for k, _ in runs], "sum": [s for _, s in runs]},
        schema=pa.schema([("k", pa.string()), ("sum", pa.int64())]),
    )


@settings(max_examples=80, deadline=None)
@given(
    pairs=rows,
    size=st.integers(1, 50),
    limits=st.fixed_dictionaries(
        {
            "PARTITION_BYTES": st.sampled_from([200, 1 << 20]),
            "BATCH_BYTES": st.sampled_from([50, 1 << 20]),
            "STRETCHES": st.sampled_from([0, 3, 1 << 20]),
        }
    ),
    lying=st.booleans(),
)
def test_group_gives_whole_groups_in_order(tmp_path_factory, pairs, size, limits, lying):
    folder = tmp_path_factory.mktemp("group")
    with pytest.MonkeyPatch.context() as patch:
        for name, limit in limits.items():
            patch.setattr(local, name, limit)
        engine = local.LocalEngine(folder, Pool(1))
        stored = lying_sorted(engine, table(pairs), size) if lying else store(folder, table(pairs), size)
        found = whole(engine, engine.group(stored, "k", per_batch_sums, ("k", "v")))
    sums: dict[str, int] = defaultdict(int)
    for key, value in pairs:
        if key is not None:
            sums[key] += value
    assert [(row["k"], row["sum"]) for row in found] == sorted(sums.items())


@settings(max_examples=40, deadline=None)
@given(left=rows, right=rows, size=st.integers(1, 50), partition=st.sampled_from([200, 1 << 20]))
def test_join_pairs_equal_keys(tmp_path_factory, left, right, size, partition):
    folder = tmp_path_factory.mktemp("join")
    other = table(right).rename_columns(["k", "w", "others"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local, "PARTITION_BYTES", partition)
        engine = local.LocalEngine(folder, Pool(1))
        found = whole(engine, engine.join(store(folder, table(left), size), store(folder, other, size), "k"))
    expected = [(k, v, w) for k, v in left for j, w in right if k is not None and k == j]
    assert sorted((row["k"], row["v"], row["w"]) for row in found) == sorted(expected)
    assert [row["k"] for row in found] == sorted(row["k"] for row in found)
    assert all(row["many"] == [row["v"]] and row["others"] == [row["w"]] for row in found)


def test_what_lies_sorted_is_not_written_again(tmp_path):
    engine = local.LocalEngine(tmp_path, Pool(1))
    pairs = [("a", 1), ("a", 2), ("b", 3), (None, 4)]
    engine.group(lying_sorted(engine, table(pairs), 2), "k", per_batch_sums)
    assert len(list(tmp_path.iterdir())) == 2, "the table and the result"
    engine.group(store(tmp_path, table(pairs[::-1]), 4), "k", per_batch_sums)
    assert len(list(tmp_path.iterdir())) == 5, "a table that is not sorted, its run, and the result"


def test_map_keeps_the_order_in_worker_processes(tmp_path):
    stored = store(tmp_path, table([("a", n) for n in range(50)]), 7)
    with Pool(2) as pool:
        engine = local.LocalEngine(tmp_path, pool)
        found = whole(engine, engine.map(stored, per_batch_sums, ("k", "v")))
    assert [row["sum"] for row in found] == [sum(range(n, min(n + 7, 50))) for n in range(0, 50, 7)]


def test_fold_of_nothing_is_the_summary_of_an_empty_batch(tmp_path):
    engine = local.LocalEngine(tmp_path, Pool(1))
    folded = engine.fold(Stored((), SCHEMA, 0), per_batch_sums, pa.concat_tables, ("k", "v"))
    assert folded.num_rows == 0
    assert folded.column_names == ["k", "sum"]


class Big:
    """A kernel that tells how often it was pickled, in a file."""

    def __init__(self, tally: Path) -> None:
        self.tally = tally

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return pa.Table.from_batches([batch])

    def __getstate__(self) -> dict[str, Path]:
        with self.tally.open("a") as told:
            told.write("x")
        return {"tally": self.tally}


def test_a_kernel_is_pickled_once_for_all_tasks(tmp_path):
    tally = tmp_path / "tally"
    with Pool(2) as pool:
        engine = local.LocalEngine(tmp_path, pool)
        stored = engine.store(table([("a", 1)] * 40).to_batches(1), SCHEMA)
        for _ in range(2):
            assert whole(engine, engine.map(stored, Big(tally))) == table([("a", 1)] * 40).to_pylist()
    assert tally.read_text() == "xx"
    (tmp_path / "alone").mkdir()
    local.LocalEngine(tmp_path / "alone", Pool(1)).map(stored, Big(tally))
    assert tally.read_text() == "xx", "one process needs no pickle"


def test_an_error_in_a_worker_reaches_the_caller(tmp_path):
    stored = store(tmp_path, table([("a", 1)]), 1)
    with Pool(2) as pool, pytest.raises(ValueError, match="no good"):
        local.LocalEngine(tmp_path, pool).map(stored, refuse, ("k", "v"))


def refuse(batch: pa.RecordBatch) -> pa.Table:
    raise ValueError(f"no good: {batch.num_rows} rows")
