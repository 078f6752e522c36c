"""A child's fate is told in words, never by a number or a draw: titles and chances that seem to put one at stake."""

import re
from collections.abc import Iterator

from lmcs_sim.faults import Fault, fault
from lmcs_sim.scenario.scenario import Scenario

CHILDREN = (
    "baby",
    "babies",
    "boy",
    "boys",
    "brother",
    "brothers",
    "child",
    "children",
    "daughter",
    "daughters",
    "girl",
    "girls",
    "infant",
    "infants",
    "kid",
    "kids",
    "pupil",
    "pupils",
    "sister",
    "sisters",
    "son",
    "sons",
    "teenager",
    "teenagers",
    "toddler",
    "toddlers",
    "young people",
    "young person",
    "youngster",
)
FATES = (
    "abuse",
    "abused",
    "arrested",
    "bruise",
    "bruised",
    "bruises",
    "dead",
    "death",
    "die",
    "died",
    "dies",
    "drowned",
    "exploited",
    "groomed",
    "happiness",
    "happy",
    "harm",
    "harmed",
    "health",
    "hospital",
    "hurt",
    "ill",
    "injured",
    "injury",
    "killed",
    "missing",
    "neglect",
    "neglected",
    "pregnant",
    "ran away",
    "recover",
    "recovers",
    "risk",
    "runs away",
    "safe",
    "safety",
    "suffer",
    "suffering",
    "suffers",
    "trafficked",
    "unsafe",
    "welfare",
    "wellbeing",
    "well-being",
)
BODIES = (
    "children's services",
    "children's home",
    "children's homes",
    "children's social care",
    "children's trust",
    "children's board",
    "children's plan",
    "children's centre",
    "children's centres",
    "children's budget",
    "children's workforce",
    "children's partnership",
    "children's commissioner",
    "child protection plan",
    "child protection plans",
    "child's plan",
    "safeguarding children board",
    "safeguarding children partnership",
    "young people's council",
    "young people's plan",
    "health and safety",
    "health visitor",
    "health visitors",
    "public health",
)
"""What is of children by name, and no child: a service, a board, a plan."""


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.IGNORECASE)


_CHILDREN, _FATES, _BODIES = _any_of(CHILDREN), _any_of(FATES), _any_of(BODIES)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
_CURE = "Let it be about an institution. What happens to a child is told in words, by no number and no draw."


def puts_a_child_at_stake(text: str) -> bool:
    """Whether a sentence of the text speaks of a child and of a fate."""
    if not _FATES.search(text):
        return False
    plain = _BODIES.sub("", text.replace("’", "'"))
    return any(_CHILDREN.search(sentence) and _FATES.search(sentence) for sentence in _SENTENCE.split(plain))


def advice_on_fate(scenario: Scenario) -> Iterator[Fault]:
    """Measures whose title, and events with chance whose text, seem to put a child's fate at stake."""
    for name, measure in scenario.measure.items():
        if puts_a_child_at_stake(measure.title):
            yield fault("W085", "this measure seems to be about a child's fate", _CURE, "measure", name, "title")
    for n, event in enumerate(scenario.event):
        if event.chance is not None and puts_a_child_at_stake(event.text):
            yield fault("W085", "chance seems to decide a child's fate here", _CURE, "event", n, "chance")
