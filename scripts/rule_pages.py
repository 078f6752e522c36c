"""Makes docs/rules, a page for each theme, from the rules themselves: `python scripts/rule_pages.py`."""

from collections.abc import Iterator
from pathlib import Path

from lmcs_sim.play.rule_card import rule_markdown
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.toml.packs import built_in, load_rulebook

PAGES = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages(book: Rulebook) -> dict[str, str]:
    """Every page by its file's name, the index among them."""
    themes = sorted({rule.theme for rule in book.rules})
    made = {f"{theme}.md": "\n".join(_page(theme, book)) + "\n" for theme in themes}
    return {"README.md": "\n".join(_index(themes, book)) + "\n", **made}


def _page(theme: str, book: Rulebook) -> Iterator[str]:
    yield f"# Rules on {theme.replace('-', ' ')}"
    yield ""
    yield "Made from the rules by `scripts/rule_pages.py`; change the rules, not this page. Training, not legal advice."
    for rule in book.rules:
        if rule.theme == theme:
            yield ""
            yield from (f"#{line}" if line.startswith("#") else line for line in rule_markdown(rule, book))


def _index(themes: list[str], book: Rulebook) -> Iterator[str]:
    yield "# The rules, by theme"
    yield ""
    yield "Made from the rules by `scripts/rule_pages.py`; change the rules, not these pages."
    yield ""
    yield "| theme | rules |"
    yield "| --- | --- |"
    for theme in themes:
        count = sum(rule.theme == theme for rule in book.rules)
        yield f"| [{theme.replace('-', ' ')}]({theme}.md) | {count} |"


if __name__ == "__main__":
    PAGES.mkdir(parents=True, exist_ok=True)
    made = pages(load_rulebook([built_in()]))
    for old in PAGES.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
