"""Rows of articles, picked by their numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Pick:
    """Kernel that keeps some rows of articles; `rows` are sorted."""

    rows: npt.NDArray[np.int64]

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The rows of a batch that are among them."""
        rows = batch.column("row").to_numpy()
        place = np.minimum(np.searchsorted(self.rows, rows), max(0, len(self.rows) - 1))
        kept = self.rows[place] == rows if len(self.rows) else np.zeros(len(rows), bool)
        return pa.Table.from_batches([batch]).filter(pa.array(kept))
