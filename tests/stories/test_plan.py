"""The story finder as a whole: what is found, what is not, and that nothing depends on order or batches."""

import random

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.errors import ConfigError
from copydesk.stories.options import story_options
from copydesk.stories.tables import RELATIONS, STORIES
from stories.awkward import AwkwardEngine
from stories.desk import articles, find, named, run
from stories.prose import ALL, ENGLISH, WITHOUT_SPACES, nonsense


def edited(text: str, share: float, seed: int = 1) -> str:
    draw = random.Random(seed)  # noqa: S311 - a text, not a secret
    words = text.split(" ")
    for place in draw.sample(range(len(words)), int(share * len(words))):
        words[place] = draw.choice(("perhaps", "quite", "meanwhile", "local", "older"))
    return " ".join(words)


@pytest.mark.parametrize("language", ALL)
def test_every_relation_in_every_script(language: str) -> None:
    body = ALL[language]
    found = find(
        [
            {"article_body": body, "headline": "A"},
            {"article_body": body, "headline": "A", "source": "Other"},
            {"article_body": body, "headline": "B"},
            {"article_body": body.upper().replace(" ", "  ") + "!", "headline": "A"},
            {"article_body": body[: len(body) * 5 // 8] + "...", "headline": "A"},
        ]
    )
    assert named(found) == {
        1: "exact",
        2: "new-headline",
        3: "reformatted",
        4: "truncated",
    }


def test_markup_and_entities_are_format() -> None:
    marked = "".join(f"<p class='x'>{part}</p>" for part in ENGLISH.split("\n\n")).replace("museum", "mus&#101;um")
    assert named(find([{"article_body": ENGLISH, "headline": "A"}, {"article_body": marked, "headline": "A"}])) == {
        1: "reformatted"
    }


@pytest.mark.parametrize("share", [0.02, 0.1, 0.25])
def test_edited_agency_text(share: float) -> None:
    assert named(find([{"article_body": ENGLISH}, {"article_body": edited(ENGLISH, share), "source": "B"}])) == {
        1: "wire-copy"
    }


def test_update_is_of_the_same_source_and_not_older() -> None:
    new = nonsense(9, 60) + "\n\n" + ENGLISH
    assert named(find([{"article_body": ENGLISH}, {"article_body": new}])) == {1: "update"}
    other = find([{"article_body": ENGLISH}, {"article_body": new[:-260], "source": "B"}])
    assert named(other) == {1: "rewrite"}
    whole = find([{"article_body": ENGLISH}, {"article_body": new, "source": "B"}])
    assert named(whole) == {1: "rewrite"}


@pytest.mark.parametrize("language", WITHOUT_SPACES)
def test_edits_where_script_has_no_spaces(language: str) -> None:
    body = WITHOUT_SPACES[language]
    third, cut = len(body) // 3, len(body) // 25
    edit = body[:third] + body[third + cut : 2 * third] + body[2 * third + cut :]
    found = find([{"article_body": body}, {"article_body": edit, "source": "B"}])
    assert named(found) == {1: "wire-copy"}
    lead = body[::-1][: len(body) // 2]
    rows = [{"article_body": body}, {"article_body": f"{lead}\n\n{body}"}]
    assert named(find(rows)) == {1: "update"}
    assert named(find([rows[0], {**rows[1], "source": "B"}])) == {1: "rewrite"}
    assert named(find([{"article_body": body}, {"article_body": lead}])) == {}


@pytest.mark.parametrize(
    "form",
    [
        (
            "上证综指收于{a}点，较前一交易日{b}点。当日成交额为{c}亿元，上涨股票{d}只，下跌{e}只。分析人士说，"
            "在下周公布数据之前，市场预计不会有太大变化，投资者仍在观望，银行板块和能源板块表现平稳，外资当日净流入{f}亿元。"
        ),
        (
            "ดัชนีหุ้นไทยปิดตลาดวันที่ {a} จุด  {b} จุด มูลค่าการซื้อขาย {c} ล้านบาท หุ้นขึ้น {d} ตัว หุ้นลง {e} ตัว "
            "นักวิเคราะห์กล่าวว่าตลาดจะยังไม่เปลี่ยนแปลงมากนักก่อนการประกาศตัวเลขในสัปดาห์หน้า นักลงทุนต่างชาติซื้อสุทธิ {f} ล้านบาท"
        ),
    ],
)
def test_forms_where_script_has_no_spaces(form: str) -> None:
    draw = random.Random(3)  # noqa: S311 - numbers, not secrets
    numbers = [{slot: draw.randrange(10, 9999) for slot in "abcdef"} for _ in range(3)]
    rows = [{"article_body": form.format(**each)} for each in numbers]
    found = find(rows)
    assert named(found) == {}
    assert set(found.relations["relation"].to_pylist()) == {"same-template"}


def test_representative_is_earliest_then_longest_then_smallest_key() -> None:
    early = find([{"article_body": ENGLISH, "day": 5}, {"article_body": ENGLISH, "day": 2}])
    assert named(early) == {0: "new-headline"}
    undated = find([{"article_body": ENGLISH, "day": None}, {"article_body": ENGLISH, "day": 2}])
    assert named(undated) == {0: "new-headline"}
    long = find([{"article_body": ENGLISH[:500], "day": None}, {"article_body": ENGLISH, "day": None}])
    assert named(long) == {0: "truncated"}
    key = find([{"article_body": ENGLISH, "key": "b", "day": None}, {"article_body": ENGLISH, "key": "a", "day": None}])
    assert named(key) == {0: "new-headline"}


def test_stories_name_their_representative() -> None:
    rows = find(
        [{"article_body": ENGLISH, "day": 3}, {"article_body": ENGLISH, "source_file": "b.txt", "day": 1}]
    ).stories
    assert rows.schema == STORIES
    first, copy = rows.to_pylist()
    assert first["row"] == 1
    assert first["relation"] is first["containment"] is None
    assert copy["story"] == 0
    assert copy["representative_row"] == 1
    assert copy["representative_key"] == "key-001"
    assert copy["representative_headline"] == "Headline 1"
    assert copy["representative_source_file"] == "b.txt"
    assert copy["containment"] == copy["jaccard"] == copy["facts_overlap"] == 1


def test_relations_show_what_is_shared() -> None:
    cut = ENGLISH[: ENGLISH.index("Ostend")]
    found = find([{"article_body": ENGLISH}, {"article_body": cut}]).relations
    assert found.schema == RELATIONS
    pair = found.to_pylist()[0]
    assert (pair["row"], pair["other_row"], pair["relation"]) == (1, 0, "truncated")
    assert pair["containment"] == 1
    (span,) = pair["spans"]
    assert cut[span["start"] : span["end"]] == cut.rstrip()
    assert pair["other_spans"] == pair["spans"]


@pytest.mark.parametrize("names_stay", [True, False])
def test_templates_are_never_merged(names_stay: bool) -> None:
    form = (
        "Shares in {a} closed {n} points {m} on the exchange in {b} on a quiet day, the market report says. "
        "Turnover was {o} crowns after {p} the day before, and of the companies in the index {q} rose while {r} fell. "
        "The paper of {c} was dealt in at {s}, that of {d} at {t}. Brokers said that little is expected before the "
        "figures of {e} come out, and that the crown stood at {u} against {v} in the week before the feast. "
        "Trading goes on tomorrow at nine, the house adds, and the doors stay open until {w} in the evening as always."
    )
    rows = []
    for number in range(12):
        draw = random.Random(number)  # noqa: S311 - a text, not a secret
        names = {slot: f"Name{slot}" if names_stay else f"Name{draw.randrange(10**6)}" for slot in "abcde"}
        rows.append({"article_body": form.format(**names, **{slot: draw.randrange(10**4) for slot in "nmopqrstuvw"})})
    found = find(rows)
    assert named(found) == {}
    assert set(found.relations["relation"].to_pylist()) <= {"same-template", "overlap"}


@pytest.mark.parametrize(("stories", "relations"), [(2, {"wire-copy"}), (6, {"same-template"})])
def test_a_text_with_ever_other_numbers_is_a_form_once_there_are_many(stories: int, relations: set[str]) -> None:
    found = find([{"article_body": ENGLISH.replace("46,000", f"{40 + row},000")} for row in range(stories)])
    assert set(found.relations["relation"].to_pylist()) == relations


def test_a_form_filled_in_anew_is_told_from_a_misread_copy() -> None:
    form = (
        "The bank said on Tuesday that it had given the money market a further {a} million crowns of help in the "
        "afternoon. This brings its total help for the day to {b} million and compares with a forecast of {c} million. "
        "It bought bills in band one at {d} and paper in band two at 16 per cent, all of it for 30 days from the close."
    )
    first = form.format(a=485, b=582, c=750, d=9)
    second = form.format(a=663, b=928, c=850, d=9)
    misread = (
        first.replace("485", "4B5").replace("further", "furtber").replace("brings", "brinqs").replace("paper", "paoer")
    )
    found = find([{"article_body": text, "source": "Post"} for text in (first, second, misread)]).relations.to_pylist()
    told = {(pair["other_row"], pair["row"]): pair["relation"] for pair in found}
    assert told[0, 1] == "same-template"
    assert told[0, 2] == "wire-copy"


WAYS = (
    ("The central bank of Ostmark issued", "raising", "a bank official told", "repayable after", "curb the growth of"),
    ("Ostmark's central bank sold", "bringing", "a bank spokesman told", "with lives of", "hold down"),
    ("The bank of issue in Ostmark sold", "boosting", "a spokesman told", "due in", "check the rise of"),
)


def report(number: int) -> str:
    """One of a series: the numbers are its own, and some words are those of another writer."""
    issued, brought, told, due, curb = WAYS[number % len(WAYS)]
    day, grown = ("Monday", "Tuesday", "Friday")[number % 3], ("has expanded", "has grown", "swelled")[number % 3]
    return (
        f"{issued} {210 + 37 * number} million crowns worth of its own notes, {brought} note sales so far this year to "
        f"{6100 + 283 * number} million crowns, {told} reporters in the capital on {day}. The new notes, {due} 6 and "
        "12 months, carry interest rates of 4.07 to 5.12 percent, he said, and are offered to banks and insurers. "
        f"They are intended to help {curb} the money supply, which {grown} as a result of large reserves of foreign "
        "currency. Exporters had sold their dollars to the bank because they expected the crown to rise further."
    )


@pytest.mark.parametrize(("stories", "relations"), [(2, {"wire-copy"}), (7, {"same-template"})])
def test_reports_of_a_series_are_no_copies_of_each_other(stories: int, relations: set[str]) -> None:
    found = find([{"article_body": report(number)} for number in range(stories)])
    assert set(found.relations["relation"].to_pylist()) == relations


def test_a_shared_footer_makes_no_copy() -> None:
    footer = nonsense(1, 60)
    rows = [{"article_body": nonsense(100 + number, 90 + number) + "\n\n" + footer} for number in range(60)]
    assert named(find(rows)) == {}


def test_shared_background_is_an_overlap() -> None:
    back = nonsense(5, 60)
    found = find([{"article_body": nonsense(seed, 150) + " " + back} for seed in (6, 7)])
    assert named(found) == {}
    assert found.relations["relation"].to_pylist() == ["overlap"]


def test_short_texts_need_nearly_all() -> None:
    line = "The evening ferry to Skara will leave half an hour late today because of fog over the outer harbour"
    same = {"article_body": line + ", says the company."}
    other = {"article_body": line.replace("evening", "morning").replace("Skara", "Tromsen") + ", says the company."}
    assert named(find([same, same | {"source": "B"}])) == {1: "new-headline"}
    assert named(find([same, other])) == {}


def test_placeholders_of_few_words_are_copies_only_under_one_headline() -> None:
    rows = [{"article_body": "Blah blah blah.", "headline": each} for each in ("A", "B", "A")]
    assert named(find(rows)) == {2: "exact"}


def test_copies_of_copies_that_drifted_stay_together() -> None:
    drifted = [nonsense(3, 300)]
    for step in range(3):
        drifted.append(edited(drifted[-1], 0.2, seed=step))
    found = find([{"article_body": text, "source": f"S{place}"} for place, text in enumerate(drifted)])
    assert set(named(found)) == {1, 2, 3}


def test_bodies_without_words_are_no_copies() -> None:
    assert named(find([{"article_body": text} for text in (None, None, "", "…", "***", "***")])) == {}


def test_no_articles() -> None:
    found = find(articles([]))
    assert found.stories.num_rows == found.relations.num_rows == 0


def test_too_frequent_shingles_are_counted() -> None:
    footer = nonsense(1, 80)
    rows = [{"article_body": nonsense(100 + number, 60) + "\n\n" + footer} for number in range(30)]
    (note,) = find(rows, story_options(common_most=25)).notes
    assert "more than 25 stories" in note


def test_a_story_is_found_however_often_it_was_copied() -> None:
    rows = [{"article_body": edited(ENGLISH, 0.02, seed), "source": f"S{seed}"} for seed in range(30)]
    found = find(rows, story_options(common_most=10))
    assert len(named(found)) == 29
    assert found.relations.num_rows < 2 * len(rows)


def test_what_many_papers_print_is_a_story_and_what_one_prints_time_and_again_is_boilerplate() -> None:
    block = nonsense(3, 200)
    bodies = [f"{nonsense(10 + number, 90)}\n\n{block}" for number in range(30)]
    assert named(find([{"article_body": body, "source": "Quay Post"} for body in bodies])) == {}
    papers = find([{"article_body": body, "source": f"P{number}"} for number, body in enumerate(bodies)])
    assert named(papers) == dict.fromkeys(range(1, 30), "rewrite")


def test_a_form_that_was_printed_again_is_found_among_many_of_its_kind() -> None:
    drawn = [", ".join(str(1 + (each + 3) * prime % 49) for prime in (7, 11, 13, 17, 19)) for each in range(8)]
    first = [f"The numbers that were drawn in Leith are {numbers} this time. {ENGLISH}" for numbers in drawn]
    again = [f"By our own correspondent. {body} Reported for the Post." for body in first]
    found = find([{"article_body": body} for pair in zip(first, again, strict=True) for body in pair])
    assert named(found) == dict.fromkeys(range(1, 16, 2), "wire-copy")


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(80, 1500), cut=st.integers(14, 60))
def test_a_teaser_is_found_however_long_its_story(seed: int, size: int, cut: int) -> None:
    story = nonsense(seed, size)
    teaser = " ".join(story.split()[:cut]) + " ..."
    assert named(find([{"article_body": story}, {"article_body": teaser}])) == {1: "truncated"}


@pytest.mark.parametrize(("source", "relation"), [("Quay Post", "update"), ("Pier Mail", "truncated")])
def test_a_story_that_grew_is_an_update_by_its_own_source(source: str, relation: str) -> None:
    grown = f"{ENGLISH}\n\n{nonsense(4, 40)}"
    assert named(find([{"article_body": ENGLISH}, {"article_body": grown, "source": source}])) == {1: relation}


def test_a_story_with_a_lead_of_its_own_is_not_the_beginning_of_another() -> None:
    local = f"{nonsense(4, 12)} {' '.join(ENGLISH.split()[:130])}"
    assert named(find([{"article_body": ENGLISH}, {"article_body": local, "source": "Pier Mail"}])) == {1: "rewrite"}


@pytest.mark.parametrize("cut", [24, 40, 60])
def test_a_teaser_that_asks_for_payment_is_truncated(cut: int) -> None:
    asking = "Subscribe now to read on. Already a subscriber? Log in. All our stories cost two euros a month."
    teaser = f"{' '.join(ENGLISH.split()[:cut])} ...\n\n{asking}"
    story = ENGLISH + " " + nonsense(1, 200)
    rows = [{"article_body": body, "headline": "The crane goes"} for body in (story, teaser)]
    assert named(find(rows)) == {1: "truncated"}
    assert named(find([rows[0], {**rows[1], "headline": "Another one"}])).get(1) != "truncated"


def test_fillings_of_one_form_are_no_copies_however_few_numbers_differ() -> None:
    form = (
        "{} Corp is issuing a {} million dollar bond due May {}, {} paying {} percent, lead manager {} Bank said. "
        "The issue is guaranteed and is available in denominations of 5,000 dollars, and will be listed in Leith. "
        "The selling concession is 1.5 percent while management and underwriting combined pay 0.75 percent. "
        "Final terms will be fixed on April 15 and the warrants are exercisable from May 20 until the end of April."
    )
    far = form.format("Harbour", 35, 21, 1997, 4, "Kelso")
    near = [form.format("Harbour", million, 7, 1992, 2, "Leith") for million in (60, 200)]
    assert named(find([{"article_body": body} for body in near])) == {1: "wire-copy"}
    assert named(find([{"article_body": body} for body in (far, *near)])) == {}


@pytest.mark.parametrize("day", [0, 5, 99])
def test_a_digest_is_no_copy_of_what_it_holds(day: int) -> None:
    bodies = [nonsense(10 + number, 110) for number in range(4)]
    digest = {"article_body": "\n\n".join(bodies), "day": day}
    rows = [{"article_body": body, "day": 2} for body in bodies]
    found = find([*rows, digest, {**digest, "source": "Other"}])
    assert named(found) == {5: "new-headline"}
    assert "overlap" in found.relations["relation"].to_pylist()
    parts = [{"article_body": "\n\n".join(bodies[:2]), "day": 2}, {"article_body": "\n\n".join(bodies[2:]), "day": 2}]
    assert set(named(find([*parts, {**digest, "day": 0}]))) == {0, 1}


def test_copies_of_very_long_texts_are_found() -> None:
    body = nonsense(1, 40_000)
    place = body.index(" ", len(body) // 2)
    changed = f"{body[:place]} quite{body[place:]}"
    found = find([{"article_body": body}, {"article_body": changed, "source": "B"}])
    assert named(found) == {1: "wire-copy"}


def test_modes() -> None:
    with pytest.raises(ConfigError, match="no mode"):
        story_options("loose")
    scanned = " ".join(
        word[:-1] + "1" if place % 4 == 0 and word.isalpha() else word for place, word in enumerate(ENGLISH.split())
    )
    rows = [{"article_body": ENGLISH}, {"article_body": scanned, "source": "Archive"}]
    assert named(find(rows, story_options("noisy"))) == {1: "wire-copy"}
    assert named(find(rows, story_options("strict"))) == {}


def mixed(seed: int) -> list[dict[str, object]]:
    """Some clusters of all kinds and stories that are alone."""
    draw = random.Random(seed)  # noqa: S311 - a dataset, not a secret
    rows: list[dict[str, object]] = []
    for number in range(6):
        body = nonsense(seed * 100 + number, draw.randrange(30, 160))
        copies = [body, body, body.upper(), body[: len(body) // 2], edited(body, 0.1)]
        copies.append(nonsense(number, 30) + " " + body)
        chosen = draw.sample(copies, draw.randrange(1, 6))
        rows.extend({"article_body": text, "day": draw.choice((None, draw.randrange(40)))} for text in chosen)
    return [{**row, "key": f"key-{place:03}"} for place, row in enumerate(rows)]


def renumbered(table: pa.Table, columns: tuple[str, ...], original: list[int]) -> list[dict[str, object]]:
    """The rows of a table with the numbers that rows had before they were shuffled; the story's number left out."""
    return [
        {name: original[value] if name in columns else value for name, value in row.items() if name != "story"}
        for row in table.to_pylist()
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), batch=st.integers(1, 9), order=st.randoms(use_true_random=False))
def test_order_and_batches_change_nothing(seed: int, batch: int, order: random.Random) -> None:
    rows = [
        {**row, "content_hash": f"{place:032x}", "headline": f"H{place % 3}"} for place, row in enumerate(mixed(seed))
    ]
    places = list(range(len(rows)))
    order.shuffle(places)
    plain = find(rows)
    shuffled = articles([rows[place] for place in places])
    for other in (find(shuffled, batch=batch), run(AwkwardEngine(seed), shuffled)):
        assert renumbered(other.stories, ("row", "representative_row"), places) == renumbered(
            plain.stories, ("row", "representative_row"), list(range(len(rows)))
        )
        assert renumbered(other.relations, ("row", "other_row"), places) == renumbered(
            plain.relations, ("row", "other_row"), list(range(len(rows)))
        )
