"""Files -> spilled tables of articles, teasers and rejects, one part a worker.

A small file is a part of its own, in a bundle of others; a large one whose lines are records is cut into parts. Each
worker reads its dates too, so that only what needs all rows is left to settle.
"""

import codecs
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import pyarrow as pa
import pyarrow.compute as pc

from copydesk import written
from copydesk.errors import CopydeskError, UnreadableFileError, UntrustedError
from copydesk.inputs import InputFile
from copydesk.language import dates
from copydesk.loaders import HEAD, loader, recognise
from copydesk.model import ColumnMap, Loaded, Origin, Record, Reject
from copydesk.own_schema import judged
from copydesk.tables import DATES, LOADED_ARTICLES, LOADED_TEASERS, REJECTS, Tables, tabulate

PART_BYTES = 32 << 20
"""Bytes of a part of a large file, and of a bundle of small ones, at most."""
SMALL_PART_BYTES = 8 << 20
SHARES = 4
"""Parts that a file becomes which is not that large, if they come to SMALL_PART_BYTES: for as many workers."""
BUNDLE_FILES = 16
RECORDS = 4096
RECORD_CHARACTERS = 12 << 20
"""Records, or code points of their bodies, that become a table at a time."""
BATCH_ROWS = 32768
BATCH_BYTES = 40 << 20
"""Rows or bytes of a batch, at most: the tables of a part make one, as a rule. The larger batches are, the fewer times
are patterns built, and the more dates are written alike."""
SAMPLE_LINES = 512
SAMPLE_BYTES = 8 << 20
"""Lines, or bytes, of a large file's beginning that every part of it is read behind: they decide on its columns."""
COPIED = 1 << 20
"""Bytes of a compressed file that are unpacked at a time."""
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Beginnings of files in which a line feed is more than one byte."""
COUNTED = 1 << 18
"""Bytes read at a time to count lines."""
COMPRESSED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}

SPILLED_ARTICLES = pa.schema(
    [*LOADED_ARTICLES, *(pa.field(f"{name}__{each.name}", each.type) for name in DATES for each in dates.READINGS)]
)
"""Articles with the readings of their dates, undecided ones still open."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or the bytes from start to stop of one; `line` is that of the first byte, `loader` null if not known.

    `schema` is the text of the user's own JSON Schema. `head` is the file's beginning that decides on its columns; its
    `head_lines` are no part of the part.
    """

    file: InputFile
    columns: Mapping[str, str | int]
    loader: str | None = None
    schema: str | None = None
    start: int = 0
    stop: int | None = None
    line: int = 1
    head: bytes = b""
    head_lines: int = 0


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parts that one worker reads in turn, and the beginning of the names of the files it spills."""

    parts: tuple[Part, ...]
    stem: Path


@dataclass(frozen=True, slots=True)
class Spill:
    """What a bundle became: by table (articles, teasers, rejects) an Arrow file and its number of rows.

    `article_row` of the teasers counts within the bundle. `columns` says by file what was mapped to what.
    """

    files: Mapping[str, Path]
    rows: Mapping[str, int]
    columns: Mapping[str, ColumnMap]

    def discard(self) -> None:
        """Remove the files: what was settled from them takes their place."""
        for file in self.files.values():
            file.unlink(missing_ok=True)


SCHEMAS = {"articles": SPILLED_ARTICLES, "teasers": LOADED_TEASERS, "rejects": REJECTS}


def bundles(
    files: Sequence[InputFile],
    scratch: Path,
    columns: Mapping[str, str | int],
    form: str | None = None,
    schema: str | None = None,
) -> list[Bundle]:
    """The work of loading some files; `form` is the loader to use, if the user named one, `schema` as for Part."""
    made: list[list[Part]] = [[]]
    size = 0
    for part in (part for file in files for part in _cut(Part(file, columns, form, schema))):
        if size >= PART_BYTES or len(made[-1]) >= BUNDLE_FILES:
            made.append([])
            size = 0
        made[-1].append(part)
        size += _size(part)
    return [Bundle(tuple(parts), scratch / f"part{number:06d}") for number, parts in enumerate(made) if parts]


def load_bundle(bundle: Bundle) -> Spill:
    """Read all parts of a bundle; a file that cannot be read is a reject."""
    spool = Spool(bundle.stem)
    for part in bundle.parts:
        for tables in _tables(part, spool):
            spool.add(tables)
    return spool.close()


def load_records(loaded: Iterator[Loaded], name: str, form: str, stem: Path) -> Spill:
    """Spill records that come from no file, such as a data frame's."""
    spool = Spool(stem)
    for tables in _batched(loaded, name, form, spool):
        spool.add(tables)
    return spool.close()


class Spool:
    """Gathers tables until they make a batch, and writes batches to Arrow files."""

    def __init__(self, stem: Path) -> None:
        self.folder = stem.parent
        self.columns: dict[str, ColumnMap] = {}
        self._files = {name: stem.with_name(f"{stem.name}-{name}.arrow") for name in SCHEMAS}
        self._sinks = {name: pa.ipc.new_file(str(file), SCHEMAS[name]) for name, file in self._files.items()}
        self._rows = dict.fromkeys(SCHEMAS, 0)
        self._waiting: list[Tables] = []
        self._weight = 0
        self._articles = 0

    def add(self, tables: Tables) -> None:
        """Take some tables; their teasers' article_row counts within them."""
        moved = pc.add(tables.teasers["article_row"], self._articles)
        teasers = tables.teasers.set_column(0, LOADED_TEASERS.field("article_row"), moved)
        self._articles += tables.articles.num_rows
        self._waiting.append(Tables(tables.articles, teasers, tables.rejects))
        self._weight += tables.articles.nbytes + tables.rejects.nbytes
        rows = sum(each.articles.num_rows + each.rejects.num_rows for each in self._waiting)
        if self._weight >= BATCH_BYTES or rows >= BATCH_ROWS:
            self._flush()

    def close(self) -> Spill:
        """Write what is left."""
        self._flush()
        for sink in self._sinks.values():
            sink.close()
        return Spill(self._files, self._rows, self.columns)

    def _flush(self) -> None:
        if not self._waiting:
            return
        joined = {
            "articles": _with_readings(pa.concat_tables([each.articles for each in self._waiting])),
            "teasers": pa.concat_tables([each.teasers for each in self._waiting]),
            "rejects": pa.concat_tables([each.rejects for each in self._waiting]),
        }
        for name, table in joined.items():
            self._rows[name] += table.num_rows
            for batch in table.combine_chunks().to_batches(max_chunksize=_rows(table)):
                self._sinks[name].write_batch(batch)
        self._waiting, self._weight = [], 0


def _rows(table: pa.Table) -> int:
    """Rows of the batches of a table, all of about one size."""
    batches = max(-(-table.nbytes // BATCH_BYTES), -(-table.num_rows // BATCH_ROWS), 1)
    rows: int = -(-table.num_rows // batches)
    return max(1, rows)


def _with_readings(articles: pa.Table) -> pa.Table:
    """The articles with the readings of their dates beside them."""
    languages = articles["in_language"].combine_chunks()
    for name in DATES:
        readings = dates.read_column(articles[f"{name}_raw"].combine_chunks(), languages)
        for each in dates.READINGS:
            articles = articles.append_column(pa.field(f"{name}__{each.name}", each.type), readings[each.name])
    return articles.cast(SPILLED_ARTICLES)


def _tables(part: Part, spool: Spool) -> Iterator[Tables]:
    """The tables of one part; what ends it early is a reject behind what came before."""
    form = part.loader or ("parquet" if part.file.written else "unknown")
    try:
        if part.file.written:
            spool.columns |= written.columns(part.file.path)
            yield from written.tables(part.file.path)
            return
        stream, name = _open(part, spool.folder)
        with stream, _blame(part):
            form = part.loader or recognise(_head(stream), name)
            yield from _batched(_load(form, stream, part, name), part.file.name, form, spool)
    except UnreadableFileError as error:
        yield tabulate((), (_refused(error),), part.file.name, form)
    except OSError as error:
        yield tabulate((), (_unreadable(error),), part.file.name, form)


def _load(form: str, stream: BinaryIO, part: Part, name: str) -> Iterator[Loaded]:
    """What a loader makes of a part; what it makes of the head is left out."""
    first = part.line - part.head_lines
    loaded = loader(form).load(stream, Origin(name, first, first - 1, part.columns))
    if part.head:
        own = (each for each in loaded if isinstance(each, ColumnMap) or each.line is None or each.line >= part.line)
        loaded = own
    return judged(loaded, part.schema) if part.schema else loaded


def _batched(loaded: Iterator[Loaded], file: str, form: str, spool: Spool) -> Iterator[Tables]:
    records: list[Record] = []
    rejects: list[Reject] = []
    weight = 0
    try:
        for each in loaded:
            if isinstance(each, Record):
                records.append(each)
                body = each.fields.get("article_body")
                weight += len(body) if isinstance(body, str) else 0
            elif isinstance(each, Reject):
                rejects.append(each)
                weight += len(each.raw or "")
            else:
                spool.columns.setdefault(file, each)
            if weight >= RECORD_CHARACTERS or len(records) + len(rejects) >= RECORDS:
                yield tabulate(records, rejects, file, form)
                records, rejects, weight = [], [], 0
    except UnreadableFileError as error:
        rejects.append(_refused(error))
    if records or rejects:
        yield tabulate(records, rejects, file, form)


def _open(part: Part, scratch: Path) -> tuple[BinaryIO, str]:
    """The decompressed, seekable bytes of a part behind its head, and its name without a compression suffix."""
    path, name = part.file.path, part.file.name
    if part.stop is not None:
        with path.open("rb") as file:
            file.seek(part.start)
            return io.BytesIO(part.head + file.read(part.stop - part.start)), name
    with path.open("rb") as file:
        codec = _codec(file.read(4))
    if codec is None:
        return path.open("rb"), name
    bare = name.removesuffix(".gz").removesuffix(".zst")
    return _decompressed(path, codec, scratch), bare


def _decompressed(path: Path, codec: str, scratch: Path) -> BinaryIO:
    """The data of a compressed file: small ones in memory, others in a nameless file of the scratch folder."""
    with ExitStack() as stack:
        data = stack.enter_context(SpooledTemporaryFile(PART_BYTES, mode="w+b", dir=str(scratch)))
        try:
            with pa.OSFile(str(path)) as file, pa.CompressedInputStream(file, codec) as stream:
                shutil.copyfileobj(stream, data, COPIED)
        except OSError as error:
            raise UnreadableFileError(
                "broken-compression",
                f"the {codec} data is damaged: {error}",
                remedy="Fetch or compress the file again.",
            ) from error
        data.seek(0)
        stack.pop_all()
        return cast("BinaryIO", data)


def _codec(magic: bytes) -> str | None:
    return next((codec for start, codec in COMPRESSED.items() if magic.startswith(start)), None)


def _head(stream: BinaryIO) -> bytes:
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def _cut(part: Part) -> list[Part]:
    """A large file whose lines are records, cut where lines end; any other part whole."""
    path = part.file.path
    size = _size(part)
    step = min(PART_BYTES, max(SMALL_PART_BYTES, -(-size // SHARES)))
    if part.file.written or size <= step or not path.is_file():
        return [part]
    try:
        with path.open("rb") as file, _blame(part):
            start = _head(file)
            form = part.loader or recognise(start, part.file.name)
            if _codec(start) or start.startswith(WIDE) or not getattr(loader(form), "LINES", False):
                return [part]
            head = _sample(file)
            # raises what refuses the file as a whole: then it is refused once, not once a part
            next(loader(form).load(io.BytesIO(head), Origin(part.file.name, columns=part.columns)), None)
            return list(_lines(replace(part, loader=form), file, head, step))
    except (OSError, UnreadableFileError):
        # the worker that reads the part meets the same fault, and makes a reject of it
        return [part]


def _sample(file: BinaryIO) -> bytes:
    """The first lines of a file, whole, blank ones not counted."""
    file.seek(0)
    lines: list[bytes] = []
    count = size = 0
    for line in file:
        lines.append(line)
        count += bool(line.strip())
        size += len(line)
        if count >= SAMPLE_LINES or size >= SAMPLE_BYTES:
            break
    head = b"".join(lines)
    return head if head.endswith(b"\n") else head + b"\n"


def _lines(part: Part, file: BinaryIO, head: bytes, step: int) -> Iterator[Part]:
    start, line, size = 0, 1, file.seek(0, io.SEEK_END)
    head_lines = head.count(b"\n")
    while start < size:
        # the first part holds all of the head, so that every part decides on the columns by the same lines
        file.seek(min(max(start + step, len(head)), size))
        file.readline()
        stop = file.tell()
        made = replace(part, start=start, stop=stop, line=line)
        yield replace(made, head=head, head_lines=head_lines) if start else made
        file.seek(start)
        # a small buffer is used again and again, where a large one is new memory each time
        line += sum(file.read(min(COUNTED, stop - place)).count(b"\n") for place in range(start, stop, COUNTED))
        start = stop


@contextmanager
def _blame(part: Part) -> Iterator[None]:
    """Say at which file a loader crashed: what a loader of a third party may raise is not known."""
    try:
        yield
    except (CopydeskError, OSError):
        raise
    except Exception as error:
        raise UntrustedError(
            f"its loader crashed: {type(error).__name__}: {error}",
            where=part.file.name,
            remedy="Leave the file out by `exclude`, and report the fault to the authors of the loader.",
        ) from error


def _size(part: Part) -> int:
    if part.stop is not None:
        return part.stop - part.start
    try:
        return part.file.path.stat().st_size
    except OSError:
        return 0


def _refused(error: UnreadableFileError) -> Reject:
    stop = "" if error.problem.endswith((".", "!", "?")) or not error.remedy else "."
    return Reject(error.reason, " ".join(filter(None, (error.problem + stop, error.remedy))), error.line)


def _unreadable(error: OSError) -> Reject:
    return Reject("unreadable-file", f"the file cannot be read: {error.strerror}. Mend its rights, or leave it out.")
