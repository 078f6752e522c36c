"""What may stand in a field beyond its type: the lists and bounds of the format, and the words that are offered."""

from collections.abc import Iterable, Mapping

from lmcs_sim.author.schemas.parts import Schema
from lmcs_sim.guidance.provision import MODALITIES, STATES, UNRULED, Provision, Since
from lmcs_sim.guidance.source import RANKS, UNRANKED, Source
from lmcs_sim.rules.entry import PARTS, TAGS, DepartsFrom, Departure, Quality, RuleEntry, Unless
from lmcs_sim.rules.vocabulary import KINDS, Field
from lmcs_sim.scenario.briefing import FORMAT
from lmcs_sim.scenario.checks import ID, LONGEST
from lmcs_sim.scenario.scenario import (
    CHANCE_ABOUT,
    MEASURES_OF,
    Choice,
    Council,
    Ending,
    Enquiry,
    Event,
    Measure,
    Move,
    Reason,
    Scenario,
    Scene,
)

_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


def _one_of(words: Iterable[str | int]) -> Schema:
    return {"enum": list(words)}


def _number(least: int, most: int | None = None) -> Schema:
    return {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


Place = tuple[type, str]
"""An attribute of a value type."""

CLOSED: Mapping[Place, Schema] = {
    (Scenario, "format"): _one_of([FORMAT]),
    **{(kind, "id"): _text(ID.pattern) for kind in (Scenario, Scene, Enquiry, Choice, Reason, Event, Ending)},
    (Scenario, "minutes"): _number(1),
    (Scenario, "ends"): _number(0, LONGEST),
    (Scene, "month"): _number(0, LONGEST),
    (Event, "month"): _number(0, LONGEST),
    (Scene, "attention"): _number(0),
    (Enquiry, "costs"): _number(0),
    (Event, "chance"): _number(1, 99),
    (Event, "about"): _one_of(CHANCE_ABOUT),
    (Measure, "of"): _one_of(MEASURES_OF),
    (Source, "kind"): _one_of([*RANKS, *UNRANKED]),
    (Source, "from_"): _text(_DAY),
    (Source, "until"): _text(_DAY),
    (Provision, "until"): _text(_DAY),
    (Provision, "modality"): _one_of(MODALITIES),
    (Provision, "states"): _one_of(STATES),
    (Provision, "unruled"): _one_of(UNRULED),
    (Since, "date"): _text(f"({_DAY})?"),
    (RuleEntry, "tags"): _one_of(TAGS),
    (RuleEntry, "part"): _one_of(PARTS),
    (Field, "kind"): _one_of(KINDS),
}
"""Where the format knows a closed list or a bound: `check` refuses anything else too."""

OFFERED: Mapping[Place, str] = {
    (Scenario, "themes"): "theme",
    (Scenario, "teaches"): "provision-id",
    (Council, "governance"): "field-governance",
    (Council, "sources"): "local-source",
    **{(kind, "does"): "done-word" for kind in (Enquiry, Choice, Event)},
    **{(kind, "finds"): "known-word" for kind in (Enquiry, Choice, Event)},
    (Move, "cites"): "provision-id",
    (RuleEntry, "cites"): "provision-id",
    (RuleEntry, "on"): "act-word",
    (RuleEntry, "overrides"): "rule-id",
    (Unless, "cites"): "provision-id",
    (Departure, "needs"): "done-word",
    (Departure, "regard"): "provision-id",
    (DepartsFrom, "provision"): "provision-id",
    (Quality, "dimension"): "dimension",
    (Provision, "theme"): "theme",
    (Provision, "addressee"): "body",
    (Provision, "rests_on"): "law-id",
}
"""Where words are offered, by the name of their definition."""
