"""The words that an editor offers: those of the rulebook, each with its phrase. None of them is enforced by a schema.

A pack adds words, and a scenario's own facts are words too; a schema stands beside a scenario for years. So a word
that it does not list is no fault of shape: `check`, which knows every pack, says what is unknown.
"""

from lmcs_sim.author.schemas.parts import Schema, offered
from lmcs_sim.rules.rulebook import Rulebook
from lmcs_sim.rules.vocabulary import Vocabulary


def words_of(book: Rulebook) -> dict[str, Schema]:
    """What is offered for each kind of word, by the name of its definition."""
    vocabulary, guidance = book.vocabulary, book.guidance
    themes = sorted({item.theme for item in guidance.provisions.values()})
    bodies = sorted({item.addressee for item in guidance.provisions.values()})
    local = {name: item.title for name, item in guidance.sources.items() if item.kind == "local"}
    made = {
        "act-word": offered({name: _of_act(vocabulary, name) for name in vocabulary.act}),
        "done-word": offered({name: word.says for name, word in vocabulary.done.items()}),
        "known-word": offered({name: word.says for name, word in vocabulary.known.items()}),
        "dimension": offered({name: word.says for name, word in vocabulary.dimension.items()}),
        "provision-id": offered({name: f"{item.pinpoint}: {item.gist}" for name, item in guidance.provisions.items()}),
        "law-id": offered({name: f"{item.instrument}, {item.section}" for name, item in guidance.laws.items()}),
        "local-source": offered(local),
        "theme": offered({name: name for name in themes}),
        "body": offered({name: name for name in bodies}),
        "rule-id": offered({rule.id: rule.entry.title for rule in book.rules}),
    }
    return made | {f"field-{name}": offered(entry.words) for name, entry in vocabulary.field.items() if entry.words}


def _of_act(vocabulary: Vocabulary, name: str) -> str:
    entry = vocabulary.act[name]
    return f"{entry.says}; carries {', '.join(entry.fields)}" if entry.fields else entry.says
