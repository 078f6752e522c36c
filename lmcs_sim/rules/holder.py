"""Whose duty a finding is about, and what the player's part in it was."""

from lmcs_sim.rules.rule import Rule

NOBODY = "nobody"


def holder_of(addressee: str, verdict: str) -> str:
    """Who holds the duty: the governing provision's addressee; nobody, where there is no such power."""
    return NOBODY if verdict == "no-power" else addressee


def part_in(rule: Rule, holder: str) -> str:
    """The player's part: yours, yours-to-press or not-yours."""
    if rule.entry.part is not None:
        return rule.entry.part
    return part_of(holder)


def part_of(holder: str) -> str:
    """The player's part in a duty that a holder has."""
    return {"LMCS": "yours", "both": "yours", "council": "yours-to-press"}.get(holder, "not-yours")
