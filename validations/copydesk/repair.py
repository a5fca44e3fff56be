"""The order of the steps of `copydesk fix`: open, fix, write."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from copydesk import fixing
from copydesk.engines import Stored
from copydesk.engines.local import stored_file
from copydesk.folders import opened, write_manifest
from copydesk.pipeline import STORY_CHECK
from copydesk.rules import Rule
from copydesk.run import Run, write
from copydesk.stories.plan import find_stories
from copydesk.stories.tables import STORIES
from copydesk.views import views


def fix(run: Run, folder: Path) -> Stored:
    """What has one right answer in the tables of a folder of ours, put right; the changes (fixing.CHANGES).

    Those that the folder tells of already stand before the new ones. Raises InputNotFoundError.
    """
    earlier = opened(folder)
    tables = {name: stored_file(folder / f"{name}.parquet") for name in ("articles", "teasers", "rejects")}
    config = run.request.config
    rules = tuple(Rule(config.check(name), config.policy(name).severity) for name in config.chosen())

    def look(made: Mapping[str, Stored], some: Sequence[Rule]) -> Mapping[str, Stored]:
        found = STORIES.empty_table()
        if any("stories" in rule.check.tables() for rule in some):
            found = find_stories(run.engine, made["articles"], config.check(STORY_CHECK).story_options()).stories
        stories = run.engine.store(iter(found.to_batches()), STORIES)
        return views(run.engine, {**made, "stories": stories}, [rule.check for rule in some])

    with run.step("fix"):
        fixed = fixing.fix(run.engine, tables, rules, look, tuple(earlier.get("roots", ())))
    with run.step("write"):
        for name, stored in fixed.tables.items():
            write(run, name, stored.schema, run.engine.scan(stored))
        told = folder / "changes.parquet"
        before = run.engine.scan(stored_file(told)) if told.is_file() else iter(())
        write(run, "changes", fixing.CHANGES, chain(before, run.engine.scan(fixed.changes)))
        for each in run.writing:
            each.result()
    # nothing of this run's clock, so that fixing again gives the same bytes
    values = {name: value for name, value in earlier.items() if name not in {"verdict", "seconds"}}
    write_manifest(run.folder, {**values, "rows": {name: table.rows for name, table in run.tables.items()}})
    return fixed.changes
