"""The four themes: dark and light, each in a usual and in a high contrast; blue and orange, never green against red."""

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.theme import Theme

FLOORS: Mapping[str, float] = {"dark": 4.5, "light": 4.5, "contrast-dark": 7, "contrast-light": 7}
"""The themes by name, the usual ones first; and the least contrast of text to what it stands on in each, as n:1."""


def _theme(
    name: str, *, ground: str, panel: str, raised: str, text: str, quiet: str, blue: str, orange: str, grey: str
) -> Theme:
    """A theme from its colours.

    Three for what text stands on: the page, bars and boxes, what is pointed at. Two for text: `quiet` says less. Blue
    is for edges, buttons and what was kept, orange for focus and what went against, grey for the rest.
    """
    solid = {
        # Textual mixes these from others, with as little contrast as comes out.
        "text": text,
        "text-muted": quiet,
        "text-disabled": quiet,
        "foreground-muted": quiet,
        "foreground-disabled": quiet,
        "block-cursor-background": blue,
        "block-cursor-foreground": ground,
        "block-cursor-blurred-background": raised,
        "block-cursor-blurred-foreground": text,
        "block-hover-background": raised,
        "border": orange,
        "border-blurred": blue,
        "button-foreground": text,
        "button-color-foreground": ground,
        **{f"primary-{way}-{step}": blue for way in ("lighten", "darken") for step in (1, 2, 3)},
        "footer-key-foreground": text,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
        "input-selection-background": blue,
        "input-selection-foreground": ground,
        "screen-selection-background": blue,
        "screen-selection-foreground": ground,
        "link-background-hover": raised,
        "link-color": text,
        "link-color-hover": text,
        "scrollbar": grey,
        "scrollbar-hover": blue,
        "scrollbar-active": blue,
        **{f"scrollbar-background{state}": panel for state in ("", "-hover", "-active")},
    }
    return Theme(
        name=name,
        primary=blue,
        secondary=grey,
        warning=orange,
        error=orange,
        success=blue,
        accent=orange,
        foreground=text,
        background=ground,
        surface=ground,
        panel=panel,
        boost=raised,
        dark="dark" in name,
        variables=solid,
    )


_ALL = (
    _theme(
        "dark",
        ground="#12161c",
        panel="#222a35",
        raised="#2b3544",
        text="#e8ecf1",
        quiet="#b8c2cd",
        blue="#6fb1f7",
        orange="#f2a33a",
        grey="#8f99a5",
    ),
    _theme(
        "light",
        ground="#f8f9fb",
        panel="#e4e8ee",
        raised="#d6e2f1",
        text="#171c22",
        quiet="#434d59",
        blue="#0b57b0",
        orange="#a04c00",
        grey="#78818c",
    ),
    _theme(
        "contrast-dark",
        ground="#000000",
        panel="#1c1c1c",
        raised="#10243d",
        text="#ffffff",
        quiet="#e2e2e2",
        blue="#7cbcff",
        orange="#ffb347",
        grey="#a6a6a6",
    ),
    _theme(
        "contrast-light",
        ground="#ffffff",
        panel="#ececec",
        raised="#dbe9fa",
        text="#000000",
        quiet="#262626",
        blue="#00397f",
        orange="#6e3000",
        grey="#707070",
    ),
)


def put_on(app: App[Any], name: str) -> None:
    """Shows an application in one of the themes, by its name."""
    for theme in _ALL:
        app.register_theme(theme)
    app.theme = name
