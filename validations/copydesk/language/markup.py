"""What is left of markup in plain text: entities, tags, escapes, code, signs of Markdown, BBCode, content systems."""

import html
import re
from collections.abc import Mapping
from html.entities import html5

_TAGS = (
    "a|abbr|article|aside|audio|b|blockquote|body|br|button|canvas|center|cite|code|div|em|embed|figcaption|figure|font"
    "|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|object|ol"
    "|option|p|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td"
    "|template|textarea|tfoot|th|thead|title|tr|track|u|ul|video|wbr"
)
_NAME = rf"(?P<slash>/?)(?P<tag>{_TAGS})"
_NUMBERS = r"0{0,2}(?:3[24689]|6[02]|9[26]|1[3-9]\d|2[0-4]\d|25[0-5]|8[2-4]\d\d)"
_NAMES = "amp|quot|lt|gt|nbsp|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip"
_LOOSE = re.IGNORECASE | re.DOTALL
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "escaped-tag": re.compile(
        rf"&(?:amp;)*lt;{_NAME}(?P<rest>(?:(?:\s|/)(?:(?!gt;|lt;).){{0,500}})?)(?:&(?:amp;)*gt;|>)", _LOOSE
    ),
    "entity": re.compile(r"&(?:amp;)*(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,30})|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"),
    "broken-entity": re.compile(rf"(?<!&)#{_NUMBERS};|(?<![&\w])(?:{_NAMES});"),
    "tag": re.compile(rf"<{_NAME}(?P<rest>(?:(?:\s|/)[^<>]{{0,1000}})?)>|<!--.{{0,300}}?-->|<!\[CDATA\[", _LOOSE),
    "backslash": re.compile(r"(?P<path>\b[A-Za-z]:\\\S*)|(?<![\\¯])\\+(?![_\\])"),
    "markdown": re.compile(
        r"!?\[[^\]\n]{1,200}\]\((?:https?://|/|\#)[^)\s]{0,500}\)"
        r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]{0,300}[^\s*]\*\*(?![\w*])"
        r"|(?<![\w_])__(?=[^\s_])[^_\n]{0,300}[^\s_]__(?![\w_])"
        r"|^\#{1,6}[ ]\S[^\n]{0,300}$|^```",
        re.MULTILINE,
    ),
    "bbcode": re.compile(
        r"\[(?P<one>[bius])\][^\[\n]{0,500}\[/(?P=one)\]"
        r"|\[(?:url|img|quote|color|size|font)=[^\]\n]{1,300}\]|\[/(?:url|img|quote|code|color|size|font|list|center)\]",
        re.IGNORECASE,
    ),
    "script": re.compile(
        r"\bfunction\s*\w{0,40}\([^()\n]{0,200}\)\s*\{|\bdocument\.(?:write|getElement|querySelector|createElement|cookie)\w*"
        r"|\bwindow\.\w{2,40}\s*=|\(?window\.\w{2,40}\s*\|\||\b(?:googletag|dataLayer|adsbygoogle|fbq|_gaq)\b[\w.]*\s*(?:=|\|\||\.push|\()"
        r"|\bvar\s\w{1,40}\s*=\s*[^\n;]{1,200};|\$\((?:document|window|'[.#])"
        r"|@media\b[^{}\n]{1,100}\{|[.#]?[\w-]{1,60}\s*\{\s*[a-z-]{2,40}\s*:[^{};]{1,100}(?:;[^{}]{0,500})?\}|\b!important\b"
    ),
    "shortcode": re.compile(
        r"\[/?(?:caption|gallery|embed|video|audio|playlist|button|youtube|twitter|instagram|soundcloud|vimeo|infobox|pullquote"
        r"|(?:vc|et_pb|fusion|av)_\w{2,40})(?:\s[^\]\n]{0,300})?\]"
    ),
}
_SIGNS: Mapping[str, tuple[str, ...]] = {
    "escaped-tag": ("lt;", "LT;", "Lt;", "lT;"),
    "entity": ("&",),
    "broken-entity": (";",),
    "tag": ("<",),
    "backslash": ("\\",),
    "markdown": ("](", "**", "__", "#", "```"),
    "bbcode": ("[",),
    "script": (
        "{",
        "document.",
        "window.",
        "var ",
        "$(",
        "googletag",
        "dataLayer",
        "adsbygoogle",
        "fbq",
        "_gaq",
        "!important",
    ),
    "shortcode": ("[",),
}
"""What a text must hold for a pattern to be tried."""
SCREEN = (
    r"(?i)&[#a-z]|(?:amp|quot|lt|gt|nbsp|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);|#\d{2,4};|</?[a-z!]|\\|\]\("
    r"|\*\*|__|(?m:^#{1,6} |^```)|\[/|\[[bius]\]|\[(?:url|img|quote|color|size|font)=|\{\s*[a-z-]+\s*:|function\s*\w*\("
    r"|(?:document|window)\.[a-z]|var\s[a-z_]\w*\s*=|\$\(|googletag|datalayer|adsbygoogle|\bfbq\b|_gaq|@media|!important"
    r"|\[(?:caption|gallery|embed|video|audio|playlist|button|youtube|twitter|instagram|soundcloud|vimeo"
    r"|infobox|pullq|vc_|et_pb|fus|av_)"
)
"""A pattern for RE2 that finds every residue, and more."""
MEANING: Mapping[str, str] = {
    "entity": "An HTML entity stands for a character.",
    "broken-entity": "An HTML entity that has lost its `&` stands for a character.",
    "escaped-tag": "A tag was escaped once too often and shows in the text.",
    "tag": "An HTML tag stands in the text.",
    "backslash": "A stray backslash: an escape that nobody undid, or a line break that was lost.",
    "markdown": "Signs of Markdown stand in the text.",
    "bbcode": "Signs of BBCode stand in the text.",
    "script": "Code of the page, JavaScript or CSS, stands in the text.",
    "shortcode": "A command of a content system, such as [caption], was never carried out.",
}
"""Each kind of residue with a sentence on it."""
_INSERTED = re.compile(
    # Where `&` became a space, the space goes with it. It did not where it parts words: before an opening quotation
    # mark, and on both sides of a sign that stands alone.
    r"(?P<space> ?)(?P<entity>(?:#\d{2,4}|[a-z]{2,6});)(?=(?P<next>.?))",
    re.DOTALL,
)
_OPENING = frozenset(
    ("#34;", "#39;", "#145;", "#147;", "#8216;", "#8220;", "quot;", "apos;", "lsquo;", "ldquo;", "#36;", "#163;")
)
_ALONE = frozenset(
    ("#38;", "#150;", "#151;", "#8211;", "#8212;", "amp;", "lt;", "gt;", "ndash;", "mdash;", "hellip;", "nbsp;")
)
_CONTRACTED = re.compile(r"(?:s|t|re|ve|ll|d|m)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\+(?P<char>[\"'/$&#|%@()\[\]])|\\+(?=\s|\Z)")
_BETWEEN = re.compile(r"(?<=[\w.,;:!?)\"'])\\(?=[\w\"'(])")
_CONTROL = re.compile(r"\\(?:[nrtux0-9])")
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "em", "font", "i", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "u")
)
_BREAKS = frozenset(("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "section", "article"))


def residues(text: str) -> dict[str, list[tuple[int, int]]]:
    """The spans of residues by kind, in the order of MEANING; a span counts for one kind only."""
    found: dict[str, list[tuple[int, int]]] = {}
    taken = bytearray(len(text))
    for kind, pattern in _PATTERNS.items():
        if not any(sign in text for sign in _SIGNS[kind]):
            continue
        spans = [each.span() for each in pattern.finditer(text) if _holds(kind, each)]
        free = [(start, end) for start, end in spans if not any(taken[start:end])]
        for start, end in free:
            taken[start:end] = b"\1" * (end - start)
        if free:
            found[kind] = free
    return {kind: found[kind] for kind in MEANING if kind in found}


def mended(text: str, kind: str) -> str | None:
    """The text as it should read, where there is one right answer for every residue of that kind; else null."""
    if kind == "entity":
        return _PATTERNS[kind].sub(_decoded, text)
    if kind == "broken-entity":
        return _INSERTED.sub(_ampersand, text)
    if kind == "backslash":
        return _unescaped(text)
    if kind in ("tag", "escaped-tag"):
        return _untagged(text, kind)
    return None


def _decoded(found: re.Match[str]) -> str:
    """What an entity stands for. Only what ends in a semicolon is one: `&copy=2` is a part of an address."""
    if not _holds("entity", found):
        return found.group()
    return html.unescape(found.group().replace("amp;", "") if found["name"] != "amp" else "&").replace("\u00a0", " ")


def _ampersand(found: re.Match[str]) -> str:
    """What a broken entity stands for, without the space that had taken the place of its `&`."""
    space, entity, rest = found["space"], found["entity"], found.string[found.end() :]
    if not _PATTERNS["broken-entity"].match(found.string, found.start("entity")):
        return found.group()
    doubled = bool(space) and found.string[max(0, found.start() - 1) : found.start()] in {" ", ""}
    opening = entity in _OPENING and found["next"].isalnum() and not (entity == "#39;" and _CONTRACTED.match(rest))
    alone = entity in _ALONE and found["next"].isspace()
    return (space if not doubled and (opening or alone) else "") + html.unescape(f"&{entity}").replace("\u00a0", " ")


def _unescaped(text: str) -> str | None:
    """Without backslashes: those before signs go, those between words were line breaks; `\\n` may be either."""
    plain = _ESCAPED.sub(lambda found: found["char"] or "", text)
    if _CONTROL.search(plain) and len(_CONTROL.findall(plain)) * 2 >= plain.count("\\"):
        return None
    plain = _BETWEEN.sub(" ", plain)
    return plain if "\\" not in plain else None


def _untagged(text: str, kind: str) -> str | None:
    """Without tags: those within a line go, those that break it become line breaks; what holds more is unclear."""
    found = [each for each in _PATTERNS[kind].finditer(text) if _holds(kind, each)]
    names = {(each["tag"] or "").lower() for each in found}
    if not names <= _INLINE | _BREAKS:
        return None
    for each in reversed(found):
        broken = (each["tag"] or "").lower() in _BREAKS
        text = text[: each.start()] + ("\n" if broken else "") + text[each.end() :]
    return re.sub(r"[ \t]*\n\s*", "\n", text).strip() if names & _BREAKS else text


def _holds(kind: str, found: re.Match[str]) -> bool:
    """Whether a find is one: an entity must be one that HTML knows, paths of Windows are no escapes, and a bare tag in
    capitals that is never closed may as well be the symbol of a share (`<P>`)."""
    if kind == "entity":
        return not found["name"] or f"{found['name']};" in html5
    if kind in ("tag", "escaped-tag") and found["tag"] and found["tag"].isupper():
        return bool(found["slash"] or found["rest"].strip()) or f"/{found['tag']}" in found.string
    return kind != "backslash" or not found["path"]
