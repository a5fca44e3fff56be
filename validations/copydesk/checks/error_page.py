"""Pages of errors, consent and log-in that were scraped as articles."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, kept, where
from copydesk.checks._talks import talkative, titled
from copydesk.language.told_walls import LONGEST, MUTE, SPOKEN, SUBJECTS, SURE_SHARE, told_teaser, told_wall
from copydesk.language.walls import BRIEF, HEAD, MEANING, SCREENS, Wall, wall, walled_headline
from copydesk.model import Evidence, Severity, Target

_WIDEST = 4
"""Bytes of a code point, at most."""
_FEW = 8
"""Bodies that are looked at without building large patterns."""


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Check):
    """A text is that of an error page, a consent wall or a log-in form.

    The scraper got "404 Not Found", "Please enable JavaScript", a captcha, "Access denied", a cookie
    banner or "Log in to continue reading" instead of the story. Known are phrases of such pages in more than 20
    languages, and the words that they are made of: a brief body of which nearly every sentence says of a page, a
    browser or a subscription what walls say, and which speaks to its reader, is one. So is a brief text, in more than
    50 languages, most words of which are words of sites, and in which no name is told and nobody says anything. An
    article that speaks of captchas or cookies does not count. Of a headline the words must be all there is, but for the
    name of the outlet ("Just a moment..."). A body that breaks off before a paywall is a matter of truncated-body.

    ## Why it matters

    Hundreds of rows with one text pass as articles of their dates and sources, and the real stories are
    missing without a trace.

    ## Example

    Bad: "Just a moment... Checking your browser before accessing example.org."

    Good: The story that stands at the address, or no row.

    ## What to do

    Load the page again with a session that may see it; leave the row out until then. Many such rows of one day mean
    that the crawler was blocked.
    """

    targets: ClassVar = (
        *(Target("articles", field) for field in ("headline", "description", "article_body")),
        *(Target("teasers", field) for field in ("headline", "description")),
    )
    severity: ClassVar = Severity.ERROR
    kinds: ClassVar = MEANING

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        names = self.fields_of(table)
        phrased = {*where(_suspicious([batch.column(name) for name in names])).to_pylist()}
        places = {*phrased}
        for name, told in _TOLD.items():
            if name in names:
                offset = names.index(name) * batch.num_rows
                places |= {offset + index for index in told(batch.column(name)).to_pylist()}
        found = []
        for place in sorted(places):
            name, index = names[place // batch.num_rows], place % batch.num_rows
            seen = _wall(name, batch.column(name)[index].as_py(), phrased=place in phrased)
            if seen:
                severity = Severity.ERROR if name == "article_body" else Severity.WARNING
                found.append({"index": index, "field": name, "kind": seen.kind, "count": 1, "severity": severity})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row[hit.field]
        found = _wall(hit.field, text)
        if found is None:
            raise AssertionError("evidence is asked for hits alone")
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {text[found.start : found.end]!r}."
        return Evidence(message, excerpt(text, found.start, found.end), (found.start, found.end))


def _wall(field: str, text: str, *, phrased: bool = True) -> Wall | None:
    """The wall that a text is; unless it is `phrased`, it is known to have none of the phrases that walls have."""
    if field == "headline":
        return walled_headline(text)
    told = told_wall if field == "article_body" else told_teaser
    return (wall(text) if phrased else None) or told(text)


def _suspicious(columns: Sequence[pa.Array]) -> pa.Array:
    """Which texts of some columns, one behind the other, may be walls: long ones only of the kinds that talk much."""
    heads = pa.concat_arrays([pc.utf8_lower(pc.utf8_slice_codeunits(each, 0, HEAD)) for each in columns])
    sizes = pa.concat_arrays([pc.binary_length(each) for each in columns])
    brief = kept(heads, pc.less_equal(sizes, BRIEF))
    found = [pc.match_substring_regex(texts, each) for texts, each in zip((brief, brief, heads), SCREENS, strict=True)]
    return functools.reduce(pc.or_kleene, found)


def _told(bodies: pa.Array) -> pa.Array:
    """The positions of brief bodies that may be walls without a known phrase."""
    rows = where(pc.less_equal(pc.binary_length(bodies), _WIDEST * LONGEST))
    texts = bodies.take(rows)
    brief = where(pc.less_equal(pc.utf8_length(texts), LONGEST))
    if len(brief) <= _FEW:
        return rows.take(brief)
    low = pc.utf8_lower(texts.take(brief))
    subject = pc.match_substring_regex(pc.utf8_slice_codeunits(low, 0, 2 * HEAD), SUBJECTS)
    spoken = pc.or_(pc.less_equal(pc.utf8_length(low), MUTE), pc.match_substring_regex(low, SPOKEN))
    return rows.take(brief).filter(pc.or_(pc.and_(subject, spoken), talkative(low)))


def _teasers(texts: pa.Array) -> pa.Array:
    rows = where(pc.less_equal(pc.utf8_length(texts), LONGEST))
    return rows.filter(talkative(pc.utf8_lower(texts.take(rows)), SURE_SHARE))


_TOLD: Mapping[str, Callable[[pa.Array], pa.Array]] = {
    "headline": titled,
    "description": _teasers,
    "article_body": _told,
}
"""What finds the positions of texts that may be walls without a known phrase, by field."""
