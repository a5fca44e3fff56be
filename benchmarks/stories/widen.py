"""Make a larger dataset of a generated one: the same stories some times over, in other words each time.

    python benchmarks/stories/widen.py stories.parquet wide.parquet --times 10

In each round the letters of the bodies are exchanged for each other, capitals like the small ones, so that stories of
different rounds share no words but numbers, and clusters stay what they are, those with copies in capitals too.
Minutes instead of hours for a million stories.
"""

import argparse
import random
import string
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def exchanged(texts: pa.Array, table: bytes) -> pa.Array:
    """The texts with bytes translated; `table` moves ASCII letters alone, so the text stays UTF-8."""
    _, offsets, data = texts.buffers()
    return pa.Array.from_buffers(
        pa.string(), len(texts), [None, offsets, pa.py_buffer(data.to_pybytes().translate(table))]
    )


def widened(batch: pa.RecordBatch, number: int, stories: int) -> pa.Table:
    """One row group as it stands in one round."""
    letters = list(string.ascii_lowercase)
    random.Random(number).shuffle(letters)
    small, other = string.ascii_lowercase, "".join(letters) if number else string.ascii_lowercase
    table = bytes.maketrans((small + small.upper()).encode(), (other + other.upper()).encode())
    made = pa.Table.from_batches([batch])
    new = {
        "article_body": exchanged(batch.column("article_body"), table),
        "key": pc.binary_join_element_wise(batch.column("key"), f"{number:03}", ":"),
        "row": pc.add(batch.column("row"), number * stories),
        "cluster": pc.add(batch.column("cluster"), np.int64(number * stories * 2)),
    }
    for name, column in new.items():
        made = made.set_column(made.schema.get_field_index(name), made.schema.field(name), column)
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=10)
    options = parser.parse_args()
    source = pq.ParquetFile(options.path)
    with pq.ParquetWriter(options.out, source.schema_arrow, compression="zstd") as sink:
        for round_ in range(options.times):
            for group in range(source.num_row_groups):
                batch = source.read_row_group(group).combine_chunks().to_batches()[0]
                sink.write_table(widened(batch, round_, source.metadata.num_rows))
