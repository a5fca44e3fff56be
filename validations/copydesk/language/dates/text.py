"""The text of a date made plain: one kind of digit, space and dash, no control codes; and words without accents."""

import html
import re
import unicodedata
from typing import Final

LIMIT: Final = 300
"""Code points; a longer string is no date."""

_ENTITY = re.compile(r"&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});?")
_UNSEEN = re.compile("[\u00ad\u05f3\u05f4\u061c\u070f\u0970\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_ASCII_DIGIT = re.compile(r"[^\x00-\x7f]")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0640\u064b-\u0655\u0670]")
_NASAL = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])")
"""A nasal before a consonant of Devanagari, which may as well be written as anusvara."""
_ERA_LETTER = re.compile(r"(?<![A-Za-z])[MTSHR](?=\d{1,2}[./-]\d{1,2}[./-]\d{1,2}(?!\d))")
_ERA_LETTERS: Final = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_HAN_NUMBER = re.compile("[〇零一二三四五六七八九十元]+(?=[年月日號号])")
_HAN_DIGIT: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys((*map(chr, range(32)), *map(chr, range(127, 160))), "|"),
        **dict.fromkeys("\t\n\v\f\r\x85_[]", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("•·・⋅»«›‹│", "|"),
        "、": ",",
        "،": ",",
        "。": ".",
    }
)
_FOLDED: Final = str.maketrans(
    {
        "ß": "ss",
        "ı": "i",
        "ø": "o",
        "æ": "ae",
        "đ": "d",
        "ł": "l",
        "ё": "е",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ة": "ه",
        "ۀ": "ه",
        "ە": "ه",
        "ک": "ك",
    }
)
MASK: Final = str.maketrans("123456789", "000000000")


def plain(raw: str) -> str:
    """The text with entities read, ASCII digits, single spaces, bars for control codes, CamelCase words apart."""
    text = raw
    if "&" in text:
        text = html.unescape(_ENTITY.sub(lambda match: html.unescape(match[0]) or "|", text))
    if not text.isascii():
        text = unicodedata.normalize("NFKC", seen(text))
        text = _NOT_ASCII_DIGIT.sub(_ascii_digit, text)
        text = _HAN_NUMBER.sub(_arabic, text)
    text = _CAMEL.sub(" ", text.translate(_PLAIN))
    text = _ERA_LETTER.sub(lambda match: _ERA_LETTERS[match[0]], text)
    return " ".join(text.split())


def seen(text: str) -> str:
    """The text without characters that are not seen, and without the signs of abbreviation of Hebrew and Hindi."""
    return _UNSEEN.sub("", text)


def fold(word: str) -> str:
    """A word for comparing: lower case, without accents, one letter for those that differ by keyboard alone."""
    low = word.lower()
    if low.isascii():
        return low
    bare = _NASAL.sub("\u0902", _MARKS.sub("", unicodedata.normalize("NFD", low)))
    return unicodedata.normalize("NFC", bare).translate(_FOLDED)


def _ascii_digit(match: re.Match[str]) -> str:
    value = unicodedata.decimal(match[0], None)
    return match[0] if value is None else str(value)


def _arabic(match: re.Match[str]) -> str:
    """二〇一六 is 2016, 十二 is 12, 二十一 is 21."""
    text = match[0]
    if "十" not in text:
        return "".join(str(_HAN_DIGIT[character]) for character in text)
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return text
    return str((_HAN_DIGIT[tens] if tens else 1) * 10 + (_HAN_DIGIT[ones] if ones else 0))
