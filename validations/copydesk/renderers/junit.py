"""The checks as test cases: JUnit's XML, as Jenkins, GitLab and the like read it.

A check over a limit that blocks has failed, one that looked at no row is skipped; a run that cannot be trusted is an
error of a case of its own. The form is that of pytest's junitxml and of the schema that Jenkins' xUnit plugin checks.
"""

from xml.etree import ElementTree as ET

from copydesk.model import CheckResult, Report, Verdict
from copydesk.renderers import _kept as kept
from copydesk.renderers import _logs as logs
from copydesk.renderers import _marks as marks
from copydesk.renderers import _words as words
from copydesk.renderers import text

SUFFIX = ".xml"
NAME = "copydesk"


def render(report: Report) -> str:
    """One suite: a case for the verdict, then one a check, in the order of the report."""
    suite = ET.Element("testsuite", name=marks.visible(report.dataset))
    _properties(suite, report)
    _verdict(suite, report)
    for check in words.ordered(report):
        _case(suite, check, report)
    counts = {name: str(len(suite.findall(f"testcase/{tag}"))) for name, tag in COUNTED.items()}
    totals = {"tests": str(len(suite.findall("testcase"))), **counts, "time": "0"}
    suite.attrib |= totals | {"timestamp": f"{report.as_of.isoformat()}T00:00:00"}
    root = ET.Element("testsuites", {"name": NAME, **totals})
    root.append(suite)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{logs.referred(ET.tostring(root, encoding="unicode"))}\n'


COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _properties(suite: ET.Element, report: Report) -> None:
    told = {"verdict": str(report.verdict), "fail_on": report.fail_on, "as_of": report.as_of.isoformat()}
    told |= {f"version of {name}": version for name, version in sorted(report.versions.items())}
    properties = ET.SubElement(suite, "properties")
    for name, value in told.items():
        ET.SubElement(properties, "property", name=marks.visible(name), value=marks.visible(value))


def _verdict(suite: ET.Element, report: Report) -> None:
    case = ET.SubElement(suite, "testcase", classname=NAME, name="verdict", time="0")
    told = (*words.reasons(report), *kept.against(report), *kept.baseline(report), *kept.waivers(report))
    said = "\n".join(marks.visible(each) for each in told)
    if report.verdict is Verdict.UNTRUSTED:
        ET.SubElement(case, "error", type="untrusted", message=words.verdict(report)).text = said
    elif said:
        ET.SubElement(case, "system-out").text = said


def _case(suite: ET.Element, check: CheckResult, report: Report) -> None:
    case = ET.SubElement(suite, "testcase", classname=NAME, name=check.check, time="0")
    state = words.state(check, report)
    if check.sample and check.sample[0].source_file:
        case.set("file", marks.visible(check.sample[0].source_file))
    if state is words.State.NOT_RUN:
        ET.SubElement(case, "skipped", message="There was no row to look at.")
    elif state is words.State.BLOCKED:
        fault = ET.SubElement(case, "failure", type=str(check.severity), message=words.failed(check))
        fault.text = text.section(check, report)
    elif check.findings:
        ET.SubElement(case, "system-out").text = text.section(check, report)
