"""What a report lays open beside its checks: pictures in numbers, and duplicate stories side by side, and what
became of an earlier version. Frozen values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """A story with its copies, the representative first, the others by date.

    `size` counts the members, `relations` the copies by relation, both those not shown too.
    """

    story: int
    copies: tuple[StoryCopy, ...]
    size: int
    relations: Mapping[str, int] = field(default_factory=dict)


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text in two versions: `kind` is same, removed (stood in the earlier one) or added."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an article whose text changed, as stretches around the change; a cut text bears an ellipsis."""

    field: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was added, removed or changed (`state`).

    `row` is null for one that was removed, `earlier_row` for one that was added. File and line are those of this
    version, of a removed article those of the earlier one. `fields` are those that changed, with at most a few shown.
    """

    state: str
    row: int | None
    earlier_row: int | None
    key: str
    headline: str | None
    source: str | None
    source_file: str | None
    source_line: int | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Contrast:
    """One measure of both versions, as articles by name.

    `measure` is source, field (articles that have it) or length (of bodies; names are lower bounds of classes, in code
    points). Of sources those with most articles in either version are there.
    """

    measure: str
    names: tuple[str, ...]
    before: tuple[int, ...]
    now: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """This version of a dataset against an earlier one, article by article.

    `earlier` is the name of the earlier version, `earlier_rows` and `rows` are their articles. An article is known
    again by its key, else by its content. `copies` are added articles with the content of an earlier one under another
    key. `fields` counts changed articles by field. `changes` is a sample: changed ones first, then added, then removed.
    `contrasts` are what pictures of both versions show.
    """

    earlier: str
    earlier_rows: int
    rows: int
    same: int
    changed: int
    added: int
    removed: int
    copies: int
    fields: Mapping[str, int]
    changes: tuple[Change, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
