"""A verdict in a word, a sign and a sentence."""

WORDS = {
    "met": "Met",
    "breached": "Breached",
    "departed": "Departed",
    "explained": "Explained",
    "misplaced": "Misplaced",
    "no-power": "No such power",
    "taken-up": "Taken up",
    "used": "Allowed",
    "observed": "Observed",
    "excepted": "Excepted",
    "overridden": "Overridden",
    "not-in-force": "Not in force",
    "not-applicable": "Does not apply",
    "not-taken-up": "Not taken up",
}

SIGNS = {
    "met": "+",
    "breached": "!!",
    "departed": "!",
    "explained": "~",
    "misplaced": "!",
    "no-power": "!",
    "taken-up": "+",
    "used": "·",
    "observed": "»",
}
"""A sign beside the word, so that nothing rests on colour."""

MEANINGS = {
    "met": "the act did what the provision asks",
    "breached": "a must was not kept",
    "departed": "a should was not kept, and the steps that would explain it were not taken",
    "explained": "a should was not kept, and the council gave its clear reasons first",
    "misplaced": "a responsibility was put where the text does not put it",
    "no-power": "nobody gave you, or the council, that power",
    "taken-up": "something the text expects or encourages was done; it scores nothing",
    "used": "the text allows it; it scores nothing",
    "observed": "research on effective Lead Members; it is not law",
}

HOLDERS = {
    "LMCS": "the Lead Member",
    "DCS": "the Director of Children's Services",
    "both": "the Director and the Lead Member (each in their own role)",
    "council": "the council",
    "nobody": "nobody",
    "Chief Executive": "the Chief Executive",
    "Chief Executive and Leader": "the Chief Executive and the Leader",
    "Director of Public Health": "the Director of Public Health",
    "DfE": "the Department for Education",
    "schools": "schools",
}

PARTS = {
    "yours": "yours",
    "yours-to-press": "the council's duty; yours to press for",
    "not-yours": "not yours",
}

MODALITIES = {
    "must": "must",
    "must-not": "must not",
    "should": "should",
    "should-not": "should not",
    "encouraged": "is encouraged to",
    "may": "may",
    "will": "will",
    "is": "is",
    "finding": "research finds",
}

_PART_WAS = {
    "cabinet-vote": "your vote in cabinet",
    "delegated-decision": "the decision you took under your delegated powers",
    "influence": "what you pressed for, and what you let pass",
    "public-statement": "what you said in public",
}


def holder_in_words(holder: str) -> str:
    """Who holds a duty, as a phrase."""
    return HOLDERS.get(holder, holder)


def finding_sentence(verdict: str, holder: str, part: str, capacity: str, gist: str) -> str:
    """What a finding says: whose duty it is, what became of it, and what the player's part was."""
    duty = _sentences(holder, part, capacity)[verdict]
    return f"{duty} {gist}"


def _sentences(holder: str, part: str, capacity: str) -> dict[str, str]:
    who = holder_in_words(holder)
    was = _PART_WAS.get(capacity, _PART_WAS["influence"])
    yours = part == "yours"
    political = " The political half is yours." if holder == "both" else ""
    return {
        "met": _met(who, part, political),
        "breached": f"This would put the council in breach of a duty.{political} Your part was {was}. The duty:",
        "departed": (
            f"You departed from what the guidance expects of {_you(holder)}. It says:"
            if yours
            else f"Here {who} would depart from what the guidance expects. Your part was {was}. It says:"
        ),
        "explained": "This departs from the guidance; the council considered it first and gave clear reasons. It says:",
        "misplaced": f"The responsibility was put in the wrong place. It lies with {who}.{political} It says:",
        "no-power": "Nobody gave you, or the council, this power. How far the powers go:",
        "taken-up": "The guidance looks for this, and it was taken up:",
        "used": "The guidance allows this:",
        "observed": "What research says of effective Lead Members, which is not law:",
    }


def _you(holder: str) -> str:
    return "the Director and of you, each in your own role" if holder == "both" else "you"


def _met(who: str, part: str, political: str) -> str:
    if part == "yours":
        return "You did what the guidance asks of you." + (f"{political} It says:" if political else " It says:")
    if part == "yours-to-press":
        return f"This is a duty of {who}, and you pressed for it. It says:"
    return f"This lies with {who}, and you left it there. It says:"


def since_sentence(what: str, instrument: str, date: str, sure: bool) -> str:
    """What has overtaken a provision; what we are not sure of never reads as fact."""
    source = ", ".join(part for part in (instrument, date) if part)
    said = f"{what} ({source})" if source else what
    return said if sure else f"Check the present position; we are not sure of this: {said}"


LUCK = {
    "inspection": "an inspection",
    "press": "the press",
    "money": "money",
    "post-holder": "who holds a post",
    "trust": "trust",
}


def luck_sentence(chance: int, about: str) -> str:
    """What chance an event had: luck, and no judgement on the player."""
    return f"Luck, not judgement: a chance of {chance} in 100, about {LUCK.get(about, about)}."


def luck_line(event: str, fired: bool, chance: int, about: str) -> str:
    """How chance fell, for the debrief."""
    name = event.replace("-", " ").capitalize()
    happened = "it happened" if fired else "it did not happen"
    return f"{name}: {happened}. A chance of {chance} in 100, about {LUCK.get(about, about)}; no judgement on you."


_DIFFERS = {
    "history": "The 2005 wording",
    "draft": "The report on the draft",
    "local": "A council's profile",
}


def difference_sentence(kind: str, says: str) -> str:
    """How another text differs, by the kind of source it is."""
    return f"{_DIFFERS.get(kind, 'Another text')}: {says}"
