"""What a report says of its baseline, its waivers and the earlier version: what is known, fixed, waived, changed."""

from copydesk.exhibits import Change, Comparison
from copydesk.model import Report, WaiverUse
from copydesk.renderers._phrases import join, say, say_many
from copydesk.renderers._words import number, plural

WAIVER_STATES = {
    "active": say("holds"),
    "expired": say("has ended: what it covered counts again"),
    "unused": say("matches no finding: it can go"),
}
CHANGES = {"changed": say("Changed"), "added": say("Added"), "removed": say("Removed")}
"""States of articles, in the order in which they are shown."""


def baseline(report: Report) -> tuple[str, ...]:
    """What the baseline did, and whether it can shrink."""
    used = report.baseline
    if used is None:
        return ()
    gone = sum(used.fixed.values())
    told = {
        "file": used.file,
        "findings": plural(used.findings, "findings"),
        "known": number(used.known),
        "fixed": number(gone),
    }
    if used.not_run:
        held = say(
            "The baseline {file} holds {findings}: {known} known, {fixed} fixed, {rest} of checks that did not run.",
            **told,
            rest=number(used.not_run),
        )
    else:
        held = say("The baseline {file} holds {findings}: {known} known, {fixed} fixed.", **told)
    if not gone:
        return (held,)
    by_check = join(say("{count} of {check}", count=number(count), check=check) for check, count in used.fixed.items())
    return held, say("It can shrink by {checks}: write it again with `copydesk baseline`.", checks=by_check)


def against(report: Report) -> tuple[str, ...]:
    """This version against the earlier one, in figures."""
    found = report.against
    if found is None:
        return ()
    lines = [
        say(
            "Against {earlier}: {articles}, {before} in the earlier version: "
            "{added} added, {removed} removed, {changed} changed, {same} the same.",
            earlier=found.earlier,
            articles=plural(found.rows, "articles"),
            before=number(found.earlier_rows),
            added=number(found.added),
            removed=number(found.removed),
            changed=number(found.changed),
            same=number(found.same),
        )
    ]
    if found.fields:
        most = sorted(found.fields.items(), key=lambda each: (-each[1], each[0]))
        fields = join(say("{kind} {count}", kind=name, count=number(count)) for name, count in most)
        lines.append(say("Changed fields: {fields}.", fields=fields))
    if found.copies:
        lines.append(
            say_many(
                "Of the added articles {count} is a copy of an earlier one.",
                "Of the added articles {count} are copies of earlier ones.",
                found.copies,
            )
        )
    return tuple(lines)


def changes(found: Comparison, state: str) -> tuple[Change, ...]:
    """The articles of one state that are shown."""
    return tuple(each for each in found.changes if each.state == state)


def changes_shown(found: Comparison, state: str) -> str | None:
    """That not all articles of a state are shown; null if all are."""
    shown, count = len(changes(found, state)), {"changed": found.changed, "added": found.added}
    whole = count.get(state, found.removed)
    if shown >= whole:
        return None
    return say("{shown} of {all} shown; all are in differences.parquet.", shown=number(shown), all=number(whole))


def fields_untold(change: Change) -> str | None:
    """The changed fields of an article whose text is not shown; null if there are none."""
    names = [each.field for each in change.fields if not each.stretches]
    return say("Changed without being shown: {fields}.", fields=", ".join(names)) if names else None


def ended(report: Report) -> str | None:
    """How many waivers have ended; null if none has."""
    count = sum(each.state == "expired" for each in report.waivers)
    if not count:
        return None
    return say_many(
        "{count} waiver has ended: what it covered counts again.",
        "{count} waivers have ended: what they covered counts again.",
        count,
    )


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
