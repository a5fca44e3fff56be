"""Fillings of a form told from copies by where they differ."""

import random

import pytest

from stories.desk import find, named
from stories.prose import ENGLISH, nonsense
from stories.test_plan import edited

LETTERS = "bdfgklmnprstvz"
TEXT = f"{ENGLISH} {nonsense(5, 200)}".split()


def word(draw: random.Random) -> str:
    """A word that no script would capitalise."""
    return "".join(draw.choice(LETTERS) + draw.choice("aeiou") for _ in range(4))


def filled(seed: int, slots: int) -> str:
    """The text with words of its own at the same places whatever the seed."""
    draw, words = random.Random(seed), list(TEXT)  # noqa: S311 - texts, not secrets
    for slot in range(slots):
        place = 20 + slot * 30
        words[place : place + 2] = [word(draw), word(draw)]
    return " ".join(words)


def copies(bodies: list[str]) -> int:
    """How many of some stories are told to be copies."""
    return len(named(find([{"article_body": body, "source": f"P{place}"} for place, body in enumerate(bodies)])))


@pytest.mark.parametrize("many", [4, 9])
def test_a_form_without_names_or_numbers_is_told_by_its_slots(many: int) -> None:
    assert copies([filled(seed, slots=8) for seed in range(many)]) == 0


def test_a_filling_that_was_printed_again_soon_is_a_copy() -> None:
    bodies = [filled(seed, slots=8) for seed in range(6)]
    bodies.insert(4, f"By our own correspondent. {bodies[3]}")
    assert copies(bodies) == 1


def test_few_slots_make_no_form() -> None:
    assert copies([filled(seed, slots=2) for seed in range(6)]) == 5


@pytest.mark.parametrize("share", [0.03, 0.08, 0.15])
def test_edits_that_stand_anywhere_make_no_form(share: float) -> None:
    assert copies([edited(" ".join(TEXT), share, seed) for seed in range(8)]) == 7


def test_a_first_story_that_alone_was_edited_makes_no_form() -> None:
    plain = " ".join(TEXT)
    assert copies([edited(plain, 0.1, 1), *(edited(plain, 0.01, seed) for seed in range(2, 9))]) == 7


NUMBERS = ("46,000", "1931", "310", "22")
TITLES = ("Old crane goes", "Crane comes down")


def versions(body: str, *, hours: float, sources: tuple[str, str] = ("P", "P"), first: str = ENGLISH) -> dict[int, str]:
    """What a story and its other version, so many hours later, are told to be."""
    rows = [
        {"article_body": text, "source": source, "day": day, "headline": title}
        for text, source, day, title in zip((first, body), sources, (0, hours / 24), TITLES, strict=True)
    ]
    return named(find(rows))


def renumbered(many: int) -> str:
    """The story with other numbers in place of the first ones."""
    body = ENGLISH
    for number in NUMBERS[:many]:
        body = body.replace(number, "".join(str((int(each) + 5) % 10) if each.isdigit() else each for each in number))
    return body


@pytest.mark.parametrize("many", [1, 2, 3])
def test_a_story_of_the_same_day_with_a_few_other_numbers_is_a_version_of_it(many: int) -> None:
    assert versions(renumbered(many), hours=3) == {1: "wire-copy"}


def test_another_source_may_print_other_numbers_a_day_later() -> None:
    assert versions(renumbered(2), hours=24, sources=("P", "Q")) == {1: "wire-copy"}
    assert versions(renumbered(2), hours=24) == {}


@pytest.mark.parametrize(("many", "hours"), [(2, 24 * 14), (3, 24 * 14), (4, 3)])
def test_other_numbers_on_another_day_or_in_all_places_fill_a_form_anew(many: int, hours: int) -> None:
    assert versions(renumbered(many), hours=hours) == {}


def test_other_names_with_the_other_numbers_fill_a_form_anew_on_the_same_day() -> None:
    assert versions(renumbered(2).replace("Ostend", "Calais"), hours=3) == {}


def test_a_version_is_told_in_a_script_without_capitals() -> None:
    first = f"{nonsense(8, 30)} 12 {nonsense(9, 30)} 85 {nonsense(10, 20)} 30 {nonsense(11, 20)} 64"
    assert versions(first.replace("12", "31").replace("85", "240"), hours=2, first=first) == {1: "wire-copy"}


def test_a_text_of_readings_is_a_form_on_the_same_day() -> None:
    readings = [f"{nonsense(seed, 5)} {seed * 37 % 90}" for seed in range(1, 17)]
    later = [line.rsplit(" ", 1)[0] + f" {place + 100}" if place % 2 else line for place, line in enumerate(readings)]
    assert versions(" ".join(later), hours=2, first=" ".join(readings)) == {}


def test_a_brief_of_one_day_may_be_corrected() -> None:
    brief = " ".join(ENGLISH.split()[60:105])
    assert versions(brief.replace("310", "130"), hours=1, first=brief) == {1: "wire-copy"}
    assert versions(brief.replace("310", "130"), hours=48, first=brief) == {}


MARKS = ("... [+1123 chars]", "(3 min read)", "17 comments", "残り1123文字", "Photo: Quay Pictures 2026")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("words", [30, 45, 70])
def test_a_number_behind_the_cut_is_none_of_the_story_s(words: int, mark: str) -> None:
    stub = f"{' '.join(ENGLISH.split()[:words])} {mark}"
    rows = [{"article_body": body, "headline": "The crane goes"} for body in (ENGLISH, stub)]
    assert named(find(rows)) == {1: "truncated"}


def test_slots_near_the_beginning_belong_to_the_form() -> None:
    lead = "Ein {}-jähriger {} hat am {} auf der B {} bei {} die Kontrolle über seinen Wagen verloren"
    slots = ((34, "Bäcker", "Montag", 12, "Ostheim"), (71, "Fischer", "Freitag", 304, "Leising"))
    rest = nonsense(6, 70)
    assert copies([f"{lead.format(*each)} und {rest}" for each in slots]) == 0


def test_a_stub_with_a_request_behind_it_is_truncated_under_another_headline_too() -> None:
    stub = f"{' '.join(ENGLISH.split()[:80])} Read on with our app: four weeks for nothing, then 9.90 a month."
    rows = [
        {"article_body": body, "headline": title, "source": source}
        for body, title, source in zip((ENGLISH, stub), TITLES, ("P", "Q"), strict=True)
    ]
    assert named(find(rows)) == {1: "truncated"}
