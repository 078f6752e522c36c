"""The store of plays: written step by step, each step in a transaction of its own."""

import json

from attrs import frozen
from sqlalchemy import Engine, Integer, Row, String, delete, func, insert, literal, select, update

from lmcs_sim.play.play import Log
from lmcs_sim.store.base import Base, now
from lmcs_sim.store.cards import Cards
from lmcs_sim.store.notes import Notes
from lmcs_sim.store.reasons import Reasons
from lmcs_sim.store.tables import PLAYS, STEPS


@frozen
class Saved:
    """A play as it is kept. `ending` is None while it is unfinished."""

    id: int
    learner: str
    log: Log
    ending: str | None
    started: str
    updated: str


class Store:
    """Plays by learner, with the notes, reasons and review cards beside them. Every method is one transaction, durable
    when it returns.
    """

    def __init__(self, url: str) -> None:
        """Opens the database. Raises LmcsError where it cannot be read or is of a newer format."""
        self._base = Base(url)
        self.notes = Notes(self._base)
        self.reasons = Reasons(self._base)
        self.cards = Cards(self._base)

    @property
    def _engine(self) -> Engine:
        return self._base.engine

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def begin(self, learner: str, log: Log, ending: str | None = None) -> int:
        """Keeps a new play, with the steps its log already has and the ending they led to, and gives its id."""
        started = now()
        row = {
            "learner": learner,
            "scenario": log.scenario,
            "scenario_hash": log.scenario_hash,
            "rulebook_hash": log.rulebook_hash,
            "seed": log.seed,
            "carried": json.dumps(dict(log.carried), sort_keys=True),
            "ending": ending,
            "started": started,
            "updated": started,
        }
        with self._base.writing() as connection:
            play = connection.execute(insert(PLAYS).values(row)).inserted_primary_key
            assert play is not None
            number = int(play[0])
            steps = [{"play": number, "number": n, "name": name} for n, name in enumerate(log.steps, start=1)]
            if steps:
                connection.execute(insert(STEPS), steps)
        return number

    def add_step(self, play: int, number: int, name: str, ending: str | None) -> None:
        """Keeps one step of a play, and the ending it led to.

        Raises LmcsError, with nothing kept, where it is not the next one: another window has gone on, undone, or
        removed the play.
        """
        row = select(literal(play, Integer), literal(number, Integer), literal(name, String))
        before = select(func.count()).select_from(STEPS).where(STEPS.c.play == play).scalar_subquery()
        next_one = insert(STEPS).from_select(["play", "number", "name"], row.where(before == number - 1))
        with self._base.writing() as connection:
            # Not every driver tells of its own accord how many rows an insertion made.
            if connection.execute(next_one, execution_options={"preserve_rowcount": True}).rowcount != 1:
                raise self._base.gone_on()
            connection.execute(update(PLAYS).where(PLAYS.c.id == play).values(updated=now(), ending=ending))

    def drop_steps(self, play: int, after: int) -> None:
        """Forgets the steps of a play after a number, and the reasons given for them: an undo."""
        with self._base.writing() as connection:
            connection.execute(delete(STEPS).where(STEPS.c.play == play, STEPS.c.number > after))
            connection.execute(update(PLAYS).where(PLAYS.c.id == play).values(updated=now(), ending=None))

    def remove(self, play: int) -> bool:
        """Forgets a play whole, with its notes and reasons; whether it was there."""
        with self._base.writing() as connection:
            return connection.execute(delete(PLAYS).where(PLAYS.c.id == play)).rowcount == 1

    def get(self, play: int) -> Saved | None:
        """One play by its id."""
        found = self._read(PLAYS.c.id == play)
        return found[0] if found else None

    def plays(self, learner: str | None = None) -> list[Saved]:
        """The plays of a learner, or of all, the latest first."""
        return self._read(*(() if learner is None else (PLAYS.c.learner == learner,)))

    def unfinished(self, learner: str, scenario: str | None = None) -> list[Saved]:
        """A learner's plays that have not ended, the latest first."""
        wanted = [PLAYS.c.learner == learner, PLAYS.c.ending.is_(None)]
        return self._read(*wanted, *(() if scenario is None else (PLAYS.c.scenario == scenario,)))

    def learners(self) -> list[str]:
        """Everybody who has played here, the latest first."""
        latest = func.max(PLAYS.c.updated)
        with self._base.reading() as connection:
            rows = connection.execute(select(PLAYS.c.learner).group_by(PLAYS.c.learner).order_by(latest.desc()))
            return [row.learner for row in rows]

    def _read(self, *wanted: object) -> list[Saved]:
        query = select(PLAYS).where(*wanted).order_by(PLAYS.c.updated.desc(), PLAYS.c.id.desc())  # type: ignore[arg-type]
        with self._base.reading() as connection:
            rows = connection.execute(query).all()
            ids = [row.id for row in rows]
            steps = connection.execute(
                select(STEPS).where(STEPS.c.play.in_(ids)).order_by(STEPS.c.play, STEPS.c.number)
            ).all()
        by_play: dict[int, list[str]] = {}
        for row in steps:
            by_play.setdefault(row.play, []).append(row.name)
        return [_saved(row, tuple(by_play.get(row.id, ()))) for row in rows]


def _saved(row: "Row[tuple[object, ...]]", steps: tuple[str, ...]) -> Saved:
    carried = tuple(sorted(json.loads(row.carried).items()))
    log = Log(row.scenario, row.scenario_hash, row.rulebook_hash, row.seed, carried, steps)
    return Saved(row.id, row.learner, log, row.ending, row.started, row.updated)
