"""Names of outlets that a page's title bears, and a headline should not: "Cranes to go | Port News"."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from copydesk.language.label_words import AGENCIES
from copydesk.language.normal import fold

MEANING: Mapping[str, str] = {
    "outlet": "The headline bears the name of its outlet.",
    "recurring": "The headline ends or begins with words that stand there in many headlines of the source.",
    "credit": "The headline ends in the name of an agency or of a site in brackets.",
}
"""Each kind of tag with a sentence on it."""
LONGEST = 40
"""Code points of a tag, at most."""
_EAST = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SEPARATOR = rf"\s+(?:[|¦•·»«~:]|[-–—]+|::)\s+|\s*[｜|]\s*|(?<=[{_EAST}])[-_–—](?=[{_EAST}])"
_SPLIT = re.compile(_SEPARATOR)
_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]{2,30})[)）\]]\s*$")
_SITE = re.compile(r"[\w-]{2,30}\.(?:com|org|net|co\.uk|de|fr|it|es|ru|in|info|tv|news)", re.IGNORECASE)
SCREEN = r"\s[|¦•·»«~:–—-]+\s|[｜|]|[)）\]]\s*$|:\s|[^\x00-\x7f][-_–—][^\x00-\x7f]"
"""A pattern for RE2 that finds every headline with a separator, and more."""
_LABELS = frozenset(
    """
    live video videos photos pictures gallery watch breaking exclusive opinion analysis comment editorial review updates
    update interview podcast explainer profile obituary letters quiz liveblog kommentar meinung analyse porträt
    liveticker ticker direct vidéo tribune éditorial entretien reportage opinión análisis entrevista opinião análise
    editoriale diretta commento opinie wideo opinia фото видео мнение интервью онлайн canlı foto opini
    動画 写真 社説 速報 视频 组图 快讯 图 영상 사진 속보 فيديو صور عاجل वीडियो
    """.split()  # noqa: SIM905 - a list is harder to read
)
"""Words behind a dash that say what a story is, not who brings it."""
_GENERIC = frozenset(
    """
    news online com net org tv radio media the der die das la le el il de fr it es co uk www html index
    """.split()  # noqa: SIM905 - a list is harder to read
)
"""Words that a name of an outlet may have or lack, and parts of hosts."""
_MASTHEAD = re.compile(
    r"(?:[A-Z][\w.'’&]*\s+){1,3}(?:Press|Times|Post|Journal|Herald|Tribune|Gazette)"
    r"|(?:[A-Z][\w.'’&]*\s+){2,3}(?:News|Daily|World|World Report|Magazine|Wire|Online)"
    r"|[A-ZÄÖÜ]\w*(?:\s\w+)*\s(?:Zeitung|Tagblatt|Anzeiger|Nachrichten|Rundschau)"
    r"|(?:Agence|Agencia|Agenzia)\s[\w-]+(?:\s[\w-]+)*|(?:РИА|ИА)\s\w+|\w{2,8}(?:新聞|新闻|通信|通讯社)"
)
"""Names of newspapers and agencies as they stand in brackets."""
_LEAST = 3
_INNER = 0.4


@dataclass(frozen=True, slots=True)
class Tag:
    """`kind`, the span of the tag with its separator, and the headline without any tag."""

    kind: str
    start: int
    end: int
    rest: str


def ends(headline: str) -> tuple[str | None, str | None]:
    """The words before the first and behind the last separator, as `fold` has them, if they may be a tag."""
    cuts = list(_SPLIT.finditer(headline))
    if not cuts:
        return None, None
    first, last = headline[: cuts[0].start()], headline[cuts[-1].end() :]
    return _candidate(first), _candidate(last)


def tag(headline: str, names: Collection[str], known: Collection[tuple[str, str]]) -> Tag | None:
    """The tag of a headline.

    `names` are those of its outlet and host; `known` are pairs (place, folded words) that recur in headlines of the
    source, where place is first or last.
    """
    found = _behind(headline, names, known) or _before(headline, names, known)
    if found is None:
        return None
    again = tag(found.rest, names, known)
    return Tag(found.kind, found.start, found.end, again.rest) if again else found


def _behind(headline: str, names: Collection[str], known: Collection[tuple[str, str]]) -> Tag | None:
    brackets = _BRACKETS.search(headline)
    if brackets:
        kind = _credit(brackets[1], names)
        return _tag(headline, kind, brackets.start(), len(headline)) if kind else None
    cuts = list(_SPLIT.finditer(headline))
    if not cuts:
        return None
    kind = _kind(headline[cuts[-1].end() :], "last", names, known)
    return _tag(headline, kind, cuts[-1].start(), len(headline)) if kind else None


def _before(headline: str, names: Collection[str], known: Collection[tuple[str, str]]) -> Tag | None:
    cut = _SPLIT.search(headline) or re.search(r":\s+", headline)
    if not cut:
        return None
    kind = _kind(headline[: cut.start()], "first", names, known if cut[0].strip() != ":" else ())
    return _tag(headline, kind, 0, cut.end()) if kind else None


def _tag(headline: str, kind: str, start: int, end: int) -> Tag | None:
    """The tag, if a headline is left without it."""
    rest = (headline[:start] + headline[end:]).strip()
    return Tag(kind, start, end, rest) if sum(char.isalpha() for char in rest) > _LEAST else None


def _kind(words: str, place: str, names: Collection[str], known: Collection[tuple[str, str]]) -> str | None:
    if any(same_outlet(words, name) for name in names):
        return "outlet"
    return "recurring" if (place, fold(words)) in known else None


def _credit(words: str, names: Collection[str]) -> str | None:
    if any(same_outlet(words, name) for name in names):
        return "outlet"
    known = fold(words) in AGENCIES or _SITE.fullmatch(words) or _MASTHEAD.fullmatch(words)
    return "credit" if known and not _LABELS.issuperset(fold(words).split()) else None


def _candidate(words: str) -> str | None:
    text = fold(words)
    fine = 1 < len(text) <= LONGEST and any(char.isalpha() for char in text)
    return text if fine and not _LABELS.issuperset(text.split()) else None


def same_outlet(words: str, name: str) -> bool:
    """Whether words name an outlet or its host, but for words such as "news" and "online"."""
    said = _core(words)
    if len(words) > LONGEST or len(said) < 2:
        return False
    host = "." in name and " " not in name.strip()
    return said in (_host_parts(name) if host else {_core(name)})


def _core(name: str) -> str:
    return "".join(part for part in re.findall(r"\w+", fold(name)) if part not in _GENERIC)


def _host_parts(address: str) -> set[str]:
    host = fold(address).partition("://")[2] or fold(address)
    return {_core(part) for part in host.partition("/")[0].split(".")} - {""}
