import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from attrs import evolve
from author.stories import PROOF, STORY, with_choice
from author.test_graph_charts import HOSTILE
from hypothesis import given
from strategies import drawn_text

from lmcs_sim.author import graph_svg
from lmcs_sim.author.graph_parts import graph_of
from lmcs_sim.author.graph_svg import BEST, DEAD, FILLS, INK, PAPER, QUIET, svg_lines

SVG = "{http://www.w3.org/2000/svg}"


def drawn(story=STORY, proof=PROOF):
    return ET.fromstring("\n".join(svg_lines(graph_of(story, proof))))


def texts(root):
    return " ".join(item.text or "" for item in root.iter(f"{SVG}text"))


def shade(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one, other):
    light, dark = sorted((shade(one), shade(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [PAPER, *FILLS.values()])
@pytest.mark.parametrize("ink", [INK, QUIET, DEAD])
def test_letters_stand_out_from_what_they_are_written_on(ink, ground):
    assert contrast(ink, ground) >= 4.5


def test_a_picture_writes_in_no_other_colour():
    fills = {item.get("fill") for item in drawn().iter(f"{SVG}text")}
    assert fills == {INK, QUIET, DEAD}


def test_a_picture_has_a_title_and_a_description():
    root = drawn()
    named = {item.get("id"): item.text for item in root if item.get("id")}
    assert root.get("aria-labelledby") == "title description"
    assert named["title"] == "Small"
    assert "5 scenes, 8 choices, 2 events, 3 endings." in named["description"]
    assert root.get("role") == "img"


def test_a_picture_stands_alone():
    allowed = {"svg", "title", "desc", "defs", "marker", "path", "rect", "line", "text", "g"}
    root = drawn()
    assert {item.tag.removeprefix(SVG) for item in root.iter()} == allowed
    for item in root.iter():
        for name, value in item.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or re.fullmatch(r"url\(#(plain|best|dead)\)", value)


def test_what_is_dead_is_dashed_and_says_so():
    root = drawn()
    dashed = [item for item in root.iter() if item.get("stroke-dasharray")]
    assert {item.get("stroke") for item in dashed} == {DEAD}
    # The card of a scene and its choice, a choice and an enquiry of another, an event, an ending, an arrow.
    assert len(dashed) == 7
    assert texts(root).count("never reached") == 6 + 1


def test_what_is_on_the_best_path_is_thick_and_says_so():
    root = drawn()
    thick = [item for item in root.iter() if item.get("stroke") == BEST]
    assert {float(item.get("stroke-width")) for item in thick} == {2.5, 4}
    # Two scenes, two choices, two arrows.
    assert len(thick) == 6
    assert texts(root).count("on the best path") == 4


def test_every_line_of_text_lies_on_the_picture():
    root = drawn()
    width, height = float(root.get("width")), float(root.get("height"))
    for item in root.iter(f"{SVG}text"):
        assert 0 < float(item.get("x")) < width
        assert 0 < float(item.get("y")) < height


def test_lines_of_a_card_stand_below_one_another():
    for group in drawn().iter(f"{SVG}g"):
        heights = [float(item.get("y")) for item in group.iter(f"{SVG}text")]
        assert all(lower - upper >= 12 for upper, lower in pairwise(heights))


def test_without_a_proof_nothing_is_marked():
    root = drawn(proof=None)
    assert "The shape alone" in texts(root)
    assert not any(item.get("stroke-dasharray") for item in root.iter())
    assert "Dashed" not in texts(root)


def test_a_long_text_is_wrapped_inside_its_card():
    root = drawn(with_choice("start/vote", text="word " * 60))
    lines = [item.text for item in root.iter(f"{SVG}text") if "word word" in item.text]
    assert len(lines) > 1
    assert " ".join(lines).count("word") == 60
    assert max(map(len, lines)) <= 89


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text):
    root = drawn(with_choice("start/vote", text=text))
    plain = " ".join(text.replace("\x1b", "\\x1b").split())
    assert plain in texts(root)


def test_what_is_no_character_of_xml_is_replaced():
    assert "a\ufffd\ufffdb" in texts(drawn(with_choice("start/vote", text="a\ufffe\uffffb")))


@given(drawn_text)
def test_a_picture_of_any_text_is_xml_in_plain_letters(text):
    story = with_choice("start/vote", evolve(STORY, title=text), text=text)
    lines = list(svg_lines(graph_of(story, PROOF)))
    assert all(line.isascii() for line in lines)
    ET.fromstring("\n".join(lines))


def test_the_description_points_to_the_graph_as_text():
    assert "--format text" in graph_svg.description(graph_of(STORY, None))
