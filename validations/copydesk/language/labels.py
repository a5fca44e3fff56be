"""What the labels on a news page mean: headings of related stories, dates, bylines, datelines.

Each function takes one line or paragraph and says what it would be, were it a label; whether it is one, what stands
around it decides. Nothing here reads a date or looks at a second line.
"""

import re
import unicodedata
from dataclasses import dataclass

from copydesk.language import label_words as words

HEADING_LENGTH = 120
"""Code points of a heading with its tail, at most."""
INLINE_LENGTH = 300
"""Code points of a line such as "Read also: HEADLINE", at most."""
STAMP_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of related stories: `label` as printed, without decoration.

    `rest` is what follows a colon on the same line, mostly a headline, else null. `topics` is true where names are
    to follow, not stories. `sure` is false where a name of unknown words ends the label ("More from the coast").
    """

    label: str
    rest: str | None = None
    topics: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Stamp:
    """A labelled date: `field` is date_published or date_modified, `raw` the date as printed."""

    field: str
    raw: str


@dataclass(frozen=True, slots=True)
class Byline:
    """`text` is the line as printed, `names` the persons in it, in their order."""

    text: str
    names: tuple[str, ...]


def heading(line: str) -> Heading | None:
    """What a line says if it heads related stories, else null. "Read also: HEADLINE" has a rest."""
    text = _plain(line)
    if not text or len(text) > INLINE_LENGTH:
        return None
    if found := _TOPICS.match(text):
        return _heading(text, found, topics=True)
    found = _STORIES.match(text)
    return _heading(text, found, topics=False) if found else None


def leads_on(line: str) -> bool:
    """Whether a line is no more than the text of a link to the story: "Read more", "Weiterlesen"."""
    return len(line) <= HEADING_LENGTH and _CONTINUE.fullmatch(_plain(line)) is not None


def stamps(line: str) -> tuple[Stamp, ...]:
    """The labelled dates of a line that holds nothing else; empty if it holds none, or is a sentence."""
    text = _plain(line)
    first = _STAMP.match(text) if len(text) <= STAMP_LENGTH else None
    if first is None:
        return ()
    marks = [first, *(mark for mark in _STAMP.finditer(text, first.end()) if _parted(text, mark))]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    found = [_stamp(mark, text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return tuple(each for each in found if each is not None)


def bare_date(line: str) -> str | None:
    """The date that a short line without a label is, as printed, else null."""
    text = _plain(line)
    if len(text) > 60 or not _DATE.search(text) or _GOES_ON.search(text) or len(_DIGITS.findall(text)) < 2:
        return None
    return text if _DATE_ALONE.match(text) else None


def byline(line: str) -> Byline | None:
    """The byline that a line is, else null. A line of agencies alone names no person."""
    text = _plain(line)
    if len(text) > 120 or text.endswith(("?", "!", ":", "：", "。")):
        return None
    if text.strip("()[] ").casefold() in words.AGENCIES:
        return Byline(text, ())
    if found := _BY_AFTER.fullmatch(text):
        return Byline(text, _names(found["names"]))
    found = _BY.match(text)
    if found is None or (found["by"].casefold() in words.BY_COLON and not found["colon"]):
        return None
    rest = text[found.end() :].strip()
    names = _names(rest)
    if names or rest.strip("()[] ").casefold() in words.AGENCIES:
        return Byline(text, names)
    return None


def dateline(paragraph: str) -> str | None:
    """Place, agency and day at the beginning of a story ("PARIS (AFP)", "Reuters"), without the dash, else null."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return None
    text = found["line"].strip()
    place = found["place"]
    if place is None or place.isupper() or found["agency"] or text.casefold() in words.AGENCIES:
        return text
    return None


def _plain(line: str) -> str:
    return unicodedata.normalize("NFC", line).strip().strip("*_").strip()


def _either(phrases: tuple[str, ...]) -> str:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in longest)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _heading(text: str, found: re.Match[str], *, topics: bool) -> Heading | None:
    tail = found["tail"]
    open_ended = found["open"] is not None
    parted = _PARTED.match(tail)
    if parted is not None and _speaks(parted["before"], open_ended=open_ended):
        end = found.start("tail") + parted.end("before")
        return Heading(_bare(text[:end]), parted["rest"].strip() or None, topics, sure=not parted["before"].strip())
    if len(text) <= HEADING_LENGTH and _speaks(tail, open_ended=open_ended):
        return Heading(_bare(text), None, topics, sure=not _bare(tail))
    return None


def _speaks(tail: str, *, open_ended: bool) -> bool:
    """Whether what follows the phrase can be part of a label: nothing, or a short name that is no sentence."""
    rest = _bare(tail)
    if not rest:
        return not tail.rstrip().endswith(("?", "!"))
    count = len(rest.split())
    return open_ended and count <= 7 and len(rest) <= 60 and not rest[0].isdigit() and not _SENTENCE.search(rest)


def _bare(text: str) -> str:
    return _DECORATION.sub("", text)


def _parted(text: str, mark: re.Match[str]) -> bool:
    """Whether a second label stands apart: after a mark, a digit, or as "Updated" does between two dates."""
    before = text[: mark.start()].rstrip()
    return bool(before) and (not before[-1].isalpha() or text[mark.start() - 1].isspace())


def _stamp(mark: re.Match[str], rest: str) -> Stamp | None:
    raw = _AFTER_DATE.split(rest, maxsplit=1)[0].strip(" \t\xa0,;·•|/–—-([")
    raw = raw if raw.count(")") <= raw.count("(") else raw.rstrip(") ")
    if not raw or len(raw) > 80 or _GOES_ON.search(raw):
        return None
    if not any(shape.match(raw) for shape in _shapes(raw, labelled=mark["colon"] is not None)):
        return None
    return Stamp("date_modified" if mark["modified"] else "date_published", raw)


def _shapes(raw: str, *, labelled: bool) -> tuple[re.Pattern[str], ...]:
    """The shapes that a date may have: without a colon before it, it must be nothing but a date."""
    if _DATE.search(raw):
        return (_DATE_BEGIN,) if labelled else (_DATE_ALONE,)
    return (_RELATIVE, _DAY_ALONE) if labelled else (_RELATIVE,)


def _names(text: str) -> tuple[str, ...]:
    """The names of a list of names; empty if the text is none."""
    parts = [part for part in (each.strip(" .\t\xa0") for each in _BETWEEN.split(text)) if part]
    if not parts or len(parts) > 8 or not _is_name(parts[0], single=True):
        return ()
    kept = [parts[0], *(part for part in parts[1:] if _is_name(part, single=False))]
    if " " not in parts[0] and any(part not in kept and part.casefold() not in words.AGENCIES for part in parts):
        return ()
    return tuple(part for part in kept if part.casefold() not in words.AGENCIES)


def _is_name(text: str, *, single: bool) -> bool:
    parts = text.split()
    if not (1 if single else 2) <= len(parts) <= 5 and not _UNSPACED.fullmatch(text):
        return False
    if any(part[0].isdigit() or "@" in part for part in parts) or text.casefold() in words.AGENCIES:
        return False
    return all(not part[0].islower() or part in words.PARTICLES for part in parts) and not parts[0][0].islower()


_DECORATION = re.compile(r"^[^\w(«\"“„「+]+|[\s:：|»›>→▶•·*_=~】〕\]–—-]+$|(?<=\w)(?:\.\.\.+|…)$")
_KINDS = f"(?:{_either(words.BLOCK_KIN)})"
_TAIL = r"(?P<tail>(?![^\W_]).*)$"
_LEAD = r"^[^\w\"“„«+]*(?:\+\+\s*)?"
_TOPICS = _compiled(
    rf"{_LEAD}(?:(?P<open>related\s+(?:{_either(words.TOPIC_NOUNS)}))|(?:{_either(words.TOPICS_WHOLE)})){_TAIL}"
)
_STORIES = _compiled(
    rf"{_LEAD}(?:(?P<open>{_either(words.BLOCK_OPEN)}|{_KINDS}\s+(?:\w+\s+)?(?:{_either(words.BLOCK_NOUNS)}))"
    rf"|(?:{_either(words.BLOCK_WHOLE)})){_TAIL}"
)
_PARTED = re.compile(r"(?P<before>[^:：|»]{0,60}?)\s*(?:[:：|»]|\s[–—-]\s)(?P<rest>.*)$")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)(?<![A-Z]\.)(?<![A-Z]\.\s)|,\s|\.\.\.|…")
_CONTINUE = _compiled(rf"\W*(?:{_either(words.CONTINUE)})\W*")

_LINKS = rf"(?:(?:{_either(words.DATE_LINKS)})(?![^\W\d_])\s*)*"
_STAMP = _compiled(
    rf"(?:^[^\w]*|(?<![^\W\d_])|(?<=Uhr)|(?<=[AP]M))(?:(?P<modified>{_either(words.MODIFIED)})|(?:{_either(words.PUBLISHED)}))"
    rf"(?![^\W\d_]|[.!?,])\s*{_LINKS}(?P<colon>[:：=–—-]|＝)?\s*{_LINKS}"
)
_AFTER_DATE = re.compile(r"\s*\|\s*|(?i:Lesedauer|\bvon\s|\bby\s|\bSource\b)")
_DATE = re.compile(
    r"(?<!\d)\d{4}(?!\d)|(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2}|[年月日년월일]"
)
_DIGITS = re.compile(r"\d+")
_DAY_ALONE = re.compile(r"\W*(?:\d{1,2}\.?\s+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2})$")
_DATE_BEGIN = re.compile(r"\W*(?:[^\W\d_]+[\s.,،/-]*){0,3}\d")
_DATE_ALONE = re.compile(
    r"(?!.*\d.*\b[^\W\d_]{4,}\s+[^\W\d_]{4,})\W*(?:[^\W\d_]{1,12}[\s.,،/-]*){0,2}\d(?:\W*\w{1,14}){0,11}\W*$"
)
_GOES_ON = re.compile(r":\s+[^\W\d_]|[^\W\d_]{3}[.?!]\s+[^\W\d_]+\s+[^\W\d_]")
_RELATIVE = _compiled(
    r"\W*(?:[^\W\d_]+\s+)?\d+\s?(?:s|m|h|d|sec|min|hr|hour|day|week|month|year|stund|tag|woche|heure|jour|semaine|hora|día"
    r"|dia|minut|giorn|ora|ore|uur|dag|jam|menit|hari|час|мин|дн|день|dakika|saat|分|時間|小时|小時|日前|天前|분|시간)\w{0,8}"
    r"(?:\W+\w+){0,2}\W*$"
)
_BY = _compiled(rf"(?P<by>{_either(words.BY)})(?:\s*(?P<colon>[:：／/])\s*|\s+)(?=\S)")
_BY_AFTER = re.compile(r"(?P<names>[가-힣]{2,4})\s*(?:선임)?기자(?:\s*\S+@\S+)?")
_BETWEEN = _compiled(rf"\s*[,،、;&|/·•()]\s*|\s[–—-]\s|\s+(?:{_either(words.BETWEEN_NAMES)})\s+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3·\s]{2,12}")
_PLACE = r"[^\W\d_][^\d\n()\[\]:;!?–—_,]{1,30}?(?:,\s*[^\d\n()\[\]:;!?–—_,]{2,30}?){0,2}"
_DAY = r"(?:,\s*[^\W\d_]{3,9}\.?\s\d{1,2}|,\s*\d{1,2}\.?\s[^\W\d_]{3,9}\.?)?"
_DATELINE = re.compile(
    rf"\s*(?P<line>(?P<place>{_PLACE}){_DAY}\s*(?P<agency>[(\[][^()\[\]\n]{{2,40}}[)\]])?{_DAY}"
    r"|[(（【][^()（）\n]{1,20}[=＝][^()（）\n]{1,20}[)）】])\s*(?:[-–—_]{1,2}\s|(?<=[)）】])\s?)"
)
