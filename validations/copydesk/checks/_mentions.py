"""Dates held against the days that the beginnings of their texts name."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.checks import where
from copydesk.checks._dates import FIELDS, local_day
from copydesk.language.dates import mentions
from copydesk.model import Severity

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def contradictions(batch: pa.RecordBatch, dateline_days: int) -> Iterator[dict[str, Any]]:
    """Rows of HITS for stories whose dateline, or whose weekday beside a day, does not go with their dates.

    `detail` says what the text names, as the end of a sentence.
    """
    heads = pc.utf8_slice_codeunits(batch.column("article_body"), 0, mentions.HEAD)
    lines = pc.coalesce(batch.column("dateline"), heads)
    days = [local_day(batch, field) for field in FIELDS]
    dated = pc.is_valid(pc.coalesce(*days))
    languages = batch.column("in_language")
    in_line = pc.match_substring_regex(lines, mentions.DATELINES)
    in_text = pc.match_substring_regex(heads, mentions.screen(pc.unique(languages).to_pylist()))
    for index in where(pc.and_(dated, pc.or_kleene(in_line, in_text))).to_pylist():
        own = [date.fromisoformat(each[index].as_py()) for each in days if each[index].is_valid]
        field = next(name for name, each in zip(FIELDS, days, strict=True) if each[index].is_valid)
        language = languages[index].as_py()
        if in_line[index].as_py() and (told := _dateline(lines[index].as_py(), language, own, dateline_days)):
            yield _hit(index, field, "dateline", Severity.WARNING, told)
        elif in_text[index].as_py() and (misfits := _misfits(heads[index].as_py(), language, own)):
            grave = Severity.WARNING if len(misfits) > 1 else Severity.INFO
            yield _hit(index, field, "named-day", grave, next(iter(misfits.values())))


def _hit(index: int, field: str, kind: str, severity: Severity, detail: str) -> dict[str, Any]:
    return {"index": index, "field": field, "kind": kind, "count": 1, "severity": severity, "detail": detail}


def _dateline(text: str, language: str | None, own: list[date], allowed: int) -> str | None:
    """What the dateline says, if none of a story's dates goes with it."""
    found = mentions.dateline(text, language, own[0])
    if found is None or any(-1 <= (day - found.day).days <= allowed for day in own):
        return None
    return f"the dateline says {text[found.start : found.end]!r}."


def _misfits(text: str, language: str | None, own: list[date]) -> dict[date, str]:
    """The days that the text names with another weekday; none, if one day of it goes with one of the dates."""
    found = [each for near in own for each in mentions.named_days(text, language, near)]
    if any(each.fits for each in found):
        return {}
    return {
        each.day: f"the text says {text[each.start : each.end]!r}: {each.day} was a {_WEEKDAYS[each.day.weekday()]}."
        for each in found
    }
