"""Checks that need columns which only some datasets have: found by name and value, and said if there are none."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

import copydesk
from copydesk.config import Config
from stories.prose import ENGLISH, JAPANESE, nonsense

OTHERS = [nonsense(seed, 90) for seed in range(3)]
BODIES = [ENGLISH, OTHERS[0], ENGLISH.upper(), JAPANESE, OTHERS[1], JAPANESE, OTHERS[2]]
SPLIT = ["train", "test", "test", "train", "test", "dev", "train"]


def checked(columns: Mapping[str, Any], **settings: Any) -> copydesk.Report:
    frame = pd.DataFrame({"headline": [f"H{number}" for number in range(len(BODIES))], "text": BODIES, **columns})
    names = ("duplicate-story", "split-leak", "conflicting-label")
    return copydesk.check(frame, Config(**{"select": names, **settings}))


def told(report: copydesk.Report, check: str) -> list[tuple[int, str]]:
    rows = [row for row in report.findings.to_pylist() if row["check"] == check]
    return sorted((row["row"], row["field"]) for row in rows)


def state(report: copydesk.Report, check: str) -> str:
    return next(each.state for each in report.checks if each.check == check)


@pytest.mark.parametrize("name", ["split", "Subset", "data_split", "LEWISSPLIT"])
def test_a_column_of_splits_is_found(name: str) -> None:
    report = checked({"fold": range(len(BODIES)), name: SPLIT})
    assert told(report, "split-leak") == [(2, name), (5, name)]
    assert not [note for note in report.notes if "split-leak" in note]


def test_without_such_columns_nothing_is_run_and_that_is_said() -> None:
    report = checked({"set": ["a", "b"] * 3 + ["a"], "category": SPLIT})
    assert state(report, "split-leak") == state(report, "conflicting-label") == "not-run"
    split, label = sorted((note for note in report.notes if "was not run" in note), reverse=True)
    assert split.startswith("split-leak was not run: no column, and no names of files,")
    assert (
        label == 'conflicting-label was not run: no column of labels is named; set "checks.conflicting-label.column".'
    )
    assert state(report, "duplicate-story") == "failed"


def test_a_named_column_may_be_mapped_to_a_field() -> None:
    report = checked({"category": SPLIT}, options={"conflicting-label": {"column": "category"}})
    (one, field), (two, _) = told(report, "conflicting-label")
    assert one in {0, 2}
    assert two in {3, 5}
    assert field == "article_section"
    report = checked({"category": SPLIT}, options={"split-leak": {"column": "category"}})
    assert told(report, "split-leak") == [(2, "article_section"), (5, "article_section")]


@pytest.mark.parametrize("check", ["split-leak", "conflicting-label"])
def test_a_named_column_that_is_not_there_is_said(check: str) -> None:
    report = checked({"split": SPLIT}, options={check: {"column": "spilt"}})
    assert state(report, check) == "not-run"
    assert any("'spilt'" in note for note in report.notes if check in note)


def test_copies_are_sought_for_whichever_check_needs_them() -> None:
    report = checked({"split": SPLIT}, ignore=("duplicate-story",))
    assert told(report, "split-leak") == [(2, "split"), (5, "split")]
    report = checked({"set": range(len(BODIES))}, ignore=("duplicate-story",))
    assert report.stories.num_rows == 0


def test_names_of_files_tell_splits_if_one_is_for_training(tmp_path) -> None:
    frame = pd.DataFrame({"headline": "H", "text": BODIES})
    frame[:3].to_json(tmp_path / "train.jsonl", orient="records", lines=True)
    frame[2:].to_json(tmp_path / "test.jsonl", orient="records", lines=True)
    config = Config(select=("split-leak",))
    report = copydesk.check(str(tmp_path), config)
    # test.jsonl comes first: its copy is row 0, and both ENGLISH of train.jsonl are copies
    assert told(report, "split-leak") == [(0, "source_file")]
    (tmp_path / "train.jsonl").rename(tmp_path / "validation.jsonl")
    assert state(copydesk.check(str(tmp_path), config), "split-leak") == "not-run"
