import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.slugs import goes_on, host


@pytest.mark.parametrize(
    ("core", "url", "says"),
    [
        ("Ferry returns to the old harbour of", "https://example.org/ferry-returns-to-the-old-harbour-of-elm", True),
        ("Ferry returns to the old harb", "/2026/05/ferry-returns-to-the-old-harbour-4711.html", True),
        ("Ferry returns to the old harbour", "/2026/05/ferry-returns-to-the-old-harbour-4711.html", False),
        ("Größere Kräne für Überseehäfen", "https://example.org/groessere-kraene-fuer-ueberseehaefen/", False),
        ("Größere Kräne für Überse", "https://example.org/groessere-kraene-fuer-ueberseehaefen/", True),
        ("Où est passé le vieux bac du", "/ou-est-passe-le-vieux-bac-du-lac-a-12.php?x=1", True),
        ("Паром возвращается в старый", "/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC-возвращается-в-старый-порт", True),
        ("Ferry returns to the old harbour", "https://example.org/?id=7", None),
        ("Ferry returns to the old harbour", "/crane-comes-down", None),
        ("Ferry", "/ferry-returns", None),
        ("Ferry returns to the old harbour", None, None),
        ("Ferry returns to the old harbour", "http://[broken", None),
    ],
)
def test_what_an_address_says(core: str, url: str | None, says: bool | None) -> None:
    assert goes_on(core, url) is says


def test_hosts() -> None:
    assert host("https://www.Example.org:80/x") == "example.org"
    assert host("//news.example.org") == "news.example.org"
    assert host("/relative") is None
    assert host(None) is None


@settings(deadline=None)
@given(st.text(), st.text() | st.from_regex(r"https?://[a-z]{1,9}/[a-z0-9-]{0,40}", fullmatch=True))
def test_any_text(core: str, url: str) -> None:
    assert goes_on(core, url) in (True, False, None)
