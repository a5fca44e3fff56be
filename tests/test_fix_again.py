"""Fixing twice is fixing once, byte for byte, whatever is wrong with the articles of a folder."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command import run

OUTLETS = ("Northgate Courier", "Quay & Post", "港新聞")
BODIES = (
    "The night ferry left the quay of Northgate at six with forty passengers on board, said the harbour master.",
    "Der Hafen bleibt bis Juni geschlossen, sagte die Bürgermeisterin. Die Fähren halten so lange am alten Steg.",
    "港は六月まで閉鎖される。フェリーは古い桟橋に着く。",
)
FRAGMENTS = st.sampled_from(
    [
        *(
            "&amp;",
            "&amp;amp;quot;",
            "&quot;",
            "&amp;nbsp;",
            "so#39;s",
            " amp; ",
            "&lt;b&gt;",
            "<br />",
            "&#8217;",
            "&shy;",
        ),
        *(
            "&Atilde;&copy;",
            "\u00a0",
            "\u200b",
            "\u00ad",
            "\u2009",
            "\ufeff",
            "\u202f",
            "\u202e",
            "\x85",
            "\x00",
            "&",
            ";",
        ),
        *(
            "CafÃ©",
            "donâ€™t",
            "ÃƒÂ©",
            "Ð¿Ñ€Ð¸Ð²ÐµÑ‚",
            "Â\u00a05",
            "Ã\u00a0",
            "ï¿½",
            "Ã&copy;",
            "Ã&amp;copy;",
            "CafÃ\u200b©",
        ),
        *("港", "порт", "a", " ", "\n\n", "...", "39;", "mp;"),
    ]
)
FAULTS = st.lists(FRAGMENTS, max_size=6).map("".join)
TAGS = st.sampled_from(["", *(f"{bar}{name}" for name in OUTLETS for bar in (" | ", " - ", "\u00a0| ", " &ndash; "))])
DATES = st.sampled_from(
    [
        *(None, "12/07/2016", "13/07/2016", "Tue, 12 Jul 2016 10:00:00 +0000", "1468333020", "2016-07-12"),
        *("12. Juli 2016", "12 July 2016&nbsp;", "Wed, 12 Jul 2016", "2016-07-12T10:00:00+0000", "soon"),
    ]
)
ARTICLE = st.fixed_dictionaries(
    {
        "headline": st.tuples(st.sampled_from(["Ferry returns", "Fähre fährt", "港が開く"]), FAULTS, TAGS).map("".join),
        "article_body": st.tuples(st.sampled_from(BODIES), FAULTS, st.sampled_from(["", *BODIES])).map("".join),
        "publisher": st.sampled_from([None, *OUTLETS]),
        "in_language": st.sampled_from([None, "en", "de", "ja"]),
        "description": st.none() | FAULTS,
        "author": st.none() | st.lists(FAULTS, max_size=2),
        "date_published": DATES,
        "date_modified": DATES,
    }
)
FILES = st.lists(st.lists(ARTICLE, min_size=1, max_size=4), min_size=1, max_size=3)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(files=FILES, copies=st.integers(0, 2))
def test_fixing_twice_is_fixing_once(files: list[list[dict[str, Any]]], copies: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        (base / "data").mkdir()
        for number, articles in enumerate(files):
            written = articles + articles[:copies]
            (base / f"data/{number}.jsonl").write_text("\n".join(map(json.dumps, written)), encoding="utf-8")
        assert run("load", base / "data", "--out", base / "in", "--jobs", "1", "-q") == 0
        assert run("fix", base / "in", "--out", base / "once", "--jobs", "1", "-q") == 0
        assert run("fix", base / "once", "--out", base / "twice", "--jobs", "1", "-q") == 0
        once, twice = bytes_of(base / "once"), bytes_of(base / "twice")
        changes = [pq.read_table(base / name / "changes.parquet").num_rows for name in ("once", "twice")]
        assert changes[0] == changes[1], "fixing again changed something"
        assert [name for name in {*once, *twice} if once.get(name) != twice.get(name)] == []
