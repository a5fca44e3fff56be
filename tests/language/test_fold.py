"""The normal form that identity rests on."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.normal import fold, fold_all

SPACES = [each for each in map(chr, range(sys.maxunicode + 1)) if each.isspace()]


TEXTS = st.text(
    st.sampled_from([*SPACES, "a", "B", "ß", "ﬁ", "é", "\u0301", "ａ", "\u200b", "，", "Ｅ", "\u0308", "ｶ", "ﾞ"])
)


@given(TEXTS)
def test_white_space_is_folded_as_split_does(text):
    slow = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    assert fold(text) == slow


@given(st.lists(TEXTS))
def test_many_texts_are_folded_as_one_is(texts):
    assert fold_all(texts) == [fold(text).encode() for text in texts]
