"""The guidance: every source, provision and law pointer that was loaded, and what is in force when."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen

from lmcs_sim.faults import Fault, did_you_mean, fault
from lmcs_sim.guidance.dates import first_day
from lmcs_sim.guidance.difference import Difference
from lmcs_sim.guidance.law import Law
from lmcs_sim.guidance.provision import MODALITIES, STATES, UNRULED, Provision
from lmcs_sim.guidance.source import RANKS, UNRANKED, Source


@frozen
class Citation:
    """Where a judgement rests: the provision, its source and pinpoint, and its exact words."""

    provision: str
    source: str
    pinpoint: str
    quote: str


@frozen
class Guidance:
    """Sources, provisions and laws by id."""

    sources: Mapping[str, Source]
    provisions: Mapping[str, Provision]
    laws: Mapping[str, Law]
    differences: tuple[Difference, ...] = ()

    def differences_at(self, provision_id: str) -> tuple[Difference, ...]:
        """Where other texts differ from a provision, or where it differs from the guidance."""
        return tuple(item for item in self.differences if provision_id in (*item.here, *item.there))

    def source_of(self, provision: Provision) -> Source:
        """The source a provision stands in."""
        return self.sources[provision.source]

    def cite(self, provision_id: str) -> Citation:
        """The citation of a provision. Raises KeyError for an unknown id."""
        provision = self.provisions[provision_id]
        return Citation(provision.id, self.source_of(provision).short, provision.pinpoint, provision.quote)

    def in_force(self, provision: Provision, day: dt.date) -> bool:
        """Whether a provision speaks on that day.

        A source that was replaced carries on unless it has an `until`: the text that replaced
        it has not been compared, and the screens say so.
        """
        low, high = self.window(provision)
        return low <= day < high

    def window(self, provision: Provision) -> tuple[dt.date, dt.date]:
        """The first day on which a provision speaks, and the first on which it no longer does."""
        source = self.source_of(provision)
        ends = [first_day(text) for text in (source.until, provision.until) if text]
        return first_day(source.from_), min(ends, default=dt.date.max)


def faults_in_source(source: Source) -> list[Fault]:
    """What is wrong with a source's own fields."""
    found = []
    if source.kind not in (*RANKS, *UNRANKED):
        found.append(_unknown("kind", source.kind, (*RANKS, *UNRANKED)))
    for key, text in (("from", source.from_), ("until", source.until)):
        found += _bad_date(key, text)
    return found


def faults_in_provision(provision: Provision, sources: Iterable[str], laws: Iterable[str]) -> list[Fault]:
    """What is wrong with a provision, seen against the sources and laws there are."""
    found = []
    if provision.source not in sources:
        found.append(_unknown("id", provision.source, sources, what="source"))
    if provision.modality not in MODALITIES:
        found.append(_unknown("modality", provision.modality, MODALITIES))
    if (provision.modality == "is") != (provision.states is not None):
        found.append(
            fault(
                "E020", '`states` belongs to modality "is", and "is" needs it', "Say holder, reach or fact.", "states"
            )
        )
    elif provision.states is not None and provision.states not in STATES:
        found.append(_unknown("states", provision.states, STATES))
    if provision.unruled is not None and provision.unruled not in UNRULED:
        found.append(_unknown("unruled", provision.unruled, UNRULED, what="reason"))
    for position, law in enumerate(provision.rests_on):
        if law not in laws:
            found.append(_unknown("rests-on", law, laws, position, what="law"))
    found += _bad_date("until", provision.until)
    for position, since in enumerate(provision.since):
        found += [bad.within("since", position) for bad in _bad_date("date", since.date or None)]
    return found


def faults_in_difference(difference: Difference, sources: Iterable[str], provisions: Iterable[str]) -> list[Fault]:
    """What is wrong with a difference, seen against the sources and provisions there are."""
    found = []
    if difference.in_ not in sources:
        found.append(_unknown("in", difference.in_, sources, what="source"))
    for key, names in (("there", difference.there), ("here", difference.here)):
        for position, name in enumerate(names):
            if name not in provisions:
                found.append(_unknown(key, name, provisions, position, what="provision"))
    return found


def _unknown(key: str, word: str, known: Iterable[str], *more: int, what: str = "word") -> Fault:
    return fault("E013", f"unknown {what} {word!r}", did_you_mean(word, known), key, *more)


def _bad_date(key: str, text: str | None) -> list[Fault]:
    if text is None:
        return []
    try:
        first_day(text)
    except ValueError as error:
        return [fault("E010", str(error), 'Write "2012", "2012-04" or "2012-04-20".', key)]
    return []
