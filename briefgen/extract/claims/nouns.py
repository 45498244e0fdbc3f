"""Read the claim of a reporting noun or adjective, of "according to", and of "allegedly"."""

import msgspec

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.contents import is_finite
from briefgen.extract.claims.cues import CALENDAR, Cue
from briefgen.extract.claims.drafts import Draft, Reading
from briefgen.extract.claims.evidence import lacking, noun_clause_end, read_lacked, thing_end
from briefgen.extract.claims.passives import read_unknown
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed


def read_noun(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "allegations by X that", "X's assessment that", "a denial of", "no evidence for"."""
    words = reading.words
    cue = lacking(words, cue)
    speaker = possessor(words, cue.head)
    if speaker is not None and words[speaker[0]].lower == "your":
        return None
    if cue.negated and cue.lemma in english.LACKED:
        return read_lacked(words, cue, speaker)
    return read_told(words, cue, speaker)


def read_told(words: list[Word], cue: Cue, speaker: Range | None) -> Draft | None:
    """The claim of a noun for something that somebody did say."""
    at = cue.end
    if speaker is None:
        speaker, at = author_after(words, cue.end)
    equated = equated_clause(words, cue, speaker)
    if equated is not None:
        return equated
    that = next((i for i in range(at, min(len(words), at + 4)) if words[i].kind == "that"), None)
    if that is None:
        return read_thing_of(words, cue, speaker, at)
    if any(word.kind in PARTS_FROM_NOUN for word in words[at:that]) or stands_for_noun(words, that):
        return None
    if contents.has_clause(words, that + 1):
        return Draft(cue, speaker, ((that, noun_clause_end(words, that, cue)),))
    return read_thing_of(words, cue, speaker, at)


def stands_for_noun(words: list[Word], that: int) -> bool:
    """Whether "that" is the subject of the verb behind it and opens no report ("reports that leaked")."""
    return that + 1 < len(words) and words[that + 1].kind in {"past", "auxiliary"}


PARTS_FROM_NOUN = frozenset({"verb", "past", "auxiliary", "participle", "preposition"})
"""Kinds of words after which a "that" does not hang on the noun before them."""


def read_thing_of(words: list[Word], cue: Cue, speaker: Range | None, at: int) -> Draft | None:
    """The claim of "Lima's denial of the plan", "his promise to pay": what follows the noun at `at`."""
    if speaker is None and there_are(words, cue) and at + 1 < len(words) and words[at].lower == "of":
        start = next(i for i in range(cue.head, 0, -1) if words[i - 1].lower in closed.BE | {"been"})
        told = msgspec.structs.replace(cue, start=start)
        return Draft(told, None, ((at + 1, thing_end(words, at + 1, cue)),))
    if speaker is None or cue.lemma not in english.STRONG_CUE_NOUNS:
        return None
    if at + 1 >= len(words) or words[at + 1].lower in CALENDAR:
        return None
    if words[at].lower not in {"of", "to", "about", "on", "for", "against"}:
        return None
    start = at + 1 if words[at].lower != "to" else at
    if words[at].lower == "of" and is_of_day(words, start):
        return None
    return Draft(cue, speaker, ((start, thing_end(words, start, cue)),))


def is_of_day(words: list[Word], start: int) -> bool:
    """Whether only the day of a statement follows its "of": "our statement of 13 November"."""
    behind = start + 1 if words[start].kind == "number" else start
    return behind < len(words) and words[behind].lower in CALENDAR


def there_are(words: list[Word], cue: Cue) -> bool:
    """Whether a sentence opens by telling of a noun: "There were unconfirmed reports of gunfire"."""
    if words[cue.head].lower not in RUMOURED or words[0].lower != "there" or cue.head > MOST_BEFORE:
        return False
    between = {word.lower for word in words[1 : cue.head]}
    return bool(between & (closed.BE | {"been"})) and not cue.negated and between.isdisjoint(SCARCELY)


MOST_BEFORE = 6
"""Words between "there" and its noun at most ("there have also been several unconfirmed reports")."""
SCARCELY = frozenset("no few little fewer hardly not never without any".split())
RUMOURED = frozenset("reports rumours rumors allegations claims accusations suggestions".split())
"""Nouns by which a text tells of what some say, whoever they are."""


def equated_clause(words: list[Word], cue: Cue, speaker: Range | None) -> Draft | None:
    """The claim of "her worry is that the bank will fail"."""
    at = cue.end + 1
    while at < len(words) and words[at].kind == "adverb":
        at += 1
    if (
        speaker is None
        or at >= len(words)
        or words[at].kind != "that"
        or words[cue.end].lower not in closed.BE
    ):
        return None
    return Draft(msgspec.structs.replace(cue, end=at), speaker, ((at, contents.content_end(words, at, cue)),))


def read_adjective(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "was confident that", "is critical of"."""
    words = reading.words
    speaker = phrases.subject_before(words, cue.start)
    ends = cue.end >= len(words) or words[cue.end].kind in ENDS_DESCRIPTION
    ends = ends or (cue.lemma in english.UNKNOWN_ADJECTIVES and words[cue.end].lower in english.STILL)
    if speaker is not None and cue.negated and (ends or words[speaker[0]].lower == "it"):
        return read_unknown(words, cue, speaker)
    if speaker is None or words[speaker[0]].lower in {"it", "there", "this", "that", "which", "you"}:
        return None
    end = contents.content_end(words, cue.end, cue)
    if words[speaker[0]].kind == "relative":
        end = contents.relative_end(words, speaker[0], cue.end, end, "say")
    return Draft(cue, speaker, ((cue.end, end),)) if end > cue.end else None


def possessor(words: list[Word], head: int) -> Range | None:
    """Whose claim it is: the phrase before 's, or "his", "their"."""
    at = head - 1
    while at >= 0 and head - at < 5 and words[at].kind in {"adjective", "noun", "past", "number", "adverb"}:
        at -= 1
    if at < 0:
        return None
    if words[at].lower in {"his", "her", "their", "its", "my", "our", "your"}:
        return at, at + 1
    plural = words[at].lower in {"'", "’"} and words[at - 1].lower.endswith("s")
    if (words[at].kind == "possessive" or plural) and at > 0:
        start = phrases.phrase_start(words, at - 1, max(0, at - 20))
        return (start, at) if start < at else None
    return None


def author_after(words: list[Word], at: int) -> tuple[Range | None, int]:
    """Who is named after a reporting noun ("by the ministry", "from Lima"), and where that ends."""
    index = at
    while index < len(words) and words[index].lower in CALENDAR | {"on", "last", "this"}:
        index += 1
    if index < len(words) and words[index].lower in {"by", "from"}:
        phrase = phrases.phrase_after(words, index + 1)
        if phrase is not None:
            return phrase, phrase[1]
    return None, at


def read_according(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "according to X"."""
    words = reading.words
    phrase = phrases.phrase_after(words, cue.end) or named_document(words, cue.end)
    if phrase is None:
        return None
    lead = [word for word in words[: cue.start] if word.kind not in {"adverb", ",", "and"}]
    phrase = phrase[0], phrases.listed_end(words, phrase[1])
    phrase = described(words, told_by(words, phrase), fronted=not lead)
    if not lead:
        return according_first(words, cue, phrase, phrases.with_apposition(words, phrase)[1])
    phrase = phrases.with_apposition(words, phrase)
    after = phrase[1]
    end = cue.start - 1 if words[cue.start - 1].kind in {",", "-"} else cue.start
    if words[end - 1].kind == "that" and words[end - 2].kind != "preposition":
        return None
    left = (contents.left_start(words, end, 0), end)
    if left[0] >= left[1]:
        return None
    whole = words[left[1] - 1].kind != "auxiliary" and finite_between(words, *left)
    if whole or after >= len(words) or words[after].kind != ",":
        return Draft(cue, phrase, (left,))
    return Draft(cue, phrase, (left, (after + 1, contents.content_end(words, after + 1, None))))


def told_by(words: list[Word], phrase: Range) -> Range:
    """`phrase` with the noun that passes for a verb, or without what another clause is about.

    "A Harbour Bank forecast" ends with "forecast"; "engineers and the mayor has closed it" after "engineers".
    """
    start, end = phrase
    if end >= len(words):
        return phrase
    if words[end].lower in english.GONE_BY and (
        end + 1 >= len(words) or words[end + 1].kind in ENDS_DESCRIPTION
    ):
        return start, end + 1
    joint = next((at for at in range(start + 1, end) if words[at].kind == "and"), None)
    goes_on = words[end].kind == "auxiliary" and words[end].lower in closed.FINITE_AUXILIARIES
    return (start, joint) if joint is not None and goes_on else phrase


def described(words: list[Word], phrase: Range, fronted: bool) -> Range:
    """`phrase` with the participle or the relative clause that describes it, up to the edge of the clause.

    "A poll published on Tuesday", "a study that was carried out in May"; where the phrase opens the sentence
    without a comma behind it, up to the clause that follows ("a letter sent in May the club is broke").
    """
    end = phrase[1]
    if words[end - 1].lower in {"familiar", "close", "aware"} and end - 1 > phrase[0]:
        end -= 1
    inside = any(words[at].kind == "past" and made(words, at) for at in range(phrase[0] + 1, end))
    if not inside and not (end < len(words) and opens_description(words, end)):
        return phrase
    while end < len(words) and not ends_description(words, end, fronted):
        end += 1
    return phrase[0], end


def made(words: list[Word], at: int) -> bool:
    """Whether a participle stands behind the noun that it describes."""
    return words[at - 1].kind in {"noun", "name"} and words[at].lower not in CALENDAR


def opens_description(words: list[Word], at: int) -> bool:
    """Whether a participle or a relative clause at `at` describes the noun before it."""
    if words[at - 1].kind not in {"noun", "name"} or at + 1 >= len(words):
        return False
    if words[at].lower in {"familiar", "close", "aware"}:
        return words[at + 1].lower in {"with", "to", "of"}
    if words[at].kind == "past":
        return words[at + 1].kind in {"preposition", "to", "adverb"} or words[at + 1].lower in CALENDAR
    return words[at].lower in {"that", "which", "who"} and words[at + 1].kind in {"auxiliary", "past", "verb"}


def ends_description(words: list[Word], at: int, fronted: bool) -> bool:
    """Whether a mark, a further clause or a further statement stands at `at`."""
    word = words[at]
    if word.kind in ENDS_DESCRIPTION:
        return True
    if word.kind == "subordinator":
        return contents.has_clause(words, at + 1)
    if word.kind == "and":
        return at + 1 >= len(words) or words[at + 1].kind not in {"past", *NOMINAL}
    opens = word.kind in {"determiner", "pronoun"} and words[at - 1].kind in {"noun", "name", "number"}
    return fronted and opens and contents.has_clause(words, at)


ENDS_DESCRIPTION = frozenset({",", ".", ";", ":", "quote", "-", "(", ")"})
"""Marks up to which a phrase may be described."""


def named_document(words: list[Word], at: int) -> Range | None:
    """The phrase at `at` in which a title in quotation marks stands ("the "Harbour First" plan")."""
    quote = next((i for i in range(at, min(len(words), at + 3)) if words[i].kind == "quote"), None)
    return (at, max(quote + 1, phrases.next_stop(words, quote + 1))) if quote is not None else None


def according_first(words: list[Word], cue: Cue, phrase: Range, after: int) -> Draft | None:
    """The claim where "according to X," opens the sentence."""
    if any(words[at].kind == "and" and words[at - 1].kind == "," for at in range(phrase[1], after)):
        phrase = phrase[0], after
    commas = [
        i for i in range(phrase[1], min(len(words), phrase[1] + phrases.LONGEST)) if words[i].kind == ","
    ]
    start = commas[0] + 1 if commas else after
    described = len(commas) > 1 and (
        words[commas[0] + 1].kind == "relative" or not finite_between(words, commas[0], commas[1])
    )
    if described and words[commas[1] + 1].kind != "past" and contents.has_clause(words, commas[1] + 1):
        start = commas[1] + 1
    if start >= len(words):
        return None
    if described and start == commas[1] + 1 and words[commas[0] + 1].kind == "name":
        phrase = phrase[0], commas[1]
    return Draft(cue, phrase, ((start, contents.content_end(words, start, None)),))


def finite_between(words: list[Word], low: int, high: int) -> bool:
    """Whether a finite verb stands between two places."""
    return any(is_finite(words, index) for index in range(low, high))


def read_adverb(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of a sentence with "allegedly" or "reportedly" that no speaker is named for."""
    words = reading.words
    held = [piece for draft in reading.drafts for piece in (*draft.content, (draft.cue.start, draft.cue.end))]
    if any(low <= cue.head < high for low, high in held):
        return None
    start = contents.left_start(words, cue.start, reading.covered)
    end = contents.content_end(words, cue.end, None)
    pieces = tuple(piece for piece in ((start, cue.start), (cue.end, end)) if piece[0] < piece[1])
    return Draft(cue, None, pieces) if pieces and end > cue.end else None
