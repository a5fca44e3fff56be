"""A dataset that was published earlier, as --out wrote it: what is kept of its stories, and its articles by row."""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.damage import intact
from copydesk.engines import Engine, Stored
from copydesk.errors import InputNotFoundError, UsageError
from copydesk.stories.kept import KEPT, METADATA, described
from copydesk.stories.options import StoryOptions
from copydesk.stories.sketch import READS

KEPT_FILE, ARTICLES_FILE, MANIFEST = "sketches.parquet", "articles.parquet", "manifest.json"
SHOWN = (*READS, "source_file", "source_line", "date_published_local", "date_modified_local")
"""Columns of articles that are read of a story which may have been published."""
BODY = "article_body"
ASKED = pa.schema([("group", pa.int32())])
"""Row groups of a file."""
TOGETHER = 16
"""Row groups that are read by one task."""
PIECE = 1024
"""Rows of a row group that are unpacked at a time: their texts fit into the processor's cache."""
NOTHING = (1, 0)
Rows = npt.NDArray[np.int64]
Spans = tuple[tuple[int, int], ...]
_CUT = ("shingle", "characters", "crowded", "sample")


@dataclass(frozen=True, slots=True)
class Published:
    """The folder of an earlier dataset, and its `name`, as the user gave it. `rows` are its articles.

    By row group, `hashes` are the smallest and the largest hash of what is kept of its stories, `numbers` the smallest
    and the largest row of its articles; an empty group has a span that holds nothing.
    """

    folder: Path
    name: str
    rows: int
    hashes: Spans
    numbers: Spans

    @contextmanager
    def kept(self) -> Iterator[pq.ParquetFile]:
        """What is kept of its stories (KEPT), a row group at a time, sorted. Raises UsageError where it is damaged."""
        with _opened(self.folder / KEPT_FILE) as kept:
            yield kept

    def content_hashes(self, rows: Rows) -> pa.Array:
        """The content_hash of some sorted rows; of their row groups nothing else is read."""
        groups = self._groups(rows)
        with _opened(self.folder / ARTICLES_FILE) as source:
            parts = [
                source.read_row_groups(groups[at : at + TOGETHER], columns=["row", "content_hash"])
                for at in range(0, len(groups), TOGETHER)
            ]
        found = [part["content_hash"].take(pa.array(_places(part["row"].to_numpy(), rows))) for part in parts]
        self._whole(sum(map(len, found)), rows)
        return pa.chunked_array([chunk for part in found for chunk in part.chunks], pa.string()).combine_chunks()

    def articles(self, engine: Engine, rows: Rows, bodies: Rows, first: int) -> Stored:
        """The articles (SHOWN) of some sorted rows, in their order, with their body if they are among `bodies`.

        Only row groups that hold one are read, and bodies only in those that hold one of `bodies`. They are numbered
        from `first` on; their row in the folder is `published_row`. Raises UsageError where it lacks one of the rows.
        """
        groups = pa.array(self._groups(rows), pa.int32())
        asked = (pa.record_batch([groups.slice(at, TOGETHER)], ASKED) for at in range(0, len(groups), TOGETHER))
        found = engine.map(engine.store(asked, ASKED), Fetch(self.folder / ARTICLES_FILE, rows, bodies, first))
        self._whole(found.rows, rows)
        return found

    def _groups(self, rows: Rows) -> list[int]:
        """The row groups that hold some of the sorted rows."""
        spans = enumerate(self.numbers)
        return [
            group for group, (low, high) in spans if np.searchsorted(rows, low) < np.searchsorted(rows, high, "right")
        ]

    def _whole(self, found: int, rows: Rows) -> None:
        if found < len(rows):
            raise _other(self.folder, f"{KEPT_FILE} is of other articles than {ARTICLES_FILE}")


@dataclass(frozen=True, slots=True)
class Fetch:
    """Kernel from ASKED to the articles (SHOWN, published_row) that are wanted of some row groups of a file.

    `rows` are those wanted, `bodies` those whose body is, both sorted; they are numbered from `first` on.
    """

    file: Path
    rows: Rows
    bodies: Rows
    first: int

    def __call__(self, batch: pa.RecordBatch) -> pa.Table:
        """The wanted articles of the row groups asked for."""
        with _opened(self.file) as source:
            empty = source.schema_arrow.empty_table().select(SHOWN)
            parts = [self._wanted(source, group) for group in batch.column("group").to_pylist()]
        table = pa.concat_tables([empty, *parts])
        own = table["row"]
        numbers = pa.array(np.searchsorted(self.rows, own.to_numpy()) + self.first)
        return table.set_column(0, "row", numbers).append_column("published_row", own).combine_chunks()

    def _wanted(self, source: pq.ParquetFile, group: int) -> pa.Table:
        told = _rows_of(source, group, self.rows, [name for name in SHOWN if name not in {"row", BODY}])
        texts = _rows_of(source, group, self.bodies, (BODY,))
        own = pc.index_in(told["row"], texts["row"])
        return told.append_column(BODY, texts[BODY].take(own)).select(SHOWN)


def published(folder: str, options: StoryOptions) -> Published:
    """An earlier dataset that stories can be compared with by these options.

    Raises InputNotFoundError for a folder that --out did not write, UsageError for one that holds no sketches, or those
    of another version or of other options.
    """
    path = Path(folder)
    lacking = next((name for name in (MANIFEST, ARTICLES_FILE) if not (path / name).is_file()), None)
    if lacking:
        problem = f"holds no {lacking}" if path.is_dir() else "there is no such folder"
        raise InputNotFoundError(problem, where=folder, remedy="Name a folder that copydesk check --out wrote.")
    if not (path / KEPT_FILE).is_file():
        raise _other(
            path, f"holds no {KEPT_FILE}: it was written without the check duplicate-story, or by copydesk load"
        )
    kept, articles = (_footer(path / name) for name in (KEPT_FILE, ARTICLES_FILE))
    _held(path, kept, articles, options)
    spans = _spans(path / KEPT_FILE, kept, "hash"), _spans(path / ARTICLES_FILE, articles, "row")
    return Published(path, path.as_posix(), articles.num_rows, *spans)


def _held(folder: Path, kept: pq.FileMetaData, articles: pq.FileMetaData, options: StoryOptions) -> None:
    """Raises UsageError unless the sketches are such as this version and these options make."""
    told = _description(kept)
    wanted = described(options)
    cut = [name for name in _CUT if told.get(name) != wanted[name]]
    if told.get("version") == wanted["version"] and cut:
        differ = ", ".join(f"{name} {told.get(name)} there, {wanted[name]} here" for name in cut)
        raise _other(folder, f"its stories were sketched by other options of duplicate-story ({differ})")
    if told != wanted or not set(KEPT.names) <= set(kept.schema.names):
        raise _other(folder, f"its {KEPT_FILE} was written by another version of copydesk, which hashed in another way")
    lacking = [name for name in SHOWN if name not in articles.schema.names]
    if lacking:
        raise _other(folder, f"its {ARTICLES_FILE} has no column {lacking[0]}: it was written by another version")


def _description(kept: pq.FileMetaData) -> dict[str, Any]:
    """What is said of how the sketches were made; nothing where it cannot be read."""
    try:
        told = json.loads((kept.metadata or {}).get(METADATA, b"{}"))
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _spans(file: Path, footer: pq.FileMetaData, name: str) -> Spans:
    """The smallest and the largest value of a column of numbers without nulls, by row group.

    Raises UsageError where they are not told.
    """
    place = footer.schema.names.index(name)
    groups = [footer.row_group(group) for group in range(footer.num_row_groups)]
    told = [(group.num_rows, group.column(place).statistics) for group in groups]
    if not all(each and each.has_min_max for rows, each in told if rows):
        raise _other(file.parent, f"its {file.name} does not tell which {name} its row groups hold")
    return tuple((each.min, each.max) if rows else NOTHING for rows, each in told)


@contextmanager
def _opened(file: Path) -> Iterator[pq.ParquetFile]:
    """A file, to be read row group by row group. Raises UsageError where it is damaged."""
    footer = _footer(file)
    with _intact(file), pq.ParquetFile(file, metadata=footer, memory_map=True, pre_buffer=False) as source:
        yield source


def _footer(file: Path) -> pq.FileMetaData:
    """What a file says of itself. Raises UsageError where it is damaged."""
    told = file.stat()
    with _intact(file):
        return _parsed(file, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=2)
def _parsed(file: Path, time: int, size: int) -> pq.FileMetaData:  # noqa: ARG001 - a file that changed is another one
    """To parse a footer anew would cost each task as much as to read two row groups."""
    return pq.read_metadata(file)


def _intact(file: Path) -> AbstractContextManager[None]:
    return intact(file, _again(file.parent))


def _rows_of(source: pq.ParquetFile, group: int, rows: Rows, columns: Sequence[str]) -> pa.Table:
    """The rows of a row group that are among some sorted ones, with their number and some columns.

    What lies behind the last of them is not unpacked. One column is nearly all there is to read, so threads would only
    cost.
    """
    numbers = source.read_row_group(group, columns=["row"], use_threads=False)["row"].to_numpy()
    place = _places(numbers, rows)
    read = ["row", *columns]
    batches = source.iter_batches(PIECE, row_groups=[group], columns=read, use_threads=False)
    parts = [source.schema_arrow.empty_table().select(read)]
    for start, batch in zip(range(0, int(place.max(initial=-1)) + 1, PIECE), batches, strict=False):
        here = place[np.searchsorted(place, start) : np.searchsorted(place, start + PIECE)]
        parts.append(pa.Table.from_batches([batch.select(read).take(pa.array(here - start))]))
    found = pa.concat_tables(parts).combine_chunks()
    # the bytes of damaged texts can be read, but are no UTF-8
    found.validate(full=True)
    return found


def _places(numbers: Rows, rows: Rows) -> Rows:
    """Where, in sorted row numbers, those stand that are among some sorted rows."""
    wanted = rows[np.searchsorted(rows, numbers[0]) : np.searchsorted(rows, numbers[-1], "right")]
    place: Rows = np.searchsorted(numbers, wanted)
    found: Rows = place[numbers[place] == wanted]
    return found


def _other(folder: Path, problem: str) -> UsageError:
    return UsageError(problem, where=folder.as_posix(), remedy=_again(folder))


def _again(folder: Path) -> str:
    return f"Check the dataset again, with this version and these options: copydesk check ... --out {folder.as_posix()}"
