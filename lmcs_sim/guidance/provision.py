"""A provision: one separately testable sentence of a source."""

from attrs import field, frozen

MODALITIES = ("must", "must-not", "should", "should-not", "encouraged", "may", "will", "is", "finding")
STATES = ("holder", "reach", "fact")
UNRULED = (
    *("definition", "addressed-to-others", "permission", "pointer"),
    *("history", "research", "local", "background"),
)
"""The closed list of reasons for which a provision may be left without a rule."""


@frozen
class Since:
    """What has overtaken a provision. `date` may be a year, a month or a day."""

    what: str
    instrument: str = ""
    date: str = ""
    sure: bool = False
    """False: shown only as "check the present position"."""


@frozen
class Provision:
    """One sentence that can be kept or not kept, with its place and its exact key words."""

    id: str
    pinpoint: str
    addressee: str
    modality: str
    operative: str
    """The words that make it a must, a should, and so on."""
    theme: str
    gist: str
    """What it says, in our words."""
    quote: str
    """Its key words, exact and short."""
    stem: str = ""
    """The words that govern a bullet, where the operative words stand outside the quote."""
    stem_pinpoint: str = field(default="", metadata={"key": "stem-pinpoint"})
    states: str | None = None
    """For modality `is`: holder (who is responsible), reach (how far a power goes) or fact."""
    until: str | None = None
    """The first day on which it had lapsed by itself."""
    unruled: str | None = None
    """Why no rule cites it, from the closed list; None where one does."""
    rests_on: tuple[str, ...] = field(default=(), metadata={"key": "rests-on"})
    since: tuple[Since, ...] = ()

    @property
    def source(self) -> str:
        """The id of the source it stands in."""
        return self.id.split(".", 1)[0]

    @property
    def force(self) -> str:
        """What kind of judgement it can govern: must, should, holder, reach, will, may, finding or none."""
        if self.modality == "is":
            return self.states if self.states in ("holder", "reach") else "none"
        return {"must-not": "must", "should-not": "should", "encouraged": "will"}.get(self.modality, self.modality)

    @property
    def forbids(self) -> bool:
        """Whether it says what is not to be done."""
        return self.modality in ("must-not", "should-not")
