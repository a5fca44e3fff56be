import pyarrow as pa
import pyarrow.compute as pc
import pytest

from copydesk.language.tongue_words import CLOSE, LONG, OTHERS, SHORT
from copydesk.language.tongues import close, detectable, primary, tongue


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *(("en-GB", "en"), ("zh_Hans_CN", "zh"), ("deu", "de"), (" FR ", "fr"), ("iw", "he")),
        *(("und", None), ("", None), (None, None), ("English (international)", None), ("zxx", None)),
    ],
)
def test_primary(tag: str | None, language: str | None) -> None:
    assert primary(tag) == language


def test_close() -> None:
    assert close("nb", "da")
    assert close("xx", "xx")
    assert not close("de", "en")
    assert all(close(one, other) for group in CLOSE for one in group for other in group)


@pytest.mark.parametrize("language", LONG)
def test_patterns_are_read_by_re2_and_languages_known_to_the_detector(language: str) -> None:
    for pattern in (LONG[language], SHORT[language], OTHERS.get(language, "x")):
        assert pc.match_substring_regex(pa.array(["", "the and"]), pattern).to_pylist()[0] is False
    assert detectable(language)


def test_tongue() -> None:
    assert tongue("Der Hafen bleibt drei Wochen geschlossen, weil die alten Kräne abgebaut werden.").language == "de"
    assert tongue("").sure < 0.5
