"""What a fault's code means: its page, in the forms it is shown in. The pages are data, in the folder `codes`."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import tomli
from attrs import frozen

from lmcs_sim.codes import CODES
from lmcs_sim.faults import did_you_mean, severity_of, wrong_use
from lmcs_sim.toml.pointing import BAR

PAGES = Path(__file__).parent / "codes"

WIDTH = 80

WHERE = {
    "scenario": "in a scenario",
    "rules": "in a file of rules",
    "guidance": "in a file of guidance",
    "command": "on the command line",
}
"""What an example is a part of."""


@frozen
class Example:
    """The same few lines, or the same command, wrong and right.

    `at` is the text at which the fault is shown; empty where that is not in these lines.
    """

    of: str
    wrong: str
    right: str
    at: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column of the fault in what is wrong, from 1; zeros where it has none."""
        if not self.at:
            return 0, 0
        before = self.wrong[: self.wrong.index(self.at)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


@frozen
class Page:
    """What one code means, why it matters, and an example where one can be given."""

    code: str
    means: str
    why: str
    example: Example | None

    @property
    def title(self) -> str:
        """The code's meaning in a line."""
        return CODES[self.code]

    @property
    def severity(self) -> str:
        """How much it matters: error, warning or note."""
        return severity_of(self.code)


def page_of(code: str) -> Page:
    """The page of a code, in capitals or not. Raises WrongUse for a code that no fault has."""
    name = code.strip().upper()
    if name not in CODES:
        raise wrong_use("E051", f"there is no code {code!r}", did_you_mean(name, CODES))
    table = tomli.loads((PAGES / f"{name}.toml").read_text(encoding="utf-8"))
    example = Example(**table["example"]) if "example" in table else None
    return Page(name, table["means"].strip(), table["why"].strip(), example)


def pages() -> Iterator[Page]:
    """The page of every code."""
    return map(page_of, CODES)


def list_lines() -> Iterator[str]:
    """Every code with its meaning, a line each."""
    for code, title in CODES.items():
        yield f"{code}: {title}"


def page_lines(page: Page) -> Iterator[str]:
    """A page in words."""
    yield from wrap(f"{page.code}: {page.title} ({page.severity})", WIDTH)
    yield ""
    yield from wrap(page.means, WIDTH)
    yield ""
    yield from wrap(f"Why it matters: {page.why}", WIDTH)
    example = page.example
    if example is not None:
        yield ""
        yield f"Wrong, {WHERE[example.of]}:"
        yield from (BAR + line for line in wrong_lines(example))
        yield "Right:"
        yield from (BAR + line for line in right_lines(example))


def wrong_lines(example: Example) -> Iterator[str]:
    """What is wrong, with a caret under the place where the fault is shown."""
    row, column = example.place
    for number, line in enumerate(_lines(example.wrong), 1):
        yield line
        if number == row:
            yield " " * (column - 1) + "^"


def right_lines(example: Example) -> list[str]:
    """What is right."""
    return _lines(example.right)


def _lines(text: str) -> list[str]:
    return text.rstrip("\n").split("\n")


def page_record(page: Page) -> dict[str, object]:
    """A page as data."""
    example = page.example
    told = None
    if example is not None:
        line, column = example.place
        told = {"of": example.of, "wrong": example.wrong, "line": line, "column": column, "right": example.right}
    return {
        "code": page.code,
        "severity": page.severity,
        "title": page.title,
        "means": page.means,
        "why": page.why,
        "example": told,
    }
