"""Reports in which every text of the data is hostile: what a format must survive, and must not pass on."""

from dataclasses import fields, replace
from typing import Any

from copydesk.model import CheckResult, Finding, Report, Severity, Status
from renderers import sample

TEXTS = (
    "</script><script>alert(1)</script>",
    "]]><!-- ]]&gt; --><![CDATA[ &undefined;",
    "%0A::error file=x::y\r\n::set-output name=a::b\n::add-mask::a\n##[error]x ##[group]y",
    "a ##[add-mask]the of it, (##vso[task.setvariable variable=x]y) :: ##\ufe0f[error]x #\u00ad##VsO[task.complete]",
    "  \n  ::add-mask::the\n\n:\ufe0f:stop-commands::x",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x00\x08\x0b\x0c\x7f\x9b",
    "\ud800 lone \udfff\udc80",
    "\u202egnp.exe\u202c \u200fright\u200e \u2066isolate\u2069 \u061c",
    "=HYPERLINK(\"http://evil.example\")|cmd|' /C calc'!A0",
    "@everyone +1 -2 \t= ＝1",
    "| a | `b` ```c``` [d](javascript:alert(1)) ![e](//x) <b>f</b> **g** __h__ ~~i~~ $j$\n# k\n- l\n1. m\n> n\n---",
    "1. list https://evil.example www.evil.example mail@evil.example #12 {0} {{1}}",
    "\ufffe\uffff\U0001ffff\ufdd0\u2028\u2029\x85",
    "",
)
ACTIVE = frozenset("\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2066\u2069")
"""Characters that act on a terminal, end a line, or turn the direction of text."""


def finding(text: str, **given: Any) -> Finding:
    """A finding that says the text wherever it may."""
    plain = sample.finding("hostile-check", text, excerpt=text)
    words = ("key", "uri", "source", "field", "kind", "evidence", "suggestion", "source_file")
    values = dict.fromkeys(words, text)
    return replace(plain, span_start=0, span_end=len(text), excerpt_start=0, **(values | given))


def result(*found: Finding, **given: Any) -> CheckResult:
    """A check with some findings; its own words are ours."""
    return sample.result("hostile-check", *found, wants="It is so.", why="Because.", remedy="Do it.", **given)


def report(text: str, **given: Any) -> Report:
    """A report that says the text wherever it may, three times: new, known and waived."""
    statuses = {"new": Status.NEW, "known": Status.KNOWN, "waived": Status.WAIVED}
    found = [finding(text, status=status, severity=severity) for status in statuses.values() for severity in Severity]
    values: dict[str, Any] = {
        "dataset": text,
        "reasons": (text,),
        "inputs": (text,),
        "sources": {text: 1},
        "checks": (result(*found),),
        "notes": (text,),
        "configuration": {text: text},
        "folder": text,
        "options": (text,),
    }
    assert set(values) <= {each.name for each in fields(Report)}
    return replace(sample.report(), **(values | given))
