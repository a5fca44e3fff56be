"""The words that all renderers share."""

from dataclasses import replace
from datetime import date

import pytest

from copydesk.model import ExitStatus, Outcome, Past, Policy, Severity, Verdict
from copydesk.renderers import _words as words
from copydesk.renderers import _words_stories as stories
from renderers import sample


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "0%"),
        (0, 9, "0%"),
        (9, 9, "100%"),
        (1, 3, "33.3%"),
        (1, 2, "50%"),
        (1, 100_000, "<0.1%"),
        (99_999, 100_000, ">99.9%"),
        (999, 1000, "99.9%"),
        (1, 1000, "0.1%"),
    ],
)
def test_share_never_rounds_to_none_or_all(part, whole, said):
    assert words.share(part, whole) == said


@pytest.mark.parametrize(
    ("count", "many", "said"),
    [
        (1, "stories", "1 story"),
        (2, "stories", "2 stories"),
        (1, "articles", "1 article"),
        (1234, "info", "1,234 info"),
    ],
)
def test_plural(count, many, said):
    assert words.plural(count, many) == said


def test_verdict_counts_the_checks_that_block():
    assert words.verdict(sample.report()) == "Blocked by 2 of 9 checks"
    assert words.tally(sample.report()) == "2 blocked, 1 over limit, 5 passed, 1 not run"


def test_verdict_of_warnings_that_block():
    assert words.verdict(replace(sample.report(), fail_on="warning")) == "Blocked by 3 of 9 checks"


def test_verdict_of_one_check():
    one = replace(sample.report(), checks=sample.report().checks[1:2])
    assert words.verdict(one) == "Blocked by 1 of 1 check"


def test_verdict_passed():
    assert words.verdict(sample.passed()) == "Passed: 1 check within its limit"
    lenient = replace(sample.report(), verdict=Verdict.PASSED, checks=sample.report().checks[2:3])
    assert words.verdict(lenient) == "Passed: 1 of 1 check over a limit that does not block"


def test_verdict_blocked_by_something_that_is_no_check():
    assert words.verdict(replace(sample.passed(), verdict=Verdict.BLOCKED)) == "Blocked"


def test_verdict_untrusted():
    assert words.verdict(sample.untrusted()) == "Not to be trusted: nothing could be checked"
    idle = replace(sample.untrusted(), counts={"articles": 3})
    assert words.verdict(idle) == "Not to be trusted: nothing could be checked"
    some = replace(sample.report(), verdict=Verdict.UNTRUSTED)
    assert words.verdict(some) == "Not to be trusted: not everything could be checked"


def test_a_blocked_run_that_ends_with_0_says_why():
    never = replace(sample.report(), fail_on="never", exit_status=ExitStatus.PASSED)
    assert words.reasons(never)[-1] == "The exit code is 0 all the same: --fail-on is never."
    assert words.verdict(never) == "Blocked by 2 of 9 checks"


def test_what_blocks_stands_first_and_what_did_not_run_last():
    names = [check.check for check in words.ordered(sample.report())]
    assert names[:3] == ["truncated-teaser", "duplicate-story", "odd-characters"]
    assert names[-1] == "future-date"


def test_the_deciding_outcome_is_the_one_exceeded():
    check = sample.report().checks[1]
    mild = Outcome(check.check, Severity.WARNING, "teasers", 120, 50, 60, passed=True)
    assert words.deciding(replace(check, outcomes=(mild, *check.outcomes))) == check.outcomes[0]
    assert words.deciding(replace(check, outcomes=())) is None


def test_a_milder_outcome_exceeded_does_not_block():
    check = sample.report().checks[1]
    mild = replace(check.outcomes[0], severity=Severity.WARNING)
    assert words.state(replace(check, outcomes=(mild,)), sample.report()) is words.State.OVER


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(), None),
        (Policy(max_count=1), "at most 1 row"),
        (Policy(severity=Severity.INFO, max_share=0.0005), "severity info, at most 0.05% of the rows"),
    ],
)
def test_setting(policy, said):
    assert words.setting(replace(sample.report().checks[0], policy=policy)) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((None, None), "no dates"),
        (("2026-01-02T03:04", "2026-01-02"), "2026-01-02"),
        (("2026-01", None), "2026-01 to ?"),
        (("2025", "2026-02-03"), "2025 to 2026-02-03"),
    ],
)
def test_dates(dates, said):
    assert words.dates(replace(sample.report(), dates=dates)) == said


def test_worst_takes_a_few_of_each_check_and_only_new_ones():
    found = list(words.worst(sample.report(), each=8, most=100))
    assert {each.status for each in found} == {"new"}
    assert len([each for each in found if each.check == "truncated-teaser"]) == 7
    assert len(list(words.worst(sample.report(), each=8, most=4))) == 4


def test_again_quotes_what_a_shell_would_read():
    assert words.again(sample.report()) == (
        "copydesk check scrapes 'archive/wire 2026.jsonl.gz' --config 'news desk.toml' --evidence full"
        " --as-of 2026-11-01 --fail-on error --out reports/sample"
    )


def test_again_takes_no_input_for_an_option():
    odd = replace(sample.report(), inputs=("--out", "-"), options=(), folder=None)
    assert words.again(odd) == "copydesk check --as-of 2026-11-01 --fail-on error -- --out -"


def test_what_no_command_made_none_makes_again():
    assert words.again(replace(sample.report(), options=None)) is None


def test_clip():
    assert words.clip("abc", 3) == "abc"
    assert words.clip("abcd", 3) == "ab…"


def test_what_would_have_to_change_is_told_of_each_check_that_blocks():
    told = [(check.check, demand) for check, demand in words.demands(sample.report())]
    assert told == [
        ("truncated-teaser", "7 of 120 teasers fail, none may: mend 7."),
        ("duplicate-story", "3 of 1,240 articles fail, none may: mend 3."),
    ]
    assert words.demand(Outcome("a", Severity.ERROR, "articles", 900, 1, 0, passed=False)) == (
        "1 of 900 articles fails, none may: mend 1."
    )
    assert words.demand(Outcome("a", Severity.ERROR, "articles", 900, 61, 12, passed=False)) == (
        "61 of 900 articles fail, 12 may: mend 49."
    )


@pytest.mark.parametrize(
    ("failing", "said"),
    [(7, "as on 2026-10-30"), (9, "2 fewer than on 2026-10-30"), (0, "7 more than on 2026-10-30"), (None, "first run")],
)
def test_trend(failing, said):
    past = () if failing is None else (Past(date(2026, 10, 30), "failed", 120, failing, failing),)
    assert words.trend(replace(sample.report().checks[1], past=past)) == said


def test_measures_are_shares_that_are_never_rounded_up():
    copy = replace(sample.report().groups[0].copies[1], containment=0.999, jaccard=0.5, facts_overlap=None)
    assert stories.measures(copy) == ("99% of the shorter text and 50% of both together in common",)
    assert stories.measures(replace(copy, containment=1.0, jaccard=1.0, facts_overlap=1.0)) == ()
    assert stories.measures(replace(copy, containment=None)) == ()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-10-01", "2026-10-01"),
        ("2026-10-01T07:30:05.123456+01:00", "2026-10-01 07:30:05+01:00"),
        ("2026-10-01T07:30", "2026-10-01 07:30"),
    ],
)
def test_a_moment_is_told_to_the_second(date, said):
    assert stories.moment(date) == said


def test_an_outcome_without_a_failing_row_is_told_only_where_none_has_any():
    sound, faulty = (Outcome("a", Severity.ERROR, "articles", 9, n, 0, passed=not n) for n in (0, 2))
    check = sample.report().checks[0]
    assert words.told(replace(check, outcomes=(sound, faulty))) == (faulty,)
    assert words.told(replace(check, outcomes=(sound, sound))) == (sound,)
