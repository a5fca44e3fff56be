"""Text of the data made safe to look at: where the offending stretch stands, and what no eye can see made visible.

Nothing that comes out of here acts on a terminal or turns the direction of the text around it: control characters,
overrides and isolates become signs or `U+XXXX` labels.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from copydesk.exhibits import Passage
from copydesk.model import Finding
from copydesk.renderers import _words as words

EXCERPT = 240
"""Code points of an excerpt, at most, as model.Evidence says."""
WORD = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|[^\w\s]")
"""Words and what stands between them; in scripts that do not separate words, characters."""
EDGE = 24
"""Code points by which the end of an excerpt is found in a suggestion."""
MOST = 400
"""Words of a text that is compared word by word."""
ALIKE = 0.3
"""The share of words that two texts must have in common for their differences to be worth a mark."""
JOINERS = "\u200c\u200d"
INVISIBLE = (
    "\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200b\u200e\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
LOUD = re.compile(f"[{INVISIBLE}{JOINERS}\n]")
# Joiners between two characters beyond ASCII are how Persian, Hindi and emoji are written; elsewhere they are residue.
QUIET = re.compile(
    rf"[{INVISIBLE}]|(?<![^\x00-\x7f\s])[{JOINERS}]|[{JOINERS}](?![^\x00-\x7f\s])",
)
SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NAMES = {"\t": "TAB", "\n": "LINE FEED", "\r": "CARRIAGE RETURN", "\x00": "NULL", "\x1b": "ESCAPE", "\x7f": "DELETE"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A run of ordinary text (`name` null), or the sign for one invisible character and its name."""

    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """An excerpt in three parts; `mark` is null where the place of the span is not known, empty for a point."""

    before: str
    mark: str | None = None
    after: str = ""

    @property
    def loud(self) -> bool:
        """Whether the mark holds nothing but invisible characters: then each is spelled out."""
        return bool(self.mark) and all(map(LOUD.fullmatch, self.mark or ""))


def visible(text: str) -> str:
    """The text with every invisible character but the line feed replaced by its sign."""
    if text.isascii() and text.isprintable():
        return text
    return QUIET.sub(lambda found: sign(found.group()), text)


def glyphs(text: str, *, loud: bool = False) -> Iterator[Glyph]:
    """The text cut at its invisible characters; `loud` names those by number that else have a quiet sign."""
    start = 0
    for found in (LOUD if loud else QUIET).finditer(text):
        if found.start() > start:
            yield Glyph(text[start : found.start()])
        yield Glyph(label(found.group()) if loud else sign(found.group()), name(found.group()))
        start = found.end()
    if start < len(text):
        yield Glyph(text[start:])


def sign(char: str) -> str:
    """What stands for an invisible character in running text: a quiet sign for spaces and tabs, else its label."""
    if SPACES.match(char):
        return "␣"
    return "⇥" if char == "\t" else label(char)


def label(char: str) -> str:
    """`<U+200B>`."""
    return f"<U+{ord(char):04X}>"


def name(char: str) -> str:
    """`U+00A0 NO-BREAK SPACE`; the number alone where Unicode gives no name."""
    return f"U+{ord(char):04X} {NAMES.get(char) or unicodedata.name(char, '')}".rstrip()


def marked(finding: Finding) -> Marked | None:
    """The excerpt with its offending stretch set off; null where the finding has no excerpt."""
    if finding.excerpt is None:
        return None
    span = located(finding)
    if span is None:
        return Marked(finding.excerpt)
    start, end = span
    return Marked(finding.excerpt[:start], finding.excerpt[start:end], finding.excerpt[end:])


def located(finding: Finding) -> tuple[int, int] | None:
    """The span of the finding within its excerpt, null where that cannot be known.

    A finding may say where the excerpt's own text begins (`excerpt_start`): behind the ellipsis of a cut beginning.
    Without that the excerpt is the window that checks.excerpt cuts: all of a short field, else as much before the span
    as after it. A window that ends where the field ends tells nothing of its beginning, and a mark at a wrong place
    would be worse than none.
    """
    excerpt, start, end = finding.excerpt, finding.span_start, finding.span_end
    if not excerpt or start is None or end is None or not 0 <= start <= end:
        return None
    own = finding.excerpt_start
    low = _window(excerpt, start, end) if own is None else own - (own > 0 and excerpt.startswith(words.CUT))
    if low is None or not 0 <= start - low <= len(excerpt):
        return None
    last = len(excerpt) - (1 if end - low > len(excerpt) and excerpt.endswith(words.CUT) else 0)
    return start - low, min(end - low, last)


def facing(finding: Finding, width: int) -> str:
    """The suggestion, cut where the excerpt is cut, so that both show the same place; at most `width` code points.

    A suggestion is a whole field, or of a long one a stretch with its first fault, an excerpt that fault with what
    stands around: up to there the texts are the same. Where they are not, the suggestion is shown from its beginning.
    Empty if there is none.
    """
    right, cut = finding.suggestion or "", marked(finding)
    if cut is None or cut.mark is None:
        return words.clip(right, width)
    before, after = cut.before.removeprefix(words.CUT), cut.after.removesuffix(words.CUT)
    low = right.find(before[:EDGE]) if right.startswith(words.CUT) else finding.excerpt_start or 0
    if low < 0 or len(before) == len(cut.before) or not right.startswith(before[:EDGE], low):
        low = 0
    # a fix may take blank lines before it away as well, so that the end may stand a little before its place
    place = max(low, low + len(before) + len(after) - 2 * EDGE)
    high = right.find(after[-EDGE:], place) if after and len(after) < len(cut.after) else -1
    high = len(right) if high < 0 else high + min(len(after), EDGE)
    start, end = words.CUT if low else "", words.CUT if high < len(right) else ""
    return words.clip(f"{start}{right[low:high]}{end}", width)


def changes(old: str, new: str) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Both texts word by word: what either has of its own is not shared.

    Nothing is told apart where little is alike, or where one has more than MOST words.
    """
    olds, news = (tuple(WORD.findall(text)) for text in (old, new))
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    if max(len(olds), len(news)) > MOST or matcher.ratio() < ALIKE:
        return (Passage(old, shared=True),), (Passage(new, shared=True),)
    sides: tuple[list[Passage], list[Passage]] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        blank = kind == "equal" and not "".join(olds[a:b]).strip() and bool(sides[1])
        for side, some in ((sides[0], olds[a:b]), (sides[1], news[c:d])):
            _add(side, "".join(some), shared=side[-1].shared if blank and side else kind == "equal")
    return tuple(sides[0]), tuple(sides[1])


def _add(side: list[Passage], text: str, *, shared: bool) -> None:
    """Lengthen the last passage, or begin another; the space between two changed words is part of the change."""
    if text and side and side[-1].shared == shared:
        side[-1] = Passage(side[-1].text + text, shared)
    elif text:
        side.append(Passage(text, shared))


def _window(excerpt: str, start: int, end: int) -> int | None:
    """Where in the field the excerpt begins, by the rule of checks.excerpt."""
    if end - start >= len(excerpt):
        return start
    balanced = start - (len(excerpt) - (end - start)) // 2
    if not excerpt.startswith(words.CUT) or (balanced <= 0 and end <= len(excerpt)):
        return 0
    window = len(excerpt) >= EXCERPT or end > len(excerpt)
    return balanced if window and excerpt.endswith(words.CUT) else None
