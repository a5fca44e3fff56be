"""Parquet files of the output."""

from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import folders

SCHEMA = pa.schema([("row", pa.int64()), ("article_body", pa.string()), ("body_lines", pa.list_(pa.int32()))])
TEXTS = st.lists(st.none() | st.text(max_size=40), max_size=60)


@given(TEXTS, st.lists(st.integers(0, 60), max_size=5))
def test_the_same_rows_are_the_same_bytes_in_whatever_batches_they_come(tmp_path_factory, texts, cuts):
    rows = pa.table(
        {"row": range(len(texts)), "article_body": texts, "body_lines": [[1, 2] if each else None for each in texts]},
        schema=SCHEMA,
    )
    ends = sorted({0, len(texts), *(cut for cut in cuts if cut <= len(texts))})
    parts = [batch for start, end in pairwise(ends) for batch in rows.slice(start, end - start).to_batches()]
    base = tmp_path_factory.mktemp("written")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folders, "GROUP_BYTES", 500)
        folders.write_parquet(base / "whole.parquet", SCHEMA, iter(rows.to_batches()))
        folders.write_parquet(base / "parts.parquet", SCHEMA, iter(parts))
        again = pq.ParquetFile(base / "whole.parquet").iter_batches(7)
        folders.write_parquet(base / "again.parquet", SCHEMA, again)
    whole = (base / "whole.parquet").read_bytes()
    assert pq.read_table(base / "whole.parquet").equals(rows)
    assert (base / "parts.parquet").read_bytes() == whole
    assert (base / "again.parquet").read_bytes() == whole
    many = pq.ParquetFile(base / "whole.parquet").metadata.num_row_groups
    assert many >= sum(len((each or "").encode()) + folders.ROW_BYTES for each in texts) // 500 // 2
