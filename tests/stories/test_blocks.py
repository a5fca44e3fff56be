"""Texts as arrays of bytes: their lengths, what tells them apart, and their markup."""

import html

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stories.blocks import LANE, Block, blocks, raw_hashes, without_markup
from copydesk.stories.characters import ALONE, CLOSE, STEADY, characters

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


def test_what_is_told_by_its_first_byte_folds_to_itself() -> None:
    table = characters()
    first = (STEADY.start & 0x0F) << 12
    points = np.arange(first, first + len(STEADY) * 0x1000)
    own = "".join(map(chr, points.tolist())).encode()
    assert table.spelt[points].view(np.uint8).reshape(-1, 4)[:, :3].tobytes() == own
    kinds = np.unique(table.kind[points])
    assert kinds.view(np.uint8).tolist() == [ALONE, 0, CLOSE, 0]
