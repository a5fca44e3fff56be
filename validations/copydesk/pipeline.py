"""The one place that names the order of steps: load, settle, write, examine, mark, judge, decide, render."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pyarrow as pa

from copydesk import comparing, gate, judging, portrait, quarantine, settle, summary
from copydesk.config import Config
from copydesk.counted import Counted, count
from copydesk.damage import intact
from copydesk.engines import Stored
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine, stored_file
from copydesk.errors import UsageError
from copydesk.examine import examine
from copydesk.exhibits import StoryGroup
from copydesk.fitting import fitted, fruitful
from copydesk.folders import require, write_manifest
from copydesk.groups import groups
from copydesk.inputs import Found, InputFile, discover
from copydesk.intake import Spill, bundles, load_bundle, load_records
from copydesk.loaders._tabular import frame_records
from copydesk.memory import compare, keep, recall
from copydesk.model import Origin, Report
from copydesk.own_schema import judged
from copydesk.renderers import renderer
from copydesk.rules import Rule
from copydesk.run import Run, write
from copydesk.scopes import places
from copydesk.stories.kept import keep_stories, stored_schema, to_store
from copydesk.stories.options import StoryOptions
from copydesk.stories.plan import find_stories, sketch_stories
from copydesk.stories.published import Published, published
from copydesk.stories.seen import Fresh, with_published
from copydesk.stories.tables import RELATIONS, STORIES, StoryTables
from copydesk.tables import ARTICLES, FINDINGS, REJECTS, TEASERS
from copydesk.views import views
from copydesk.withhold import Withholding, withholding

STORY_CHECK = "duplicate-story"
WRITTEN = ("json", "html")
"""Renderers whose output every --out folder holds, as report.SUFFIX."""


def load(run: Run) -> Found:
    """Inputs -> articles, teasers and rejects, settled and written."""
    found = _found(run)
    with run.step("load"):
        spills = _spills(run, found)
        for spill in spills:
            run.columns |= spill.columns
    with run.step("settle"):
        articles = settle.spilled(spills, "articles")
        orders = settle.date_orders(run.engine, articles)
        targets = settle.teaser_targets(run.engine, spills)
    with run.step("write"):
        zones = run.request.config.zones
        write(run, "articles", ARTICLES, settle.settled_articles(run.engine, articles, orders, zones))
        write(run, "teasers", TEASERS, settle.settled_teasers(run.engine, spills, targets))
        write(run, "rejects", REJECTS, settle.settled_rejects(run.engine, settle.spilled(spills, "rejects")))
        for spill in spills:
            spill.discard()
    return found


def check(run: Run) -> Report:
    """The whole way of the data: the report, with all tables and report files in the run's folder."""
    config = run.request.config
    chosen, memory = config.chosen(), recall(run)
    marks, earlier = memory.marks, _earlier(config)
    run.pool.start()
    judging.get_ready(run.pool)
    found = load(run)
    rules = tuple(Rule(config.check(name), config.policy(name).severity) for name in chosen)
    with run.step("survey"):
        tally = run.engine.fold(run.tables["articles"], portrait.survey, portrait.merge, portrait.SURVEYED)
    with run.step("against"):
        compared = compare(run, tally)
    with run.step("stories"):
        able = comparing.able(rules, compared)
        asked, idle = _noted(run, fitted(run.engine, run.tables["articles"], run.columns.values(), able))
        _stories(run, asked, earlier)
    with run.step("examine"):
        findings = _findings(run, asked, compared, found.roots)
        asked, empty = _noted(run, fruitful(run.engine, run.tables, tally, asked, findings))
    with run.step("mark"):
        policies = {rule.name: config.policy(rule.name) for rule in asked}
        marks.roots = found.roots
        marks.places = places(run.engine, run.tables, policies, found.roots)
        run.tables["findings"] = run.engine.store(marks.mark(run.engine.scan(findings)), FINDINGS)
    with run.step("judge"):
        counted = count(run.engine, run.tables)
        hidden = withholding(config.evidence, rules, list(counted.sources))
        days = summary.marked_days(run.engine, run.tables["findings"])
        _shown(run, hidden)
        judgement, related = _judged(run, gate.sheets(counted, asked, config, marks.places))
        decision = _decided(run, judgement, counted, hidden, gate.idle(judgement.outcomes, rules, (*idle, *empty)))
    with run.step("report"):
        facts = summary.Facts(
            config=config,
            inputs=run.request.inputs,
            counted=counted,
            groups=related,
            notes=tuple(run.notes),
            columns=run.columns,
            skipped=found.skipped,
            outcomes=judgement.outcomes,
            decision=decision,
            listed=run.request.listed,
            baseline=marks.baseline_use([rule.name for rule in asked]),
            waivers=marks.waiver_uses(),
            tally=tally,
            days=days,
            past=memory.past,
            against=compared.comparison if compared else None,
        )
        if run.request.quarantine:
            note = quarantine.set_apart(run.engine, run.tables, config.fail_on, run.request.quarantine)
            facts = replace(facts, notes=(*facts.notes, note))
        report = _reported(run, rules, facts, hidden)
        (run.folder / "gx.json").write_bytes(orjson.dumps(judgement.results, option=orjson.OPT_INDENT_2))
    manifest(run, found, report)
    keep(run, memory, report)
    return report


def refilled(report: Report, folder: Path, listed: int) -> Report:
    """The report of a folder written by --out, with `listed` findings of each check if its table is still there."""
    file = folder / "findings.parquet"
    if listed <= report.sample_limit or not file.is_file():
        return report
    stored = stored_file(require(file, FINDINGS.names))
    with Pool(1) as pool, intact(file, errors=(OSError,)):
        samples = summary.samples_of(LocalEngine(folder, pool), stored, listed)
    checks = tuple(replace(each, sample=samples.get(each.check, ())) for each in report.checks)
    return replace(report, checks=checks)


def manifest(run: Run, found: Found, report: Report | None = None) -> None:
    """Write manifest.json, the last file of a folder: without it the folder is unfinished."""
    with run.step("write"):
        for each in run.writing:
            each.result()
    values = {
        "copydesk": summary.versions()["copydesk"],
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "as_of": run.as_of.isoformat(),
        "inputs": list(run.request.inputs),
        "roots": list(found.roots),
        "files": [file.name for file in found.files],
        "skipped": [{"file": each.file, "reason": each.reason} for each in found.skipped],
        "columns": {
            name: {"mapped": dict(each.mapped), "unmapped": list(each.unmapped)}
            for name, each in (report.columns if report else run.columns).items()
        },
        "rows": {name: table.rows for name, table in run.tables.items()},
        "verdict": str(report.verdict) if report else None,
        "configuration": dict(report.configuration if report else run.request.config.raw),
        "versions": dict(summary.versions()),
        "seconds": run.seconds,
    }
    write_manifest(run.folder, values)


def _found(run: Run) -> Found:
    request = run.request
    if request.frame is not None:
        return Found(())
    named = tuple(each for each in request.inputs if each != "-")
    found = discover(named, request.config.exclude)
    if request.stdin is None:
        return found
    path = run.scratch / "stdin"
    path.write_bytes(request.stdin)
    return replace(found, files=(*found.files, InputFile(path, "-")))


def _spills(run: Run, found: Found) -> Sequence[Spill]:
    request, config = run.request, run.request.config
    if request.frame is not None:
        records = frame_records(request.frame, Origin("<frame>", columns=config.columns))
        records = judged(records, request.schema) if request.schema else records
        return [load_records(records, "<frame>", "frame", run.scratch / "frame")]
    parts = bundles(found.files, run.scratch, config.columns, request.form, request.schema)
    waiting = run.pool.submit_all(load_bundle, parts)
    refused = [
        load_records(iter([reject]), name, "unknown", run.scratch / f"refused{number:06d}")
        for number, (name, reject) in enumerate(found.refused)
    ]
    return [*waiting(), *refused]


def _earlier(config: Config) -> Published | None:
    """The dataset that was published earlier, if one is named: known to be fit before anything is loaded."""
    if config.seen is None:
        return None
    if STORY_CHECK not in config.chosen():
        raise UsageError(
            f"stories cannot be compared with those of {config.seen}: the check {STORY_CHECK} does not run",
            where="seen",
            remedy=f"Select {STORY_CHECK}, or name no earlier dataset.",
        )
    return published(config.seen, config.check(STORY_CHECK).story_options())


def _stories(run: Run, rules: Sequence[Rule], earlier: Published | None) -> None:
    """Stories and relations, if a check looks at them, by the options of the one that is about them."""
    found = StoryTables(STORIES.empty_table(), RELATIONS.empty_table(), ())
    if any("stories" in rule.check.tables() for rule in rules):
        found = _found_stories(run, run.request.config.check(STORY_CHECK).story_options(), earlier)
    run.notes.extend(found.notes)
    write(run, "stories", STORIES, iter(found.stories.to_batches()))
    write(run, "relations", RELATIONS, iter(found.relations.to_batches()))


def _findings(run: Run, rules: Sequence[Rule], compared: comparing.Compared | None, roots: tuple[str, ...]) -> Stored:
    """What the checks find in the tables of the run, and in both versions together where there is an earlier one."""
    tables = {**run.tables, **({comparing.TABLE: compared.versions} if compared else {})}
    looked_at = views(run.engine, tables, [rule.check for rule in rules])
    return examine(run.engine, looked_at, rules, run.notes.append, roots)


def _noted(run: Run, told: tuple[tuple[Rule, ...], tuple[str, ...]]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules that have something to look at, and why the others have not, which the report says."""
    run.notes.extend(told[1])
    return told


def _shown(run: Run, hidden: Withholding | None) -> None:
    """Write the findings as they may be shown; what is judged was counted before."""
    found = run.tables["findings"]
    shown = run.engine.map(found, hidden) if hidden else found
    write(run, "findings", FINDINGS, run.engine.scan(shown))


def _found_stories(run: Run, options: StoryOptions, earlier: Published | None) -> StoryTables:
    """The tables of stories; what is kept of them is written for --out, and held against an earlier dataset."""
    engine, articles = run.engine, run.tables["articles"]
    sketched = sketch_stories(engine, articles, options)
    found = find_stories(engine, articles, options, sketched)
    if not (run.request.out or earlier):
        return found
    kept = keep_stories(engine, sketched.sketches, sketched.roster, options)
    write(run, "sketches", stored_schema(options), to_store(engine.scan(kept)))
    if earlier is None:
        return found
    seen = with_published(engine, Fresh(articles, sketched, kept, found), earlier, options)
    run.published = seen.articles
    return seen.tables


def _judged(run: Run, sheets: Sequence[gate.Sheet]) -> tuple[gate.Judgement, tuple[StoryGroup, ...]]:
    """What Great Expectations says; what the report needs beside the verdict is made ready while that is waited for."""
    asking = judging.ask(run.pool, sheets, run.request.docs)
    related = groups(run.engine, run.tables, run.published)
    for name in WRITTEN if run.request.out else ():
        renderer(name)
    return asking(), related


def _decided(
    run: Run, judgement: gate.Judgement, counted: Counted, hidden: Withholding | None, idle: Sequence[str]
) -> gate.Decision:
    """What follows from what Great Expectations said of the findings; `idle` says why there is nothing to judge."""
    wanted = () if counted.rows["articles"] else run.engine.scan(run.tables["rejects"])
    rejects = pa.Table.from_batches(wanted, schema=REJECTS)
    rejects = hidden.rejects(rejects) if hidden else rejects
    empty = gate.doubts(counted.rows, run.request.inputs, rejects)
    doubts = (*(empty or idle), *judgement.broken)
    return gate.decide(judgement.outcomes, doubts, run.request.config.fail_on)


def _reported(run: Run, rules: Sequence[Rule], facts: summary.Facts, hidden: Withholding | None) -> Report:
    """The report, written in the forms that every --out folder holds."""
    report = replace(summary.report(run.engine, run.tables, rules, facts), options=run.request.options)
    report = hidden.report(report) if hidden else report
    if run.request.out is None:
        return report
    report = replace(report, folder=str(run.request.out))
    for name in WRITTEN:
        module = renderer(name)
        written = module.render(report.limited(report.sample_limit))
        (run.folder / f"report{module.SUFFIX}").write_text(written, encoding="utf-8")
    return report
