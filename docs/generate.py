"""Write the generated pages: docs/checks/*.md, fields.md, commands.md, expectations.md, and schemas/config.schema.json.

    python docs/generate.py              (or: make docs)

Each has one source: a check's page its class, the field tables the JSON Schemas, the commands their own --help, the
expectations their classes, the schema of the configuration the checks' options. tests/test_docs.py fails when a page
is not what this would write.
"""

import inspect
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click
import pyarrow as pa

from copydesk import cli, config_schema, gx, registry
from copydesk.checks import Check
from copydesk.model import LARGEST, Severity
from copydesk.tables import ARTICLES, DATES, FINDINGS, REJECTS, TEASERS, json_schema

ROOT = Path(__file__).parents[1]
CHECKS = Path("docs/checks")
NOTE = "<!-- Written by docs/generate.py: `make docs` renews it. -->\n"
COLUMNS = Path(__file__).with_name("columns.toml")
WIDTH = 100
AS_OF = "as_of"
"""An option that a check gets from the run, and a user from --as-of."""


def pages() -> Mapping[Path, str]:
    """By path below the root of the project, the text of each generated file."""
    checks = {name: registry.check_class(name) for name in registry.names("checks")}
    return {
        **{CHECKS / f"{name}.md": check_page(check) for name, check in checks.items()},
        CHECKS / "README.md": index_page(checks),
        Path("docs/fields.md"): fields_page(),
        Path("docs/commands.md"): commands_page(),
        Path("docs/expectations.md"): expectations_page(),
        Path("schemas/config.schema.json"): json.dumps(config_schema.schema(), ensure_ascii=False, indent=2) + "\n",
    }


def stale() -> list[Path]:
    """Files that are not what `pages` says, and pages of checks that are no more."""
    wanted = pages()
    changed = [path for path, text in wanted.items() if not _holds(ROOT / path, text)]
    return [*changed, *_orphans(wanted)]


def check_page(check: type[Check]) -> str:
    """What is wrong with the data, why it matters, what to do; then what the check looks at, its kinds and options."""
    allowed = " and ".join(_limits(check)) or ("all" if check.severity is Severity.INFO else "none")
    facts = [
        ("looks at", ", ".join(f"`{target.table}.{target.field}`" for target in check.targets)),
        ("severity", f"{check.severity}"),
        ("rows that may fail", allowed),
    ]
    parts = [
        f"# {check.name()}\n\n{NOTE}",
        inspect.cleandoc(check.__doc__ or ""),
        table(("", "by default"), [(f"**{name}**", value) for name, value in facts]),
        "## Kinds of finding\n\n"
        + table(("kind", "what it means"), [(f"`{k}`", text) for k, text in check.kinds.items()]),
        "## Options\n\n" + _options(check),
        f'```toml\n[checks.{check.name()}]\nseverity = "{check.severity}"\nmax_share = 0.01\n```',
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _limits(check: type[Check]) -> Iterator[str]:
    if check.max_count is not None:
        yield f"at most {check.max_count}"
    if check.max_share is not None:
        yield f"at most {check.max_share:.0%}"


def _options(check: type[Check]) -> str:
    hints = get_type_hints(check)
    own = [
        (
            f"`{each.name}`",
            _type(hints[each.name]),
            _range(each, hints[each.name]),
            _default(each),
            each.metadata["doc"],
        )
        for each in check.options()
        if each.name != AS_OF
    ]
    policy = "`severity`, `max_count` and `max_share` set what the gate allows, as for every check."
    return f"{table(('option', 'type', 'range', 'default', 'what it does'), own)}\n\n{policy}" if own else policy


def _type(hint: Any) -> str:
    return f"`{getattr(hint, '__name__', hint) if not getattr(hint, '__args__', None) else hint}`"


def _range(option: Field[Any], hint: Any) -> str:
    least, largest = config_schema.bounds(option, hint)
    if least is None:
        return ""
    return f"{least:,} or more" if largest in {None, LARGEST} else f"{least:,} to {largest:,}"


def _default(option: Field[Any]) -> str:
    return "" if option.default is MISSING else f"`{option.default!r}`"


def index_page(checks: Mapping[str, type[Check]]) -> str:
    """A table of all checks."""
    rows = [
        (f"[{name}]({name}.md)", str(check.severity), inspect.cleandoc(check.__doc__ or "").splitlines()[0])
        for name, check in checks.items()
    ]
    return f"# Checks\n\n{NOTE}\n{table(('check', 'severity', 'what is wrong with the data'), rows)}\n"


def fields_page() -> str:
    """The columns of the tables that a run writes."""
    tables = {"articles": ARTICLES, "teasers": TEASERS, "rejects": REJECTS, "findings": FINDINGS}
    parts = [f"# Fields\n\n{NOTE}\nTables are Parquet files in the folder that `--out` names. Times are UTC."]
    parts += [f"## {name}\n\n{_columns(name, schema)}" for name, schema in tables.items()]
    return "\n\n".join(parts) + "\n"


def _columns(name: str, schema: pa.Schema) -> str:
    rules = json_schema(name.removesuffix("s"))["properties"] if name in {"articles", "teasers"} else {}
    told = tomllib.loads(COLUMNS.read_text(encoding="utf-8"))
    rows = [
        (
            f"`{column.name}`",
            f"`{column.type}`",
            _absence(rules.get(column.name, {})),
            rules.get(column.name, {}).get("description") or _told(told, name, column.name),
        )
        for column in schema
    ]
    if not rules:
        return table(("column", "type", "what it holds"), [(*row[:2], row[3]) for row in rows])
    return table(("column", "type", "if missing", "what it holds"), rows)


def _told(told: Mapping[str, Mapping[str, str]], name: str, column: str) -> str:
    """What columns.toml says: of this table, else of a part of a date, else of any table. Raises KeyError."""
    stem, _, part = column.rpartition("_")
    if column in told[name]:
        return told[name][column]
    return told["dates"][part] if stem in DATES else told["any"][column]


def _absence(rules: Mapping[str, Any]) -> str:
    others = " or ".join(f"`{name}`" for name in rules.get("x-alternatives", ()))
    return f"{rules['x-severity']}{f', unless there is {others}' if others else ''}" if "x-severity" in rules else ""


def expectations_page() -> str:
    """The expectations for suites of Great Expectations."""
    rows = [
        (
            f"`{name}`",
            f"[{made.check}](checks/{made.check}.md)",
            " ".join(f"`{each}`" for each in get_args(made.__annotations__["field"])),
            " ".join(f"`{each}`" for each in (*made.own_fields, *made.own_options)),
        )
        for name, made in gx.EXPECTATIONS.items()
    ]
    head = ("expectation", "check", "field, the first by default", "parameters beside column, field and mostly")
    about = "How to use them is told in [great-expectations.md](great-expectations.md)."
    return f"# Expectations\n\n{NOTE}\n{about}\n\n{table(head, rows)}\n"


def commands_page() -> str:
    """What `copydesk --help` says, and each command's own --help."""
    top = _context(cli.cli, "copydesk", None)
    parts = [f"# Commands\n\n{NOTE}", _help(top)]
    for name in cli.cli.list_commands(top):
        command = cli.cli.get_command(top, name)
        parts.append(f"## {name}\n\n{_help(_context(command, name, top))}")
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    return click.Context(command, info_name=name, parent=parent, **settings)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table; bars inside cells are escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _orphans(wanted: Mapping[Path, str]) -> Iterator[Path]:
    found = (path.relative_to(ROOT) for path in (ROOT / CHECKS).glob("*.md"))
    return (path for path in found if path not in wanted)


def main() -> None:
    wanted = pages()
    for path, text in wanted.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    for path in _orphans(wanted):
        (ROOT / path).unlink()


if __name__ == "__main__":
    main()
