"""What holds for every format: it survives any text, passes on nothing that acts, and says what it leaves out."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import registry, renderers
from copydesk.model import Status
from copydesk.renderers import _listing as listing
from copydesk.renderers import _logs as logs
from renderers import hostile, sample
from renderers.runner import ANYWHERE, orders

FORMATS = registry.names("renderers")
REPORTS = {"blocked": sample.report, "passed": sample.passed, "untrusted": sample.untrusted}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_nothing_of_the_data_acts(name, text):
    written = renderers.rendered(hostile.report(text), name)
    written.encode()
    assert not hostile.ACTIVE & set(written)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", hostile.TEXTS, ids=ascii)
def test_nothing_of_the_data_is_an_order_to_a_runner(name, text):
    found = list(orders(renderers.rendered(hostile.report(text), name)))
    own = ("::error file=", "::warning file=", "::notice file=") if name == "github" else ()
    assert [line for line in found if not line.startswith(own)] == []
    assert not any(ANYWHERE.search(line) for line in found)


@given(text=st.text(st.sampled_from("\n #:[]vso\ufe0f\xada"), max_size=40))
def test_no_text_is_an_order_to_a_runner(text):
    assert not list(orders(logs.broken(text)))
    assert not list(orders(logs.referred(text)))


@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_what_is_broken_up_in_json_stays_the_same_value(name):
    written = renderers.rendered(hostile.report("see ##[error]x ##vso[y]z"), name)
    assert "see ##[error]x ##vso[y]z" in str(json.loads(written))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25)
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_any_text_survives(name, text):
    written = renderers.rendered(hostile.report(text), name)
    written.encode()
    assert written == renderers.rendered(hostile.report(text), name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("made", REPORTS)
def test_every_format_says_how_every_run_ended(name, made):
    report = REPORTS[made]()
    assert renderers.rendered(report, name).strip() or report.verdict != "blocked"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"json"}))
def test_what_is_left_out_is_counted(name):
    few = [sample.finding("some-check", f"Fault {number}.", row=number) for number in range(60)]
    check = sample.result("some-check", *few, wants="", why="", remedy="", counts={"new": 7_000})
    written = renderers.rendered(replace(sample.report(), checks=(check,)), name)
    assert re.search(r"\b(7,000|6,9\d\d|69\d\d)\b", written)


@given(st.lists(st.integers(0, 50)), st.integers(0, 60))
def test_shares_are_fair_and_full(sizes, most):
    taken = listing.shares(sizes, most)
    assert all(0 <= one <= size for one, size in zip(taken, sizes, strict=True))
    assert sum(taken) == min(most, sum(sizes))
    cut = [one for one, size in zip(taken, sizes, strict=True) if one < size]
    assert not cut or max(taken) - min(cut) <= 1


def test_a_listing_takes_the_statuses_that_are_wanted():
    report = sample.report()
    everything = {each.check.check: len(each.findings) for each in listing.listings(report)}
    new = {each.check.check: len(each.findings) for each in listing.listings(report, [Status.NEW])}
    assert (everything["truncated-teaser"], new["truncated-teaser"]) == (9, 7)
    (odd,) = (each for each in listing.listings(report) if each.check.check == "odd-characters")
    assert odd.left_out == 57
    assert odd.rest == "57 further findings of odd-characters are not listed here."
