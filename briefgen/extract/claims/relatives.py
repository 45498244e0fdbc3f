"""Read what is said in a relative clause: "which officials said will close", "what he called a farce"."""

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import CALENDAR, Cue
from briefgen.extract.claims.drafts import Reading
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english

OBJECT_RELATIVES = frozenset("which whom what who".split())


def relative_object(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What is said in "which he said will close", "what he called a farce": the relative and the rest."""
    words = reading.words
    at = speaker[0] - 1
    while at > 0 and words[at].kind == "adverb":
        at -= 1
    if at < 1 or words[at].lower not in OBJECT_RELATIVES:
        return said_of_noun(words, cue, speaker)
    free = words[at].lower == "what"
    if not free and at and words[at - 1].kind == "preposition":
        return None
    start = cue.end
    if start >= len(words) or words[start].kind in {",", ".", ";", "-", ")"}:
        return None if free else ((at, at + 1),)
    end = relative_rest(words, cue, at, start)
    return ((at, at + 1), (start, end)) if end > start else None


def said_of_noun(words: list[Word], cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What is said in "a deadline that officials said went unnoticed", "a choice they say led to war"."""
    at, start = speaker[0] - 1, cue.end
    if at < 0 or start >= len(words) or cue.lemma not in contents.BARE_CLAUSE_TAKERS:
        return None
    aside = said_aside(words, cue, speaker)
    if aside is not None or at < 1:
        return aside
    follows = words[start].kind in {"auxiliary", "past"} and contents.is_finite(words, start)
    if not follows or words[speaker[1] - 1].kind == "relative":
        return None
    end = contents.relative_end(words, at, start - 1, contents.content_end(words, start, None), "say")
    if words[at].kind == "that" and words[at - 1].kind in {"noun", "name", ","}:
        return ((at, at + 1), (start, end)) if end > start else None
    if words[at].kind != "noun" or words[speaker[0]].kind != "pronoun":
        return None
    noun = phrases.phrase_start(words, at, max(0, at - phrases.LONGEST))
    return ((noun, at + 1), (start, end)) if end > start else None


def said_aside(words: list[Word], cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What is said in "the cash he says he had saved was gone": the thing, and the clause up to its own verb.

    None where no verb follows of which the thing at the head of the sentence is the subject.
    """
    at, start = speaker[0] - 1, cue.end
    if words[speaker[0]].kind != "pronoun" or words[at].kind != "noun" or words[at].lower in CALENDAR:
        return None
    noun = phrases.phrase_start(words, at, 0)
    if noun != 0 or words[start].kind not in {"pronoun", "determiner", "name"}:
        return None
    verbs = verb_groups(words, start + 1, contents.content_end(words, start, None))
    return ((noun, at + 1), (start, verbs[1])) if len(verbs) > 1 else None


def verb_groups(words: list[Word], start: int, end: int) -> list[int]:
    """Where each group of a finite verb starts: "had saved" and "was" in "he had saved was gone"."""
    found: list[int] = []
    for index in range(start, end):
        if words[index].kind in {",", "and", "relative", "that", "subordinator", "quote"}:
            break
        before = contents.before_adverbs(words, index)
        fresh = before not in {"auxiliary", "negation", "to"}
        if fresh and contents.is_finite(words, index):
            found.append(contents.verb_start(words, index))
    return found


def relative_rest(words: list[Word], cue: Cue, relative: int, start: int) -> int:
    """Where the rest of what "which" or "what" opens ends: its clause, or the name that is given to it."""
    bound = words[relative].lower != "what" and cue.lemma in english.REFUSING_VERBS
    refused = bound and words[start].kind == "to"
    if refused or words[start].kind in {"auxiliary", "verb", "past"}:
        end = contents.content_end(words, start, None)
        return contents.relative_end(words, relative, start - 1, end, "say")
    if cue.lemma not in english.NAMING_VERBS and words[start].kind != "quote":
        return start
    at = start + (words[start].lower == "as")
    while at < len(words) and words[at].kind in {"determiner", "adverb", "adjective"}:
        at += 1
    if at < len(words) and words[at].kind == "quote":
        return at + 1
    phrase = phrases.phrase_after(words, start + (words[start].lower == "as"))
    return phrase[1] if phrase else start
