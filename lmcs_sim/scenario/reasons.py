"""The reasons among which "why?" is put after a choice: when they cannot be put, and when one stands out."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault, KeyPath, fault
from lmcs_sim.scenario.scenario import Choice, Reason, Scenario

FEWEST, MOST = 2, 4
"""How many reasons a choice has, where it has any: one is no question, and five are a list to read."""
LONGEST_TEXT, LONGEST_ANSWER = 25, 80
"""Words. A reason is read beside the others, and its answer after all that followed from the choice."""
STANDS_OUT = 1.5
"""How many times as long as any other a reason must be to be the one that is seen first."""


def faults_in_reasons(scenario: Scenario) -> Iterator[Fault]:
    """Too few or too many reasons to ask among, and reasons or answers without a word."""
    for choice, path in _asked(scenario):
        number = len(choice.reason)
        if number < FEWEST:
            cure = f"Add another, up to {MOST} in all, or take it out."
            yield fault("E039", f"one reason alone at {choice.id!r} is no question", cure, *path, 0, "id")
        if number > MOST:
            cure = f"Keep the {MOST} that people really have."
            yield fault("E039", f"{number} reasons at {choice.id!r} are too many to weigh", cure, *path, MOST, "id")
        for position, reason in enumerate(choice.reason):
            for key, text in _texts(reason):
                if not text.strip():
                    cause = f"`{key}` of the reason {reason.id!r} is empty"
                    yield fault("E039", cause, "Write it, or take the reason out.", *path, position, key)


def advice_on_reasons(scenario: Scenario) -> Iterator[Fault]:
    """Reasons and answers that are long to read, and a reason that stands out by its length."""
    for choice, path in _asked(scenario):
        for position, reason in enumerate(choice.reason):
            for (key, text), most in zip(_texts(reason), (LONGEST_TEXT, LONGEST_ANSWER), strict=True):
                if (words := len(text.split())) > most:
                    cause = f"`{key}` of the reason {reason.id!r} has {words} words"
                    yield fault("W089", cause, f"Keep to {most}.", *path, position, key)
        lengths = [len(reason.text) for reason in choice.reason]
        longest = lengths.index(max(lengths))
        if lengths[longest] > STANDS_OUT * max(lengths[:longest] + lengths[longest + 1 :]):
            cause = f"the reason {choice.reason[longest].id!r} is far longer than the others"
            yield fault("W089", cause, "Make them about as long as each other.", *path, longest, "text")


def _asked(scenario: Scenario) -> Iterator[tuple[Choice, KeyPath]]:
    """The choices with reasons, each with the key path of its reasons."""
    for n, scene in enumerate(scenario.scene):
        for m, choice in enumerate(scene.choice):
            if choice.reason:
                yield choice, ("scene", n, "choice", m, "reason")


def _texts(reason: Reason) -> tuple[tuple[str, str], ...]:
    return ("text", reason.text), ("says", reason.says)
