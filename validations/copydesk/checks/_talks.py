"""Brief texts that may be walls by the words they are made of, found without a look at each."""

from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import where
from copydesk.language.site_talk import LETTERS, SHARE, anywhere, starts
from copydesk.language.wall_titles import BRAND, LONGEST, MARKS, PRESSED

_NO_WORD = r"[^\pL\pN_'\x{300}-\x{36f}\x{591}-\x{5c7}\x{64b}-\x{65f}\x{900}-\x{dff}]+"
_LEAST = 2


def titled(headlines: pa.Array) -> pa.Array:
    """The positions of headlines that are the title of a wall, the name of the outlet behind it left out."""
    rows = where(pc.less_equal(pc.utf8_length(headlines), 2 * LONGEST))
    titles = pc.replace_substring_regex(pc.utf8_lower(pc.utf8_trim_whitespace(headlines.take(rows))), BRAND, "")
    return rows.filter(pc.is_in(pc.replace_substring_regex(titles, MARKS, ""), _titles()))


def talkative(low: pa.Array, share: float = SHARE) -> pa.Array:
    """Which of some texts, in lower case, may be made of words of sites, of at least that share of their words."""
    texts, found = _beyond_ascii(pc.fill_null(low, ""))
    lists = pc.split_pattern(pc.replace_substring_regex(texts, _NO_WORD, " "), " ")
    words, rows = pc.list_flatten(lists), pc.list_parent_indices(lists).to_numpy()
    first = pc.utf8_slice_codeunits(words, 0, LETTERS)
    known = pc.is_in(first, _starts(plain=False)).to_numpy(zero_copy_only=False)
    counts = pc.and_not(pc.greater_equal(pc.utf8_length(words), LETTERS), pc.is_in(first, _starts(plain=True)))
    hits = np.bincount(rows[known], minlength=len(low))
    others = np.bincount(rows[counts.to_numpy(zero_copy_only=False) & ~known], minlength=len(low))
    return pc.or_(found, pa.array((hits >= _LEAST) & (hits >= share * (hits + others))))


def _beyond_ascii(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The texts with one apostrophe for two and no joiners, and which have words that are sought anywhere in them."""
    mask = pc.greater(pc.binary_length(texts), pc.utf8_length(texts))
    some = pc.replace_substring_regex(pc.replace_substring(texts.filter(mask), "\u2019", "'"), "[\u200c\u200d]", "")
    found = np.zeros(len(texts), bool)
    if len(some):
        found[where(mask)] = pc.greater_equal(pc.count_substring_regex(some, anywhere()), _LEAST)
    return pc.replace_with_mask(texts, mask, some), pa.array(found)


@cache
def _starts(*, plain: bool) -> pa.Array:
    return pa.array(sorted(starts(plain=plain)))


@cache
def _titles() -> pa.Array:
    return pa.array(sorted(PRESSED))
