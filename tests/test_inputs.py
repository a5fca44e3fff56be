"""What a walk finds, and what it passes over."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.errors import InputNotFoundError, UsageError
from copydesk.inputs import _matches, below, discover


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.txt", "in/B.txt", "in/a/c.html", "in/.hidden/x.txt", "in/.secret", "in/README.md", "in/LICENSE",
        "in/copydesk.toml", "in/copydesk-baseline.txt", "in/drafts/d.txt", "in/logs/e.log", "in/keep.log",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (tmp_path / "in/.gitignore").write_text("*.log\n!keep.log\n")
    return tmp_path


def names(*inputs: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.name for file in discover(inputs, exclude).files]


def written(out: Path) -> None:
    """A folder that passes for one of ours."""
    out.mkdir()
    (out / "manifest.json").write_text("{}")
    (out / "articles.parquet").write_bytes(b"")


def test_a_walk_skips_what_is_no_article_and_says_why(folder):
    found = discover(["in"], ["drafts/"])
    assert [file.name for file in found.files] == ["in/B.txt", "in/a/c.html", "in/b.txt", "in/keep.log"]
    assert {each.file: each.reason for each in found.skipped} == {
        "in/.gitignore": "hidden",
        "in/.hidden/": "hidden",
        "in/.secret": "hidden",
        "in/LICENSE": "about the folder, no article",
        "in/README.md": "about the folder, no article",
        "in/copydesk-baseline.txt": "configuration of copydesk",
        "in/copydesk.toml": "configuration of copydesk",
        "in/drafts/": "named by exclude",
        "in/logs/e.log": "named by .gitignore",
    }


def test_a_file_that_is_named_is_never_skipped(folder):
    assert names("in/README.md", "in/.secret", "in/logs/e.log") == ["in/.secret", "in/README.md", "in/logs/e.log"]


def test_globs_and_overlapping_inputs_give_each_file_once(folder):
    assert names("in/[bB].txt", "in/b.txt") == ["in/B.txt", "in/b.txt"]
    assert "in/a/c.html" in names("in/**/*.html")


@pytest.mark.parametrize(
    "inputs",
    [
        ("in", "{}/in"), ("in/b.txt", "{}/in/b.txt", "in"), ("in", "in/../in/b.txt", "in/../in/[bB].txt"),
        ("in", "link"), ("in", "./in", "./in/b.txt"), ("in/[bB].txt", "link/[bB].txt", "in"), ("in", "in/a/.."),
    ],
)  # fmt: skip
def test_a_file_that_several_names_lead_to_is_read_once_under_the_first(folder, inputs):
    (folder / "link").symlink_to("in")
    found = discover([each.format(folder) for each in inputs])
    alone = discover(["in"])
    assert (found.files, found.skipped) == (alone.files, alone.skipped)
    assert names(f"{folder}/in/b.txt", "in")[0] == f"{folder}/in/b.txt"


def test_what_is_refused_or_skipped_under_several_names_is_told_once(folder):
    (folder / "in/gone.txt").symlink_to("nowhere")
    found = discover(["in", f"{folder}/in"])
    assert [name for name, _ in found.refused] == ["in/gone.txt"]
    assert found.skipped == discover(["in"]).skipped


def test_a_link_to_a_file_is_a_file_of_its_own(folder):
    (folder / "in/link.txt").symlink_to("b.txt")
    assert names("in/b.txt", "in/link.txt") == ["in/b.txt", "in/link.txt"]


def test_what_is_named_is_not_told_as_skipped(folder):
    found = discover(["in", f"{folder}/in/README.md"])
    assert f"{folder}/in/README.md" in {file.name for file in found.files}
    assert "in/README.md" not in {each.file for each in found.skipped}


@pytest.mark.parametrize("way", ["in/out", "{}/in/out", "link"])
def test_a_table_of_a_written_folder_that_is_named_too_is_not_read_twice(folder, way):
    written(folder / "in/out")
    (folder / "link").symlink_to("in/out")
    found = discover([way.format(folder), "in/out/articles.parquet"])
    assert [(file.name, file.written) for file in found.files] == [(way.format(folder), True)]
    (told,) = found.skipped
    assert (told.file, told.reason) == ("in/out/articles.parquet", f"read with the folder {way.format(folder)}")


def test_an_input_that_names_nothing_is_bad_use(folder):
    with pytest.raises(InputNotFoundError, match="no such file"):
        discover(["missing"])
    with pytest.raises(InputNotFoundError, match="pattern"):
        discover(["in/*.pdf"])


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_input_is_not_the_working_folder(folder, empty):
    with pytest.raises(InputNotFoundError, match="an input is empty") as error:
        discover(["in", empty])
    assert "`.`" in str(error.value)


def test_the_ignore_files_of_the_repository_above_count(folder):
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("/in/b.txt\n")
    assert "in/b.txt" not in names("in")


@pytest.mark.parametrize("line", ["!", "[z-a]", "foo\\", "\\", "[a-\\]"])
def test_a_line_that_names_nothing_is_passed_over_as_by_git(folder, line):
    with (folder / "in/.gitignore").open("a") as file:
        file.write(f"{line}\nB.txt\n")
    assert names("in") == ["in/a/c.html", "in/b.txt", "in/drafts/d.txt", "in/keep.log"]


def test_a_folder_written_by_copydesk_is_skipped_in_a_walk_and_read_when_named(folder):
    written(folder / "in/out")
    assert not any(name.startswith("in/out") for name in names("in"))
    assert [(file.name, file.written) for file in discover(["in/out"]).files] == [("in/out", True)]


def test_links_to_folders_are_not_followed(folder):
    (folder / "in/loop").symlink_to(folder / "in", target_is_directory=True)
    found = discover(["in"])
    assert {each.file: each.reason for each in found.skipped}["in/loop/"] == "a link to a folder"


def test_what_is_no_file_is_told_and_never_opened(folder):
    os.mkfifo(folder / "in/pipe.txt")
    (folder / "in/null.txt").symlink_to(os.devnull)
    (folder / "in/gone.txt").symlink_to("elsewhere/gone.txt")
    (folder / "in/circle.txt").symlink_to("circle.txt")
    (folder / "in/link.txt").symlink_to("b.txt")
    for found in (discover(["in"]), discover(["in/*.txt"])):
        assert {"in/B.txt", "in/b.txt", "in/link.txt"} <= {file.name for file in found.files}
        skipped = {each.file: each.reason for each in found.skipped}
        assert (skipped["in/pipe.txt"], skipped["in/null.txt"]) == ("a pipe, no file", "a device, no file")
        refused = dict(found.refused)
        assert set(refused) == {"in/gone.txt", "in/circle.txt"}
        assert "(elsewhere/gone.txt)" in refused["in/gone.txt"].message


def test_a_pipe_that_is_named_is_refused_with_a_remedy(folder):
    os.mkfifo(folder / "in/pipe.txt")
    with pytest.raises(UsageError, match=r"in/pipe.txt: is a pipe, no file\n.*name `-`"):
        discover(["in/pipe.txt"])


@pytest.mark.parametrize(
    "pattern",
    [
        "in/**",
        "in/**/*.txt",
        "in/*",
        "in/*/*.html",
        "**/*.*",
        "*/[ab]/*",
        "in/a/c.htm?",
        "in/.s*",
        "**/c.html",
        "i?/b.txt",
    ],
)
def test_patterns_name_what_they_name_in_a_shell(folder, pattern):
    assert set(_matches(Path(), Path(pattern).parts)) == {Path(each) for each in glob.glob(pattern, recursive=True)}  # noqa: PTH207
    assert list(_matches(Path(folder.anchor), (folder / pattern).parts[1:]))


def test_patterns_follow_no_link_to_a_folder_but_one_that_is_spelled(folder):
    (folder / "in/a/loop").symlink_to("..")
    (folder / "in/more").symlink_to("a")
    found = discover(["in/**/*.html"])
    assert [file.name for file in found.files] == ["in/a/c.html"]
    assert names("in/*/*.html") == ["in/a/c.html"]
    found = discover(["in/**"])
    assert len({os.path.realpath(file.path) for file in found.files}) == len(found.files)
    assert {each.file: each.reason for each in found.skipped}["in/more/"] == "a link to a folder"
    assert names("in/more/*.html") == ["in/more/c.html"]


@pytest.fixture
def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in/a, closed to us as to an ordinary user; root may look into everything."""
    scan, look = os.scandir, Path.stat

    def scandir(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).absolute() == folder / "in/a":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.absolute().parent == folder / "in/a":
            raise PermissionError(13, "Permission denied")
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "stat", stat)
    return folder / "in/a"


@pytest.mark.parametrize(
    "pattern",
    [
        "in/**/*.txt",
        "in/**",
        "in/**/c.html",
        "in/*/*.txt",
        "in/*/c.html",
        "in/a/*.txt",
        "in/[a]/*/c.html",
        "*/a/**/*.x",
    ],
)
def test_a_folder_that_is_closed_to_a_pattern_is_a_reject(closed, pattern):
    found = discover([pattern])
    ((name, reject),) = found.refused
    assert (name, reject.reason) == ("in/a", "unreadable-folder")
    assert "Permission denied. Give yourself the right to list it, or name it under `exclude`." in reject.message
    assert below(name, found.roots) in {"a", ".", "in/a"}
    assert ("in/b.txt" in {file.name for file in found.files}) is (pattern in {"in/**/*.txt", "in/**"})


@pytest.mark.parametrize("pattern", ["in/**/*.txt", "in/*/*.txt", "in/*.txt", "in/b*", "in"])
def test_a_closed_folder_that_is_excluded_or_no_part_of_a_pattern_is_no_reject(closed, pattern):
    found = discover([pattern, "in/b.txt"], ["/a/"])
    assert not found.refused
    skipped = {each.file: each.reason for each in found.skipped}
    assert skipped.get("in/a/") == (None if pattern in {"in/*.txt", "in/b*"} else "named by exclude")


def test_files_in_a_folder_that_can_be_listed_and_not_entered_are_found(folder, monkeypatch):
    def stat(path: Path, **_: bool) -> os.stat_result:
        if path.name == "c.html":
            raise PermissionError(13, "Permission denied")
        return look(path)

    look = Path.stat
    monkeypatch.setattr(Path, "stat", stat)
    assert "in/a/c.html" in names("in")
    assert names("in/*/*.html") == ["in/a/c.html"]


def test_a_name_that_is_no_utf8_can_be_printed(folder):
    Path(os.fsdecode(b"in/caf\xe9.txt")).write_text("text")
    assert "in/caf\ufffd.txt" in names("in")
