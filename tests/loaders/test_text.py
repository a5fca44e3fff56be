"""How text scrapes are read: structure first, words second, and doubt goes to the body."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import text
from copydesk.model import Origin, Record

SEED = Path(__file__).parents[2] / "seeds" / "text" / "000_e10a35954561f647.txt"
HEAD = "Night ferry returns to the island"
ONE = "The night ferry will sail again from June, two winters after a cracked shaft put it ashore for good."
TWO = "Fares stay as they were, the county said, because the repair was paid from the insurance of the line."
THREE = "The first crossing leaves at a quarter past ten in the evening, and tickets for it are gone already."


def read(content: str | bytes, name: str = "story.txt") -> Record:
    data = content.encode() if isinstance(content, str) else content
    (found,) = text.load(BytesIO(data), Origin(name))
    assert isinstance(found, Record)
    return found


def body(record: Record) -> list[str]:
    return str(record.fields.get("article_body", "")).split("\n\n")


def teasers(record: Record) -> list[tuple[str | None, str | None]]:
    return [(each.headline, each.description) for each in record.teasers]


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def test_the_seed_document_is_read_whole() -> None:
    record = read(SEED.read_bytes(), SEED.name)
    assert record.fields["headline"] == "France, Belgium vow to jointly step up fight against terrorism"
    assert record.line == 1
    assert len(body(record)) == 10
    assert record.body_lines == (3, 5, 7, 9, 11, 13, 15, 17, 19, 21)
    assert str(record.fields["article_body"]).count("\u00a0") == 4
    assert record.fields["date_modified"] == "Tue, 12/07/2016 - 14:17"
    assert dict(record.field_lines) == {"date_modified": 23}
    assert [each.line for each in record.teasers] == [29, 33, 37, 41, 45]
    assert {each.collection_label for each in record.teasers} == {"More from Europe"}
    assert record.teasers[4].headline == "Five dead, 23 missing after avalanche hits Italian hotel"
    assert all((each.description or "").endswith("...") for each in record.teasers)
    assert not record.extra


def test_a_part_of_a_file_keeps_its_line_and_record() -> None:
    (record,) = text.load(BytesIO(page(HEAD, ONE).encode()), Origin("a.txt", line=40, record=3))
    assert isinstance(record, Record)
    assert (record.line, record.record, record.body_lines) == (40, 3, (42,))


class TestHeadline:
    def test_a_text_that_begins_with_a_long_sentence_has_none(self) -> None:
        record = read(page(ONE + " " + TWO, THREE))
        assert "headline" not in record.fields
        assert len(body(record)) == 2
        assert record.line == 1

    def test_a_dateline_begins_a_body(self) -> None:
        record = read(page("PARIS (AFP) - The ferry ran late", ONE))
        assert "headline" not in record.fields
        assert record.fields["dateline"] == "PARIS (AFP)"

    def test_a_short_sentence_may_be_one(self) -> None:
        assert read(page("Ferry returns.", ONE)).fields["headline"] == "Ferry returns."
        assert "headline" not in read("Ferry returns.\n").fields

    def test_a_quotation_may_be_one(self) -> None:
        assert read(page("“It was dark. We sang.”", ONE)).fields["headline"] == "“It was dark. We sang.”"

    def test_a_headline_alone_is_an_article(self) -> None:
        record = read(HEAD)
        assert record.fields == {"headline": HEAD}
        assert record.body_lines is None

    def test_lines_above_it_are_labels(self) -> None:
        record = read(page("Published: 3 May 2020 10:00 Updated: 4 May 2020 11:00", HEAD, ONE))
        assert record.fields["headline"] == HEAD
        assert record.fields["date_published"] == "3 May 2020 10:00"
        assert record.fields["date_modified"] == "4 May 2020 11:00"
        assert record.line == 3
        assert dict(record.field_lines) == {"date_published": 1, "date_modified": 1}

    def test_a_wrapped_one_becomes_one_line(self) -> None:
        lines = "Night ferry to the far island of\nSkarholm returns after two cold\nwinters ashore\n\n"
        assert read(lines + page(ONE, TWO)).fields["headline"] == lines.strip().replace("\n", " ")

    def test_markdown_loses_its_marks(self) -> None:
        assert read(page("# " + HEAD, ONE), "story.md").fields["headline"] == HEAD
        assert read(page("# " + HEAD, ONE), "story.txt").fields["headline"] == "# " + HEAD


class TestLabels:
    @pytest.mark.parametrize(
        ("line", "byline", "author"),
        [
            ("By Jane Doe", "By Jane Doe", ["Jane Doe"]),
            ("Von Anna Müller und Ben Groß", "Von Anna Müller und Ben Groß", ["Anna Müller", "Ben Groß"]),
            ("Reuters", "Reuters", None),
        ],
    )
    def test_bylines(self, line: str, byline: str, author: list[str] | None) -> None:
        record = read(page(HEAD, line, ONE))
        assert record.fields["byline"] == byline
        assert record.fields.get("author") == author
        assert body(record) == [ONE]
        assert record.field_lines["byline"] == 3

    def test_a_byline_and_a_date_on_one_line(self) -> None:
        record = read(page(HEAD, "By Jane Doe | 12 March 2020, 10:15", ONE))
        assert record.fields["author"] == ["Jane Doe"]
        assert record.fields["date_published"] == "12 March 2020, 10:15"

    def test_a_byline_with_an_outlet(self) -> None:
        record = read(page(HEAD, "By Jane Doe | The Courier", ONE))
        assert record.fields["byline"] == "By Jane Doe | The Courier"
        assert body(record) == [ONE]

    def test_both_dates_on_two_lines_at_the_end(self) -> None:
        record = read(page(HEAD, ONE) + "Veröffentlicht: 3. Mai 2020\nAktualisiert: 4. Mai 2020\n")
        assert (record.fields["date_published"], record.fields["date_modified"]) == ("3. Mai 2020", "4. Mai 2020")
        assert body(record) == [ONE]

    def test_a_second_date_of_a_kind_stays_in_the_body(self) -> None:
        record = read(page(HEAD, "Update: 12.03.2020, 10:15", ONE, "Update: 12.03.2020, 11:30", TWO))
        assert record.fields["date_modified"] == "12.03.2020, 10:15"
        assert body(record) == [ONE, "Update: 12.03.2020, 11:30", TWO]

    def test_address_and_rights(self) -> None:
        record = read(page(HEAD, "https://courier.example/ferry", ONE, "© 2026 The Courier. All rights reserved."))
        assert record.fields["url"] == "https://courier.example/ferry"
        assert record.fields["copyright_notice"].startswith("© 2026")
        assert body(record) == [ONE]

    def test_tags_are_keywords(self) -> None:
        record = read(page(HEAD, ONE, "Tags: ferry, harbour"))
        assert record.fields["keywords"] == ["ferry", "harbour"]
        assert body(record) == [ONE]


class TestBlocks:
    def test_headlines_alone(self) -> None:
        record = read(page(HEAD, ONE, TWO, "Mehr zum Thema", "Gericht erlaubt Windräder", "Muscheln in Gefahr"))
        assert teasers(record) == [("Gericht erlaubt Windräder", None), ("Muscheln in Gefahr", None)]
        assert [each.line for each in record.teasers] == [9, 11]
        assert body(record) == [ONE, TWO]

    def test_bullets_and_addresses(self) -> None:
        entries = (
            "Read also:\n- Swimmers want the dock back - https://c.example/dock\n• [Bakery wins](https://c.example/b)\n"
        )
        record = read(page(HEAD, ONE) + "\n" + entries)
        assert [(each.headline, each.url) for each in record.teasers] == [
            ("Swimmers want the dock back", "https://c.example/dock"),
            ("Bakery wins", "https://c.example/b"),
        ]

    def test_headline_teaser_and_link(self) -> None:
        entry = ("The petition has reached the council, which will hear it on…", "https://c.example/1", "Read more")
        record = read(page(HEAD, ONE, TWO, "Related", "Swimmers want the dock", *entry, "Bakery wins", *entry))
        assert [each.url for each in record.teasers] == ["https://c.example/1"] * 2
        assert teasers(record)[1] == ("Bakery wins", entry[0])
        assert body(record) == [ONE, TWO]

    def test_a_line_in_the_body(self) -> None:
        record = read(page(HEAD, ONE, "Read also: Bakery wins the county loaf", TWO))
        assert body(record) == [ONE, TWO]
        assert (record.teasers[0].headline, record.teasers[0].collection_label, record.teasers[0].line) == (
            "Bakery wins the county loaf",
            "Read also",
            5,
        )

    def test_a_block_in_the_body_gives_the_body_back(self) -> None:
        record = read(page(HEAD, ONE, "Leia também", "Praia fecha mais cedo", "Escola muda de casa", TWO, THREE))
        assert body(record) == [ONE, TWO, THREE]
        assert teasers(record) == [("Praia fecha mais cedo", None), ("Escola muda de casa", None)]

    def test_a_short_line_above_the_text_that_goes_on_is_its_crosshead(self) -> None:
        entries = ("School of Port Ansel moves to an old cinema", "Bakery of Rope Street wins the county loaf")
        record = read(page(HEAD, ONE, "Read also", *entries, "The repair", TWO, THREE))
        assert body(record) == [ONE, "The repair", TWO, THREE]
        assert [each.headline for each in record.teasers] == list(entries)

    def test_an_interview_behind_a_block_is_not_taken_for_teasers(self) -> None:
        answers = (ONE + " " + TWO + " " + THREE, TWO + " " + THREE + " " + ONE)
        record = read(
            page(HEAD, ONE, "See also", "Bakery wins", "Who pays for it?", answers[0], "And then?", answers[1])
        )
        assert body(record)[-1] == answers[1]
        assert answers[0] in body(record)

    def test_headlines_keep_their_dashes_and_numbers(self) -> None:
        record = read(page(HEAD, ONE, "Related", "Fire at the mill – smoke over town", "Dock closed on 9. June 2026"))
        assert [each.headline for each in record.teasers] == [
            "Fire at the mill – smoke over town",
            "Dock closed on 9. June 2026",
        ]

    def test_several_blocks(self) -> None:
        record = read(page(HEAD, ONE, "Read also", "Bakery wins", "Most read", "School roof mended", "Seals counted"))
        assert [(each.collection_label, each.headline) for each in record.teasers] == [
            ("Read also", "Bakery wins"),
            ("Most read", "School roof mended"),
            ("Most read", "Seals counted"),
        ]

    def test_a_heading_that_text_follows_is_body(self) -> None:
        assert body(read(page(HEAD, ONE, "More on the repair", TWO, THREE))) == [ONE, "More on the repair", TWO, THREE]

    def test_no_heading_is_needed_where_texts_are_cut(self) -> None:
        cut = "A petition to reopen it for bathing has reached the council, which will hear the..."
        record = read(page(HEAD, ONE, TWO, "Aus der Region", "Swimmers want dock", cut, "Bakery wins", cut))
        assert teasers(record) == [("Swimmers want dock", cut), ("Bakery wins", cut)]
        assert {each.collection_label for each in record.teasers} == {"Aus der Region"}
        assert body(record) == [ONE, TWO]

    def test_an_ellipsis_by_style_makes_no_block(self) -> None:
        assert not read(page(HEAD, ONE, "What a night", "And so it ended...", TWO)).teasers

    def test_dates_of_entries_are_not_the_article_s(self) -> None:
        record = read(page(HEAD, ONE, "Read also", "Bakery wins", "Updated: 1 May 2020", "Seals counted"))
        assert "date_modified" not in record.fields
        assert len(record.teasers) == 2

    @pytest.mark.parametrize(
        ("heading", "first", "second"),
        [
            ("اقرأ أيضا", "المدرسة تنتقل إلى سينما قديمة", "إغلاق الشاطئ مساء الأحد"),
            ("関連記事", "灯台の明かりが百年ぶりに消える", "港の学校、屋根の修理を始める"),
            ("Читайте также:", "Школа переехала в кино", "Пекарня получила приз"),
            ("यह भी पढ़ें", "पुराने सिनेमा में लगी कक्षा", "नाव फिर चली द्वीप की ओर"),
            ("อ่านเพิ่มเติม", "โรงเรียนย้ายไปโรงหนังเก่า", "เรือกลับมาแล้ว"),
        ],
    )
    def test_scripts(self, heading: str, first: str, second: str) -> None:
        record = read(page(HEAD, ONE, heading, first, second))
        assert teasers(record) == [(first, None), (second, None)]


class TestLines:
    def test_without_blank_lines_each_line_is_a_paragraph(self) -> None:
        record = read("\n".join([HEAD, "By Jane Doe", ONE + " " + TWO, TWO + " " + THREE, "Read also", "Bakery wins"]))
        assert body(record) == [ONE + " " + TWO, TWO + " " + THREE]
        assert record.body_lines == (3, 4)
        assert teasers(record) == [("Bakery wins", None)]

    def test_hard_wrapped_paragraphs_keep_their_breaks(self) -> None:
        wrapped = "The night ferry will sail again from\nthe first week of June, two winters\nafter it was put ashore."
        record = read(page(HEAD, wrapped, wrapped))
        assert body(record) == [wrapped, wrapped]
        assert record.body_lines == (3, 7)

    def test_a_wrapped_line_may_begin_with_a_dash_a_number_or_a_label(self) -> None:
        wrapped = (
            "The night ferry sails again from the\n"
            "7. June on, two winters after a shaft\n"
            "– an old one – had cracked. It was\n"
            "Updated 2024 and costs nothing more."
        )
        assert body(read(page(HEAD, wrapped, wrapped))) == [wrapped, wrapped]

    def test_hard_wrapped_without_blank_lines(self) -> None:
        one = "   The night ferry sails again from the\nfirst week of June, two winters and a\nbit after it ran ashore."
        record = read(f"{HEAD}\n{one}\n{one}\n")
        assert body(record) == [one.strip()] * 2
        assert record.body_lines == (2, 5)

    def test_a_column_of_japanese(self) -> None:
        wrapped = "夜行フェリーは二冬ぶりに島へ\n再開した、と港の会社が月曜日\nに言う。切符はもうない。"
        record = read(page("夜行フェリーが島へ", wrapped, wrapped))
        assert body(record) == [wrapped, wrapped]

    @pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
    def test_line_endings(self, ending: str) -> None:
        record = read(page(HEAD, ONE, "Last update: 3 May 2020", TWO).replace("\n", ending))
        assert record.body_lines == (3, 7)
        assert body(record) == [ONE, TWO]

    def test_form_feeds_tabs_and_ideographic_spaces(self) -> None:
        record = read(f"{HEAD}\n\f\t{ONE}\n\n\u3000{TWO}\f{THREE}\n\x1a")
        assert body(record) == [ONE, TWO, THREE]
        assert record.body_lines == (2, 4, 4)

    def test_no_break_spaces_stay(self) -> None:
        assert "US\u00a0President" in body(read(page(HEAD, "The US\u00a0President " + ONE)))[0]


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_unicode(self, encoding: str) -> None:
        data = page("Fähre fährt wieder", ONE).encode(encoding)
        assert text.sniff(data, "a.txt") == 60
        assert read(data).fields["headline"] == "Fähre fährt wieder"

    def test_a_legacy_charset_is_named(self) -> None:
        words = page("Паром снова идёт на остров", "Ночной паром вернулся на линию после двух зим на берегу, сообщили.")
        record = read(words.encode("cp1251"))
        assert record.fields["headline"] == "Паром снова идёт на остров"
        assert record.extra == {"encoding": "cp1251"}

    def test_damaged_utf_8_stays_utf_8(self) -> None:
        data = page(
            "Fähre fährt wieder zur Insel", "Für die Überfahrt gelten die Preise von früher, heißt es. " * 3
        ).encode()
        record = read(data[:-2] + b"\xc3\n")
        assert record.fields["headline"] == "Fähre fährt wieder zur Insel"
        assert str(record.fields["article_body"]).endswith("\ufffd")


class TestNoise:
    @pytest.mark.parametrize(
        "head",
        [bytes(range(256)) * 8, b"\x00" * 100, b"<?xml version='1.0'?><newsItem/>", b"%PDF-1.7 etc", b"PK\x03\x04abc"],
    )
    def test_what_is_no_text_is_not_recognised(self, head: bytes) -> None:
        assert text.sniff(head, "a.txt") == 0

    def test_markup_is_no_text_unless_it_is_named_so(self) -> None:
        head = b"<!-- item -->\n<nitf version='3.2'><head/></nitf>"
        assert text.sniff(head, "story.nitf") == 0
        assert text.sniff(head, "story.txt") == 60

    def test_text_is_the_last_resort_without_a_suffix(self) -> None:
        assert text.sniff(b"Some words", "story") == 10

    def test_control_codes_around_an_agency_header_pass(self) -> None:
        wire = (
            b"\x01abc100 3 s 586\r\n\x02Night ferry returns\r\n\r\n"
            + ONE.encode()
            + b"\r\n\x03\x04\r\n"
            + TWO.encode() * 4
        )
        assert text.sniff(wire, "wire.txt") == 60
        assert ONE in str(read(wire).fields["article_body"])

    def test_separators_of_a_table_pass(self) -> None:
        table = b"\x16\x01s0284\r\nStandings\r\n" + b"\x08Port Ansel\x1f\x1e\x1e 73\x1e\x1e 52\r\n" * 20
        assert text.sniff(table, "table") == 10

    def test_binary_data_are_refused(self) -> None:
        with pytest.raises(UnreadableFileError) as caught:
            read(bytes(range(256)) * 8)
        assert caught.value.reason == "binary-data"

    @pytest.mark.parametrize("content", ["", " \n\t\n", "\u00a0\n", "\ufeff\n"])
    def test_nothing_is_an_empty_file(self, content: str) -> None:
        with pytest.raises(UnreadableFileError) as caught:
            read(content)
        assert caught.value.reason == "empty-file"


LABELS = ["Read also", "Read also: Bakery wins", "Last update: 3 May 2020", "By Jane Doe", "Read more", "関連記事", "1"]
WORDS = [
    HEAD,
    ONE,
    TWO,
    "Bakery wins",
    "Cut in the middle of a...",
    "https://c.example/1",
    "  Indented " + ONE,
    "\f",
    "",
]


@given(st.lists(st.sampled_from(LABELS + WORDS), min_size=1, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_line_goes_to_one_place(lines: list[str], ending: str) -> None:
    content = ending.join([HEAD, *lines])
    record = read(content)
    known = str(record.fields.get("article_body", ""))
    count = content.count("\n") + 1
    assert len(record.body_lines or ()) == (len(known.split("\n\n")) if known else 0)
    assert all(1 <= line <= count for line in (*(record.body_lines or ()), *record.field_lines.values()))
    assert list(record.body_lines or ()) == sorted(record.body_lines or ())
    assert all(each.line is not None and (each.headline or each.description or each.url) for each in record.teasers)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = read(data)
    except UnreadableFileError as refused:
        found = None
        reason = refused.reason
    assert found is not None or reason in {"empty-file", "binary-data"}
