"""The floor: parse each line of a JSON Lines file with orjson, make Arrow batches of it, write them as zstd Parquet.

    python benchmarks/floor.py FILE.jsonl OUT.parquet

One process, no check, no table but this one. What copydesk takes on the same file is held against it.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 4096
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("uri", "url", "headline", "description", "article_body", "publisher")),
        *((name, pa.string()) for name in ("date_published", "in_language", "article_section")),
        *((name, pa.list_(pa.string())) for name in ("author", "keywords")),
    ]
)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of all lines that parse."""
    with path.open("rb") as lines:
        for line in lines:
            try:
                yield orjson.loads(line)
            except orjson.JSONDecodeError:
                continue


def main(source: str, target: str) -> None:
    with pq.ParquetWriter(target, SCHEMA, compression="zstd") as writer:
        records = rows(Path(source))
        while part := list(islice(records, ROWS)):
            writer.write_table(pa.Table.from_pylist(part, schema=SCHEMA))


if __name__ == "__main__":
    main(*sys.argv[1:])
