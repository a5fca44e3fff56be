"""Kinds of items that rightly lack what an article has: briefs, and stories that were taken back."""

import json
import re

_BRIEF = re.compile(
    r"\b(?:in\s+)?(?:brief|briefs|briefing|news\s?flash|flash|snap|alert|urgent|kurz(?:meldung(?:en)?|nachricht(?:en)?)?"
    r"|kurz\s+notiert|eilmeldung|en\s+bref|brèves?|breves?|in\s+breve|kort\s+nieuws|kortom|notiser|noter|krótko)\b"
    r"|молния|коротко|速報|快讯|快訊|속보",
    re.IGNORECASE,
)
_TAKEN_BACK = frozenset(("withdrawn", "withheld", "canceled", "cancelled", "killed", "retracted", "deleted"))
_GENRE_KEYS = ("genre", "genres", "type", "item_type", "kind")


def brief(section: str | None, extra: str | None) -> bool:
    """Whether the section, or the genre among the unmapped columns (a JSON object), calls an item a brief."""
    if section and _BRIEF.search(section):
        return True
    return any(_BRIEF.search(genre) for genre in _genres(extra))


def taken_back(pub_status: str | None) -> bool:
    """Whether the publishing status says that the story is not, or no longer, published; IPTC's `stat:` is allowed."""
    return (pub_status or "").strip().casefold().removeprefix("stat:") in _TAKEN_BACK


def _genres(extra: str | None) -> list[str]:
    if not extra:
        return []
    columns = json.loads(extra)
    return [json.dumps(columns[name], ensure_ascii=False) for name in _GENRE_KEYS if columns.get(name)]
