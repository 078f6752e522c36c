from itertools import pairwise

from author.stories import PROOF, STORY
from hypothesis import given, settings
from strategies import layered_links, scenarios

from lmcs_sim.author.graph_layout import BEND, GAP, Card, columns
from lmcs_sim.author.graph_parts import graph_of
from lmcs_sim.author.graph_picture import picture_of


def crossings(placed, cards, links):
    """How many pairs of arrows change sides between two layers."""
    layers = {card.id: card.layer for card in cards}
    lines = []
    for start, to in links:
        points = [(layers[start], placed.middle[start]), *placed.bends[start, to], (layers[to], placed.middle[to])]
        lines += [(one[0], one[1], other[1]) for one, other in pairwise(points)]
    return sum(
        one[0] == other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


@given(layered_links())
def test_no_two_things_of_a_layer_touch(given_links):
    cards, links = given_links
    placed = columns(cards, links)
    rows = {}
    for card in cards:
        rows.setdefault(card.layer, []).append((placed.middle[card.id], card.width))
    for bends in placed.bends.values():
        for layer, middle in bends:
            rows[layer].append((middle, BEND))
    for row in rows.values():
        row.sort()
        for (left, width), (right, other) in pairwise(row):
            assert right - left >= (width + other) / 2 + GAP - 0.001


@given(layered_links())
def test_everything_lies_between_nought_and_the_width(given_links):
    cards, links = given_links
    placed = columns(cards, links)
    for card in cards:
        assert placed.middle[card.id] - card.width / 2 >= -0.001
        assert placed.middle[card.id] + card.width / 2 <= placed.width + 0.001


def test_crossed_arrows_are_uncrossed():
    cards = [Card("a", 0, 10), Card("b", 0, 10), Card("c", 1, 10), Card("d", 1, 10), Card("e", 2, 10)]
    links = [("a", "d"), ("b", "c"), ("c", "e"), ("d", "e")]
    assert crossings(columns(cards, links), cards, links) == 0


def test_an_arrow_past_a_layer_leaves_room_for_what_stands_there():
    cards = [Card("a", 0, 100), Card("b", 1, 100), Card("c", 2, 100)]
    placed = columns(cards, [("a", "b"), ("b", "c"), ("a", "c")])
    ((layer, middle),) = placed.bends["a", "c"]
    assert layer == 1
    assert abs(middle - placed.middle["b"]) >= (100 + BEND) / 2 + GAP - 0.001


def test_a_chain_stands_straight_below_itself():
    cards = [Card("a", 0, 100), Card("b", 1, 60), Card("c", 2, 80)]
    middle = columns(cards, [("a", "b"), ("b", "c")]).middle
    assert len({round(at, 3) for at in middle.values()}) == 1


def test_what_one_card_alone_leads_to_stands_straight_below_it():
    cards = [Card("a", 0, 100), Card("b", 1, 100), Card("c", 1, 100), Card("d", 2, 100)]
    middle = columns(cards, [("a", "b"), ("a", "c"), ("c", "d")]).middle
    assert abs(middle["d"] - middle["c"]) < 1
    assert abs(middle["a"] - (middle["b"] + middle["c"]) / 2) < 1


@settings(max_examples=25)
@given(scenarios())
def test_cards_of_a_picture_do_not_overlap_and_arrows_go_down(story):
    picture = picture_of(graph_of(story, None))
    boxes = [(x, y, x + card.width, y + card.height) for card, x, y in picture.cards]
    for number, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= picture.width
        assert one[3] <= picture.height
        for other in boxes[:number]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
    for arrow in picture.arrows:
        heights = [y for _, y in arrow.points]
        assert heights == sorted(heights)


def test_months_follow_one_another_and_hold_their_cards():
    picture = picture_of(graph_of(STORY, PROOF))
    tops = {card.id: y for card, _, y in picture.cards}
    bands = [(band.title.split(",")[0], band.top) for band in picture.bands]
    assert [name for name, _ in bands] == ["Month 0", "Month 1", "Month 2", "Month 3", "Month 6"]
    bounds = dict(bands)
    assert bounds["Month 0"] < tops["start"] < tops["aside"] < bounds["Month 1"] < tops["after"] < bounds["Month 2"]
    assert (
        bounds["Month 2"] < tops["by-luck"] < tops["never-due"] < bounds["Month 3"] < tops["late"] < bounds["Month 6"]
    )
    assert bounds["Month 6"] < tops["end"]


def test_an_arrow_of_the_best_path_is_best_and_one_of_dead_choices_alone_is_dead():
    arrows = picture_of(graph_of(STORY, PROOF)).arrows
    assert sum(arrow.best for arrow in arrows) == 2
    assert sum(arrow.dead for arrow in arrows) == 1
