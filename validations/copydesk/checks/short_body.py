"""Bodies that are too short to be the story."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import HITS, Check, Hit, excerpt, option, where
from copydesk.language.kinds import brief, shown, taken_back
from copydesk.language.placeholders import placeholders
from copydesk.language.sentences import spaceless
from copydesk.language.told_walls import walled_body
from copydesk.model import Evidence, Target

_LETTERS_A_WORD = 15
_BYTES_A_CHARACTER = 4


@dataclass(frozen=True, kw_only=True)
class ShortBody(Check):
    """A body is too short to be a story.

    Of the text only a caption, a lead or a notice was scraped. Words are counted in scripts that put
    spaces between them, characters in the others. What its section or genre calls a brief has a lower limit, and so has
    what these or a folder of the address call a video, a gallery, a podcast or a live ticker; a story that was taken
    back has none. A missing body is a matter of missing-field, a placeholder of placeholder-text, the
    words of an error page of error-page.

    ## Why it matters

    Such rows teach that an article is one sentence, and skew every statistic of length.

    ## Example

    Bad: "Video: See how the crane was lifted from the harbour."

    Good: The whole text, or no row.

    ## What to do

    Scrape the page again; if there is no more text (a video, a gallery), leave the row out or give it a
    section that says so. If your dataset holds leads by design, lower the options.
    """

    targets: ClassVar = (Target("articles", "article_body"),)
    reads: ClassVar = {"articles": ("article_section", "pub_status", "extra", "url")}
    kinds: ClassVar = {
        "few-words": "The body has fewer words than a story has.",
        "few-characters": "The body, in a script without spaces, has fewer characters than a story has.",
    }

    min_words: int = option(15, "Words that a body has at least, in scripts that put spaces between words.")
    min_characters: int = option(30, "Characters that a body has at least, in scripts without spaces.")
    min_words_brief: int = option(5, "Words that a brief or a caption has at least; of characters twice as many.")

    def find(self, table: str, batch: pa.RecordBatch, summary: pa.Table | None) -> pa.Table:  # noqa: ARG002
        most = max(self.min_words * _LETTERS_A_WORD, self.min_characters, self.min_words_brief * _LETTERS_A_WORD)
        # A body with more than that many characters is not short, whatever its words; nor one of four times the bytes.
        bodies = batch.column("article_body")
        few = where(pc.less(pc.binary_length(bodies), _BYTES_A_CHARACTER * most))
        suspects = few.filter(pc.less(pc.utf8_length(bodies.take(few)), most))
        rows = batch.select(list(self.columns(table))).take(suspects).to_pylist()
        found = []
        for index, row in zip(suspects.to_pylist(), rows, strict=True):
            kind, size, least = self._measured(row)
            if size < least and not taken_back(row["pub_status"]) and not _told_elsewhere(row["article_body"]):
                hit = {"index": index, "field": "article_body", "kind": kind, "count": 1}
                found.append({**hit, "detail": f"{size} of {least}"})
        return pa.Table.from_pylist(found, schema=HITS)

    def _measured(self, row: Mapping[str, Any]) -> tuple[str, int, int]:
        """Kind, size and smallest allowed size of a body."""
        text = row["article_body"]
        lower = brief(row["article_section"], row["extra"]) or shown(row["article_section"], row["extra"], row["url"])
        if spaceless(text):
            size = sum(not char.isspace() for char in text)
            return "few-characters", size, 2 * self.min_words_brief if lower else self.min_characters
        return "few-words", len(text.split()), self.min_words_brief if lower else self.min_words

    def evidence(self, hit: Hit, row: Mapping[str, Any]) -> Evidence:
        size, _, least = (hit.detail or "").partition(" of ")
        unit = hit.kind.removeprefix("few-")
        text = row["article_body"]
        return Evidence(f"The body has {size} {unit}; a story has {least} or more.", excerpt(text, 0, len(text)))


def _told_elsewhere(text: str) -> bool:
    """Whether another check says what is wrong with a body: one fault, one finding."""
    return walled_body(text) is not None or any(each.whole for each in placeholders(text))
