"""Scopes and waivers: which rows they take, what they allow, and what is said of them."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from copydesk import waivers
from copydesk.errors import ConfigError
from copydesk.model import Scope
from copydesk.renderers import json as report_json
from copydesk.scopes import NONE, matching

CUT = "The council voted on Tuesday to rebuild the old market hall, although the…"
BODY = "\n\n".join(
    f"The {word} market hall of Northgate will be rebuilt by the spring, the council said on Tuesday evening."
    for word in ("old", "red", "great", "second", "last")
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def check(*arguments: str | Path, as_of: str = "2026-11-01") -> int:
    return run("check", *arguments, "--jobs", "1", "--as-of", as_of, "--select", "short-body,row-count")


def articles(folder: Path, name: str, source: str, language: str, short: int, whole: int) -> None:
    """A file of articles of one source, some with a body that is too short."""
    (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {
            "headline": f"{source} {number}",
            "article_body": "Too short." if number < short else f"{source} {number}. {BODY}",
            "uri": f"https://{source}/{number}",
            "publisher": source,
            "in_language": language,
            "date_published": "2026-10-01",
        }
        for number in range(short + whole)
    ]
    (folder / "data" / name).write_text(json.dumps(rows))


@pytest.fixture
def desk(folder: Path) -> Path:
    articles(folder, "wire/a.json", "wire.example", "en", 3, 7)
    articles(folder, "desk/b.json", "desk.example", "de-AT", 1, 9)
    return folder


def report(out: str = "out"):
    return report_json.parse(Path(out, "report.json").read_text())


def outcomes(out: str = "out") -> set[tuple[str | None, str, int, int, int, bool]]:
    short = next(each for each in report(out).checks if each.check == "short-body")
    return {
        (each.scope, str(each.severity), each.rows, each.failing, each.allowed, each.passed) for each in short.outcomes
    }


@pytest.mark.parametrize(
    "scope",
    [
        'source = "wire.*"',
        'path = "wire/"',
        'language = ["en"]',
        'source = "*"\npath = "**/a.json"',
        'path = "data/wire"',
    ],
)
def test_a_scope_has_severity_and_limits_of_its_own(desk, scope):
    (desk / "copydesk.toml").write_text(
        f'[checks.short-body]\nseverity = "error"\n[[checks.short-body.scope]]\n{scope}\nseverity = "warning"\n'
        "max_share = 0.3\n"
    )
    assert check("data", "--out", "out") == 1
    named = next(each.policy for each in report().checks if each.check == "short-body").scopes[0].name
    assert outcomes() == {(None, "error", 10, 1, 0, False), (named, "warning", 10, 3, 3, True)}
    found = pq.read_table("out/findings.parquet", columns=["source", "severity", "scope"]).to_pylist()
    assert {(each["source"], each["severity"], each["scope"]) for each in found} == {
        ("wire.example", "warning", named), ("desk.example", "error", None),
    }  # fmt: skip


def test_the_first_scope_that_fits_takes_the_row_and_no_row_is_judged_twice(desk, capsys):
    (desk / "copydesk.toml").write_text(
        """
[checks.short-body]
severity = "error"
max_count = 5
[[checks.short-body.scope]]
language = "de"
max_count = 0
[[checks.short-body.scope]]
source = ["desk.example", "wire.example"]
max_share = 0.2
"""
    )
    assert check("data", "--out", "out") == 1
    assert outcomes() == {
        ("language de", "error", 10, 1, 0, False),
        ("source desk.example or wire.example", "error", 10, 3, 2, False),
    }
    assert "3 of 10 articles (source desk.example or wire.example) fail" in capsys.readouterr().out


def test_what_is_wrong_with_the_whole_dataset_blocks_though_scopes_take_all_of_its_sources(desk, capsys):
    (desk / "copydesk.toml").write_text(
        "[checks.row-count]\nminimum = 100\n[[checks.row-count.scope]]\n"
        'source = ["wire.example", "desk.example"]\nmax_count = 5\n'
    )
    assert check("data", "--out", "out") == 1
    assert "row-count: 2 of 2 sources fail" in capsys.readouterr().out


def test_a_source_that_is_gone_blocks_in_the_scope_that_takes_it(desk):
    articles(desk, "wire/a.json", "wire.example", "en", 0, 60)
    assert run("load", "data", "--out", "before", "--jobs", "1", "-q") == 0
    (desk / "data/wire/a.json").unlink()
    (desk / "copydesk.toml").write_text(
        '[[checks.drift.scope]]\nsource = "wire.*"\nseverity = "error"\n[checks.drift]\nseverity = "info"\n'
    )
    chosen = ("--jobs", "1", "--as-of", "2026-11-01", "--select", "drift")
    assert run("check", "data", "--against", "before", *chosen) == 1


@given(
    sources=st.lists(st.none() | st.sampled_from(["a.example", "b.example", "ä"]), max_size=8),
    languages=st.lists(st.none() | st.sampled_from(["de", "de-AT", "DE_ch", "den", "en"]), max_size=8),
)
def test_each_row_belongs_to_the_first_scope_that_it_matches(sources, languages):
    length = min(len(sources), len(languages))
    scopes = (Scope(source=("a.*",), language=("de",)), Scope(language=("de", "en")), Scope(source=("?",)))
    columns = {"source": pa.array(sources[:length], pa.string()), "language": pa.array(languages[:length], pa.string())}
    expected = []
    for source, language in zip(sources[:length], languages[:length], strict=True):
        german = language in {"de", "de-AT", "DE_ch"}
        fits = [source == "a.example" and german, german or language == "en", source == "ä"]
        expected.append(fits.index(True) if True in fits else NONE)
    assert matching(scopes, columns, ()).tolist() == expected


def test_a_pattern_for_a_column_that_a_table_lacks_takes_nothing():
    rejects = {"path": pa.array(["x/a.json"])}
    assert matching((Scope(language=("de",)),), rejects, ()).tolist() == [NONE]
    assert np.all(matching((Scope(path=("x/",)),), rejects, ()) == 0)


WAIVER = """
[[waiver]]
check = "short-body"
where = {{ {where} }}
reason = "Agreed with the desk."
owner = "desk@desk.example"
until = 2026-11-01
"""


@pytest.mark.parametrize(
    "where",
    [
        'source = ["wire.example", "desk.example"]',
        'glob = "*.json"',
        'source = "*.example", glob = ["wire", "data/desk/"]',
        "uri = [{uris}]",
        "fingerprint = [{prints}]",
    ],
)
def test_a_waiver_holds_through_its_last_day_and_no_longer(desk, where):
    (desk / "copydesk.toml").write_text('[checks.short-body]\nseverity = "error"\n')
    assert check("data", "--out", "first") == 1
    found = pq.read_table("first/findings.parquet").to_pylist()
    lists = {
        name: ", ".join(f'"{each[key]}"' for each in found)
        for name, key in (("uris", "uri"), ("prints", "fingerprint"))
    }
    (desk / "waivers.toml").write_text(WAIVER.format(where=where.format(**lists)))
    assert check("data", "--waivers", "waivers.toml", "--out", "out") == 0
    (use,) = report().waivers
    assert (use.state, use.findings, use.line) == ("active", 4, 2)
    assert next(each for each in report().checks if each.check == "short-body").counts["waived"] == 4
    assert pq.read_table("out/findings.parquet")["waiver"].to_pylist() == [0] * 4
    assert check("data", "--waivers", "waivers.toml", "--out", "late", as_of="2026-11-02") == 1
    (use,) = report("late").waivers
    assert (use.state, use.findings) == ("expired", 4)


def test_what_is_wrong_with_a_waiver_is_said(desk, capsys):
    (desk / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "short-body"\nwhere = { source = "wire.example" }\n'
        '[[waiver]]\ncheck = "row-count"\nwhere = { uri = "https://nobody.example/" }\nreason = "x"\n'
        '[[waiver]]\ncheck = "short-body"\nwhere = { source = "desk.example" }\nreason = "y"\nuntil = 2026-01-01\n'
    )
    assert check("data", "--waivers", "waivers.toml") == 0
    told = capsys.readouterr().out
    assert "source wire.example (line 1): waives 3 findings without an end. No reason is given." in told
    assert "uri https://nobody.example/ (line 4): matches no finding; it can go." in told
    assert "ended on 2026-01-01; 1 finding that it covered counts again." in told


def test_a_finding_names_the_first_waiver_that_covers_it(desk):
    ended, other, whole = (
        f'[[waiver]]\ncheck = "short-body"\nwhere = {{ source = "{source}" }}\nreason = "x"\n{until}'
        for source, until in (("*", "until = 2026-01-01\n"), ("desk.example", ""), ("*", ""))
    )
    (desk / "waivers.toml").write_text(ended + other + whole)
    assert check("data", "--waivers", "waivers.toml", "--out", "out") == 0
    found = pq.read_table("out/findings.parquet").select(["source", "waiver"]).to_pylist()
    assert {(each["source"], each["waiver"]) for each in found} == {("desk.example", 1), ("wire.example", 2)}
    shown = [each.waiver for one in report().checks for each in one.sample]
    assert sorted(each for each in shown if each is not None) == [1, 2, 2, 2]


def test_a_waived_fault_is_not_told_to_be_fixed(desk):
    (desk / "copydesk.toml").write_text('[checks.short-body]\nseverity = "error"\n')
    check("data", "--out", "first")
    assert run("baseline", "first", "-q") == 0
    (desk / "waivers.toml").write_text(WAIVER.format(where='source = "*"'))
    check("data", "--waivers", "waivers.toml", "--baseline", "copydesk-baseline.txt", "--out", "out")
    used = report().baseline
    assert used
    assert (used.known, dict(used.fixed)) == (0, {})
    assert run("baseline", "out", "-q") == 0
    assert len((desk / "copydesk-baseline.txt").read_text().splitlines()) == 1, "waived findings are not known ones"


def test_the_configuration_names_baseline_and_waivers_from_its_own_folder(desk, monkeypatch):
    (desk / "copydesk.toml").write_text('[checks.short-body]\nseverity = "error"\n')
    assert check("data", "--out", "first") == 1
    assert run("baseline", "first", "-q", "--write", "known.txt") == 0
    (desk / "waivers.toml").write_text(WAIVER.format(where='source = "wire.example"'))
    (desk / "copydesk.toml").write_text(
        'baseline = "known.txt"\nwaivers = "waivers.toml"\n[checks.short-body]\nseverity = "error"\n'
    )
    monkeypatch.chdir(desk / "data")
    assert check(".", "--out", "../out") == 0
    monkeypatch.chdir(desk)
    made = report()
    assert made.baseline
    assert made.baseline.file == "../known.txt"
    assert [use.findings for use in made.waivers] == [3]
    assert check("data", "--set", "baseline=", "--set", "waivers=") == 1
    (desk / "other.txt").write_text((desk / "known.txt").read_text().splitlines()[0] + "\n")
    assert check("data", "--baseline", "other.txt") == 1, "what is named on the command line holds"


def test_a_file_that_the_configuration_names_is_there(desk, capsys):
    (desk / "copydesk.toml").write_text('sample = 3\nbaseline = "nowhere.txt"\n')
    assert check("data") == 2
    assert "copydesk.toml:2: baseline: there is no file 'nowhere.txt'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[waiver]]\ncheck = "short-bdy"\nwhere = { uri = "x" }\n', [":2", "short-bdy", "Did you mean 'short-body'?"]),
        ('[[waiver]]\ncheck = "short-body"\n', [":1", "lacks where"]),
        ('[[waiver]]\ncheck = "short-body"\nwhere = { glob = "[z-a]" }\n', [":3", "'[z-a]' can name no file"]),
        ('[[waiver]]\ncheck = "short-body"\nwhere = {}\n', [":3", "Name at least one of uri"]),
        ('[[waiver]]\ncheck = "short-body"\nwhere = { url = "x" }\n', [":3", "waiver[1].where.url", "'uri'"]),
        ('[[waivers]]\ncheck = "short-body"\n', [":1", "unknown key 'waivers'", "'waiver'"]),
        ('[[waiver]]\ncheck = "short-body"\nwhere = { uri = "x" }\nuntil = "soon"\n', [":4", "'soon' is no date"]),
        ('[[waiver]]\ncheck = "short-body"\nwhere = { uri = 3 }\n', [":3", "must be a text or a list", "is 3"]),
    ],
)
def test_a_faulty_waiver_is_bad_use_and_named(folder, text, says):
    (folder / "w.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        waivers.read(folder / "w.toml")
    assert all(each in str(caught.value) for each in says), str(caught.value)


def test_a_waiver_without_an_end_never_ends():
    waiver = waivers.Waiver("short-body", {"uri": ("x",)}, None, None, None, None)
    assert waiver.active(date.max)
