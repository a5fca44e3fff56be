"""The page: one file, escaped, without a network, and with a place for every finding."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import fields, replace
from html.parser import HTMLParser

import pytest
from lxml import html as lxml_html

from copydesk.exhibits import Grid, Passage, StoryGroup
from copydesk.model import Report
from copydesk.renderers import _kept as kept
from copydesk.renderers import html
from renderers import sample
from renderers.payloads import kept as kept_with

PAYLOADS = (
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "</style><img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>",
    "' onmouseover='document.title=1",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:document.title='owned'",
    "<!-- --><base href=//evil.example>",
    "\x00\x1b]0;owned\x07\u202etxt.exe\u2066",
    "&lt;b&gt; & <b>",
    "]]><iframe srcdoc='<script>1</script>'>",
)
ALLOWED = """
    html head meta title link style body a header p b span time h1 ul li dl div dt dd nav main section h2 h3 h4 table
    caption thead tbody tr th td small i form label input select option button output kbd details summary ol code
    blockquote mark abbr bdi article ins del pre footer script figure figcaption svg path rect
"""


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def poisoned(payload: str) -> Report:
    """The sample with a payload in every text that comes from data."""
    report = sample.report()
    kept = {"severity", "status", "check", "fingerprint", "table"}

    def poison(value, keep=frozenset()):
        given = {each.name: getattr(value, each.name) for each in fields(value)}
        texts = {name: payload for name, each in given.items() if isinstance(each, str) and name not in keep}
        return replace(value, **texts)

    checks = tuple(
        replace(check, sample=tuple(poison(each, kept) for each in check.sample), kinds={payload: 1, "other": 2})
        for check in report.checks
    )
    texts = (Passage(payload, shared=True), Passage(payload, shared=False))
    groups = tuple(
        replace(group, copies=tuple(replace(poison(each), passages=texts, facing=texts) for each in group.copies))
        for group in report.groups
    )
    portrait = report.portrait
    lines = tuple(replace(each, source=payload) for each in portrait.timeline.sources)
    lengths = tuple(replace(each, field=payload) for each in portrait.lengths)
    grids = {
        name: replace(grid, rows=(payload,) * len(grid.rows), columns=(payload,) * len(grid.columns))
        for name in ("fill", "dates", "faults")
        for grid in [getattr(portrait, name)]
    }
    return replace(
        report,
        portrait=replace(portrait, timeline=replace(portrait.timeline, sources=lines), lengths=lengths, **grids),
        dataset=payload,
        reasons=(payload,),
        inputs=(payload,),
        sources={payload: 1},
        checks=checks,
        groups=groups,
        columns={payload: replace(next(iter(report.columns.values())), mapped={payload: payload}, unmapped=(payload,))},
        skipped=tuple(poison(each) for each in report.skipped),
        notes=(payload,),
        versions={payload: payload},
        configuration={payload: {payload: payload}},
        folder=payload,
        **kept_with(report, (payload,) * 3),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload):
    tags = Tags(html.render(poisoned(payload))).found
    assert {tag for tag, _ in tags} <= set(ALLOWED.split())
    assert Counter(tag for tag, _ in tags)["script"] == 1
    names = {name for _, attributes in tags for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "srcdoc", "formaction"}}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_links_lead_into_the_page_or_to_the_web(payload):
    for tag, attributes in Tags(html.render(poisoned(payload))).found:
        if tag == "a":
            assert re.match(r"#|https?://", attributes["href"])


def test_a_key_that_is_an_address_is_a_link():
    report = sample.report()
    found = replace(report.checks[1].sample[0], uri=None, key="https://news.example/a?b=1&c=2")
    page = html.render(replace(report, checks=(replace(report.checks[1], sample=(found,)),)))
    links = lxml_html.document_fromstring(page.encode()).xpath("//a[starts-with(@href, 'http')]")
    assert [(each.get("href"), each.get("rel")) for each in links] == [(found.key, "noopener noreferrer nofollow")]


def test_no_control_or_bidi_character_is_left():
    page = html.render(poisoned("".join(map(chr, [*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0xD800]))))
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800]", page) is None
    page.encode()


def test_the_page_asks_for_nothing():
    page = html.render(sample.report())
    tags = Tags(page).found
    assert [attributes for tag, attributes in tags if tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    assert "url(" not in page
    assert "@import" not in page
    assert not {"img", "iframe", "object", "embed", "video", "audio"} & {tag for tag, _ in tags}


def test_the_policy_names_the_script_by_its_hash():
    page = html.render(sample.report())
    script = re.search(r"<script>(.*)</script>", page, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = lxml_html.document_fromstring(page.encode()).xpath("string(//meta[@http-equiv]/@content)")
    assert policy == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_ids_are_unique_even_where_fingerprints_are_not():
    report = sample.report()
    twins = replace(report.checks[1], sample=(report.checks[1].sample[0],) * 3)
    page = lxml_html.document_fromstring(html.render(replace(report, checks=(twins, *report.checks[2:]))).encode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {f"#{each}" for each in ids} >= set(page.xpath("//a[starts-with(@href, '#')]/@href"))


def test_every_finding_shows_file_line_span_and_suggestion():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    first = page.xpath("//li[starts-with(@id, 'finding-')]")[0]
    assert first.xpath("string(.//code)") == "scrapes/vale/orchard.txt:29"
    assert first.xpath("string(.//mark)") == "…"
    assert [each.text_content() for each in first.xpath(".//blockquote")] == [
        sample.FERRY,
        sample.FERRY.removesuffix("…") + " missing lifeboat key.",
    ]
    assert first.xpath("string(.//ins)") == " missing lifeboat key."
    assert set(first.xpath(".//blockquote/@dir")) == {"auto"}
    assert set(first.xpath(".//blockquote/@lang")) == {""}


def test_a_mark_on_an_invisible_character_names_it():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    assert page.xpath("//mark/abbr/@title")[0] == "U+00A0 NO-BREAK SPACE"
    assert page.xpath("string(//mark/abbr)") == "<U+00A0>"


def test_copies_are_marked_where_they_differ():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    assert page.xpath("//article//blockquote/ins/text()") == ["fifty", "late ", ", the society said", " ليلا"]
    assert page.xpath("//article//blockquote/del/text()") == ["forty"]
    assert page.xpath("//article//h4//ins/text()") == ["are back on"]
    assert page.xpath("//p[@class='same']/text()") == ["The text is the same."]


def test_the_picture_of_a_single_source_is_turned():
    report = sample.report()
    faults = Grid(("The Vale Courier",), ("mojibake", "short-body", "drift"), ((1, 2, 3),), ((9, 9, 9),))
    page = lxml_html.document_fromstring(
        html.render(replace(report, portrait=replace(report.portrait, faults=faults))).encode()
    )
    table = page.xpath("//table[@class='grid']")[0]
    assert table.xpath("./thead//th/span/bdi/text()") == ["The Vale Courier"]
    assert table.xpath("./tbody//th/text()") == ["mojibake", "short-body", "drift"]
    assert table.xpath("./tbody//td/text()") == ["11.1%", "22.2%", "33.3%"]


def test_columns_are_told_with_the_field_that_each_fills():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//section[@id='inputs']//tr")]
    assert ["judul", "headline"] in rows


def test_only_so_many_findings_lie_open():
    report = sample.report()
    found = report.checks[1].sample[0]
    many = [replace(report.checks[1], check=f"check-{number}", sample=(found,) * 40) for number in range(3)]
    page = lxml_html.document_fromstring(html.render(replace(report, checks=tuple(many))).encode())
    assert page.xpath("//details[contains(@class, 'check')]/@open") == [""]


def test_the_earlier_version_is_told_with_what_changed_word_by_word():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    (section,) = page.xpath("//section[@id='against']")
    assert section.xpath("./details/summary/h3/text()") == ["Changed", "Added", "Removed"]
    (quote,) = section.xpath(".//blockquote")
    assert quote.xpath("./del/text()") == ["Vardø"]
    assert "<script>" in quote.xpath("string(./ins)")
    assert page.xpath("//header//a[@href='#against']/text()") == list(kept.against(sample.report())[:1])


def test_the_earlier_version_without_text_names_the_fields():
    report = sample.report()
    changes = tuple(
        replace(each, headline=None, fields=tuple(replace(field, stretches=()) for field in each.fields))
        for each in report.against.changes
    )
    page = lxml_html.document_fromstring(
        html.render(replace(report, against=replace(report.against, changes=changes))).encode()
    )
    (section,) = page.xpath("//section[@id='against']")
    assert not section.xpath(".//blockquote")
    assert section.xpath(".//p[@class='meta']/text()") == ["Changed without being shown: headline."]


def test_both_versions_stand_beside_each_other_as_shares():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    (section,) = page.xpath("//section[@id='against']")
    titles = ["Articles by source", "Filled fields", "Lengths of bodies, in characters"]
    assert section.xpath(".//figcaption/h3/text()") == titles
    rows = [[cell.text_content() for cell in row[:3]] for row in section.xpath(".//tbody/tr")]
    assert rows[0] == ["The Vale Courier", "66%", "72.6%"]
    assert rows[3] == ["author", "89.4%", "3.2%"]
    assert rows[-1] == ["1,000 or more", "2.4%", "0%"]
    assert len(section.xpath(".//svg")) == 1


def test_a_copy_that_is_shown_is_linked_from_its_finding():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    links = page.xpath("//details[@id='check-duplicate-story']//a[text()='side by side']/@href")
    rows = {each.row for check in sample.report().checks if check.check == "duplicate-story" for each in check.sample}
    shown = {copy.row for group in sample.report().groups for copy in group.copies[1:]}
    assert set(links) == {f"#copy-{row}" for row in rows & shown}
    assert all(page.xpath(f"//*[@id='{link[1:]}']") for link in links)


def test_waivers_are_told_with_reason_owner_and_end():
    page = lxml_html.document_fromstring(html.render(sample.report()).encode())
    rows = [[cell.text_content() for cell in row] for row in page.xpath("//section[@id='kept']//tbody/tr")]
    assert len(rows) == len(sample.report().waivers)
    for row, waiver in zip(rows, sample.report().waivers, strict=True):
        assert row[0].startswith(waiver.check)
        assert row[4] == (str(waiver.until) if waiver.until else "no end")
        assert row[5] == "none given" if not waiver.reason else row[5]
    assert page.xpath("//header//a[@href='#kept']/text()")[-1] == "1 waiver has ended: what it covered counts again."


def test_what_a_run_is_not_held_against_takes_no_room():
    report = replace(sample.report(), against=None, baseline=None, waivers=())
    page = lxml_html.document_fromstring(html.render(report).encode())
    assert not page.xpath("//*[@id='against' or @id='kept']|//a[@href='#against' or @href='#kept']")


def test_the_verdict_stands_before_all_else():
    for make in (sample.report, sample.passed, sample.untrusted):
        page = lxml_html.document_fromstring(html.render(make()).encode())
        headings = page.xpath("//h1|//h2")
        assert headings[0].tag == "h1"
        assert page.xpath("string(//title)").startswith(headings[0].text)


def test_the_same_report_gives_the_same_bytes():
    assert html.render(sample.report()) == html.render(sample.report())


def test_a_report_of_a_million_articles_stays_small():
    report = sample.report()
    found = replace(report.checks[1].sample[0], excerpt="wörter " * 34, suggestion="x" * 500, message="y" * 200)
    checks = tuple(replace(report.checks[1], check=f"check-{number}", sample=(found,) * 50) for number in range(31))
    group = report.groups[0]
    long = (Passage("wörter " * 70, shared=True), Passage("wörter " * 72, shared=False))
    copy = replace(group.copies[1], passages=long, facing=long)
    groups = (StoryGroup(0, (group.copies[0], *(copy,) * 30), 31),) * 1000
    sources = {f"source {number}": 1 for number in range(100_000)}
    page = html.render(replace(report, checks=checks, groups=groups, sources=sources))
    assert len(page.encode()) < 3_000_000
