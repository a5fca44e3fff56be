"""Bodies are read once for the screens of all checks: what a check finds is what it would have found alone."""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import registry
from copydesk.checks import BRIEF, Check
from copydesk.examine import FindKernel
from copydesk.rules import Rule
from copydesk.tables import ARTICLES

CASES = Path(__file__).parent / "checks"
SOUND = "The old crane came down on Friday, and the harbour was quiet for the first time in years. " * 4
CHECKS: tuple[Check, ...] = tuple(
    made for name in registry.names("checks") if (made := registry.check_class(name)()).body_screen is not None
)


@cache
def bodies() -> tuple[str, ...]:
    """The bodies of the cases of all checks that have a screen."""
    files = (CASES / f"{check.name().replace('-', '_')}.yaml" for check in CHECKS)
    cases = (case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"])
    found = {row.get("article_body") for case in cases for row in case.get("articles", ())}
    return tuple(sorted(each for each in found if each))


def batch(*texts: str | None) -> pa.RecordBatch:
    rows = [{"row": row, "key": str(row), "article_body": text} for row, text in enumerate(texts)]
    return pa.RecordBatch.from_pylist(rows, schema=ARTICLES)


def alone(check: Check, texts: pa.RecordBatch) -> list[tuple[int, str, int]]:
    hits = check.find("articles", texts, None).to_pylist()
    return sorted((hit["index"], hit["kind"], hit["count"]) for hit in hits)


def together(texts: pa.RecordBatch) -> dict[str, list[tuple[int, str, int]]]:
    found = FindKernel("articles", tuple(map(Rule, CHECKS)), {})(texts).to_pylist()
    return {
        check.name(): sorted((row["row"], row["kind"], row["count"]) for row in found if row["check"] == check.name())
        for check in CHECKS
    }


def test_some_checks_have_a_screen_and_bodies_to_try_it_on() -> None:
    assert len(CHECKS) > 2
    assert len(bodies()) > 20
    assert len(SOUND) > BRIEF


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name())
def test_no_screen_hides_a_case(check: Check) -> None:
    texts = batch(
        *bodies(), *(SOUND + each for each in bodies()), *(f"{SOUND}\n\n{each}\n\n{SOUND}" for each in bodies())
    )
    assert together(texts)[check.name()] == alone(check, texts)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_screen_hides_what_is_found(data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from(bodies()), st.text(max_size=30), st.just(SOUND))
    drawn = data.draw(st.lists(st.one_of(st.none(), st.lists(pieces, max_size=4).map("".join)), max_size=6))
    texts = batch(*(each.encode(errors="replace").decode() if each else None for each in drawn))
    found = together(texts)
    assert {check.name(): alone(check, texts) for check in CHECKS} == found
