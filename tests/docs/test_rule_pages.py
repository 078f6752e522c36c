"""The pages of docs/rules are what the rules make them."""

import importlib.util
from pathlib import Path

import pytest

from lmcs_sim.rules.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[2]


def made(book: Rulebook) -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "scripts" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages(book)


@pytest.fixture(scope="module")
def pages(shipped: Rulebook) -> dict[str, str]:
    return made(shipped)


def test_every_page_is_as_the_rules_make_it(pages: dict[str, str]) -> None:
    """Run `python scripts/rule_pages.py` after changing rules."""
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert there == pages


def test_every_theme_of_a_rule_has_a_page_and_every_rule_stands_on_its_themes(
    pages: dict[str, str], shipped: Rulebook
) -> None:
    for rule in shipped.rules:
        page = pages[f"{rule.theme}.md"]
        assert f"`{rule.id}`" in page
        assert shipped.guidance.cite(rule.entry.cites[0]).pinpoint in page
