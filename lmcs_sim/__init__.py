"""lmcs-sim: learn to be Lead Member for Children's Services before children depend on it."""

__version__ = "0.1.0"
