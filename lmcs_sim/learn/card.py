"""A review card: a moment, a question, and what the guidance says."""

from attrs import frozen

from lmcs_sim.guidance.collection import Citation
from lmcs_sim.guidance.provision import Provision
from lmcs_sim.play.consequence import Finding
from lmcs_sim.play.record import since
from lmcs_sim.rules.rule import Rule
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.words.verdicts import finding_sentence

OPTIONS = ("must", "should", "may", "neither")
"""What may be answered where a card asks how strong the words are."""

_OPTION_OF = {
    "must": "must",
    "must-not": "must",
    "should": "should",
    "should-not": "should",
    "may": "may",
}


@frozen
class Answer:
    """What the guidance says of a card's act."""

    verdict: str
    modality: str
    says: str
    """Whose duty it is, what became of it, and the provision in our words."""
    holder: str
    part: str
    because: str
    instead: str
    citations: tuple[Citation, ...]
    """Where it stands, the governing provision first; research brings what it supports along."""
    since: tuple[str, ...]
    """What has become of the provision, its edition's note first."""
    overtaken: bool
    """Whether the provision has lapsed or something has overtaken it, beside what its edition's note says."""
    also: tuple[tuple[str, str], ...] = ()
    """What else was found of the same step: each verdict, and the title of its rule."""


@frozen
class Card:
    """One card. Its id stays the same when texts change, so that what is kept of it holds."""

    id: str
    kind: str
    """`decision`, from a play of the learner's own; `rule`, from a rule's own example."""
    whose: str
    """Whose the act is: `own` and `other` for a decision taken or left; `example`."""
    rule: str
    theme: str
    place: str
    """The scenario, the scene and its month; for a rule, what it is about."""
    moment: str
    """What had happened; empty for a rule."""
    act: str
    answer: Answer
    right: str | None = None
    """Which of OPTIONS is right; None where the card does not ask for one."""


def decision_id(rule: str, scenario: str, scene: str, choice: str) -> str:
    """The id of a card made from a choice in a scene."""
    return f"decision:{scenario}/{scene}/{choice}:{rule}"


def rule_id(rule: str) -> str:
    """The id of a card made from a rule."""
    return f"rule:{rule}"


def option_of(rule: Rule, book: Rulebook) -> str | None:
    """Which of OPTIONS a rule's words are; None for those that are not told apart by one word.

    Research that supports another text is not asked about either: that text has a force of its own.
    """
    if rule.force == "finding":
        sources = [book.guidance.source_of(book.guidance.provisions[name]) for name in rule.entry.cites]
        return "neither" if all(source.kind == "research" for source in sources) else None
    return _OPTION_OF.get(rule.provision.modality)


def answer_of(finding: Finding, book: Rulebook, others: tuple[Finding, ...] = ()) -> Answer:
    """What a finding says, as a card tells it. `others`: what else was found of the same step."""
    ruling, entry = finding.ruling, finding.ruling.rule.entry
    provision = ruling.provision
    regard = provision is not ruling.rule.provision
    capacity = str(finding.act.value("capacity"))
    cited = finding.cites if ruling.rule.force == "finding" else finding.cites[:1]
    return Answer(
        verdict=ruling.verdict,
        modality=provision.modality,
        says=finding_sentence(ruling.verdict, finding.holder, finding.part, capacity, provision.gist),
        holder=finding.holder,
        part=finding.part,
        because=entry.departure.says if regard and entry.departure else entry.because,
        instead=entry.instead,
        citations=tuple(book.guidance.cite(name) for name in cited),
        since=tuple(str(item["text"]) for item in since(provision, book)),
        overtaken=_overtaken(provision, book),
        also=tuple((item.ruling.verdict, item.ruling.rule.entry.title) for item in others),
    )


def _overtaken(provision: Provision, book: Rulebook) -> bool:
    source = book.guidance.source_of(provision)
    return bool(provision.until or provision.since or source.until)
