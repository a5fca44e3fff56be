"""Checks that need columns which only some datasets have: found by name and value, and said if there are none."""

from collections.abc import Mapping, Sequence
from datetime import date
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


STORY = {"headline": "The quay reopens", "text": ENGLISH}
DATE_CHECKS = (
    *("ambiguous-date", "conflicting-source-dates", "contradictory-date", "date-spike"),
    *("future-date", "nonstandard-date", "unreadable-date"),
)


def looked(rows: Sequence[Mapping[str, Any]], *select: str) -> copydesk.Report:
    return copydesk.check(pd.DataFrame(rows), Config(select=select, as_of=date(2026, 11, 1)))


def test_a_check_whose_fields_are_empty_in_all_rows_was_not_run_and_that_is_said() -> None:
    report = looked([STORY, STORY], "short-body", "truncated-teaser", "missing-field", *DATE_CHECKS)
    assert {each.check for each in report.checks if each.state == "not-run"} == {"truncated-teaser", *DATE_CHECKS}
    assert report.notes == (
        f"{', '.join(DATE_CHECKS)} were not run: no article has date_published or date_modified.",
        "truncated-teaser was not run: no article or teaser has description or headline.",
    )
    assert state(report, "missing-field") == "failed"
    assert (report.verdict, report.exit_status) == ("passed", 0)


@pytest.mark.parametrize(
    ("more", "check"),
    [
        ({"date": "2026-10-01"}, "future-date"),
        ({"date": "no day at all"}, "future-date"),
        ({"date_modified": "2026-10-01"}, "date-spike"),
        ({"description": "It is open again."}, "truncated-teaser"),
        ({}, "boilerplate"),
        ({}, "row-count"),
        ({}, "rejected-record"),
        ({}, "schema-violation"),
    ],
)
def test_one_row_that_has_a_field_is_enough(more: Mapping[str, str], check: str) -> None:
    report = looked([STORY, {**STORY, **more}], check)
    assert state(report, check) == "passed"
    assert not [note for note in report.notes if "not run" in note]


def test_a_run_of_checks_that_had_nothing_to_look_at_is_not_to_be_trusted() -> None:
    report = looked([STORY], "future-date", "duplicate-uri")
    assert (report.verdict, report.exit_status) == ("untrusted", 3)
    assert report.reasons == (
        "Nothing could be checked: there was no row to look at for duplicate-uri, future-date. Select more checks.",
        "duplicate-uri was not run: no article has uri.",
        "future-date was not run: no article has date_published or date_modified.",
    )


def test_without_an_article_that_alone_is_told() -> None:
    report = looked([{"headline": None, "text": None}], "future-date", "short-body")
    assert report.verdict == "untrusted"
    assert not [each for each in (*report.notes, *report.reasons) if "not run" in each]
