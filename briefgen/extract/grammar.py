"""Read a stretch of text as words with their kinds: a shallow grammar without a parser."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from briefgen.extract.engines.values import Tags
from briefgen.language.english import abbreviations, cues, frames, pronouns, verbs
from briefgen.language.english import function_words as closed
from briefgen.language.english.names.titles import PARTICLES
from briefgen.language.gazetteer import read_lexicon
from briefgen.model.span import Span

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\w+(?:(?:[-‐‑/&.,’']|(?<=\d):(?=\d))(?=\w)\w+)*"
    r"|--+|\.\.+|…|''|[^\w\s]"
)
CLITIC = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m|S))$")
CURRENCY = frozenset("$€£¥%#")
DASHES = frozenset({"—", "–", "--", "---", "-", "―"})
VOWELS = "aeiou"


class Word(msgspec.Struct, frozen=True):
    """A word, a mark, or a whole quotation, with what kind it is.

    Kinds: quote, pronoun, object, determiner, possessive, preposition, to, and, that, relative, subordinator,
    auxiliary, negation, adverb, number, name, noun, adjective, verb (base form or third person), past,
    participle (in -ing), and the marks `,` `;` `:` `.` `(` `)` `-` and `'` for any other.
    """

    start: int
    end: int
    lower: str
    kind: str


NOMINAL = frozenset({"noun", "name", "number", "adjective", "determiner", "possessive"})
"""Kinds that make up a noun phrase without its prepositions."""

HEADS = frozenset({"noun", "name", "number", "object"})
"""Kinds that can end one."""


def regular_forms(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb."""
    if base.endswith("e"):
        return (
            f"{base}s",
            f"{base}d",
            f"{base[:-1]}ing" if not base.endswith(("ee", "ye", "oe")) else f"{base}ing",
        )
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "go", "do", "ho", "to")) else f"{base}s"
    stem = base + base[-1] if doubles(base) else base
    return third, f"{stem}ed", f"{stem}ing"


def doubles(base: str) -> bool:
    """Whether a verb doubles its last consonant before -ed: "plan", "admit", not "visit"."""
    if base in DOUBLING:
        return True
    short = len(base) <= 4 and base[-1] not in "wxyaeiou" and base[-2] in VOWELS
    return short and base[-3:-2] not in tuple(VOWELS) and base not in NOT_DOUBLING


DOUBLING = frozenset(
    "quip equip admit commit permit submit omit refer defer prefer occur recur rebut compel expel".split()
)
NOT_DOUBLING = frozenset("open".split())


def irregular_forms() -> dict[str, tuple[str, str, str, str]]:
    """Base to third person, past, past participle and -ing form of each irregular verb."""
    forms = {}
    for line in verbs.IRREGULAR_VERBS.split("\n"):
        if line:
            base, past, participle = line.split()
            third, _, ing = regular_forms(base)
            forms[base] = (third, past, participle, ing)
    for base in (
        "begin",
        "forget",
        "win",
        "run",
        "set",
        "put",
        "get",
        "let",
        "hit",
        "cut",
        "quit",
        "shut",
        "sit",
    ):
        forms[base] = (*forms[base][:3], f"{base}{base[-1]}ing")
    return forms


IRREGULAR = irregular_forms()


def forms_of(base: str) -> dict[str, str]:
    """Every form of a verb with its kind."""
    if base in IRREGULAR:
        third, past, participle, ing = IRREGULAR[base]
        return {base: "verb", third: "verb", ing: "participle", participle: "past", past: "past"}
    third, past, ing = regular_forms(base)
    return {base: "verb", third: "verb", past: "past", ing: "participle"}


def word_kinds() -> dict[str, str]:
    """The kind of each word of the lists, where the words around it do not decide."""
    kinds: dict[str, str] = {}
    for base in sorted(verbs.REGULAR_VERBS) + list(IRREGULAR):
        for form, kind in forms_of(base).items():
            kinds.setdefault(form, kind)
    tables = (
        (closed.ADJECTIVES, "adjective"),
        (closed.WEEKDAYS | (closed.MONTHS - {"may", "march", "mar"}), "name"),
        (closed.ADVERBS, "adverb"),
        (closed.PREPOSITIONS, "preposition"),
        (closed.SUBORDINATORS, "subordinator"),
        (closed.DETERMINERS, "determiner"),
        (closed.SUBJECT_PRONOUNS, "pronoun"),
        (closed.OBJECT_PRONOUNS, "object"),
        (closed.RELATIVES, "relative"),
        (closed.AUXILIARIES, "auxiliary"),
        (closed.NEGATIONS, "negation"),
        (closed.COORDINATORS, "and"),
    )
    for words, kind in tables:
        kinds.update(dict.fromkeys(words, kind))
    kinds.update(
        {
            "that": "that",
            "to": "to",
            "her": "determiner",
            "today": "adverb",
            "there": "pronoun",
            "clad": "past",
        }
    )
    return kinds


KINDS = word_kinds()
NEVER_FINITE = frozenset(
    participle for _, past, participle, _ in IRREGULAR.values() if participle != past
) - {base for base, (_, _, participle, _) in IRREGULAR.items() if participle == base}
"""Past participles that differ from the past tense and so need an auxiliary ("known", "written")."""


def read_words(
    text: str, span: Span, quotations: Sequence[Span] = (), tags: Tags | None = None
) -> list[Word]:
    """The words of `span`, each of `quotations` (in order, with their marks) as one word of kind "quote".

    `tags` are what an engine says of the text; without them the rules tell all kinds.
    """
    raw = split_words(text, span, quotations)
    title = in_title_case(text, raw)
    first = [first_kind(text, raw, index, title) for index in range(len(raw))]
    kinds = settle(raw, first)
    at = showing_last(raw, kinds)
    if at is not None:
        kinds[at] = "verb"
    if tags is not None:
        kinds = [tagged(tags, word, kind) for word, kind in zip(raw, kinds, strict=True)]
    return [Word(s, e, lower, kind) for (s, e, lower), kind in zip(raw, kinds, strict=True)]


def showing_last(raw: list[tuple[int, int, str]], kinds: list[str]) -> int | None:
    """Index of a "show" that ends a sentence and is the verb of documents: "…, letters seen by Roth show"."""
    at = len(raw) - 1
    while at > 0 and kinds[at] in {".", "'"}:
        at -= 1
    if at < 1 or raw[at][2] != "show" or kinds[at] != "noun":
        return None
    comma = max((place for place in range(max(0, at - SHOWN), at) if kinds[place] == ","), default=-1)
    documents = (raw[place][2] for place in range(comma + 1, at) if kinds[place] == "noun")
    plural = any(word.endswith("s") and word[:-1] in PAPERS for word in documents)
    return at if comma >= 0 and plural else None


SHOWN = 12
"""Words between a comma and a "show" behind it, at most."""
PAPERS = cues.DOCUMENT_NOUNS | {"record", "filing", "result", "figure", "account", "book"}
"""What documents are called, one by one."""


def split_words(text: str, span: Span, quotations: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Start, end and lower-case form of each word; a quotation has the form `"` or `",`."""
    found: list[tuple[int, int, str]] = []
    at = span.start
    first = bisect_left(quotations, span.start, key=lambda quotation: quotation.end)
    while at < span.end:
        quotation = quotations[first] if first < len(quotations) else None
        stop = min(span.end, quotation.start) if quotation else span.end
        for match in TOKEN.finditer(text, at, stop):
            add_word(found, text, match.start(), match.end())
        if quotation is None or quotation.start >= span.end:
            break
        found.append((quotation.start, quotation.end, quotation_form(text, quotation)))
        at = max(at, quotation.end)
        first += 1
    return found


def quotation_form(text: str, quotation: Span) -> str:
    """`"` for a quotation, `",` for one with a comma as its last mark."""
    last = text[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("\"'”’» ")
    return '",' if last.endswith(",") else '"'


def add_word(found: list[tuple[int, int, str]], text: str, start: int, end: int) -> None:
    """Add the word at `[start, end)`: clitics apart, the full stop of an abbreviation with it."""
    lower = text[start:end].lower()
    if lower == "." and found and found[-1][1] == start and shortened(text, found[-1]):
        found[-1] = (found[-1][0], end, found[-1][2])
        return
    clitic = CLITIC.search(lower) if "'" in lower or "’" in lower else None
    if clitic and lower not in closed.AUXILIARIES:
        cut = start + clitic.start()
        found.append((start, cut, text[start:cut].lower()))
        found.append((cut, end, text[cut:end].lower()))
        return
    found.append((start, end, lower))


def shortened(text: str, word: tuple[int, int, str]) -> bool:
    """Whether a full stop after `word` shortens it: "Gov.", the initial in "Ana B. Ruiz"."""
    start, end, lower = word
    last = lower.rsplit("-", 1)[-1]
    if last in closed.TITLES or last in abbreviations.TITLES:
        return True
    titled = text[start:end].istitle() and lower in abbreviations.CAPITAL_TITLES
    return titled or (end - start == 1 and text[start].isupper() and lower != "i")


def in_title_case(text: str, raw: list[tuple[int, int, str]]) -> bool:
    """Whether most words are capitalised, so that a capital tells nothing; no verb is small in a headline."""
    words = [
        text[start] for start, _, lower in raw if lower[0].isalpha() and lower not in closed.PREPOSITIONS
    ]
    if len(words) < 4 or sum(letter.isupper() for letter in words) <= 0.75 * len(words):
        return False
    return not any(text[start].islower() and KINDS.get(lower) == "past" for start, _, lower in raw)


def first_kind(text: str, raw: list[tuple[int, int, str]], index: int, title: bool) -> str:
    """The kind of a word by itself."""
    start, end, lower = raw[index]
    letter = text[start]
    if lower in {'"', '",'} and end - start > 1:
        return "quote"
    if not (letter.isalnum() or lower in KINDS):
        return mark_kind(lower)
    if letter.isdigit():
        return "number"
    if lower == "to" and index and raw[index - 1][2] == "according":
        return "preposition"
    opens = index == 0 or raw[index - 1][2] in {".", "?", "!", ":", '"', "“", ">"}
    kind = "name" if text[start:end] == "US" else word_kind(lower, letter.isupper() and not title, opens)
    after = KINDS.get(raw[index + 1][2]) if index + 1 < len(raw) else None
    surname = opens and letter.isupper() and after == "past" and is_surname(lower, kind)
    given = opens and letter.isupper() and not title and is_given(text, raw, index, kind)
    return "name" if surname or given else kind


def is_surname(lower: str, kind: str) -> bool:
    """Whether a word that only ends like an adverb or a verb is a name: "Kelly said", "Ahmed said"."""
    if lower in KINDS or kind not in ("adverb", "past"):
        return False
    known = read_lexicon().verbs
    return kind == "adverb" or not any(form in known for form in (lower, lower[:-1], lower[:-2], lower[:-3]))


def is_given(text: str, raw: list[tuple[int, int, str]], index: int, kind: str) -> bool:
    """Whether the word that opens a sentence is a first name: "Peter Novak said", "Will Marsh, who said".

    A word that may as well be a verb, adverb or participle is one where a name follows it.
    """
    if index + 2 >= len(raw) or raw[index + 1][2] in KINDS:
        return False
    begins, _, following = raw[index + 1]
    if not text[begins].isupper() and following.partition("-")[0] not in PARTICLES:
        return False
    start, end, lower = raw[index]
    if kind == "verb" or (lower not in KINDS and text[start:end] in read_lexicon().given_names):
        return True
    behind = raw[index + 2][2]
    return lower in GIVEN and (behind == "," or KINDS.get(behind) == "past") and raw[-1][2] != "?"


GIVEN = frozenset(("will", "may", "can", "don", "per"))
"""First names that as words are auxiliaries or prepositions."""


def word_kind(lower: str, capital: bool, opens: bool) -> str:
    """The kind of a word by its form, and by a capital letter, which tells less where a sentence opens."""
    if capital and not opens and lower != "i":
        return "name"
    known = KINDS.get(lower) or kind_by_ending(lower)
    return "name" if capital and opens and known == "noun" else known


def mark_kind(lower: str) -> str:
    """The kind of a mark."""
    if lower in DASHES or lower == "…" or lower.startswith(".."):
        return "-"
    if lower in {".", "?", "!"}:
        return "."
    if lower in {"[", "]"}:
        return {"[": "(", "]": ")"}[lower]
    if lower in CURRENCY:
        return "number"
    return lower if lower in {",", ";", ":", "(", ")"} else "'"


def kind_by_ending(lower: str) -> str:
    """The kind of a word in no list."""
    if lower.endswith("ly") and len(lower) > 4 and lower not in closed.NOT_ADVERBS:
        return "adverb"
    if lower.endswith("ed") and len(lower) > 4:
        return "past"
    if lower.endswith("ing") and len(lower) > 5:
        return "noun" if lower in verbs.NOUNS_IN_ING else "participle"
    if (
        lower.endswith(verbs.ADJECTIVE_ENDINGS)
        and len(lower) > 5
        and lower not in verbs.NOUNS_LIKE_ADJECTIVES
    ):
        return "adjective"
    return "verb" if lower in read_lexicon().verbs else "noun"


BEFORE_NOUN = frozenset({"determiner", "adjective", "possessive", "number", "preposition"})
BEFORE_VERB = frozenset({"pronoun", "to", "auxiliary", "negation", "relative"})
AFTER_VERB = frozenset(
    {"determiner", "pronoun", "object", "that", "quote", "subordinator", "to", "preposition"}
)


def settle(raw: list[tuple[int, int, str]], first: list[str]) -> list[str]:
    """The kinds again, told by the words around each."""
    kinds = list(first)
    for index, (_, _, lower) in enumerate(raw):
        if lower in PLACED:
            kinds[index] = placed(raw, first, kinds, index)
        elif kinds[index] == "noun" and lower not in KINDS and needs_verb(raw, index):
            kinds[index] = "verb"
        elif kinds[index] in UNSETTLED:
            kinds[index] = settle_word(raw, first, kinds, index)
    return kinds


UNSETTLED = frozenset({"verb", "past", "auxiliary", "participle"})
"""Kinds that a form alone does not tell for sure."""


def settle_word(raw: list[tuple[int, int, str]], first: list[str], kinds: list[str], index: int) -> str:
    """The kind of the word at `index` by those around it; the kinds before it are settled already."""
    kind, lower = kinds[index], raw[index][2]
    before = previous_kind(kinds, index)
    after = first[index + 1] if index + 1 < len(first) else "."
    following = raw[index + 1][2] if index + 1 < len(raw) else ""
    word = raw[index - 1][2] if index else ""
    if kind == "verb":
        form = "says" if (lower, following) == ("points", "out") else lower
        settled = settle_verb(form, before, told_after(before, after, following), word)
        return "verb" if settled == "noun" and plural_says(raw, first, kinds, index) else settled
    if kind == "past":
        return settle_past(lower, before, after, word, after_modal(raw, index))
    if kind == "participle":
        if index == 0 and lower not in KINDS and (after in {"past", "verb", "auxiliary"} or lists_it(raw)):
            return "name"
        return "noun" if before in {"determiner", "adjective", "possessive"} else "participle"
    if lower in {"'s", "’s"}:
        later = first[index + 2] if index + 2 < len(first) else "."
        return settle_clitic(before, after, later, word)
    return "noun" if lower == "will" and before == "determiner" else kind


def lists_it(raw: list[tuple[int, int, str]]) -> bool:
    """Whether a word in -ing opens a list of names though it is no verb's ("Boeing and Airbus said")."""
    lower, known = raw[0][2], read_lexicon()
    common = any(lower in words for words in (known.words, known.nouns, known.verbs))
    if common or any(form in known.verbs for form in (lower[:-3], f"{lower[:-3]}e", lower[:-4])):
        return False
    named = lower.capitalize() in known.companies or lower.capitalize() in known.surnames
    return named or (len(raw) > 2 and raw[1][2] in {"and", "or"})


def plural_says(raw: list[tuple[int, int, str]], first: list[str], kinds: list[str], index: int) -> bool:
    """Whether a base form that is as often a noun is the verb of people in the plural before a place or body.

    "Economists at Harbour Bank estimate that", "nurses at the clinic report long waits": neither the name nor
    the noun right before the verb agrees with it, but the plural before "at" does.
    """
    if kinds[index - 1 : index] not in (["name"], ["noun"]) or raw[index][2].endswith("s"):
        return False
    if first[index + 1 : index + 2] == ["."] and kinds[index - 2 : index - 1] == [","]:
        people = raw[index - 1][2]
        return raw[index][2] in REPORTING_LAST and people.endswith("s") and is_person(people)
    if not opens_reported(raw, first, index) and not (kinds[index - 1] == "name" and told_of(first, index)):
        return False
    for at in range(index - 2, max(0, index - 9), -1):
        if kinds[at] not in NOMINAL and raw[at][2] not in AT_BODIES:
            return False
        people = raw[at - 1][2]
        if raw[at][2] in AT_BODIES and ((people.endswith("s") and is_person(people)) or people in PEOPLE):
            return True
    return False


def told_of(first: list[str], index: int) -> bool:
    """Whether an article or a pronoun follows the word at `index`."""
    return first[index + 1 : index + 2] in (["determiner"], ["pronoun"])


def opens_reported(raw: list[tuple[int, int, str]], first: list[str], index: int) -> bool:
    """Whether what follows the word at `index` can be reported: a clause, a question, a thing."""
    if index + 2 >= len(raw):
        return False
    after, later = first[index + 1], first[index + 2]
    if after == "that":
        return not (
            later in {"past", "auxiliary"} or (later == "verb" and raw[index + 2][2] not in OFTEN_NOUNS)
        )
    if raw[index][2] not in REPORTING:
        return False
    asked = raw[index + 1][2] in {"whether", "if", "why", "how", "what"}
    return asked or (after == "adjective" and later in {"noun", "verb"}) or after in {"determiner", "pronoun"}


REPORTING = frozenset(
    "question report demand doubt fear claim blame estimate forecast support welcome project call".split()
)
"""Verbs, as often nouns, by which people report also a thing."""
REPORTING_LAST = frozenset("note claim report".split())
"""Verbs, as often nouns, that end a sentence behind what is said: "Access is hard, partners note."."""
PEOPLE = frozenset("some many most others those people police".split())
"""Words for people in the plural that do not show it by -s."""
AT_BODIES = frozenset("at in with from for of on".split())
"""Prepositions that tie people to a place or body."""


def is_person(noun: str) -> bool:
    """Whether a noun is one for people or bodies by its ending or by a list."""
    base = noun[:-3] + "y" if noun.endswith("ies") else noun.rstrip("s")
    return base.endswith(frames.PERSONAL_ENDINGS) or base in PERSONAL


PERSONAL = frames.PERSONAL_NOUNS | pronouns.PERSON_NOUNS


def told_after(before: str, after: str, following: str) -> str:
    """What follows a form of a verb, where more than its kind tells: "of", or a verb it is the subject of."""
    if following == "of":
        return "of"
    return "past" if before == "." and after == "verb" and following.endswith("s") else after


PLACED = frozenset("since yet no longer neither once".split())
"""Closed-class words of two kinds, which their place tells apart."""


def placed(raw: list[tuple[int, int, str]], first: list[str], kinds: list[str], index: int) -> str:
    """The kind of a word of `PLACED`: "has since said", "has yet to say", "no longer says"."""
    lower, before = raw[index][2], kinds[index - 1] if index else "."
    following = raw[index + 1][2] if index + 1 < len(raw) else ""
    after = first[index + 1] if index + 1 < len(raw) else "."
    if lower == "since":
        return "adverb" if since_then(first, index) else kinds[index]
    if lower == "yet":
        verbal = following == "to" or before in {"auxiliary", "negation", "adverb"}
        return "adverb" if verbal else kinds[index]
    if lower == "no":
        return "negation" if following == "longer" else kinds[index]
    if lower == "longer":
        return "adverb" if before == "negation" else kinds[index]
    verbal = before in {"noun", "name", "pronoun", "auxiliary", "relative"} and after in {"past", "verb"}
    if not verbal:
        return kinds[index]
    return "adverb" if lower == "once" else "negation"


def since_then(first: list[str], index: int) -> bool:
    """Whether the "since" at `index` is an adverb inside a verb ("has since said")."""
    return (
        0 < index < len(first) - 1
        and first[index - 1] == "auxiliary"
        and first[index + 1] in {"past", "auxiliary"}
    )


OPEN = frozenset({"noun", "name", "verb", "past", "participle", "adjective", "adverb"})
"""Kinds of words that no list holds all of, which an engine's tags may tell."""
LISTED = closed.ADVERBS | closed.WEEKDAYS | (closed.MONTHS - {"may", "march", "mar"})
"""Words of these kinds that the lists tell all the same."""


def tagged(tags: Tags, word: tuple[int, int, str], kind: str) -> str:
    """The kind of a word by an engine's tag, where it has one and the word belongs to no closed class."""
    start, end, lower = word
    told = tags.between(start, end)
    if told is None:
        return kind
    if lower in {"'s", "’s"} and kind in {"possessive", "auxiliary"}:
        return "possessive" if told == "possessive" else "auxiliary"
    if kind not in OPEN or told not in OPEN or lower in LISTED:
        return kind
    nominal = told in {"past", "participle"} and kind in {"adjective", "noun"}
    return kind if nominal and kind != kind_by_ending(lower) else told


def previous_kind(kinds: list[str], index: int) -> str:
    """The kind of the word before, adverbs left out."""
    at = index - 1
    while at >= 0 and kinds[at] == "adverb":
        at -= 1
    return kinds[at] if at >= 0 else "."


def needs_verb(raw: list[tuple[int, int, str]], index: int) -> bool:
    """Whether a word in no list, by its form a noun, can only be a verb: after "would", "did not", "they"."""
    if raw[index][2] in verbs.NOUNS_IN_ING:
        return False
    return after_modal(raw, index) or (index > 0 and raw[index - 1][2] in {"i", "he", "she", "they"})


def after_modal(raw: list[tuple[int, int, str]], index: int) -> bool:
    """Whether "would", "did not" or the like stands right before `index`."""
    if index > 1 and raw[index - 1][2] in closed.NEGATIONS:
        return raw[index - 2][2] in closed.MODALS or raw[index - 2][2] in {"do", "does", "did"}
    return index > 0 and raw[index - 1][2] in closed.MODALS


def settle_past(lower: str, before: str, after: str, word: str, modal: bool) -> str:
    """What a form of the past is here: a base form like "put", a noun like "cut", an adjective, or itself."""
    if lower in {"said", "told"} and word in ALONE:
        return "past"
    if before in {"determiner", "adjective", "possessive"} and lower in verbs.PAST_OR_NOUN:
        return "noun"
    if before in {"determiner", "possessive"} and after in HEADS:
        return "adjective"
    base = IRREGULAR.get(lower)
    if base is None:
        return "past"
    if base[1] != lower:
        return "past" if word in closed.HAVE | closed.BE else "verb"
    return "verb" if before == "to" or modal else "past"


ALONE = frozenset("both several some many few most all each neither either another half".split())
"""Determiners that may be a subject by themselves: "both said that"."""

PLURALS = frozenset(
    "people police men women children data media many most some few others percent both".split()
)
"""Plurals without -s; a base form is the verb of a plural only ("officials claim")."""

OFTEN_NOUNS = verbs.OFTEN_NOUNS | {regular_forms(base)[0] for base in verbs.OFTEN_NOUNS}
"""Base forms and forms in -s that are as often nouns."""

SOME = frozenset({"some", "many", "few", "most"})
"""Words that are a subject by themselves ("some say that"), and oftener go with a noun."""


def settle_verb(lower: str, before: str, after: str, word: str) -> str:
    """Whether a base form or a form in -s is a verb or a noun here."""
    if lower == "says" or (lower.endswith("s") and ends_or_parts(lower, before, after, word)):
        return "verb"
    if (
        word in SOME
        and lower in OFTEN_NOUNS
        and after not in {"determiner", "pronoun", "object", "that", "quote", "to"}
    ):
        return "noun"
    if before in BEFORE_VERB:
        return "noun" if word in closed.BE | closed.HAVE and lower.endswith("s") else "verb"
    if before in {"number", "determiner"} and stands_alone(lower, after, word):
        return "verb"
    if before in BEFORE_NOUN or (before == "." and (lower.endswith("s") or after in {"past", "auxiliary"})):
        return "noun"
    return settle_noun_like(lower, before, after, word)


def settle_noun_like(lower: str, before: str, after: str, word: str) -> str:
    """Whether a form that may be a noun as often is one here."""
    if after == "name" and before in {"name", "noun"} and lower in POSTS:
        return "noun"
    if lower in {"state", "states"}:
        return "verb" if after in {"that", ":", "quote"} else "noun"
    return "noun" if lower in OFTEN_NOUNS and not agrees(lower, before, after, word) else "verb"


def ends_or_parts(lower: str, before: str, after: str, word: str) -> bool:
    """Whether a form in -s is the verb behind a name at the end ("…, Radio Norte reports.") or a comma."""
    if before == "name" or word in SPEAKERS:
        return after == "." and lower in {"reports", "notes", "states", "claims", "comments", "answers"}
    return before in {",", "-", "quote"} and after == "that"


POSTS = pronouns.PERSON_NOUNS & verbs.OFTEN_NOUNS | frozenset("delegate advocate guard guide host".split())
"""What somebody is called before a name, though it is a verb as often ("port delegate Ana Ruiz")."""
SPEAKERS = cues.DOCUMENT_NOUNS | pronouns.PERSON_NOUNS
"""Nouns whose verb a form in -s is at the end of a sentence ("…, a report claims.")."""


def stands_alone(lower: str, after: str, word: str) -> bool:
    """Whether a number or the like before a verb is its subject ("four in 10 want the", "both deny it")."""
    if lower.endswith("s"):
        return word == "another" and after in AFTER_COUNT
    if word == "both" and lower not in OFTEN_NOUNS:
        return True
    return (word.isdigit() or word in {"both", "most", "half", "%"}) and after in AFTER_COUNT


AFTER_COUNT = frozenset({"determiner", "pronoun", "object", "that", "quote"})


def agrees(lower: str, before: str, after: str, word: str) -> bool:
    """Whether a word that is as often a noun can be the verb of the noun before it, `word`."""
    if before in {"that", "and", ","}:
        return lower.endswith("s") and after in {"determiner", "object"}
    if before not in {"noun", "name"} or after in {"verb", "past", "auxiliary", "of"}:
        return False
    third = lower.endswith("s") and not lower.endswith("ss")
    if not (third or word.endswith("s") or word in PLURALS):
        return False
    follows = after in AFTER_VERB
    return follows or (third != word.endswith("s") and after in {"name", "adjective", "noun", "number"})


def settle_clitic(before: str, after: str, later: str, word: str) -> str:
    """Whether 's marks a possessor or is short for "is" or "has"."""
    if before in {"pronoun", "that", "relative"} or word in {
        "it",
        "he",
        "she",
        "there",
        "here",
        "what",
        "let",
    }:
        return "auxiliary"
    if after == "participle" and later in {"noun", "name", "adjective"}:
        return "possessive"
    if after in {"determiner", "past", "participle", "negation", "adverb", "preposition", "to", "pronoun"}:
        return "auxiliary" if after != "past" else "possessive"
    return "possessive"
