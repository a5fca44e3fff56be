"""Error pages, walls and banners that no known phrase tells: brief texts of which nearly every sentence is such.

A page that a server sends speaks of pages, browsers, permissions, cookies or subscriptions, says little else, and
speaks to its reader. News that speaks of those has other sentences beside.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from copydesk.language.sentences import spaceless
from copydesk.language.site_talk import newsy, talk_kind
from copydesk.language.wall_stems import ADDRESS, FURNITURE, STEMS
from copydesk.language.walls import HEAD, Wall, wall

LONGEST = 600
"""Code points of such a text, at most; of scripts without spaces half of them."""
_SHARE = 0.65
SURE_SHARE = 0.7
"""Words of a teaser that are words of sites, at least: the teaser of a story about a site has many."""
MUTE = 70
"""Code points of a text that need not speak to its reader if every sentence is such."""
_SENTENCE = 240
_FURNITURE = 80
_PIECE = 3
_LINE = re.compile(r"(?:[^\n.!?。！？।]|[.](?=\w))+[.!?。！？।]*")
_JOINED = re.compile(r"[\u0590-\u08ff]")
"""Hebrew and Arabic write "and", "in" and "the" as part of the next word."""
_QUOTED = re.compile(r"[“”„«»「」『』]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of STEMS: patterns of which each must be in a sentence, and the letters with which what they find begins.

    A sentence without any of those letters need not be searched; the empty string stands for letters unknown.
    """

    kind: str
    parts: tuple[re.Pattern[str], ...]
    begun: tuple[frozenset[str], ...]

    def may_be(self, pieces: Collection[str]) -> bool:
        return not any("" not in each and each.isdisjoint(pieces) for each in self.begun)

    def said_in(self, sentence: str) -> bool:
        return all(each.search(sentence) for each in self.parts)


def walled_body(text: str) -> Wall | None:
    """The wall that a body is, by its phrases or by the words of its sentences; else null."""
    return wall(text) or told_wall(text)


def told_teaser(text: str) -> Wall | None:
    """The wall that a brief teaser surely is by the words that it is made of; else null."""
    kind = talk_kind(text, SURE_SHARE) if len(text) <= LONGEST else None
    return Wall(kind, *_first(text)) if kind else None


def told_wall(text: str) -> Wall | None:
    """The wall that a brief text is, by its sentences or by its words; else null."""
    size = len(text) * (2 if spaceless(text) else 1)
    if size > LONGEST:
        return None
    found = _told_by_sentences(text, size)
    if found:
        return None if newsy(text) else found
    kind = talk_kind(text)
    return Wall(kind, *_first(text)) if kind else None


def _first(text: str) -> tuple[int, int]:
    """The span of the first sentence or line that says anything."""
    return next(found.span() for found in _LINE.finditer(text) if not found.group().isspace())


def _told_by_sentences(text: str, size: int) -> Wall | None:
    spoken = _speech().search(text.lower()) is not None
    if not (spoken or size <= MUTE):
        return None
    spans = [found.span() for found in _LINE.finditer(text) if not found.group().isspace()]
    kinds = {span: kind for span in spans if (kind := _kind(text[slice(*span)].lower()))}
    if min(kinds, default=(HEAD, 0))[0] >= HEAD:
        return None
    covered = sum(
        end - start
        for start, end in spans
        if (start, end) in kinds or _follows(text[start:end].lower(), kinds.values())
    )
    if covered < (_SHARE if spoken else 1) * sum(end - start for start, end in spans):
        return None
    first = min(kinds)
    return Wall(kinds[first], *first)


def _kind(sentence: str) -> str | None:
    if len(sentence) > _SENTENCE or _QUOTED.search(sentence):
        return None
    pieces = {sentence[at : at + size] for size in range(1, _PIECE + 1) for at in range(len(sentence))}
    return next((row.kind for row in _rows() if row.may_be(pieces) and row.said_in(sentence)), None)


def _follows(sentence: str, kinds: Collection[str]) -> bool:
    """Whether a short sentence goes with those of some kinds: furniture, or what is said of a thing named before."""
    if len(sentence) > _FURNITURE:
        return False
    return bool(_furniture().search(sentence)) or any(
        row.kind in kinds and row.parts[-1].search(sentence) for row in _rows()
    )


@cache
def _rows() -> tuple[_Row, ...]:
    lines = ((kind, line.split(" + ")) for kind, each in STEMS.items() for line in _filled(each))
    return tuple(
        _Row(kind, tuple(re.compile(_words(part)) for part in parts), tuple(map(_begun, parts)))
        for kind, parts in lines
    )


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(map(_words, _filled(FURNITURE))))


@cache
def _speech() -> re.Pattern[str]:
    address = (_words(line, whole=True) for line in _filled(ADDRESS))
    return re.compile("|".join((*address, *map(_words, _filled(FURNITURE)))))


def _begun(alternatives: str) -> frozenset[str]:
    """The first letters of each alternative of a pattern, up to _PIECE."""
    found = (re.match(r"([^\W_]*)([?*{]?)", each) for each in _split(alternatives))
    return frozenset((each[1][:-1] if each[2] else each[1])[:_PIECE] for each in found if each)


def _filled(lines: str) -> Iterator[str]:
    return filter(None, lines.splitlines())


def _words(alternatives: str, *, whole: bool = False) -> str:
    """A pattern of stems, at the beginning of words where the script has any; `whole`: of words."""
    end = r"(?![^\W_])" if whole else ""
    return "|".join(each if _joined(each) else rf"(?<![^\W_])(?:{each}){end}" for each in _split(_gapped(alternatives)))


def _screen(lines: Iterable[str], *, whole: bool = False) -> str:
    """The same for RE2, which knows words of ASCII alone."""
    every = [re.sub(r"\\b", "", _gapped(each).replace(r"\w", r"\S")) for line in lines for each in _split(line)]
    dense = "|".join(filter(_joined, every))
    spaced = "|".join(each for each in every if not _joined(each))
    return rf"{dense}|(?:^|[^\pL\pN])(?:{spaced})" + (r"(?:$|[^\pL\pN])" if whole else "")


def _joined(stem: str) -> bool:
    """Whether a stem is of a script that writes words, or what goes before them, together."""
    return spaceless(stem) or _JOINED.search(stem) is not None


def _gapped(pattern: str) -> str:
    return re.sub(r" (\??)", lambda found: "[\\s\u00a0]" + ("*" if found[1] else "+"), pattern)


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, but those within its groups."""
    parts, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


SUBJECTS = _screen(line.split(" + ")[0] for lines in STEMS.values() for line in _filled(lines))
"""A pattern for RE2 that finds, in lower case, what such a wall speaks of: it stands in the first HEAD code points."""
SPOKEN = _screen(_filled(ADDRESS), whole=True) + "|" + _screen(_filled(FURNITURE))
"""A pattern for RE2 that finds, in lower case, the texts that speak to their reader: longer ones than MUTE do."""
