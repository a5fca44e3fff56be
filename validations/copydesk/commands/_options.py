"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from copydesk import registry

Command = Callable[..., None]


class PathType(click.Path):
    """The path of a file or a folder; an empty one, which to pathlib is the working folder, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises click.BadParameter."""
        if value == "":
            self.fail("it is empty; name a path, or leave the option out", param, ctx)
        return super().convert(value, param, ctx)


DOCS_FORMAT = "gx-docs"
AUTO_FORMAT = "auto"


def format_names() -> tuple[str, ...]:
    """What --format takes but for AUTO_FORMAT: the renderers there are, and the pages of Great Expectations."""
    return (*registry.names("renderers"), DOCS_FORMAT)


inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
config = click.option("--config", "config_file", type=PathType(path_type=Path), help="The configuration file.")
settings = click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set one key of the configuration."
)
as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that counts as today (default: today, UTC)."
)
jobs = click.option("--jobs", type=click.IntRange(1), default=None, help="Worker processes (default: one a core).")
quiet = click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
form = click.option("--input-format", metavar="NAME", help="The format of every INPUT; needed for none but odd ones.")
baseline = click.option("--baseline", type=PathType(path_type=Path), help="Known findings; only those not in it block.")
waivers = click.option("--waivers", type=PathType(path_type=Path), help="A file of waivers (TOML).")
formats = click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help="An output format; without FILE to the terminal, which takes one. "
    f"{', '.join(format_names())}; {AUTO_FORMAT}: what the CI system at hand can read.",
)


def common(command: Command) -> Command:
    """What every command takes that reads INPUT."""
    for option in (quiet, jobs, as_of, form, settings, config, inputs):
        command = option(command)
    return command
