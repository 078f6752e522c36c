"""A proof in words: every block, in the singular too, and nothing certain or impossible by rounding."""

import pytest
from attrs import evolve

from lmcs_sim.prove.proof import (
    PLAYERS,
    Amount,
    Average,
    Counts,
    DeadEnd,
    EndingProof,
    Exercised,
    Extreme,
    Proof,
    Standing,
    StoryMove,
    Tradeoff,
    Unreachable,
    Way,
)
from lmcs_sim.prove.words import percent, progress_line, proof_lines, standing_in_words

LUCKY, FOUND, SURE = Way(("look", "go"), True, 3), Way(("look", "go"), True, None), Way((), False)
EVERYBODY = dict.fromkeys(PLAYERS, 0.5)
WHOLE = Proof(
    "a-story",
    complete=True,
    counts=Counts(2_000, 30_000, 4_000_000, 5),
    starts={"standing": 5},
    best=Extreme(Standing(0, 9), LUCKY, {"partnership": Amount(4, SURE)}, {"standing": Amount(7, LUCKY)}),
    worst=Extreme(Standing(2, -9), SURE, {"partnership": Amount(-1, SURE)}, {"standing": Amount(1, SURE)}),
    assured=Standing(1, 1),
    expected={name: Average(Standing(0.25, 1.5), {"partnership": 1.0}, {"standing": 4.25}) for name in PLAYERS},
    front=(Tradeoff(Standing(0, 9), 1, -2), Tradeoff(Standing(1, -1), 2, 3)),
    endings=(EndingProof("well", True, EVERYBODY, FOUND), EndingProof("ill", False, dict.fromkeys(PLAYERS, 0.0), None)),
    unreachable=Unreachable(("s1", "s2"), ("s3/c",), ("s3/e",), ("ill",), ("v",)),
    dead_ends=(DeadEnd("s4", SURE),),
    never_best=("s3/d",),
    no_difference=(("s3/f", "s3/g"),),
    story_moves=(StoryMove("event:v", "standing", -1),),
    exercised=Exercised(("r1", "r2"), ("p1", "p2", "p3"), ("p4", "p5")),
)
TOLD = """\
a-story: proved. Every play there is was looked at: 4,000,000.
They come down to 2,000 situations, 30,000 steps between them and 5 turns of luck.

Best duty, over choices and luck: 9 points, no breaches
  by look,go (needs luck: --seed 3)
Worst duty, over choices and luck: −9 points, 2 breaches
  by no step
A player can be sure of, whatever the luck: 1 point, 1 breach
Quality, each by itself, from the least to the most:
  partnership: -1 to 4
Measures at the end, each by itself, from the least to the most:
  standing: 1 to 7 (the most needs luck)

On average, by kind of player:
  random: 1.5 points, 0.25 breaches; standing 4.2
  cautious: 1.5 points, 0.25 breaches; standing 4.2
  best: 1.5 points, 0.25 breaches; standing 4.2

What can be had together (duty; all quality; all that measures rise), none bettered by another:
  9 points, no breaches; +1; -2
  −1 point, 1 breach; +2; +3

Endings, with the chance for a player who is random, cautious, best:
  well: 50%, 50%, 50%
    by look,go (needs luck)
  ill: no play ends here

Scenes no play reaches: s1, s2
Choices never on offer: s3/c
Enquiries never on offer: s3/e
Endings no play comes to: ill
Events that never come about: v
A play can be stuck in s4:
  by no step

Choices never the best on offer, on any ledger or measure:
  s3/d
Choices that make no difference beside one another:
  s3/f and s3/g

Measures that move for the story's sake:
  event:v: standing -1

Exercised: 2 rules, 3 provisions.
Taught by its objectives, and exercised by no play: p4, p5
"""
PLAIN = evolve(
    WHOLE,
    counts=Counts(1, 1, 1, 1),
    best=None,
    worst=None,
    assured=None,
    front=WHOLE.front[:1],
    unreachable=Unreachable(),
    dead_ends=(),
    never_best=(),
    no_difference=(),
    story_moves=(),
    exercised=Exercised(("r1",), ("p1",)),
)


def told(proof):
    return "\n".join(proof_lines(proof)) + "\n"


def test_every_block_is_told():
    assert told(WHOLE) == TOLD


def test_one_of_a_thing_is_told_in_the_singular():
    assert "They come down to 1 situation, 1 step between them and 1 turn of luck." in told(PLAIN)
    assert "Exercised: 1 rule, 1 provision." in told(PLAIN)


def test_a_block_with_nothing_to_say_is_left_out():
    blocks = [block.splitlines()[0] for block in told(PLAIN).split("\n\n")]
    assert [block.partition(",")[0].partition(":")[0] for block in blocks] == [
        "a-story",
        "On average",
        "Endings",
        "Exercised",
    ]


def test_cut_short_it_says_why_how_far_it_came_and_that_nothing_follows():
    short = Proof("a-story", complete=False, counts=Counts(1, 2_000, None, 0), stopped="there are more")
    assert told(short).splitlines() == [
        "a-story: not proved. There are more.",
        "Seen until then: 1 situation, 2,000 steps between them.",
        "Nothing is said of the best, the worst or what cannot be reached: that would need all of it.",
    ]


@pytest.mark.parametrize(
    ("chance", "told_"),
    [
        (0.0, "0%"),
        (1e-12, "under 0.1%"),
        (0.0009999, "under 0.1%"),
        (0.001, "0.1%"),
        (0.00333, "0.333%"),
        (1 / 3, "33.3%"),
        (0.9985, "99.9%"),
        (0.9996, "over 99.9%"),
        (1 - 1e-6, "over 99.9%"),
        (1 - 1e-12, "100%"),
        (1.0, "100%"),
        (1.0000000001, "100%"),
    ],
)
def test_a_chance_in_per_cent_is_neither_certain_nor_impossible_by_rounding(chance, told_):
    assert percent(chance) == told_


@pytest.mark.parametrize(
    ("standing", "told_"),
    [
        (Standing(0, 0), "0 points, no breaches"),
        (Standing(1, 1), "1 point, 1 breach"),
        (Standing(2, -1), "−1 point, 2 breaches"),
        (Standing(3, -20), "−20 points, 3 breaches"),
    ],
)
def test_a_standing_in_words(standing, told_):
    assert standing_in_words(standing) == told_


def test_progress_counts_scenes_from_one_and_never_past_the_last():
    assert progress_line(1, 0, 3) == "1 situation, scene 1 of 3"
    assert progress_line(12_345, 3, 3) == "12,345 situations, scene 3 of 3"
