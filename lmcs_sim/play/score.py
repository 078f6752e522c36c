"""The three ledgers: duty, quality, outcomes. Whole numbers, added; nothing decays or is capped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from lmcs_sim.play.attainable import Attainable
from lmcs_sim.play.consequence import Finding, Open, Turn
from lmcs_sim.play.play import Play

COUNTED = ("met", "open", "breached", "departed", "explained", "misplaced", "no_power", "taken_up")


@frozen
class Tally:
    """Points and counts of the duty ledger. `best`: the points of the best play there is; None until proved."""

    points: int = 0
    best: int | None = None
    counts: Mapping[str, int] = field(factory=dict)
    """By the names in COUNTED."""

    def record(self) -> dict[str, object]:
        """The tally as plain data."""
        return {"points": self.points, "best": self.best, **{name: self.counts.get(name, 0) for name in COUNTED}}


@frozen
class Duty:
    """The council's duties, and your part in them."""

    whole: Tally
    tags: Mapping[str, int]
    by_theme: Mapping[str, Tally]

    def record(self) -> dict[str, object]:
        """The ledger as plain data (DESIGN 3.5)."""
        themes = {theme: tally.record() for theme, tally in sorted(self.by_theme.items())}
        return {**self.whole.record(), "tags": dict(sorted(self.tags.items())), "by_theme": themes}


def findings_in(turns: Iterable[Turn]) -> Iterator[Finding]:
    """Every finding of the turns, in order."""
    for turn in turns:
        for item in turn.consequences:
            if isinstance(item, Finding):
                yield item


def open_in(turns: Iterable[Turn]) -> Iterator[tuple[Turn, Open]]:
    """Every duty left open, with the turn it lay open in."""
    for turn in turns:
        for step in turn.steps:
            for item in step.open:
                yield turn, item


def duty_of(play: Play, attainable: Attainable | None = None) -> Duty:
    """The duty ledger of a play, beside what is proved to be attainable."""
    findings = [item for item in findings_in(play.turns) if not item.dimension]
    opens = [(play.game.book.guidance.provisions[item.provision].theme, item) for _, item in open_in(play.turns)]
    themes = {item.ruling.provision.theme for item in findings} | {theme for theme, _ in opens}
    by_theme = {
        theme: _tally(
            (item for item in findings if item.ruling.provision.theme == theme),
            sum(1 for other, _ in opens if other == theme),
            None if attainable is None or not attainable.by_theme else attainable.by_theme.get(theme, 0),
        )
        for theme in themes
    }
    tags = Counter(tag for item in findings_in(play.turns) for tag in item.tags)
    best = None if attainable is None else attainable.best.points
    return Duty(_tally(findings, len(opens), best), tags, by_theme)


def _tally(findings: Iterable[Finding], left_open: int, best: int | None) -> Tally:
    findings = list(findings)
    counts = Counter(item.ruling.verdict.replace("-", "_") for item in findings)
    counts["open"] = left_open
    return Tally(sum(item.points for item in findings), best, counts)


def quality_of(play: Play) -> dict[str, dict[str, object]]:
    """The quality ledger: by dimension, its points and the lines that made them."""
    ledger: dict[str, dict[str, object]] = {}
    for turn in play.turns:
        for item in turn.consequences:
            if isinstance(item, Finding) and item.dimension:
                entry = ledger.setdefault(item.dimension, {"points": 0, "lines": []})
                entry["points"] += item.by  # type: ignore[operator]
                line = {"scene": turn.scene, "rule": item.ruling.rule.id, "by": item.by}
                entry["lines"].append(line)  # type: ignore[attr-defined]
    return dict(sorted(ledger.items()))


def outcomes_of(play: Play) -> dict[str, dict[str, int]]:
    """Where each measure began and ended."""
    ends = dict(play.situation.measures)
    brought = dict(play.log.carried)
    return {
        name: {"start": brought.get(f"measure.{name}", measure.start), "end": ends[name]}
        for name, measure in play.game.scenario.measure.items()
    }
