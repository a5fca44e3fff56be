"""How wide the texts of each source are: a survey for checks, and the widths at which texts were cut."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.language.widths import LEAST, MOST, piles

_LAST = 4
Widths = Mapping[Any, frozenset[int]]
"""By source the widths at which its texts were cut."""


def counted(
    sources: pa.Array, texts: pa.Array, ended: pa.Array, merge: Callable[[Sequence[pa.Table]], pa.Table]
) -> pa.Table:
    """By source, width (code points, as text) and, of those without a full stop, their last characters, how many
    texts there are: a slogan that a site repeats makes no width of its own."""
    width = pc.utf8_length(texts)
    last = pc.if_else(ended, "", pc.utf8_slice_codeunits(texts, -_LAST))
    told = {
        "source": sources,
        "width": width.cast(pa.string()),
        "last": last,
        "count": pc.is_valid(texts).cast(pa.int64()),
    }
    return merge([pa.table(told).filter(pc.less_equal(width, MOST))])


def cuts(summary: pa.Table) -> Widths:
    """The widths at which each source cuts its texts; sources that cut none are left out."""
    unfinished = summary.filter(pc.not_equal(summary["last"], ""))
    sums = unfinished.group_by("source").aggregate([([], "count_all")])
    many = sums.filter(pc.greater_equal(sums["count_all"], LEAST))["source"].combine_chunks()
    counts: dict[Any, tuple[Counter[int], Counter[int]]] = {}
    for row in summary.filter(pc.is_in(summary["source"], value_set=many)).to_pylist():
        both = counts.setdefault(row["source"], (Counter(), Counter()))
        both[not row["last"]][int(row["width"])] += 1 if row["last"] else row["count"]
    found_by_source = {source: piles(*both) for source, both in counts.items()}
    return {source: found for source, found in found_by_source.items() if found}
