"""Plain text scrapes: a headline, paragraphs, labelled dates, a byline, and blocks of related stories.

What a line is, its words and its neighbours decide together; what stays in doubt is body. A file is one record. Any
text can be read this way, so every other format that knows its own goes first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO

from copydesk.errors import UnreadableFileError
from copydesk.language import labels
from copydesk.language.sentences import has_inner_end, terminated
from copydesk.loaders._encoding import encoding_of
from copydesk.loaders._text_blocks import split
from copydesk.loaders._text_lines import Paragraph, paragraphs, width
from copydesk.loaders._xml import narrow
from copydesk.model import Loaded, Origin, Record

MARKDOWN = (".md", ".markdown")
SUFFIXES = (".txt", ".text", *MARKDOWN)
LABEL_LENGTH = 160
HEADLINE_WIDTH = 200
SENTENCE_HEADLINE_WIDTH = 80
HEAD_PARAGRAPHS = 6
CONTROLS = bytes(sorted({*range(32), 127} - set(b"\b\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")))
"""Control characters that a text has no use for. Agencies put some around their headers, so a few may pass; the
separators (1C to 1F) and the backspace set their tables."""
CONTROL_SHARE = 0.03
_FOREIGN = (b"<?xml", b"%PDF-", b"{\\rtf", b"%!PS", b"From ", b"\x1f\x8b", b"PK\x03\x04")
_ELEMENT = re.compile(rb"(?>\s+|<!--.*?-->|<![A-Za-z][^>]*>)*+<[A-Za-z_][\w:.-]*[\s/>]", re.DOTALL)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
_RIGHTS = re.compile(r"(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b\s*(?:©|\(c\)|(?:19|20)\d\d)).{0,200}", re.IGNORECASE)
_HASHES = re.compile(r"#{1,6}[ \t]+|[ \t]+#+$")
_QUOTE = re.compile(r"[\"'“„«‘‚「『](?:[^\"“”„«»「」『』]){1,100}[\"'”“»’‘」』]")
_SEGMENTS = re.compile(r"\s*[|·•]\s*")


@dataclass(slots=True)
class _Found:
    """What has been found of a record so far."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def put(self, name: str, value: Any, line: int) -> bool:
        """Keep the first value of a field; false if another one stands already."""
        if name in self.fields:
            return bool(self.fields[name] == value)
        self.fields[name] = value
        self.lines[name] = line
        return True


def sniff(head: bytes, name: str) -> int:
    """10 for any text, 60 with a suffix of ours, 0 for binary data and for formats that only look like text."""
    named = name.endswith(SUFFIXES)
    plain = narrow(head)
    if _is_binary(head) or plain.lstrip().startswith(_FOREIGN) or (not named and _ELEMENT.match(plain)):
        return 0
    return 60 if named else 10


def load(stream: BinaryIO, origin: Origin) -> Iterator[Loaded]:
    """The one record of a text. Raises UnreadableFileError if it holds nothing or is no text.

    `extra` names the encoding where it is not UTF-8.
    """
    data = stream.read()
    if _is_binary(data):
        raise UnreadableFileError(
            "binary-data", "the file is binary data, not text", remedy="Convert it, or leave it out by `exclude`."
        )
    encoding = encoding_of(BytesIO(data))
    text = data.decode(encoding, "replace").removeprefix("\ufeff").rstrip("\x1a")
    found = paragraphs(text, origin.line, _is_label)
    if not found:
        raise UnreadableFileError("empty-file", "the file holds no text", remedy="Leave it out, or write it again.")
    if origin.file.lower().endswith(MARKDOWN):
        found = [Paragraph(_HASHES.sub("", each.text), each.line) for each in found]
    yield _record(found, origin, {} if encoding.startswith(("utf-8", "ascii")) else {"encoding": encoding})


def _is_binary(data: bytes) -> bool:
    """Whether bytes cannot be text: NULs that are not those of UTF-16 or UTF-32, or many control codes."""
    if b"\0" in data:
        return not encoding_of(BytesIO(data)).startswith(("utf-16", "utf-32"))
    return len(data) - len(data.translate(None, CONTROLS)) > CONTROL_SHARE * len(data)


def _is_label(line: str) -> bool:
    return len(line) <= LABEL_LENGTH and bool(
        labels.stamps(line) or labels.byline(line) or labels.heading(line) or labels.leads_on(line)
    )


def _record(found: Sequence[Paragraph], origin: Origin, extra: dict[str, Any]) -> Record:
    known = _Found()
    rest = _headline(found, known)
    parted = split(rest)
    body = [each for at, each in enumerate(parted.body) if not _takes(each, at, parted.body, known)]
    if body:
        known.fields["article_body"] = "\n\n".join(each.text for each in body)
        if place := labels.dateline(body[0].text):
            known.put("dateline", place, body[0].line)
    if parted.topics:
        known.fields["keywords"] = list(parted.topics)
    start = known.lines.get("headline", body[0].line if body else found[0].line)
    return Record(
        fields=known.fields,
        line=start,
        record=origin.record,
        body_lines=tuple(each.line for each in body) if body else None,
        extra=extra,
        teasers=parted.teasers,
        field_lines={name: line for name, line in known.lines.items() if line != start},
    )


def _headline(found: Sequence[Paragraph], known: _Found) -> list[Paragraph]:
    """Take the headline, and the labels above it; return what is left, in order."""
    at = 0
    while at < len(found) and _labelled(found[at].flat, found[at].line, known, head=True):
        at += 1
    if at < len(found) and _is_headline(found[at], found[at + 1 :]):
        known.put("headline", found[at].flat, found[at].line)
        at += 1
    return list(found[at:])


def _is_headline(first: Paragraph, rest: Sequence[Paragraph]) -> bool:
    """Whether the first paragraph is a headline: short, and no sentence of a story that begins at once."""
    text = first.flat
    if width(text) > HEADLINE_WIDTH or labels.dateline(text) or labels.heading(text):
        return False
    if not terminated(text) or text.rstrip("\"'”’»)").endswith(("?", "!", "？", "！")):
        return True
    follows = max((width(each.flat) for each in rest[:3]), default=0)
    single = not has_inner_end(text) or _QUOTE.fullmatch(text) is not None
    return width(text) <= SENTENCE_HEADLINE_WIDTH and single and follows >= 1.5 * width(text)


def _takes(paragraph: Paragraph, at: int, body: Sequence[Paragraph], known: _Found) -> bool:
    """Whether a paragraph is a label and no body; its values are kept."""
    flat = paragraph.flat
    if len(flat) > LABEL_LENGTH + HEADLINE_WIDTH:
        return False
    head = at < HEAD_PARAGRAPHS and not any(width(each.flat) > HEADLINE_WIDTH for each in body[:at])
    if _labelled(flat, paragraph.line, known, head=head or at == len(body) - 1):
        return True
    if (head or at >= len(body) - 3) and _RIGHTS.fullmatch(flat):
        return known.put("copyright_notice", flat, paragraph.line)
    return False


def _labelled(text: str, line: int, known: _Found, *, head: bool) -> bool:
    """Whether a line holds labels alone. Bylines, addresses and bare dates count at head and foot only."""
    values = _values(text, head=head) if len(text) <= LABEL_LENGTH else []
    return bool(values) and all(known.put(name, value, line) for name, value in values)


def _values(text: str, *, head: bool) -> list[tuple[str, Any]]:
    """The fields that a line of labels states; empty if it is none."""
    if stamps := labels.stamps(text):
        return [(each.field, each.raw) for each in stamps]
    if not head:
        return []
    if found := _ADDRESS.fullmatch(text):
        return [("url", found[1])]
    parts = [_signed(segment) for segment in _SEGMENTS.split(text)]
    return [value for part in parts for value in part] if all(parts) else _signed(text)


def _signed(segment: str) -> list[tuple[str, Any]]:
    """What a part of a line states if it is a labelled date, a bare date or a byline."""
    if stamps := labels.stamps(segment):
        return [(each.field, each.raw) for each in stamps]
    if raw := labels.bare_date(segment):
        return [("date_published", raw)]
    byline = labels.byline(segment)
    if byline is None:
        return []
    return [("byline", byline.text), *((("author", list(byline.names)),) if byline.names else ())]
