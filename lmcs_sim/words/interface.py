"""What every face says of itself."""

NOT_ADVICE = "Training, not legal advice: ask your monitoring officer."
UNSIGNED = "Not yet reviewed by a solicitor or a former director: unsigned."


def reviewed_line(by: str, on: str, until: str) -> str:
    """Who reviewed a scenario; unsigned is shown as unsigned."""
    if not by:
        return UNSIGNED
    return f"Reviewed by {by} on {on}" + (f", until {until}." if until else ".")


def attention_line(left: int, whole: int) -> str:
    """How much attention a scene has left."""
    return f"Attention: {left} of {whole} left"


WORKING_OUT = "What could be attained is still being worked out."


def attainable_lines(best: str, needs_luck: bool, worst: str) -> tuple[str, str]:
    """What is proved of a scenario: how the best play of it ends on duty, and the worst."""
    luck = " It needs luck too." if needs_luck else ""
    return f"The best that any play of this can do: {best}.{luck}", f"The worst: {worst}."


def duty_in_words(points: int, breached: int) -> str:
    """Where a duty ledger ends."""
    number = f"−{-points}" if points < 0 else str(points)
    breaches = "1 breach" if breached == 1 else f"{breached or 'no'} breaches"
    return f"{number} point{'' if abs(points) == 1 else 's'}, {breaches}"


def counted(number: int, what: str) -> str:
    """A number of things: "1 scene", "2,000 scenes", "no scenes"."""
    return f"{f'{number:,}' if number else 'no'} {what}{'' if number == 1 else 's'}"


def signed(number: int) -> str:
    """A whole number with its sign, the true minus included."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
