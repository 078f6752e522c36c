"""The flow charts: Mermaid's and Graphviz's."""

import html
import re

import pytest
from attrs import evolve
from author.stories import PROOF, STORY, proof_of, with_choice
from hypothesis import given
from small import choice
from strategies import drawn_text

from lmcs_sim.author.graph_chart import FINISH, chart_of
from lmcs_sim.author.graph_dot import dot_lines
from lmcs_sim.author.graph_mermaid import mermaid_lines
from lmcs_sim.author.graph_parts import graph_of
from lmcs_sim.scenario.scenario import Lead
from lmcs_sim.words.safe import harmless

GRAPH = graph_of(STORY, PROOF)
CHART = chart_of(GRAPH)
MERMAID = list(mermaid_lines(GRAPH))
DOT = list(dot_lines(GRAPH))

HOSTILE = (
    'say "no" and `stop`',
    "a]b)c}d|e[f(g{h",
    "-->x; end",
    "1. a list",
    "%%{init: {'theme': 'dark'}}%%",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; #35; #quot;",
    "back\\slash\\n \\l \\N at the end\\",
    "style x fill:#f00;",
    "two\nlines\x1b[31m",
    "Llŷr a'r ysgol – café",
)

QUOTED = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTES = rf"\[(?:\w+={QUOTED}|\w+=[\w.]+|, )*\]"
DOT_LINE = re.compile(
    rf"digraph {QUOTED} \{{|\}}|subgraph cluster_\d+ \{{|(?:\w+={QUOTED};? ?)+|(?:node|edge) {ATTRIBUTES};"
    rf"|\w+ {ATTRIBUTES};|\w+ -> \w+(?: {ATTRIBUTES})?;"
)
MERMAID_TEXT = r"(?:[A-Za-z0-9 ,]|#\d+;|<br/>)+"


def saying(text):
    """The graph of the story with a choice of that text."""
    return graph_of(with_choice("start/vote", text=text), PROOF)


def mermaid_text(lines):
    label = next(re.search(r'"(.*)"', line)[1] for line in lines if line.strip().startswith("s1c1("))
    return html.unescape(label.replace("#", "&#")).replace("<br/>", " ")


def dot_text(lines):
    label = next(re.search(rf"label=({QUOTED})", line)[1] for line in lines if line.strip().startswith("s1c1 ["))
    plain = re.sub(r"\\(.)", lambda found: " " if found[1] == "n" else found[1], label[1:-1])
    return html.unescape(plain)


def shown(text):
    return " ".join(harmless(" ".join(text.split())).split())


def test_every_part_has_a_box_and_every_lead_an_arrow():
    boxes = {node.id: node.part.id for _, nodes in CHART.groups for node in nodes}
    named = [part.id for part in (*STORY.scene, *STORY.event, *STORY.ending)]
    assert sorted(boxes.values()) == sorted(
        [*named, "end", *(item.id for scene in STORY.scene for item in scene.choice)]
    )
    arrows = {(boxes[edge.start], boxes[edge.to]) for edge in CHART.edges}
    assert {("start", "vote"), ("vote", "aside"), ("go", "late"), ("go", "end"), ("end", "other")} <= arrows
    assert len(CHART.edges) == 8 + 9 + 3
    assert FINISH in boxes


def test_boxes_stand_by_month():
    assert [name.split(",")[0] for name, _ in CHART.groups] == ["Month 0", "Month 1", "Month 2", "Month 3", "The end"]
    assert [node.part.id for node in dict(CHART.groups)["Month 2, July 2012"]] == [
        "lost", "nowhere", "by-luck", "never-due"
    ]  # fmt: skip


def test_mermaid_dashes_what_is_dead_and_thickens_the_best_path():
    assert "  class s1c3,s5,s5c1,e2,x1 dead" in MERMAID
    assert "  class s1,s1c2,s3,s3c1 best" in MERMAID
    assert "  s1c3 -.-> s2" in MERMAID
    thick = [number for number, edge in enumerate(CHART.edges) if edge.best]
    assert f"  linkStyle {','.join(map(str, thick))} stroke:#0b3d91,stroke-width:4px" in MERMAID
    assert len(thick) == 4
    assert "  s1c2 ==> s3" in MERMAID
    assert '  s3c1 -->|"letter is known"| s4' in MERMAID
    assert "  s1c1 --> s2" in MERMAID


def test_dot_dashes_what_is_dead_and_thickens_the_best_path():
    assert '  s1c3 -> s2 [style="dashed", color="#8a1c1c", fontcolor="#8a1c1c"];' in DOT
    assert '  s1c2 -> s3 [color="#0b3d91", penwidth=4];' in DOT
    assert '  s3c1 -> s4 [label="letter is known"];' in DOT
    boxes = {line.split()[0]: line for line in DOT if "[label=" in line and "->" not in line}
    assert {name for name, line in boxes.items() if 'style="dashed"' in line} == {"s1c3", "s5", "s5c1", "e2", "x1"}
    assert {name for name, line in boxes.items() if "penwidth=4" in line} == {"s1", "s1c2", "s3", "s3c1"}
    assert "  s1c1 -> s2;" in DOT


def test_only_the_choice_of_the_best_path_thickens_the_way_it_shares():
    start = evolve(STORY.scene[0], choice=(*STORY.scene[0].choice, choice("wait", "after")))
    lines = list(mermaid_lines(graph_of(evolve(STORY, scene=(start, *STORY.scene[1:])), PROOF)))
    assert "  s1c2 ==> s3" in lines
    assert "  s1c4 --> s3" in lines


def test_a_way_to_a_scene_that_is_never_reached_is_dashed_though_its_choice_is_taken():
    story = with_choice("after/stay", leads=(Lead("lost", {"done": ["heard"]}), Lead("end")))
    lines = list(mermaid_lines(graph_of(story, proof_of(story))))
    assert '  s3c2 -.->|"heard is done"| s4' in lines
    assert "  s3c2 --> x0" in lines


def test_status_is_written_as_well_as_drawn():
    assert "if heard is done#59; certain#59; never<br/>reached" in "\n".join(MERMAID)
    assert r"if heard is done; certain; never\nreached" in "\n".join(DOT)
    assert all("on the best path" in "\n".join(lines) for lines in (MERMAID, DOT))


def test_enquiries_are_told_in_the_box_of_their_scene():
    start = next(node for _, nodes in CHART.groups for node in nodes if node.part.id == "start")
    assert "Enquiry too-dear: never reached" in start.lines


@pytest.mark.parametrize("text", HOSTILE)
def test_mermaid_reads_nothing_in_a_label(text):
    lines = list(mermaid_lines(saying(text)))
    assert len(lines) == len(MERMAID)
    label = next(line for line in lines if line.strip().startswith("s1c1("))
    assert re.fullmatch(rf'    s1c1\("{MERMAID_TEXT}"\)', label)
    assert mermaid_text(lines).startswith(shown(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_graphviz_reads_nothing_in_a_label(text):
    lines = list(dot_lines(saying(text)))
    assert len(lines) == len(DOT)
    assert all(DOT_LINE.fullmatch(line.strip()) for line in lines)
    assert dot_text(lines).startswith(shown(text))


@given(drawn_text)
def test_whatever_a_text_says_a_label_says_it(text):
    graph = saying(text)
    letters = "".join(shown(text).split())
    assert "".join(mermaid_text(mermaid_lines(graph)).split()).startswith(letters)
    dot = list(dot_lines(graph))
    assert "".join(dot_text(dot).split()).startswith(letters)
    assert all(DOT_LINE.fullmatch(line.strip()) for line in dot)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_is_as_harmless_as_a_label(text):
    graph = graph_of(evolve(STORY, title=text), None)
    assert all(DOT_LINE.fullmatch(line.strip()) for line in dot_lines(graph))
    title = next(line for line in mermaid_lines(graph) if "accTitle" in line)
    assert re.fullmatch(rf"  accTitle: {MERMAID_TEXT}", title)
    assert "#27;" not in title


def test_charts_are_plain_ascii_whatever_the_texts():
    graph = saying("Llŷr a'r ysgol – café")
    assert all(line.isascii() for line in (*mermaid_lines(graph), *dot_lines(graph)))
