"""What every part of the store works through: transactions, each whole and durable or not there at all."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, IntegrityError

from lmcs_sim.faults import Fault, LmcsError, Place
from lmcs_sim.store.database import open_database, reason, shown, unreadable


class Base:
    """An open database."""

    def __init__(self, url: str) -> None:
        """Opens it. Raises LmcsError where it cannot be read or is of a newer format."""
        self._url = url
        self.engine: Engine = open_database(url)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes. Raises LmcsError, with nothing of it kept, where it cannot."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise self.gone_on() from None
        except DatabaseError as error:
            cause = f"your last step could not be kept: {reason(error)}"
            raise self._not_kept(cause, "Make the file writable, or make room; all before it is kept.") from None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads. Raises LmcsError where it cannot."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise unreadable(self._url, reason(error)) from None

    def gone_on(self) -> LmcsError:
        """The error for what another window has changed meanwhile."""
        cause = "this play has gone on in another window"
        return self._not_kept(cause, "Start again: what was decided there is kept, and you go on from it.")

    def _not_kept(self, cause: str, cure: str) -> LmcsError:
        return LmcsError(Fault("E041", cause, cure, Place(file=shown(self._url))))


def now() -> str:
    """This moment, as the store writes one."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def local_day(moment: str) -> dt.date:
    """The day on which a kept moment fell, where this computer is."""
    return dt.datetime.fromisoformat(moment).astimezone().date()
