import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.mojibake import MEANING, SCREEN, misread

TEXTS = {
    "ru": "Паром вернулся в порт после ремонта, сообщил капитан.",
    "de": "Die Bürgermeisterin möchte größere Häfen für 5 € – „sofort“.",
    "fr": "L’été à la plage — c’est génial, dit l’élève.",
    "ja": "港の新しい公園は来月開く予定です。",
    "ar": "عادت العبارة إلى الخدمة بعد ثلاثة أسابيع.",
    "pl": "Żuraw opuści port – mówi burmistrz miasta Łódź.",
    "hi": "नौका फिर से चलने लगी है।",
    "vi": "Chuyến phà đầu tiên đã trở lại bến cảng.",
}
READ_AS = ("cp1252", "latin-1", "cp1250", "iso-8859-2", "cp437", "cp1251", "mac_roman")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("page", READ_AS)
def test_utf_8_that_was_read_byte_by_byte_reads_right(language: str, page: str) -> None:
    text = TEXTS[language]
    try:
        wrong = text.encode().decode(page)
    except UnicodeDecodeError:
        return
    found = misread(wrong)
    if found is None:
        assert page in {"cp1251", "mac_roman"}, "all others can be read back"
        return
    assert found.right in {text, None}
    assert pc.match_substring_regex(pa.array([wrong]), SCREEN).to_pylist() == [True]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert misread(text) is None


@pytest.mark.parametrize(("written_in", "read_as"), [("cp1251", "cp1252"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r")])
def test_cyrillic_pages_read_by_one_another(written_in: str, read_as: str) -> None:
    found = misread(TEXTS["ru"].encode(written_in).decode(read_as))
    assert found is not None
    assert (found.kind, found.right) == ("wrong-code-page", TEXTS["ru"])


@pytest.mark.parametrize("page", ["gb18030", "cp932"])
def test_utf_8_read_in_twos_is_told(page: str) -> None:
    found = misread(TEXTS["ja"].encode().decode(page, "replace"))
    assert found is not None
    assert found.right in {None, TEXTS["ja"]}


@given(st.text(max_size=60) | st.text("ÃÂâ€™œÐÑ\u0080\u0093éПрив锟斤拷縺繧銆\ufffd aA°²", max_size=30))
def test_spans_are_in_the_text_and_pass_the_screen(text: str) -> None:
    found = misread(text)
    if found:
        assert found.kind in MEANING
        assert found.count > 0
        assert found.right != text
        assert 0 <= found.start < found.end <= len(text)
        if not any("\ud800" <= char <= "\udfff" for char in text):
            assert pc.match_substring_regex(pa.array([text]), SCREEN).to_pylist() == [True]
