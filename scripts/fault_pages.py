"""Makes docs/faults.md, what every code of a fault means, from their pages: `python scripts/fault_pages.py`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lmcs_sim.author.explain import WHERE, Page, pages, right_lines, wrong_lines
from lmcs_sim.codes import CODES

FILE = Path(__file__).resolve().parent.parent / "docs" / "faults.md"

HEAD = """# What faults mean

Made from the pages in `lmcs_sim/author/codes` by `scripts/fault_pages.py`; change those, not this.

`lmcs-sim check` shows a code with everything it finds, such as `error[E012]`. `lmcs-sim explain E012` says the same as
this page. E is an error, which fails a check; W is a warning, which fails `check --strict`; N is a note, which fails
none. A code always means the same.
"""


def document() -> str:
    """The whole page."""
    return "\n".join([*_index(), *(line for page in pages() for line in _section(page))]) + "\n"


def _index() -> Iterator[str]:
    yield from (HEAD, "| Code | What it means |", "| --- | --- |")
    for code, title in CODES.items():
        yield f"| [{code}](#{code.lower()}) | {title} |"


def _section(page: Page) -> Iterator[str]:
    yield from ("", f"## {page.code}", "", f"{page.title[0].upper()}{page.title[1:]}: {page.severity}.")
    yield from ("", page.means, "", page.why)
    example = page.example
    if example is not None:
        yield from _fenced(f"Wrong, {WHERE[example.of]}:", "text", wrong_lines(example))
        yield from _fenced("Right:", "sh" if example.of == "command" else "toml", right_lines(example))


def _fenced(title: str, language: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "", f"```{language}", *lines, "```")


if __name__ == "__main__":
    FILE.write_text(document(), encoding="utf-8")
