"""How pages are read: what they state of themselves, their main text, and their blocks of related stories."""

from io import BytesIO
from pathlib import Path

import pytest

from copydesk.errors import UnreadableFileError
from copydesk.loaders import html
from copydesk.model import Origin, Record, Reject

PAGES = Path(__file__).parent / "pages"
SENTENCE = "The harbour was quiet on the morning after the storm, and the boats lay where the water had left them. "
BODY = f"<p>{SENTENCE * 2}</p><p>{SENTENCE * 3}</p>"


def read(content: str | bytes, origin: Origin | None = None) -> Record:
    data = content.encode() if isinstance(content, str) else content
    (found,) = html.load(BytesIO(data), origin or Origin("page.html"))
    assert isinstance(found, Record)
    return found


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body><article>{body}</article></body></html>"


def linked(json: str) -> str:
    return page(f'<script type="application/ld+json">{json}</script>')


@pytest.fixture
def german() -> Record:
    return read((PAGES / "german.html").read_bytes())


def test_json_ld_fills_the_fields_and_references_are_followed(german: Record) -> None:
    assert {name: value for name, value in german.fields.items() if name != "article_body"} == {
        "headline": "Fähre nach Hallig Süderoog fährt wieder",
        "alternative_headline": "Nach zwei Wintern: Die Fähre ist zurück",
        "description": "Zwei Winter lang lag das Schiff im Dock. Nun fährt es zweimal am Tag.",
        "date_published": "2026-03-04T06:30:00+01:00",
        "date_modified": "2026-03-04T09:10:00+01:00",
        "author": ["Maike Krüger", "Jens Olufs"],
        "byline": "Von Maike Krüger und Jens Olufs",
        "publisher": "Küstenblatt Verlag",
        "in_language": "de-DE",
        "article_section": "Inseln & Halligen",
        "keywords": ["Fähre", "Hallig"],
        "is_accessible_for_free": True,
        "word_count": 96,
        "url": "https://kuestenblatt.example/insel/faehre-faehrt-wieder-1042.html",
    }


def test_fields_and_paragraphs_have_the_lines_that_they_stand_in(german: Record) -> None:
    lines = (PAGES / "german.html").read_text(encoding="utf-8").splitlines()
    assert "datePublished" in lines[german.field_lines["date_published"] - 1]
    assert "canonical" in lines[german.field_lines["url"] - 1]
    assert german.body_lines is not None
    assert [lines[line - 1][:12] for line in german.body_lines[-3:]] == ["<p>Zwei Wint", "<p>Der Kapit", "<p>Der Kreis"]
    assert all("<p class" in lines[(each.line or 0) - 1] for each in german.teasers)


def test_lines_and_record_count_on_from_the_origin() -> None:
    record = read("\n" + page(), Origin("page.html", line=11, record=4))
    assert (record.line, record.record, record.body_lines) == (11, 4, (12, 12))


def test_a_related_block_becomes_teasers_and_stands_in_no_body(german: Record) -> None:
    assert [(each.headline, each.url) for each in german.teasers] == [
        ("Der alte Kran im Hafen steht seit…", "https://kuestenblatt.example/hafen/kran-steht-still-1031.html"),
        ("Seegras wächst nach", "https://kuestenblatt.example/watt/seegras-waechst-nach-1029.html"),
        ("Die Schule bleibt offen", "https://kuestenblatt.example/dorf/schule-bleibt-offen-1020.html"),
    ]
    assert {each.collection_label for each in german.teasers} == {"Mehr von der Küste"}
    assert [(each.description or "")[-9:] for each in german.teasers] == ["einmal...", "an das...", "weiter..."]
    body = str(german.fields["article_body"])
    assert "Seegras" not in body
    assert "Na endlich" not in body
    assert body.endswith("ob der Fahrplan so bleibt.")


def test_a_cut_text_is_whole_where_the_page_has_it_whole(german: Record) -> None:
    assert german.teasers[0].full == "Der alte Kran im Hafen steht seit Montag still"
    assert german.teasers[1].full is None
    english = read((PAGES / "english.html").read_bytes())
    assert [(each.headline, each.full) for each in english.teasers] == [
        (
            "Library roof mended after a decade of…",
            "Library roof mended after a decade of buckets in the reading room",
        ),
        ("River level falls for the third week in…", None),
    ]


def test_broken_json_ld_is_mended() -> None:
    record = read((PAGES / "english.html").read_bytes())
    assert record.fields["date_published"] == "2026-05-11T07:00:00Z"
    assert record.fields["author"] == ["Ada Whitlock"]
    assert record.fields["description"] == "Rents are down, but traders wait."
    assert record.extra["type"] == ["NewsArticle", "ReportageNewsArticle"]
    assert "broken_json_ld" not in record.extra


def test_a_headline_cut_by_the_content_system_is_read_whole() -> None:
    record = read((PAGES / "english.html").read_bytes())
    assert record.fields["headline"] == (
        "Covered market reopens with half of its stalls empty, and the rest asking who will come"
    )


def test_a_link_in_running_text_is_no_teaser() -> None:
    body = str(read((PAGES / "english.html").read_bytes()).fields["article_body"])
    assert "The council’s plan for the new bus route was passed last month" in body


def test_scripts_without_blanks_between_words() -> None:
    record = read((PAGES / "japanese.html").read_bytes())
    assert record.fields["headline"] == "島の郵便局、七十年ぶりに移転"
    assert record.fields["publisher"] == "内海新報"
    assert record.fields["date_published"] == "2026-02-18T09:00:00+09:00"
    assert str(record.fields["article_body"]).count("\n\n") == 2
    assert [(each.collection_label, each.url) for each in record.teasers] == [
        ("よく読まれている記事", "/news/20260217-01.html"),
        ("よく読まれている記事", "/news/20260216-04.html"),
        ("よく読まれている記事", "/news/20260215-02.html"),
    ]


@pytest.mark.parametrize(
    ("json", "headline"),
    [
        ('{"@type": "NewsArticle", "headline": "Plain",}', "Plain"),
        ('[{"@type": "Organization", "name": "O"}, {"@type": "BlogPosting", "headline": "In a list"}]', "In a list"),
        ('{"@type": "NewsArticle", "headline": "One"} {"@type": "WebSite", "name": "Two"}', "One"),
        ('<!-- {"@type": "https://schema.org/NewsArticle", "headline": "Wrapped"} -->', "Wrapped"),
        ("{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;Escaped&quot;}", "Escaped"),
        ('{"@type": "Article", "headline": "Bread &amp;amp; butter"}', "Bread &amp; butter"),
        ('{"@type": "Article", "headline": "// no comment, /* none */, }"}', "// no comment, /* none */, }"),
        ('{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}', None),
        ('{"@type": "NewsArticle", "headline": ', None),
        ("[" * 100_000, None),
    ],
)
def test_json_ld_as_pages_have_it(json: str, headline: str | None) -> None:
    assert read(linked(json)).fields.get("headline") == headline


def test_a_script_past_mending_is_counted() -> None:
    assert read(linked('{"headline" "x"}')).extra["broken_json_ld"] == 1


def test_the_record_keeps_the_json_ld_as_it_was() -> None:
    record = read(linked('{"@type": "Article", "headline": "A &amp; B", "mood": "grey"}'))
    assert record.raw == {"@type": "Article", "headline": "A &amp; B", "mood": "grey"}


def test_meta_elements_fill_what_json_ld_leaves_open() -> None:
    head = """<meta property="og:title" content="Storm over the bay - The Bay"><meta name="author" content="By Jo Lund">
    <meta property="article:published_time" content="2026-01-02"><meta name="Last-Modified" content="3 January 2026">
    <meta property="og:locale" content="en_GB"><meta name="keywords" content="storm, bay,, storm">
    <meta property="article:content_tier" content="locked"><meta name="dc.identifier" content="urn:bay:7">"""
    record = read(page(head, f"<h1>Storm over the bay</h1>{BODY}"))
    assert {name: value for name, value in record.fields.items() if name != "article_body"} == {
        "headline": "Storm over the bay",
        "author": ["Jo Lund"],
        "date_published": "2026-01-02",
        "date_modified": "3 January 2026",
        "in_language": "en_GB",
        "keywords": ["storm", "bay"],
        "is_accessible_for_free": False,
        "uri": "urn:bay:7",
    }


def test_microdata_and_visible_dates() -> None:
    micro = read(page("", f'<h1>A storm</h1><span itemprop="datePublished" content="2026-02-01">1 Feb</span>{BODY}'))
    assert micro.fields["date_published"] == "2026-02-01"
    shown = read(page("", f'<h1>A storm</h1><p class="post-date">Opublikowano 1 lutego 2026</p>{BODY}'))
    assert shown.fields["date_published"] == "Opublikowano 1 lutego 2026"


@pytest.mark.parametrize(
    ("data", "headline"),
    [
        (page("<title>Æbler og pærer</title>").encode("utf-8-sig"), "Æbler og pærer"),
        (page("<title>Æbler og pærer</title>").encode("utf-16"), "Æbler og pærer"),
        (page("<title>Æbler og pærer</title>").encode("utf-16-be"), "Æbler og pærer"),
        (page('<meta charset="iso-8859-1"><title>Zürich “nah”</title>').encode("cp1252"), "Zürich “nah”"),
        (page('<meta charset="iso-8859-1"><title>Zürich “nah”</title>').encode(), "Zürich “nah”"),
        (page('<meta charset="Shift_JIS"><title>島の郵便局</title>').encode("cp932"), "島の郵便局"),
        (
            page('<meta charset="utf-8"><title>Новости порта</title>', "<p>Новости порта и города</p>" * 9).encode(
                "cp1251"
            ),
            "Новости порта",
        ),
        (
            page('<meta charset="utf-8"><title>Zürich, Köln, Thun, Düren, Fürth#</title>')
            .encode()
            .replace(b"#", b"\xff"),
            "Zürich, Köln, Thun, Düren, Fürth\ufffd",
        ),
        (page('<meta charset="no-such"><title>Plain</title>').encode(), "Plain"),
    ],
)
def test_charsets(data: bytes, headline: str) -> None:
    assert read(data).fields["headline"] == headline


def test_the_stated_body_tells_what_else_was_extracted() -> None:
    days = [[f"{SENTENCE}It was the {part} of day {day}." for day in range(4)] for part in ("dawn", "dusk")]
    first, second = map(" ".join, days)
    advert = "Order the yearbook of the harbour now and read about ships for twelve months without paying a penny more."
    json = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{first} {second}"}}</script>'
    record = read(page(json, f"<p>{first}</p><p>{advert}</p><p>{second}</p><p>{advert}</p>"))
    assert record.fields["article_body"] == f"{first}\n\n{second}"


def test_the_stated_body_stands_in_for_a_page_that_shows_little() -> None:
    stated = "\\n".join(f"{SENTENCE}It was day {day} of the week." for day in range(12))
    json = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{stated}"}}</script>'
    body = str(read(page(json, f"<h1>Quiet</h1><p>{SENTENCE}It was day 0 of the week.</p>")).fields["article_body"])
    assert len(body.split("\n\n")) == 12


def test_line_breaks_part_long_lines_and_stay_between_short_ones() -> None:
    verse = "The boats lay still,<br>the water gone,<br>and no one came."
    record = read(page("", f"<p>{SENTENCE * 3}<br>{SENTENCE * 2}</p><p>{verse}</p><p>{SENTENCE * 4}</p>"))
    assert [part.count("\n") for part in str(record.fields["article_body"]).split("\n\n")] == [0, 0, 2, 0]


def test_comments_menus_and_services_are_no_teasers() -> None:
    def links(name: str) -> str:
        entry = '<li><a href="/2026/{0}/a-very-long-story">The long line number {0} of words...</a></li>'
        return f'<div class="{name}"><ul>{"".join(map(entry.format, range(4)))}</ul></div>'

    for name in ("recent-comments", "main-menu", "social-share", "breadcrumbs", "tag-list", "cookie-consent"):
        assert read(page("", f"<h1>Storm</h1>{BODY * 3}{links(name)}")).teasers == ()
    assert len(read(page("", f"<h1>Storm</h1>{BODY * 3}{links('most-read')}")).teasers) == 4


def test_the_own_story_is_no_teaser() -> None:
    head = '<link rel="canonical" href="https://a.example/2026/storm-over-the-bay">'
    text = "The boats lay where the water had left them, and then..."
    card = '<div class="card"><h3><a href="{}">{}</a></h3><p>' + text + "</p></div>"
    cards = (
        card.format("https://www.a.example/2026/storm-over-the-bay/", "Something else altogether")
        + card.format("/2026/other", "Storm over the bay: a long night")
        + card.format("/2026/another-story-of-today", "Another story of today")
    )
    record = read(page(head, f"<h1>Storm over the bay: a long night</h1>{BODY * 2}<section>{cards}</section>"))
    assert [each.headline for each in record.teasers] == ["Another story of today"]


def test_a_page_without_an_article_is_rejected() -> None:
    (found,) = html.load(BytesIO(b"<html><body><div></div></body></html>"), Origin("empty.html", line=3, record=2))
    assert isinstance(found, Reject)
    assert (found.reason, found.line, found.record) == ("no-article", 3, 2)
    assert "leave it out" in found.message


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty-page"), (b" \n ", "empty-page"), (b"<div>" * 5000, "too-deep"), (b"<br>" * 300_001, "too-large")],
)
def test_pages_that_cannot_be_read_whole(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        list(html.load(BytesIO(data), Origin("bad.html")))
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("head", "name", "sure"),
    [
        (b"<!DOCTYPE html><html>", "a.html", 100),
        (b"\xef\xbb\xbf  <!-- saved --> <HTML lang=de>", "a.txt", 95),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "a", 95),
        ("<!doctype html>".encode("utf-16"), "a", 95),
        ("<!doctype html>".encode("utf-16-be"), "a", 95),
        (b"<div><p>a</p><p>b</p><p>c</p>", "a", 60),
        (b"plain words", "a.html", 30),
        (b"plain words", "a.txt", 0),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><p/><p/><p/>', "a.html", 0),
        (b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "x"><nitf><head/><body><p>a</p><p>b</p><p>c</p>', "a.xml", 0),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a.html", 0),
        (b'{"text": "<html><p><p><p>"}', "a.json", 0),
        (b"PK\x03\x04\0\0<html>", "a.html", 0),
        ("Zwölf Boxkämpfer".encode("cp1252"), "a.txt", 0),
    ],
)
def test_recognition(head: bytes, name: str, sure: int) -> None:
    assert html.sniff(head, name) == sure
