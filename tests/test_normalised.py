"""The normal form that identity rests on."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from copydesk.tables import normalised

SPACES = [each for each in map(chr, range(sys.maxunicode + 1)) if each.isspace()]


@given(st.text(st.sampled_from([*SPACES, "a", "B", "ß", "ﬁ", "é", "\u0301", "ａ", "\u200b"])))
def test_white_space_is_folded_as_split_does(text):
    slow = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    assert normalised(text) == slow
