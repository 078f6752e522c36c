"""docs/faults.md is what the codes' pages make it."""

import importlib.util
import re

from running import ROOT

from lmcs_sim.author.explain import pages
from lmcs_sim.codes import CODES


def made():
    spec = importlib.util.spec_from_file_location("fault_pages", ROOT / "scripts" / "fault_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.document()


def test_the_page_is_as_the_codes_make_it():
    """Run `python scripts/fault_pages.py` after changing a code or its page."""
    assert (ROOT / "docs" / "faults.md").read_text(encoding="utf-8") == made()


def test_every_code_has_a_section_with_its_examples():
    sections = re.split(r"^## ", made(), flags=re.MULTILINE)[1:]
    assert [section.split("\n")[0] for section in sections] == list(CODES)
    for section, page in zip(sections, pages(), strict=True):
        assert page.means in section
        assert (page.example is None) == ("Wrong, in" not in section and "Wrong, on" not in section)
