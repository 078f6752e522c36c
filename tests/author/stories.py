"""A story that branches, joins again and has something dead in every part, with its proof."""

from attrs import evolve
from small import act, choice, ending, enquiry, event, game_of, scenario, scene

from lmcs_sim.prove.proof import Counts, Proof
from lmcs_sim.prove.prove import prove
from lmcs_sim.scenario.scenario import Lead, Measure, Move, Said

STORY = scenario(
    scene(
        "start",
        choice("vote", "aside", acts=(act("vote", at="board"),), does=("voted",)),
        choice("ask", "after", acts=(act("ask", who="director", about="pattern"),)),
        choice("never-on-offer", "aside", when={"done": ["heard"]}),
        title="Where it starts",
        attention=1,
        enquiry=(
            enquiry("look", finds=("letter",), moves=(Move("standing", 1, ("guide.should",)),)),
            enquiry("too-dear", costs=2),
        ),
    ),
    scene("aside", choice("back", "after"), title="Aside"),
    scene(
        "after",
        choice("go", (Lead("late", {"known": ["letter"]}), Lead("end")), does=("went",)),
        choice("stay", "end"),
        month=1,
        title="After",
    ),
    scene("late", choice("close"), month=3, title="Late"),
    scene("lost", choice("nowhere"), month=2, title="Lost"),
    event=(
        event("by-luck", 2, chance=50, about="press", moves=(Move("standing", -1, story=True),)),
        event("never-due", 2, when={"done": ["heard"]}),
    ),
    ending=(
        ending("unmet", when={"done": ["heard"]}),
        ending("voted-once", when={"done": ["voted"]}),
        ending("other"),
    ),
    fact={"voted": Said("you voted"), "went": Said("you went")},
    measure={"standing": Measure("Your standing", "trust", 5)},
)

PROOF = prove(game_of(STORY))

CUT_SHORT = Proof("small", False, Counts(9, 9, None, 0), stopped="more than 9 situations")


def proof_of(story=STORY) -> Proof:
    """The proof of a story of the small world."""
    return prove(game_of(story))


def with_choice(name, story=STORY, **changes):
    """The story with one of its choices, named `scene/choice`, changed."""
    where, what = name.split("/")
    scenes = []
    for item in story.scene:
        choices = tuple(
            evolve(each, **changes) if (item.id, each.id) == (where, what) else each for each in item.choice
        )
        scenes.append(evolve(item, choice=choices))
    return evolve(story, scene=tuple(scenes))
