"""Blocks of related stories: where a card ends, cards without addresses, and the whole text of what is cut."""

from io import BytesIO

import pytest

from copydesk.loaders import html
from copydesk.loaders._html_whole import whole
from copydesk.model import Origin, Record, Teaser

SENTENCE = "The harbour was quiet on the morning after the storm, and the boats lay where the water had left them. "
TEXT = "The old ferry carries passengers over the bay again from the first of May, after nine long years in the dock"


def teasers(block: str) -> tuple[Teaser, ...]:
    head = '<link rel="canonical" href="https://bay.example.org/storm"><title>Storm</title>'
    page = f"<!doctype html><head>{head}</head><body><h1>Storm</h1><p>{SENTENCE * 6}</p>{block}</body>"
    (found,) = html.load(BytesIO(page.encode()), Origin("page.html"))
    assert isinstance(found, Record)
    return found.teasers


def test_a_link_to_the_page_itself_parts_two_cards() -> None:
    rows = (
        f'<div class="row"><h3><a href="/storm">Storm over the whole bay</a></h3><p>{TEXT}...</p></div>'
        f'<div class="row"><h3><a href="/ferry">The ferry is back on the bay</a></h3><p>{TEXT}...</p></div>'
    )
    (found,) = teasers(f'<section class="related">{rows}</section>')
    assert (found.headline, found.url) == ("The ferry is back on the bay", "https://bay.example.org/ferry")


def test_a_card_holds_one_long_text() -> None:
    items = (
        f'<li><a href="/ferry">the ferry comes back to us</a> <small>{TEXT}...</small></li>'
        f'<li><a href="/crane">cranes</a> <small>{TEXT[::-1]}...</small></li>'
    )
    found = teasers(f"<div><p>From the archive of the bay:</p><ol>{items}</ol></div>")
    assert [each.description for each in found] == [f"{TEXT}..."]


def test_a_caption_is_not_the_text_of_a_card() -> None:
    card = (
        '<div class="card"><figure><a href="/ferry"><img></a><figcaption>{0} (Picture: Bay)</figcaption></figure>'
        '<h3><a href="/ferry">The ferry is back on the bay</a></h3><div class="text">{0}...</div></div>'
    )
    assert [each.description for each in teasers(card.format(TEXT))] == [f"{TEXT}..."]


def test_headlines_that_lead_on_by_script_are_cards_where_several_are_cut() -> None:
    item = '<li><div class="title" data-label="{0} once more"><a href="javascript:;">{0}...</a></div></li>'
    items = [item.format(f"The harbour master of {place} counts boats") for place in ("Elm", "Ash", "Oak")]
    found = teasers(f"<ul class='slider'>{''.join(items)}</ul>")
    assert [each.url for each in found] == [None, None, None]
    assert found[0].full == "The harbour master of Elm counts boats once more"
    assert teasers(f"<ul class='slider'>{''.join(items[:2])}</ul>") == ()


def test_questions_without_links_are_no_cards() -> None:
    items = "".join(f"<li><h3>How does the ferry number {n} cross the bay?</h3><p>By steam.</p></li>" for n in range(4))
    assert teasers(f"<ul>{items}</ul>") == ()


def test_a_single_cut_link_is_a_card_if_its_address_goes_on() -> None:
    link = (
        '<div>{1}<a class="gallery" href="/pictures/boats-of-the-harbour-in-{0}">Boats of the harbour in w...</a></div>'
    )
    prose = f"<p>{SENTENCE * 4}</p>" * 3
    assert len(teasers(link.format("winter", prose))) == 1
    assert teasers(link.format("w", prose)) == ()


@pytest.mark.parametrize(
    ("text", "offered", "wanted"),
    [
        ("Boats of the harbour in…", ("Boats of the harbour in", "Boats of the harbour in winter"), 1),
        ("Boats of the harbour…", ("Boats of the harbour", "Boats of the harbour: page 2"), 0),
        ("Les bateaux du port d'hiv...", ("Les bateaux du port d’hiver © Studio Port",), "Les bateaux du port d’hiver"),
        ("Die Boote im Hafen bei Ne…", ("Die Boote im Hafen bei Nebel - Foto",), "Die Boote im Hafen bei Nebel"),
        ("港の古いクレーンが夏までに新しい…", ("港の古いクレーンが夏までに新しいものになる",), 0),
        ("Лодки в порту | Новости го...", ("Лодки в порту | Новости города",), 0),
        ("Boats…", ("Boats of the harbour",), None),
    ],
)
def test_the_whole_text(text: str, offered: tuple[str, ...], wanted: int | str | None) -> None:
    assert whole(text, offered) == (offered[wanted] if isinstance(wanted, int) else wanted)


@pytest.mark.parametrize(
    "item",
    [
        '<p><a href="/{u}">{h}</a><br>{t}</p>',
        '<div><b><a href="/{u}">{h}</a></b> {t}</div>',
        '<h3><a href="/{u}">{h}</a></h3><p>{t}</p>',
        '<h3><a href="/{u}">{h}</a></h3><div>{t} <a href="/{u}">Read more</a></div>',
        '<dt><a href="/{u}">{h}</a></dt><dd>{t}</dd>',
        '<div><a href="/{u}"><div>{h}</div><div>{t}</div></a></div>',
    ],
    ids=["line break", "bold", "flat", "flat with a link", "list of definitions", "all a link"],
)
def test_text_that_is_cut_belongs_to_the_headline_before_it(item: str) -> None:
    heads = ("The ferry is back on the bay", "Старые краны уходят из гавани", "町に二つ目の桟橋ができる")
    shown = [(head, f"{head[::-1]}: {TEXT[:90]}...") for head in heads]
    block = "".join(item.format(u=f"story-{n}-of-the-bay", h=head, t=text) for n, (head, text) in enumerate(shown))
    assert [(each.headline, each.description) for each in teasers(f"<div>{block}</div>")] == shown


def test_a_text_that_is_cut_before_its_link_is_a_teaser() -> None:
    items = "".join(f'<h3>Story {n}</h3><p>{n}: {TEXT}... <a href="/story-{n}">Read more</a></p>' for n in range(3))
    assert [each.description for each in teasers(f"<div>{items}</div>")] == [f"{n}: {TEXT}..." for n in range(3)]


def test_a_paragraph_that_begins_with_a_link_is_no_teaser() -> None:
    items = f'<p><a href="/a-study-of-the-bay">A study of the university</a> says: {TEXT}.</p>' * 3
    assert teasers(f"<div>{items}</div>") == ()
