"""Which stories are fillings of one form: text that stays, and names and numbers that do not.

Two stories may differ by a number because one corrects the other, or was misread; what tells a form is that numbers
change far more often than words do, or that there are many such stories. Where two stories are of about the same day, a
few other numbers among many that stayed, and no other names, are news: the toll rose, or another paper tells it in
miles.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from copydesk.stories.chains import linked
from copydesk.stories.slots import slotted

Array = npt.NDArray[Any]

CLOSE_JACCARD = 0.5
"""Share of common shingles from which on two texts are versions of one, whatever series they may belong to."""
MISREAD = 2.5
"""Times as often as a word a number is misread by text recognition, at most: what is not a form."""
FEW_FACTS = 3
"""Of fewer names and numbers nothing can be concluded."""
SPREADS = 3
"""Standard deviations by which more numbers are changed than the rate of changed words explains, in a form."""
VERSION_FACTS, VERSION_NUMBERS = 0.3, 0.75
"""Share of names and numbers, and of numbers, that a version of a story changes, at most."""
SPARSE, BRIEF = 0.09, 20
"""Numbers among the words of a story, at most, for what has more is made of readings; and words of one, at least."""
FAMILY = 4
"""Stories in which the same text stands with ever other numbers, at least, before it is a form."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of MEASURES, its columns of numbers as `of`, and what else is known of each.

    `short`: one of the texts is. `stub`: one is the beginning of the other and then something of its own, which is what
    a page says where its text is cut; numbers there are none of the story's. `fresh`: both are of about the same day.
    `enough` is shared; the two differ by long stretches (`blocks`).
    """

    of: dict[str, Array]
    measures: pa.Table
    short: npt.NDArray[np.bool_]
    stub: npt.NDArray[np.bool_]
    fresh: npt.NDArray[np.bool_]
    enough: npt.NDArray[np.bool_]
    blocks: npt.NDArray[np.bool_]


def forms(pairs: Pairs, other_facts: Array) -> npt.NDArray[np.bool_]:
    """Whether the two stories of each pair are fillings of one form.

    `other_facts`: they are alike but for their names and numbers.
    """
    of, much = pairs.of, pairs.enough & ~pairs.blocks
    found = (_filled_anew(pairs) | _family(of) | other_facts) & pairs.enough
    found |= _series(of, much) | slotted(of, pairs.measures, much)
    return found | _siblings(of, found, much)


def _filled_anew(pairs: Pairs) -> npt.NDArray[np.bool_]:
    """Whether names and numbers were changed within text that stayed."""
    of = pairs.of
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
    many &= _unlike(of["numbers_apart"], of["numbers"], 0.2, rate["plain"])
    both = (facts >= FEW_FACTS) & (fact_rate >= 0.4) & (fact_rate >= 2 * rate["plain"])
    brief = pairs.short & ((facts >= 1) & (fact_rate >= 0.25) | (of["numbers_apart"] >= 1) & ~pairs.stub)
    version = pairs.fresh & _version(of, rate, every_number, (every == every_number) | (fact_rate < VERSION_FACTS))
    return np.asarray((numbers | refilled | many | both | brief) & ~version, bool)


def _version(of: dict[str, Array], rate: dict[str, Array], numbers: Array, few: Array) -> npt.NDArray[np.bool_]:
    """Whether two texts of about one day are versions of a story: some of the numbers are others, and no names.

    `rate` is how many of each sort were changed, `numbers` how many there are; `few`: of all facts few were changed, or
    the script tells no names.
    """
    words = np.minimum(of["words_low"], of["words_high"])
    told = (rate["numbers"] <= VERSION_NUMBERS) & (rate["names"] <= rate["plain"]) & (words >= BRIEF)
    return np.asarray(told & few & ((numbers <= SPARSE * words) | (rate["numbers"] <= VERSION_FACTS)), bool)


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
    label = linked(of, filled)
    many = np.bincount(label) >= FAMILY
    return np.asarray(filled & many[label[of["low"]]], bool)


def _series(of: dict[str, Array], much: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether the stories belong to a series: FAMILY or more that share much, of which each has its own numbers.

    Two reports of a series may share all but two numbers, as two versions of one report do. The series tells them
    apart: in all of its pairs together far more numbers than words are changed. `much`: enough is shared, and what is
    not does not stand in long stretches.
    """
    alike = much & (of["jaccard"] < CLOSE_JACCARD)
    label = linked(of, alike)
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
    label = linked(of, template)
    kin = label[of["low"]] == label[of["high"]]
    return np.asarray(much & kin & (of["numbers_swapped"] >= 1) & (of["numbers_apart"] >= 1), bool)
