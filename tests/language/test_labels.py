"""What labels.py takes for a label, and what it leaves alone."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language import labels

HEADINGS = [
    ("More from Europe", "More from Europe", None),
    ("Mehr zum Thema Hafen:", "Mehr zum Thema Hafen", None),
    ("► Auch interessant", "Auch interessant", None),
    ("Sur le même sujet", "Sur le même sujet", None),
    ("Te puede interesar", "Te puede interesar", None),
    ("Читайте также:", "Читайте также", None),
    ("اقرأ أيضا:", "اقرأ أيضا", None),
    ("यह भी पढ़ें:", "यह भी पढ़ें", None),
    ("【関連記事】", "関連記事", None),
    ("关键词", "关键词", None),
    ("Related Stories", "Related Stories", None),
    ("Read also: Ferry runs aground", "Read also", "Ferry runs aground"),
    ("• Lire aussi : Le phare rallumé", "Lire aussi", "Le phare rallumé"),
    ("- Baca juga: Banjir surut", "Baca juga", "Banjir surut"),
    ("READ MORE | Wolf seen near school", "READ MORE", "Wolf seen near school"),
]


@pytest.mark.parametrize(("line", "label", "rest"), HEADINGS)
def test_a_heading_is_known_with_its_label_and_rest(line: str, label: str, rest: str | None) -> None:
    found = labels.heading(line)
    assert found is not None
    assert (found.label, found.rest) == (label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "More than 100 boats were lost in the storm",
        "Related?",
        "Read more about this in the long report, which the council published on Monday.",
        "Recommended by nobody, the hotel closed.",
        "Plus de cent bateaux perdus",
        "Más de cien barcos perdidos",
        "A recommended dose",
        "x" * 5000,
    ],
)
def test_a_sentence_or_headline_is_no_heading(line: str) -> None:
    assert labels.heading(line) is None


def test_a_heading_of_names_says_so() -> None:
    found = labels.heading("Related Topics: harbour, storm")
    assert found == labels.Heading("Related Topics", "harbour, storm", topics=True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Last update: Tue, 12/07/2016 - 14:17", [("date_modified", "Tue, 12/07/2016 - 14:17")]),
        (
            "Published: 3 May 2020 10:00 Updated: 4 May 2020 11:00",
            [("date_published", "3 May 2020 10:00"), ("date_modified", "4 May 2020 11:00")],
        ),
        (
            "Publié le 12 mars 2020 à 10h15, mis à jour le 13 mars 2020 à 09h00",
            [("date_published", "12 mars 2020 à 10h15"), ("date_modified", "13 mars 2020 à 09h00")],
        ),
        (
            "입력 2020.03.02 10:11 수정 2020.03.02 11:00",
            [("date_published", "2020.03.02 10:11"), ("date_modified", "2020.03.02 11:00")],
        ),
        ("发布时间：2020年3月2日 10:11", [("date_published", "2020年3月2日 10:11")]),
        ("最終更新 2020年3月2日", [("date_modified", "2020年3月2日")]),
        ("Veröffentlicht am 3. Mai 2020 um 10:00 Uhr", [("date_published", "3. Mai 2020 um 10:00 Uhr")]),
        ("آخر تحديث: 12/03/2020", [("date_modified", "12/03/2020")]),
        ("Updated 6 hours ago", [("date_modified", "6 hours ago")]),
        ("Posted on March 3, 2020 by admin", [("date_published", "March 3, 2020")]),
        ("Опубликовано: 12 марта 2020, 10:15", [("date_published", "12 марта 2020, 10:15")]),
    ],
)
def test_labelled_dates_are_found_as_printed(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.field, each.raw) for each in labels.stamps(line)] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures from 2016 show that 12 per cent of the boats leak",
        "Update: the harbour is open again",
        "Update 3: Mill to buy rival for 45 million",
        "Stand 12 Teams traten 2020 an",
        "Updated 11.02.23: This story now names the captain.",
        "12 July 2016",
        "Published by nobody",
    ],
)
def test_sentences_with_numbers_are_no_labelled_dates(line: str) -> None:
    assert labels.stamps(line) == ()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("12 July 2016", "12 July 2016"),
        ("Tue, 12/07/2016 - 14:17", "Tue, 12/07/2016 - 14:17"),
        ("2020年3月2日 10:11", "2020年3月2日 10:11"),
        ("2020", None),
        ("Euro 2020 was won by the smaller boat 3 times", None),
        ("Storm of 2016", None),
    ],
)
def test_a_line_that_is_a_date_and_no_more(line: str, date: str | None) -> None:
    assert labels.bare_date(line) == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Q. Roe, Reuters", ("Jane Doe", "John Q. Roe")),
        ("Von Anna Müller und Ben Groß", ("Anna Müller", "Ben Groß")),
        ("Por Ana de la Torre", ("Ana de la Torre",)),
        ("文／山田太郎", ("山田太郎",)),
        ("홍길동 기자", ("홍길동",)),
        ("بقلم محمد علي", ("محمد علي",)),
        ("(AFP)", ()),
        ("By Reuters", ()),
    ],
)
def test_a_byline_is_known_with_its_names(line: str, names: tuple[str, ...]) -> None:
    found = labels.byline(line)
    assert found is not None
    assert (found.text, found.names) == (line, names)


@pytest.mark.parametrize(
    "line",
    ["By the way, it rained", "By 2030 the city will be dry", "von der Brücke", "Di Jakarta hujan turun", "Text"],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert labels.byline(line) is None


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("PARIS (AFP) - The ferry ran late.", "PARIS (AFP)"),
        ("LONDON, Jan 5 (Reuters) - The ferry", "LONDON, Jan 5 (Reuters)"),
        ("Berlin (dpa) - Die Fähre", "Berlin (dpa)"),
        ("PARIS — The ferry", "PARIS"),
        ("Reuters - The ferry", "Reuters"),
        ("(서울=연합뉴스) 배가", "(서울=연합뉴스)"),
        ("Paris - the city of ferries", None),
        ("The plan - he said - is off", None),
        ("", None),
    ],
)
def test_datelines(paragraph: str, expected: str | None) -> None:
    assert labels.dateline(paragraph) == expected


def test_the_text_of_a_link_is_known() -> None:
    assert [labels.leads_on(each) for each in ("Read more »", "[Weiterlesen]", "続きを読む", "Read more books")] == [
        True,
        True,
        True,
        False,
    ]


@given(st.text(max_size=400))
def test_any_text_is_judged_without_error(text: str) -> None:
    for stamp in labels.stamps(text):
        assert stamp.raw in normalize("NFC", text)
    found = labels.heading(text)
    assert found is None or found.label
    labels.byline(text)
    labels.dateline(text)
    labels.leads_on(text)
