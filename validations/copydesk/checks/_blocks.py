"""What the check of cut teasers looks at: texts that may be cut, and the blocks that they stand in."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.language.blocks import Member, block
from copydesk.language.markers import ELLIPSIS_SCREEN
from copydesk.language.teasers import SOUND_SCREEN, SUSPECT_SCREEN

Members = Mapping[Any, tuple[Member, ...]]
"""The blocks of a batch, by article row and label."""


def blocks(batch: pa.RecordBatch, field: str, suspects: pa.Array) -> Members:
    """The blocks that suspects (positions in a batch of teasers) stand in, by article row and label."""
    near = batch.select(["article_row", "collection_label", "url", field])
    texts: dict[Any, list[tuple[str, str | None]]] = {}
    for row in near.filter(pc.is_in(near["article_row"], value_set=near["article_row"].take(suspects))).to_pylist():
        if row[field]:
            texts.setdefault((row["article_row"], row["collection_label"]), []).append(
                (row[field], address(row, field))
            )
    return {place: block(each) for place, each in texts.items()}


def address(row: Mapping[str, Any], field: str) -> str | None:
    """The address of a teaser, which holds the words of its headline, not of its description."""
    return row["url"] if field == "headline" else None


def suspicious(texts: pa.Array, field: str) -> pa.Array:
    """Which texts may be cut; a headline, which has no full stop by nature, only if it bears a mark."""
    if field == "headline":
        return pc.match_substring_regex(texts, ELLIPSIS_SCREEN)
    sound = pc.match_substring_regex(texts, SOUND_SCREEN)
    return pc.or_(pc.invert(sound), pc.match_substring_regex(texts, SUSPECT_SCREEN))
