"""What every face says of a scenario, of a ledger and of numbers."""

from lmcs_sim.words.catalogue import counted as told
from lmcs_sim.words.catalogue import said


def reviewed_line(by: str, on: str, until: str) -> str:
    """Who reviewed a scenario; unsigned is shown as unsigned."""
    if not by:
        return said("reviewed.unsigned")
    return said("reviewed.until", by=by, on=on, until=until) if until else said("reviewed.by", by=by, on=on)


def attainable_lines(best: str, needs_luck: bool, worst: str) -> tuple[str, str]:
    """What is proved of a scenario: how the best play of it ends on duty, and the worst."""
    name = "attainable.best-needs-luck" if needs_luck else "attainable.best"
    return said(name, best=best), said("attainable.worst", worst=worst)


def duty_in_words(points: int, breached: int) -> str:
    """Where a duty ledger ends."""
    ends = told(abs(points), "duty.points", number=whole(points))
    return said("duty.end", points=ends, breaches=told(breached, "duty.breaches"))


def counted(number: int, what: str) -> str:
    """A number of things, for the author's tools, which speak English: "1 scene", "2,000 scenes", "no scenes"."""
    return f"{f'{number:,}' if number else 'no'} {what}{'' if number == 1 else 's'}"


def whole(number: int) -> str:
    """A whole number, with the true minus."""
    return f"−{-number}" if number < 0 else str(number)


def signed(number: int) -> str:
    """A whole number with its sign, the true minus included."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
