"""A group of commands, each loaded when it is asked for: one command waits for no other's options and imports."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group that is told where its commands stand, as "module:name" in this folder, beside those it has."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._places = places

    def list_commands(self, context: click.Context) -> list[str]:
        """Every name, in order."""
        return sorted({*super().list_commands(context), *self._places})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, its module loaded; None where there is none."""
        if name not in self._places:
            return super().get_command(context, name)
        module, _, found = self._places[name].partition(":")
        command: click.Command = getattr(import_module(f"lmcs_sim.cli.{module}"), found)
        return command


class ListedGroup(LazyGroup):
    """A lazy group whose help says a line of each command, and loads none of them for it."""

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes each name with its line."""
        from lmcs_sim.words.catalogue import said

        with formatter.section("Commands"):
            formatter.write_dl([(name, said(f"listed.{name}")) for name in self.list_commands(context)])
