"""How feeds are read: what goes to which field, what is kept apart, and what is refused."""

from io import BytesIO

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import feed, recognise
from copydesk.model import Loaded, Origin, Record, Reject

ENTRY = """<item><title>{title}</title><description>{summary}</description></item>"""


def load(data: str | bytes) -> list[Loaded]:
    raw = data.encode() if isinstance(data, str) else data
    return list(feed.load(BytesIO(raw), Origin("feed.xml")))


def only(data: str | bytes) -> Record:
    (found,) = load(data)
    assert isinstance(found, Record)
    return found


def rss(*items: str, head: str = "") -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'<?xml version="1.0"?>\n<rss version="2.0" {spaces}>\n<channel>\n{head}\n'
        + "\n".join(items)
        + "\n</channel></rss>"
    )


def atom(*entries: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>Blad</title>\n' + "\n".join(entries) + "</feed>"
    )


def json_feed(*items: object, **head: object) -> bytes:
    return orjson.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "La Lanterna", **head, "items": items})


class TestRss:
    def test_every_field(self) -> None:
        record = only(
            rss(
                "<item><title>Ferry &amp;amp; quay</title><link>https://c.example/f</link><guid>tag:c.example,2026:f</guid>"
                "<dc:creator>Jane Doe</dc:creator><pubDate>Mon, 14 Sep 2026 09:00:00 +0100</pubDate>"
                "<category>ferry</category><category>harbour</category><description>It sails again […]</description>"
                "<content:encoded><![CDATA[<p>It sails  again.</p><script>x()</script><p>Tickets&nbsp;went &amp;lt;"
                "</p>]]></content:encoded><comments>https://c.example/f#c</comments></item>",
                head="<title>The Courier</title><language>en-gb</language><copyright>© The Courier</copyright>",
            )
        )
        assert record.fields == {
            "uri": "tag:c.example,2026:f",
            "url": "https://c.example/f",
            "headline": "Ferry & quay",
            "description": "It sails again […]",
            "article_body": "It sails again.\n\nTickets\u00a0went &lt;",
            "author": ["Jane Doe"],
            "publisher": "The Courier",
            "in_language": "en-gb",
            "keywords": ["ferry", "harbour"],
            "copyright_notice": "© The Courier",
            "date_published": "Mon, 14 Sep 2026 09:00:00 +0100",
        }
        assert record.extra == {"comments": "https://c.example/f#c"}
        assert record.line == 5

    def test_a_summary_beside_a_title_is_no_body(self) -> None:
        record = only(rss(ENTRY.format(title="Ferry", summary="It sails again.")))
        assert record.fields == {"headline": "Ferry", "description": "It sails again."}

    def test_a_summary_without_a_title_is_the_text(self) -> None:
        assert only(rss(ENTRY.format(title="", summary="It sails.")).strip()).fields == {"article_body": "It sails."}

    def test_content_without_summary_has_no_description(self) -> None:
        record = only(
            rss("<item><title>F</title><content:encoded>&lt;p&gt;It sails.&lt;/p&gt;</content:encoded></item>")
        )
        assert record.fields == {"headline": "F", "article_body": "It sails."}

    def test_an_entry_with_nothing_is_a_reject(self) -> None:
        sound, empty = load(rss(ENTRY.format(title="F", summary=""), "<item><guid>7</guid></item>"))
        assert isinstance(sound, Record)
        assert isinstance(empty, Reject)
        assert (empty.reason, empty.record, empty.line, empty.raw) == ("no-headline-and-body", 1, 6, "guid: 7")

    def test_a_text_of_pictures_alone_is_a_reject(self) -> None:
        (found,) = load(rss(ENTRY.format(title="", summary="&lt;img src='a.png'/&gt;")))
        assert isinstance(found, Reject)

    def test_a_guid_without_scheme_is_kept_apart(self) -> None:
        record = only(rss("<item><title>F</title><guid isPermaLink='false'>4711</guid><link>/f</link></item>"))
        assert "uri" not in record.fields
        assert (record.extra["guid"], record.extra["link"]) == ("4711", "/f")

    def test_dublin_core_s_date_is_that_of_publication(self) -> None:
        record = only(rss("<item><title>F</title><dc:date>2026-09-14</dc:date></item>"))
        assert record.fields["date_published"] == "2026-09-14"
        assert "date_modified" not in record.fields

    def test_plain_text_is_not_taken_for_markup(self) -> None:
        record = only(rss(ENTRY.format(title="1 &lt; 2", summary="One\n   line.\n\n\nAnother &lt;3")))
        assert record.fields == {"headline": "1 < 2", "description": "One\nline.\n\nAnother <3"}

    def test_lines_skip_comments_and_data(self) -> None:
        hidden = "<!-- <item> -->\n<item><title>F</title><description><![CDATA[\n<item>\n]]></description></item>"
        first, second = load(rss(hidden, "<item><title>G</title></item>"))
        assert isinstance(first, Record)
        assert isinstance(second, Record)
        assert (first.line, second.line) == (6, 9)

    def test_a_feed_that_breaks_off_says_so(self) -> None:
        whole = rss(ENTRY.format(title="F", summary="It sails."), ENTRY.format(title="G", summary="It ran aground."))
        *found, broken = load(whole[:-45])
        assert len(found) == 2
        assert isinstance(broken, Reject)
        assert broken.reason == "truncated-feed"
        assert "after 2 entries" in broken.message

    @pytest.mark.parametrize(
        ("rest", "line", "titles"),
        [
            ("<item><title>Broken &amp; <b></channel>", 6, ["F"]),
            ("<item><title>Broken & <b></channel></rss>", 6, ["F"]),
            ("<item><description>\n<p></description></item></channel></rss>", 7, ["F"]),
            ("<item><title>G</title></channel></rss>", 6, ["F", "G"]),
        ],
    )
    def test_malformed_xml_is_told_with_its_line_and_what_could_be_read_is_kept(self, rest, line, titles) -> None:
        whole = rss(ENTRY.format(title="F", summary="It sails."))
        *found, broken = load(whole.removesuffix("</channel></rss>") + rest)
        assert [each.fields["headline"] for each in found if isinstance(each, Record)] == titles
        assert isinstance(broken, Reject)
        assert (broken.reason, broken.line) == ("broken-feed", line)
        assert f"malformed at line {line} (" in broken.message
        assert "neither a title" not in broken.message

    @pytest.mark.parametrize("title", ["Broken & whole", "A&nbsp;ferry", "A &ferry;"])
    def test_malformed_xml_of_which_nothing_is_lost_is_read(self, title) -> None:
        first, second = load(rss(ENTRY.format(title=title, summary="It sails."), ENTRY.format(title="G", summary="")))
        assert isinstance(first, Record)
        assert isinstance(second, Record)

    def test_rss_1_0(self) -> None:
        data = (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            '<channel rdf:about="x"><title>C</title></channel><item rdf:about="https://c.example/f"><title>F</title>'
            "<link>https://c.example/f</link></item></rdf:RDF>"
        )
        assert feed.sniff(data.encode(), "a.xml") == 97
        assert only(data).fields["headline"] == "F"


class TestAtom:
    def test_every_field(self) -> None:
        record = only(
            atom(
                "<entry><title type='html'>IJs &amp;amp;amp; wind</title><id>tag:p.example,2026:1</id>"
                "<link href='https://p.example/1'/><published>2026-10-12T19:15:00+02:00</published>"
                "<updated>2026-10-12T20:00:00+02:00</updated><author><name>Anouk Zijlstra</name></author>"
                "<category term='ijs'/><summary>Kort.</summary>"
                "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Een.</p><p>Twee<br/>drie.</p></div>"
                "</content></entry>"
            )
        )
        assert record.fields == {
            "uri": "tag:p.example,2026:1",
            "url": "https://p.example/1",
            "headline": "IJs &amp; wind",
            "description": "Kort.",
            "article_body": "Een.\n\nTwee\ndrie.",
            "author": ["Anouk Zijlstra"],
            "publisher": "Blad",
            "in_language": "nl",
            "keywords": ["ijs"],
            "date_published": "2026-10-12T19:15:00+02:00",
            "date_modified": "2026-10-12T20:00:00+02:00",
        }

    def test_text_is_what_it_says(self) -> None:
        record = only(atom("<entry><title>a &lt;b&gt; &amp;amp; c</title><id>urn:x:1</id></entry>"))
        assert record.fields["headline"] == "a <b> &amp; c"

    def test_the_source_of_an_entry_is_its_publisher(self) -> None:
        record = only(atom("<entry><title>F</title><source><title>De Bron</title></source></entry>"))
        assert record.fields["publisher"] == "De Bron"


class TestJsonFeed:
    def test_every_field(self) -> None:
        record = only(
            json_feed(
                {
                    "id": "https://l.example/1",
                    "url": "https://l.example/1",
                    "title": "L'orto",
                    "summary": "Breve.",
                    "content_html": "<p>Uno &amp; due.</p><p>Tre.</p>",
                    "date_published": "2026-08-11T09:00:00+02:00",
                    "date_modified": "2026-08-12T09:00:00+02:00",
                    "tags": ["orto"],
                    "image": "https://l.example/1.jpg",
                },
                language="it",
                authors=[{"name": "Redazione"}, {"url": "https://l.example"}],
            )
        )
        assert record.fields == {
            "uri": "https://l.example/1",
            "url": "https://l.example/1",
            "headline": "L'orto",
            "description": "Breve.",
            "article_body": "Uno & due.\n\nTre.",
            "author": ["Redazione"],
            "publisher": "La Lanterna",
            "in_language": "it",
            "keywords": ["orto"],
            "date_published": "2026-08-11T09:00:00+02:00",
            "date_modified": "2026-08-12T09:00:00+02:00",
        }
        assert record.extra == {"image": "https://l.example/1.jpg"}
        assert record.raw is not None
        assert record.raw["content_html"].startswith("<p>")

    def test_plain_content_and_the_author_of_version_1_0(self) -> None:
        record = only(json_feed({"id": "7", "content_text": "a < b\nc", "author": {"name": "Piero"}}))
        assert record.fields["article_body"] == "a < b\nc"
        assert record.fields["author"] == ["Piero"]
        assert record.extra == {"guid": "7"}

    def test_a_value_of_the_wrong_type_is_left_to_the_tables(self) -> None:
        assert only(json_feed({"id": "u:1", "title": 7})).fields["headline"] == 7

    def test_what_is_no_item_is_a_reject(self) -> None:
        empty, wrong = load(json_feed({"id": "7"}, 3))
        assert isinstance(empty, Reject)
        assert isinstance(wrong, Reject)
        assert (empty.reason, wrong.reason, wrong.record, wrong.raw) == (
            "no-headline-and-body",
            "not-an-object",
            1,
            "3",
        )

    @pytest.mark.parametrize("data", [json_feed()[:-1], b'{"version": "https://jsonfeed.org/version/1", "items": {}}'])
    def test_a_broken_document_is_refused(self, data: bytes) -> None:
        with pytest.raises(UnreadableFileError) as caught:
            load(data)
        assert caught.value.reason == "broken-feed"


class TestSniff:
    @pytest.mark.parametrize(
        "head",
        [
            rss(),
            "<?xml version='1.0'?>\n<!-- c --><!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss version='0.91'>",
            atom(),
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>",
            "<feed version='0.3'><entry/></feed>",
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><rss><channel/></rss>',
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
    def test_feeds(self, head: str, encoding: str) -> None:
        assert feed.sniff(head.encode(encoding), "a.xml") == 97

    @pytest.mark.parametrize(
        "head",
        [
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>",
            "<nitf><body/></nitf>",
            "<NewsML/>",
            "<!DOCTYPE html><html><body><rss/></body></html>",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
            "<feed xmlns='https://shop.example/products'><product/></feed>",
            '{"version": "1", "items": []}',
            "Some words about <rss> feeds",
            "",
        ],
    )
    def test_others(self, head: str) -> None:
        assert feed.sniff(head.encode(), "a.xml") == 0

    def test_a_byte_order_mark_is_passed_over(self) -> None:
        assert feed.sniff(b"\xef\xbb\xbf" + rss().encode(), "a.xml") == 97

    def test_json_feeds_win_over_json(self) -> None:
        assert feed.sniff(json_feed(), "a.json") == 98

    def test_a_hostile_prologue_is_judged_in_time(self) -> None:
        assert feed.sniff(b"<?a?><!--b-->" * 5000, "a.xml") == 0


@pytest.mark.parametrize(
    ("data", "element"),
    [
        (
            '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf><body><p>It sails.</p></body></nitf>',
            "nitf",
        ),
        ("<NewsML Version='1.2'><NewsItem/></NewsML>", "NewsML"),
        ("<n:newsItem xmlns:n='http://iptc.org/std/nar/2006-10-01/'/>", "n:newsItem"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_xml_is_refused_by_the_name_of_its_first_element(data, element, encoding) -> None:
    with pytest.raises(UnreadableFileError, match=f"its first element is <{element}>") as caught:
        recognise(data.encode(encoding), "a.xml")
    assert caught.value.reason == "unknown-format"
    assert "RSS, Atom" in str(caught.value.remedy)


def test_what_is_no_feed_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        load("<html><body>no feed</body></html>")
    assert caught.value.reason == "broken-feed"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    data = rss(ENTRY.format(title="Fähre fährt", summary="")).replace('"1.0"?', f'"1.0" encoding="{encoding}"?')
    assert only(data.encode(encoding)).fields["headline"] == "Fähre fährt"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=80))
def test_any_title_comes_through_json_or_is_refused(title: str) -> None:
    (found,) = load(json_feed({"id": "u:1", "title": title}))
    assert isinstance(found, Record) == bool(title.strip())


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = load(b"<rss version='2.0'><channel><item><title>F</title></item>" + data)
    except UnreadableFileError as refused:
        found = [Reject(refused.reason, refused.problem)]
    assert found
