"""Stories by source and day."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import excerpt
from copydesk.checks._dates import local_day

Whole = npt.NDArray[np.int64]

SIGMA: Final = 1.4826
"""A standard deviation in median absolute deviations, for a normal distribution."""
_NAME: Final = 60
"""Code points of a name in a sentence."""
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Course:
    """The stories of one source by day: `counts` from day `first` (days since 1970) on, without days left out."""

    source: str | None
    first: int
    counts: Whole

    def day(self, index: int) -> date:
        """The day at a position in `counts`."""
        return date.fromordinal(_EPOCH + self.first + index)

    @property
    def weekdays(self) -> Whole:
        """The weekday of each day, Monday 0."""
        days: Whole = (self.first + np.arange(len(self.counts)) + 3) % 7
        return days


def daily(batch: pa.RecordBatch, field: str) -> pa.Table:
    """How many stories each source has on each day: `source`, `field`, `day` (date32), `stories`. Undated rows are
    left out."""
    table = pa.table({"source": batch.column("source"), "day": local_day(batch, field).cast(pa.date32())})
    known = table.filter(pc.is_valid(table["day"]))
    counted = known.group_by(["source", "day"], use_threads=False).aggregate([([], "count_all")])
    named = counted.rename_columns(["source", "day", "stories"])
    return named.add_column(1, "field", pa.repeat(pa.scalar(field), named.num_rows))


def courses(summary: pa.Table, field: str, least: int) -> Iterator[Course]:
    """The course of each source with so many dated stories at least. `summary`: rows of `daily`, sorted, added up."""
    own = summary.filter(pc.equal(summary["field"], field))
    encoded = own["source"].combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    borders = np.flatnonzero(np.diff(codes)) + 1
    days = own["day"].cast(pa.int32()).to_numpy().astype(np.int64)
    for part in np.split(np.arange(own.num_rows), borders) if own.num_rows else ():
        stories = own["stories"].take(pa.array(part)).to_numpy()
        if stories.sum() >= least:
            first = int(days[part[0]])
            counts = np.zeros(int(days[part[-1]]) - first + 1, np.int64)
            counts[days[part] - first] = stories
            yield Course(own["source"][int(part[0])].as_py(), first, counts)


def robust(some: Whole) -> tuple[float, float]:
    """The median, and the MAD as a standard deviation, but no less than that of a Poisson distribution."""
    usual = float(np.median(some))
    return usual, max(SIGMA * float(np.median(np.abs(some - usual))), math.sqrt(usual))


def outlet(source: str | None) -> str:
    """The name of a source as a sentence about it begins."""
    return excerpt(source, 0, len(source), _NAME) if source else "The source without a name"


def shown(number: float) -> str:
    """A number of stories for a sentence: whole from ten on, with one decimal below."""
    return f"{number:,.0f}" if number >= 10 or number == int(number) else f"{number:.1f}"
