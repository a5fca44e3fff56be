"""The findings for code scanning: SARIF 2.1.0, as GitHub, Azure and editors read it.

A region has the line alone: a span counts code points of a field's text, and where that text stands within a line of
the file no loader knows. A copy that the report shows side by side has its story's representative as a related
location; of other copies the message alone names it. Waived and known findings are there, suppressed. https://docs.oasis-open.org/sarif/sarif/v2.1.0
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from copydesk.exhibits import StoryCopy
from copydesk.model import CheckResult, ExitStatus, Finding, Report, Severity, Status
from copydesk.renderers import _listing as listing
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words
from copydesk.renderers.json import written

SUFFIX = ".sarif"
LISTED = 25_000
"""GitHub refuses a run with more results, all checks together, and shows the gravest 5,000."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
KNOWN = "Known: the baseline lists it."
FIRST = "The representative of the story"
ROOT = "%SRCROOT%"
PLACEHOLDER = re.compile(r"\{(?=[0-9]+\})")


def render(report: Report) -> str:
    """One run with a rule a check and a result a finding; the same report gives the same bytes."""
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    listed = listing.listings(report, most=LISTED)
    numbers = {check.check: number for number, check in enumerate(report.checks)}
    found = listing.occurrences(finding for each in listed for finding in each.findings)
    firsts = _firsts(report)
    return {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, listed)],
        "results": [
            _result(finding, again, numbers[finding.check], report) | _related(finding, firsts)
            for finding, again in found
        ],
        "properties": {
            "dataset": marks.visible(report.dataset),
            "verdict": str(report.verdict),
            "reasons": [marks.visible(each) for each in words.reasons(report)],
            "as_of": report.as_of.isoformat(),
            "rows": dict(sorted(report.counts.items())),
        },
    }


def _driver(report: Report) -> dict[str, Any]:
    version = report.versions.get("copydesk")
    rules = [_rule(check) for check in report.checks]
    return {"name": "copydesk", **({"version": version} if version else {}), "rules": rules}


def _rule(check: CheckResult) -> dict[str, Any]:
    paragraphs = [each for each in (check.wants, check.why, check.remedy) if each]
    return {
        "id": check.check,
        "shortDescription": {"text": check.wants or check.check},
        "fullDescription": {"text": " ".join(paragraphs[:2]) or check.check},
        "help": {"text": "\n\n".join(paragraphs) or check.check, "markdown": "\n\n".join(paragraphs) or check.check},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"problem.severity": PROBLEMS[check.severity], "tags": ["data-quality", "news"]},
    }


def _invocation(report: Report, listed: tuple[listing.Listing, ...]) -> dict[str, Any]:
    notes = [*report.notes, *(each.rest for each in listed if each.rest)]
    return {
        "executionSuccessful": report.exit_status is not ExitStatus.UNTRUSTED,
        "exitCode": int(report.exit_status),
        "toolExecutionNotifications": [{"level": "note", "message": {"text": marks.visible(each)}} for each in notes],
    }


def _result(finding: Finding, again: int, rule: int, report: Report) -> dict[str, Any]:
    suggested = [f"Suggested: {marks.visible(finding.suggestion)}"] if finding.suggestion else []
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _inert("\n".join([marks.visible(finding.message), *suggested]))},
        "locations": [_location(finding, report)],
        "partialFingerprints": {
            "copydesk/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint[:16]}:{again + 1}",
        },
        "properties": dict(listing.details(finding)),
    }
    if finding.status is not Status.NEW:
        reason = KNOWN if finding.status is Status.KNOWN else _waived(finding, report)
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def _waived(finding: Finding, report: Report) -> str:
    """The reason of the waiver that covers a finding, who answers for it, and its last day."""
    if finding.waiver is None or finding.waiver >= len(report.waivers):
        return "Waived."
    waiver = report.waivers[finding.waiver]
    until = f" until {waiver.until}" if waiver.until else ""
    owner = f" by {waiver.owner}" if waiver.owner else ""
    return _inert(marks.visible(f"Waived{owner}{until}: {waiver.reason or 'no reason is given.'}"))


def _location(finding: Finding, report: Report) -> dict[str, Any]:
    file, line = listing.anchor(finding, report)
    region: dict[str, Any] = {"startLine": line}
    if finding.excerpt:
        region["snippet"] = {"text": marks.visible(finding.excerpt)}
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(file), "region": region}}
    path = "/".join(_steps(finding))
    return place | ({"logicalLocations": [{"fullyQualifiedName": path, "kind": "member"}]} if path else {})


def _firsts(report: Report) -> Mapping[int, StoryCopy]:
    """By row of a copy that is shown, the representative, where it is of this dataset and its file known."""
    firsts = ((group.copies[0], group.copies[1:]) for group in report.groups)
    return {copy.row: first for first, copies in firsts for copy in copies if first.source_file and not first.dataset}


def _related(finding: Finding, firsts: Mapping[int, StoryCopy]) -> dict[str, Any]:
    """Where the representative of a copy stands; nothing for other findings."""
    first = firsts.get(finding.row) if finding.check == listing.STORY_CHECK and finding.row is not None else None
    if first is None or first.source_file is None:
        return {}
    place: dict[str, Any] = {"artifactLocation": _artifact(first.source_file)}
    if first.source_line:
        place["region"] = {"startLine": first.source_line}
    return {"relatedLocations": [{"id": 0, "physicalLocation": place, "message": {"text": FIRST}}]}


def _steps(finding: Finding) -> Iterator[str]:
    """Where a finding stands in the tables: `articles/12/headline`."""
    yield finding.table
    if finding.row is not None:
        yield str(finding.row)
    if finding.field:
        yield finding.field


def _artifact(file: str) -> dict[str, Any]:
    """The file as a URI: below the root of the sources, unless its name starts at the root of the disk."""
    # a name that is no UTF-8 keeps its bytes; other lone surrogates stand for nothing
    name = quote(file.encode("utf-8", "surrogateescape" if _undecoded(file) else "replace"))
    if PurePosixPath(file).is_absolute():
        return {"uri": f"file://{name}"}
    return {"uri": name.removeprefix("./"), "uriBaseId": ROOT}


def _undecoded(file: str) -> bool:
    return all("\udc80" <= each <= "\udcff" for each in file if "\ud800" <= each <= "\udfff")


def _inert(text: str) -> str:
    """The text without what SARIF takes for a link (`[text](address)`) or a placeholder (`{0}`), section 3.11."""
    return PLACEHOLDER.sub("{ ", text.replace("](", "] ("))
