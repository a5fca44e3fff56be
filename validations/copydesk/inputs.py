"""What the user names -> the files to read, in the order of their names, and what was passed over.

A folder walk skips hidden files, what .gitignore names, README and LICENSE files, our own configuration, baseline and
output, what is no file (pipes, sockets, devices), and `exclude` patterns. A file that is named itself is never skipped.
"""

import fnmatch
import glob
import itertools
import json
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from pathspec import GitIgnoreSpec

from copydesk import patterns
from copydesk.errors import InputNotFoundError, UsageError
from copydesk.files import readable
from copydesk.model import Reject, SkippedInput

OWN = frozenset({"copydesk.toml", "pyproject.toml", "copydesk-baseline.txt"})
ABOUT = frozenset({"readme", "license", "licence"})
MANIFEST = "manifest.json"
TABLES = ("articles.parquet", "teasers.parquet", "rejects.parquet")
LINK = "a link to a folder"
EXCLUDED = "named by exclude"


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read (or a folder written by --out); `name` is what findings print, with forward slashes."""

    path: Path
    name: str
    written: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk found: files sorted by the bytes of their names, skipped ones, folders that cannot be read.

    `roots` are the folders that the inputs name or stand in: what lies below them is told alike wherever they lie.
    """

    files: tuple[InputFile, ...]
    skipped: tuple[SkippedInput, ...] = ()
    refused: tuple[tuple[str, Reject], ...] = ()
    roots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Closed:
    """A folder that a pattern leads into, and that cannot be looked into."""

    folder: Path
    error: OSError = field(compare=False)


@dataclass(slots=True)
class _Walk:
    """What a walk gathers, by the spot where it lies: under whichever names inputs lead there, it is there once."""

    exclude: GitIgnoreSpec
    files: dict[str, InputFile] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    skipped: dict[str, SkippedInput] = field(default_factory=dict)
    refused: dict[str, tuple[str, Reject]] = field(default_factory=dict)
    folders: dict[Path, str] = field(default_factory=dict)

    def spot(self, path: Path) -> str:
        """Where a path lies; a link lies where it stands, for it is a file of its own."""
        if path.name in {"", ".."}:
            return os.path.realpath(path)
        if path.parent not in self.folders:
            self.folders[path.parent] = os.path.realpath(path.parent)
        return os.path.join(self.folders[path.parent], path.name)  # noqa: PTH118 - a walk asks this of every file

    def add(self, path: Path) -> None:
        self.files.setdefault(self.spot(path), InputFile(path, shown(path)))

    def add_written(self, folder: Path) -> None:
        self.files.setdefault(os.path.realpath(folder), InputFile(folder, shown(folder), written=True))

    def skip(self, path: Path, reason: str, *, folder: bool = False) -> None:
        self.skipped.setdefault(self.spot(path), SkippedInput(shown(path) + "/" * folder, reason))

    def refuse(self, path: Path, reject: Reject) -> None:
        self.refused.setdefault(self.spot(path), (shown(path), reject))

    def take(self, path: Path, mode: int) -> None:
        """A file; what is none is told with the reason."""
        if special := _special(mode):
            self.skip(path, f"{special}, no file")
        elif not mode and os.path.islink(path):  # noqa: PTH114 - in a folder closed to us the other one raises
            self.refuse(path, _leads_nowhere(path))
        else:
            self.add(path)

    def found(self) -> Found:
        """All that was gathered, but for the tables of a folder that is read anyway."""
        for spot, file in list(self.files.items()):
            for table in (os.path.join(spot, name) for name in TABLES if file.written):  # noqa: PTH118
                if other := self.files.pop(table, None):
                    self.skip(other.path, f"read with the folder {file.name}")
        skipped = (each for spot, each in self.skipped.items() if spot not in self.files)
        return Found(
            tuple(sorted(self.files.values(), key=lambda file: os.fsencode(file.path))),
            tuple(sorted(skipped, key=lambda each: each.file)),
            tuple(sorted(self.refused.values(), key=lambda each: each[0])),
            tuple(sorted(self.roots)),
        )


def discover(inputs: Sequence[str], exclude: Sequence[str] = ()) -> Found:
    """The files that some inputs name.

    Raises InputNotFoundError for an input that names nothing, UsageError for one that names a pipe or the like.
    """
    walk = _Walk(patterns.spec(exclude))
    for each in inputs:
        for path in _named(each):
            mode = 0 if isinstance(path, _Closed) else _mode(path)
            if isinstance(path, _Closed):
                _close(walk, path, each)
            elif not stat.S_ISDIR(mode):
                walk.take(path, mode)
                walk.roots.add(shown(path.parent))
            elif is_written(path):
                walk.add_written(path)
                walk.roots.update(_roots_of(path))
            elif path.is_symlink() and _is_found(path, each):
                walk.skip(path, LINK, folder=True)
            else:
                walk.roots.add(shown(path))
                _folder(walk, path, path, _ignored_above(path))
    return walk.found()


def below(name: str, roots: Sequence[str]) -> str:
    """The path of a file or folder below the input that it lies in (`.` for the input itself), else its name.

    So it is the same on every machine, wherever the input lies there.
    """
    inside = [root for root in roots if name == root or name.startswith("" if root == "." else f"{root}/")]
    root = max(inside, key=lambda root: (root != ".", len(root)), default=".")
    return name if root == "." else name[len(root) + 1 :] or "."


def shown(path: PurePath) -> str:
    """The name of a file as findings print it; bytes that are no UTF-8 become U+FFFD."""
    return path.as_posix().encode(errors="surrogateescape").decode(errors="replace")


def is_written(folder: Path) -> bool:
    """Whether a folder was finished by --out."""
    return readable(folder / MANIFEST) and readable(folder / "articles.parquet")


def _roots_of(written: Path) -> Sequence[str]:
    """The roots of the files that a folder of ours was made from."""
    try:
        roots = json.loads((written / MANIFEST).read_bytes()).get("roots", ())
    except (ValueError, AttributeError):
        return ()
    return [each for each in roots if isinstance(each, str)] if isinstance(roots, list) else ()


def named(each: str) -> Sequence[Path]:
    """The files and folders that an input names. Raises as `discover` does."""
    return [path for path in _named(each) if isinstance(path, Path)]


def _named(each: str) -> Sequence[Path | _Closed]:
    """What an input names, and the folders that keep us from knowing whether it names more."""
    if not each.strip():
        # to pathlib it is the working folder
        raise InputNotFoundError("an input is empty", remedy="Name a file or a folder; the one you are in is `.`.")
    path = Path(each)
    if special := _special(_mode(path)):
        remedy = "Write its data to a file, or send them to standard input and name `-` as INPUT."
        raise UsageError(f"is {special}, no file", where=each, remedy=remedy)
    if os.access(path, os.F_OK):
        return (path,)
    matches = tuple(dict.fromkeys(_matches(Path(), path.parts))) if glob.has_magic(each) else ()
    if not matches:
        problem = "no file matches this pattern" if glob.has_magic(each) else "there is no such file or folder"
        raise InputNotFoundError(problem, where=each, remedy="Name a file, a folder or a glob pattern that exists.")
    return matches


def _is_found(path: Path, pattern: str) -> bool:
    """Whether a pattern found a path, and does not spell its name."""
    return path != Path(pattern) and glob.has_magic(Path(pattern).name)


def _matches(base: Path, pattern: Sequence[str]) -> Iterator[Path | _Closed]:
    """What the parts of a pattern name below a folder, as `glob` has it, but through no link to a folder.

    A link may lead in a circle: it is followed only where the pattern spells its name. As in a shell, hidden names are
    matched only where the dot is written. A folder that keeps us from knowing what is named is there itself.
    """
    if not pattern:
        yield base
        return
    try:
        for path, rest in _steps(base, pattern):
            yield from _matches(path, rest)
    except OSError as error:
        yield _Closed(base, error)


def _steps(base: Path, pattern: Sequence[str]) -> Iterator[tuple[Path, Sequence[str]]]:
    """Where the first part of a pattern leads from a folder, each with the parts that are left."""
    part, *rest = pattern
    if not glob.has_magic(part):
        if _is_there(base / part):
            yield base / part, rest
    elif part == "**":
        yield base, rest
        if not rest:
            yield base, ("*",)
        for name in _names(base, "*", folders=True):
            yield base / name, pattern
    else:
        for name in _names(base, part, folders=bool(rest)):
            yield base / name, rest


def _names(folder: Path, pattern: str, *, folders: bool) -> list[str]:
    """The names in a folder that a pattern matches; `folders`: only those of folders. None in what is no folder.

    Raises OSError for a folder that cannot be listed.
    """
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    real = [each.name for each in entries if not folders or each.is_dir(follow_symlinks=False)]
    return [name for name in fnmatch.filter(real, pattern) if pattern.startswith(".") or not name.startswith(".")]


def _is_there(path: Path) -> bool:
    """Whether a path leads to anything. Raises PermissionError where that cannot be known."""
    try:
        path.stat()
    except PermissionError:
        raise
    except OSError:
        return False
    return True


def _close(walk: _Walk, closed: _Closed, pattern: str) -> None:
    """A folder closed to a pattern is told as one closed to a walk, which starts where the pattern's first star is."""
    parts = Path(pattern).parts
    root = Path(*itertools.takewhile(lambda part: not glob.has_magic(part), parts))
    if walk.exclude.match_file(_under(closed.folder, root) + "/"):
        walk.skip(closed.folder, EXCLUDED, folder=True)
    else:
        walk.refuse(closed.folder, _unreadable(closed.error))
        walk.roots.add(shown(root))


def _folder(walk: _Walk, root: Path, folder: Path, ignored: tuple[tuple[Path, GitIgnoreSpec], ...]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        walk.refuse(folder, _unreadable(error))
        return
    ignored = (*ignored, *_ignore_file(folder))
    for entry in entries:
        path = folder / entry.name
        mode = _mode(path)
        is_folder = stat.S_ISDIR(mode)
        reason = _reason(walk, root, path, ignored, is_folder=is_folder, is_link=entry.is_symlink())
        if reason:
            walk.skip(path, reason, folder=is_folder)
        elif is_folder:
            _folder(walk, root, path, ignored)
        else:
            walk.take(path, mode)


def _reason(
    walk: _Walk,
    root: Path,
    path: Path,
    ignored: Sequence[tuple[Path, GitIgnoreSpec]],
    *,
    is_folder: bool,
    is_link: bool,
) -> str | None:
    """Why a walk passes a path over, or null."""
    tail = "/" * is_folder
    reasons = {
        "hidden": path.name.startswith("."),
        "configuration of copydesk": not is_folder and path.name in OWN,
        "about the folder, no article": not is_folder and path.name.split(".")[0].lower() in ABOUT,
        LINK: is_folder and is_link,
        "written by copydesk": is_folder and is_written(path),
        "named by .gitignore": any(spec.match_file(_under(path, base) + tail) for base, spec in ignored),
        EXCLUDED: walk.exclude.match_file(_under(path, root) + tail),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _under(path: Path, base: Path) -> str:
    return path.absolute().relative_to(base.absolute()).as_posix()


def _ignore_file(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    file = folder / ".gitignore"
    if readable(file):
        yield folder, patterns.spec(file.read_text(errors="replace").splitlines())


def _ignored_above(folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """The .gitignore files of the folders above, up to the repository's top; none outside a repository."""
    above = folder.absolute().parents
    top = next((index for index, each in enumerate(above) if (each / ".git").exists()), None)
    if top is None or (folder / ".git").exists():
        return ()
    return tuple(found for each in reversed(above[: top + 1]) for found in _ignore_file(each))


def _mode(path: Path) -> int:
    """What sort of file a path leads to, as the system has it; 0 if that cannot be known."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _special(mode: int) -> str | None:
    """In words what is neither a file nor a folder: to open it may wait for ever."""
    kinds = {"a pipe": stat.S_ISFIFO, "a socket": stat.S_ISSOCK, "a device": stat.S_ISCHR, "a disk": stat.S_ISBLK}
    return next((name for name, holds in kinds.items() if holds(mode)), None)


def _leads_nowhere(link: Path) -> Reject:
    problem = f"the link leads to no file that can be reached ({shown(link.readlink())})"
    return Reject("unreadable-file", f"{problem}. Put the file there, or leave the link out by `exclude`.")


def _unreadable(error: OSError) -> Reject:
    return Reject(
        "unreadable-folder",
        f"the folder cannot be read: {error.strerror}. Give yourself the right to list it, or name it under `exclude`.",
    )
