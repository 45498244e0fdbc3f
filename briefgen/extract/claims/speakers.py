"""Find who speaks: left of the verb, right of it, or the subject that an -ing form leans on."""

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.contents import is_finite, verb_start
from briefgen.extract.claims.cues import CALENDAR, Cue
from briefgen.extract.claims.drafts import Reading
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english.denials import OUTRIGHT


def speaker_of(reading: Reading, cue: Cue) -> Range | None:
    """Who says it, where the speaker stands before the verb."""
    words = reading.words
    if cue.infinitive:
        near = governing_subject(words, cue.start)
        return near or reading.subject or phrases.clause_subject(words, 0, cue.start)
    if words[cue.start].lower in {"without", "short"}:
        return governing_subject(words, cue.start) or reading.subject
    at = cue.start - 1
    while at >= 0 and words[at].kind == "adverb":
        at -= 1
    before = words[at] if at >= 0 else None
    if words[cue.head].kind == "participle" and not any(
        w.kind == "auxiliary" for w in words[cue.start : cue.head]
    ):
        return participle_speaker(reading, cue, at)
    if before is not None and before.kind == "and":
        return reading.subject or phrases.clause_subject(words, 0, at)
    return phrases.subject_before(words, cue.start)


QUOTED = frozenset({"her", "him", "them"})
"""Whom "the minutes record her as saying" quotes."""


def participle_speaker(reading: Reading, cue: Cue, at: int) -> Range | None:
    """Who says it where the verb is an -ing form: the subject of the main verb, or the thing before it."""
    words = reading.words
    before = words[at] if at >= 0 else None
    if goes_on_from(reading, cue):
        return reading.drafts[-1].speaker
    if at > 0 and words[at].kind == "object" and words[at - 1].lower in LENDING:
        return at, at + 1
    if at > 1 and words[at].lower == "as" and words[at - 1].lower in QUOTED:
        return at - 1, at  # "the minutes record her as saying"
    document = document_before(words, cue.start)
    if document is not None:
        return document
    main = governing_subject(words, cue.start) or reading.subject
    if before is not None and before.kind in {"noun", "name", "adjective"}:
        return near_or_main(words, cue, at, main)
    return instead_of_it(words, main, cue.start) if main else fronted_speaker(reading, cue)


def near_or_main(words: list[Word], cue: Cue, at: int, main: Range | None) -> Range | None:
    """Which of two speaks in -ing: the phrase that ends at `at`, or the subject of the main verb."""
    near = phrases.subject_before(words, at + 1)
    if near is not None and near[0] and words[near[0] - 1].lower in LENDING:
        return near
    if near is None or (main is not None and (issued(words, near) or speaks(words, cue, near))):
        return instead_of_it(words, main, cue.start)
    return near


LENDING = frozenset(
    "with remember remembers remembered recall recalls recalled hear hears heard see sees saw".split()
)
"""Words after which a phrase is the subject of the -ing form behind it ("with the mayor saying")."""
DUMMIES = frozenset("it this that there which".split())


def instead_of_it(words: list[Word], main: Range | None, end: int) -> Range | None:
    """The subject of an -ing form; where it is "it", whom "it was left to", "it was followed by" names."""
    if main is None or words[main[0]].lower not in DUMMIES:
        return main
    if main[1] >= len(words) or words[main[1]].lower not in BE_PAST:
        return main
    for index in range(main[1], min(end - 1, main[1] + phrases.LONGEST)):
        named = words[index + 1].kind == "name" or words[index + 1].lower in {"the", "his", "her"}
        if words[index].lower in {"to", "by"} and named:
            return phrases.phrase_after(words, index + 1)
    return None


BE_PAST = frozenset("was is were had has".split())


def document_before(words: list[Word], index: int) -> Range | None:
    """The author of a document that somebody got, or the document itself ("a letter from Ruiz saying").

    None where the words before `index` name no document, or one that the subject of the sentence issued.
    """
    for at in range(index - 1, max(0, index - NEAREST), -1):
        word = words[at]
        if word.lower in english.DOCUMENT_NOUNS and word.kind == "noun":
            return author_of(words, at, index)
        passed = word.kind in PASSED or (word.kind == "past" and describes_document(words, at))
        if not passed:
            return None
    return None


NEAREST = 16
"""Words before an -ing form in which the document that it quotes stands, at most."""
PASSED = frozenset(
    {"name", "noun", "determiner", "adjective", "number", "preposition", ",", "possessive", "and"}
)


def describes_document(words: list[Word], at: int) -> bool:
    """Whether a participle tells how a document came about ("a letter sent to the club warning")."""
    return words[at - 1].lower in english.DOCUMENT_NOUNS


def author_of(words: list[Word], at: int, index: int) -> Range | None:
    """Who speaks through the document at `at`: whom "from" or "by" names, or, got by another, itself."""
    after = words[at + 1].lower
    if at + 2 < index and after in {"from", "by"} and words[at + 2].kind in {"name", "determiner", "noun"}:
        author = phrases.phrase_after(words, at + 2)
        return author and (author[0], max(author[1], min(phrases.with_apposition(words, author)[1], index)))
    start = phrases.phrase_start(words, at, max(0, at - phrases.LONGEST))
    verb = words[start - 1] if start else None
    got = verb is not None and verb.kind in {"past", "verb"} and verb.lower in GETTING
    return (start, at + 1) if got else None


GETTING = frozenset("received receives receive got obtained read saw seen cited found heard".split())
"""What one does with another's document."""


def goes_on_from(reading: Reading, cue: Cue) -> bool:
    """Whether the words of the claim before end right where this cue starts ("…, adding that")."""
    if not reading.drafts or not reading.drafts[-1].content:
        return False
    return reading.drafts[-1].speaker is not None and cue.start - reading.drafts[-1].content[-1][1] in {0, 1}


def speaks(words: list[Word], cue: Cue, near: Range) -> bool:
    """Whether a verb of saying in -ing belongs to the main subject though a noun stands before it."""
    if cue.lemma not in english.SAYING_VERBS | english.ADDRESSING_VERBS or cue.lemma in SHOWING:
        return False
    return not any(word.lower in english.DOCUMENT_NOUNS for word in words[near[0] : near[1]])


SHOWING = frozenset("suggest indicate reveal confirm show demonstrate report signal imply".split())
"""What also a thing can do."""


def governing_subject(words: list[Word], index: int) -> Range | None:
    """The subject of the nearest finite verb left of `index` that stands in no relative clause."""
    for at in range(index - 1, max(-1, index - phrases.LONGEST), -1):
        if not is_finite(words, at):
            continue
        found = phrases.subject_before(words, verb_start(words, at))
        if found is not None and words[found[0]].kind not in {"relative", "that"}:
            return found
    return None


def fronted_speaker(reading: Reading, cue: Cue) -> Range | None:
    """The subject after a participle that opens the sentence ("Citing delays, the ministry closed …")."""
    words = reading.words
    for index in range(cue.end, min(len(words), cue.end + phrases.LONGEST)):
        if words[index].kind == ",":
            return phrases.phrase_after(words, index + 1)
    return None


def issued(words: list[Word], phrase: Range) -> bool:
    """Whether a document is something that somebody issued: "released a report saying"."""
    if not any(word.lower in english.DOCUMENT_NOUNS for word in words[phrase[0] : phrase[1]]):
        return False
    before = [word.kind for word in words[max(0, phrase[0] - 2) : phrase[0]]]
    return any(kind in {"past", "verb", "participle"} for kind in before)


def inverted_speaker(reading: Reading, cue: Cue) -> Range | None:
    """The speaker after the verb in `"…," said Ana Ruiz`, if that is how the sentence runs."""
    words = reading.words
    if (
        cue.lemma not in english.SAYING_VERBS
        or cue.particle
        or cue.start != cue.head
        or words[cue.head].kind == "participle"
    ):
        return None
    at = cue.start - 1
    if at >= 0 and words[at].kind in {",", "-"}:
        at -= 1
    if at < 0 or (at == cue.start - 1 and words[at].kind != "quote"):
        return None
    direct = words[at].kind == "quote"
    if cue.end >= len(words) or words[cue.end].kind in {"preposition", "that", "quote", "adverb", "to"}:
        return None
    phrase = phrases.phrase_after(words, cue.end)
    if phrase is None or words[phrase[0]].kind == "object" or words[phrase[0]].lower in CALENDAR:
        return None
    if not direct and not follows_clause(words, cue) and not goes_on_after(words, cue, phrase):
        return None
    return phrase


def goes_on_after(words: list[Word], cue: Cue, phrase: Range) -> bool:
    """Whether the clause that "said Ruiz" interrupts goes on after it.

    With its verb ("Roth, said Ruiz, is ill"), or whole after a lead ("By May, said Ruiz, it fell").
    """
    start = contents.left_start(words, cue.start - 1, 0)
    leads = words[start].kind in {"preposition", "adverb", "and"}
    if leads and phrase[1] < len(words) and words[phrase[1]].kind == ",":
        return contents.has_clause(words, phrase[1] + 1)
    end = phrases.with_apposition(words, phrase)[1]
    return end + 1 < len(words) and words[end].kind == "," and words[end + 1].kind == "auxiliary"


def follows_clause(words: list[Word], cue: Cue) -> bool:
    """Whether a whole clause stands left of the verb and none right of it ("The dam held, said Ruiz")."""
    start = contents.left_start(words, cue.start - 1, 0)
    quoted = any(word.kind == "quote" for word in words[start : cue.start - 1])
    whole = words[: cue.start - 1]
    left = quoted or contents.has_clause(whole, start) or resumes(whole, start)
    left = left or states_of_that(words, start) or denies_outright(words, start, cue.start)
    return left and not contents.has_clause(before_comma(words, cue.end), cue.end)


def resumes(words: list[Word], start: int) -> bool:
    """Whether at `start` a clause opens that goes on behind a relative one ("The dam, which fell, …")."""
    end = min(len(words), start + phrases.LONGEST)
    commas = [at for at in range(start + 1, end) if words[at].kind == ","]
    if len(commas) < 2 or words[commas[0] + 1].kind != "relative":
        return False
    if any(word.kind in {".", ";", ":", "quote"} for word in words[start : commas[1]]):
        return False
    behind = next((at for at in range(commas[1] + 1, len(words)) if words[at].kind != "adverb"), None)
    return behind is not None and contents.is_finite(words, behind)


def states_of_that(words: list[Word], start: int) -> bool:
    """Whether a clause with "that" for its subject opens at `start`, or one with "nor" ("Nor are")."""
    at = start + (words[start].kind == "and")
    if words[start].lower in {"nor", "neither"}:
        return at + 1 < len(words) and words[start + 1].kind == "auxiliary"
    return at + 1 < len(words) and words[at].lower in {"that", "this"} and is_finite(words, at + 1)


def denies_outright(words: list[Word], start: int, end: int) -> bool:
    """Whether all that stands between two places denies, without a verb: "Not so, …"."""
    return " ".join(word.lower for word in words[start:end] if word.kind != ",") in OUTRIGHT


def before_comma(words: list[Word], at: int) -> list[Word]:
    """The words up to the first comma from `at` on."""
    for index in range(at, min(len(words), at + phrases.LONGEST)):
        if words[index].kind == ",":
            return words[:index]
    return words
