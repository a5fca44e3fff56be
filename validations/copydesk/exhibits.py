"""What a report lays open beside its checks: pictures in numbers, and duplicate stories side by side. Frozen values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one of two texts: the other has it too (`shared`) or not.

    With `skipped`, `text` is empty and stands for so many code points that are not shown.
    """

    text: str
    shared: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class StoryCopy:
    """One member of a group of duplicate stories; `relation` and the measures are null for the representative.

    The measures are towards the representative, 0 to 1. `passages` is the text as far as it is shown, `facing` that of
    the representative beside it: what either has of its own is not `shared`. Both are empty where no text is shown.
    `dataset` names the dataset that it was published in earlier, whose row `row` is; null for a story of this one.
    """

    row: int
    key: str
    headline: str | None
    source: str
    date: str | None
    relation: str | None
    containment: float | None
    source_file: str | None
    source_line: int | None
    jaccard: float | None = None
    facts_overlap: float | None = None
    passages: tuple[Passage, ...] = ()
    facing: tuple[Passage, ...] = ()
    dataset: str | None = None


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """A story with its copies, the representative first, the others by date; `size` counts those not shown too."""

    story: int
    copies: tuple[StoryCopy, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Days of one source that a check found something about: `kind` is gap or spike; both days belong to it."""

    kind: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SourceDays:
    """The stories of one source by stretch of time; of all others together where `source` is null."""

    source: str | None
    counts: tuple[int, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stories over time: stretches of `days` days from `first` on.

    `outside` stories have a day before or behind what is shown, `undated` ones have none.
    """

    first: date
    days: int
    sources: tuple[SourceDays, ...]
    outside: int
    undated: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a field is, in code points: `counts[i]` rows have from `bounds[i]` up to below `bounds[i + 1]`.

    The last class is open where `bounds` ends with it. `middle` is the class of the median.
    """

    field: str
    bounds: tuple[int, ...]
    counts: tuple[int, ...]
    middle: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by row and column, and what each is a share of."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    of: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the dataset looks like.

    `fill` is fields that have a value by source; `dates` dates of publication by precision (empty: not decided) and
    by what settled them (empty: there is none); `faults` rows with a new finding by source and check, of the rows that
    the source has in the tables where the check found something. Of sources and checks the largest are there.
    """

    timeline: Timeline | None
    lengths: tuple[Lengths, ...]
    fill: Grid
    dates: Grid
    faults: Grid
