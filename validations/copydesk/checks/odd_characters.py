"""Characters that nobody sees, or that stand for lost ones."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa

from copydesk.checks import HITS, Check, Hit, excerpt, option, suggested, text_hits
from copydesk.language.characters import MEANING, SCREEN, mended, odd
from copydesk.language.mojibake import misread
from copydesk.model import Evidence, Severity, Target

_GRAVE = frozenset(("bidi-control", "control", "replacement", "private-use", "not-a-character"))
_BYTES = frozenset(("no-break-space", "soft-hyphen", "line-separator", "odd-space", "zero-width"))
"""Kinds that bytes of UTF-8 look like when they are read one by one."""
_MISREAD = re.compile("[\u0080-\u0084\u0086-\u009fÂÃ]|â€")
_FIELDS = ("headline", "alternative_headline", "description", "article_body", "byline", "dateline")


@dataclass(frozen=True, kw_only=True)
class OddCharacters(Check):
    """A text holds characters that nobody sees, or that stand for lost ones.

    No-break and other special spaces, characters of no width, soft hyphens, control characters, U+FFFD,
    and characters of private fonts came along from the page. One finding a field and kind, with the count. Characters
    that belong to the spelling are no fault: joiners in Persian or Hindi and in emoji, no-break spaces before French
    marks and behind figures.

    ## Why it matters

    "Paris" and "Paris" with a no-break space are two words to a program: searches miss them, counts of
    words and duplicates come out wrong, and U+FFFD says that text is lost for good.

    ## Example

    Bad: "attacks in[U+00A0] Paris"

    Good: "attacks in Paris"

    ## What to do

    Take the suggestion; where text was lost, load the page again in its right encoding.
    """

    targets: ClassVar = (
        *(Target("articles", field) for field in _FIELDS),
        *(Target("teasers", field) for field in ("headline", "description")),
    )
    kinds: ClassVar = MEANING
    body_screen: ClassVar = SCREEN
    fixable: ClassVar = frozenset(("no-break-space", "odd-space", "soft-hyphen", "zero-width"))

    allow: tuple[str, ...] = option((), "Kinds that are no fault in this dataset, such as no-break-space.")

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        texts = text_hits(batch, self.fields_of(table), SCREEN, own)
        found = [{**hit, "severity": _severity(hit["kind"])} for hit in texts if hit["kind"] not in self.allow]
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row[hit.field]
        place = own(text)[hit.kind][0]
        times = f"{hit.count} times, first" if hit.count > 1 else "once,"
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {times} U+{ord(text[place]):04X}."
        suggestion = suggested(text, mended(text, hit.kind), place)
        return Evidence(message, excerpt(text, place, place + 1), (place, place + 1), None, suggestion)

    def fix(self, hit: Hit, row: Mapping[str, Any]) -> str | None:
        return mended(row[hit.field], hit.kind)


def own(text: str) -> Mapping[str, list[int]]:
    """The places of odd characters by kind; none that only a wrong decoding made: those are a matter of mojibake."""
    found = odd(text)
    wrong = misread(text) if found and _MISREAD.search(text) else None
    if wrong is None:
        return found
    right = odd(wrong.right) if wrong.right else {}
    return {kind: places for kind, places in found.items() if kind in right or kind not in _BYTES}


def _severity(kind: str) -> Severity:
    return Severity.WARNING if kind in _GRAVE else Severity.INFO
