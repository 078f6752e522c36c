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


def steps_taken(number: int) -> str:
    """How many steps a play has."""
    return "1 step" if number == 1 else f"{number} steps"


def counted_steps(number: int) -> str:
    """How many steps."""
    return "1 step" if number == 1 else f"{number} steps"


def signed(number: int) -> str:
    """A whole number with its sign, the true minus included."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
