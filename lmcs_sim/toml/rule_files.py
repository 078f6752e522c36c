"""What each kind of file of a rulebook holds."""

from collections.abc import Mapping

from attrs import field, frozen

from lmcs_sim.guidance.difference import Difference
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.guidance.source import Source
from lmcs_sim.rules.entry import RuleEntry


@frozen
class GuidanceFile:
    """A file of rules/guidance: one source and its provisions, or pointers to law."""

    source: Source | None = None
    provision: tuple[Provision, ...] = ()
    law: tuple[Law, ...] = ()
    difference: tuple[Difference, ...] = ()


@frozen
class RulesFile:
    """A file of rules by theme."""

    rule: tuple[RuleEntry, ...] = ()


@frozen
class ScoringFile:
    """rules/scoring.toml: points by force, then by verdict."""

    points: Mapping[str, Mapping[str, int]] = field(factory=dict)
