"""Whether a teaser is cut, where, and how sure that is.

The best witness is the text that the teaser was cut from: the article's body, the story that the teaser leads to, or
the page itself. Where that text goes on inside the sentence, the cut is *verified*. Without it, a mark of a cut in a
block of teasers is *structural* (language.blocks), a mark alone is *marker_only*, and without a mark the words at the
end and the width give a score, which is no evidence: *none*.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.language.markers import FOOTER_SCREEN, Ending, ending, ends_in_ellipsis
from copydesk.language.normal import letters, plain
from copydesk.language.sentences import (
    ABBREVIATIONS,
    abbreviated,
    ends_at,
    hard_wrapped,
    has_inner_end,
    is_wordy,
    last_word,
    paragraph_ends,
    sentence_end,
    spaceless,
    terminated,
    unbalanced,
    word_end,
)
from copydesk.language.words import NEVER_LAST, SELDOM_LAST, language_of, words

THRESHOLD = 4
"""The score from which a teaser without mark and without witness counts as cut."""
_WIDTHS = (140, 150, 155, 160, 200, 250, 255, 300)
_LONG = 140
_SHORTEST = 8
_TAIL = 60
_REACH = 20_000
_DATELINE_WIDTH = 90
_DATELINE = re.compile(r"[-–—:)\]|.•·]\s*\W*\Z")
_PLAIN_WORD = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)")
_INVISIBLE = re.compile("[\u00ad\u200b]")
_FRAGMENT = 40
# "the wall of Elm's", and of Korean the particles that no sentence and no headline ends with
_WANTING = re.compile(r"(?:[^\W\d_]{3}['’]s|[가-힣](?:를|에서|에게|으로))\Z")
_QUOTE_OPENED = re.compile(r"(?:^|\s)[\"“„«‘][^\W\d_]+(?:\s[^\W\d_]+)?\Z")
_COUNTED = re.compile(r"(?<!\w)([^\W\d_]+)\s\d{1,2}\Z")
"""A small number at the end, with the word before it."""
_OPENERS = ",([{„«「（《"

_CLOSED = r"[\"'”’»«›‹“„)\]\s]*$"
# Letters of most scripts; \p{L} is many times as large, and compiled anew for each batch.
_LETTERS = (
    r"[A-Za-z\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{24f}\x{38e}-\x{3a1}\x{3a3}-\x{3f5}\x{400}-\x{481}\x{48a}-\x{52f}"
    r"\x{561}-\x{587}\x{5d0}-\x{5ea}\x{620}-\x{64a}\x{671}-\x{6d3}\x{10d0}-\x{10fa}\x{1ea0}-\x{1ef9}\x{ac00}-\x{d7a3}]"
)
SOUND_SCREEN = rf"(?:{_LETTERS}{{2}}\.|[0-9]\.|[^。][。！？｡؟۔।॥!?]){_CLOSED}"
"""A pattern for RE2: a text that it finds, and SUSPECT_SCREEN does not, ends as a sentence does and is not cut."""
_SHORTENED = "|".join(sorted(word for word in ABBREVIATIONS if len(word) > 1 and word.isalpha()))
STOP_SCREEN = rf"[.!?…。！？｡؟۔।॥։።\]]{_CLOSED}"
"""A pattern for RE2: a text that ends in a full stop or a mark, whatever stands before it."""
SUSPECT_SCREEN = rf"{FOOTER_SCREEN}|(?:^|[^{_LETTERS[1:]})(?:{_SHORTENED})\.{_CLOSED}"


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut in a teaser.

    `kind` is marker, midword or midsentence; `grade` is verified, structural, marker_only or none. `start` and `end`
    are the span of the mark, or of the word that the text breaks off at. `core` is the end of what belongs to the
    text. Of a verified cut, `witness` is the index of the text that goes on, and `resume` the place where it does.
    """

    kind: str
    grade: str
    start: int
    end: int
    core: int
    witness: int | None = None
    resume: int | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a teaser stands in a text: the end of its last word there, whether it begins there as a text begins, and
    whether an ellipsis stands behind it."""

    end: int
    leads: bool
    ellipsis: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """The smaller, the better a witness of what follows."""
        return (not self.leads, self.ellipsis)


def judge(
    text: str,
    witnesses: Sequence[str | None] = (),
    language: str | None = None,
    *,
    threshold: int = THRESHOLD,
    piled: bool = False,
) -> Cut | None:
    """The cut at the end of a teaser, or null.

    `witnesses` are texts that the teaser may have been taken from; the first that holds it decides. `language` is a
    BCP 47 tag. A teaser that is not in the witness at hand was written for itself, so that a score alone must then be
    higher. `piled` says that the teasers of its source are cut at its width (widths.piles). Grades are verified,
    structural, marker_only and none.
    """
    last = ending(text)
    if not word_end(text, last.core) or _stands_so(text, last, witnesses) or _finished(text, last):
        return None
    for index, witness in enumerate(witnesses):
        place = _locate(text[: last.core], witness) if witness else None
        if witness and place:
            cut = _against(text, last, witness, place, language)
            if cut and cut.kind == "midsentence" and not place.leads:
                return alone(text, language, threshold=threshold, piled=piled)
            return _witnessed(cut, index, place) if cut else None
    return alone(text, language, threshold=threshold + any(witnesses), piled=piled)


def alone(text: str, language: str | None = None, *, threshold: int = THRESHOLD, piled: bool = False) -> Cut | None:
    """The cut of a teaser as its own words tell it."""
    last = ending(text)
    core = text[: last.core]
    if last.mark:
        return Cut("marker", "marker_only", *last.mark, last.core) if word_end(core) else None
    if terminated(core) or not (piled or score(core, language) >= threshold):
        return None
    return _broken(core, "midsentence", "structural" if piled else "none")


def score(text: str, language: str | None = None) -> int:
    """How much the end of a text looks like a cut, 0 and up; for texts that bear no mark and no final stop."""
    if not text.strip():
        return 0
    points = words_score(text, language) + 2 * unbalanced(text)
    points += _width_points(len(text), supported=points > 0)
    if has_inner_end(text):
        points += 4 if spaceless(text) and len(text) >= 60 else 2
    return points + (len(text) >= _LONG)


def words_score(text: str, language: str | None = None) -> int:
    """How much the last word or mark of a text looks like a cut, 0 and up."""
    last = text.rstrip()[-1:]
    if last and last in _OPENERS:
        return 4
    return _small_word_points(text, language) + _fragment_points(text)


def whole(text: str, cut: Cut, witness: str, language: str | None = None) -> str | None:
    """The teaser with its last sentence completed from the witness; null if that sentence does not end near.

    A teaser that is cut behind a whole sentence is itself, without the mark.
    """
    core = text[: cut.core]
    if terminated(core) and not abbreviated(core):
        return core
    if cut.resume is None:
        return None
    stop = sentence_end(witness, cut.resume, language)
    if stop is None or stop <= cut.resume:
        return None
    return text[: word_end(core)] + re.sub(r"\s+", " ", witness[cut.resume : stop]).rstrip()


def _small_word_points(text: str, language: str | None) -> int:
    """Points for a last word that does not end sentences, or that is no word but a letter."""
    text = unicodedata.normalize("NFC", text)
    found = words(text)
    counted = _COUNTED.search(text[-_FRAGMENT:])
    if len(found) < 4 or not (counted or text.endswith(found[-1])):
        return 0
    own = language_of(text, language)
    if own is None:
        return 0
    if counted:
        return 3 * (
            counted[1].casefold() in NEVER_LAST.get(own, ()) or counted[1].casefold() in SELDOM_LAST.get(own, ())
        )
    word = found[-1].casefold()
    if word in NEVER_LAST.get(own, ()):
        return 4
    if word in SELDOM_LAST.get(own, ()):
        return 2
    return (1 + found[-1].islower()) * (len(word) == 1 and word != word.upper())


def _fragment_points(text: str) -> int:
    """Points for a last word that wants another: a possessive, a particle, the first words of a quotation."""
    return 4 * bool(_WANTING.search(text[-_FRAGMENT:])) + 2 * bool(_QUOTE_OPENED.search(text[-_FRAGMENT:]))


def _width_points(width: int, *, supported: bool) -> int:
    """Texts are cut at round widths, with or without room for three dots, or at the last word before one.

    The last is so common by chance that it only supports another sign.
    """
    if width in _WIDTHS:
        return 3
    if width + 3 in _WIDTHS:
        return 2
    return int(supported and any(0 < limit - width <= 5 for limit in _WIDTHS))


def _locate(core: str, witness: str) -> _Place | None:
    """Where the teaser stands in the witness; where its last words do, if the whole does not."""
    bare = core[: word_end(core)].strip()
    if len(bare) < _SHORTEST:
        return None
    best = min(_exact(bare, witness), key=lambda place: place.rank, default=None)
    if best is None or best.ellipsis:
        loose = min(_loose(bare, witness[:_REACH]), key=lambda place: place.rank, default=None)
        best = min((each for each in (best, loose) if each), key=lambda place: place.rank, default=None)
    if best or len(bare) < 2 * _TAIL:
        return best
    tail = next(_exact(bare[-_TAIL:], witness), None)
    return _Place(tail.end, True, tail.ellipsis) if tail else None


def _finished(text: str, last: Ending) -> bool:
    """Whether a text without mark ends in a full stop that is no abbreviation's; no witness is asked then."""
    core = text[: last.core]
    return last.mark is None and terminated(core) and not abbreviated(core)


def _stands_so(text: str, last: Ending, witnesses: Sequence[str | None]) -> bool:
    """Whether a text too short to be looked for stands in a witness with its ellipsis."""
    short = last.mark is not None and len(text[: last.core].strip()) < _SHORTEST
    return short and any(text.strip() in witness for witness in witnesses if witness)


def _exact(bare: str, witness: str) -> Iterator[_Place]:
    start = witness.find(bare)
    while start >= 0:
        yield _place(witness, start, start + len(bare))
        start = witness.find(bare, start + len(bare))


def _loose(bare: str, witness: str) -> Iterator[_Place]:
    """The same by letters and digits alone: other quotes, dashes, blanks and cases do not count."""
    if not _may_hold(witness, bare):
        return
    wanted, given = plain(bare), plain(witness)
    start = given.find(wanted) if len(wanted) >= _SHORTEST else -1
    if start < 0:
        return
    _, places = letters(witness)
    while start >= 0:
        stop = start + len(wanted)
        yield _place(witness, places[start], places[stop - 1] + 1)
        start = given.find(wanted, stop)


def _may_hold(witness: str, bare: str) -> bool:
    """Whether the longest plain words of a teaser, the last left out, stand in a witness: else it is not there."""
    plain = sorted(_PLAIN_WORD.findall(bare.casefold())[:-1], key=len)[-3:]
    low = _INVISIBLE.sub("", witness.casefold())
    return all(word in low for word in plain)


def _place(witness: str, start: int, end: int) -> _Place:
    while end < len(witness) and is_wordy(witness[end]) and not witness[end].isalnum():
        end += 1
    return _Place(end, _leads(witness, start), ends_in_ellipsis(witness, end))


def _leads(witness: str, start: int) -> bool:
    """Whether a text may begin at `start`: of a line, of a sentence, or behind a dateline."""
    before = witness[max(0, start - _DATELINE_WIDTH) : start]
    line = before.rpartition("\n")[2]
    if not re.search(r"\w", line):
        return len(before) < _DATELINE_WIDTH or "\n" in before
    return terminated(line) or (len(line) < _DATELINE_WIDTH and bool(_DATELINE.search(line)))


def _against(text: str, last: Ending, witness: str, place: _Place, language: str | None) -> Cut | None:
    """What the witness says at the place where the teaser ends: null if its sentence, or its paragraph, ends there."""
    core = text[: last.core]
    if place.ellipsis or not any(map(is_wordy, witness[place.end :])):
        return None
    if last.mark:
        return Cut("marker", "verified", *last.mark, last.core)
    following = witness[place.end : place.end + 1]
    if is_wordy(following) and not terminated(core):
        return _broken(core, "midsentence" if spaceless(following) else "midword", "verified")
    if terminated(core):
        onward = witness[place.end :].lstrip(" .\u00a0)”\"'")[:1]
        if not (abbreviated(core) and onward.islower()):
            return None
    closed = paragraph_ends(witness, place.end, hard_wrapped=hard_wrapped(witness))
    if closed or ends_at(witness, place.end, language):
        return None
    return _broken(core, "midsentence", "verified")


def _witnessed(cut: Cut, index: int, place: _Place) -> Cut:
    return Cut(cut.kind, cut.grade, cut.start, cut.end, cut.core, index, place.end)


def _broken(core: str, kind: str, grade: str) -> Cut:
    """A cut without a mark: the span is the word at which the text breaks off, with what stands behind it."""
    start = word_end(core) - len(last_word(core))
    return Cut(kind, grade, start, len(core), len(core))
