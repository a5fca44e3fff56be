"""One file a command: `commands/explain.py` holds the click command `command`, and is `copydesk explain`.

A command is known by being there. `--help` imports them all, so a module here imports at its top only what every
command shares; what takes time is imported inside functions. Options that several commands take stand in _options.py,
what they share to make a run in _runs.py, and how a report is put out in _outputs.py.
"""

from typing import cast

import click

from copydesk import registry

ROOM = "commands"


class Commands(click.Group):
    """The commands of this folder, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names, sorted."""
        return list(registry.names(ROOM))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or null."""
        if cmd_name not in registry.names(ROOM):
            return None
        return cast("click.Command", registry.load(ROOM, cmd_name).command)
