"""`copydesk drill`: plant known faults into a copy of the data, and see what the gate makes of them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands import _options as options
from copydesk.commands import _runs as runs
from copydesk.model import LARGEST, ExitStatus

if TYPE_CHECKING:
    from copydesk.drill import CheckDrill, Drilled, DrillReport

LIGHT = "told, not blocked"
SAYS = {
    "blocks": "blocks",
    "tells": "tells, and lets pass",
    "off": "OFF: catches nothing",
    "nothing-planted": "not drilled: there are no {needs}",
    "no-drill": "not drilled: it has no drill",
}
"""By CheckDrill.gate, what the policy makes of findings, in words."""


@click.command("drill")
@options.common
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed plants other faults.")
@click.option(
    "--sample", type=click.IntRange(1, LARGEST), default=2000, show_default=True, help="Articles that are drilled."
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="The least severity that blocks.")
@click.option("--select", metavar="CHECK,...", help="The checks that your gate runs.")
@click.option("--ignore", metavar="CHECK,...", help="Checks that your gate does not run.")
@options.baseline
@options.waivers
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Plant known faults into a copy of the data, and see what the gate makes of them.

    Each check's faults are planted in several strengths into the first articles of INPUT, and sent through the gate
    under your own configuration. Exit code 1 says that a check that blocks missed more of them than it may. Nothing is
    written but temporary files.
    """
    from copydesk.drill import drill  # noqa: PLC0415 - half a second that --help need not wait

    sample = given.pop("sample")
    with runs.progress(quiet=given["quiet"]) as progress:
        made = drill(runs.request(given), seed=given["seed"], sample=sample, progress=progress)
    if not given["quiet"]:
        click.echo("\n".join(map(runs.inline, _lines(made))))
    ctx.exit(int(ExitStatus.BLOCKED if made.failed else ExitStatus.PASSED))


def _lines(made: "DrillReport") -> Iterator[str]:
    yield _headline(made)
    part = "" if made.articles == made.of else f" (the first of {made.of:,})"
    articles = runs.counted(made.articles, "articles")
    yield f"Drilled over {articles}{part}, seed {made.seed}; each check over a copy of its own."
    yield ""
    for each in made.checks:
        yield from _check(each)


def _headline(made: "DrillReport") -> str:
    """It holds only if something that blocks was drilled, and all of that was blocked."""
    failed = [each.check for each in made.checks if each.failed]
    if failed:
        return f"FAILED: {', '.join(failed)} missed more than {'it' if len(failed) == 1 else 'they'} may."
    if not made.on_guard:
        return "The gate was not tried: no check that blocks was drilled."
    if made.blocked == made.on_guard:
        return "The gate holds."
    wanted = runs.counted(made.on_guard, "faults")
    return (
        f"Nothing missed more than it may, but the gate blocks on {made.blocked:,} of {wanted} that it should block on."
    )


def _check(each: "CheckDrill") -> Iterator[str]:
    blocks = each.gate != "tells"
    light = each.light if each.gate == "blocks" else 0
    share = f"{each.caught - light:>4} of {each.planted:<4} {'caught' if blocks else 'told':<6}"
    passed = _counted((light, LIGHT), (each.waived, "waived"), (each.known, "known"), (each.cries, "cried"))
    found = share if each.planted else " " * len(share)
    yield f"{each.check:<26} {found}  {SAYS[each.gate].format(needs=each.needs)}{passed}"
    if each.gate in ("blocks", "tells"):
        for fault in each.faults:
            yield from _fault(fault, blocks=blocks)
        yield from _some("cried", each.cried, each.cries, " " * 4)


def _fault(fault: "Drilled", *, blocks: bool) -> Iterator[str]:
    """What is worth a word of one sort of fault: one that no article takes, or that is missed, or let pass."""
    light = fault.light if blocks else 0
    if not fault.planted:
        yield f"    {fault.strength}: {fault.does}: no article takes it"
    elif light or fault.caught < fault.planted:
        passed = _counted((light, LIGHT), (fault.waived, "waived"), (fault.known, "known"))
        share = f"; stated {fault.least:.0%}" if fault.caught < fault.planted else ""
        yield f"    {fault.strength}: {fault.does}: {fault.caught - light} of {fault.planted}{passed}{share}"
        yield from _some("missed", fault.missed, fault.lost, " " * 8)


def _some(what: str, places: Sequence[str], count: int, indent: str) -> Iterator[str]:
    """Some places, and how many more there are."""
    yield from (f"{indent}{what} at {place}" for place in places)
    if count > len(places):
        yield f"{indent}and {count - len(places):,} more"


def _counted(*counts: tuple[int, str]) -> str:
    return "".join(f", {count} {what}" for count, what in counts if count)
