"""Find the noun phrase before or after a verb, with its apposition, in a list of words."""

from briefgen.extract.claims.cues import CALENDAR, LEMMAS, NOUNS
from briefgen.extract.grammar import HEADS, NOMINAL, Word, is_person
from briefgen.language.english import function_words as closed
from briefgen.language.english import pronouns
from briefgen.language.english.bodies import BODIES
from briefgen.language.english.cues import CORE_VERBS, DOCUMENT_NOUNS

Range = tuple[int, int]
"""Indices `[start, end)` into a list of words."""

LINKS = frozenset("of for in at from on with to by about against between among under within near".split())
"""Prepositions that may tie a noun phrase to the one before it."""
LONGEST = 60
"""Words that are looked at on either side of a cue: no subject is longer, and work stays linear."""


STANDING_ALONE = frozenset("this that these those both all each another either neither several".split())
"""Determiners that may be a subject by themselves."""


def before_participle(words: list[Word], at: int, end: int | None) -> tuple[int, int | None]:
    """The last word before a participle that closes a subject ("those surveyed"), and the phrase's end."""
    if words[at].kind != "past" or at == 0 or words[at - 1].kind not in {"noun", "name", "determiner"}:
        return at, end
    alone = words[at - 1].kind != "determiner" or words[at - 1].lower in STANDING_ALONE
    return (at - 1, end or at + 1) if alone else (at, end)


FLOATING = frozenset("both all each".split())
"""What may stand behind the subject that it counts ("Ruiz and Roth both said")."""


def subject_before(words: list[Word], index: int) -> Range | None:
    """The subject of the verb group that starts at `index`: the phrase left of it, parentheses skipped."""
    floor = max(0, index - LONGEST)
    at, end = skip_left(words, index - 1, floor)
    if floor < at and words[at].lower in FLOATING and words[at - 1].kind in {"name", "noun", "pronoun"}:
        at -= 1
    if at < floor:
        return None
    last = words[at]
    if last.kind == "pronoun" or last.lower in STANDING_ALONE:
        return pronoun_range(words, at)
    if last.kind == "relative":
        return (at, at + 1) if last.lower != "whom" else None
    toward = addressed_by_relative(words, at, floor)
    if toward is not None:
        return phrase_start(words, toward, floor), at + 1
    if last.kind not in HEADS | {"adjective", "past"} or (
        last.kind == "object" and words[at - 1].lower != "of"
    ):
        return None
    at, end = before_participle(words, at, end)
    start = phrase_start(words, at, floor)
    if at + 1 < index and words[at + 1].kind == ",":
        if start - 2 > floor and words[start - 1].lower in {"of", "from"} and words[start - 2].kind == ",":
            start -= 1
        name = named_before(words, start, floor)
        start, end = name, end or (at + 1 if name < start else None)
    start = before_region(words, before_of(words, start, floor), floor)
    start = after_object(words, before_doing(words, start, floor), at, index)
    return (before_apposed(words, start, floor), end or at + 1) if start <= at else None


def after_object(words: list[Word], start: int, at: int, index: int) -> int:
    """`start` moved behind "and" where a verb before the phrase has its first member for an object.

    "She met the mayor and the chief said …"; not "she published photos and figures showing …".
    """
    describing = any(word.kind == "participle" for word in words[index : index + 2])
    if describing or [word.kind for word in words[start - 1 : start]] != ["past"]:
        return start
    if start < 2 or words[start - 2].kind not in HEADS | {"pronoun"}:
        return start
    joint = next((place for place in range(start + 1, at) if words[place].lower == "and"), None)
    return start if joint is None or words[start].lower in CALENDAR else joint + 1


DEGREES = frozenset(
    "md phd msc ms ma mba rd rn jd qc kc esq dds dvm mph bsc cpa obe mbe cbe edd cssd ldn mp".split()
)
"""What stands after a name, between commas, for a degree or a title."""


def before_degree(words: list[Word], start: int, floor: int) -> int:
    """`start` moved to the name that degrees stand behind."""
    while start - 2 > floor and words[start - 1].kind == "," and words[start - 2].kind == "name":
        if not DEGREES.intersection((words[start].lower, words[start - 2].lower)):
            break
        start = phrase_start(words, start - 2, floor)
    return start


def before_region(words: list[Word], start: int, floor: int) -> int:
    """`start` moved left where only the region of a place, or a degree, was found.

    "Ana Ruiz of Salem, Oregon says", "Ana Ruiz, MSc, one of the authors, says".
    """
    start = before_degree(words, start, floor)
    at = start - 2
    if at <= floor or words[start - 1].kind != "," or {words[at].kind, words[start].kind} != {"name"}:
        return start
    name = phrase_start(words, at, floor)
    tied = any(word.lower in {"of", "from"} for word in words[name + 1 : at])
    return name if tied and words[name].kind == "name" else start


def before_doing(words: list[Word], start: int, floor: int) -> int:
    """`start` moved to the noun of whose doing the phrase is the object ("police treating the hurt")."""
    if words[start].lower == "condition" and start - 1 > floor and words[start - 1].lower == "on":
        who = next((at for at in range(start - 2, max(floor, start - 6), -1) if words[at].lower == "who"), 0)
        return phrase_start(words, who - 1, floor) if who > floor else start
    doing = start - 1 - (start - 1 > floor and words[start - 1].lower in closed.REFLEXIVES)
    if (
        doing - 1 < floor
        or words[doing].kind != "participle"
        or words[doing - 1].kind not in {"noun", "name"}
    ):
        return start
    noun = phrase_start(words, doing - 1, floor)
    opens = noun == 0 or words[noun - 1].kind in OPENS_CLAUSE
    return noun if opens else start


OPENS_CLAUSE = frozenset({",", "quote", ".", ";", ":", "-", "and", "that", "subordinator", "adverb", "'"})
"""What stands before the subject of a clause."""


def before_of(words: list[Word], start: int, floor: int) -> int:
    """`start` moved to the noun that a parenthesis parts from "of" ("the poll, by Acme, of 800 adults")."""
    if words[start].lower not in {"of", "among"} or start - 3 <= floor or words[start - 1].kind != ",":
        return start
    opening = parenthesis_start(words, start - 1, floor)
    if opening is None or words[opening - 1].kind not in HEADS:
        return start
    return phrase_start(words, opening - 1, floor)


def before_apposed(words: list[Word], start: int, floor: int) -> int:
    """`start` moved to a first speaker whom an apposition parts from "and" ("Ruiz, the mayor, and Roth").

    Only where nothing stands before that one of which both could be the object.
    """
    if start - 3 <= floor or words[start - 1].lower != "and" or words[start - 2].kind != ",":
        return start
    opening = parenthesis_start(words, start - 2, floor)
    if opening is None or words[opening - 1].kind != "name" or not describes(words, opening + 1):
        return start
    first = phrase_start(words, opening - 1, floor)
    opens = first == 0 or words[first - 1].kind in {"that", "quote", ":", "."}
    return first if opens else start


APPOSES = frozenset("a an the of from".split())
"""What an apposition opens with ("a nurse", "of Salem, Ore.")."""


def addressed_by_relative(words: list[Word], at: int, floor: int) -> int | None:
    """The last word of the noun whose relative clause ends with "her" at `at` ("groups who wrote to her")."""
    if words[at].lower not in {"her", "him", "them", "it", "us"}:
        return None
    tied = words[at - 1].kind in {"to", "preposition"}
    return relative_before(words, at - 1 - tied, floor) if at - 1 - tied > floor else None


def named_before(words: list[Word], start: int, floor: int) -> int:
    """`start` moved to the name that an apposition with commas of its own describes.

    "Ana Ruiz, 67, a retired nurse in Salem, Ore., said": the phrase left of the verb starts with "a retired".
    """
    at = start - 2
    apposes = words[start].lower in APPOSES or words[start].lower in pronouns.PERSON_NOUNS
    if at < floor or words[start - 1].kind != "," or not apposes:
        return start
    if words[at].kind == "number" and age(words, at):
        at -= 2
    if words[at].kind != "name" or words[at].lower in CALENDAR:
        return start
    name = phrase_start(words, at, floor)
    return start if name > floor and words[name - 1].kind == "preposition" else name


def pronoun_range(words: list[Word], at: int) -> Range:
    """A pronoun with the determiner it may have ("some others"), or what counts it ("none of it")."""
    if at > 1 and words[at - 1].lower == "of" and words[at - 2].lower in STANDING_ALONE | PARTS:
        return at - 2, at + 1
    if at > 0 and words[at - 1].kind == "determiner" and words[at].lower in {"others", "few", "many", "ones"}:
        return at - 1, at + 1
    return at, at + 1


def skip_left(words: list[Word], at: int, floor: int) -> tuple[int, int | None]:
    """The last word left of a verb group that is no adverb, time or parenthesis; where its apposition ends.

    "Ana Ruiz, a spokeswoman for the port, said": the word is "Ruiz", and the phrase ends with "port".
    """
    end: int | None = None
    while at >= floor:
        step, belongs = step_left(words, at, floor)
        if step == at:
            break
        if belongs:
            end = end or (at if words[at].kind in {",", "-"} else at + 1)
        at = step
    return at, end


def step_left(words: list[Word], at: int, floor: int) -> tuple[int, bool]:
    """The place left of what may stand between a subject and its verb, and whether that tells who it is.

    The same place where nothing of the kind ends there.
    """
    word = words[at]
    if word.kind in {"adverb", "negation"} or (at > floor and is_adverbial(words, at)):
        return at - 1, False
    if word.lower in closed.REFLEXIVES:
        return at - 1, True
    if word.kind == ")":
        return find_left(words, at - 1, floor, "(") - 1, True
    if word.kind in {",", "-"} or word.lower == '",':
        return before_parenthesis(words, at, floor)
    if word.kind == "number" and age(words, at):
        return at - 2, True
    starts = (time_phrase_start(words, at), date_start(words, at), adverbial_start(words, at))
    start = min(starts) if at - 1 >= floor else at + 1
    return (start - 1 if start <= at else at), False


def adverbial_start(words: list[Word], at: int) -> int:
    """Where two words for an adverb start that end at `at` ("in fact"); `at + 1` if none do."""
    return at - 1 if f"{words[at - 1].lower} {words[at].lower}" in closed.ADVERBIALS else at + 1


def is_adverbial(words: list[Word], at: int) -> bool:
    """Whether the word at `at` belongs to the verb after it: "police there said", "police at first said"."""
    if words[at].lower == "there":
        return words[at - 1].kind in {"noun", "name"}
    return words[at].kind == "preposition" and f"{words[at].lower} {words[at + 1].lower}" in AT_TIMES


AT_TIMES = frozenset({"at first", "at last", "at once", "for now", "for once", "by then", "by now"})
"""When something is said, in two words of which the second passes for an adverb of the verb."""


def before_parenthesis(words: list[Word], at: int, floor: int) -> tuple[int, bool]:
    """The place left of the parenthesis that the comma or dash at `at` closes, and whether it tells who."""
    if at - 1 >= floor and words[at - 1].kind == ")":
        return at - 1, False
    opening = parenthesis_start(words, at, floor)
    return (at, False) if opening is None else (opening - 1, describes(words, opening + 1))


def age(words: list[Word], at: int) -> bool:
    """Whether a number between commas tells how old somebody is ("Ana Ruiz, 41, …")."""
    return at >= 2 and words[at - 1].kind == "," and words[at - 2].kind in {"name", "noun", ")"}


def describes(words: list[Word], index: int) -> bool:
    """Whether a parenthesis that starts at `index` tells who somebody is: an apposition."""
    first = words[index]
    return first.kind in {"determiner", "name", "noun", "adjective", "number"}


def time_phrase_start(words: list[Word], at: int) -> int:
    """Where the time phrase starts that ends at `at` ("on Friday", "last week"); `at + 1` if it is none."""
    before = words[at - 1]
    if words[at].lower == "time" and before.lower == "the" and at > 1 and words[at - 2].lower == "at":
        return at - 2
    if words[at].lower not in CALENDAR:
        return at + 1
    if before.lower in {"on", "last", "this", "next", "late", "early"}:
        start = at - 1
        if start > 0 and words[start - 1].lower in {"on", "in", "late", "early"}:
            start -= 1
        return start
    if before.lower in closed.WEEKDAYS:
        return time_phrase_start(words, at - 1)
    if words[at].lower in closed.WEEKDAYS and before.kind in HEADS | {"pronoun"}:
        return at
    return at + 1


def date_start(words: list[Word], at: int) -> int:
    """Where "on 12 March 2026" or "in May" starts that ends at `at`; `at + 1` if nothing of the kind does."""
    start, named = at, False
    while start > 0 and at - start < LONGEST_DATE and (_is_dating(words[start]) or words[start].kind == ","):
        named = named or words[start].lower in closed.MONTHS or year(words[start])
        start -= 1
    whole = named and words[start + 1].kind != "," and words[at].kind != ","
    return start if whole and start < at and words[start].lower in {"on", "in"} else at + 1


def _is_dating(word: Word) -> bool:
    return word.lower in closed.MONTHS or (word.kind == "number" and word.lower.isdigit())


LONGEST_DATE = 5
"""Words of a date, at most, its commas counted: "March 12, 2026"."""


def find_left(words: list[Word], at: int, floor: int, kind: str) -> int:
    """Index of the next word of `kind` to the left, or `floor`."""
    while at > floor and words[at].kind != kind:
        at -= 1
    return at


AROUND_QUOTES = frozenset({"past", "participle", "relative", "determiner"})
"""What a parenthesis that holds a quotation opens with ("the film, titled "Harbour," shows")."""
OPENS_PARENTHESIS = frozenset(
    {"relative", "determiner", "name", "noun", "number", "adjective", "past", "preposition"}
)


def opening_mark(words: list[Word], at: int, floor: int) -> int:
    """Index of the mark like the one at `at` that pairs with it on its left; `floor` if there is none.

    Of the commas in "Ruiz, who left Salem, Ore., in May, said", it is the one before "who".
    """
    nearest = floor
    closing = "," if words[at].kind == "quote" else words[at].kind
    for index in range(at - 1, floor, -1):
        if words[index].kind in {";", ":"} or (words[index].kind == "quote" and nearest > floor):
            break
        if words[index].kind != closing:
            continue
        if words[index + 1].kind == "relative":
            return index
        nearest = nearest if nearest > floor else index
        if not parts_place(words, index):
            break
    return nearest


def parts_place(words: list[Word], index: int) -> bool:
    """Whether the comma at `index` only parts a place from its region, or closes the region."""
    before, after = words[index - 1], words[index + 1]
    return before.kind in {"name", "number", "."} and after.kind in {"name", "number", "preposition"}


def parenthesis_start(words: list[Word], at: int, floor: int) -> int | None:
    """Index of the comma or dash that opens the parenthesis which the one at `at` closes, if there is one."""
    closing = "," if words[at].kind == "quote" else words[at].kind
    opening = opening_mark(words, at, floor)
    if opening <= floor or words[opening].kind != closing or opening + 1 == at:
        return None
    first, before = words[opening + 1], words[opening - 1]
    if any(word.kind == "quote" for word in words[opening : at + 1]) and first.kind not in AROUND_QUOTES:
        return None
    counted = first.lower in COUNTING and words[opening + 2].kind in {
        "preposition",
        "past",
        "participle",
        "adverb",
    }
    if before.kind not in HEADS | {")", "pronoun", "adjective"} or (first.kind == "pronoun" and not counted):
        return None
    fits = first.kind in OPENS_PARENTHESIS or first.kind in {"adverb", "participle"}
    fits = fits or counted or first.lower in {"as", "though"}
    return opening if fits or closing == "-" else None


COUNTING = frozenset("some many most few others".split())
"""What opens a parenthesis that tells of part of a subject ("miners, some with children, said")."""


def phrase_start(words: list[Word], at: int, floor: int) -> int:
    """Where the noun phrase starts whose last word is `at`, with what "of", "from" and the like tie to it."""
    start = walk_left(words, at, floor)
    relative = relative_before(words, start - 1, floor)
    if relative is not None:
        start = walk_left(words, relative, floor)
    return trim_left(words, start, at)


PARTS = frozenset("most many some few others nobody none everyone everybody somebody someone".split())
"""What may lead a phrase with "of" ("most of the miners")."""


def walk_left(words: list[Word], at: int, floor: int) -> int:
    """The first word of the run of nominal words, prepositions and "and" that ends at `at`."""
    start = at if words[at].kind == "object" else at + 1
    while start - 1 >= floor and belongs_left(words, start - 1, at):
        start -= 1
    return start


def belongs_left(words: list[Word], index: int, at: int) -> bool:
    """Whether the word at `index` belongs to the noun phrase right of it, which ends at `at`."""
    word = words[index]
    if word.kind in NOMINAL or word.lower in PARTS:
        return True
    if word.lower in {"earlier", "later", "recently"}:
        before = words[index - 1].kind if index else "."
        return index < at and (before == "past" or (before == "determiner" and word.lower != "recently"))
    if word.lower in {"last", "next"}:
        timed = index + 1 < at and words[index + 1].lower in CALENDAR
        return timed and words[index + 2].kind == "possessive"
    if word.kind == ",":
        return lists(words, index, at)
    test = LEFT.get(word.kind)
    return test is not None and index < at and test(words, index)


def links(words: list[Word], index: int) -> bool:
    """Whether the preposition at `index` ties two noun phrases or goes with a participle ("carried out")."""
    return words[index].lower in LINKS or (words[index].lower == "out" and words[index - 1].kind == "past")


def links_to(words: list[Word], index: int) -> bool:
    """Whether the "to" at `index` ties a noun to the word before it ("close to the talks")."""
    return index > 0 and (words[index + 1].kind in NOMINAL or taken_for(words, index))


def taken_for(words: list[Word], index: int) -> bool:
    """Whether the "to" at `index` stands in "a man believed to be her husband"."""
    return words[index + 1].lower == "be" and index > 1 and words[index - 1].kind == "past"


def is_taken_for(words: list[Word], index: int) -> bool:
    """Whether the auxiliary at `index` is the "be" of "a man believed to be her husband"."""
    return index > 2 and words[index - 1].kind == "to" and taken_for(words, index - 1)


def is_mark(words: list[Word], index: int) -> bool:
    """Whether a mark may stand inside a noun phrase."""
    return words[index].lower != "/"


SHORTENING = frozenset("by out with in on at from about earlier recently".split())
"""What follows a participle that shortens a relative clause ("officers briefed by the army")."""


def describes_noun(words: list[Word], index: int) -> bool:
    """Whether the past participle at `index` stands like an adjective, or shortens a relative clause.

    "Retired officers", "officers briefed by the army"; not "the agency declassified photos".
    """
    if index + 1 >= len(words):
        return False
    before = words[index - 1].kind if index else ","
    after = words[index + 1]
    if after.lower == "to" and index + 2 < len(words):
        return before in {"noun", "name"} and words[index + 2].lower == "be"
    if after.lower in SHORTENING or after.lower in closed.WEEKDAYS:
        return before in {"noun", "name"}
    return after.kind in {"noun", "adjective", "name"} and before not in {
        "relative",
        "noun",
        "name",
        "auxiliary",
        "adverb",
        "pronoun",
    }


def modifies(words: list[Word], index: int) -> bool:
    """Whether the -ing form at `index` stands like an adjective before its noun ("the outgoing minister").

    Or behind it, with where or on what ("scientists working at the station").
    """
    if index + 1 < len(words) and words[index + 1].lower in AT_WORK:
        return index > 0 and words[index - 1].kind in {"noun", "name"} and words[index].lower in STAYING
    before = words[index - 1].kind if index else "."
    noun = words[index + 1].kind in {"noun", "name", "adjective"}
    return noun and before in {"determiner", "adjective", "possessive", "and", "number", "name", "."}


AT_WORK = frozenset("at in for on with near outside from".split())
STAYING = frozenset(
    "working living serving studying staying travelling traveling fighting training waiting speaking".split()
)
"""What people described by a participle do, and the prepositions after it."""


def joins(words: list[Word], index: int) -> bool:
    """Whether the "and" at `index` stands between two noun phrases."""
    if index == 0 or index + 1 >= len(words) or words[index].lower not in {"and", "or", "nor", "&"}:
        return False
    before, after = words[index - 1], words[index + 1]
    if before.kind == "adjective" and before.lower not in pronouns.PERSON_NOUNS:
        return after.kind in {"adjective", "noun"}
    return before.kind in HEADS | {"adjective"} and after.kind in NOMINAL


LEFT = {
    "past": describes_noun,
    "participle": modifies,
    "preposition": links,
    "to": links_to,
    "auxiliary": is_taken_for,
    "and": joins,
    "'": is_mark,
}
"""Kinds of words that may stand inside a noun phrase, and when they do."""


def lists(words: list[Word], index: int, at: int) -> bool:
    """Whether the comma at `index` stands in a list with "and" at its end: of names, people, bodies."""
    if index == 0 or not any(word.lower == "and" for word in words[index + 1 : at + 1]):
        return False
    if words[index - 1].lower in CALENDAR or _is_fronted(words, index):
        return False
    if words[index - 1].kind == words[index + 1].kind == "name":
        return at - index <= LONGEST_LIST
    return words[index + 1].kind in {"determiner", "name", "number"} and lists_people(words, index)


LONGEST_LIST = 12
"""Words behind a comma in a list of names, at most."""


def _is_fronted(words: list[Word], index: int) -> bool:
    """Whether the comma at `index` ends a place that opens the sentence ("In Lisbon, Ruiz and Roth said")."""
    at = index - 1
    while at > 0 and words[at].kind == "name":
        at -= 1
    return at < index - 1 and words[at].kind == "preposition" and (at == 0 or words[at - 1].kind == ".")


def lists_people(words: list[Word], index: int) -> bool:
    """Whether the comma at `index` parts people or bodies that open a clause.

    "The mayor, the chief and …", "CISA, the FBI and …"; the comma of an apposition has another behind it,
    before the verb.
    """
    start = index
    while start and words[start - 1].kind in LISTED:
        start -= 1
    if start and not (words[start - 1].kind in OPENS_LIST or words[start - 1].lower == "but"):
        return False
    before = words[index - 1]
    named = before.kind == "name"
    called = is_person(before.lower) or before.lower in BODIES
    return named or (called and words[start].kind == "determiner")


OPENS_LIST = frozenset({"that", ";", ":", "quote", "."})
"""What a clause opens behind."""
LISTED = NOMINAL | {","}


def relative_before(words: list[Word], at: int, floor: int) -> int | None:
    """The last word of the noun which the relative clause that ends at `at` describes, if there is one.

    "The officials who read the report said": left of "the report" stands a verb, so it is no subject; the
    relative pronoun shows where the subject ends.
    """
    while at > floor and words[at].kind in {"preposition", "adverb"}:
        at -= 1  # "capsized off Karvel", "burned down in Karvel"
    if at < floor or words[at].kind not in {"verb", "past", "auxiliary", "participle"}:
        return None
    for index in range(at, max(floor, at - 14), -1):
        word = words[index]
        if word.kind in {",", ";", ":", "quote", "-"} or word.lower == "and":
            return None
        opens = word.kind == "relative" or word.kind == "that"
        before = words[index - 1]
        if (
            opens
            and index > floor
            and (before.kind in {"noun", "name", "pronoun"} or before.lower in STANDING_ALONE)
        ):
            return index - 1
    return None


def trim_left(words: list[Word], start: int, at: int) -> int:
    """`start` moved right past what does not belong to a subject: "and", a fronted "In June"."""
    while start <= at and (words[start].kind in {"and", "'", ",", "possessive"}):
        start += 1
    start = after_time(words, start, at)
    if start <= at and words[start].kind == "preposition":
        start = after_fronted(words, start, at)
        start += start < at and words[start].kind == "number" and ":" in words[start].lower  # "At 3:17 Ruiz"
    if (
        start < at
        and words[start].lower in closed.WEEKDAYS
        and words[start + 1].kind in NOMINAL - {"possessive"}
    ):
        start += 1
    return start


def after_time(words: list[Word], start: int, at: int) -> int:
    """Where the subject starts after "last week", "this morning" and the like, without a comma between."""
    if start >= at:
        return start
    shown = words[start].lower == "this" and words[start + 1].lower in CALENDAR
    day = start + shown
    if day >= at or words[day].lower not in CALENDAR:
        return start
    dated = shown or (start > 0 and words[start - 1].lower in {"last", "next"})
    first = start if shown else start - 1
    before = words[first - 1] if first > 0 else None
    opens = before is None or before.kind in OPENS_CLAUSE or before.lower in {"earlier", "later", "late"}
    follows = NOMINAL - {"possessive"} if opens else {"name", "determiner"}
    return day + 1 if dated and words[day + 1].kind in follows else start


def after_fronted(words: list[Word], start: int, at: int) -> int:
    """Where the subject starts after a prepositional phrase without a comma ("In June the ministry")."""
    for index in range(start + 2, at + 1):
        before, word = words[index - 1], words[index]
        if before.kind not in {"noun", "name", "number"}:
            continue
        parted = word.kind == "determiner" or before.lower in CALENDAR or year(before)
        fits = word.kind in NOMINAL - {"possessive"} or word.lower in PARTS
        if parted and fits and not (year(word) or word.lower in CALENDAR):
            return index
    return start + 1 if words[start].lower not in {"of", "among"} and start + 1 <= at else start


def year(word: Word) -> bool:
    """Whether a word is a year."""
    return word.kind == "number" and len(word.lower) == 4 and word.lower[:2] in {"19", "20"}


def phrase_after(words: list[Word], index: int) -> Range | None:
    """The noun phrase that starts at `index`, with its apposition; none where no noun phrase starts there."""
    ceiling = min(len(words), index + LONGEST)
    if index >= ceiling:
        return None
    if words[index].kind in {"pronoun", "object"}:
        return index, index + 1
    end = walk_right(words, index, ceiling)
    while end > index and words[end - 1].kind not in HEADS | {"adjective", "past"}:
        end -= 1
    if end == index and words[index].lower in STANDING_ALONE:
        end += 1
    return (index, end) if end > index else None


def walk_right(words: list[Word], at: int, ceiling: int) -> int:
    """The end of the run of nominal words that starts at `at`."""
    start = at
    while at < ceiling and belongs_right(words, at, at > start):
        at += 1
    return at


def belongs_right(words: list[Word], index: int, started: bool) -> bool:
    """Whether the word at `index` belongs to the noun phrase left of it, or starts one."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if word.kind in NOMINAL:
        return not (started and breaks(words, index))
    if after is None:
        return False
    if word.kind == "past":
        attributive = after.kind in HEADS and not (started and words[index - 1].kind in {"name", "noun"})
        return attributive or (started and after.lower in MADE)
    if word.kind == "participle":
        return after.kind in {"noun", "name"}
    if word.kind == "preposition":
        return started and ((words[index - 1].kind == "past" and word.lower in MADE) or tied(words, index))
    graded = (word.kind == "adverb" or word.lower == "most") and after.kind in {"adjective", "past"}
    joined = word.lower in {"and", "&"} and joins(words, index)
    return started and (graded or joined or word.lower in {"'", "’"})


MADE = frozenset("by for from in at on with".split())
"""What follows a participle that shortens a relative clause ("a poll conducted by")."""


def breaks(words: list[Word], at: int) -> bool:
    """Whether a word cannot go on the phrase before it: a day after a name, "the" after a noun."""
    word, before = words[at], words[at - 1]
    if word.lower in closed.WEEKDAYS or word.lower in {"last", "this"}:
        return True
    return word.kind == "determiner" and before.kind in {"noun", "name", "number"}


def tied(words: list[Word], at: int) -> bool:
    """Whether the preposition at `at` ties a noun to the one before it, and no time or occasion."""
    if words[at].lower not in LINKS or at + 1 >= len(words) or words[at + 1].kind not in NOMINAL:
        return False
    told = words[at - 1].lower in DOCUMENT_NOUNS or words[at - 1].lower in NOUNS
    if words[at].lower in {"of", "for", "from"} or (words[at].lower in {"by", "in"} and told):
        return words[at + 1].lower not in CALENDAR
    return (
        words[at].lower in {"in", "at", "by"}
        and words[at + 1].kind == "name"
        and words[at + 1].lower not in CALENDAR
    )


def with_apposition(words: list[Word], phrase: Range) -> Range:
    """`phrase` with what follows it between commas: "Ana Ruiz, 41, a spokeswoman for the port"."""
    if words[phrase[0]].kind in {"pronoun", "object"}:
        return phrase
    end = after_who(words, phrase[1])
    for _ in range(2):
        if end + 1 >= len(words) or words[end].kind != ",":
            break
        close = next_stop(words, end + 1)
        if not apposed(words, end + 1, close):
            break
        end = close
    return phrase[0], and_another(words, end) if end > phrase[1] else end


def and_another(words: list[Word], end: int) -> int:
    """Where the second one ends whom "and" adds to one with an apposition ("Ruiz, the mayor, and Roth")."""
    if end + 2 >= len(words) or words[end].kind != "," or words[end + 1].lower != "and":
        return end
    phrase = phrase_after(words, end + 2) if words[end + 2].kind == "name" else None
    if phrase is None or (phrase[1] < len(words) and words[phrase[1]].kind not in {",", ".", "quote", ";"}):
        return end
    close = next_stop(words, phrase[1] + 1) if phrase[1] + 1 < len(words) else phrase[1]
    described = phrase[1] + 1 < len(words) and words[phrase[1]].kind == ","
    return close if described and apposed(words, phrase[1] + 1, close) else phrase[1]


def listed_end(words: list[Word], end: int) -> int:
    """Where a list of names ends whose first one ends at `end` ("CISA, the FBI and the NSA"), else `end`."""
    at = end
    while at + 1 < len(words) and words[at].kind == "," and words[at - 1].kind == "name":
        phrase = phrase_after(words, at + 1)
        if phrase is None or words[phrase[1] - 1].kind != "name":
            return end
        at = phrase[1]
        joints = [place for place in range(phrase[0], at) if words[place].lower == "and"]
        if joints:
            closed_off = at >= len(words) or words[at].kind in {",", ".", ";"}
            return at if closed_off and words[joints[0] - 1].kind == "name" else end
    return end


def after_who(words: list[Word], end: int) -> int:
    """Where "who" with its clause ends that follows a phrase without a comma, else `end`."""
    opens = end < len(words) and words[end].lower == "who"
    return next_stop(words, end) if opens else end


def apposed(words: list[Word], start: int, end: int) -> bool:
    """Whether the words between two commas tell who the one before them is, and report nothing themselves."""
    first = words[start]
    if first.lower in {"who", "whose", "which"}:
        return not any(LEMMAS.get(word.lower) in CORE_VERBS for word in words[start:end])
    return first.kind in {"determiner", "number", "noun"} and not is_clause(words[start:end])


def is_clause(run: list[Word]) -> bool:
    """Whether a finite auxiliary stands in a run of words, with no relative clause opened before it."""
    for word in run:
        if word.kind in {"relative", "that", "preposition", "past"}:
            return False
        if word.kind == "auxiliary" and word.lower in closed.FINITE_AUXILIARIES:
            return True
    return False


def next_stop(words: list[Word], at: int) -> int:
    """Index of the next comma, stop or quotation, at most `LONGEST` words on."""
    for index in range(at, min(len(words), at + LONGEST)):
        if words[index].kind in {",", ".", ";", ":", "quote", "-"}:
            return index
    return min(len(words), at + LONGEST)


def clause_subject(words: list[Word], start: int, end: int) -> Range | None:
    """The subject of the clause that starts at `start`: the phrase before its first finite verb."""
    for index in range(start, min(end, start + LONGEST)):
        word = words[index]
        finite = word.kind == "past" or word.kind == "verb" or word.lower in closed.FINITE_AUXILIARIES
        if finite and word.kind != "possessive" and index > start:
            found = subject_before(words, index)
            if found and words[found[0]].kind != "relative":
                return found
    return None
