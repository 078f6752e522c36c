"""How long a scenario takes to read and decide, and how hard its texts are to read."""

from collections.abc import Iterator

from attrs import frozen

from lmcs_sim.faults import Fault, KeyPath, fault
from lmcs_sim.scenario.graph import in_order
from lmcs_sim.scenario.scenario import END, Choice, Scenario, Scene

WORDS_A_MINUTE = 200
THINKING = 1.0
"""Minutes for each decision."""
SLACK_BELOW, SLACK_ABOVE = 0.8, 1.5
"""How far `minutes` may lie below the shortest way and above the longest: readers differ, and findings are read too."""

AIM, HARDEST = 14, 16
"""Years: the reader to write for, and the oldest that a text may need."""
ENOUGH = 50
"""Words. A shorter text says too little about its reading age."""
_STOPS = ".!?…"
_OTHER_MARKS = str.maketrans("", "", ",;:\"“”'‘’()[]-–—/")


@frozen
class Measured:
    """A text's words, letters and sentences."""

    words: int
    letters: int
    sentences: int

    @property
    def age(self) -> int:
        """The age of reader it needs, by the Automated Readability Index: long words and long sentences."""
        grade = 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43
        return round(grade) + 5


def measure(text: str) -> Measured:
    """A text measured; for a text without a word, as if it had one."""
    words = text.split()
    plain = f"{' '.join(words)} ".translate(_OTHER_MARKS)
    # Counted by hand, not by a pattern: every word of every scenario passes here.
    stops = sum(plain.count(stop) for stop in _STOPS)
    sentences = sum(plain.count(f"{stop} ") for stop in _STOPS)
    return Measured(max(1, len(words)), len(plain) - plain.count(" ") - stops, max(1, sentences))


def _harder_than_it_is(text: str) -> Measured:
    """A text measured fast: no fewer letters than it has, and no more sentences."""
    words = max(1, len(text.split()))
    return Measured(words, len(text) - words + 1, max(1, text.count(". ") + text.count(".\n")))


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def minutes_of(scenario: Scenario) -> tuple[float, float]:
    """The shortest and the longest time that a way through takes, for a scenario without loops."""
    shortest, longest = {END: 0.0}, {END: 0.0}
    for name in reversed(in_order(scenario)):
        if name == END:
            continue
        scene = scenario.scenes[name]
        least, most = _on_arrival(scene)
        after = [(choice, lead.to) for choice in scene.choice for lead in choice.leads]
        shortest[name] = least + min(_on_choosing(choice)[0] + shortest[to] for choice, to in after) + THINKING
        longest[name] = most + max(_on_choosing(choice)[1] + longest[to] for choice, to in after) + THINKING
    endings = [words_in(ending.text) for ending in scenario.ending]
    briefing = words_in(scenario.briefing)
    events = sum(words_in(event.text) for event in scenario.event)
    return (
        shortest[scenario.starts] + (briefing + min(endings)) / WORDS_A_MINUTE,
        longest[scenario.starts] + (briefing + max(endings) + events) / WORDS_A_MINUTE,
    )


def _on_arrival(scene: Scene) -> tuple[float, float]:
    """The least and the most minutes of reading in a scene before what its choice leads to."""
    told = words_in(scene.title) + words_in(scene.text) + sum(words_in(item.text) for item in scene.enquiry)
    always = sum(words_in(choice.text) for choice in scene.choice if choice.when is None)
    offered = sum(words_in(choice.text) for choice in scene.choice)
    left, found = scene.attention, 0
    for words, costs in sorted(((words_in(item.says), item.costs) for item in scene.enquiry), reverse=True):
        if costs <= left:
            left, found = left - costs, found + words
    return (told + always) / WORDS_A_MINUTE, (told + offered + found) / WORDS_A_MINUTE


def _on_choosing(choice: Choice) -> tuple[float, float]:
    """The least and the most minutes of reading once a choice is taken. "Why?" may be passed over."""
    told = words_in(choice.says)
    asked = sum(words_in(reason.text) for reason in choice.reason)
    answer = max((words_in(reason.says) for reason in choice.reason), default=0)
    return told / WORDS_A_MINUTE, (told + asked + answer) / WORDS_A_MINUTE


def advice_on_time(scenario: Scenario) -> Iterator[Fault]:
    """Minutes that a play could hardly take."""
    shortest, longest = minutes_of(scenario)
    if not shortest * SLACK_BELOW <= scenario.minutes <= longest * SLACK_ABOVE:
        cause = f"`minutes` says {scenario.minutes}; the words take about {round(shortest)} to {round(longest)}"
        cure = (
            f"Write what a play takes: {WORDS_A_MINUTE} words a minute on the shortest and the longest way through, and"
            " a minute for each decision."
        )
        yield fault("W086", cause, cure, "minutes")


def advice_on_reading_age(scenario: Scenario) -> Iterator[Fault]:
    """Texts that need an older reader than any councillor should have to be."""
    for text, path in _long_enough(scenario):
        # Nearly every text is far from too hard, and is not measured finely: thousands of files are checked at once.
        if _harder_than_it_is(text).age <= HARDEST:
            continue
        measured = measure(text)
        if measured.words >= ENOUGH and measured.age > HARDEST:
            cause = (
                f"this reads like a text for readers of about {measured.age}:"
                f" {measured.words / measured.sentences:.0f} words to a sentence,"
                f" {measured.letters / measured.words:.1f} letters to a word"
            )
            yield fault("W087", cause, f"Write for a reader of {AIM}: shorter sentences, everyday words.", *path)


def _long_enough(scenario: Scenario) -> Iterator[tuple[str, KeyPath]]:
    """Each text that may be long enough to judge; the shorter ones of a scene as one."""
    yield scenario.briefing, ("briefing",)
    for n, scene in enumerate(scenario.scene):
        short = [item.text for item in scene.steps]
        texts: list[tuple[str, KeyPath]] = [(scene.text, ("scene", n, "text"))]
        texts += [(item.says, ("scene", n, "enquiry", m, "says")) for m, item in enumerate(scene.enquiry)]
        texts += [(item.says, ("scene", n, "choice", m, "says")) for m, item in enumerate(scene.choice)]
        for m, choice in enumerate(scene.choice):
            short += [reason.text for reason in choice.reason]
            at = ("scene", n, "choice", m, "reason")
            texts += [(reason.says, (*at, position, "says")) for position, reason in enumerate(choice.reason)]
        for text, path in texts:
            # A word and its space take six characters or so: what is far too short is not worth measuring.
            if len(text) < ENOUGH * 4:
                short.append(text)
            else:
                yield text, path
        yield " ".join(short), ("scene", n, "id")
    for n, event in enumerate(scenario.event):
        yield event.text, ("event", n, "text")
    for n, ending in enumerate(scenario.ending):
        yield ending.text, ("ending", n, "text")
