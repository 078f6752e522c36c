"""A learner's notes on moments of plays: kept as they were written, and never read by anything but people."""

from attrs import frozen
from sqlalchemy import Row, delete, insert, select, update

from lmcs_sim.faults import wrong_use
from lmcs_sim.store.base import Base, now
from lmcs_sim.store.tables import NOTES, PLAYS

LONGEST = 2_000
"""Characters of a note."""


@frozen
class Note:
    """A note. `number`: how many steps had been taken; `scene`: the scene that was shown."""

    id: int
    play: int
    number: int
    scene: str
    text: str
    written: str
    """When it was written or last changed."""


class Notes:
    """The notes of a store. A note goes with its play, and stays when steps are taken back."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def add(self, play: int, number: int, scene: str, text: str) -> Note:
        """Keeps a note. Raises WrongUse for an empty or too long text, LmcsError where the play is gone."""
        row = {"play": play, "number": number, "scene": scene, "text": _kept(text), "written": now()}
        with self._base.writing() as connection:
            made = connection.execute(insert(NOTES).values(row)).inserted_primary_key
            assert made is not None
        return Note(int(made[0]), **row)  # type: ignore[arg-type]

    def change(self, note: int, text: str) -> bool:
        """Puts another text in a note's place; whether it was there. Raises WrongUse as `add` does."""
        wanted = update(NOTES).where(NOTES.c.id == note).values(text=_kept(text), written=now())
        with self._base.writing() as connection:
            return connection.execute(wanted).rowcount == 1

    def remove(self, note: int) -> bool:
        """Forgets a note; whether it was there."""
        with self._base.writing() as connection:
            return connection.execute(delete(NOTES).where(NOTES.c.id == note)).rowcount == 1

    def of_play(self, play: int) -> list[Note]:
        """The notes on a play, in the order of its steps."""
        query = select(NOTES).where(NOTES.c.play == play).order_by(NOTES.c.number, NOTES.c.id)
        with self._base.reading() as connection:
            return [_note(row) for row in connection.execute(query)]

    def of_learner(self, learner: str) -> list[Note]:
        """All notes of a learner, the latest first."""
        query = select(NOTES).join(PLAYS).where(PLAYS.c.learner == learner)
        with self._base.reading() as connection:
            rows = connection.execute(query.order_by(NOTES.c.written.desc(), NOTES.c.id.desc()))
            return [_note(row) for row in rows]


def _note(row: "Row[tuple[object, ...]]") -> Note:
    return Note(row.id, row.play, row.number, row.scene, row.text, row.written)


def _kept(text: str) -> str:
    if not text.strip():
        raise wrong_use("E051", "a note needs some words", "Write something, or leave the note out.", "note")
    if len(text) > LONGEST:
        cause = f"the note has {len(text):,} characters, and {LONGEST:,} are the most that one keeps"
        raise wrong_use("E051", cause, "Make it shorter, or write two.", "note")
    # What no database can hold as text: halves of characters, and the sign that ends a text in C.
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "?")
