"""The ends of long texts, cut off without a look at the texts themselves."""

import pyarrow as pa
import pyarrow.compute as pc

_BYTES = 4
"""Bytes of a code point, at most."""
_STRING = pc.CastOptions(pa.string(), allow_invalid_utf8=True)


def tails(texts: pa.Array, reach: int) -> pa.Array:
    """The last code points of each text: `reach` of them at least, four times as many at most, or the whole text.

    For screens alone: the first code point may be cut, so that these are no texts for Python to read.
    """
    return pc.cast(pc.binary_slice(texts.cast(pa.binary()), -reach * _BYTES), options=_STRING)
