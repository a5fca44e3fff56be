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

from copydesk.stories.arrays import changes
from copydesk.stories.chains import chains
from copydesk.stories.options import StoryOptions
from copydesk.stories.roster import NOBODY, Roster

Array = npt.NDArray[Any]

EXACT, NEW_HEADLINE, REFORMATTED = "exact", "new-headline", "reformatted"
TRUNCATED, WIRE, UPDATE, REWRITE = "truncated", "wire-copy", "update", "rewrite"
OVERLAP, TEMPLATE = "overlap", "same-template"
CLOSE = 0.6
"""Containment of close copies, whose chains are followed."""
CLOSE_JACCARD = 0.5
"""Share of common shingles from which on two texts are versions of one, whatever series they may belong to."""
MISREAD = 2.5
"""Times as often as a word a number is misread by text recognition, at most: what is not a form."""
FEW_FACTS = 3
"""Of fewer names and numbers nothing can be concluded."""
SPREADS = 3
"""Standard deviations by which more numbers are changed than the rate of changed words explains, in a form."""
HELD, LONGER, SEVERAL = 0.8, 1.5, 3
"""Of a story that a digest holds the share that it holds, how many times as long it is, and how many such stories it
holds, at least."""
TEASER, REST = 20, 40
"""Words of a teaser, at least, and of what stands behind it, at most."""
FAMILY = 4
"""Stories in which the same text stands with ever other numbers, at least, before it is a form."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """By pair of MEASURES: whether it is a duplicate, a template, or an overlap, and in which of these forms.

    `truncated`: one text is the beginning of the other. `blocks`: they differ by long stretches, not by single words.
    """

    containment: npt.NDArray[np.float64]
    facts: npt.NDArray[np.float64]
    duplicate: npt.NDArray[np.bool_]
    template: npt.NDArray[np.bool_]
    overlap: npt.NDArray[np.bool_]
    truncated: npt.NDArray[np.bool_]
    blocks: npt.NDArray[np.bool_]


def judge(measures: pa.Table, options: StoryOptions, headline: Array) -> Verdicts:
    """The verdicts on pairs; `headline` is a number of the words of each rank's headline, 0 where it has none."""
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
    template = _template(of, short) | _family(of) | ((containment >= much) & (facts < options.facts))
    template = template & enough | _series(of, enough & ~blocks)
    template |= _siblings(of, template, enough & ~blocks)
    held = _in_digest(of, measures, alike & (containment >= HELD))
    duplicate = alike & ~template & ~held
    drifted = (np.minimum(containment, facts) >= options.held_containment) & ~template & ~held
    duplicate |= drifted & _tied(of, duplicate & (containment >= CLOSE))
    titled = (headline[of["low"]] == headline[of["high"]]) & (headline[of["low"]] != 0)
    teaser = _teaser(of) & titled & ~template & ~held
    duplicate |= teaser
    overlap = (containment >= options.overlap) & ~short & ~duplicate & ~template
    return Verdicts(containment, facts, duplicate, template, overlap, _truncated(of, containment) | teaser, blocks)


def relations(verdicts: Verdicts, pair: Array, representative: Array, member: Array, roster: Roster) -> Array:
    """The relation of each member (a rank) to its representative, by the verdict on pair number `pair`.

    Texts that differ by long stretches are an update if of one source and not older, else a rewrite; texts that differ
    by words here and there are wire copies as long as half is shared.
    """
    source = roster.sources
    date = roster.sketches.column("date").cast(pa.int64()).to_numpy(zero_copy_only=False)
    own = (source[representative] == source[member]) & (source[member] != NOBODY)
    older = date[member] < date[representative]
    blocks = verdicts.blocks[pair]
    edited = np.where(~blocks & (verdicts.containment[pair] >= 0.5), WIRE, REWRITE)
    named = np.where(blocks & own & ~older, UPDATE, edited)
    named = np.where(verdicts.truncated[pair], TRUNCATED, named)
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


def _tied(of: dict[str, Array], close: Array) -> npt.NDArray[np.bool_]:
    """Whether a chain of close pairs leads from one story of a pair to the other."""
    label = _chains(of, close)
    return np.asarray(label[of["low"]] == label[of["high"]], bool)


def _chains(of: dict[str, Array], chosen: Array) -> npt.NDArray[np.int32]:
    """By rank a number that the stories have in common which chains of chosen pairs tie together."""
    return chains(of["low"][chosen], of["high"][chosen], int(of["high"].max(initial=0)) + 1)


def _containment(of: dict[str, Array]) -> npt.NDArray[np.float64]:
    """The share of the shorter story's words that are shared."""
    low, high = (of[f"shared_{side}"] / np.maximum(of[f"words_{side}"], 1) for side in ("low", "high"))
    return np.where(of["words_low"] <= of["words_high"], low, high)


def _template(of: dict[str, Array], short: Array) -> npt.NDArray[np.bool_]:
    """Whether names and numbers were changed within text that stayed."""
    swapped = {sort: of[f"{sort}_swapped"] for sort in ("numbers", "names", "plain")}
    rate = {sort: swapped[sort] / np.maximum(swapped[sort] + of[f"{sort}_shared"], 1) for sort in swapped}
    facts = swapped["numbers"] + swapped["names"]
    every = facts + of["numbers_shared"] + of["names_shared"]
    fact_rate = facts / np.maximum(every, 1)
    few = swapped["numbers"] >= 2
    numbers = (few & (rate["numbers"] >= 0.75)) | ((swapped["numbers"] >= FEW_FACTS) & (rate["numbers"] >= 0.6))
    numbers &= rate["plain"] < 0.2
    every_number = swapped["numbers"] + of["numbers_shared"]
    refilled = few & (of["numbers_apart"] >= 2) & _unlike(swapped["numbers"], every_number, 0.25, rate["plain"])
    many = (swapped["numbers"] >= 1) & (of["numbers_apart"] >= FEW_FACTS)
    numbers |= refilled | (many & _unlike(of["numbers_apart"], of["numbers"], 0.2, rate["plain"]))
    both = (facts >= FEW_FACTS) & (fact_rate >= 0.4) & (fact_rate >= 2 * rate["plain"])
    brief = short & ((facts >= 1) & (fact_rate >= 0.25) | (of["numbers_apart"] >= 1))
    return np.asarray(numbers | both | brief, bool)


def _unlike(changed: Array, every: Array, least: float, rate: Array) -> npt.NDArray[np.bool_]:
    """Whether a share of some numbers was changed, and far more of them than the rate of changed words would explain.

    A copy loses words and numbers alike; where a form is filled in anew, numbers go and the words around them stay.
    """
    expected, spread = every * rate, np.sqrt(every * rate * (1 - rate))
    much = (changed >= least * every) & (changed >= MISREAD * expected)
    return np.asarray(much & (changed - expected >= SPREADS * spread), bool)


def _family(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    """Whether the stories are of FAMILY or more that differ by single numbers, and names, and by nothing else.

    Of two such stories one may correct the other; where each of many has another number, the text is a form.
    """
    facts = of["numbers_swapped"] + of["names_swapped"]
    apart = np.maximum(of["words_low"] - of["shared_low"], of["words_high"] - of["shared_high"])
    filled = (of["numbers_swapped"] >= 1) & (of["plain_swapped"] == 0) & (apart <= facts + 2)
    label = _chains(of, filled)
    many = np.bincount(label) >= FAMILY
    return np.asarray(filled & many[label[of["low"]]], bool)


def _series(of: dict[str, Array], much: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether the stories belong to a series: FAMILY or more that share much, of which each has its own numbers.

    Two reports of a series may share all but two numbers, as two versions of one report do. The series tells them
    apart: in all of its pairs together far more numbers than words are changed. `much`: enough is shared, and what is
    not does not stand in long stretches.
    """
    alike = much & (of["jaccard"] < CLOSE_JACCARD)
    label = _chains(of, alike)
    owner = label[of["low"]]
    names = ("numbers", "numbers_apart", "plain_swapped", "plain_shared")
    every, apart, swapped, shared = (np.bincount(owner[alike], of[name][alike], len(label)) for name in names)
    rate = swapped / np.maximum(swapped + shared, 1)
    series = _unlike(apart, every, 0.25, rate) & (apart >= FEW_FACTS)
    series &= np.bincount(label, minlength=len(label)) >= FAMILY
    own = (of["numbers_apart"] >= 2) & (of["numbers_apart"] >= 0.25 * of["numbers"])
    return np.asarray(alike & own & series[owner], bool)


def _siblings(of: dict[str, Array], template: Array, much: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether two stories that are forms of the same third one have other numbers, too: however few, they fill it anew.

    `much`: enough is shared, and what is not does not stand in long stretches.
    """
    label = _chains(of, template)
    kin = label[of["low"]] == label[of["high"]]
    return np.asarray(much & kin & (of["numbers_swapped"] >= 1) & (of["numbers_apart"] >= 1), bool)


def _truncated(of: dict[str, Array], containment: Array) -> npt.NDArray[np.bool_]:
    """Whether the shorter story is the beginning of the other one, but for an edited word here and there."""
    _, longer = _by_length(of)
    few = np.maximum(5, 0.05 * longer["shared"])
    cut = (containment >= 0.9) & (longer["tail"] >= np.maximum(5, 0.05 * longer["words"]))
    return np.asarray(cut & (longer["head"] <= few) & (_between(longer) <= few), bool)


def _teaser(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    """Whether the shorter story is the beginning of the other one and then something else, no longer than that.

    That is how a page looks that asks for payment where its text is cut.
    """
    shorter, longer = _by_length(of)
    begun = (shorter["shared"] >= TEASER) & (shorter["tail"] <= np.minimum(shorter["shared"], REST))
    for side in (shorter, longer):
        begun &= (side["head"] <= 5) & (_between(side) <= 5)
    return np.asarray(begun & (longer["tail"] >= 2 * np.maximum(shorter["tail"], TEASER)), bool)


def _in_digest(of: dict[str, Array], measures: pa.Table, whole: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which pairs are of a digest, which holds several stories one behind the other, and one of these.

    `whole`: the shorter story of the pair stands in the longer one.
    """
    low = of["words_low"] <= of["words_high"]
    lengths = (np.minimum(of["words_low"], of["words_high"]), np.maximum(of["words_low"], of["words_high"]))
    pairs = np.flatnonzero(whole & (lengths[1] >= LONGER * lengths[0]))
    host = np.where(low, of["high"], of["low"])[pairs]
    spans = [_extent(measures.column(f"spans_{side}")) for side in ("high", "low")]
    begin, end = (np.where(low, *both)[pairs] for both in zip(*spans, strict=True))
    order = np.lexsort((begin, host))
    begin, end = begin[order], end[order]
    own = np.cumsum(changes(host[order])) * (int(end.max(initial=0)) + 1)
    reach = np.maximum.accumulate(end + own)
    # where a text ends, a word or two of the next one may be shared by chance
    apart = np.ones(len(order), bool)
    apart[1:] = (own + begin)[1:] >= reach[:-1] - (end - begin)[1:] // 10
    held = np.zeros(len(whole), bool)
    held[pairs] = np.bincount(host[order][apart], minlength=int(host.max(initial=0)) + 1)[host] >= SEVERAL
    return held


def _extent(spans: pa.ChunkedArray) -> tuple[Array, Array]:
    """Where the first of the spans of each row begins, and the last ends; 0 where there are none."""
    lists = spans.combine_chunks()
    offsets, flat = lists.offsets.to_numpy(), lists.values
    first, last = offsets[:-1], offsets[1:] - 1
    some = last >= first
    starts, ends = (np.append(flat.field(name).to_numpy(), 0) for name in ("start", "end"))
    return np.where(some, starts[first], 0), np.where(some, ends[last], 0)


def _by_length(of: dict[str, Array]) -> tuple[dict[str, Array], dict[str, Array]]:
    """The measures of the shorter and of the longer story of each pair."""
    low = of["words_low"] <= of["words_high"]
    names = ("words", "shared", "head", "tail")
    shorter = {name: np.where(low, of[f"{name}_low"], of[f"{name}_high"]) for name in names}
    return shorter, {name: np.where(low, of[f"{name}_high"], of[f"{name}_low"]) for name in names}


def _between(side: dict[str, Array]) -> Array:
    """Words of one's own between the first and the last shared one."""
    return np.asarray(side["words"] - side["shared"] - side["head"] - side["tail"])


def _blocks(of: dict[str, Array]) -> npt.NDArray[np.bool_]:
    """Whether most of what is not shared stands in long stretches."""
    apart = sum(of[f"words_{side}"] - of[f"shared_{side}"] for side in ("low", "high"))
    long = of["long_low"] + of["long_high"]
    return np.asarray((long > 0) & (long >= 0.6 * np.maximum(apart, 1)), bool)
