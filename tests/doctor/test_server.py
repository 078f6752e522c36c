import sqlalchemy
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from lmcs_sim.doctor.server import SECONDS, server_looks
from lmcs_sim.store.tables import FORMAT, FORMATS, METADATA

URL = "postgresql://ann:hush@example/plays"


def test_a_server_that_answers_says_what_is_in_it_and_shows_no_password(monkeypatch):
    made = sqlalchemy.create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(made)
    with made.begin() as connection:
        connection.execute(FORMATS.insert().values(version=FORMAT))
    asked = {}
    monkeypatch.setattr(sqlalchemy, "create_engine", lambda url, **settings: asked.update(settings) or made)
    found = list(server_looks(URL))
    assert [(look.name, look.state) for look in found] == [("opens", "ok"), ("format", "ok"), ("plays", "ok")]
    assert found[0].found == "postgresql://ann:***@example/plays"
    assert asked == {"connect_args": {"connect_timeout": SECONDS}}


def test_a_server_that_does_not_answer_is_an_error_without_its_password(monkeypatch):
    def refuse(url, **_):
        raise OperationalError("", {}, Exception("no route to example for ann:hush"))

    monkeypatch.setattr(sqlalchemy, "create_engine", refuse)
    (look,) = server_looks(URL)
    assert (look.state, look.found) == ("error", "it cannot be reached: no route to example for ann:***")


def test_an_address_that_nothing_can_open_is_an_error():
    for url in ("nonsense://example/plays", "postgresql+nonsense://example", "://", "postgresql://example:port/plays"):
        (look,) = server_looks(url)
        assert (look.state, look.name) == ("error", "opens"), url
        assert look.found.startswith("it cannot be reached: ")
