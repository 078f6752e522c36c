"""A verdict in a word, a sign and a sentence; whose duty, what force, what luck."""

from lmcs_sim.words.catalogue import Named, said

SIGNS = {
    "met": "+",
    "breached": "!!",
    "departed": "!",
    "explained": "~",
    "misplaced": "!>",
    "no-power": "!?",
    "taken-up": "^",
    "used": "=",
    "observed": ">",
}
"""A sign beside the word, so that nothing rests on colour: each its own, and in ASCII. What went against has a `!`."""

_NO_FINDINGS = ("excepted", "overridden", "not-in-force", "not-applicable", "not-taken-up")
_FORCES = ("must", "must-not", "should", "should-not", "encouraged", "may", "will", "is", "finding")
_HOLDERS = (
    *("LMCS", "DCS", "both", "council", "nobody", "DfE", "schools"),
    *("Chief Executive", "Chief Executive and Leader", "Director of Public Health"),
)

WORDS = Named((*SIGNS, *_NO_FINDINGS), lambda verdict: said(f"verdict.{verdict}"))
MEANINGS = Named(SIGNS, lambda verdict: said(f"meaning.{verdict}"))
HOLDERS = Named(_HOLDERS, lambda holder: said(f"holder.{holder.lower().replace(' ', '-')}"))
PARTS = Named(("yours", "yours-to-press", "not-yours"), lambda part: said(f"part.{part}"))
MODALITIES = Named(_FORCES, lambda force: said(f"modality.{force}"))
LUCK = Named(("inspection", "press", "money", "post-holder", "trust"), lambda about: said(f"luck.about.{about}"))

_PARTS_WERE = ("cabinet-vote", "delegated-decision", "influence", "public-statement")
_DIFFERS = ("history", "draft", "local")


def holder_in_words(holder: str) -> str:
    """Who holds a duty, as a phrase."""
    return HOLDERS.get(holder, holder)


def finding_sentence(verdict: str, holder: str, part: str, capacity: str, gist: str) -> str:
    """What a finding says: whose duty it is, what became of it, and what the player's part was."""
    who, both = holder_in_words(holder), holder == "both"
    political = (said("judged.political"),) if both else ()
    says, was = said("judged.it-says", gist=gist), said("judged.part-was", was=_part_was(capacity))
    if verdict == "met":
        return _told(_met(who, part), *(political if part == "yours" else ()), says)
    if verdict == "breached":
        return _told(said("judged.breached"), *political, was, said("judged.the-duty", gist=gist))
    if verdict == "departed" and part == "yours":
        return _told(said("judged.departed-both" if both else "judged.departed-you"), says)
    if verdict == "departed":
        return _told(said("judged.departed-other", who=who), was, says)
    if verdict == "misplaced":
        return _told(said("judged.misplaced", who=who), *political, says)
    if verdict == "explained":
        return _told(said("judged.explained"), says)
    return said(f"judged.{verdict}", gist=gist)


def _told(*sentences: str) -> str:
    return " ".join(sentences)


def _met(who: str, part: str) -> str:
    if part == "yours":
        return said("judged.met-yours")
    return said("judged.met-pressed" if part == "yours-to-press" else "judged.met-left", who=who)


def _part_was(capacity: str) -> str:
    return said(f"judged.was.{capacity if capacity in _PARTS_WERE else 'influence'}")


def since_sentence(what: str, instrument: str, date: str, sure: bool) -> str:
    """What has overtaken a provision; what we are not sure of never reads as fact."""
    source = ", ".join(part for part in (instrument, date) if part)
    known = f"{what} ({source})" if source else what
    return known if sure else said("since.unsure", what=known)


def luck_sentence(chance: int, about: str) -> str:
    """What chance an event had: luck, and no judgement on the player."""
    return said("luck.sentence", chance=chance, about=LUCK.get(about, about))


def luck_line(event: str, fired: bool, chance: int, about: str) -> str:
    """How chance fell, for the debrief."""
    name = event.replace("-", " ").capitalize()
    happened = "luck.happened" if fired else "luck.did-not"
    return said(happened, event=name, chance=chance, about=LUCK.get(about, about))


def difference_sentence(kind: str, says: str) -> str:
    """How another text differs, by the kind of source it is."""
    return said(f"difference.{kind if kind in _DIFFERS else 'other'}", says=says)
