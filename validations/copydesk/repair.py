"""The order of the steps of `copydesk fix`: open, fix, write."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from copydesk import fixing
from copydesk.damage import intact
from copydesk.engines import Stored
from copydesk.engines.local import stored_file
from copydesk.folders import opened, require, write_manifest
from copydesk.pipeline import STORY_CHECK
from copydesk.rules import Rule
from copydesk.run import Run, write
from copydesk.stories.plan import find_stories
from copydesk.stories.tables import STORIES
from copydesk.tables import ARTICLES, REJECTS, TEASERS
from copydesk.views import views

READ = {"articles": ARTICLES, "teasers": TEASERS, "rejects": REJECTS}


def fix(run: Run, folder: Path) -> Stored:
    """What has one right answer in the tables of a folder of ours, put right; the changes (fixing.CHANGES).

    Those that the folder tells of already stand before the new ones. Raises UsageError for a folder that is
    damaged or none of ours.
    """
    earlier = opened(folder)
    tables = {name: stored_file(require(folder / f"{name}.parquet", schema.names)) for name, schema in READ.items()}
    told = folder / "changes.parquet"
    before = stored_file(require(told, fixing.CHANGES.names)) if told.exists() else None
    config = run.request.config
    rules = tuple(Rule(config.check(name), config.policy(name).severity) for name in config.chosen())

    def look(made: Mapping[str, Stored], some: Sequence[Rule]) -> Mapping[str, Stored]:
        found = STORIES.empty_table()
        if any("stories" in rule.check.tables() for rule in some):
            found = find_stories(run.engine, made["articles"], config.check(STORY_CHECK).story_options()).stories
        stories = run.engine.store(iter(found.to_batches()), STORIES)
        return views(run.engine, {**made, "stories": stories}, [rule.check for rule in some])

    with run.step("fix"), intact(folder, errors=(OSError,)):
        fixed = fixing.fix(run.engine, tables, rules, look, tuple(earlier.get("roots", ())))
    with run.step("write"):
        for name, stored in fixed.tables.items():
            write(run, name, stored.schema, run.engine.scan(stored))
        earlier_changes = run.engine.scan(before) if before else iter(())
        write(run, "changes", fixing.CHANGES, chain(earlier_changes, run.engine.scan(fixed.changes)))
        for each in run.writing:
            each.result()
    # nothing of this run's clock, so that fixing again gives the same bytes
    values = {name: value for name, value in earlier.items() if name not in {"verdict", "seconds"}}
    write_manifest(run.folder, {**values, "rows": {name: table.rows for name, table in run.tables.items()}})
    return fixed.changes
