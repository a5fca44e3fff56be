"""What two stories are to each other, and which stories are one.

The rules are few and stated here; each works on whole columns of measures. Copies of one representative make a story:
a story of larger rank joins the representative that it shares most with, and one that no representative holds
represents itself. Copies of copies drift apart, so a story that a chain of close copies ties to a representative needs
to share less with it. Every member has been held against its representative; half-alike texts do not run together.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.stories.chains import linked
from copydesk.stories.forms import FEW_FACTS, Pairs, forms
from copydesk.stories.options import StoryOptions
from copydesk.stories.parts import HELD, in_digest, teasers, truncated
from copydesk.stories.roster import NOBODY, Roster

Array = npt.NDArray[Any]

EXACT, NEW_HEADLINE, REFORMATTED = "exact", "new-headline", "reformatted"
TRUNCATED, WIRE, UPDATE, REWRITE = "truncated", "wire-copy", "update", "rewrite"
OVERLAP, TEMPLATE = "overlap", "same-template"
DAY = 24 * 3600 * 1e6
"""Microseconds."""
CLOSE = 0.6
"""Containment of close copies, whose chains are followed."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """By pair of MEASURES: whether it is a duplicate, a template, or an overlap, and in which of these forms.

    `truncated`: one text is the beginning of the other; `stub`: and has something of its own behind it. `blocks`: they
    differ by long stretches, not by single words.
    """

    containment: npt.NDArray[np.float64]
    facts: npt.NDArray[np.float64]
    duplicate: npt.NDArray[np.bool_]
    template: npt.NDArray[np.bool_]
    overlap: npt.NDArray[np.bool_]
    truncated: npt.NDArray[np.bool_]
    stub: npt.NDArray[np.bool_]
    blocks: npt.NDArray[np.bool_]


def judge(measures: pa.Table, options: StoryOptions, roster: Roster) -> Verdicts:
    """The verdicts on pairs."""
    of = {name: measures.column(name).to_numpy() for name in measures.column_names if "spans" not in name}
    containment = _containment(of)
    facts = np.where(of["facts"] >= FEW_FACTS, of["facts_overlap"], 1.0)
    short = np.minimum(of["words_low"], of["words_high"]) < options.short_words
    ramp = (options.short_words, options.long_words), (options.short_containment, options.containment)
    much = np.interp(np.minimum(of["words_low"], of["words_high"]), *ramp)
    loose = much - options.containment + options.loose_containment
    alike = (containment >= much) & (facts >= options.facts)
    alike |= (np.minimum(containment, of["shingles_shared"]) >= loose) & (facts >= options.loose_facts)
    enough, blocks = containment >= options.loose_containment, _blocks(of)
    stub, headline = teasers(of), roster.numbers("headline")
    pairs = Pairs(of, measures, short, stub, _fresh(of, roster), enough, blocks)
    template = forms(pairs, (containment >= much) & (facts < options.facts))
    out = template | in_digest(of, measures, alike & (containment >= HELD))
    titled = (headline[of["low"]] == headline[of["high"]]) & (headline[of["low"]] != 0)
    teaser = stub & titled & ~out
    drifted = (np.minimum(containment, facts) >= options.held_containment) & ~out
    duplicate = alike & ~out
    duplicate |= teaser | (drifted & _tied(of, duplicate & (containment >= CLOSE)))
    overlap = (containment >= options.overlap) & ~short & ~duplicate & ~template
    return Verdicts(containment, facts, duplicate, template, overlap, truncated(of, containment) | teaser, stub, blocks)


def _fresh(of: dict[str, Array], roster: Roster) -> npt.NDArray[np.bool_]:
    """Whether both stories are of one day, or, of two sources, of two days at most.

    Versions of a story follow each other within hours, and other papers print them on the next day; a form is filled
    in again by its own source, and mostly on another day.
    """
    dates, sources = roster.dates, roster.sources
    apart = np.abs(dates[of["low"]] - dates[of["high"]])
    one, other = sources[of["low"]], sources[of["high"]]
    return np.asarray((apart < DAY) | ((apart <= 2 * DAY) & (one != other) & (one != NOBODY) & (other != NOBODY)), bool)


def relations(verdicts: Verdicts, pair: Array, representative: Array, member: Array, roster: Roster) -> Array:
    """The relation of each member (a rank) to its representative, by the verdict on pair number `pair`.

    Texts that differ by long stretches are an update if of one source and not older, else a rewrite; so is a text of
    which the representative is the beginning, for it grew. Texts that differ by words here and there are wire copies as
    long as half is shared.
    """
    source, date = roster.sources, roster.dates
    own = (source[representative] == source[member]) & (source[member] != NOBODY)
    older = date[member] < date[representative]
    blocks = verdicts.blocks[pair]
    other = np.where(verdicts.stub[pair], TRUNCATED, REWRITE)
    edited = np.where(~blocks & (verdicts.containment[pair] >= 0.5), WIRE, other)
    words, newer = roster.numbers("words"), own & ~older
    cut = verdicts.truncated[pair] & ~(newer & (words[member] > words[representative]))
    named = np.where(newer & (blocks | verdicts.truncated[pair]), UPDATE, edited)
    named = np.where(cut, TRUNCATED, named)
    named = np.where(verdicts.duplicate[pair], named, np.where(verdicts.template[pair], TEMPLATE, OVERLAP))
    return named.astype(object)


def same_words(roster: Roster, first: Array, second: Array) -> Array:
    """The relation of stories (ranks) that have the same words in their bodies."""
    headline, headline_raw, body_raw = (roster.numbers(name) for name in ("headline", "headline_raw", "body_raw"))
    named = headline_raw != 0
    other = (headline[first] != headline[second]) & named[first] & named[second]
    raw = (body_raw[first] == body_raw[second]) & (headline_raw[first] == headline_raw[second])
    raw |= (body_raw[first] == body_raw[second]) & ~(named[first] & named[second])
    return np.where(other, NEW_HEADLINE, np.where(raw, EXACT, REFORMATTED)).astype(object)


def representatives(stories: int, low: Array, high: Array, containment: Array) -> npt.NDArray[np.int64]:
    """By rank, the number of the pair that ties a story to its representative; -1 for one that represents itself.

    `low` and `high` are duplicates. A story without a tie to a representative of smaller rank is one.
    """
    order = np.argsort(high, kind="stable")
    leads = bytearray(b"\x01" * stories)
    # in the order of the larger rank, all that may represent a story are settled before it
    for first, second in zip(low[order].tolist(), high[order].tolist(), strict=True):
        if leads[first]:
            leads[second] = 0
    leading = np.frombuffer(leads, np.uint8).astype(bool)
    ties = np.flatnonzero(leading[low] & ~leading[high])
    ties = ties[np.lexsort((low[ties], -containment[ties], high[ties]))]
    chosen = np.full(stories, -1)
    chosen[high[ties][::-1]] = ties[::-1]
    return chosen


def _containment(of: dict[str, Array]) -> npt.NDArray[np.float64]:
    """The share of the shorter story's words that are shared."""
    low, high = (of[f"shared_{side}"] / np.maximum(of[f"words_{side}"], 1) for side in ("low", "high"))
    return np.where(of["words_low"] <= of["words_high"], low, high)


def _blocks(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    """Whether most of what is not shared stands in long stretches."""
    apart = sum(of[f"words_{side}"] - of[f"shared_{side}"] for side in ("low", "high"))
    long = of["long_low"] + of["long_high"]
    return np.asarray((long > 0) & (long >= 0.6 * np.maximum(apart, 1)), bool)


def _tied(of: dict[str, Array], close: Array) -> npt.NDArray[np.bool_]:
    """Whether a chain of close pairs leads from one story of a pair to the other."""
    label = linked(of, close)
    return np.asarray(label[of["low"]] == label[of["high"]], bool)
