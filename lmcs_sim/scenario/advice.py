"""What only an author needs to know of a scenario: what `check` and the preview say, and playing does not."""

from collections.abc import Iterator

from lmcs_sim.faults import Fault
from lmcs_sim.guidance.collection import Guidance
from lmcs_sim.rules.vocabulary import Vocabulary
from lmcs_sim.scenario.conditions import Against
from lmcs_sim.scenario.fate import advice_on_fate
from lmcs_sim.scenario.graph import unreached
from lmcs_sim.scenario.reading import advice_on_reading_age, advice_on_time
from lmcs_sim.scenario.reasons import advice_on_reasons
from lmcs_sim.scenario.scenario import Scenario
from lmcs_sim.scenario.usage import advice_on_usage, faults_in_usage, story_moves, usage_of
from lmcs_sim.scenario.workshop import advice_on_workshop


def errors_for_author(scenario: Scenario, vocabulary: Vocabulary, guidance: Guidance) -> Iterator[Fault]:
    """What is surely wrong with a scenario that can yet be played, by key path.

    What follows from a misspelt word or scene is left unsaid: that is told already, where it is misspelt.
    """
    yield from unreached(scenario)
    yield from faults_in_usage(Against(scenario, vocabulary, guidance), usage_of(scenario))


def advice_on(scenario: Scenario) -> Iterator[Fault]:
    """What is likely wrong with a scenario without errors, and what a reviewer should look at, by key path."""
    yield from advice_on_usage(scenario, usage_of(scenario))
    yield from advice_on_workshop(scenario)
    yield from advice_on_fate(scenario)
    yield from advice_on_time(scenario)
    yield from advice_on_reading_age(scenario)
    yield from advice_on_reasons(scenario)
    yield from story_moves(scenario)
