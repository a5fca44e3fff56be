"""Kinds of items that rightly lack what an article has: briefs, what is shown or heard, and stories taken back."""

import json
import re

_BRIEF = re.compile(
    r"\b(?:in\s+)?(?:brief|briefs|briefing|news\s?flash|flash|snap|alert|urgent|kurz(?:meldung(?:en)?|nachricht(?:en)?)?"
    r"|kurz\s+notiert|eilmeldung|en\s+bref|brèves?|breves?|in\s+breve|kort\s+nieuws|kortom|notiser|noter|krótko)\b"
    r"|молния|коротко|速報|快讯|快訊|속보",
    re.IGNORECASE,
)
_SHOWN_WORDS = (
    r"videos?|vidéos?|vídeos?|(?:photo ?)?galler(?:y|ies)|photos?|pictures|slide ?shows?|podcasts?|audio|fotos?"
    r"|live ?(?:blog|ticker|stream)s?|live ?updates?|ticker|bilder(?:galerien?|serien?)?|foto(?:strecken?|galerien?)"
    r"|diaporamas?|galer[ií]as?|fotogaler[ií]as?|fotogaleri[ae]s?|infographics?|infografik(?:en)?|quiz(?:zes)?"
    r"|cartoons?|karikatur(?:en)?|wideo|bildspel|billedserie|en direct|direkte|en vivo|ao vivo|canlı"
)
_SHOWN = re.compile(
    rf"\b(?:{_SHOWN_WORDS})\b|видео|фото|подкаст|галере|відео|動画|写真|ギャラリー|视频|視頻|图片|圖片|组图|播客|직캠|영상|포토"
    r"|فيديو|صور|بودكاست|ویدئو|वीडियो|फोटो|गैलरी|וידאו|גלריה|วิดีโอ",
    re.IGNORECASE,
)
_SHOWN_PATH = re.compile(rf"[/_-](?:{_SHOWN_WORDS.replace(' ?', '-?')})(?=[/_.-]|$)", re.IGNORECASE)
_TAKEN_BACK = frozenset(("withdrawn", "withheld", "canceled", "cancelled", "killed", "retracted", "deleted"))
_GENRE_KEYS = ("genre", "genres", "type", "item_type", "kind")


def brief(section: str | None, extra: str | None) -> bool:
    """Whether the section, or the genre among the unmapped columns (a JSON object), calls an item a brief."""
    if section and _BRIEF.search(section):
        return True
    return any(_BRIEF.search(genre) for genre in _genres(extra))


def shown(section: str | None, extra: str | None, url: str | None) -> bool:
    """Whether the section, the genre or a folder of the address calls an item one that is seen or heard.

    Videos, galleries, podcasts, live tickers and their like bear a caption in the place of a story.
    """
    if section and _SHOWN.search(section):
        return True
    return bool(url and _SHOWN_PATH.search(_folders(url))) or any(_SHOWN.search(genre) for genre in _genres(extra))


def taken_back(pub_status: str | None) -> bool:
    """Whether the publishing status says that the story is not, or no longer, published; IPTC's `stat:` is allowed."""
    return (pub_status or "").strip().casefold().removeprefix("stat:") in _TAKEN_BACK


def _folders(url: str) -> str:
    """The folders of an address: not the host, nor the last part, which may be the words of a headline."""
    path = url.partition("://")[2].partition("/")[2] if "://" in url else url
    return "/" + path.partition("?")[0].rpartition("/")[0]


def _genres(extra: str | None) -> list[str]:
    if not extra:
        return []
    columns = json.loads(extra)
    return [json.dumps(columns[name], ensure_ascii=False) for name in _GENRE_KEYS if columns.get(name)]
