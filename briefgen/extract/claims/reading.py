"""Read one sentence for its claims: each cue with its speaker and what is said."""

from collections.abc import Mapping

import msgspec

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import CALENDAR, LEMMAS, Cue, find_cues
from briefgen.extract.claims.phrases import Range
from briefgen.extract.claims.quotations import Quotation
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed


class Draft(msgspec.Struct, frozen=True):
    """A claim as ranges of a sentence's words."""

    cue: Cue
    speaker: Range | None
    content: tuple[Range, ...]
    waits: bool = False
    """Whether the words follow in the next paragraph ("Ruiz went on:")."""
    parent: int | None = None
    """Place, among the claims of the sentence, of the one in whose content this one stands."""


class Reading(msgspec.Struct):
    """What has been read of a sentence so far."""

    words: list[Word]
    quotations: Mapping[int, Quotation]
    """By the place of their opening mark."""
    drafts: list[Draft]
    subject: Range | None = None
    """The subject of the verb read last."""
    covered: int = 0
    """Index up to which the words belong to the content of a claim."""


def read_sentence(words: list[Word], quotations: Mapping[int, Quotation]) -> list[Draft]:
    """The claims of one sentence in the order of their cues; a quotation is one word of it."""
    reading = Reading(words, quotations, [])
    adverbs = []
    for cue in find_cues(words):
        if cue.sort == "adverb":
            adverbs.append(cue)
            continue
        if cue.head < reading.covered:
            draft = read_inside(reading, cue)
        else:
            draft = READERS[cue.sort](reading, cue)
        if draft is not None:
            keep(reading, draft)
    for cue in adverbs:
        draft = read_adverb(reading, cue)
        if draft is not None:
            keep(reading, draft)
    return reading.drafts


def gives_way(last: Draft, draft: Draft) -> bool:
    """Whether a lesser claim ("we plan to") stands in words that the next one reports ("…, the minister said")."""
    if last.cue.lemma in english.CORE_VERBS or draft.cue.lemma not in english.CORE_VERBS | {"according"}:
        return False
    return any(low <= last.cue.start and last.cue.end <= high for low, high in draft.content)


def read_announcement(words: list[Word], drafts: list[Draft]) -> Draft | None:
    """The claim of a sentence that hands over to a quotation with a colon, whatever its verb ("He went on:")."""
    colon = next((at for at in range(len(words) - 1, max(-1, len(words) - 3), -1) if words[at].kind == ":"), None)
    if colon is None or any(high > colon for draft in drafts for _, high in draft.content):
        return None
    quoted = colon + 1 < len(words) and words[colon + 1].kind == "quote"
    if colon + 1 < len(words) and not quoted:
        return None
    for at in range(colon - 1, max(0, colon - ANNOUNCES), -1):
        if contents.is_finite(words, at) and words[at].kind in {"past", "verb"}:
            speaker = phrases.subject_before(words, cue_start(words, at))
            cue = Cue("say", cue_start(words, at), at, at + 1, "verb")
            content = ((colon + 1, colon + 2),) if quoted else ()
            return Draft(cue, speaker, content, waits=not quoted) if speaker else None
    return None


ANNOUNCES = 12
"""Words between a verb and the colon with which it announces a quotation, at most."""


def keep(reading: Reading, draft: Draft) -> None:
    """Add a draft and mark what it covers; what it now reports as somebody's words gives way to it."""
    last = reading.drafts[-1] if reading.drafts else None
    if last is not None and last.parent is None and gives_way(last, draft):
        reading.drafts.pop()
    reading.drafts.append(draft)
    if draft.speaker is not None and draft.parent is None:
        reading.subject = draft.speaker
    reading.covered = max([reading.covered, *(end for _, end in draft.content)])


def read_inside(reading: Reading, cue: Cue) -> Draft | None:
    """The claim inside another one's content, where somebody else is named and the verb reports plainly."""
    if cue.sort != "verb" or cue.lemma not in english.CORE_VERBS or cue.passive:
        return None
    draft = read_verb(reading, cue)
    if draft is None or draft.speaker is None or reading.words[draft.speaker[0]].kind in UNNAMED:
        return None
    for index, outer in enumerate(reading.drafts):
        for low, high in outer.content:
            held = (low <= start and end <= high for start, end in (draft.speaker, *draft.content))
            if low <= cue.start < high and all(held):
                return msgspec.structs.replace(draft, parent=index)
    return None


UNNAMED = frozenset({"pronoun", "relative", "that", "object"})


# ------------------------------------------------------------------ verbs
def read_verb(reading: Reading, cue: Cue) -> Draft | None:
    """The claim that a reporting verb makes."""
    if cue.passive:
        return read_passive(reading, cue)
    if (cue.negated and not negation_counts(reading, cue)) or hands_over(reading, cue):
        return None
    inverted = inverted_speaker(reading, cue)
    if inverted is not None:
        return read_inverted(reading, cue, inverted)
    speaker = speaker_of(reading, cue)
    if speaker is None or reading.words[speaker[0]].lower in {"you", "there"}:
        return None
    left = left_content(reading, cue, speaker)
    if left is not None:
        right = right_after_left(reading, cue, left)
        return Draft(cue, speaker, (left, *right))
    right_range = (
        as_content(reading, cue, speaker)
        or interrupting(reading, cue, speaker)
        or right_content(reading, cue)
    )
    if right_range is None:
        return silent(reading, cue, speaker) or waiting(reading, cue, speaker)
    return Draft(cue, speaker, right_range)


def interrupting(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What follows "But, Ruiz added," where nothing else stands before the speaker."""
    words = reading.words
    start = cue.end + 1
    if start >= len(words) or words[cue.end].kind != "," or cue.lemma not in english.SAYING_VERBS | BELIEVING:
        return None
    if not contents.has_clause(words, start) or contents.has_clause(words[: speaker[0]], 0):
        return None
    right = (start, contents.content_end(words, start, None))
    before = [word for word in words[: speaker[0]] if word.kind not in {"and", "adverb", ","}]
    if not before or words[speaker[0] - 1].kind != "," or before[0].kind != "preposition":
        return None if before else (right,)
    return (0, speaker[0] - 1), right


def as_content(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What "as the ministry reported," is said of: the clause after its comma, or the one before."""
    words = reading.words
    if speaker[0] == 0 or words[speaker[0] - 1].lower != "as" or cue.lemma not in english.SAYING_VERBS:
        return None
    if speaker[0] >= 2 and words[speaker[0] - 2].kind not in {",", "and", ".", "adverb"}:
        return None
    for index in range(cue.end, min(len(words), cue.end + contents.LOOK_AHEAD)):
        if words[index].kind == "," and contents.has_clause(words, index + 1):
            return ((index + 1, contents.content_end(words, index + 1, None)),)
        if words[index].kind in {"that", "quote", "pronoun", "verb"}:
            return None
    return None


def negation_counts(reading: Reading, cue: Cue) -> bool:
    """Whether a denied verb still tells what somebody holds ("would not say how", "does not believe")."""
    if cue.lemma in {"say", "disclose", "reveal", "specify", "explain"}:
        after = reading.words[cue.end].lower if cue.end < len(reading.words) else ""
        return after in closed.INTERROGATIVES or after in {"if", "who", "which"}
    return cue.lemma in {"comment", "confirm", "respond", "discuss", "believe", "think", "elaborate", "expect"}


def hands_over(reading: Reading, cue: Cue) -> bool:
    """Whether the verb only issues a document that another verb then quotes ("issued a statement saying")."""
    if cue.lemma not in english.ISSUING_VERBS:
        return False
    words = reading.words
    phrase = phrases.phrase_after(words, cue.end)
    if phrase is None or words[phrase[1] - 1].lower not in english.DOCUMENT_NOUNS:
        return False
    at = phrase[1]
    while at < len(words) and words[at].kind == "adverb":
        at += 1
    return at < len(words) and words[at].kind == "participle" and words[at].lower in LEMMAS


def silent(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """The claim of "would not comment": what is refused is the verb itself."""
    if not cue.negated or cue.lemma not in {"comment", "respond", "elaborate", "reply", "answer"}:
        return None
    return Draft(msgspec.structs.replace(cue, end=cue.head), speaker, ((cue.head, cue.head + 1),))


def waiting(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """A draft for a cue whose words come in the next paragraph, announced by a colon."""
    words = reading.words
    if words and words[-1].kind == ":" and cue.end >= len(words) - 12:
        return Draft(cue, speaker, (), waits=True)
    return None


def speaker_of(reading: Reading, cue: Cue) -> Range | None:
    """Who says it, where the speaker stands before the verb."""
    words = reading.words
    if cue.infinitive:
        return reading.subject or phrases.clause_subject(words, 0, cue.start)
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


def participle_speaker(reading: Reading, cue: Cue, at: int) -> Range | None:
    """Who says it where the verb is an -ing form: the subject of the main verb, or the thing before it."""
    words = reading.words
    before = words[at] if at >= 0 else None
    if goes_on_from(reading, cue):
        return reading.drafts[-1].speaker
    main = governing_subject(words, cue.start) or reading.subject
    if before is not None and before.kind in {"noun", "name", "adjective"}:
        near = phrases.subject_before(words, at + 1)
        if near is None or (main is not None and (issued(words, near) or speaks(words, cue, near))):
            return main
        return near
    return main or fronted_speaker(reading, cue)


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
        if not contents.is_finite(words, at):
            continue
        found = phrases.subject_before(words, cue_start(words, at))
        if found is not None and words[found[0]].kind not in {"relative", "that"}:
            return found
    return None


def cue_start(words: list[Word], index: int) -> int:
    """Index of the first auxiliary or adverb of the verb group that ends at `index`."""
    while index > 0 and words[index - 1].kind in {"auxiliary", "adverb", "negation"}:
        index -= 1
    return index


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
    if cue.lemma not in english.SAYING_VERBS or cue.particle or cue.start != cue.head or words[cue.head].kind == "participle":
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
    if not direct and contents.has_clause(before_comma(words, cue.end), cue.end):
        return None
    return phrase


def before_comma(words: list[Word], at: int) -> list[Word]:
    """The words up to the first comma from `at` on."""
    for index in range(at, min(len(words), at + phrases.LONGEST)):
        if words[index].kind == ",":
            return words[:index]
    return words


def read_inverted(reading: Reading, cue: Cue, phrase: Range) -> Draft | None:
    """The claim of `"…," said Ana Ruiz, a spokeswoman.`"""
    words = reading.words
    end = cue.start - 1 if words[cue.start - 1].kind in {",", "-"} else cue.start
    left = (contents.left_start(words, end, reading.covered), end)
    if left[0] >= left[1]:
        return None
    speaker = phrases.with_apposition(words, phrase)
    return Draft(cue, speaker, (left, *after_speaker(words, speaker[1])))


def after_speaker(words: list[Word], at: int) -> tuple[Range, ...]:
    """The second half of a quotation that a speaker interrupts."""
    for index in range(at, min(len(words), at + contents.LOOK_AHEAD)):
        if words[index].kind == "quote":
            return (contents.quote_run(words, index),) if words[index - 1].kind in {",", ":", "-"} else ()
        if words[index].kind in {"verb", "auxiliary", "participle", ";"}:
            return ()
    return ()


def left_content(reading: Reading, cue: Cue, speaker: Range) -> Range | None:
    """What stands before `… he said`, if the sentence runs so."""
    words = reading.words
    at = speaker[0] - 1
    if at >= 0 and words[at].kind in {",", "-"}:
        at -= 1
    if at < 0 or speaker[1] > cue.start or cue.infinitive:
        return None
    direct = words[at].kind == "quote"
    comma = at < speaker[0] - 1 and words[at].kind not in {",", "-"}
    if not (direct or comma) or cue.lemma not in english.SAYING_VERBS | english.ADDRESSING_VERBS | BELIEVING:
        return None
    if not direct and not (ends_clause(words, cue) and fits_left(words, cue)):
        return None
    if direct and not comma and not contents_ends_sentence(reading, at):
        return None
    left = (contents.left_start(words, at + 1, floor_of(reading)), at + 1)
    last = all(word.kind in {".", "'"} for word in words[cue.end :])
    fits = direct or last or contents.has_clause(words, left[0])
    return left if left[0] < left[1] and fits and words[left[0]].kind != "participle" else None


def fits_left(words: list[Word], cue: Cue) -> bool:
    """Whether the words left of "he said" are what he said, not what leads up to a quotation after it."""
    at = cue.end
    if at + 1 < len(words) and words[at].kind == "," and words[at + 1].kind == "quote":
        return not contents.has_clause(words[: cue.start], 0) and words[0].kind in {
            "determiner",
            "name",
            "noun",
        }
    return True


BELIEVING = frozenset("believe think hope fear recall figure predict imagine know".split())
"""Verbs of thought that may follow what is thought."""


def contents_ends_sentence(reading: Reading, at: int) -> bool:
    """Whether the quotation at `at` closes with a mark that ends a sentence or part of one."""
    quotation = reading.quotations.get(reading.words[at].start)
    return quotation is not None and quotation.ends


def ends_clause(words: list[Word], cue: Cue) -> bool:
    """Whether nothing that could be said follows a cue: the sentence ends, or a comma, day or occasion comes."""
    at = (
        contents.after_hearer(words, cue.end, cue.lemma) if cue.lemma in english.ADDRESSING_VERBS else cue.end
    )
    if at >= len(words) or words[at].kind in {".", ",", ";", "-"}:
        return True
    word = words[at]
    timed = word.lower in CALENDAR or word.lower in {
        "in",
        "on",
        "at",
        "during",
        "last",
        "after",
        "this",
        "to",
    }
    return timed and contents.find_marker(words, at) is None and not contents.has_clause(words, at + 2)


def right_after_left(reading: Reading, cue: Cue, left: Range) -> tuple[Range, ...]:
    """What goes on after `…, he said,`."""
    words = reading.words
    direct = any(word.kind == "quote" for word in words[left[0] : left[1]])
    if direct:
        return after_speaker(words, cue.end) or rest_of_sentence(words, cue)
    if cue.end + 1 < len(words) and words[cue.end].kind == ",":
        start = cue.end + 1
        if words[start].kind == "participle" and words[start].lower in LEMMAS:
            return ()
        end = contents.content_end(words, start, cue)
        return ((start, end),) if end > start else ()
    return ()


def rest_of_sentence(words: list[Word], cue: Cue) -> tuple[Range, ...]:
    """What goes on without quotation marks after `"…," he said,`: a verb that the quotation is still to get."""
    start = cue.end + 1
    if (
        start >= len(words)
        or words[cue.end].kind != ","
        or words[start].kind not in {"to", "auxiliary", "verb"}
    ):
        return ()
    end = contents.content_end(words, start, cue)
    return ((start, end),) if end > start else ()


def right_content(reading: Reading, cue: Cue) -> tuple[Range, ...] | None:
    """What follows a cue, if it takes what follows."""
    words = reading.words
    start = contents.content_start(words, cue, cue.end)
    if start >= len(words) or not takes(words, cue, start):
        return None
    if words[start].kind == "quote" and start > cue.end and words[start - 1].kind in {",", ":"}:
        return (contents.quote_run(words, start),)
    end = contents.content_end(words, start, cue)
    return ((start, end),) if end > start else None


def takes(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether the words at `start` can be what a verb reports."""
    word = words[start]
    lemma = cue.lemma
    if word.kind in {".", ",", ";", "-", ")", "'"}:
        return False
    if word.kind == "quote":
        return True
    if word.kind == "to":
        return lemma in english.INFINITIVE_VERBS | english.ADDRESSING_VERBS
    if word.kind == "that" or word.lower in closed.INTERROGATIVES or word.lower == "if":
        return True
    if cue.particle:
        return True
    clause = contents.has_clause(words, start)
    if lemma == "say" and word.kind in SAID_THINGS and word.lower not in CALENDAR | {"so", "yes", "no"}:
        return True
    if lemma in english.CLAUSE_NEEDING_VERBS or lemma in english.QUOTATION_ONLY_VERBS:
        return clause and lemma not in english.QUOTATION_ONLY_VERBS
    if clause and lemma in english.SAYING_VERBS | english.THINKING_VERBS | english.ADDRESSING_VERBS:
        return True
    return takes_object(words, cue, start)


def takes_object(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether a verb reports the thing that its object names."""
    word = words[start]
    if word.kind == "preposition":
        return (
            word.lower in {"about", "of", "against"}
            and cue.lemma in english.SAYING_VERBS | english.THINKING_VERBS
        )
    if word.kind in {"auxiliary", "and", "adverb", "relative", "verb"}:
        return False
    return cue.lemma in english.OBJECT_VERBS | english.ACCUSING_VERBS | NAMING


SAID_THINGS = frozenset({"noun", "name", "number", "adjective", "determiner", "pronoun", "participle"})
NAMING = frozenset("expect fear hope doubt suspect anticipate show".split())
"""Verbs of thought that also take a thing."""


def read_passive(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "is believed to", "was accused of … by", "was told that"."""
    words = reading.words
    subject = phrases.subject_before(words, cue.start)
    if cue.negated or subject is None or cue.end >= len(words):
        return None
    after = words[cue.end]
    if after.kind == "that" and words[subject[0]].lower == "it":
        return Draft(cue, None, ((cue.end, contents.content_end(words, cue.end, cue)),))
    if after.kind == "to" and cue.lemma in PASSIVE_TO:
        return Draft(cue, None, (subject, (cue.end, contents.content_end(words, cue.end, cue))))
    if after.lower in {"of", "for", "with"} and cue.lemma in english.ACCUSING_VERBS:
        return read_accused(words, cue, subject)
    if after.lower == "by" and cue.lemma in english.OBJECT_VERBS | english.SAYING_VERBS:
        speaker = phrases.phrase_after(words, cue.end + 1)
        return Draft(cue, speaker, (subject,)) if speaker else None
    return None


PASSIVE_TO = frozenset(
    "believe say expect think report know allege assess estimate suspect understand".split()
)


def read_accused(words: list[Word], cue: Cue, subject: Range) -> Draft:
    """The claim of "was accused of": by whom, if "by" and somebody follow."""
    end = contents.content_end(words, cue.end, cue)
    for index in range(cue.end, end):
        if (
            words[index].lower == "by"
            and index + 1 < end
            and words[index + 1].kind in {"name", "determiner", "noun"}
        ):
            return Draft(cue, phrases.phrase_after(words, index + 1), (subject, (cue.end, index)))
    return Draft(cue, None, (subject, (cue.end, end)))


# ------------------------------------------------------------------ nouns, "according to", adverbs
def read_noun(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "allegations by X that", "X's assessment that", "a denial of"."""
    words = reading.words
    speaker = possessor(words, cue.head)
    at = cue.end
    if speaker is None:
        speaker, at = author_after(words, cue.end)
    that = next((i for i in range(at, min(len(words), at + 4)) if words[i].kind == "that"), None)
    if that is not None and any(
        word.kind in {"verb", "past", "auxiliary", "participle", "preposition"} for word in words[at:that]
    ):
        return None
    if that is not None and contents.has_clause(words, that + 1):
        return Draft(cue, speaker, ((that, noun_clause_end(words, that, cue)),))
    if speaker is None or cue.lemma not in english.STRONG_CUE_NOUNS or at >= len(words):
        return None
    if words[at].lower in {"of", "to", "about", "on", "for", "against"} and at + 1 < len(words):
        start = at + 1 if words[at].lower != "to" else at
        return Draft(cue, speaker, ((start, thing_end(words, start, cue)),))
    return None


def noun_clause_end(words: list[Word], that: int, cue: Cue) -> int:
    """Where a "that" clause ends that hangs on a noun: at the latest where the noun's own verb comes."""
    end = contents.content_end(words, that, cue)
    verbs = 0
    for index in range(that + 1, end):
        word = words[index]
        if word.kind in {"and", ",", "relative", "that", "subordinator"}:
            verbs = 0
        elif word.lower in closed.FINITE_AUXILIARIES and word.kind == "auxiliary":
            fresh = words[index - 1].kind not in {"auxiliary", "adverb", "negation"}
            if verbs and fresh:
                return index
            verbs += fresh
        elif word.kind in {"past", "verb"} and words[index - 1].kind in {"noun", "name", "pronoun"}:
            verbs += 1
    return end


def thing_end(words: list[Word], start: int, cue: Cue) -> int:
    """Where what follows "denial of" or "promise to" ends: at the latest at the next finite verb."""
    end = contents.content_end(words, start, cue)
    for index in range(start + 2, end):
        if words[index].kind in {"relative", "that"}:
            return end
        if contents.is_finite(words, index) and words[index - 1].kind != "to":
            return cue_start(words, index)
    return end


def possessor(words: list[Word], head: int) -> Range | None:
    """Whose claim it is: the phrase before 's, or "his", "their"."""
    at = head - 1
    while at >= 0 and head - at < 5 and words[at].kind in {"adjective", "noun", "past", "number", "adverb"}:
        at -= 1
    if at < 0:
        return None
    if words[at].lower in {"his", "her", "their", "its", "my", "our", "your"}:
        return at, at + 1
    if words[at].kind == "possessive" and at > 0:
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
    phrase = phrases.phrase_after(words, cue.end)
    if phrase is None:
        return None
    lead = [word for word in words[: cue.start] if word.kind not in {"adverb", ",", "and"}]
    after = phrases.with_apposition(words, phrase)[1]
    if not lead:
        return according_first(words, cue, phrase, after)
    end = cue.start - 1 if words[cue.start - 1].kind in {",", "-"} else cue.start
    left = (contents.left_start(words, end, floor_of(reading)), end)
    if left[0] >= left[1]:
        return None
    if contents.has_clause(words[: left[1]], left[0]) or after >= len(words) or words[after].kind != ",":
        return Draft(cue, phrase, (left,))
    return Draft(cue, phrase, (left, (after + 1, contents.content_end(words, after + 1, None))))


def floor_of(reading: Reading) -> int:
    """Where a claim may begin that is named at its end: after the words of a plain report, else at the start."""
    plain = [
        draft
        for draft in reading.drafts
        if draft.cue.lemma in english.CORE_VERBS and not clings(reading, draft)
    ]
    return max((end for draft in plain for _, end in draft.content), default=0)


def clings(reading: Reading, draft: Draft) -> bool:
    """Whether a claim stands in a relative clause and so belongs to the sentence around it."""
    return draft.speaker is not None and reading.words[draft.speaker[0]].kind in {"relative", "that"}


def according_first(words: list[Word], cue: Cue, phrase: Range, after: int) -> Draft | None:
    """The claim where "according to X," opens the sentence."""
    commas = [
        i for i in range(phrase[1], min(len(words), phrase[1] + phrases.LONGEST)) if words[i].kind == ","
    ]
    start = commas[0] + 1 if commas else after
    if (
        len(commas) > 1
        and not finite_between(words, commas[0], commas[1])
        and contents.has_clause(words, commas[1] + 1)
    ):
        start = commas[1] + 1
    if start >= len(words):
        return None
    return Draft(cue, phrase, ((start, contents.content_end(words, start, None)),))


def finite_between(words: list[Word], low: int, high: int) -> bool:
    """Whether a finite verb stands between two places."""
    return any(contents.is_finite(words, index) for index in range(low, high))


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


READERS = {"verb": read_verb, "noun": read_noun, "according": read_according}
