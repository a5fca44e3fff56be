"""What names and values say of train, validation and test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.splits import SIDES, side, side_of_file, split_names


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("TRAIN", "train"),
        ("dev", "validation"),
        ("validation_matched", "validation"),
        ("test-clean", "test"),
        ("  Training   set ", "train"),
        ("Fold 3", "fold 3"),
        ("3", "3"),
        ("NOT-USED", None),
        ("n/a", None),
        ("  ", None),
        ("entraînement", "train"),
        ("テスト", "test"),
        ("latest", "latest"),
    ],
)
def test_sides(value: str, expected: str | None) -> None:
    assert side(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("data/train/a.txt", "train"),
        ("train.csv.gz", "train"),
        ("news_test-00001-of-00002.parquet", "test"),
        ("test/train.html", "test"),
        ("latest.csv", None),
        ("the-test-of-time.html", None),
        ("", None),
    ],
)
def test_sides_of_files(name: str, expected: str | None) -> None:
    assert side_of_file(name) == expected


def test_names_of_columns_the_surest_first() -> None:
    assert split_names(["fold", "Set", "LEWISSPLIT", "data_split", "headline", "dataset"]) == [
        "data_split",
        "Set",
        "fold",
        "LEWISSPLIT",
    ]


@given(st.text(max_size=40))
def test_a_side_has_one_name(text: str) -> None:
    found = side(text)
    assert found is None or side(found) == found
    assert side_of_file(text) in {None, *SIDES.values()}
