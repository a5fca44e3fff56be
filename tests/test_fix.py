"""What `copydesk fix` puts right, what it leaves alone, and that fixing again changes nothing."""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import run
from copydesk import registry
from copydesk.checks import Check, Hit, hits
from copydesk.checks.markup_residue import MarkupResidue
from copydesk.checks.mojibake import Mojibake
from copydesk.checks.odd_characters import OddCharacters
from copydesk.checks.outlet_tag import OutletTag
from copydesk.errors import CheckCrashedError
from copydesk.fixing import CHANGES, FixKernel, column
from copydesk.language import characters, markup
from copydesk.language.mojibake import misread
from copydesk.model import Evidence, Target
from copydesk.rules import Rule
from copydesk.tables import ARTICLES, DATES

SEEDS = Path(__file__).parents[1] / "seeds"
BODY = (
    "The night ferry left the quay of Northgate at six in the morning with forty passengers and a cargo of apples on "
    "board, said the harbour master, who had waited for the day since the great storm of March."
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(out: str, name: str) -> list[dict[str, Any]]:
    return pq.read_table(Path(out) / f"{name}.parquet").to_pylist()


def fixed(
    *articles: Mapping[str, Any], more: tuple[str, ...] = ()
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The articles as they are after a fix, and the changes."""
    Path("in.json").write_text(json.dumps([{"article_body": BODY, "headline": "Ferry", **each} for each in articles]))
    assert run("load", "in.json", "--out", "in", "--jobs", "1", "-q") == 0
    assert run("fix", "in", "--out", "out", "--jobs", "1", "-q", *more) == 0
    return rows("out", "articles"), rows("out", "changes")


def same_bytes(one: str, other: str) -> None:
    files = [sorted(Path(each).iterdir(), key=lambda file: file.name) for each in (one, other)]
    assert [file.name for file in files[0]] == [file.name for file in files[1]]
    for first, second in zip(*files, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name


def test_fixing_twice_is_fixing_once_byte_for_byte(folder):
    assert run("load", SEEDS, "--out", "in", "--jobs", "1", "-q") == 0
    assert run("fix", "in", "--out", "once", "--jobs", "1", "-q") == 0
    assert run("fix", "in", "--out", "anew", "--jobs", "1", "-q") == 0
    assert run("fix", "once", "--out", "twice", "--jobs", "1", "-q") == 0
    same_bytes("once", "anew")
    same_bytes("once", "twice")
    assert {each["action"] for each in rows("once", "changes")} == {"changed", "removed"}


def test_nothing_else_is_touched(folder):
    assert run("load", SEEDS, "--out", "in", "--jobs", "1", "-q") == 0
    assert run("fix", "in", "--out", "out", "--jobs", "1", "-q") == 0
    changes = rows("out", "changes")
    for name in ("articles", "teasers", "rejects"):
        before = {row["row"]: row for row in rows("in", name)}
        own = [each for each in changes if each["table"] == name]
        gone = {each["row"] for each in own if each["action"] == "removed"}
        after = {row["row"]: row for row in rows("out", name)}
        if name != "teasers":
            assert set(before) - set(after) == gone
        touched = {(each["row"], column(each["field"])) for each in own if each["action"] == "changed"}
        found = {
            (number, field)
            for number, row in after.items()
            for field, value in row.items()
            if value != before[number][field] and field != "content_hash"
        }
        assert found == touched


def test_each_change_is_logged_with_what_was_before_and_after(folder):
    (article,), changes = fixed(
        {"headline": "R&amp;D\u00a0 at the zoo\u200b&nbsp;gate", "date_published": "Tue, 12/07/2016 - 14:17"}
    )
    assert article["headline"] == "R&D  at the zoo gate"
    assert article["date_published_raw"] == "2016-07-12T14:17"
    steps = [each for each in changes if each["field"] == "headline"]
    assert steps[0]["before"] == "R&amp;D\u00a0 at the zoo\u200b&nbsp;gate"
    assert steps[-1]["after"] == article["headline"]
    assert all(first["after"] == second["before"] for first, second in itertools.pairwise(steps))
    assert all(len(each["fingerprint"]) == 64 and each["message"] and each["source_file"] for each in changes)
    assert pq.read_schema("out/changes.parquet").equals(CHANGES)


def test_dates_stay_what_they_were_decided_to_be(folder):
    (article,), _ = fixed({"date_published": "Tue, 12/07/2016 - 14:17"})
    before = rows("in", "articles")[0]
    assert run("load", "out", "--out", "again", "--jobs", "1", "-q") == 0
    again = rows("again", "articles")[0]
    for name in ("date_published", "date_published_local", "date_published_precision", "date_published_tz"):
        assert article[name] == before[name] == again[name]


def test_of_exact_copies_the_representative_stays_with_its_teasers(folder):
    copies = [
        {"uri": "https://b.example/1", "date_published": "2026-03-02"},
        {"uri": "https://a.example/1", "date_published": "2026-03-01"},
        {"uri": "https://c.example/1", "date_published": "2026-03-03", "headline": "Another headline"},
    ]
    articles, changes = fixed(*copies)
    assert [each["uri"] for each in articles] == ["https://a.example/1", "https://c.example/1"]
    removed = [each for each in changes if each["action"] == "removed"]
    told = [(each["uri"], each["before"], each["after"]) for each in removed]
    assert told == [("https://b.example/1", "Ferry", None)]
    assert run("check", "out", "--jobs", "1", "--as-of", "2026-11-01", "-q", "--select", "row-count") == 0


def test_only_what_is_selected_is_fixed(folder):
    (article,), changes = fixed({"headline": "R&amp;D at\u00a0the zoo"}, more=("--select", "odd-characters"))
    assert article["headline"] == "R&amp;D at the zoo"
    assert {each["check"] for each in changes} == {"odd-characters"}


def test_a_folder_that_is_not_ours_is_bad_use(folder, capsys):
    (folder / "texts").mkdir()
    assert run("fix", "texts", "--out", "out") == 2
    assert "texts: is no folder that copydesk wrote" in capsys.readouterr().err
    assert run("load", SEEDS, "--out", "in", "--jobs", "1", "-q") == 0
    assert run("fix", "in", "--out", str(folder / "texts"), "-q") == 0, "an empty folder may be written"


def test_an_entity_is_decoded_and_what_only_looks_like_one_is_not():
    assert markup.mended("AT&amp;amp;T and R&section", "entity") == "AT&T and R&section"


@pytest.mark.parametrize("name", registry.names("checks"))
def test_what_a_check_can_fix_are_kinds_of_it(name):
    check = registry.check_class(name)
    assert check.fixable | check.removable <= set(check.kinds)
    if check.fixable:
        assert any(not check().key_of(table) for table in check.tables())


TEXT = st.lists(
    st.sampled_from(
        [
            "a",
            "Paris",
            " ",
            "&amp;",
            "&nbsp;",
            "amp;",
            "#39;",
            "\u00a0",
            "\u200b",
            "\u00ad",
            "\u2009",
            "&lt;b&gt;",
            "&",
            "12",
        ]
    ),
    max_size=14,
).map("".join)


@given(text=TEXT)
def test_a_fixed_text_has_nothing_left_to_fix(text):
    rules = (Rule(OddCharacters()), Rule(MarkupResidue()))
    batch = pa.RecordBatch.from_pylist([{"row": 0, "key": "k", "headline": text or "x"}], schema=ARTICLES)
    changes = FixKernel("articles", rules, {})(batch)
    done = changes["after"][-1].as_py() if changes.num_rows else text
    left = {*characters.odd(done)} & OddCharacters.fixable | {*markup.residues(done)} & MarkupResidue.fixable
    assert not left
    assert all(field not in DATES for field in changes["field"].to_pylist())


MISREAD = st.lists(
    st.sampled_from(
        ["CafÃ©", "donâ€™t", "ÃƒÂ©", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "锛氭柊闂", "Paris", " ", "\u0080", "Â\u00a0", "ï¿½", "a", "&amp;"]
    ),
    max_size=10,
).map("".join)


@given(text=MISREAD)
def test_a_text_that_is_read_again_is_not_misread(text):
    rules = (Rule(Mojibake()), Rule(OddCharacters()), Rule(MarkupResidue()))
    batch = pa.RecordBatch.from_pylist([{"row": 0, "key": "k", "headline": text or "x"}], schema=ARTICLES)
    changes = FixKernel("articles", rules, {})(batch)
    seen = misread(changes["after"][-1].as_py() if changes.num_rows else text)
    assert seen is None or seen.kind not in Mojibake.fixable


def test_a_long_text_is_read_again_whole(folder):
    """A finding suggests only short texts; the fix has all of it."""
    (article,), changes = fixed({"article_body": f"{BODY * 9} The cafÃ© donâ€™t mind."})
    assert article["article_body"] == f"{BODY * 9} The café don’t mind."
    assert [(each["check"], each["action"]) for each in changes] == [("mojibake", "changed")]


@pytest.mark.parametrize(
    ("headline", "right"),
    [
        ("Cranes leave the harbour | Port News", "Cranes leave the harbour"),
        ("Port News: Cranes leave the harbour", "Cranes leave the harbour"),
        ("Kräne verlassen den Hafen – Port News – Port News Online", "Kräne verlassen den Hafen"),
        ("クレーンが港を去る｜Port News", "クレーンが港を去る"),
        ("Cranes leave the harbour (AP)", "Cranes leave the harbour (AP)"),
        ("Cranes leave the harbour | Sport", "Cranes leave the harbour | Sport"),
    ],
)
def test_the_name_of_its_own_outlet_goes_from_a_headline(headline, right):
    row = {"row": 0, "key": "k", "headline": headline, "publisher": "Port News", "source": "Port News"}
    changes = FixKernel("articles", (Rule(OutletTag()),), {})(pa.RecordBatch.from_pylist([row], schema=ARTICLES))
    assert (changes["after"][-1].as_py() if changes.num_rows else headline) == right


@dataclass(frozen=True, kw_only=True)
class Restless(Check):
    """Headlines that are never right."""

    targets: ClassVar = (Target("articles", "headline"),)
    kinds: ClassVar = {"wrong": "It is wrong."}
    fixable: ClassVar = frozenset(("wrong",))

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        return hits(range(batch.num_rows), "headline", "wrong")

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:  # noqa: ARG002
        return Evidence("Wrong.", suggestion=row["headline"] + "!")


def test_a_check_that_never_comes_to_rest_is_named():
    batch = pa.RecordBatch.from_pylist([{"row": 0, "key": "k", "headline": "x"}], schema=ARTICLES)
    with pytest.raises(CheckCrashedError, match="restless"):
        FixKernel("articles", (Rule(Restless()),), {})(batch)
