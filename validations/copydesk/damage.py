"""Files of ours that were damaged since: what is told of them, and the remedy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from copydesk.errors import UsageError

AGAIN = "Check or load the dataset again with --out."
DAMAGE = (pa.ArrowException, OSError)


@contextmanager
def intact(where: Path, remedy: str = AGAIN, errors: tuple[type[Exception], ...] = DAMAGE) -> Iterator[None]:
    """Raises UsageError for what is read of Parquet files and is damaged."""
    try:
        yield
    except errors as error:
        # what the file system says has a number, what Arrow says of the bytes has none
        if getattr(error, "errno", None) is not None:
            raise
        problem = f"is damaged, or no Parquet file: {error}"
        raise UsageError(problem, where=str(where), remedy=remedy) from error
