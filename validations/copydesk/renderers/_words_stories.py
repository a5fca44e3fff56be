"""What a report says of duplicate stories."""

import re
from datetime import date
from math import floor

from copydesk.exhibits import Passage, StoryCopy, StoryGroup
from copydesk.model import Report
from copydesk.renderers._phrases import Figure, join, say, say_many
from copydesk.renderers._words import number

RELATIONS = {
    "exact": say("exact copy"),
    "new-headline": say("same body, new headline"),
    "reformatted": say("same words, other layout"),
    "truncated": say("same text, one longer"),
    "wire-copy": say("wire copy"),
    "rewrite": say("rewrite"),
    "update": say("version of the same source"),
}


def relation(copy: StoryCopy) -> str:
    """What a copy is to the representative."""
    return RELATIONS.get(copy.relation or "", copy.relation or "")


def role(copy: StoryCopy) -> str:
    """What a member is in its group."""
    return relation(copy) if copy.relation else say("representative")


def relations(group: StoryGroup) -> str:
    """What all copies are to the representative, the most frequent first: `2 × exact copy; 1 × rewrite`."""
    most = sorted(group.relations.items(), key=lambda each: (-each[1], each[0]))
    counts = (
        say("{count} × {relation}", count=number(count), relation=RELATIONS.get(name, name)) for name, count in most
    )
    # a relation may hold a comma itself
    return join(counts, "; ")


def copies(group: StoryGroup) -> str:
    """How many copies a story has."""
    return say_many("{count} copy", "{count} copies", group.size - 1)


def copies_more(count: int) -> str:
    """How many copies of a story are not shown, and where they are."""
    return say_many("{count} copy more is in stories.parquet.", "{count} copies more are in stories.parquet.", count)


def copies_in_all(report: Report) -> str:
    """How many rows are members of stories that stand more than once, and why there are fewer findings."""
    return say_many(
        "{count} row tells a story that another one tells too; a story's representative is no finding.",
        "{count} rows tell a story that another one tells too; a story's representative is no finding.",
        report.counts.get("stories", 0),
    )


def groups_shown(report: Report, shown: int) -> str | None:
    """That not all rows of such stories are shown; null if all are."""
    seen = sum(group.size for group in report.groups[:shown])
    if seen >= report.counts.get("stories", 0):
        return None
    return say_many(
        "The largest group is shown; all are in stories.parquet.",
        "The {count} largest groups are shown; all are in stories.parquet.",
        shown,
    )


def measures(copy: StoryCopy) -> tuple[str, ...]:
    """The measures of a copy against the representative; none where there is no difference to measure."""
    if copy.containment is None or copy.jaccard is None or copy.containment == copy.jaccard == 1:
        return ()
    own, both = _share(copy.containment), _share(copy.jaccard)
    told = [say("{own} of the shorter text and {both} of both together in common", own=own, both=both)]
    if copy.facts_overlap is not None:
        told.append(say("{share} of the names and numbers the same", share=_share(copy.facts_overlap)))
    return tuple(told)


def _share(value: float) -> str:
    """A share in whole per cent, never rounded up to all."""
    return Figure(floor(100 * value + 1e-9), 0)


def moment(date: str) -> str:
    """A date as printed, to the second: `2026-10-01 07:30:00+01:00`."""
    return re.sub(r"(?<=\d)T(?=\d)", " ", re.sub(r"(?<=:\d\d)\.\d+", "", date))


def later(first: StoryCopy, copy: StoryCopy) -> str | None:
    """How many days lie between two members; null where either has no day."""
    days = [_day(each.date) for each in (first, copy)]
    if days[0] is None or days[1] is None:
        return None
    between = (days[1] - days[0]).days
    if not between:
        return say("the same day")
    if between < 0:
        return say_many("{count} day earlier", "{count} days earlier", -between)
    return say_many("{count} day later", "{count} days later", between)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def skipped(passage: Passage) -> str:
    """What stands for text that is not shown."""
    if passage.shared:
        return say_many("[… {count} character the same …]", "[… {count} characters the same …]", passage.skipped)
    return say_many("[… {count} character more]", "[… {count} characters more]", passage.skipped)
