"""What is left of markup in plain text: entities, tags, escapes, and the signs of Markdown, BBCode and templates."""

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
    "escaped-tag": re.compile(rf"&lt;{_NAME}(?P<rest>(?:(?:\s|/)(?:(?!&gt;|&lt;).){{0,500}})?)(?:&gt;|>)", _LOOSE),
    "entity": re.compile(r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,30})|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"),
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
    "template": re.compile(
        r"\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|<%.{1,200}?%>|\$\{[A-Za-z_][\w.]{0,60}\}|%%[A-Z_]{3,40}%%"
        r"|\[/?(?:caption|gallery|embed|video|audio|playlist|vc_row|vc_column)(?:\s[^\]\n]{0,300})?\]"
    ),
}
_SIGNS: Mapping[str, tuple[str, ...]] = {
    "escaped-tag": ("&lt;", "&LT;", "&Lt;", "&lT;"),
    "entity": ("&",),
    "broken-entity": (";",),
    "tag": ("<",),
    "backslash": ("\\",),
    "markdown": ("](", "**", "__", "#", "```"),
    "bbcode": ("[",),
    "template": ("{", "<%", "%%", "["),
}
"""What a text must hold for a pattern to be tried."""
SCREEN = (
    r"(?i)&[#a-z]|(?:amp|quot|lt|gt|nbsp|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);|#\d{2,4};|</?[a-z!%]|\\|\]\("
    r"|\*\*|__|(?m:^#{1,6} |^```)|\[/|\[[bius]\]|\[(?:url|img|quote|color|size|font)="
    r"|\{[{%]|\$\{|%%[A-Z_]|\[(?:caption|gallery|embed|video|audio|playlist|vc_)"
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
    "template": "A variable or command of a template was never filled in.",
}
"""Each kind of residue with a sentence on it."""
_ESCAPED = re.compile(r"\\(?P<char>[\"'/$&])")


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
        return html.unescape(html.unescape(text))
    if kind == "broken-entity":
        return html.unescape(_PATTERNS[kind].sub(lambda found: "&" + found.group(), text))
    if kind == "backslash":
        plain = _ESCAPED.sub(r"\g<char>", text)
        return plain if "\\" not in plain else None
    return None


def _holds(kind: str, found: re.Match[str]) -> bool:
    """Whether a find is one: an entity must be one that HTML knows, paths of Windows are no escapes, and a bare tag in
    capitals that is never closed may as well be the symbol of a share (`<P>`)."""
    if kind == "entity":
        return not found["name"] or f"{found['name']};" in html5
    if kind in ("tag", "escaped-tag") and found["tag"] and found["tag"].isupper():
        return bool(found["slash"] or found["rest"].strip()) or f"/{found['tag']}" in found.string
    return kind != "backslash" or not found["path"]
