"""Times of day in the code of a string: where they stand, what they mean, and the zone behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from copydesk.language.dates import lexicon
from copydesk.language.dates.plan import Clock, Zone
from copydesk.language.dates.tokens import Span, Tokens
from copydesk.language.dates.vocabulary import AMERICAN

_TIMES: Final = re.compile(
    r"""(?<![1-9n][:.])(?:(?P<before>B|(?<![12u])(?<!:2\ )(?<!u\ )A)\ ?)?(?:
      (?P<h1>[12]):(?P<m1>2)(?::(?P<s1>2)(?:[.,:](?P<f1>[1-9n]))?)?(?!:?[1-9n]|:x)
    | (?P<h2>[12])\ ?H\ ?(?:(?P<m2>[12])\ ?I\ ?(?:(?P<s2>[12])\ ?C)?)?
    | (?P<h8>[12])\ ?u\ ?(?P<m8>[12])\ ?i(?:\ ?(?P<s8>[12])\ ?[a-zA-Z])?
    | (?P<h3>[12])\ ?u\ ?(?P<m3>2)(?!\.?[1-9n])
    | (?<=\ )(?P<h7>[12])\.(?P<m7>2)\.(?P<s7>2)(?![.1-9n])
    | (?P<h4>[12])\.(?P<m4>2)(?=\ ?[uA])
    | (?:(?<=k\ )|(?<=k\.)|(?<=k\.\ ))(?P<h5>[12])\.(?P<m5>2)(?![.1-9n])
    | (?P<h6>[12])(?=\ ?[uA])
    )(?!\ ?i)(?::?\ ?u)?""",
    re.VERBOSE,
)
_AFTER_T: Final = re.compile(
    r"T(?:(?P<h>2):?(?P<m>2)(?::?(?P<s>2)(?:[.,:](?P<f>[1-9n]))?)?|(?P<c>[246])(?:[.,](?P<g>[1-9n]))?)(?!:?[1-9nx]|:x)"
)
_DOTTED_BEHIND: Final = re.compile(r"(?:[ ,|-]{1,3})(?P<h>[12])\.(?P<m>2)(?![.:]?[1-9n])(?! ?[iM])(?: ?u)?")
_MERIDIEM: Final = re.compile(r" ?\(?(A)\)?")
_ZONE: Final = re.compile(
    r"[ ,]{0,2}(?:f )?\(?(?P<name>Z)(?: ?(?P<s>[+-])(?P<h>[124])(?::?(?P<m>2))?)?(?:\)|(?= ?[^ ]|$))"
    r"|[ (]?(?P<s2>[+-])(?P<h2>[246])(?::(?P<m2>2))?(?![./:-]?[1-9n])"
)
_DOUBT: Final = re.compile(r" ?\(?(?:f )?x")
BROKEN: Final = re.compile(r"[ ,|-]{0,3}(?:[3-9n]:2|[12]:2:[13-9n]|[12]:1(?!2)|[12]:x)")


@dataclass(frozen=True, slots=True)
class Found:
    """A clock and the stretch of code it takes; `american`: its zone is, and its clock has twelve hours."""

    start: int
    end: int
    clock: Clock
    american: bool = False


def clocks(tokens: Tokens, taken: tuple[tuple[int, int], ...]) -> tuple[Found, ...]:
    """All times of day outside the stretches that dates have taken."""
    if "2" not in tokens.code and "1" not in tokens.code:
        return ()
    return tuple(
        _finish(tokens, match.start(), match.end(), _clock(tokens, match)) for match in _outside(tokens.code, taken)
    )


def after_t(tokens: Tokens, position: int) -> Found | None:
    """The time behind the T of ISO 8601, if there is one at the position."""
    match = _AFTER_T.match(tokens.code, position)
    if match is None:
        return None
    if match["c"]:
        start, end = tokens.numbers[match.start("c")]
        clock = Clock((start, start + 2), (min(start + 2, end), min(start + 4, end)), (min(start + 4, end), end))
        fraction = _span(tokens, match, "g")
    else:
        clock = Clock(_span(tokens, match, "h"), _span(tokens, match, "m"), _span(tokens, match, "s"))
        fraction = _span(tokens, match, "f")
    return _finish(tokens, match.start(), match.end(), replace(clock, fraction=fraction))


def dotted_behind(tokens: Tokens, position: int) -> Found | None:
    """A time with a dot right behind a date: `12.7.2016 14.17`."""
    match = _DOTTED_BEHIND.match(tokens.code, position)
    if match is None:
        return None
    clock = Clock(_span(tokens, match, "h"), _span(tokens, match, "m"))
    return _finish(tokens, match.start(), match.end(), clock)


def run_in(tokens: Tokens, position: int) -> Found | None:
    """The time whose hour runs into the day before it: `7月1214:17`; null where the digits may be parted otherwise."""
    start, end = tokens.numbers[position]
    match = re.compile(r":2").match(tokens.code, position + 1)
    if end - start != 4 or match is None:
        return None
    return _finish(tokens, position, match.end(), Clock((start + 2, end), tokens.numbers[position + 2]))


def _outside(code: str, taken: tuple[tuple[int, int], ...]) -> Iterator[re.Match[str]]:
    for match in _TIMES.finditer(code):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            yield match


def _clock(tokens: Tokens, match: re.Match[str]) -> Clock:
    groups = {name: position for name in match.re.groupindex if (position := match.start(name)) >= 0}
    spans = {name[0]: tokens.numbers[position] for name, position in groups.items() if name != "before"}
    return Clock(
        spans["h"],
        spans.get("m", (0, 0)),
        spans.get("s", (0, 0)),
        spans.get("f", (0, 0)),
        meridiem=tokens.words[groups["before"]].number if "before" in groups else None,
    )


def _span(tokens: Tokens, match: re.Match[str], group: str) -> Span:
    return tokens.numbers[match.start(group)] if match[group] else (0, 0)


def _finish(tokens: Tokens, start: int, end: int, clock: Clock) -> Found:
    """The clock with what stands behind it: meridiem, zone, or a word that nobody knows."""
    american = False
    if match := _MERIDIEM.match(tokens.code, end):
        clock = replace(clock, meridiem=tokens.words[match.start(1)].number)
        end = match.end()
    if (match := _ZONE.match(tokens.code, end)) and _trusted(tokens.code, start, match):
        clock = replace(clock, zone=_zone(tokens, match))
        american = match["name"] is not None and tokens.words[match.start("name")].text in AMERICAN
        end = match.end()
    elif _DOUBT.match(tokens.code, end):
        clock = replace(clock, doubtful=True)
    return Found(start, end, clock, american and clock.meridiem is not None)


def _trusted(code: str, start: int, match: re.Match[str]) -> bool:
    """Whether an offset is no range of hours: `10:00-12:00` has none, `T10:00-12:00` and `10:00:00-12:00` have."""
    if match["s2"] != "-" or match[0][0] == " ":
        return True
    clock = code[start : match.start()]
    return clock.startswith("T") or clock.count(":") >= 2


def _zone(tokens: Tokens, match: re.Match[str]) -> Zone:
    name = match.start("name")
    word = tokens.words[name] if name >= 0 else lexicon.Word(lexicon.ZONE)
    sign, hours, rest = ("s", "h", "m") if name >= 0 else ("s2", "h2", "m2")
    if not match[sign]:
        return Zone(minutes=word.number, region=word.region)
    start, end = _span(tokens, match, hours)
    minutes = _span(tokens, match, rest)
    if end - start > 2:
        end, minutes = start + 2, (start + 2, end)
    return Zone(word.number, 1 if match[sign] == "+" else -1, (start, end), minutes)
