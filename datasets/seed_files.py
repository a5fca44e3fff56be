"""Build the seed files that no editor can write, from seed_files.json: a Parquet file and a compressed one.

python datasets/seed_files.py [FOLDER]      default: seeds
"""

import gzip
import json
import sys
from datetime import datetime
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

TEXTS = Path(__file__).with_suffix(".json")
"""By the name of the file, its articles."""

TABLE = pa.schema(
    [
        ("title", pa.string()),
        ("content", pa.string()),
        ("published_at", pa.timestamp("ms", tz="UTC")),
        ("authors", pa.list_(pa.string())),
        ("url", pa.string()),
        ("outlet", pa.string()),
        ("lang", pa.string()),
        ("desk", pa.string()),
    ]
)


def write(folder: Path) -> tuple[Path, ...]:
    """Write all of them below a folder, over what stands there; the same texts give the same values."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    for name, rows in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (_parquet if name.endswith(".parquet") else _gzip)(folder / name, rows)
    return tuple(folder / name for name in texts)


def _parquet(path: Path, rows: list[dict[str, object]]) -> None:
    typed = [{**row, "published_at": datetime.fromisoformat(str(row["published_at"]))} for row in rows]
    pq.write_table(pa.Table.from_pylist(typed, schema=TABLE), path, compression="zstd")


def _gzip(path: Path, rows: list[dict[str, object]]) -> None:
    # without a time, so that the same articles are the same bytes
    path.write_bytes(gzip.compress(b"".join(orjson.dumps(row) + b"\n" for row in rows), mtime=0))


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds"))
