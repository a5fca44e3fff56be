"""Descriptions beside the bodies of their articles: which have so many of their words that no more need be asked."""

import pyarrow as pa

from copydesk.checks._lines import offsets
from copydesk.language.kinship import EXTRACT, proofs


def doubtful(texts: pa.Array, bodies: pa.Array, rows: pa.Array) -> pa.Array:
    """Those of some rows whose text has words to judge it by, of which few stand in the body as they are written.

    Nearly every text is sound: its body is sought through where it lies, and does not become a Python string.
    """
    if not len(rows):
        return rows
    ends = offsets(bodies)
    data = bodies.buffers()[2].slice(ends[0], ends[-1] - ends[0]).to_pybytes()
    bounds = (ends - ends[0]).tolist()
    told = zip(rows.to_pylist(), texts.take(rows).to_pylist(), strict=True)
    mask = [not _proved(text, data, bounds[row], bounds[row + 1]) for row, text in told]
    return rows.filter(pa.array(mask, pa.bool_()))


def _proved(text: str, bodies: bytes, start: int, end: int) -> bool:
    if bodies.find(text[:EXTRACT].encode(), start, end) >= 0:
        return True
    needed, words = proofs(text)
    for word in words:
        needed -= bodies.find(word.encode(), start, end) >= 0
        if needed <= 0:
            return True
    return needed <= 0
