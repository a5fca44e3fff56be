"""Apache Parquet tables."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.errors import UnreadableFileError
from copydesk.loaders._cells import python_values
from copydesk.loaders._tabular import BATCH, loaded, table_rows
from copydesk.model import Loaded, Origin

SUFFIXES = (".parquet", ".pq", ".parq")

_MAGIC = b"PAR1"


def sniff(head: bytes, name: str) -> int:
    """Sure of the magic bytes; the suffix alone says that a file should be one, so that its fault is named."""
    return 100 if head.startswith(_MAGIC) else 50 * name.endswith(SUFFIXES)


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """A record for each row; records have no lines.

    Times are ISO text in their zone, decimals text, and struct columns objects that [columns] can reach into by path.
    Raises UnreadableFileError (broken-parquet) for a file that is cut or damaged, and as `loaded` does.
    """
    try:
        file = pq.ParquetFile(stream)
        names = file.schema_arrow.names
        yield from loaded(table_rows(names, _batches(file)), origin, names)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnreadableFileError(
            "broken-parquet",
            f"the Parquet file cannot be read: {reason.rstrip('.')}",
            remedy="It is cut off or damaged: fetch it, or write it, again.",
        ) from error


def _batches(file: pq.ParquetFile) -> Iterator[Sequence[Sequence[Any]]]:
    for batch in file.iter_batches(batch_size=BATCH, use_threads=False):
        yield [python_values(column) for column in batch.columns]
