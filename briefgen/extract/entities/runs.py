"""Find the stretches of a sentence that names stand in: capitalised words and what joins them."""

import re
from collections.abc import Callable, Mapping

from briefgen.extract.entities.lists import LONGEST, first_words, is_common, is_given, look_up
from briefgen.extract.entities.words import Word, is_function_word, is_opener, surface
from briefgen.language.english.names import companies, events, organisations, places, titles
from briefgen.language.english.names.common_capitalised import CALENDAR, NUMBERING

Words = tuple[Word, ...]

LONGEST_RUN = 20
"""Words of the longest run: far more than a name with its titles has, which bounds the work."""
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
"""An American politician's party and state: "R-Ohio"."""


def runs(words: Words) -> list[tuple[int, int]]:
    """The longest stretches of words that may belong to names."""
    found, number = [], 0
    while number < len(words):
        if not starts_run(words, number):
            number += 1
            continue
        end = end_of_run(words, number)
        found.append((number, end))
        number = end
    return found


def starts_run(words: Words, number: int) -> bool:
    """Whether a run of name words may begin here."""
    word = words[number]
    if not word.capital or PARTY_TAG.match(word.text) or is_handle(words, number):
        return False
    if is_calendar(word):
        return is_month_given(words, number)
    if is_currency(words, number):
        return False
    if is_function_word(word):
        return function_word_starts(words, number)
    if (
        is_opener(word)
        and not is_capital_at(words, number + 1 + opposes(words, number + 1))
        and longest_known(words, number, len(words)) < number + 2
    ):
        return False
    return word.text not in {"I", "I'm", "I've", "I'd", "I'll"} and not lower_hyphen_tail(words, number)


def function_word_starts(words: Words, number: int) -> bool:
    """Whether a name begins with a word that belongs to few: "Will Marsh", "The Hague", "Section Four"."""
    word = words[number]
    if word.text in titles.ODD_GIVEN and is_first_name(words, number):
        return True
    if word.text in NUMBERING and not word.opens:
        return is_capital_at(words, number + 1)
    return word.text in first_words() and longest_known(words, number, len(words)) > number + 1


def is_first_name(words: Words, number: int) -> bool:
    """Whether "Will" or "Per" is a first name: a capital after it, and no question that it opens."""
    if not is_capital_at(words, number + 1):
        return False
    if not words[number].opens:
        return True
    goes_on = (
        number + 2 < len(words) and words[number + 2].text.islower() and words[number + 2].text.isalpha()
    )
    return words[-1].text != "?" and (words[number].text == "Will" or goes_on)


def is_month_given(words: Words, number: int) -> bool:
    """Whether a month's name is somebody's first name here: "her lawyer, Jan Rohde", "June Harris said"."""
    if words[number].text not in titles.MONTH_NAMES or not is_capital_at(words, number + 1):
        return False
    before = words[number - 1].text.lower() if number and not words[number].opens else ""
    surname = words[number + 1].text
    if before in titles.BEFORE_MONTHS or before[:1].isdigit() or surname in titles.BEHIND_MONTHS:
        return False
    behind = words[number + 2].text if number + 2 < len(words) else "."
    return not surname.isupper() and (before != "" or behind in {",", "'s"} or behind.islower())


def is_currency(words: Words, number: int) -> bool:
    """Whether the word says whose money follows: "US$"."""
    following = words[number + 1] if number + 1 < len(words) else None
    return following is not None and following.text == "$" and following.joined


def is_calendar(word: Word) -> bool:
    """Whether this is a month, a day of the week or a time zone, in capitals or not."""
    return word.text in CALENDAR or (word.text.isupper() and word.text.title() in CALENDAR)


def is_handle(words: Words, number: int) -> bool:
    """Whether the word is part of an address: "@somebody", "#tag", "/path"."""
    return (
        number > 0
        and words[number - 1].text in {"@", "#", "/"}
        and words[number - 1].end == words[number].start
    )


def lower_hyphen_tail(words: Words, number: int) -> bool:
    """Whether the word is the end of a compound whose start is in lower case, as in "pro-Russian"."""
    if number < 2 or words[number - 1].text != "-" or words[number - 1].end != words[number].start:
        return False
    return words[number - 2].end == words[number - 1].start and words[number - 2].text.islower()


def end_of_run(words: Words, start: int) -> int:
    """The number of the word after the run that begins at `start`."""
    end = start + 1
    if not is_capital_at(words, end):  # "Save the Children"
        end = max(end, longest_known(words, start, len(words)))
    while end < min(len(words), start + LONGEST_RUN):
        step = next_step(words, start, end)
        if step == 0:
            break
        end += step
    return end


def next_step(words: Words, start: int, end: int) -> int:
    """How many words the run takes in next: a capitalised one, or a joining word with what follows it."""
    word = words[end]
    if word.text in {"'s", "'"}:
        return possessive_step(words, start, end)
    if not word.joined:
        return 0
    if word.text[0].isdigit():
        return number_step(words, start, end)
    if word.text in NICKNAME_MARKS:
        return nickname_step(words, start, end)
    if word.capital or word.text == "plc":
        return 1 if word.text == "plc" else capital_step(words, start, end)
    return particle_step(words, end) or joining_step(words, start, end)


NICKNAME_MARKS = {"(": ")", '"': '"', "“": "”", "``": "''", "‘": "’", "'": "'"}
"""What opens a nickname inside a name, with what closes it."""


def nickname_step(words: Words, start: int, end: int) -> int:
    """Four where a nickname stands between a first name and a surname: John "Jack" Marlow."""
    if end + 3 >= len(words) or not is_given(words[start].text) or end - start > 2:
        return 0
    _, name, closing, surname = words[end : end + 4]
    close = name.start == words[end].end and closing.start == name.end
    marked = closing.text == NICKNAME_MARKS[words[end].text] and name.capital and name.text.isalpha()
    follows = surname.capital and surname.joined and not is_function_word(surname)
    return 4 if close and marked and follows and look_up(name.text) is None else 0


def capital_step(words: Words, start: int, end: int) -> int:
    """One where the capitalised word belongs to the run before it."""
    if camel_after_country(words, start, end):
        return 0
    if follows_given(words, end) or is_regnal(words, end):
        return 1
    said = words[end].text
    if said in organisations.OPPOSING:
        return 2 if is_several(words[end - 1].text) and is_capital_at(words, end + 1) else 0
    return 0 if said in CALENDAR or said == "No." or is_function_word(words[end]) else 1


def opposes(words: Words, number: int) -> bool:
    """Whether a "Without" with a capital stands here, between the words of a body's name."""
    return number < len(words) and words[number].joined and words[number].text in organisations.OPPOSING


def is_several(said: str) -> bool:
    """Whether a word names several people of a trade or the like, as a body's first word does."""
    return said.endswith(("s", "en")) and (
        is_common(said.lower()) or is_common(said.lower().removesuffix("s"))
    )


def possessive_step(words: Words, start: int, end: int) -> int:
    """How many words a possessive inside a name brings in: "People's Army", "Workers' Party"."""
    owner = words[end - 1].text
    close = words[end].start == words[end - 1].end and is_capital_at(words, end + 1)
    if close and (owner in organisations.OWNERS or is_college(words, end) or is_house(words, end)):
        return 2
    return max(0, longest_known(words, start, len(words)) - end) if words[end].text == "'s" else 0


def number_step(words: Words, start: int, end: int) -> int:
    """How many words a number brings in: known with it ("FTSE 100"), a flight, or a numbered model."""
    known = longest_known(words, start, end + 1)
    if known > end:
        return known - end
    before, said = words[end - 1].text, words[end].text
    if before == "Flight":
        return 1
    following = words[end + 1].text if end + 1 < len(words) else ""
    counted = said.endswith("00") and following.islower() and following.endswith("s")
    return 1 if before in companies.MODELLED and is_model_number(said) and not counted else 0


def is_model_number(said: str) -> bool:
    """Whether a number may be a model's: up to three digits, letters and a hyphen after them at most."""
    digits = len(said) - len(said.lstrip("0123456789"))
    return 1 <= digits <= 3 and "," not in said and "." not in said and len(said) <= digits + 5


def is_college(words: Words, number: int) -> bool:
    """Whether a king's or saint's possessive opens the name of a college or the like."""
    before = words[number - 2].text if number > 1 else ""
    owner = words[number - 1].text in {"King", "Queen"} or before in {"St", "St.", "Saint"}
    return owner and words[number + 1].text in organisations.COLLEGES


def is_house(words: Words, number: int) -> bool:
    """Whether a possessive stands inside the name of a club, a law or the like: "Sam's Club"."""
    owner = look_up(words[number - 1].text)
    plain = owner is None or owner.known in {"city", "company"}
    return words[number].text == "'s" and plain and words[number + 1].text in organisations.OWNED


def is_regnal(words: Words, number: int) -> bool:
    """Whether an "I" is the number of a ruler or ship: a name before it, and no verb after."""
    if words[number].text != "I" or words[number - 1].text in titles.TITLE_WORDS:
        return False
    following = words[number + 1].text if number + 1 < len(words) else "."
    return not following[0].isalpha() or following in {"of", "and", "in", "who"}


def particle_step(words: Words, end: int) -> int:
    """How many words "de", "van der" and the like bring into a run."""
    said = words[end].text
    if said not in titles.PARTICLES:
        return 0
    if is_capital_at(words, end + 1):
        return 2 if said not in {"as", "e", "y", "et", "und"} or is_foreign(words, end) else 0
    double = said in {"de", "van", "von"} and is_capital_at(words, end + 2)
    return 3 if double and words[end + 1].text in titles.PARTICLES else 0


def is_foreign(words: Words, number: int) -> bool:
    """Whether a foreign "and" stands between the words of a foreign body's name, by the one that opens it."""
    first = number
    while first > 0 and words[first].joined and words[first - 1].text[0].isalpha() and number - first < 6:
        first -= 1
        if words[first].text in organisations.FOREIGN_FIRST_WORDS:
            return True
    return False


def camel_after_country(words: Words, start: int, end: int) -> bool:
    """Whether a product such as "iThing" follows the name of a country."""
    entry = look_up(surface(words, start, end)) if words[end].text[0].islower() else None
    return entry is not None and entry.known in {"country", "demonym"}


def follows_given(words: Words, number: int) -> bool:
    """Whether a month's name or a small word is a surname here: "Theresa May", "James To"."""
    if words[number].text not in titles.ODD_SURNAMES or not is_given(words[number - 1].text):
        return False
    following = words[number + 1] if number + 1 < len(words) else None
    return words[number].text in CALENDAR or following is None or not following.capital


def is_capital_at(words: Words, number: int) -> bool:
    """Whether there is a capitalised word, close to the one before, at this place."""
    if number >= len(words) or not words[number].joined or not words[number].capital:
        return False
    return words[number].text not in CALENDAR and not is_function_word(words[number])


def joining_step(words: Words, start: int, end: int) -> int:
    """How many words "of", "for", "and", "&" and a spaced hyphen bring into a run."""
    said = words[end].text
    step = spelled_step(words, start, end) if said in SPELLED else 0
    joiner = JOINERS.get(said)
    return step or (joiner(words, start, end) if joiner else 0)


def next_capital_step(words: Words, start: int, end: int) -> int:
    """Two where "&" or "v." stands between capitalised words."""
    return 2 if is_capital_at(words, end + 1) else 0


SPELLED = frozenset("of for and in on to with against".split())
"""Joining words that an acronym in brackets after them may tell to belong to one name."""


def spelled_step(words: Words, start: int, end: int) -> int:
    """How many words a joining word brings in where an acronym in brackets spells the whole run."""
    after = end + 1
    while (
        after < len(words)
        and after - start < LONGEST_RUN
        and (words[after].capital or words[after].text in SPELLED or words[after].text in {"the", "&"})
    ):
        after += 1
    return after - end if words[after - 1].capital and is_spelled(words, start, after) else 0


def is_spelled(words: Words, start: int, end: int) -> bool:
    """Whether an acronym in brackets of three letters or more follows and has the initials of the words."""
    if end + 2 >= len(words) or words[end].text not in {"(", "["} or words[end + 2].text not in {")", "]"}:
        return False
    letters = words[end + 1].text.replace(".", "")
    if not letters.isupper() or not 3 <= len(letters) <= end - start:
        return False
    initials = [word.text[0] for word in words[start:end]]
    large = "".join(letter for letter in initials if letter.isupper())
    return letters in {large, "".join(initials).upper().replace("&", "")}


def hyphen_step(words: Words, start: int, end: int) -> int:
    """Two where a hyphen stands inside a name: "Kim Jong-un", a known name with blanks around its hyphen."""
    if is_given_tail(words, start, end):
        return 2
    known = look_up(f"{words[end - 1].text}-{words[end + 1].text}") if is_capital_at(words, end + 1) else None
    return 2 if known and known.known != "adjective" else 0


def byname_step(words: Words, start: int, end: int) -> int:
    """Two where "the" or "at" stands before the end of a name: "the Great", "University of X at Y"."""
    if words[end].text == "the":
        return 2 if end + 1 < len(words) and words[end + 1].text in titles.BYNAMES else 0
    university = words[start].text == "University" and words[start + 1].text == "of"
    return 2 if university and is_capital_at(words, end + 1) else 0


def is_given_tail(words: Words, start: int, end: int) -> bool:
    """Whether a hyphen and a small syllable end an East Asian given name: "Jong-un", "Ka-ki"."""
    if end + 1 >= len(words) or end - start < 2 or words[end + 1].start != words[end].end:
        return False
    tail = words[end + 1].text
    adjoining = (
        words[end].start == words[end - 1].end and tail.islower() and tail.isalpha() and len(tail) <= 6
    )
    if not adjoining or tail in {"led", "run", "era", "bid", "born", "like"}:
        return False
    return words[end - 2].text in titles.FAMILY_FIRST or len(tail) == 2 or not is_common(tail)


def of_step(words: Words, start: int, end: int) -> int:
    """How many words "of" or "for" brings in, where a head stands before and a capital after."""
    article = end + 1 < len(words) and words[end + 1].text == "the"
    target = end + 2 if article else end + 1
    if not is_capital_at(words, target) or (article and not words[end + 1].joined):
        return 0
    head = words[end - 1].text
    if head in titles.OFFICES_OF:
        return target - end + 1 if words[target].text in titles.DEPARTMENTS else 0
    heads = OF_HEADS if words[end].text == "of" else organisations.FIRST_WORDS
    if head in organisations.LED and is_given(words[target].text) and is_capital_at(words, target + 1):
        return 0
    whole = surface(words, max(start, end - 1), target + 1)
    if head in heads or look_up(whole):
        return target - end + 1
    return target - end + 1 if is_purpose(words, start, end) and not look_up(words[target].text) else 0


OF_HEADS = organisations.FIRST_WORDS | places.OF_WORDS | events.FIRST_WORDS
"""Words that "of" joins to what follows."""


def is_purpose(words: Words, start: int, end: int) -> bool:
    """Whether the run says what a body is for, in a common word: "Council for the Welfare" of somebody."""
    inside = any(words[number].text in {"of", "for"} for number in range(start, end - 1))
    return inside and words[start].text not in titles.TITLE_WORDS and is_common(words[end - 1].text.lower())


def and_step(words: Words, start: int, end: int) -> int:
    """Two where "and" joins two halves of one name, and not two names."""
    if not is_capital_at(words, end + 1):
        return max(0, longest_known(words, start, len(words)) - end)
    before, following = words[end - 1].text, words[end + 1].text
    if f"{before} {words[end].text} {following}" in organisations.PAIRS:
        return 2
    whole = max(longest_known(words, first, len(words)) for first in range(max(start, end - 5), end))
    if whole > end:
        return whole - end
    if look_up(before) or longest_known(words, end + 1, len(words)) > end + 1 or words[end].text != "and":
        return 0
    inside = any(words[number].text in {"of", "for"} for number in range(start, end))
    if inside and is_common(following.lower()) and is_common(before.lower()):
        return 2
    return 2 if closes_both(words, start, end) else 0


def closes_both(words: Words, start: int, end: int) -> bool:
    """Whether the capitals after "and" tell that the halves are one: "Trade and Industry Board"."""
    before, following = words[end - 1].text, words[end + 1].text
    after = end + 1
    while is_capital_at(words, after):
        after += 1
    closing = words[after - 1].text
    if after - end < 3 or closing not in organisations.GENERIC:
        return False
    if closing in {"Act", "Bill"}:
        return look_up(surface(words, start, end)) is None
    adjective = before.endswith(("ic", "al", "ive", "ary", "ous"))
    plain = (adjective or is_common(before.lower())) and before not in organisations.LAST_WORDS
    return plain and not is_given(following)


def unit_step(words: Words, start: int, end: int) -> int:
    """How many words "in" or "on" brings into the name of a unit or campaign: "Women in Business Council"."""
    known = longest_known(words, start, len(words))
    if known > end:
        return known - end
    after = end + 1
    while is_capital_at(words, after) and after - end <= 4:
        after += 1
    closed = after - end > 2 and words[after - 1].text in organisations.UNITS
    plain = is_common(words[end - 1].text.lower()) and not words[end - 1].opens
    return after - end if closed and plain and not look_up(words[end + 1].text) else 0


JOINERS: Mapping[str, Callable[[Words, int, int], int]] = (
    {"-": hyphen_step, "&": next_capital_step, "v.": next_capital_step}
    | dict.fromkeys(("of", "for"), of_step)
    | dict.fromkeys(("the", "at"), byname_step)
    | dict.fromkeys(("and", "to"), and_step)
    | dict.fromkeys(("in", "on"), unit_step)
)
"""What each joining word brings into a run."""


def longest_known(words: Words, start: int, end: int) -> int:
    """Where the longest known name that begins at `start` ends; `start` itself where there is none."""
    first = words[start].text
    if first in first_words() or (first.isupper() and first.title() in first_words()):
        for after in range(min(end, start + LONGEST), start + 1, -1):
            if look_up(surface(words, start, after)):
                return after
    return start + 1 if look_up(words[start].text) else start
