from collections.abc import Sequence

from copydesk.language.blocks import Member, block, graded
from copydesk.language.teasers import Cut, alone


def marked(text: str) -> Cut:
    cut = alone(text)
    assert cut is not None
    return cut


def members(texts: Sequence[str]) -> tuple[Member, ...]:
    return block([(text, None) for text in texts])


def test_neighbours_of_like_width_make_a_cut_structural() -> None:
    texts = ["The last of the old cranes was...", "Passengers on the evening had...", "The town council has agreed..."]
    for text in texts:
        found = graded(text, None, marked(text), members(texts), led=False)
        assert found is not None
        assert found.grade == "structural"
    alone_there = graded(texts[0], None, marked(texts[0]), members(texts[:1]), led=False)
    assert alone_there is not None
    assert alone_there.grade == "marker_only"


def test_marks_behind_whole_sentences_of_all_widths_are_style() -> None:
    texts = ["A day at sea. ...", "The evening ferry was late again on Friday. ...", "Cranes. ..."]
    assert [graded(text, None, marked(text), members(texts), led=True) for text in texts] == [None, None, None]


def test_other_grades_are_left_alone() -> None:
    cut = Cut("midsentence", "none", 0, 1, 1)
    assert graded("x", None, cut, members(["x"]), led=True) is cut


def test_longer_neighbours_that_stand_whole_speak_against_a_cut() -> None:
    texts = [
        "And then the crane moved...",
        "The harbour master retires after forty years",
        "Why the evening ferry is so late",
    ]
    assert graded(texts[0], None, marked(texts[0]), members(texts), led=True) is None


def test_words_that_recur_behind_whole_sentences_are_a_label() -> None:
    texts = ["Старые краны сняли. Подробнее о том...", "Паром опоздал. Подробнее о том...", "Причал закрыли на..."]
    assert graded(texts[0], None, marked(texts[0]), members(texts), led=True) is None
    assert graded(texts[2], None, marked(texts[2]), members(texts), led=True) is not None


def test_small_words_that_recur_are_no_label() -> None:
    texts = ["The old crane came down. The...", "The ferry is late. The...", "A whole and far longer text stands here."]
    assert graded(texts[0], None, marked(texts[0]), members(texts), led=True) is not None


def test_an_address_that_goes_on_makes_a_cut_structural() -> None:
    text, url = "Why the evening ferry is...", "/why-the-evening-ferry-is-late-on-fridays"
    pairs = [
        (text, url),
        ("The harbour master retires after forty years", "/a"),
        ("Passengers had to wait for hours", "/b"),
    ]
    found = graded(text, url, marked(text), block(pairs), led=True)
    assert found is not None
    assert found.grade == "structural"


def test_addresses_that_end_with_the_headlines_make_their_marks_an_ornament() -> None:
    pairs = [
        ("The harbour master retires ...", "/the-harbour-master-retires"),
        ("Паром снова опоздал в порт ...", "/12"),
        ("Cranes come down in the old harb", "/cranes-come-down"),
    ]
    assert [graded(*pair, marked(pair[0]), block(pairs), led=True) for pair in pairs[:2]] == [None, None]


def test_longer_neighbours_of_other_sites_were_not_cut_by_the_same_system() -> None:
    text, url = "And then the crane moved...", "https://a.example.org/1"
    others = [(f"The harbour master retires after {n} years", f"https://b.example.org/{n}") for n in (30, 40)]
    found = graded(text, url, marked(text), block([(text, url), *others]), led=True)
    assert found is not None
    assert found.grade == "marker_only"
