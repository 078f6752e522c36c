"""The four themes: which there are, and that what an edge says does not rest on seeing red and green."""

import math
from itertools import combinations

import pytest
from drawn import contrast, linear
from textual.app import App
from textual.color import Color

from lmcs_sim.settings.settings import THEMES
from lmcs_sim.tui.themes import FLOORS, put_on
from lmcs_sim.words.catalogue import said

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How each kind of eye sees light, as matrices on linear RGB (Machado, Oliveira and Fernandes, 2009, severity 1)."""

APART = 20
"""The least distance in CIE Lab between two colours that are to be told apart; about 2 can be seen side by side."""


@pytest.fixture
def app() -> App[None]:
    """An application that has been given each of the themes."""
    app = App[None]()
    for name in THEMES:
        put_on(app, name)
    return app


def lab(colour: Color, eye: str) -> tuple[float, float, float]:
    """A colour as an eye sees it, in CIE Lab under D65."""
    light = [linear(value) for value in colour.rgb]
    seen = [min(1, max(0, value)) for value in _times(EYES[eye], light)]
    to_xyz = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8728))
    x, y, z = _times(to_xyz, seen)
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(part * value for part, value in zip(row, vector, strict=True)) for row in matrix]


def test_there_are_the_themes_of_the_settings_two_of_high_contrast_dark_and_light(app: App[None]):
    assert tuple(FLOORS) == THEMES
    assert sorted(FLOORS.values()) == [4.5, 4.5, 7, 7]
    for floor in (4.5, 7):
        assert {app.get_theme(name).dark for name in THEMES if FLOORS[name] == floor} == {True, False}
    assert len({said(f"theme.{name}") for name in THEMES}) == 4


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_can_be_put_on_before_the_first_paint(name: str):
    app = App[None]()
    put_on(app, name)
    assert app.current_theme.name == name


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", THEMES)
def test_the_colours_of_edges_stay_apart_to_every_eye_and_stand_out(name: str, eye: str, app: App[None]):
    theme = app.get_theme(name)
    edges = [Color.parse(colour) for colour in (theme.primary, theme.warning, theme.secondary)]
    for one, other in combinations(edges, 2):
        assert math.dist(lab(one, eye), lab(other, eye)) >= APART
    for edge in edges:
        for ground in (theme.background, theme.panel):
            assert contrast(edge.rgb, Color.parse(ground).rgb) >= 3
