"""A proof in words: what an author reads, one block for each question."""

from collections.abc import Iterator

from lmcs_sim.prove.proof import PLAYERS, Amount, Chances, Extreme, Proof, Standing, Way
from lmcs_sim.words.interface import counted, duty_in_words


def proof_lines(proof: Proof) -> Iterator[str]:
    """The proof in words, with an empty line between its blocks."""
    counts = proof.counts
    if not proof.complete:
        yield f"{proof.scenario}: not proved. {proof.stopped[:1].upper()}{proof.stopped[1:]}."
        yield f"Seen until then: {counted(counts.states, 'situation')}, {_between(counts.transitions)}."
        yield "Nothing is said of the best, the worst or what cannot be reached: that would need all of it."
        return
    yield f"{proof.scenario}: proved. Every play there is was looked at: {counts.paths:,}."
    yield (
        f"They come down to {counted(counts.states, 'situation')}, {_between(counts.transitions)} "
        f"and {counted(counts.chance_nodes, 'turn')} of luck."
    )
    blocks = (_extremes(proof), _averages(proof), _front(proof), _endings(proof), _unmet(proof), _choices(proof))
    for block in (*blocks, _story(proof), _exercised(proof)):
        lines = list(block)
        if lines:
            yield ""
            yield from lines


def _extremes(proof: Proof) -> Iterator[str]:
    for name, extreme in (("Best", proof.best), ("Worst", proof.worst)):
        if extreme is None:
            continue
        yield f"{name} duty, over choices and luck: {standing_in_words(extreme.duty)}"
        yield from _way(extreme.way)
    if proof.assured is not None:
        yield f"A player can be sure of, whatever the luck: {standing_in_words(proof.assured)}"
    if proof.best is not None and proof.worst is not None:
        yield from _ranges(proof.best, proof.worst)


def _ranges(best: Extreme, worst: Extreme) -> Iterator[str]:
    for title, bests, worsts in (
        ("Quality", best.quality, worst.quality),
        ("Measures at the end", best.outcomes, worst.outcomes),
    ):
        if bests:
            yield f"{title}, each by itself, from the least to the most:"
        for name, most in bests.items():
            yield f"  {name}: {worsts[name].value} to {most.value}{_by_luck(most)}"


def _by_luck(amount: Amount) -> str:
    return " (the most needs luck)" if amount.way.needs_luck else ""


def _averages(proof: Proof) -> Iterator[str]:
    yield "On average, by kind of player:"
    for player in PLAYERS:
        if player in proof.expected:
            mean = proof.expected[player]
            told = [f"{mean.duty.points:.1f} points, {mean.duty.breached:.2f} breaches"]
            told += [f"{name} {value:.1f}" for name, value in mean.outcomes.items()]
            yield f"  {player}: {'; '.join(told)}"


def _front(proof: Proof) -> Iterator[str]:
    if len(proof.front) > 1:
        yield "What can be had together (duty; all quality; all that measures rise), none bettered by another:"
        for each in proof.front:
            yield f"  {standing_in_words(each.duty)}; {each.quality:+d}; {each.outcomes:+d}"


def _endings(proof: Proof) -> Iterator[str]:
    yield f"Endings, with the chance for a player who is {', '.join(PLAYERS)}:"
    for ending in proof.endings:
        if ending.way is None:
            yield f"  {ending.id}: no play ends here"
        else:
            yield f"  {ending.id}: {chances_in_words(ending.chance)}"
            yield from (f"  {line}" for line in _way(ending.way))


def _unmet(proof: Proof) -> Iterator[str]:
    unreachable = proof.unreachable
    assert unreachable is not None
    for title, names in (
        ("Scenes no play reaches", unreachable.scenes),
        ("Choices never on offer", unreachable.choices),
        ("Enquiries never on offer", unreachable.enquiries),
        ("Endings no play comes to", unreachable.endings),
        ("Events that never come about", unreachable.events),
    ):
        if names:
            yield f"{title}: {', '.join(names)}"
    for end in proof.dead_ends:
        yield f"A play can be stuck in {end.scene}:"
        yield from _way(end.way)


def _choices(proof: Proof) -> Iterator[str]:
    if proof.never_best:
        yield "Choices never the best on offer, on any ledger or measure:"
        yield from (f"  {name}" for name in proof.never_best)
    if proof.no_difference:
        yield "Choices that make no difference beside one another:"
        yield from (f"  {one} and {other}" for one, other in proof.no_difference)


def _story(proof: Proof) -> Iterator[str]:
    if proof.story_moves:
        yield "Measures that move for the story's sake:"
        yield from (f"  {each.at}: {each.measure} {each.by:+d}" for each in proof.story_moves)


def _exercised(proof: Proof) -> Iterator[str]:
    exercised = proof.exercised
    rules, provisions = len(exercised.rules), len(exercised.provisions)
    yield f"Exercised: {counted(rules, 'rule')}, {counted(provisions, 'provision')}."
    if exercised.missing:
        yield f"Taught by its objectives, and exercised by no play: {', '.join(exercised.missing)}"


def _way(way: Way) -> Iterator[str]:
    luck = ""
    if way.needs_luck:
        luck = " (needs luck)" if way.seed is None else f" (needs luck: --seed {way.seed})"
    yield f"  by {','.join(way.path) or 'no step'}{luck}"


def standing_in_words(standing: Standing) -> str:
    """The end of a duty ledger in words."""
    return duty_in_words(int(standing.points), int(standing.breached))


def chances_in_words(chances: Chances) -> str:
    """Chances in per cent, in the order of the players."""
    return ", ".join(percent(chances[player]) for player in PLAYERS)


def percent(chance: float) -> str:
    """A chance in per cent; neither certain nor impossible by rounding."""
    if 0 < chance < 0.001:
        return "under 0.1%"
    if 0.999 < chance < 1 - 1e-9:
        return "over 99.9%"
    return f"{chance * 100:.3g}%"


def _between(transitions: int) -> str:
    return f"{counted(transitions, 'step')} between them"


def progress_line(situations: int, scene: int, scenes: int) -> str:
    """How far a proof has come."""
    return f"{counted(situations, 'situation')}, scene {min(scene + 1, scenes)} of {scenes}"
