"""Two texts word by word: what is shared, what is swapped, and where it stands."""

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from copydesk.stories import compare
from copydesk.stories.compare import MEASURES, TEXTS, Comparer, hand
from copydesk.stories.options import STANDARD
from copydesk.stories.sketch import shingle_sizes, shingles
from copydesk.stories.words import words
from stories.prose import ENGLISH, nonsense


def compared(first: str, second: str, common: Any = ()) -> dict[str, Any]:
    """The measures of one pair; `common` are shingles that stand in many stories."""
    texts = pa.table([[0, 0], [0, 1], [[], [0]], [first, second]], schema=TEXTS).to_batches()[0]
    made = Comparer(STANDARD, np.sort(np.asarray(common, np.uint64)), np.uint64(1))(texts)
    assert made.schema == MEASURES
    (row,) = made.to_pylist()
    return row


def shown(text: str, spans: list[dict[str, int]]) -> list[str]:
    return [text[span["start"] : span["end"]] for span in spans]


def test_the_same_text() -> None:
    row = compared(ENGLISH, ENGLISH)
    assert row["jaccard"] == row["facts_overlap"] == row["shingles_shared"] == 1
    assert row["shared_low"] == row["words_low"] == row["shared_high"]
    assert row["head_low"] == row["tail_low"] == row["numbers_swapped"] == row["long_low"] == 0
    assert shown(ENGLISH, row["spans_low"]) == [ENGLISH.rstrip(".")]


def test_nothing_in_common() -> None:
    row = compared(nonsense(1, 80), nonsense(2, 80))
    assert row["jaccard"] == row["shared_low"] == row["shared_high"] == 0
    assert row["head_low"] == row["tail_low"] == row["words_low"]
    assert row["spans_low"] == row["spans_high"] == []


def test_single_changed_words_leave_the_rest_shared() -> None:
    other = ENGLISH.replace("by hand, metre", "slowly, metre").replace("museum", "gallery").replace("310", "290")
    row = compared(ENGLISH, other)
    assert row["words_low"] - row["shared_low"] == 4
    assert row["words_high"] - row["shared_high"] == 3
    assert (row["numbers_swapped"], row["names_swapped"], row["numbers_apart"]) == (1, 0, 1)
    assert "310" not in " ".join(shown(ENGLISH, row["spans_low"]))
    assert "tonnes of it" in " ".join(shown(other, row["spans_high"]))


def test_words_between_close_runs_are_found_though_shifted() -> None:
    first = nonsense(4, 40) + " seven lean cows walked slowly over a wooden bridge " + nonsense(5, 40)
    second = nonsense(4, 40) + " seven cows walked over a bridge " + nonsense(5, 40)
    row = compared(first, second)
    assert row["words_high"] == row["shared_high"]


def test_a_new_lead_is_one_long_stretch() -> None:
    row = compared(ENGLISH, nonsense(7, 50) + " " + ENGLISH)
    assert row["long_high"] == row["head_high"] == words(pa.array([nonsense(7, 50)])).count[0]
    assert row["long_low"] == 0


def test_boilerplate_counts_only_where_there_is_little_else() -> None:
    footer = nonsense(8, 80)
    text = words(pa.array([footer]))
    common = shingles(text, shingle_sizes(text, STANDARD)) >> np.uint64(1)
    row = compared(nonsense(1, 80) + " " + footer, nonsense(2, 80) + " " + footer, common)
    assert row["shared_low"] < 20
    assert row["words_low"] < 110
    row = compared(footer, footer, common)
    assert row["shared_low"] == row["words_low"] == words(pa.array([footer])).count[0]


def test_texts_without_words() -> None:
    row = compared("", "…")
    assert row["words_low"] == row["words_high"] == row["jaccard"] == row["facts"] == 0


def test_each_block_gets_the_texts_that_its_pairs_need_once() -> None:
    kernel = hand(np.array([0, 0, 2, 3]), np.array([1, 2, 4, 4]), np.array([10, 11, 12, 13, 14]))
    batch = pa.RecordBatch.from_pydict({"row": [14, 10, 99, 12], "article_body": ["e", "a", "x", "c"]})
    assert kernel(batch).to_pylist() == [
        {"block": 0, "rank": 4, "partners": [2, 3], "article_body": "e"},
        {"block": 0, "rank": 0, "partners": [], "article_body": "a"},
        {"block": 0, "rank": 2, "partners": [0], "article_body": "c"},
    ]


def test_pairs_of_one_chain_are_of_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "BLOCK_PAIRS", 2)
    kernel = hand(np.array([0, 1, 2, 3]), np.array([2, 3, 4, 5]), np.arange(6))
    texts = kernel(pa.RecordBatch.from_pydict({"row": np.arange(6), "article_body": list("abcdef")}))
    assert [(row["block"], row["rank"]) for row in texts.to_pylist()] == [
        (0, 0),
        (0, 2),
        (0, 4),
        (1, 1),
        (1, 3),
        (1, 5),
    ]
