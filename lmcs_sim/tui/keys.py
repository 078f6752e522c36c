"""Bindings, made from the table of commands."""

from textual.binding import Binding, BindingType

from lmcs_sim.commands import commands_on


def bindings_on(screen: str) -> list[BindingType]:
    """The bindings of one screen: each command's action is called by its id."""
    return [
        Binding(",".join(command.keys), command.id, command.label, id=command.id)
        for command in commands_on(screen)
        if command.keys
    ]
