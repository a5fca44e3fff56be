"""Which column goes to which field, whatever its name, its language and its wrapping."""

from typing import Any

import orjson
import pyarrow as pa
import pytest

from copydesk import tables
from copydesk.errors import UnreadableFileError
from copydesk.loaders._aliases import ALIASES, FIELDS, RANKS, normal
from copydesk.loaders._columns import choose, listed, planner, walk, without
from copydesk.loaders._markup import plain_text
from copydesk.loaders._values import settle

BODY = "The ferry was held for six hours. " * 12


def chosen(*records: dict[str, Any], **wanted: str | int) -> dict[str, str]:
    """The choice for some records."""
    return dict(choose(records, wanted).chosen)


def test_every_field_is_one_of_the_schema():
    properties = orjson.loads((tables.schema_folder() / "article.schema.json").read_bytes())["properties"]
    assert set(FIELDS) == set(properties) - {"source_format", "content_hash"}


def test_a_name_belongs_to_one_field():
    owners: dict[str, set[str]] = {}
    for field, names in ALIASES.items():
        for name in names.split():
            owners.setdefault(normal(name), set()).add(field)
    assert "" not in owners
    assert {name: fields for name, fields in owners.items() if len(fields) > 1} == {}
    assert len(RANKS) == len(owners)


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        ("title text", "headline article_body"),
        ("Head Maintext pubDate", "headline article_body date_published"),
        ("judul isi_berita tautan tanggal", "headline article_body url date_published"),
        ("Titel Inhalt Autor Ressort", "headline article_body author article_section"),
        ("TÍTULO Contenido FECHA Fuente", "headline article_body date_published publisher"),
        ("titre contenu auteur rubrique", "headline article_body author article_section"),
        ("标题 正文 来源 发布时间", "headline article_body publisher date_published"),
        ("제목 본문 기자", "headline article_body author"),
        ("العنوان النص المصدر", "headline article_body publisher"),
        ("शीर्षक सामग्री", "headline article_body"),
        ("заголовок текст автор дата", "headline article_body author date_published"),
        ("og:title content-text published_at lang", "headline article_body date_published in_language"),
    ],
)
def test_names_in_many_languages(names, fields):
    record = {name: f"{name} said so" for name in names.split()}
    assert chosen(record) == dict(zip(fields.split(), names.split(), strict=True))


def test_the_best_name_wins_and_the_others_stay_unmapped():
    choice = choose([{"title": "b", "headline": "a", "body": BODY, "created_at": "2024", "published": "2023"}], {})
    assert choice.chosen["headline"] == "headline"
    assert choice.chosen["date_published"] == "published"
    assert choice.column_map().unmapped == ("title", "created_at")


def test_of_two_bodies_with_names_alike_the_clearly_longer_one_wins():
    short = {"title": "a", "text": "cut after a few words…", "content": BODY}
    assert chosen(short)["article_body"] == "content"
    assert chosen({**short, "text": BODY + "A little more."})["article_body"] == "text"
    assert chosen({**short, "article_body": "short, and yet it says so itself"})["article_body"] == "article_body"


def test_an_id_is_a_uri_only_with_a_scheme():
    assert "uri" not in chosen({"title": "a", "id": "1234"}, {"title": "b", "id": 7})
    assert chosen({"title": "a", "id": "1234"}, {"title": "b", "id": "tag:example.org,2024:7"})["uri"] == "id"
    assert settle("uri", "1234", "id") == (None, "1234")
    assert settle("uri", "urn:x:1", "id") == ("urn:x:1", None)
    assert settle("uri", "1234", "uri") == ("1234", None)


def test_numbers_are_no_text_and_addresses_no_publisher():
    found = chosen({"title": "a", "category": 3, "source": "https://example.org/1", "timestamp": 1700000000})
    assert found == {"headline": "title", "url": "source", "date_published": "timestamp"}
    assert chosen({"title": "1984", "category": "3", "text": 5}) == {"headline": "title"}


def test_what_the_user_names_comes_first():
    record = {"title": "a", "kop": "b", "body": BODY}
    assert chosen(record, headline="kop")["headline"] == "kop"
    assert chosen(record, headline=1)["headline"] == "kop"
    assert chosen({"h": {"main": ["x"]}, "body": BODY}, headline="h.main.0")["headline"] == "h.main.0"


@pytest.mark.parametrize(
    ("wanted", "reason", "remedy"),
    [
        ({"headlin": "title"}, "unknown-field", "'headline'"),
        ({"headline": "kop"}, "unknown-column", "title, body"),
        ({"headline": 2}, "unknown-column", "title, body"),
        ({"headline": "title.main"}, "unknown-column", "title, body"),
    ],
)
def test_unknown_names_are_refused_with_what_there_is(wanted, reason, remedy):
    with pytest.raises(UnreadableFileError) as caught:
        choose([{"title": "a", "body": BODY}], wanted)
    assert caught.value.reason == reason
    assert remedy in str(caught.value)


def test_an_article_inside_a_column_is_opened():
    record = {"id": 1, "article": {"title": "a", "body": BODY, "lang": "en"}}
    choice = choose([record], {})
    assert choice.chosen == {
        "headline": "article.title",
        "article_body": "article.body",
        "in_language": "article.lang",
    }
    assert choice.column_map().unmapped == ("id",)
    event = {"title": "a", "body": BODY, "source": {"title": "Nordkyn Posten", "uri": "nordkyn.example"}}
    assert chosen(event)["publisher"] == "source"


def test_a_record_without_the_chosen_column_takes_the_next_best():
    plan_of = planner(choose([{"title": "a", "text": BODY}], {}))
    pairs = {field: key for field, key, _ in plan_of(("content", "headline", "x")).pairs}
    assert pairs == {"article_body": "content", "headline": "headline"}
    assert plan_of(("content", "headline", "x")).rest == ("x",)
    fixed = planner(choose([{"kop": "a", "text": BODY}], {"headline": "kop"}))
    assert "headline" not in {field for field, _, _ in fixed(("title", "text")).pairs}


@pytest.mark.parametrize(
    ("field", "value", "taken", "rest"),
    [
        ("headline", {"main": "A", "kicker": "K"}, "A", {"kicker": "K"}),
        ("headline", [{"role": "print", "value": "P"}, {"role": "main", "value": "M"}], "M", "all"),
        ("headline", {"rendered": "Salt &amp; <em>Sea</em>"}, "Salt & Sea", None),
        ("headline", 12, 12, None),
        ("headline", {}, None, None),
        ("article_body", ["One.", "Two."], "One.\n\nTwo.", None),
        ("article_body", [{"type": "p", "text": "One."}, {"type": "p", "text": "Two."}], "One.\n\nTwo.", None),
        ("article_body", {"unheard": {"of": 1}}, {"unheard": {"of": 1}}, None),
        ("author", {"@type": "Person", "name": "A"}, ["A"], None),
        ("author", [{"name": "A"}, "B"], ["A", "B"], None),
        ("author", [{"name": "A", "role": "writer"}], ["A"], "all"),
        ("author", "['Kari Nordmann', \"Tom O'Hara\"]", ["Kari Nordmann", "Tom O'Hara"], None),
        ("author", "Nordmann, Kari", "Nordmann, Kari", None),
        ("keywords", "harbour, ferry", ["harbour", "ferry"], None),
        ("keywords", "harbour, old; ferry", ["harbour, old", "ferry"], None),
        ("keywords", "港、船", ["港", "船"], None),
        ("keywords", [{"name": "subject", "value": "Ferries"}], ["Ferries"], None),
        ("publisher", {"id": "np", "name": "Nordkyn Posten"}, "Nordkyn Posten", {"id": "np"}),
        ("in_language", {"@type": "Language", "name": "Norsk", "alternateName": "nb"}, "nb", {"name": "Norsk"}),
        ("url", {"@type": "WebPage", "@id": "https://example.org/1"}, "https://example.org/1", None),
        ("date_published", {"$date": "2024-01-02T03:04:05Z"}, "2024-01-02T03:04:05Z", None),
        ("date_published", {"$date": {"$numberLong": "1700000000000"}}, "1700000000000", None),
        ("date_published", 1700000000.0, 1700000000, None),
        ("article_section", ["Sea", "Land"], "Sea", "all"),
    ],
)
def test_wrappings_are_unfolded(field, value, taken, rest):
    assert settle(field, value, "column") == (taken, value if rest == "all" else rest)


def test_of_several_bodies_the_plain_one_wins_and_the_others_stay():
    html = {"role": "html", "contentType": "text/html", "value": "<p>One.</p><p>Two &amp; three.</p>"}
    text = {"contentType": "text/plain", "value": "One.\n\nTwo & three.", "charCount": 18}
    assert settle("article_body", [html, text], "bodies") == (text["value"], [html, {"charCount": 18}])
    assert settle("article_body", [html], "bodies") == ("One.\n\nTwo & three.", None)


def test_markup_becomes_paragraphs():
    markup = "<div><p>One<br>line.</p>loose <b>bold</b> text<script>no()</script><ul><li>x<li>y</ul></div>&lt;b&gt;"
    assert plain_text(markup).split("\n\n") == ["One\nline.", "loose bold text", "x", "y", "<b>"]
    assert plain_text("5 > 3") == "5 > 3"
    assert plain_text("<" * 3 + "\0" + "<b>") is not None
    assert plain_text("<div>" * 5000 + "deep").endswith("deep")


def test_paths():
    value = {"a": [{"b": 1, "c": 2}], "d": 3}
    assert walk(value, ("a", "0", "b")) == 1
    assert walk(value, ("a", "1", "b")) is None
    assert walk(value, ("a", "²")) is None
    assert without({"a": {"b": 1, "c": 2}, "d": 3}, [("a", "b")]) == {"a": {"c": 2}, "d": 3}
    assert without({"a": {"b": 1}, "d": 3}, [("a", "b")]) == {"d": 3}
    assert listed(["x" * 70, *"abc"]) == "x" * 59 + "…, a, b, c"
    assert listed([str(each) for each in range(99)]).endswith("and 59 more")


def test_a_null_column_may_be_named_and_an_empty_table_has_columns():
    assert chosen({"kop": None, "body": BODY}, headline="kop")["headline"] == "kop"
    assert pa.table({"x": []}).column_names == list(choose([{"x": None}], {}).columns)
