"""Differences: where another text departs from the guidance, so that a mistaken belief can be traced."""

from attrs import field, frozen


@frozen
class Difference:
    """One difference. `there` and `here` are ids of provisions; neither text's difference is ever scored."""

    id: str
    in_: str = field(metadata={"key": "in"})
    """The source that differs."""
    there: tuple[str, ...]
    here: tuple[str, ...]
    """The provisions it is held against."""
    says: str
