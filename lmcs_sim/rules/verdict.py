"""Verdicts: what a rule finds, by the force of the provision that governs it."""

FINDING_ORDER = (
    "breached",
    "misplaced",
    "no-power",
    "departed",
    "explained",
    "observed",
    "taken-up",
    "used",
    "met",
)
"""Verdicts that are findings, the worst first."""

HONOURED = {
    "must": "met",
    "should": "met",
    "holder": "met",
    "reach": "met",
    "will": "taken-up",
    "may": "used",
    "finding": "observed",
}
NOT_HONOURED = {
    "must": "breached",
    "should": "departed",
    "holder": "misplaced",
    "reach": "no-power",
    "will": "not-taken-up",
    "finding": "observed",
}

NOT_FINDINGS = ("not-in-force", "not-applicable", "excepted", "overridden", "not-taken-up")
"""Verdicts that judge nothing."""

VERDICTS_OF = {
    force: tuple(
        dict.fromkeys(
            [HONOURED[force], *([NOT_HONOURED[force]] if force in NOT_HONOURED else [])]
            + (["explained"] if force == "should" else [])
        )
    )
    for force in HONOURED
} | {"none": NOT_FINDINGS}
"""What a rule can say, by the force of its governing provision."""

ADVERSE = ("breached", "misplaced", "no-power", "departed")
"""Verdicts that count against duty."""


def is_finding(verdict: str) -> bool:
    """Whether a verdict is shown as a finding."""
    return verdict in FINDING_ORDER


def worse(one: str, other: str) -> bool:
    """Whether the first verdict is worse than the second."""
    return FINDING_ORDER.index(one) < FINDING_ORDER.index(other)
