from copydesk.language.blocks import block, graded
from copydesk.language.teasers import Cut, alone


def marked(text: str) -> Cut:
    cut = alone(text)
    assert cut is not None
    return cut


def test_neighbours_of_like_width_make_a_cut_structural() -> None:
    texts = ["The last of the old cranes was...", "Passengers on the evening had...", "The town council has agreed..."]
    for text in texts:
        found = graded(text, marked(text), block(texts), led=False)
        assert found is not None
        assert found.grade == "structural"
    alone_there = graded(texts[0], marked(texts[0]), block(texts[:1]), led=False)
    assert alone_there is not None
    assert alone_there.grade == "marker_only"


def test_marks_behind_whole_sentences_of_all_widths_are_style() -> None:
    texts = ["A day at sea. ...", "The evening ferry was late again on Friday. ...", "Cranes. ..."]
    assert [graded(text, marked(text), block(texts), led=True) for text in texts] == [None, None, None]


def test_other_grades_are_left_alone() -> None:
    cut = Cut("midsentence", "none", 0, 1, 1)
    assert graded("x", cut, block(["x"]), led=True) is cut


def test_longer_neighbours_that_stand_whole_speak_against_a_cut() -> None:
    texts = [
        "And then the crane moved...",
        "The harbour master retires after forty years",
        "Why the evening ferry is so late",
    ]
    assert graded(texts[0], marked(texts[0]), block(texts), led=True) is None


def test_words_that_recur_behind_whole_sentences_are_a_label() -> None:
    texts = ["Старые краны сняли. Подробнее о том...", "Паром опоздал. Подробнее о том...", "Причал закрыли на..."]
    assert graded(texts[0], marked(texts[0]), block(texts), led=True) is None
    assert graded(texts[2], marked(texts[2]), block(texts), led=True) is not None
