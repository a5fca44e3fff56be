"""Cutting texts into words: what a word is in each script, where it stands, and that batches do not matter."""

import re

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stories.blocks import BLOCK, raw_hashes
from copydesk.stories.characters import ALONE, CLOSE, DROP, LAST, characters
from copydesk.stories.options import STANDARD
from copydesk.stories.sketch import shingle_sizes, shingles
from copydesk.stories.words import CHARACTER, NAME, NUMBER, Words, words
from stories.prose import ALL, nonsense


def cut(text: str) -> list[str]:
    found = words(pa.array([text]))
    return [text[start:end] for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True)]


def alike(first: str, second: str) -> bool:
    one, two = (words(pa.array([text])).hash.tolist() for text in (first, second))
    return bool(one == two)


def same(one: Words, two: Words) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(two, name)) for name in ("first", "hash", "start", "end"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crane's jib, 46,000 ships; 3.5 m.", ["The", "crane", "s", "jib", "46,000", "ships", "3.5", "m"]),
        ("<p class='a'>One</p> &amp; two&nbsp;three", ["One", "two", "three"]),
        ("&lt;A HREF=x&gt;Ostend&lt;/A&gt; quay #39;s", ["Ostend", "quay", "s"]),
        ("港で 3日", ["港", "で", "3", "日"]),
        ("Марков мост", ["Марков", "мост"]),
        ("", []),
        ("…—!", []),
    ],
)
def test_words_of(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HARBOUR Café", "harbour cafe\u0301"),
        ("ﬁnal Straße", "FINAL STRASSE"),
        ("so\u00adft hyphen", "soft hyphen"),
        ("caf&eacute; open", "café open"),
        ("１２ tons", "12 tons"),
        ("٤٦ سفينة", "46 سفينة"),
        ("كِتَاب", "كتاب"),
        ("46,000 ships", "46.000 ships"),
        ("46,000 ships", "46'000 ships"),
        ("46,000 ships", "46’000 ships"),
        ("46,000 ships", "46\u00a0000 ships"),
        ("46,000 ships", "46\u202f000 ships"),
        ("46,000 ships", "４６，０００ ships"),
        ("46,000 ships", "٤٦٬٠٠٠ ships"),
        ("a <b>crane</b> fell", "a crane fell"),
    ],
)
def test_what_is_alike(first: str, second: str) -> None:
    assert alike(first, second)


def test_names_and_numbers_are_told() -> None:
    found = words(pa.array(["Then Ines Tolland said: “We moved 310 tonnes.” Later she left."]))
    flags = dict(zip(cut("Then Ines Tolland said: “We moved 310 tonnes.” Later she left."), found.flags, strict=True))
    assert [word for word, flag in flags.items() if flag & NAME] == ["Ines", "Tolland"]
    assert [word for word, flag in flags.items() if flag & NUMBER] == ["310"]


def test_shingles_follow_the_script() -> None:
    text = words(pa.array([ALL["en"], ALL["ja"], ALL["th"], None]))
    sizes = shingle_sizes(text, STANDARD)
    assert sizes.tolist() == [5, 8, 16, 5]
    assert np.add.reduceat(shingles(text, sizes) != 0, text.first[:3]).tolist() == [
        count - size + 1 for count, size in zip(text.count[:3].tolist(), (5, 8, 16), strict=True)
    ]
    assert text.flags[text.first[1]] & CHARACTER


@given(st.lists(st.one_of(st.none(), st.text(max_size=60)), max_size=6))
def test_a_text_is_cut_alike_alone_and_among_others(texts: list[str | None]) -> None:
    together = words(pa.array(texts, pa.string()))
    for place, text in enumerate(texts):
        alone = words(pa.array([text], pa.string()))
        low, high = together.first[place : place + 2]
        for name in ("hash", "flags", "start", "end"):
            assert np.array_equal(getattr(together, name)[low:high], getattr(alone, name))
        if text:
            assert all(0 <= start < end <= len(text) for start, end in zip(alone.start, alone.end, strict=True))
            assert bool((np.diff(alone.start) >= 0).all())


@given(st.text(alphabet="abc AB.,-\n'1", max_size=80))
def test_plain_words_are_those_of_a_pattern(text: str) -> None:
    assert cut(text) == re.findall(r"(?:[0-9](?:[.,'](?=[0-9]))?|[a-zA-Z])+", text)


@given(st.text(max_size=80))
def test_case_changes_nothing_in_ascii(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert alike(plain.upper(), plain.lower()) or re.search(r"&\w+;", plain)


def test_numbers_do_not_cross_texts() -> None:
    assert words(pa.array(["9.", "5", ".5", "1", ",2"])).count.tolist() == [1, 1, 1, 1, 1]


def test_long_texts_cross_blocks() -> None:
    long = nonsense(1, 110_000)
    assert len(long) > BLOCK
    assert cut(long) == re.findall(r"[A-Za-z0-9]+", long)
    assert same(words(pa.array([long, "é", long])), words(pa.array(["x", long, "é", long]).slice(1)))


def test_raw_hashes_tell_texts_apart_as_they_stand() -> None:
    found = raw_hashes(pa.array(["a b", "a  b", None, "", "A b", "a b"])).tolist()
    assert found[0] == found[5]
    assert len({found[0], found[1], found[4]}) == 3
    assert found[2] == found[3] == 0


def test_words_longer_than_what_is_read_at_a_time_are_told_apart() -> None:
    forms = ["a" * length + end for length in (7, 8, 15, 16, 63, 64, 65, 200) for end in ("x", "y", "xy", "yx")]
    hashes = words(pa.array(forms)).hash.tolist()
    assert len(set(hashes)) == len(set(forms)) == len(hashes)


def test_every_character_folds_within_its_bytes() -> None:
    table = characters()
    spelt, kind = (part.view(np.uint8).reshape(-1, 4) for part in (table.spelt, table.kind))
    for point in [*range(0x80, 0xD800), *range(0xE000, LAST)]:
        room = len(chr(point).encode())
        kept = bytes(spelt[point, :room]).replace(bytes([DROP]), b"").strip(b"\0")
        assert kept.decode() == kept.decode().casefold() or len(kept) == room
        if kind[point, 0] & ALONE:
            assert len(kept) == room
            assert kind[point, room - 1] & CLOSE


@given(st.lists(st.text(alphabet="aé港 ก.5٤ß\u0301“\U00020000\u00a0", max_size=30), max_size=5))
def test_places_are_those_of_the_words(texts: list[str]) -> None:
    found = words(pa.array(texts, pa.string()))
    for place, text in zip(found.text.tolist(), zip(found.start, found.end, found.hash, strict=True), strict=True):
        start, end, value = text
        assert words(pa.array([texts[place][start:end]])).hash.tolist() == [value]
