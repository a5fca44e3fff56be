"""A dataset that was published earlier, as --out wrote it: what is kept of its stories, and its articles by row."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.errors import InputNotFoundError, UsageError
from copydesk.stories.kept import KEPT, METADATA, described
from copydesk.stories.options import StoryOptions
from copydesk.stories.sketch import READS

KEPT_FILE, ARTICLES_FILE, MANIFEST = "sketches.parquet", "articles.parquet", "manifest.json"
SHOWN = (*READS, "source_file", "source_line", "date_published_local", "date_modified_local")
"""Columns of articles that are read of a story which may have been published."""
BODY = "article_body"
NOTHING = (1, 0)
Rows = npt.NDArray[np.int64]
Spans = tuple[tuple[int, int], ...]
_AGAIN = "Check the dataset again, with this version and these options: copydesk check ... --out {folder}"
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

    def kept(self) -> pq.ParquetFile:
        """What is kept of its stories (KEPT), a row group at a time, sorted."""
        return pq.ParquetFile(self.folder / KEPT_FILE, memory_map=True)

    def content_hashes(self, rows: Rows) -> pa.Array:
        """The content_hash of some sorted rows; of their row groups nothing else is read."""
        found = [table["content_hash"] for table, _ in self._groups(rows, ("row", "content_hash"))]
        return pa.chunked_array(found, pa.string()).combine_chunks()

    def articles(self, rows: Rows, bodies: Rows) -> Iterator[pa.RecordBatch]:
        """The articles (SHOWN) of some sorted rows, in their order, with their body if they are among `bodies`.

        Only row groups that hold one are read, and bodies only in those that hold one of `bodies`.
        """
        small = [name for name in SHOWN if name != BODY]
        for table, texts in self._groups(rows, small, bodies):
            wanted = pc.is_in(table["row"], value_set=pa.array(bodies))
            body = pc.if_else(wanted, texts, pa.scalar(None, pa.string()))
            yield from table.append_column(BODY, body).select(SHOWN).combine_chunks().to_batches()

    def _groups(
        self, rows: Rows, columns: Sequence[str], bodies: Rows | None = None
    ) -> Iterator[tuple[pa.Table, pa.ChunkedArray | pa.Scalar]]:
        """The chosen rows of each row group that holds some, and their bodies; null where none of those is wanted.

        Raises UsageError where the folder lacks one of the rows.
        """
        found = 0
        with pq.ParquetFile(self.folder / ARTICLES_FILE, memory_map=True) as source:
            for group, (low, high) in enumerate(self.numbers):
                wanted = _within(rows, low, high)
                if len(wanted):
                    texts = bodies is not None and len(_within(bodies, low, high)) > 0
                    named = [*columns, BODY] if texts else list(columns)
                    # one column is nearly all there is to read: threads would only cost
                    table = source.read_row_group(group, columns=named, use_threads=False)
                    table = table.filter(pc.is_in(table["row"], value_set=pa.array(wanted)))
                    found += table.num_rows
                    yield table.select(columns), table[BODY] if texts else pa.scalar(None, pa.string())
        if found < len(rows):
            raise _other(self.folder, f"{KEPT_FILE} is of other articles than {ARTICLES_FILE}")


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
    try:
        with pq.ParquetFile(path / KEPT_FILE) as kept, pq.ParquetFile(path / ARTICLES_FILE) as articles:
            _held(path, kept, articles, options)
            spans = _spans(kept, "hash"), _spans(articles, "row")
            return Published(path, path.as_posix(), articles.metadata.num_rows, *spans)
    except (pa.ArrowException, AttributeError, ValueError) as error:
        raise _other(path, f"its tables are damaged: {error}") from error


def _held(folder: Path, kept: pq.ParquetFile, articles: pq.ParquetFile, options: StoryOptions) -> None:
    """Raises UsageError unless the sketches are such as this version and these options make."""
    told = json.loads((kept.schema_arrow.metadata or {}).get(METADATA, b"{}"))
    wanted = described(options)
    cut = [name for name in _CUT if told.get(name) != wanted[name]]
    if told.get("version") == wanted["version"] and cut:
        differ = ", ".join(f"{name} {told.get(name)} there, {wanted[name]} here" for name in cut)
        raise _other(folder, f"its stories were sketched by other options of duplicate-story ({differ})")
    if told != wanted or not set(KEPT.names) <= set(kept.schema_arrow.names):
        raise _other(folder, f"its {KEPT_FILE} was written by another version of copydesk, which hashed in another way")
    lacking = [name for name in SHOWN if name not in articles.schema_arrow.names]
    if lacking:
        raise _other(folder, f"its {ARTICLES_FILE} has no column {lacking[0]}: it was written by another version")


def _spans(source: pq.ParquetFile, name: str) -> Spans:
    """The smallest and the largest value of a column of numbers without nulls, by row group."""
    place = source.schema_arrow.get_field_index(name)
    groups = [source.metadata.row_group(group) for group in range(source.metadata.num_row_groups)]
    told = [group.column(place).statistics for group in groups]
    return tuple((each.min, each.max) if group.num_rows else NOTHING for group, each in zip(groups, told, strict=True))


def _within(rows: Rows, low: int, high: int) -> Rows:
    return rows[np.searchsorted(rows, low) : np.searchsorted(rows, high, "right")]


def _other(folder: Path, problem: str) -> UsageError:
    return UsageError(problem, where=folder.as_posix(), remedy=_AGAIN.format(folder=folder.as_posix()))
