"""Stories over time: stretches, outliers and marks."""

from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from copydesk.exhibits import Mark
from copydesk.timeline import MOST, marks, timeline

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str)
ROWS = st.lists(st.tuples(st.sampled_from("abcdefghijkl"), st.none() | DAYS, st.integers(1, 50)), max_size=40)


def made(rows, found=MappingProxyType({})):
    names, days, counts = zip(*rows, strict=True) if rows else ((), (), ())
    return timeline(names, days, counts, tuple(sorted(set(names))), found)


@given(ROWS)
def test_every_story_is_on_a_line_outside_or_undated(rows):
    found = made(rows)
    if found is None:
        assert not any(day for _, day, _ in rows)
        return
    shown = sum(sum(each.counts) for each in found.sources)
    assert shown + found.outside + found.undated == sum(count for *_, count in rows)
    assert {len(each.counts) for each in found.sources} == {len(found.sources[0].counts)}
    assert len(found.sources[0].counts) <= MOST
    assert found.outside <= 0.05 * (shown + found.outside)


def test_the_smallest_stretch_that_fits_is_taken():
    start = date(2026, 1, 1)
    for days, length in ((MOST, 1), (MOST + 1, 7), (MOST * 7 + 1, 28)):
        rows = [("a", str(start), 1), ("a", str(start + timedelta(days=days - 1)), 1)]
        found = made(rows)
        assert (found.first, found.days) == (start, length)


def test_a_wrong_century_does_not_squeeze_the_rest():
    rows = [("a", f"2026-05-{day:02}", 10) for day in range(1, 31)]
    found = made([*rows, ("a", "1970-01-01", 3), ("a", "2062-01-01", 1)])
    assert (found.first, found.days, found.outside) == (date(2026, 5, 1), 1, 4)
    assert made([*rows, ("a", "1970-01-01", 300)]).outside == 0


def finding(check="source-gap", source="a", excerpt="2026-05-03/2026-05-09", field="date_published"):
    return {"check": check, "source": source, "excerpt": excerpt, "field": field}


def test_findings_about_days_are_marks():
    found = marks(
        [
            finding(),
            finding("date-spike", excerpt="2026-05-02"),
            finding("date-spike", excerpt="2026-05-02", field="date_modified"),
            finding("date-spike", excerpt=None),
            finding(source=None),
            finding("short-body"),
        ]
    )
    assert found == {
        "a": (
            Mark("spike", date(2026, 5, 2), date(2026, 5, 2)),
            Mark("gap", date(2026, 5, 3), date(2026, 5, 9)),
        )
    }


def test_only_what_lies_within_the_time_shown_is_marked():
    rows = [("a", "2026-05-01", 5), ("a", "2026-05-20", 5)]
    found = marks(
        [finding(), finding(excerpt="2026-04-30"), finding(excerpt="2026-05-20/2026-05-21"), finding(source="b")]
    )
    assert made(rows, found).sources[0].marks == (Mark("gap", date(2026, 5, 3), date(2026, 5, 9)),)
