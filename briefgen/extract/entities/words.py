"""Cut sentences into the words that names are looked for in."""

import re

import msgspec

from briefgen.extract.entities.lists import is_verb
from briefgen.language.english.names.common_capitalised import FUNCTION_WORDS, OPENERS
from briefgen.model.annotation import Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span

WORD = re.compile(
    r"[a-z]++(?![\w.&+'’‐‑-])"  # most words are no more than that; the rest says nothing else of them
    r"|U\. S\.(?: A\.)?|(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Messrs|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|Adm|Cmdr|Brig|Cpl|Pvt|Amb|Atty"
    r"|MR|MRS|MS|DR|SEN|REP|GOV|GEN|LT|COL|SGT|CAPT|MAJ|PROF|REV|HON|ADM|CMDR|BRIG|AMB|DET|INSP|SUPT|CLLR"
    r"|St|Ft|Mt|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill"
    r"|Ky|Md|Mass|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que)\.(?=[\s,;)])"
    r"|[^\W\d_]\.(?=\s+[(“\"]?[^\W\d_])"
    r"|['’]s\b"
    r"|[^\W_]+(?:(?:[&.+]|[-‐‑](?=(?:[a-z]{1,4}-){0,2}[^\W\d_]*[A-ZÀ-ÖØ-Þ0-9])|['’](?!s\b))[^\W_]+)*"
    r"|``|''|\S"
)
"""A word, an abbreviation with its points, a possessive ending, or one sign. A hyphen joins only what follows
with a capital ("Mercedes-Benz"), so that "Korean-made" is three words."""

ARTICLES = frozenset("al el ad an ar as ash at az ul ed".split())
"""Forms of the Arabic article, which stays in lower case before a name: "al-Amr"."""

OPENING = frozenset(["“", '"', "``", "‘", ":", "—", "–", "•", "*", "…", "«", "''", "("])


class Word(msgspec.Struct, frozen=True):
    """A word or sign of a sentence."""

    start: int
    end: int
    text: str
    """With straight apostrophes."""
    capital: bool
    """Whether it is written as the words of names are."""
    opens: bool
    """Whether it stands where any word has a capital: first in a sentence, a quotation, or after a colon."""
    joined: bool
    """Whether at most a blank or one line's end stands between it and the word before."""


def words_of(document: Document, sentence: Sentence) -> tuple[Word, ...]:
    """The words of one sentence, in order."""
    text, found, before = document.text, [], None
    for match in WORD.finditer(text, sentence.span.start, sentence.span.end):
        word = read_word(match, text, before)
        found.append(word)
        before = word
    return tuple(found)


def read_word(match: "re.Match[str]", text: str, before: Word | None) -> Word:
    """One word, given the one before it."""
    said = match.group()
    if not said.isalpha():
        said = said.replace("’", "'").replace(" ", "")
    opens = before is None or before.text in OPENING or (before.opens and not before.text[0].isalpha())
    start, end = match.span()
    joined = before is not None and start - before.end <= 2 and text[before.end : start] != "\n\n"
    return Word(start, end, said, is_capital(said), opens, joined)


def is_capital(said: str) -> bool:
    """Whether a word starts with a capital, or has one further on as "iPhone" and "eBay" do."""
    if said[0].isupper():
        return True
    if said.islower():
        return False
    article, _, rest = said.partition("-")
    if article in ARTICLES and rest[:1].isupper():
        return True
    return said[0].isalpha() and any(letter.isupper() for letter in said[1:3]) and len(said) > 2


def span_of(words: tuple[Word, ...], first: int, after: int) -> Span:
    """From the start of word number `first` to the end of the one before number `after`."""
    return Span(words[first].start, words[after - 1].end)


def surface(words: tuple[Word, ...], first: int, after: int) -> str:
    """The words joined by blanks as they stand in the text, hyphens and possessives unbroken."""
    parts = [words[first].text]
    for number in range(first + 1, after):
        close = words[number].start == words[number - 1].end
        parts.append(words[number].text if close else " " + words[number].text)
    return "".join(parts)


def is_headline(words: tuple[Word, ...]) -> bool:
    """Whether a line is written in title case: nearly all of its words of content have capitals.

    A line that ends as sentences do has to have capitals throughout, one of them on a verb.
    """
    ended = not words or words[-1].text in {".", "!", "?", '"', "”", "''"}
    if ended and any(not word.capital and is_content(word) for word in words):
        return False
    content = [word for word in words if is_content(word)]
    capitals = sum(word.capital for word in content)
    if len(content) > 2 and all(word.text.isupper() for word in content):
        return True
    if ended:
        return 5 <= len(content) == capitals and any(is_verb(word.text.lower()) for word in content)
    return len(content) >= 3 and capitals >= 0.75 * len(content)


def is_content(word: Word) -> bool:
    """Whether this is a word that says something by itself."""
    return word.text[0].isalpha() and len(word.text) > 2 and not is_function_word(word)


def lower_case_words(sentences: tuple[tuple[Word, ...], ...]) -> frozenset[str]:
    """Every word that the document somewhere writes in lower case."""
    return frozenset(word.text for words in sentences for word in words if word.text.islower())


def is_function_word(word: Word) -> bool:
    """Whether this is a word that belongs to no name, unless all its letters are capitals."""
    small, _, tail = word.text.lower().partition("'")
    if tail in {"t", "ll", "re", "ve", "d", "m"}:
        return True
    return not tail and small in FUNCTION_WORDS and not (word.text.isupper() and len(small) > 1)


def is_opener(word: Word) -> bool:
    """Whether this is a word that often opens sentences, where it stands at an opening."""
    return word.opens and word.text.lower() in OPENERS
