"""Tell where a sentence asks: what stands in a question is nobody's claim."""

from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import function_words as closed

SUBJECT = NOMINAL | {"pronoun"}
"""Kinds of words that open a subject."""
LEADS = frozenset({",", ":", ";", "-", "'", "and", "adverb"})
"""Kinds of words behind which a question may open: "And yet, does …", "If it rains, how can …"."""
ASKERS = (closed.INTERROGATIVES - {"whether"}) | frozenset("who whom whose which".split())
"""Words that ask, where they open a sentence."""


def question_start(words: list[Word]) -> int | None:
    """Where the question opens that a sentence is, or ends with; none where it asks nothing.

    A statement with a question mark behind it ("The dam held?") asks by its tone alone and is read as it is.
    """
    if words[-1].lower != "?":
        return None
    leads = (at for at in range(len(words) - 1) if at == 0 or words[at - 1].kind in LEADS)
    return next((at for at in leads if asks_at(words, at)), None)


def asks_at(words: list[Word], at: int) -> bool:
    """Whether a question opens at `at`: by a word that asks, or by a verb before its subject.

    Behind a comma such a word may open a relative clause, so there a verb has to stand before its subject.
    """
    asker = at + (words[at].kind == "preposition")
    if words[asker].lower not in ASKERS:
        return inverts(words, at)
    opens = all(word.kind in LEADS - {","} for word in words[:at])
    return opens or inverts(words, asker + 1)


def inverts(words: list[Word], at: int) -> bool:
    """Whether a finite auxiliary and its subject stand at `at`: "Does the mayor", "Has not she"."""
    if at + 1 >= len(words) or words[at].lower not in closed.FINITE_AUXILIARIES:
        return False
    after = at + 1 + (words[at + 1].kind == "negation")
    return after < len(words) and words[after].kind in SUBJECT
