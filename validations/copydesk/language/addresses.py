"""Normal forms of web addresses and headlines, by which a teaser and the article that it leads to are one.

What does not tell stories apart is left out: the scheme, `www.` and the hosts for telephones, fragments, what counts
clicks, a slash or `index.html` at the end, cases.
"""

import pyarrow as pa
import pyarrow.compute as pc

_COUNTING = (
    "utm_[a-z0-9_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_ga|_hs[a-z]+|ref|ref_src|ref_url|"
    "cmp|cmpid|cid|icid|ito|ocid|smid|xtor|wt_mc|at_[a-z0-9_]+|ns_[a-z0-9_]+|trackid|spm"
)
_STEPS = (
    (r"^\s+|\s+$|#.*$", ""),
    (r"^(?:https?:)?//(?:(?:www|m|mobile|amp)\.)?", ""),
    (r"^([^/?]*):(?:80|443)(/|\?|$)", r"\1\2"),
    (rf"([?&])(?:(?:{_COUNTING})=[^&]*(?:&|$))+", r"\1"),
    (r"[?&]+$", ""),
    (r"(?:/index\.(?:html?|php))?(?:/amp)?/*(\?|$)", r"\1"),
)
_HOST = r"^[^/?]*"
_RELATIVE = r"^\s*(?:/(?:[^/]|$)|\?)"
_PARTED = "\x1f"
_QUOTES = "[\"'’‘“”„«»`´]"


def address(urls: pa.Array, sources: pa.Array) -> pa.Array:
    """The normal form of each address: host and path, or source and path of one without a host; null of null."""
    relative = pc.match_substring_regex(urls, _RELATIVE)
    return pc.if_else(relative, _under(_normal(urls), sources), _normal(urls))


def path(urls: pa.Array, sources: pa.Array) -> pa.Array:
    """The normal form that each address would have without its host."""
    return _under(pc.replace_substring_regex(_normal(urls), _HOST, ""), sources)


def headline(texts: pa.Array) -> pa.Array:
    """Each headline in lower case, without quotation marks, blanks as one; null of null."""
    bare = pc.replace_substring_regex(pc.utf8_lower(texts), _QUOTES, "")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(bare, r"[\s\x{a0}]+", " "))


def _normal(urls: pa.Array) -> pa.Array:
    found = pc.utf8_lower(urls)
    for pattern, replacement in _STEPS:
        found = pc.replace_substring_regex(found, pattern, replacement)
    return found


def _under(paths: pa.Array, sources: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(pc.fill_null(sources, ""), paths, _PARTED)
