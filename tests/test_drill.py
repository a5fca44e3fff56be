"""Known faults through the gate: what is planted is caught, nothing else is cried about, and a gap in it shows."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import orjson
import pytest
from click.testing import CliRunner

from copydesk import registry
from copydesk.cli import cli
from copydesk.commands.drill import _lines
from copydesk.config import Config
from copydesk.drill import BLOCKS, OFF, TELLS, CheckDrill, Drilled, DrillReport, _where, drill
from copydesk.drills import Desk, drift, edits
from copydesk.errors import UntrustedError
from copydesk.run import Request
from copydesk.tables import ARTICLES

SEEDS = str(Path(__file__).parents[1] / "seeds")
AS_OF = date(2026, 11, 1)
CONFIG = Config(as_of=AS_OF)
SORT = Drilled("plain", "cut", planted=7, caught=7, least=0.9, missed=())


@pytest.fixture(scope="module")
def seeds() -> DrillReport:
    return drill(Request((SEEDS,), CONFIG))


def test_what_is_planted_in_the_seeds_is_caught(seeds: DrillReport) -> None:
    assert not seeds.failed
    for each in seeds.checks:
        assert all(fault.enough for fault in each.faults), each
    assert sum(each.planted for each in seeds.checks) > 200
    assert {each.gate for each in seeds.checks} >= {BLOCKS, TELLS}


def test_nothing_is_cried_about_where_nothing_was_planted(seeds: DrillReport) -> None:
    assert {each.check: each.cried for each in seeds.checks if each.cries} == {}


def test_each_check_has_a_drill() -> None:
    assert registry.names("drills") == registry.names("checks")


@pytest.mark.parametrize("name", registry.names("drills"))
def test_a_drill_bears_the_name_of_its_check_and_says_what_it_does(name: str) -> None:
    assert name in registry.names("checks")
    faults = registry.load("drills", name).FAULTS
    assert faults
    assert all(fault.does and fault.strength in ("gross", "plain", "subtle") for fault in faults)
    assert all(0 <= fault.least <= 1 for fault in faults)
    order = ["gross", "plain", "subtle"]
    assert [fault.strength for fault in faults] == sorted((fault.strength for fault in faults), key=order.index)


def test_a_check_that_is_switched_off_is_said_to_catch_nothing() -> None:
    config = replace(CONFIG, ignore=("truncated-teaser",), select=("truncated-teaser", "short-body"))
    made = {each.check: each for each in drill(Request((SEEDS,), config)).checks}
    assert made["truncated-teaser"].gate == OFF
    assert made["truncated-teaser"].planted > 0
    assert made["truncated-teaser"].caught == 0
    assert made["short-body"].gate == TELLS
    assert made["markup-residue"].gate == OFF


def test_the_same_seed_plants_the_same_and_another_seed_others() -> None:
    config = replace(CONFIG, options={"short-body": {"min_words": 5}}, select=("short-body",))
    first, again, other = (drill(Request((SEEDS,), config), seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_version_that_lost_something_is_told_from_the_one_before(tmp_path: Path) -> None:
    towns = {"vale.example": 150, "fjord.example": 70, "quay.example": 55}
    stories = [
        {
            "headline": f"Story {number} of {town}",
            "article_body": " ".join(f"{word}{number * 7 + turn}" for turn in range(9) for word in ("ferry", "quay")),
            "publisher": town,
            "author": "A. Writer",
            "url": f"https://{town}/{number}",
        }
        for town, count in towns.items()
        for number in range(count)
    ]
    file = tmp_path / "stories.jsonl"
    file.write_bytes(b"\n".join(map(orjson.dumps, stories)))
    made = drill(Request((str(file),), replace(CONFIG, select=("drift",))))
    (drift,) = (each for each in made.checks if each.check == "drift")
    assert [(each.planted, each.caught) for each in drift.faults] == [(1, 1), (2, 2), (1, 1), (1, 1)]
    assert drift.cries == 0


def test_a_gate_that_misses_what_it_blocks_on_fails(tmp_path: Path) -> None:
    settings = ["--set", "checks.short-body.severity=error", "--set", "checks.short-body.min_words=3"]
    chosen = ["drill", SEEDS, "--as-of", "2026-11-01", "--select", "short-body", *settings, "--jobs", "1"]
    told = CliRunner().invoke(cli, chosen, standalone_mode=False)
    assert told.return_value == 1 or told.exit_code == 1
    assert "FAILED: short-body missed more than it may." in told.output
    assert re.search("plain: eight words: 0 of [1-9][0-9]*; stated 90%", told.output)
    assert "missed at " in told.output
    assert not any(tmp_path.iterdir())


def test_what_a_waiver_or_the_baseline_lets_pass_is_not_caught(tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.toml"
    waiver = '[[waiver]]\ncheck = "error-page"\nwhere = { glob = "**" }\nreason = "We know."\n'
    waivers.write_text(waiver)
    config = replace(CONFIG, waivers=waivers, select=("error-page",), ignore=())
    (made,) = (each for each in drill(Request((SEEDS,), config)).checks if each.check == "error-page")
    assert made.planted == made.waived > 0
    assert (made.caught, made.known, made.cries) == (0, 0, 0)
    assert not made.failed
    chosen = ["drill", SEEDS, "--as-of", "2026-11-01", "--select", "error-page", "--waivers", str(waivers)]
    told = CliRunner().invoke(cli, chosen, standalone_mode=False).output
    assert f"error-page                    0 of {made.planted:<4} caught  blocks, {made.waived} waived" in told


def test_a_finding_that_is_too_light_to_block_is_told(seeds: DrillReport) -> None:
    (made,) = (each for each in seeds.checks if each.check == "contradictory-date")
    changed = made.faults[0]
    assert made.gate == BLOCKS
    assert changed.caught == changed.light > 0


@pytest.mark.parametrize(
    ("checks", "headline"),
    [
        ((), "The gate was not tried: no check that blocks was drilled."),
        (
            (CheckDrill("a", OFF, (SORT,)), CheckDrill("b", TELLS, (SORT,))),
            "The gate was not tried: no check that blocks",
        ),
        ((CheckDrill("a", BLOCKS),), "The gate was not tried: no check that blocks was drilled."),
        ((CheckDrill("a", BLOCKS, (SORT,)), CheckDrill("b", TELLS)), "The gate holds."),
        ((CheckDrill("a", BLOCKS, (replace(SORT, light=1),)),), "the gate blocks on 6 of 7 faults that it should"),
        (
            (CheckDrill("a", BLOCKS, (replace(SORT, caught=5, least=0.5),)),),
            "blocks on 5 of 7 faults",
        ),
        (
            (CheckDrill("a", BLOCKS, (replace(SORT, caught=6, waived=1),)),),
            "the gate blocks on 6 of 7 faults that it should",
        ),
        ((CheckDrill("a", BLOCKS, (replace(SORT, caught=1),)),), "FAILED: a missed more than it may."),
    ],
)
def test_the_gate_holds_only_if_all_that_it_should_block_is_caught(checks, headline) -> None:
    assert headline in next(_lines(DrillReport(checks, 9, 9, 0)))


def test_what_is_told_and_not_blocked_is_not_caught() -> None:
    made = (CheckDrill("a", BLOCKS, (replace(SORT, light=3),)), CheckDrill("b", TELLS, (replace(SORT, light=7),)))
    told = list(_lines(DrillReport(made, 1, 1, 0)))
    assert told[1].startswith("Drilled over 1 article, seed 0")
    assert "4 of 7    caught  blocks, 3 told, not blocked" in told[3]
    assert "4 of 7, 3 told, not blocked" in told[4]
    assert "7 of 7    told    tells, and lets pass" in told[5]


def test_places_that_are_left_out_are_counted() -> None:
    fault = replace(SORT, caught=1, missed=("x", "y", "z"))
    told = list(_lines(DrillReport((CheckDrill("a", BLOCKS, (fault,), 5, ("p", "q")),), 1, 1, 0)))
    assert [each.strip() for each in told[-7:]] == [
        *("missed at x", "missed at y", "missed at z", "and 3 more"),
        *("cried at p", "cried at q", "and 3 more"),
    ]


def test_a_source_without_a_name_is_not_a_dot() -> None:
    desk = Desk({}, Random(1), AS_OF, {}, {})  # noqa: S311
    places = (("dataset", None, each) for each in (None, ".", "a.example"))
    assert [_where(place, desk) for place in places] == ["the dataset", "the source without a name", "source a.example"]


def test_a_check_that_is_not_drilled_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"headline": "Ferry returns", "article_body": "The ferry is back."}')
    told = CliRunner().invoke(cli, ["drill", str(tmp_path), "--select", "error-page"], standalone_mode=False).output
    assert (
        "truncated-body                                  not drilled: there are no articles of 200 characters" in told
    )


def test_without_articles_there_is_nothing_to_drill(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("bad")
    with pytest.raises(UntrustedError, match=r"no article.*\n.*bad.jsonl: the line is not JSON"):
        drill(Request((str(tmp_path),), CONFIG))


def test_a_row_takes_one_fault_and_rows_with_findings_none() -> None:
    rows = {"articles": [{"headline": str(number)} for number in range(10)]}
    desk = Desk(rows, Random(1), AS_OF, {"articles": {3}}, {})  # noqa: S311
    plant = edits(lambda _row, _random: {"headline": "spoilt"})
    first, second = plant(desk, 4), plant(desk, 9)
    places = [place.row for place in (*first, *second)]
    assert len(first) == 4
    assert sorted(place for place in places if place is not None) == [0, 1, 2, 4, 5, 6, 7, 8, 9]
    assert rows["articles"][0] == {"headline": "0"}


def test_what_a_new_layout_hides_are_fields_of_articles() -> None:
    assert set(drift.FIELDS) <= set(ARTICLES.names)
