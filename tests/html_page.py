"""A web page read as a screen reader does: its elements in order, its text, and whether each that opens is closed."""

from html.parser import HTMLParser

from attrs import define, field

VOID = {"meta", "rect", "line", "br", "link", "img", "input"}


@define
class Element:
    """An element: its tag, its attributes, the tags it stands in, and the text inside it."""

    tag: str
    attributes: dict[str, str | None]
    inside: tuple[str, ...]
    text: str = ""


@define
class Page:
    """The elements of a page in order."""

    elements: list[Element] = field(factory=list)
    doctype: str = ""

    def all(self, *tags: str) -> list[Element]:
        return [item for item in self.elements if item.tag in tags]

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[Element] = []

    def handle_decl(self, decl: str) -> None:
        self.page.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        element = Element(tag, dict(attrs), tuple(item.tag for item in self.open))
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read_page(text: str) -> Page:
    """The page of a text. Fails where an element is closed that is not open, or left open."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open, reader.open
    for element in reader.page.elements:
        element.text = " ".join(element.text.split())
    return reader.page
