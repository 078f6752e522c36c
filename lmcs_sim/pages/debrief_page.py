"""The debrief as one web page that needs nothing else: no script, no font, no picture from elsewhere."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lmcs_sim.pages.account import Account
from lmcs_sim.pages.bars import HIGH, WIDE, height, line, scale_of
from lmcs_sim.words.catalogue import said
from lmcs_sim.words.debrief import HEADINGS
from lmcs_sim.words.interface import whole
from lmcs_sim.words.safe import harmless


def debrief_page(account: Account) -> str:
    """The page. The same account gives the same page, in UTF-8."""
    themes = [number for item in account.themes for number in (item.points, item.best or 0)]
    measures = [number for item in account.outcomes for number in (item.start, *item.values)]
    return (
        _environment()
        .get_template("debrief.html.jinja")
        .render(
            account=account,
            headings=HEADINGS,
            said=said,
            sections=_sections(account),
            wide=WIDE,
            high=HIGH,
            height=height,
            line=line,
            whole=whole,
            themes=scale_of(themes),
            measures=scale_of(measures),
        )
    )


def _sections(account: Account) -> list[str]:
    """The sections that have something to tell, in order."""
    always = {"duty", "against", "note"}
    empty = {"beside": not (account.beside or account.unknown)}
    names = [name for name in HEADINGS if name not in ("page", "contents")]
    return [name for name in names if name in always or not empty.get(name, not getattr(account, name))]


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("lmcs_sim.pages", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Text from anywhere, made harmless before it is escaped; what a template has made stays as it is."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
