"""The documents, and the examples in them that tests try."""

import re

from doc_tables import DOCS
from running import ROOT

README = ROOT / "README.md"
PAGES = [path for path in (README, ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))) if path.is_file()]

MARKED = re.compile(r"^<!-- test: (?P<what>\w+) ?(?P<rest>[^\n]*?) ?-->\n```\w+\n(?P<block>.*?)^```$", re.M | re.S)


def marked(what):
    """The blocks of every page that stand under a `<!-- test: WHAT … -->` comment: page, rest of it, block."""
    return [
        (page, found["rest"], found["block"])
        for page in PAGES
        for found in MARKED.finditer(page.read_text(encoding="utf-8"))
        if found["what"] == what
    ]


def named(rest):
    return next(page for page in PAGES if page.name == rest).read_text(encoding="utf-8")
