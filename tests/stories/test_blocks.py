"""Texts as arrays of bytes: their lengths, what tells them apart, and their markup."""

import html
from typing import Literal
from unicodedata import normalize

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stories.blocks import LANE, Block, blocks, raw_hashes, without_markup
from copydesk.stories.characters import ALONE, CLOSE, STEADY, characters
from copydesk.stories.words import words

TEXTS = st.lists(st.one_of(st.none(), st.text(alphabet="a <b>&;#1港é\n\U00020000", max_size=40)), max_size=6)


def read(block: Block) -> list[str]:
    places = zip(block.begins.tolist(), block.size.tolist(), strict=False)
    return [block.data[begin : begin + size].tobytes().decode() for begin, size in places]


@given(TEXTS)
def test_a_block_holds_its_texts_at_round_places(texts: list[str | None]) -> None:
    for block in blocks(pa.array(texts, pa.string())):
        assert read(block) == [text or "" for text in texts]
        assert block.lengths().tolist() == [len(text or "") for text in texts]
        assert not (block.begins % LANE).any()
        assert block.plain == all((text or "").isascii() for text in texts)


def test_line_breaks_at_the_end_tell_texts_apart() -> None:
    texts = ["a" + "\n" * count for count in range(20)]
    assert len(set(raw_hashes(pa.array(texts)).tolist())) == len(texts)


def test_the_case_of_letters_eight_bytes_apart_tells_texts_apart() -> None:
    texts = [f"1234567{a}1234567{b}1234567{c}" for a in "aA" for b in "bB" for c in "cC"]
    assert len(set(raw_hashes(pa.array(texts)).tolist())) == len(texts)


@given(TEXTS)
def test_texts_keep_their_length_when_markup_is_blanked_out(texts: list[str | None]) -> None:
    for block in blocks(pa.array(texts, pa.string())):
        cleaned = without_markup(block)
        assert cleaned.lengths().tolist() == block.lengths().tolist()
        assert not (cleaned.begins % LANE).any()
        assert all("<b>" not in text for text in read(cleaned))


@pytest.mark.parametrize(
    "entity", ["&amp;", "&#8217;", "&#x2019;", "&abcdefghijkl;", "&#abcdefghijkl;", "#8217;", "<p>"]
)
def test_markup_is_found_beside_texts_without_any(entity: str) -> None:
    texts = ["Plain; text & #1", f"The quay{entity} opens", "Another"]
    (block,) = blocks(pa.array(texts))
    first, second, third = read(without_markup(block))
    assert (first, third) == (texts[0], texts[2])
    assert entity not in second
    assert second.startswith("The quay")
    char = html.unescape(entity)
    assert second[8] == (char if entity[0] == "&" and len(char) == 1 else " ")


@pytest.mark.parametrize("sign", ["&shy;", "<wbr>", "<wbr />", "&#8203;", "&zwnj;", "&lt;wbr&gt;"])
def test_signs_that_are_not_seen_part_no_word(sign: str) -> None:
    found = words(pa.array([f"Land{sign}karte", "Landkarte"]))
    assert found.count.tolist() == [1, 1]
    assert found.hash[0] == found.hash[1]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize(
    "text",
    [
        "항구의 마지막 크레인이 철거됐다",
        "Ältere Kräne",
        "Новый кран, йод",
        "がぎぐ パピプ",
        "क़िला बंदरगाह",
        "Bến cảng cũ",
    ],
)
def test_no_normal_form_makes_other_words(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> None:
    other = normalize(form, text)
    one, two = words(pa.array([text])), words(pa.array([other]))
    assert one.hash.tolist() == two.hash.tolist()
    shown = [other[start:end] for start, end in zip(two.start, two.end, strict=True)]
    assert " ".join(shown).split() == other.replace(",", "").split() or "\u3041" <= text[0] <= "\u30ff"


def test_entities_of_marks_stand_within_words() -> None:
    text = "आखिरी क्रेन"
    told = text.encode("ascii", "xmlcharrefreplace").decode()
    one, two = (words(pa.array([each])).hash.tolist() for each in (text, told))
    assert one == two


def test_what_is_told_by_its_first_byte_folds_to_itself() -> None:
    table = characters()
    first = (STEADY.start & 0x0F) << 12
    points = np.arange(first, first + len(STEADY) * 0x1000)
    own = "".join(map(chr, points.tolist())).encode()
    assert table.spelt[points].view(np.uint8).reshape(-1, 4)[:, :3].tobytes() == own
    kinds = np.unique(table.kind[points])
    assert kinds.view(np.uint8).tolist() == [ALONE, 0, CLOSE, 0]
