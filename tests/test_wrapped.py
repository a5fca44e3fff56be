"""Text of commands is wrapped at the width of the terminal, and is the same everywhere else."""

import sys

import pytest

from command import run
from copydesk.commands._wrapped import echo


@pytest.mark.parametrize("columns", [40, 57, 80, 120, 300])
@pytest.mark.parametrize("command", [("checks",), ("explain", "duplicate-story"), ("explain", "outlet-tag")])
def test_no_line_is_longer_than_the_terminal_is_wide(command, columns, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(*command) == 0
    piped = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(*command) == 0
    shown = capsys.readouterr().out
    assert shown.split() == piped.split()
    assert shown.count("\n\n") == piped.count("\n\n")
    assert max(map(len, shown.splitlines())) <= min(columns, 120)


@pytest.mark.parametrize("columns", ["20", "300"])
def test_piped_text_does_not_depend_on_a_width(columns, monkeypatch, capsys):
    assert run("checks") == 0
    before = capsys.readouterr().out
    assert len(before.splitlines()) == len({line.split()[0] for line in before.splitlines()})
    monkeypatch.setenv("COLUMNS", columns)
    assert run("checks") == 0
    assert capsys.readouterr().out == before


@pytest.mark.parametrize(
    ("text", "hang", "lines"),
    [
        ("Two lines\nof one paragraph.", 0, ["Two lines of one", "paragraph."]),
        ("  kind: what it means here", 4, ["  kind: what it", "    means here"]),
        ("name        warning  A text is cut.", 21, ["name        warning", "          A text is", "          cut."]),
        ("So:\n- one\n- two\n    code = 1\n\nEnd.\n", 0, ["So:", "- one", "- two", "    code = 1", "", "End.", ""]),
        ("港の灯台は今夜も光る船", 0, ["港の灯台は今夜も光る", "船"]),
    ],
)  # fmt: skip
def test_paragraphs_are_filled_and_lists_are_kept(text, hang, lines, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    echo(text, hang=hang)
    assert capsys.readouterr().out.removesuffix("\n").split("\n") == lines
