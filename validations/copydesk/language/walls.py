"""Pages that a server, a consent manager or a paywall sends instead of an article."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from copydesk.language.wall_titles import title_kind
from copydesk.language.wall_words import FURNITURE, WALLS

MEANING: Mapping[str, str] = {
    "robot-check": "The text is that of a page that asks for proof that its reader is no robot.",
    "needs-browser": "The text is that of a page that demands JavaScript, another browser, or no ad blocker.",
    "not-found": "The text is that of a page that does not exist.",
    "access-denied": "The text is that of a page to which access was refused.",
    "server-error": "The text is that of a server's error, or of its maintenance.",
    "login-wall": "The text is that of a page that wants its reader to log in or to subscribe.",
    "consent": "The text is that of a page that asks for consent to cookies.",
}
"""Each kind of wall with a sentence on it."""
HEAD = 160
"""Code points at the beginning of a text in which a wall says what it is."""
BRIEF = 2000
"""Bytes of a wall that is neither a log-in form nor a consent wall, at most."""
TALKATIVE = frozenset(("login-wall", "consent"))
_LONGEST = 6000
_LONG = 1000
_SHARE = 0.5
_SHARE_LONG = 0.6
_SHARE_LINE = 0.3
_SHARE_HEADLINE = 0.6
_SHORT_LINE = 60
_LONG_LINE = 240


def _joined(lines: Iterable[str]) -> str:
    """One pattern of lines of wall_words, their gaps left as they are."""
    return re.sub(r" (\??)", lambda found: "[\\s\u00a0]" + ("*" if found[1] else "+"), "|".join(lines))


def _lines_of(*kinds: str) -> list[str]:
    return [line for kind in kinds for line in WALLS[kind].strip().splitlines()]


def _screen(*kinds: str) -> str:
    """A pattern for RE2, which gaps would take minutes."""
    return _joined(line.partition("…")[0] for line in _lines_of(*kinds))


def _named_group(kind: str) -> str:
    """A pattern for Python."""
    return f"(?P<{kind.replace('-', '_')}>{_joined(_lines_of(kind))})".replace("…", r"[^.\n。]{0,80}?")


SCREENS = (
    _screen("robot-check", "needs-browser", "not-found"),
    _screen("access-denied", "server-error"),
    _screen("login-wall", "consent"),
)
"""Patterns for RE2 that find, in lower case, every wall and more; one pattern of all kinds is too large for it."""
_WALL = re.compile("|".join(map(_named_group, WALLS)), re.IGNORECASE)
_FURNITURE = re.compile(_joined(FURNITURE.strip().splitlines()), re.IGNORECASE)
_LINE = re.compile(r"[^\n.!?。！？।]+[.!?。！？।]*")
_QUOTED = re.compile(r"[“”„«»「」『』]")
_TAG = re.compile(r"\s+[|–—-]\s+")


@dataclass(frozen=True, slots=True)
class Wall:
    """What a wall says of itself first: its kind, and the span of the words."""

    kind: str
    start: int
    end: int


def wall(text: str) -> Wall | None:
    """The wall that a text consists of, else null: half of its sentences must be such as walls are made of."""
    first = _WALL.search(text, 0, HEAD)
    if first is None or len(text) > _LONGEST:
        return None
    found = _named(first)
    if found.kind not in TALKATIVE and len(text.encode(errors="surrogatepass")) > BRIEF:
        return None
    covered = sum(end - start for start, end in _lines(text) if _walled(text[start:end]))
    wanted = _SHARE_LONG if len(text) > _LONG else _SHARE
    return found if covered >= wanted * sum(end - start for start, end in _lines(text)) else None


def walled_headline(text: str) -> Wall | None:
    """The wall whose title a headline is, the name of the outlet behind it left out; else null."""
    kind = title_kind(text)
    if kind:
        return Wall(kind, 0, len(text))
    title = _TAG.split(text.strip(), maxsplit=1)[0]
    first = _WALL.search(text)
    return _named(first) if first and len(first.group()) >= _SHARE_HEADLINE * len(title.strip(" .!…")) else None


def _named(found: re.Match[str]) -> Wall:
    return Wall((found.lastgroup or "").replace("_", "-"), *found.span())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of sentences and lines."""
    return (found.span() for found in _LINE.finditer(text) if not found.group().isspace())


def _walled(line: str) -> bool:
    """Whether a wall may be made of a sentence: mostly or by its other words, and nobody is quoted."""
    if len(line) > _LONG_LINE or _QUOTED.search(line):
        return False
    found = _WALL.search(line)
    furnished = _FURNITURE.search(line) is not None
    if found is None:
        return furnished and len(line) <= 2 * _SHORT_LINE
    return furnished or len(line.strip()) <= _SHORT_LINE or len(found.group()) >= _SHARE_LINE * len(line)
