"""Names are known without importing, and a third party adds a check, a loader and a renderer with no edit of ours."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pyarrow.parquet as pq
import pytest

from copydesk import registry
from copydesk.checks import Check
from copydesk.cli import main
from copydesk.errors import UnknownNameError, UsageError

ROOMS = ("checks", "loaders", "renderers", "engines")
THEIRS = {
    "night_desk/__init__.py": "",
    "night_desk/all_caps.py": '''
        from dataclasses import dataclass
        from typing import ClassVar

        import pyarrow.compute as pc

        from copydesk.checks import Check, hits, option, where
        from copydesk.model import Evidence, Severity, Target


        @dataclass(frozen=True, kw_only=True)
        class AllCaps(Check):
            """Headlines that shout.

            All letters are capitals.

            ## Why it matters

            Case is lost.
            """

            targets: ClassVar = (Target("articles", "headline"),)
            severity: ClassVar = Severity.INFO
            kinds: ClassVar = {"upper": "Every letter is a capital."}
            shortest: int = option(4, "Code points of a headline that is looked at.")

            def find(self, table, batch, summary):
                long = pc.greater_equal(pc.utf8_length(batch.column("headline")), self.shortest)
                return hits(where(pc.and_(long, pc.utf8_is_upper(batch.column("headline")))), "headline", "upper")

            def evidence(self, hit, row):
                return Evidence("The headline shouts.", row["headline"], (0, len(row["headline"])))
    ''',
    "night_desk/wire.py": '''
        """Stories of a wire: headline, a bar, body; one a line."""

        from copydesk.model import Record, Reject

        SUFFIXES = (".wire",)


        def sniff(head, name):
            return 99 if head.startswith(b"WIRE 1") else 0


        def load(stream, origin):
            for record, line in enumerate(stream.read().decode().splitlines()[1:]):
                headline, bar, body = line.partition("|")
                number = origin.line + record + 1
                if bar:
                    yield Record({"headline": headline, "article_body": body}, number, record)
                else:
                    yield Reject("no-bar", "the line has no bar; put one behind the headline", number, record, line)
    ''',
    "night_desk/tally.py": '''
        """The number of findings of each check, one a line."""

        SUFFIX = ".tally"


        def render(report):
            return "".join(f"{each.check} {each.findings}\\n" for each in report.checks if each.findings)
    ''',
    "night_desk-7.dist-info/METADATA": "Metadata-Version: 2.1\nName: night-desk\nVersion: 7\n",
    "night_desk-7.dist-info/entry_points.txt": """
        [copydesk.checks]
        all-caps = night_desk.all_caps
        short-body = night_desk.not_asked_for
        [copydesk.loaders]
        wire = night_desk.wire
        [copydesk.renderers]
        tally = night_desk.tally
    """,
}


@pytest.fixture
def night_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A distribution of somebody else on the path."""
    for name, text in THEIRS.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    yield tmp_path / "site"
    for name in [name for name in sys.modules if name.partition(".")[0] == "night_desk"]:
        del sys.modules[name]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def test_the_names_of_a_room_are_those_of_its_files():
    assert "truncated-teaser" in registry.names("checks")
    assert {"csv", "feed", "html", "json", "jsonl", "parquet", "text"} <= set(registry.names("loaders"))
    assert {"html", "json", "text"} <= set(registry.names("renderers"))
    for room in ROOMS:
        found = registry.names(room)
        assert list(found) == sorted(set(found))
        assert not any("_" in name for name in found)


def test_names_are_told_without_importing_anything():
    code = """
        import sys
        from copydesk import registry
        told = [registry.names(room) for room in ("checks", "loaders", "renderers", "engines")]
        loaded = sorted(name for name in sys.modules if name.startswith("copydesk."))
        assert all(told) and loaded == ["copydesk.errors", "copydesk.registry"], loaded
        assert "pyarrow" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", dedent(code)], check=True, timeout=60)


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_leads_to_its_module(room):
    for name in registry.names(room):
        assert registry.load(room, name).__name__ == f"copydesk.{room}.{name.replace('-', '_')}"


@pytest.mark.parametrize(
    ("room", "name", "told"),
    [
        ("checks", "short-bdy", "Did you mean 'short-body'?"),
        ("checks", "short_body", "Did you mean 'short-body'?"),
        ("checks", "Short-Body", "Did you mean 'short-body'?"),
        ("renderers", "pdf", "Known are: "),
        ("loaders", "_tabular", "Known are: "),
        ("loaders", "../cli", "Known are: "),
        ("checks", "", "Known are: "),
        ("engines", "__init__", "Known are: "),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(room, name, told):
    with pytest.raises(UnknownNameError) as error:
        registry.load(room, name)
    assert told in str(error.value)
    assert repr(name) in str(error.value)


def test_a_check_is_the_class_that_is_named_as_its_module():
    kind = registry.check_class("truncated-teaser")
    assert issubclass(kind, Check)
    assert kind.__name__ == "TruncatedTeaser"


def test_what_third_parties_add_is_known_by_name_and_imported_when_asked_for(night_desk):
    assert "all-caps" in registry.names("checks")
    assert "wire" in registry.names("loaders")
    assert "tally" in registry.names("renderers")
    assert "night_desk.all_caps" not in sys.modules
    assert registry.check_class("all-caps").__module__ == "night_desk.all_caps"


def test_ours_come_before_theirs_of_the_same_name(night_desk):
    assert registry.load("checks", "short-body").__name__ == "copydesk.checks.short_body"


def test_a_module_of_a_third_party_that_cannot_be_imported_is_named(night_desk):
    (night_desk / "night_desk/tally.py").write_text("import nothing_of_that_name\n")
    with pytest.raises(UsageError, match="nothing_of_that_name") as error:
        registry.load("renderers", "tally")
    assert error.value.where == "night-desk"
    assert "'tally'" in str(error.value)


def test_a_module_without_the_class_is_named(night_desk):
    (night_desk / "night_desk/all_caps.py").write_text("AllCaps = 7\n")
    with pytest.raises(UnknownNameError, match="has no class AllCaps"):
        registry.check_class("all-caps")


def test_a_check_a_loader_and_a_renderer_of_a_third_party_work_through_the_command_line(night_desk, capsys):
    folder = night_desk.parent
    (folder / "in").mkdir()
    body = "The ferry left the quay of Northgate at six in the morning with forty passengers on board. " * 6
    (folder / "in/night.dat").write_text(
        f"WIRE 1\nSTORM AHEAD|{body}\nno bar here\nUN|{body[::-1]}\nFerry|{body[9:]}\n"
    )
    assert run("check", "in", "--out", "out", "--jobs", "1", "--as-of", "2026-11-01", "--format", "tally") == 1
    assert "all-caps 1\n" in capsys.readouterr().out
    assert pq.read_table("out/articles.parquet")["source_format"].to_pylist() == ["wire"] * 3
    assert pq.read_table("out/rejects.parquet")["reason"].to_pylist() == ["no-bar"]
    found = [each for each in pq.read_table("out/findings.parquet").to_pylist() if each["check"] == "all-caps"]
    assert [(each["excerpt"], each["source_file"], each["source_line"]) for each in found] == [
        ("STORM AHEAD", "in/night.dat", 2)
    ]
    assert "all-caps" in (folder / "out/report.html").read_text(encoding="utf-8")


def test_the_configuration_and_the_help_know_a_check_of_a_third_party(night_desk, capsys):
    assert run("explain", "all-caps") == 0
    assert "shortest = 4: Code points of a headline" in capsys.readouterr().out
    assert run("checks") == 0
    assert "Headlines that shout." in capsys.readouterr().out
    (night_desk.parent / "a.wire").write_text("WIRE 1\nUN|The council met.\n")
    settings = ("--set", "checks.all-caps.shortest=1", "--set", "checks.all-caps.severity=error")
    assert run("check", "a.wire", "--jobs", "1", "--select", "all-caps", "--as-of", "2026-11-01", *settings) == 1
    assert "all-caps" in capsys.readouterr().out
    assert run("check", "a.wire", "--jobs", "1", "--set", "checks.all-caps.longest=1") == 2
