"""Teasers that say no more than their headline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import Check, Hit, excerpt, hits, where
from copydesk.language.normal import bare
from copydesk.model import Evidence, Target

_WIDER, _SPARE = 2, 40
# Letters that are one code point in every form of a text.
_PLAIN = r"^[a-z0-9\x{430}-\x{438}\x{43a}-\x{44f}\x{4e00}-\x{9fff}]"


@dataclass(frozen=True, kw_only=True)
class TeaserRepeatsHeadline(Check):
    """A teaser repeats its headline, or a part of it.

    The description has the words of the headline and no others; case, white space and marks at the
    edges do not count. Feeds and content systems fill an empty description so.

    ## Why it matters

    Whoever trains or tests summaries or headlines on such pairs learns to copy, and the scores look
    better than they are.

    ## Example

    Bad: headline "Ferry returns to the lake", description "Ferry returns to the lake."

    Good: description "The old paddle steamer carries passengers again from May, after nine years in dock."

    ## What to do

    Clear the description, so that it counts as absent.
    """

    targets: ClassVar = (Target("articles", "description"), Target("teasers", "description"))
    reads: ClassVar = {"articles": ("headline",), "teasers": ("headline",)}
    kinds: ClassVar = {
        "same": "The description is the headline.",
        "part": "The description is the beginning of the headline, perhaps with an ellipsis.",
    }

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        headlines, texts = batch.column("headline"), batch.column("description")
        # Normal forms may halve the length of a text (decomposed accents); what is far longer is no repetition.
        limit = pc.add(pc.multiply(pc.utf8_length(headlines), _WIDER), _SPARE)
        suspects = where(
            pc.and_(pc.less_equal(pc.utf8_length(texts), limit), pc.invert(_begin_apart(headlines, texts)))
        )
        pairs = zip(headlines.take(suspects).to_pylist(), texts.take(suspects).to_pylist(), strict=True)
        found = [(index, _kind(*pair)) for index, pair in zip(suspects.to_pylist(), pairs, strict=True)]
        kept = [(index, kind) for index, kind in found if kind]
        return hits([index for index, _ in kept], "description", pa.array([kind for _, kind in kept], pa.string()))

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text = row["description"]
        share = "repeats the headline" if hit.kind == "same" else "repeats the beginning of the headline"
        return Evidence(f"The description {share}.", excerpt(text, 0, len(text)), (0, len(text)))


def _begin_apart(headlines: pa.Array, texts: pa.Array) -> pa.Array:
    """Which pairs begin with different plain letters or digits: neither is the beginning of the other."""
    first, own = (pc.utf8_lower(pc.utf8_slice_codeunits(each, 0, 1)) for each in (headlines, texts))
    plain = pc.and_(pc.match_substring_regex(first, _PLAIN), pc.match_substring_regex(own, _PLAIN))
    return pc.and_(plain, pc.not_equal(first, own))


def _kind(headline: str, description: str) -> str | None:
    head, text = bare(headline), bare(description)
    if not text:
        return None
    if text == head:
        return "same"
    return "part" if head.startswith(text) and 3 * len(text) >= len(head) else None
