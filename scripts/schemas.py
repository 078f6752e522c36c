"""Writes the shipped schemas anew, each beside its files. Run it after a change to the rules or the formats."""

from pathlib import Path

from lmcs_sim.author.schemas.parts import file_of
from lmcs_sim.author.schemas.schema import SCHEMAS, text_of
from lmcs_sim.toml.packs import built_in, load_rulebook

ROOT = Path(__file__).parents[1]
FOLDERS = {"scenario": "scenarios", "rules": "rules", "guidance": "rules/guidance", "vocabulary": "rules"}


def write_schemas() -> None:
    """Every schema, with the words of the built-in rulebook."""
    book = load_rulebook([built_in()])
    for name in SCHEMAS:
        path = ROOT / FOLDERS[name] / file_of(name)
        path.write_text(text_of(name, book), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    write_schemas()
