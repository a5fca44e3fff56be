"""Texts that were decoded wrongly."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, kept, suggested, suspects
from copydesk.language.mojibake import MEANING, SCREEN, Misread, misread
from copydesk.model import Evidence, Severity, Target

_FIELDS = ("headline", "alternative_headline", "description", "article_body", "byline", "dateline", "publisher")


@dataclass(frozen=True, kw_only=True)
class Mojibake(Check):
    """A text was decoded by the wrong table.

    "CafÃ©" was "Café", "РџСЂРёРІРµС‚" was "Привет", "Ïðèâåò" too. ftfy says what UTF-8 that was read byte by
    byte should read; Cyrillic code pages read by one another, and UTF-8 read as GBK, Shift JIS, EUC-KR or Big5, are
    tried here. Nothing is found that cannot be read back, except where letters are lost for good ("ï¿½", "锟斤拷").
    One finding a field.

    ## Why it matters

    Names cannot be found, words are split at letters that are none, and models learn to write "donâ€™t".

    ## Example

    Bad: "Jóhann Viðar" became "JÃ³hann ViÃ°ar".

    Good: "Jóhann Viðar"

    ## What to do

    Take the suggestion; better, load the page again and decode it by the charset that it declares.
    """

    targets: ClassVar = (
        *(Target("articles", field) for field in _FIELDS),
        *(Target("teasers", field) for field in ("headline", "description")),
    )
    severity: ClassVar = Severity.WARNING
    kinds: ClassVar = MEANING
    body_screen: ClassVar = SCREEN
    fixable: ClassVar = frozenset(("misread", "misread-twice"))

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        found = []
        for index, field, text in suspects(batch, self.fields_of(table), _suspicious):
            seen = misread(text)
            if seen:
                hit = {"index": index, "field": field, "kind": seen.kind, "count": seen.count}
                found.append({**hit, "detail": json.dumps(asdict(seen))})
        return pa.Table.from_pylist(found, schema=HITS)

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        text, seen = row[hit.field], Misread(**json.loads(hit.detail or "{}"))
        times = f"{hit.count} times, first" if hit.count > 1 else "once,"
        shown = _word(text, seen.start, seen.end)
        message = f"{self.kinds[hit.kind].removesuffix('.')}: {times} {shown!r}."
        suggestion = suggested(text, seen.right, seen.start)
        return Evidence(message, excerpt(text, seen.start, seen.end), (seen.start, seen.end), None, suggestion)

    def fix(self, hit: Hit, row: Mapping[str, Any]) -> str | None:  # noqa: ARG002
        return Misread(**json.loads(hit.detail or "{}")).right


def _word(text: str, start: int, end: int) -> str:
    """The word or words that a stretch of text stands in, at most 40 code points."""
    head, tail = text[max(0, start - 20) : start].split(), text[end : end + 20].split()
    glued = start > 0 and not text[start - 1].isspace()
    before, after = head[-1] if head and glued else "", tail[0] if tail and not text[end : end + 1].isspace() else ""
    return excerpt(f"{before}{text[start:end]}{after}", 0, 0, 40)


def _suspicious(texts: pa.Array) -> pa.Array:
    """What is not ASCII and matches the screen."""
    return pc.match_substring_regex(kept(texts, pc.invert(pc.string_is_ascii(texts))), SCREEN)
