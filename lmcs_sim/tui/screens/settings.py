"""Settings: what a person may choose, each changed by Enter and kept at once; and the keys of every command."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lmcs_sim.commands import SETTINGS, rebound, shown_key
from lmcs_sim.settings.file import settings_path
from lmcs_sim.tui.keys import bindings_on
from lmcs_sim.tui.screens.page import Page
from lmcs_sim.tui.widgets.key_line import KeyLine
from lmcs_sim.tui.widgets.prose import Line, Prose, flowing, styled
from lmcs_sim.words.catalogue import said

SWITCHES = ("ascii", "plain", "tour")


class SettingsScreen(Page):
    """The settings, and below them where their file is and which keys the commands have."""

    NAME = SETTINGS
    BINDINGS = bindings_on(SETTINGS)

    def compose(self) -> ComposeResult:
        """What may be changed here, then what the file alone changes."""
        yield Line((said("place.settings"), "bold"), id="title")
        yield OptionList(*self._options(), id="entries")
        yield Prose(said("settings.file", path=flowing(str(settings_path()))), classes="note")
        yield KeyLine()

    def on_mount(self) -> None:
        """The list is ready for keys."""
        self.query_one(OptionList).focus()

    def _options(self) -> list[Option]:
        settings = self.lmcs.desk.settings
        theme = said(f"theme.{settings.theme}")
        options = [Option(_entry("theme", theme), id="theme")]
        options += [Option(_entry(name, _on(getattr(settings, name))), id=name) for name in SWITCHES]
        for command in rebound(settings.keys):
            keys = ", ".join(shown_key(key) for key in command.keys)
            line = said("settings.key", keys=keys, label=command.label, id=command.id)
            options.append(Option(Content(line), disabled=True))
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Changes the setting."""
        name = str(event.option_id)
        if name == "theme":
            self.lmcs.next_theme()
        else:
            self.lmcs.change_settings(**{name: not getattr(self.lmcs.desk.settings, name)})
        self.show_settings()

    def show_settings(self) -> None:
        """Shows the settings as they are by now."""
        entries = self.query_one(OptionList)
        at = entries.highlighted
        entries.clear_options()
        entries.add_options(self._options())
        entries.highlighted = at

    def action_theme(self) -> None:
        """Shows everything in the next colours."""
        super().action_theme()
        self.show_settings()


def _entry(name: str, value: str) -> Content:
    return styled((f"{said(f'settings.{name}')}: ", "bold"), value, f"\n{said(f'settings.{name}-help')}")


def _on(value: bool) -> str:
    return said("settings.on" if value else "settings.off")
