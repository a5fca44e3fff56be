"""Blocks of related stories in a text: where they begin and end, and the teasers in them.

A heading alone makes no block: entries must follow it. A block ends where text goes on that no headline leads, and
text in doubt stays in the body, for a lost paragraph is worse than a stray teaser.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from copydesk.language import labels
from copydesk.language.markers import ending
from copydesk.language.sentences import abbreviated, has_inner_end, terminated
from copydesk.loaders._text_lines import Paragraph, width
from copydesk.model import Teaser

TITLE_WIDTH = 140
LONG_TITLE_WIDTH = 200
CUT_TITLE_WIDTH = 60
TEASER_WIDTH = 320
CUT_TEASER_WIDTH = 900
LABEL_WIDTH = 60
NAME_WIDTH = 40
CROSSHEAD = 0.6
"""A last line this much shorter than the other headlines heads the text that follows it."""
LINKED_LENGTH = 2000
_BULLET = re.compile(r"\A(?:(?:[-*+•‣◦▪●■►▶»–—]|\d{1,2}[.)])\s+|#{1,6}\s+)(?=\S)")
_NUMBER = re.compile(r"#?\d{1,3}[.)]?")
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?")
_TITLE_AND_ADDRESS = re.compile(r"(?P<title>.*\S)\s*[(<–—|:-]?\s*(?P<url>https?://[^\s<>()]+)[)>]?")
_LINK = re.compile(r"\[(?P<title>[^\]]{3,300})\]\((?P<url>[^()\s]{3,2000})\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph and what it could be in a block: title, text, url, link, stamp, number or heading."""

    kind: str
    text: str
    line: int
    cut: bool = False
    url: str | None = None
    heading: labels.Heading | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """The paragraphs that are body, the teasers, and the topics that blocks of names list."""

    body: tuple[Paragraph, ...]
    teasers: tuple[Teaser, ...]
    topics: tuple[str, ...]


def split(paragraphs: Sequence[Paragraph]) -> Split:
    """Part the paragraphs behind a headline into body, teasers and topics."""
    pieces = [piece(each) for each in paragraphs]
    teasers: list[Teaser] = []
    topics: list[str] = []
    taken: set[int] = set()
    widths = [0, *accumulate(width(each.text) if each.kind == "text" else 0 for each in pieces)]
    texts = [0, *accumulate(each.kind == "text" for each in pieces)]
    at = 0
    while at < len(pieces):
        end, found, names = _block(pieces, at, widths[at] / texts[at] if texts[at] else 0)
        if end > at:
            taken.update(range(at, end))
            teasers += found
            topics += names
        at = max(end, at + 1)
    free = [index for index in range(len(pieces)) if index not in taken]
    tail, found = _tail(pieces, free)
    body = tuple(paragraphs[index] for index in free if index not in tail)
    ordered = sorted([*teasers, *found], key=lambda teaser: teaser.line or 0)
    return Split(body, tuple(ordered), tuple(dict.fromkeys(topics)))


def piece(paragraph: Paragraph) -> Piece:
    """What a paragraph could be."""
    flat = paragraph.flat
    heading = labels.heading(flat)
    if heading and (heading.rest is None or heading.topics or _is_entry(heading.rest)):
        return Piece("heading", flat, paragraph.line, heading=heading)
    if labels.stamps(flat):
        return Piece("stamp", flat, paragraph.line)
    if labels.leads_on(flat):
        return Piece("link", flat, paragraph.line)
    if _NUMBER.fullmatch(flat):
        return Piece("number", flat, paragraph.line)
    if found := _ADDRESS.fullmatch(flat):
        return Piece("url", flat, paragraph.line, url=found["url"])
    text, url = _linked(_BULLET.sub("", flat, count=1))
    cut = ending(text).mark is not None
    listed = text != flat and (width(text) <= CUT_TITLE_WIDTH or not _is_sentence(text))
    titled = url is not None or listed or _is_title(text, cut=cut)
    return Piece("title" if titled else "text", text, paragraph.line, cut, url)


def _linked(text: str) -> tuple[str, str | None]:
    """A headline and its address, from "Headline - https://..." or a Markdown link."""
    if "http" not in text or len(text) > LINKED_LENGTH:
        return text, None
    found = _LINK.fullmatch(text) or _TITLE_AND_ADDRESS.fullmatch(text)
    return (found["title"].rstrip(" -–—|:("), found["url"]) if found else (text, None)


def _is_title(text: str, *, cut: bool) -> bool:
    size = width(text)
    if cut:
        return size <= CUT_TITLE_WIDTH
    if size > TITLE_WIDTH or _is_sentence(text) or text.endswith((":", "：")):
        return False
    return size <= 90 or not has_inner_end(text)


def _is_sentence(text: str) -> bool:
    return terminated(text) and not text.rstrip(" \"'”’»)]").endswith(("?", "!", "？", "！")) and not abbreviated(text)


def _is_entry(rest: str) -> bool:
    """Whether what follows "Read also:" is a headline or an address, not a sentence of the body."""
    return _ADDRESS.fullmatch(rest) is not None or (width(rest) <= 2 * TITLE_WIDTH and not _is_sentence(rest))


def _block(pieces: Sequence[Piece], at: int, body: float) -> tuple[int, list[Teaser], list[str]]:
    """The block that begins at a piece: where it ends, its teasers, its topics. It ends at `at` if there is none.

    `body` is the mean width of the texts before it, 0 if there is none.
    """
    heading = pieces[at].heading
    if heading is None:
        return at, [], []
    if heading.topics:
        end, names = _names(pieces, at, heading)
        if end > at:
            return end, [], names
    if heading.rest:
        title, url = _linked(heading.rest)
        address = _ADDRESS.fullmatch(title)
        teaser = Teaser(None if address else title, None, address["url"] if address else url, heading.label)
        return at + 1, [replace(teaser, line=pieces[at].line)], []
    stop = next((index for index in range(at + 1, len(pieces)) if pieces[index].heading), len(pieces))
    end, entries = _entries(pieces[at + 1 : stop], body)
    if entries or (heading.sure and at + 1 == len(pieces)):
        return at + 1 + end, [replace(each, collection_label=heading.label) for each in entries], []
    return at, [], []


def _names(pieces: Sequence[Piece], at: int, heading: labels.Heading) -> tuple[int, list[str]]:
    """The topics on the line of a heading, or on the short lines below it."""
    if heading.rest:
        return at + 1, [each.strip(" #") for each in re.split(r"[,;|#،、]", heading.rest) if each.strip(" #")]
    end = at + 1
    while end < len(pieces) and pieces[end].kind == "title" and width(pieces[end].text) <= NAME_WIDTH:
        end += 1
    return (end, [each.text.strip(" #") for each in pieces[at + 1 : end]]) if end > at + 1 else (at, [])


def _entries(block: Sequence[Piece], body: float) -> tuple[int, list[Teaser]]:
    """The teasers that a block begins with, and how many pieces they take; `body` as in _block.

    Where the block runs to its end, texts behind headlines are their teasers. Where body follows, only marked ones.
    """
    if body:
        if pairs := _pairs(block, body):
            return len(block), pairs
        end, entries = _read(_as_headlines(block), strict=False)
        if end == len(block) and _are_teasers([each.description for each in entries], body):
            return end, entries
    end, entries = _read(block, strict=True)
    return (end - 1, entries[:-1]) if _ends_in_crosshead(block[:end], entries, block[end:]) else (end, entries)


def _are_teasers(texts: Sequence[str | None], body: float) -> bool:
    """Whether texts behind headlines are teasers, not parts of the body with crossheads: cut, or shorter than it."""
    whole = [width(text) for text in texts if text and ending(text).mark is None]
    return not whole or (max(whole) <= TEASER_WIDTH and sum(whole) / len(whole) <= body)


def _ends_in_crosshead(taken: Sequence[Piece], entries: Sequence[Teaser], rest: Sequence[Piece]) -> bool:
    """Whether the last headline of a block belongs to the text that goes on behind it."""
    if not rest or rest[0].kind != "text" or len(entries) < 2 or taken[-1].kind != "title" or taken[-1].url:
        return False
    others = min(width(each.headline or each.description or "") for each in entries[:-1])
    return width(taken[-1].text) <= CROSSHEAD * others


def _as_headlines(block: Sequence[Piece]) -> Sequence[Piece]:
    """The block with sentences between headlines taken for headlines, if every piece is short and few are sentences."""
    told = [each for each in block if each.kind in ("title", "text")]
    if any(width(each.text) > LONG_TITLE_WIDTH for each in told):
        return block
    if 2 * sum(each.kind == "title" for each in told) <= len(told):
        return block
    last = max(index for index, each in enumerate(block) if each.kind == "title")
    return [
        replace(each, kind="title") if each.kind == "text" and not each.cut and index < last else each
        for index, each in enumerate(block)
    ]


def _pairs(block: Sequence[Piece], body: float) -> list[Teaser]:
    """The teasers of a block in which headlines and texts take turns from first to last, else none."""
    titles, texts = block[::2], block[1::2]
    if len(block) < 4 or len(titles) != len(texts) or any(each.kind not in ("title", "text") for each in block):
        return []
    if sum(each.kind == "text" or each.cut for each in texts) * 3 < 2 * len(texts):
        return []
    if sum(each.kind == "title" for each in titles) * 2 <= len(titles):
        return []
    if any(width(each.text) > LONG_TITLE_WIDTH for each in titles) or any(
        width(each.text) > CUT_TEASER_WIDTH for each in texts
    ):
        return []
    return (
        [_teaser(*pair) for pair in zip(titles, texts, strict=True)]
        if _are_teasers([each.text for each in texts], body)
        else []
    )


def _teaser(title: Piece, text: Piece | None, url: str | None = None) -> Teaser:
    described = text.text if text else None
    return Teaser(title.text, described, title.url or url, line=text.line if text else title.line)


def _read(block: Sequence[Piece], *, strict: bool) -> tuple[int, list[Teaser]]:
    """Entries one by one: headline, teaser, address, "Read more", date, of which only one of the first two must be."""
    entries: list[Teaser] = []
    at = 0
    while at < len(block):
        now = block[at]
        if now.kind in ("number", "link") or (now.kind == "stamp" and _dates_an_entry(block, at)):
            at += 1
        elif now.kind == "url":
            last = entries.pop() if entries and entries[-1].url is None else Teaser(line=now.line)
            entries.append(replace(last, url=now.url))
            at += 1
        elif now.kind == "title":
            text = _described(block, at, entries, strict=strict)
            entries.append(_teaser(now, text))
            at += 2 if text else 1
        elif now.kind == "text" and now.cut and width(now.text) <= CUT_TEASER_WIDTH:
            entries.append(Teaser(None, now.text, now.url, line=now.line))
            at += 1
        else:
            break
    return at, entries


def _dates_an_entry(block: Sequence[Piece], at: int) -> bool:
    """Whether a date in a block belongs to an entry: another headline follows, or entries before had dates too."""
    return at > 0 and (
        (at + 1 < len(block) and block[at + 1].kind == "title") or any(each.kind == "stamp" for each in block[:at])
    )


def _described(block: Sequence[Piece], at: int, entries: Sequence[Teaser], *, strict: bool) -> Piece | None:
    """The teaser of the headline at a place in a block, if the piece behind it is one."""
    title, text = block[at], block[at + 1] if at + 1 < len(block) else None
    if text is None or text.kind not in ("text", "title"):
        return None
    if text.text == title.text or (text.cut and not title.cut and width(text.text) <= CUT_TEASER_WIDTH):
        return text
    if strict or text.kind == "title" or width(text.text) > TEASER_WIDTH:
        return None
    if not entries:
        return None if at + 2 < len(block) and block[at + 2].kind == "text" else text
    return text if any(each.description for each in entries) else None


def _tail(pieces: Sequence[Piece], free: Sequence[int]) -> tuple[range, list[Teaser]]:
    """A block without a heading that is known, at the end of the text: its places, and its teasers.

    Two or more headlines with cut texts behind them make one, and one line alone before the first is its heading.
    """
    stop = max((index + 1 for index in free if pieces[index].kind != "stamp"), default=0)
    start = stop
    found: list[Teaser] = []
    known = set(free)
    while {start - 1, start - 2} <= known and _is_pair(pieces[start - 2], pieces[start - 1]):
        found.append(_teaser(pieces[start - 2], pieces[start - 1]))
        start -= 2
    found.reverse()
    if len(found) < 2 or not any(pieces[index].kind == "text" for index in free if index < start):
        return range(0), []
    label = pieces[start - 1]
    if start - 1 in known and label.kind == "title" and not label.cut and width(label.text) <= LABEL_WIDTH:
        return range(start - 1, stop), [replace(each, collection_label=label.text.rstrip(" :")) for each in found]
    return range(start, stop), found


def _is_pair(title: Piece, text: Piece) -> bool:
    return title.kind == "title" and text.kind == "text" and text.cut and width(text.text) <= CUT_TEASER_WIDTH
