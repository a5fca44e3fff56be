"""Dates that are one number: seconds or milliseconds since 1970, days since 1900, or all digits run together."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from copydesk.language.dates.reading import IMPOSSIBLE, SENTINEL, UNREADABLE, Reading

_NUMBER: Final = re.compile(r"(\d{1,19})(?:\.(\d{1,18}))?")
_DOTNET: Final = re.compile(r"/Date\((\d{9,14})(?:[+-]\d{4})?\)/", re.IGNORECASE)
_COMPACT: Final = re.compile(r"(?:19|20)\d{10}(?:\d\d)?")
FIRST_EPOCH: Final = 631_152_000
LAST_EPOCH: Final = 1_900_000_000
"""1990 to March 2030: from there on ten digits may as well be year, month, day and hour."""
_EXCEL_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a serial has no zone


def number(text: str) -> Reading | None:
    """The reading of a plain text that is one number; null if it is none, or eight digits, which grammar.py reads."""
    if match := _DOTNET.fullmatch(text):
        return _epoch(int(match[1]), 3, "")
    match = _NUMBER.fullmatch(text)
    if match is None or (len(match[1]) in {4, 8} and not match[2]):
        return None
    whole, fraction = match[1], match[2] or ""
    if len(whole) == 5:
        return _excel(float(text)) if fraction else Reading(problem=UNREADABLE)
    if not int(whole):
        return Reading(problem=SENTINEL)
    if len(whole) in {9, 10} or (len(whole) in {13, 16, 19} and not fraction):
        return _epoch(int(whole), max(0, len(whole) - 10), fraction)
    return _compact(whole) if not fraction else Reading(problem=UNREADABLE)


def _epoch(value: int, decimals: int, fraction: str) -> Reading:
    seconds, rest = divmod(value, 10**decimals)
    if not FIRST_EPOCH <= seconds < LAST_EPOCH:
        return Reading(problem=UNREADABLE)
    decimal = str(rest).rjust(decimals, "0") if decimals else fraction
    micro = int(decimal[:6].ljust(6, "0")) if decimal else 0
    local = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None, microsecond=micro)
    return Reading(local, 0, "microsecond" if micro else "second", "epoch")


def _excel(serial: float) -> Reading:
    if not 30_000 < serial < 60_000:
        return Reading(problem=UNREADABLE)
    return Reading(_EXCEL_ZERO + timedelta(seconds=round(serial * 86400)), None, "second", "epoch")


def _compact(text: str) -> Reading:
    if not _COMPACT.fullmatch(text):
        return Reading(problem=UNREADABLE)
    precision, layout = ("second", "%Y%m%d%H%M%S") if len(text) == 14 else ("minute", "%Y%m%d%H%M")
    try:
        return Reading(datetime.strptime(text, layout), None, precision, "iso")  # noqa: DTZ007 - it has no zone
    except ValueError:
        return Reading(problem=IMPOSSIBLE)
