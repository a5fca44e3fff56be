"""Whether a teaser tells of the same story as another text: the names, numbers and content words that both have.

A sound teaser has most of its content words from its story; two stories of one language share few, and those are the
common ones. Words count by their beginning, for most languages bend the end.
"""

import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from copydesk.language.sentences import spaceless
from copydesk.language.words import NEVER_LAST, SELDOM_LAST, language_of

SHARE = 0.15
"""Of a sound teaser that share of its content words, at least, stands in its story."""
LEAST = 6
"""Content words that a teaser needs before its kinship is judged."""
_STEM = 6
_WORD, _NAME = 5, 3
_FEW = 3
_WIDER = 1.3
"""A text that is hardly wider than a headline may be that headline, shown once more."""
_BEGUN = 60
"""Code points of a description that must stand in another story to be taken from there."""
_PAGE = 300
"""Teasers of a page, at most, that are compared with each other."""
EXTRACT = 24
"""Code points of the beginning of a teaser that stand in a story by no chance."""
_RUN, _RUN_PIECE = 16, 4
_LOOKED = 80
"""Code points by which a script is told."""
_PIECE = 3
_PIECES = 24
_PIECE_SHARE = 0.04
_SMALL = frozenset[str]().union(*NEVER_LAST.values(), *SELDOM_LAST.values())
_TOKEN = re.compile(r"[^\W_]+")
_BEGINNING = re.compile(rf"([^\W_]{{{_WORD},{_STEM}}})[^\W_]*|[^\W_]+")


def stems(text: str) -> tuple[str, ...]:
    """The beginnings of the content words, names and numbers of a text, case folded, each once.

    Of scripts without spaces every three characters in a row.
    """
    return _stems(_TOKEN.findall(text), pieces=spaceless(text))


def _stems(tokens: Iterable[str], *, pieces: bool) -> tuple[str, ...]:
    if pieces:
        every = (token[at : at + _PIECE] for token in tokens for at in range(len(token) - _PIECE + 1))
        return tuple(dict.fromkeys(every))
    found = []
    for token in tokens:
        word = token.casefold()
        named = token[0].isupper() and len(word) >= _NAME
        if word not in _SMALL and (len(word) >= _WORD or named or (word.isdigit() and len(word) > 1)):
            found.append(word[:_STEM])
    return tuple(dict.fromkeys(found))


def shared(some: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of some stems that stand in a text."""
    low = text.casefold()
    return tuple(each for each in some if each in low)


def akin(text: str, story: str) -> bool:
    """Whether a teaser may tell of a story, by the words that both have; true if that cannot be judged.

    It cannot be judged of few words, nor across scripts or languages.
    """
    tokens = _TOKEN.findall(text)
    if _few(text, tokens) or _plainly_akin(text, tokens, story):
        return True
    pieces = spaceless(text)
    some = _stems(tokens, pieces=pieces)
    if len(some) < (_PIECES if pieces else LEAST):
        return True
    needed = (_PIECE_SHARE if pieces else SHARE) * len(some)
    low = story.casefold()
    if _reached(needed, (each in low for each in some)) or script(text) != script(story):
        return True
    own = language_of(text)
    other = own and language_of(story[:1000])
    return bool(own and other and own != other)


def proofs(text: str) -> tuple[float, list[str]]:
    """How many, at least, of some beginnings of words must stand in a story to prove a teaser akin to it, and those.

    None where it has so few words that it is akin to any. Where fewer stand there, ask `akin`.
    """
    tokens = _BEGINNING.findall(text)
    return (0, []) if _few(text, tokens) else (_needed(tokens), list(filter(None, tokens)))


def other_story(own: Mapping[str, Any], page: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    """The grade and the headline of another teaser of the page whose story a teaser tells, if its own is another one.

    Rows are mappings with headline and description, perhaps with the whole text (`full`) and the headline and body of
    the story that they lead to (`target_headline`, `target_body`). Null if a word of the description stands in its own.
    """
    text = own["description"]
    if len(page) > _PAGE or not stems(text) or _shares(text, own):
        return None
    others = [each for each in page if each["headline"] != own["headline"] and each["description"] != text]
    begun = text[:_BEGUN]
    for each in others:
        if len(text) >= _BEGUN and any(begun in (each.get(name) or "") for name in ("full", "target_body")):
            return "verified", each["headline"]
    for each in others:
        wanted = stems(each["headline"])
        found = shared(wanted, text) if len(text) > _WIDER * len(each["headline"]) else ()
        if len(found) >= _FEW and 2 * len(found) > len(wanted) and not _shares(each["description"], each):
            return "structural", each["headline"]
    return None


def _shares(text: str, row: Mapping[str, Any]) -> bool:
    """Whether a word of a text stands in its headline or in the story, or the other way round."""
    known = "\n".join(row.get(name) or "" for name in ("headline", "full", "target_headline", "target_body"))
    return bool(shared(stems(text), known) or shared(stems(row["headline"]), text))


def script(text: str) -> str:
    """The script that most letters of the beginning of a text belong to, as Unicode names it: LATIN, CYRILLIC, CJK."""
    letters = list(filter(str.isalpha, text[:_LOOKED]))
    if letters and text[:_LOOKED].isascii():
        return "LATIN"
    names = [unicodedata.name(char, "").partition(" ")[0] for char in letters]
    most = max(sorted(set(names)), key=names.count, default="")
    return "CJK" if most in ("HIRAGANA", "KATAKANA") else most


def _reached(needed: float, found: Iterable[bool]) -> bool:
    """Whether enough are true, without asking for more than that."""
    return next(itertools.islice(filter(None, found), math.ceil(needed) - 1, None), False)


def _few(text: str, tokens: Sequence[str]) -> bool:
    """Whether the words of a text, or the pieces of its runs without spaces, are surely too few to judge it."""
    return len(tokens) < LEAST and len(text) - 2 * len(tokens) + 1 < _PIECES


def _needed(tokens: Sequence[str]) -> float:
    return max(_FEW, SHARE * len(tokens))


def _plainly_akin(text: str, tokens: Sequence[str], story: str) -> bool:
    """Whether so many words, or pieces of runs without spaces, stand there as written that no more need be asked."""
    if text[:EXTRACT] in story:
        return True
    needed = _needed(tokens)
    for token in tokens:
        if len(token) > _RUN:
            needed -= sum(token[at : at + _RUN_PIECE] in story for at in range(0, len(token), _RUN_PIECE))
        elif len(token) >= _WORD:
            needed -= token[:_STEM] in story
        if needed <= 0:
            return True
    return False
