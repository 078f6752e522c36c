"""The settings in plain lines: each by its name, then what it is to be."""

from typing import TYPE_CHECKING

from lmcs_sim.commands import SETTINGS, rebound, shown_key
from lmcs_sim.plain.paragraphs import paragraphs, tell
from lmcs_sim.plain.place import Place
from lmcs_sim.settings.file import settings_path
from lmcs_sim.settings.settings import THEMES
from lmcs_sim.words.catalogue import said

if TYPE_CHECKING:
    from lmcs_sim.desk import Desk

SWITCHES = ("ascii", "plain", "tour")


def change_theme(desk: "Desk", name: str) -> None:
    """Keeps other colours for the screens: those named, else the next. Raises LmcsError where they cannot be kept."""
    if name and name not in THEMES:
        tell(paragraphs(said("plain.which-theme", names=", ".join(THEMES)), said("plain.not-understood")))
        return
    desk.change(theme=name or THEMES[(THEMES.index(desk.settings.theme) + 1) % len(THEMES)])
    tell(paragraphs(said("settings.changed", name=said("settings.theme"), value=said(f"theme.{desk.settings.theme}"))))


class SettingsPlace(Place):
    """The settings, and which keys the screens have."""

    STANDS_FOR = (SETTINGS,)

    def show(self) -> None:
        """Tells each setting, then the keys."""
        settings = self.desk.settings
        tell(paragraphs(said("plain.settings"), said("place.settings")))
        theme = said("settings.changed", name=said("settings.theme"), value=said(f"theme.{settings.theme}"))
        tell(paragraphs(f"{theme} {said('settings.theme-help')} [theme]"))
        for name in SWITCHES:
            value = said("settings.on" if getattr(settings, name) else "settings.off")
            line = said("settings.changed", name=said(f"settings.{name}"), value=value)
            tell(paragraphs(f"{line} {said(f'settings.{name}-help')} [{said(f'settings.word.{name}')}]"))
        for command in rebound(settings.keys):
            keys = ", ".join(shown_key(key) for key in command.keys)
            tell([said("settings.key", keys=keys, label=command.label, id=command.id)])
        tell(paragraphs(said("settings.file", path=settings_path())))

    def answer(self, line: str) -> None:
        """Changes a setting: "ascii on"."""
        word, _, value = line.partition(" ")
        words = {said(f"settings.word.{each}"): each for each in SWITCHES}
        values = {said("settings.on"): True, said("settings.off"): False}
        if word not in words or value not in values:
            self.not_understood(said("plain.which-setting", names=", ".join(words)))
            return
        name = words[word]
        self.desk.change(**{name: values[value]})
        tell(paragraphs(said("settings.changed", name=said(f"settings.{name}"), value=value)))
