"""New findings for the merge request widget of GitLab: a code quality report.

The fields are those of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format; known and waived
findings are left out, and one entry a check counts what the report does not list.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from copydesk.model import Finding, Report, Severity, Status
from copydesk.renderers import _listing as listing
from copydesk.renderers import _marks as marks
from copydesk.renderers.json import written

SUFFIX = ".json"
LISTED = 5_000
SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """A JSON array; the same report gives the same bytes."""
    listed = listing.listings(report, [Status.NEW])
    found = listing.occurrences(finding for each in listed for finding in each.findings)
    entries = [_entry(finding, again, report) for finding, again in found]
    return written([*entries, *(_rest(each, report) for each in listed if each.left_out)])


def _entry(finding: Finding, again: int, report: Report) -> dict[str, Any]:
    return {
        "description": " ".join(_said(finding)),
        "check_name": finding.check,
        "fingerprint": finding.fingerprint if not again else _hash(f"{finding.fingerprint}:{again}"),
        "severity": SEVERITIES[finding.severity],
        "location": _location(*listing.anchor(finding, report)),
    }


def _said(finding: Finding) -> Iterator[str]:
    message, *more = listing.sentences(finding)
    yield f"{finding.field}: {message}" if finding.field else message
    yield from more


def _rest(each: listing.Listing, report: Report) -> dict[str, Any]:
    return {
        "description": each.rest,
        "check_name": each.check.check,
        "fingerprint": _hash(f"left out:{each.check.check}"),
        "severity": "info",
        "location": _location(next(iter(report.inputs), report.dataset), 1),
    }


def _location(file: str, line: int) -> dict[str, Any]:
    return {"path": marks.visible(file).removeprefix("./"), "lines": {"begin": line}}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
