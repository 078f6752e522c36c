"""Bindings, made from the table of commands. Settings give other keys by a command's id, when the program starts."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from lmcs_sim.commands import Keys, commands_on


def bindings_on(place: str) -> list[BindingType]:
    """The bindings of one place: each command's action is called by its id."""
    return [Binding(",".join(command.keys), command.id, command.label, id=command.id) for command in commands_on(place)]


def keymap(keys: Mapping[str, Keys]) -> dict[str, str]:
    """Other keys as the application takes them."""
    return {name: ",".join(each) for name, each in keys.items()}
