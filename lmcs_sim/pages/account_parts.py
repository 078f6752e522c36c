"""The parts of an account, as text: findings, decisions, provisions to read."""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from lmcs_sim.play.consequence import Finding
from lmcs_sim.play.debrief import PathStep
from lmcs_sim.play.record import Data, finding_record, since
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.words.catalogue import counted, said
from lmcs_sim.words.debrief import scenes_line
from lmcs_sim.words.interface import signed
from lmcs_sim.words.verdicts import PARTS, SIGNS, WORDS, holder_in_words


@frozen
class Named:
    """A title and what is said of it."""

    title: str
    text: str


@frozen
class Theme:
    """The duty ledger of one theme. `best`: the points of the best play; None until proved. `said`: both in words."""

    name: str
    points: int
    best: int | None
    said: str


@frozen
class Led:
    """A dimension of the quality ledger: its points and the lines that made them."""

    title: str
    points: str
    lines: tuple[str, ...]


@frozen
class Outcome:
    """Where a measure began, and where it stood at each month of the account."""

    title: str
    start: int
    values: tuple[int, ...]


@frozen
class Read:
    """A provision: where it stands, its key words, its id, what it says in our words, what has become of it."""

    where: str
    quote: str
    id: str
    gist: str
    since: tuple[str, ...]


@frozen
class Judged:
    """A finding in full. `verdict`: its sign and its word. `counts`: what it adds to which ledger, and how often."""

    verdict: str
    title: str
    counts: str
    scenes: str
    text: str
    part: str
    because: str
    instead: str
    read: Read


@frozen
class Found:
    """A finding in a line: its sign and its word, what was judged, where the provision stands."""

    verdict: str
    title: str
    where: str


@frozen
class Decision:
    """One turn of a path."""

    title: str
    asked: tuple[str, ...]
    decided: str
    findings: tuple[Found, ...] = ()


@frozen
class Compared:
    """One scene on the paths that are set side by side. None where a path does not come by it."""

    title: str
    cells: tuple[Decision | None, ...]


def judged(finding: Finding, scenes: Sequence[str], book: Rulebook, whole: bool) -> Judged:
    """A finding in full, resting on its governing provision, with the titles of the scenes it was made in.

    What has become of the provision is told whole, or by its edition's note alone.
    """
    record = finding_record(finding, book)
    cited = read(finding.cites[0], book)
    return Judged(
        _verdict(finding),
        str(record["title"]),
        counted(len(scenes), "page.times", counts=_counts(finding, record)),
        scenes_line(scenes),
        str(record["text"]),
        said("page.whose-part", whose=holder_in_words(finding.holder), part=PARTS[finding.part]),
        str(record["because"]),
        str(record["instead"]),
        cited if whole else evolve(cited, since=cited.since[:1]),
    )


def decision(item: PathStep, book: Rulebook) -> Decision:
    """A turn of the play's own path, with its findings."""
    return Decision(item.title, item.asked, item.decided, tuple(_found(finding, book) for finding in item.findings))


def bare(step: PathStep | None) -> Decision | None:
    """A turn of a path that is set beside another, without findings."""
    return None if step is None else Decision(step.title, step.asked, step.decided)


def editions(findings: Iterable[Finding], book: Rulebook) -> tuple[str, ...]:
    """What is said of the editions that findings cite, each once."""
    sources = (book.guidance.source_of(finding.ruling.provision) for finding in findings)
    return tuple(dict.fromkeys(f"{source.short}: {source.note}" for source in sources if source.note))


def read(name: str, book: Rulebook) -> Read:
    """A provision by id, its edition's note first in what has become of it. Raises KeyError for an unknown id."""
    cited, provision = book.guidance.cite(name), book.guidance.provisions[name]
    told = tuple(str(item["text"]) for item in since(provision, book))
    return Read(_where(name, book), cited.quote, name, provision.gist, told)


def _found(finding: Finding, book: Rulebook) -> Found:
    title = finding.ruling.rule.entry.title
    counts = _counts(finding, finding_record(finding, book))
    return Found(_verdict(finding), f"{title} ({counts})", _where(finding.cites[0], book))


def _verdict(finding: Finding) -> str:
    verdict = finding.ruling.verdict
    return f"{SIGNS[verdict]} {WORDS[verdict]}"


def _counts(finding: Finding, record: Data) -> str:
    if finding.dimension:
        return said("page.points-quality", dimension=record["dimension_title"], points=signed(finding.by))
    return said("page.points-duty", points=signed(finding.points))


def _where(name: str, book: Rulebook) -> str:
    cited = book.guidance.cite(name)
    return f"{cited.source}, {cited.pinpoint}"
