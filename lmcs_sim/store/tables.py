"""The tables of the database, and the number of the format they are in."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, String, Table

FORMAT = 2
"""Raised with every change to the tables; `upgrade` takes older ones over."""

METADATA = MetaData()

FORMATS = Table("format", METADATA, Column("version", Integer, nullable=False))

PLAYS = Table(
    "play",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("learner", String, nullable=False, index=True),
    Column("scenario", String, nullable=False),
    Column("scenario_hash", String, nullable=False),
    Column("rulebook_hash", String, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("carried", String, nullable=False, default="{}"),
    Column("ending", String),
    Column("started", String, nullable=False),
    Column("updated", String, nullable=False),
)

STEPS = Table(
    "step",
    METADATA,
    Column("play", Integer, ForeignKey("play.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
)

REASONS = Table(
    "reason",
    METADATA,
    Column("play", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("reason", String, nullable=False),
    # An undo that drops the step drops the reason given for it.
    ForeignKeyConstraint(("play", "number"), ("step.play", "step.number"), ondelete="CASCADE"),
)

NOTES = Table(
    "note",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("play", Integer, ForeignKey("play.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("scene", String, nullable=False),
    Column("text", String, nullable=False),
    Column("written", String, nullable=False),
)

CARDS = Table(
    "card",
    METADATA,
    Column("learner", String, primary_key=True),
    Column("card", String, primary_key=True),
    Column("first", String, nullable=False),
    Column("last", String, nullable=False),
    Column("due", String, nullable=False),
    Column("state", String, nullable=False),
)

SINCE_FORMAT = {2: (REASONS, NOTES, CARDS)}
"""The tables that each format after the first brought."""
