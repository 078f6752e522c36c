"""The store of plays: written step by step, each step in a transaction of its own."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import frozen
from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from lmcs_sim.faults import Fault, LmcsError, Place
from lmcs_sim.play.play import Log
from lmcs_sim.store.database import PLAYS, STEPS, open_database, reason, shown, unreadable


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
    """Plays by learner. Every method is one transaction, durable when it returns."""

    def __init__(self, url: str) -> None:
        """Opens the database. Raises LmcsError where it cannot be read or is of a newer format."""
        self._url = url
        self._engine: Engine = open_database(url)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def begin(self, learner: str, log: Log) -> int:
        """Keeps a new play, with the steps its log already has, and gives its id."""
        now = _now()
        row = {
            "learner": learner,
            "scenario": log.scenario,
            "scenario_hash": log.scenario_hash,
            "rulebook_hash": log.rulebook_hash,
            "seed": log.seed,
            "carried": json.dumps(dict(log.carried), sort_keys=True),
            "started": now,
            "updated": now,
        }
        with self._writing() as connection:
            play = connection.execute(insert(PLAYS).values(row)).inserted_primary_key
            assert play is not None
            number = int(play[0])
            steps = [{"play": number, "number": n, "name": name} for n, name in enumerate(log.steps, start=1)]
            if steps:
                connection.execute(insert(STEPS), steps)
        return number

    def add_step(self, play: int, number: int, name: str, ending: str | None) -> None:
        """Keeps one step of a play, and the ending it led to."""
        with self._writing() as connection:
            connection.execute(insert(STEPS).values(play=play, number=number, name=name))
            connection.execute(update(PLAYS).where(PLAYS.c.id == play).values(updated=_now(), ending=ending))

    def drop_steps(self, play: int, after: int) -> None:
        """Forgets the steps of a play after a number: an undo."""
        with self._writing() as connection:
            connection.execute(delete(STEPS).where(STEPS.c.play == play, STEPS.c.number > after))
            connection.execute(update(PLAYS).where(PLAYS.c.id == play).values(updated=_now(), ending=None))

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
        with self._reading() as connection:
            rows = connection.execute(select(PLAYS.c.learner).group_by(PLAYS.c.learner).order_by(latest.desc()))
            return [row.learner for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that writes. Raises LmcsError, with nothing of it kept, where it cannot."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            cause = "this play has gone on in another window"
            raise self._not_kept(cause, "Start again: what was decided there is kept, and you go on from it.") from None
        except DatabaseError as error:
            cause = f"your last step could not be kept: {reason(error)}"
            raise self._not_kept(cause, "Make the file writable, or make room; all before it is kept.") from None

    def _not_kept(self, cause: str, cure: str) -> LmcsError:
        return LmcsError(Fault("E041", cause, cure, Place(file=shown(self._url))))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise unreadable(self._url, reason(error)) from None

    def _read(self, *wanted: object) -> list[Saved]:
        query = select(PLAYS).where(*wanted).order_by(PLAYS.c.updated.desc(), PLAYS.c.id.desc())  # type: ignore[arg-type]
        with self._reading() as connection:
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


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
