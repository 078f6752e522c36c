"""Pointers to the statutes and regulations that provisions restate."""

from attrs import frozen


@frozen
class Law:
    """A pointer, shown beside a judgement and never the whole ground of one."""

    id: str
    instrument: str
    section: str
    gist: str
    sure: bool
    """False: shown only as "check the present position"."""
    limit: str = ""
    """Any limit that the Act adds to what the guidance says."""
