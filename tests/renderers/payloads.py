"""Two hundred texts that would run, load something, or break out of where they stand, if text were markup."""

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import cycle
from typing import Any

from copydesk.exhibits import FieldChange, Passage, Stretch
from copydesk.model import Finding, Report, SkippedInput
from renderers import sample

RUN = "window.owned=1"
TAGS = (
    "<script>{run}</script>",
    "<img src=x onerror={run}>",
    "<svg onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "<body onload={run}>",
    "<details open ontoggle={run}>",
    "<input autofocus onfocus={run}>",
    "<video><source onerror={run}></video>",
    "<a href='javascript:{run}' autofocus>link</a>",
    "<math><mi xlink:href='javascript:{run}'>",
    "<style>*{{background:url(//elsewhere.example/x)}}</style>",
    "<link rel=stylesheet href=//elsewhere.example/x>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.example'>",
    "<base href=//elsewhere.example>",
    "<form action=//elsewhere.example><button autofocus>",
    "<object data=//elsewhere.example/x></object>",
    "<marquee onstart={run}>",
    "<template><script>{run}</script></template>",
)
AROUND = (
    "{tag}",
    '">{tag}',
    "'>{tag}",
    "</title>{tag}",
    "</style>{tag}",
    "</script>{tag}",
    "-->{tag}",
    "]]>{tag}",
    "\u202e{tag}\u2066",
    "\x00{tag}\x1b[31m",
)
OTHERS = (
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.owned=1",
    "' onmouseover='window.owned=1",
    '" style="position:fixed;inset:0" x="',
    "{count} {0} {",
    "W" * 100_000,
    "&lt;script&gt;&#x3c;",
    "\u0301" * 500,
)


def hostile() -> tuple[str, ...]:
    """Every tag in every surrounding, and what is hostile without one."""
    tags = [tag.format(run=RUN) for tag in TAGS]
    return (*(around.replace("{tag}", tag) for around in AROUND for tag in tags), *OTHERS)


def kept(report: Report, payloads: Sequence[str]) -> dict[str, Any]:
    """What a report is held against, with the payloads in every text: an earlier version, a baseline, waivers."""
    turn = cycle(payloads)
    found, used = report.against, report.baseline
    changes = tuple(
        replace(
            like,
            **dict.fromkeys(("key", "headline", "source", "source_file"), each),
            fields=(FieldChange(each, tuple(Stretch(kind, each) for kind in ("same", "removed", "added"))),),
        )
        for each, like in zip(payloads, cycle(found.changes))
    )
    contrasts = tuple(
        replace(each, names=tuple(next(turn) for _ in each.names)) if each.measure != "length" else each
        for each in found.contrasts
    )
    fields_changed = dict.fromkeys(payloads[:40], 1)
    waiver = report.waivers[0]
    texts = ("check", "where", "reason", "owner", "state")
    return {
        "against": replace(found, earlier=payloads[0], changes=changes, contrasts=contrasts, fields=fields_changed),
        "baseline": replace(used, file=payloads[0], fixed=fields_changed),
        "waivers": tuple(replace(waiver, **dict.fromkeys(texts, each)) for each in payloads),
    }


def planted(payloads: Sequence[str]) -> Report:
    """The sample, with the payloads in every text that comes from data: each in every field of some finding."""
    report = sample.report()
    turn = cycle(payloads)
    keep = {"severity", "status", "check", "fingerprint", "table"}

    def poisoned(finding: Finding, payload: str) -> Finding:
        texts = {each.name for each in fields(finding) if isinstance(getattr(finding, each.name), str)} - keep
        return replace(finding, excerpt_start=0, span_start=0, span_end=3, **dict.fromkeys(texts, payload))

    like = replace(report.checks[1].sample[0], suggestion="x", language="x", evidence="x")
    parts = [payloads[start : start + 40] for start in range(0, len(payloads), 40)]
    checks = tuple(
        replace(
            report.checks[1],
            check=f"check-{number}",
            sample=tuple(poisoned(like, payload) for payload in part),
            kinds=dict.fromkeys(part, 1),
        )
        for number, part in enumerate(parts)
    )
    groups = tuple(
        replace(
            group,
            copies=tuple(
                replace(
                    copy,
                    **dict.fromkeys(("key", "headline", "source", "date", "source_file"), next(turn)),
                    dataset=next(turn),
                    passages=(Passage(next(turn), shared=True), Passage(next(turn), shared=False)),
                    facing=(Passage(next(turn), shared=True), Passage(next(turn), shared=False)),
                )
                for copy in group.copies
            ),
        )
        for group in report.groups * 10
    )
    portrait = report.portrait
    lines = tuple(replace(each, source=next(turn)) for each in portrait.timeline.sources)
    grids = {
        name: replace(grid, rows=tuple(next(turn) for _ in grid.rows), columns=tuple(next(turn) for _ in grid.columns))
        for name in ("fill", "dates", "faults")
        for grid in [getattr(portrait, name)]
    }
    return replace(
        report,
        dataset="".join(payloads[:40]),
        version=payloads[0],
        inputs=tuple(payloads),
        sources=dict.fromkeys(payloads, 1),
        checks=checks,
        groups=tuple(replace(group, story=number) for number, group in enumerate(groups)),
        columns={
            each: replace(next(iter(report.columns.values())), mapped={each: each}, unmapped=(each,))
            for each in payloads
        },
        skipped=tuple(SkippedInput(each, each) for each in payloads),
        notes=tuple(payloads),
        versions=dict.fromkeys(payloads, payloads[0]),
        configuration={each: {each: each} for each in payloads},
        folder=payloads[0],
        options=tuple(payloads),
        portrait=replace(
            portrait,
            timeline=replace(portrait.timeline, sources=lines),
            lengths=tuple(replace(each, field=next(turn)) for each in portrait.lengths),
            **grids,
        ),
        **kept(report, payloads),
    )
