"""What a report says of its baseline and its waivers: what is known, fixed and waived, and what is wrong with that."""

from copydesk.model import Report, WaiverUse
from copydesk.renderers._words import number, plural


def baseline(report: Report) -> tuple[str, ...]:
    """What the baseline did, and whether it can shrink."""
    used = report.baseline
    if used is None:
        return ()
    gone = sum(used.fixed.values())
    held = f"The baseline {used.file} holds {plural(used.findings, 'findings')}: {number(used.known)} known"
    rest = f", {number(used.not_run)} of checks that did not run" if used.not_run else ""
    lines = [f"{held}, {number(gone)} fixed{rest}."]
    if gone:
        by_check = ", ".join(f"{number(count)} of {check}" for check, count in used.fixed.items())
        lines.append(f"It can shrink by {by_check}: write it again with `copydesk baseline`.")
    return tuple(lines)


def against(report: Report) -> tuple[str, ...]:
    """This version against the earlier one, in figures."""
    found = report.against
    if found is None:
        return ()
    counts = ((found.added, "added"), (found.removed, "removed"), (found.changed, "changed"), (found.same, "the same"))
    told = ", ".join(f"{number(count)} {word}" for count, word in counts)
    rows = f"{plural(found.rows, 'articles')}, {number(found.earlier_rows)} in the earlier version"
    lines = [f"Against {found.earlier}: {rows}: {told}."]
    if found.fields:
        most = sorted(found.fields.items(), key=lambda each: (-each[1], each[0]))
        fields = ", ".join(f"{name} {number(count)}" for name, count in most)
        lines.append(f"Changed fields: {fields}.")
    if found.copies:
        copies = "copy of an earlier one" if found.copies == 1 else "copies of earlier ones"
        lines.append(f"Of the added articles {number(found.copies)} {'is a' if found.copies == 1 else 'are'} {copies}.")
    return tuple(lines)


def waivers(report: Report) -> tuple[str, ...]:
    """A sentence for each waiver: what it does, and what is wrong with it."""
    return tuple(_waiver(each) for each in report.waivers)


def _waiver(each: WaiverUse) -> str:
    end = f"until {each.until}" if each.until else "without an end"
    found = plural(each.findings, "findings")
    counts = "counts" if each.findings == 1 else "count"
    said = {
        "active": f"waives {found} {end}.",
        "expired": f"ended on {each.until}; {found} that it covered {counts} again.",
        "unused": "matches no finding; it can go.",
    }[each.state]
    line = f" (line {each.line})" if each.line else ""
    why = f"Reason: {each.reason}" if each.reason else "No reason is given."
    owner = f" Owner: {each.owner}" if each.owner else ""
    return f"Waiver of {each.check}, {each.where}{line}: {said} {why}{owner}"
