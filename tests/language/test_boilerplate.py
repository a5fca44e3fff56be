import itertools

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.boilerplate import MEANING, SCREENS, boilerplate, line_kind, without

SAID = {
    "advert": [
        "ADVERTISEMENT", "Story continues below", "Anzeige", "Publicité",
        "Publicidad", "Реклама", "إعلان", "広告", "विज्ञापन",
    ],
    "newsletter": [
        "Sign up for our daily newsletter",
        "Inscrivez-vous à notre newsletter", "Подпишитесь на рассылку",
        "Get the port's news in your inbox", "Jeden Morgen in Ihrem Postfach: unser Brief",
        "Recibe lo mejor del puerto en tu correo", "Iratkozz fel a kikötő hírlevelére",
    ],
    "share": [
        "Share this article", "Facebook | Twitter | WhatsApp", "Artikel teilen",
        "Поделиться", "分享到", "شارك",
    ],
    "follow": [
        "Join our channel on WhatsApp", "Rejoignez-nous sur Telegram", "Sledujte nás na síti X",
        "Pratite nas na Instagramu", "انضم إلى قناتنا على واتساب", "ติดตามข่าวทางไลน์",
        "Follow us on Facebook", "Folgen Sie uns auf X",
        "Síguenos en Instagram", "关注我们", "تابعونا على تويتر",
    ],
    "copyright": [
        "© 2026 Port News", "All rights reserved.",
        "Alle Rechte vorbehalten", "Все права защищены", "無断転載を禁じます",
    ],
    "comments": ["Leave a comment", "Kommentare (3)", "Комментарии", "コメントする", "التعليقات"],
    "consent": ["We use cookies to improve", "Alle Cookies akzeptieren"],
}  # fmt: skip
EVERY = [(kind, line) for kind, lines in SAID.items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), EVERY)
def test_lines_are_known_by_their_words(kind: str, line: str) -> None:
    assert line_kind(line) == kind
    assert line_kind(f"  {line.upper()} ") == kind
    assert boilerplate(f"The cranes go.\n{line}\nThey go in May.", ()) == {kind: [(15, 15 + len(line))]}


@pytest.mark.parametrize(("kind", "line"), EVERY)
def test_screens_let_such_lines_through(kind: str, line: str) -> None:
    texts = pa.array([line.lower(), f"» {line.lower()} «"])
    assert any(pc.match_substring_regex(texts, screen).to_pylist() == [True, True] for screen in SCREENS)


def test_the_rest_of_a_broken_paragraph_is_none() -> None:
    assert boilerplate("The company made a dollar a\nshare\nin May.", ()) == {}


def test_without() -> None:
    assert without("One.\nADVERT\nTwo.", [(5, 11)]) == "One.\nTwo."
    assert without("One. ADVERT Two.", [(5, 11)]) == "One. Two."
    assert without("ADVERT\nTwo.", [(0, 6)]) == "Two."
    assert without("One.\n\nADVERT\n\nTwo.", [(6, 12)]) == "One.\n\nTwo."


PIECES = st.sampled_from(
    [line for _, line in EVERY] + ["Port news goes on", "The cranes go.", "港", "\n", "\n", " ", "share"]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_spans_are_in_the_text_and_apart(text: str) -> None:
    found = boilerplate(text, ["Port news goes on", "港"])
    spans = sorted(span for each in found.values() for span in each)
    assert list(found) == [kind for kind in MEANING if kind in found]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    without(text, spans)
