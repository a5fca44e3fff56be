"""A kernel that goes to worker processes with many tasks, and is pickled once."""

import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

import pyarrow as pa

from copydesk.engines import Kernel


class Shared:
    """The kernel itself in this process; pickled, the name of a file in `scratch` that holds it.

    Kernels may hold megabytes, such as the rank of every row, and a verb has hundreds of tasks.
    """

    def __init__(self, kernel: Kernel, scratch: Path) -> None:
        self._kernel = kernel
        self._file = scratch / f"{uuid4().hex}.kernel"

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        return self._kernel(batch)

    def __reduce__(self) -> tuple[Callable[[Path], Kernel], tuple[Path]]:
        if not self._file.exists():
            self._file.write_bytes(pickle.dumps(self._kernel, pickle.HIGHEST_PROTOCOL))
        return _loaded, (self._file,)


@lru_cache(maxsize=1)
def _loaded(file: Path) -> Kernel:
    kernel: Kernel = pickle.loads(file.read_bytes())  # noqa: S301 - written by this run
    return kernel
