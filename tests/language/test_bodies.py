import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.checks._tails import tails
from copydesk.language import paywalls
from copydesk.language.bodies import ENDING, SOUND, broken, says_more

LEAD = "The harbour is closed.\n\n"
PIECES = st.sampled_from(
    (
        "The harbour",
        " is closed",
        ".",
        "...",
        "…",
        "\n",
        " [+12 chars]",
        " the",
        ",",
        "。",
        "港は",
        "”",
        " (dpa)",
        " Read more",
    )
)


@pytest.mark.parametrize(
    ("line", "kind", "sure"),
    [
        ("The ferries of the bay will stop at the old pier until June, and the crews of", "midsentence", True),
        ("The ferries of the bay will stop at the old pier until June, and the crews wait", "midsentence", False),
        ("The ferries of the bay will stop at the old pier until June, and the crews...", "marker", True),
        ("The mayor told the...", "marker", False),
        ("Die Fähren halten bis Juni am alten Steg, und die Besatzungen warten auf den […]", "marker", True),
        ("All...", "marker", True),
        ("The ferries stop at the pier… [+1234 chars]", "counted", True),
        ("Sign in to read the full story", "paywall", True),
    ],
)
def test_bodies_that_break_off(line: str, kind: str, sure: bool) -> None:
    found = broken(LEAD + line)
    assert found is not None
    assert (found.kind, found.sure) == (kind, sure)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The ferries of the bay will stop at the old pier until June, and the crews wait.",
        "The ferries of the bay will stop at the old pier until June, and the crews wait. (eb)",
        "The ferries of the bay will stop at the old pier until June, and the crews wait — AFP",
        "The ferries of the bay will stop at the old pier until June. These are the days:",
        "Photo: The ferries of the bay at the old pier in the harbour of the town of Elm",
        "“And the ferries of the bay stopped at the old pier of the town in June...”",
        "More on the ferries of the bay and the old pier stands at https://example.org/ferries",
        "Maria Lund",
        "AFP...",
        "Foto: Maria Lund...",
        "North quay    14.20    15.00...",
    ],
)
def test_bodies_that_end(line: str) -> None:
    assert broken(LEAD + line) is None


@pytest.mark.parametrize(
    ("last", "kind", "word"),
    [
        ("    The ferries stop at the old pier until June, and their\ncrews will...", "marker", "..."),
        ("    The ferries stop at the old pier until June, and their\ncrews will be sent to the", "midsentence", "the"),
        ("    The ferries stop at the old pier until June, and the\ncrews wait.\n AFP", None, None),
    ],
)
def test_the_last_paragraph_of_a_hard_wrapped_body_is_read_whole(last: str, kind: str | None, word: str) -> None:
    lead = "The harbour of Elm is closed until the first week of June,\nthe mayor said, and the cranes will come down\n"
    text = f"{lead}before.\n{last}"
    found = broken(text)
    assert (found and found.kind) == kind
    assert found is None or text[found.start : found.end] == word


def test_stated_words() -> None:
    assert says_more("a body of five words", 640)
    assert not says_more("a body of five words", 9)
    assert not says_more("a body of five words", None)


@settings(deadline=None)
@given(st.lists(PIECES).map("".join) | st.text())
def test_the_screens_miss_nothing(text: str) -> None:
    found = broken(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        ends, walled = tails(pa.array([text]), ENDING), tails(pa.array([text]), paywalls.REACH)
        sound = pc.match_substring_regex(ends, SOUND)[0].as_py()
        assert not sound or pc.match_substring_regex(walled, paywalls.SCREEN)[0].as_py()


@given(st.lists(st.none() | st.text()), st.integers(1, 5))
def test_tails(texts: list[str | None], reach: int) -> None:
    ends = tails(pa.array(texts, pa.string()), reach).cast(pa.binary()).to_pylist()
    for text, end in zip(texts, ends, strict=True):
        assert end is None if text is None else text.encode().endswith(end)
        assert text is None or len(end.decode(errors="ignore")) >= min(reach, len(text))
