"""Read the claim of a reporting verb."""

from collections.abc import Callable

import msgspec

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import CALENDAR, LEMMAS, NOUNS, Cue
from briefgen.extract.claims.drafts import Draft, Reading, floor_of
from briefgen.extract.claims.frames import fits, is_unreal, opens_clause, tells_nothing
from briefgen.extract.claims.negation import negated_by_subject, negation_counts, says_nothing
from briefgen.extract.claims.passives import (
    is_absolute,
    is_shortened,
    read_asked,
    read_heard,
    read_passive,
    read_seeming,
    read_shortened,
)
from briefgen.extract.claims.phrases import Range
from briefgen.extract.claims.relatives import relative_object
from briefgen.extract.claims.speakers import denies_outright, inverted_speaker, speaker_of
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed
from briefgen.language.english.frames import EVIDENCE_VERBS
from briefgen.language.english.silences import HELD
from briefgen.language.english.verbs import OFTEN_NOUNS


def read_verb(reading: Reading, cue: Cue) -> Draft | None:
    """The claim that a reporting verb makes."""
    if tells_nothing(reading.words, cue) or leads_up(reading.words, cue):
        return None
    special = special_reader(reading, cue)
    if special is not None:
        return special(reading, cue)
    if hands_over(reading, cue):
        return None
    inverted = inverted_speaker(reading, cue)
    if inverted is not None:
        return read_inverted(reading, cue, inverted)
    return read_fronted(reading.words, cue) or read_forward(reading, cue)


def leads_up(words: list[Word], cue: Cue) -> bool:
    """Whether a phrase in -ing only tells what the report beside it is on: "Commenting on it, Ruiz said"."""
    if cue.lemma not in english.LEADING_UP or not cue.particle or not words[cue.head].lower.endswith("ing"):
        return False
    stop = phrases.next_stop(words, cue.end)
    closes = stop < len(words) and words[stop].kind == "," if cue.start == 0 else stop >= len(words) - 1
    return closes and (cue.start == 0 or words[cue.start - 1].kind == ",")


def read_forward(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of a verb whose speaker stands before it, if anybody does."""
    speaker = after_covered(reading, speaker_of(reading, cue))
    if speaker is None or reading.words[speaker[0]].lower in {"you", "there"}:
        return None
    if reading.words[speaker[0]].lower == "it" and is_impossible(reading.words, cue):
        content = right_content(reading, cue, speaker) if cue.lemma in english.VERIFYING_VERBS else None
        return Draft(cue, None, content) if content else None
    return read_labelled(reading.words, cue, speaker) or read_upright(reading, cue, speaker)


def is_impossible(words: list[Word], cue: Cue) -> bool:
    """Whether nobody could do it ("it was not possible to verify"), so that "it" is no speaker."""
    return cue.negated and any(word.lower in english.POSSIBILITY for word in words[cue.start : cue.head])


def read_labelled(words: list[Word], cue: Cue, subject: Range) -> Draft | None:
    """The claim of "a figure the company declined to comment on", "a claim the agency could not verify"."""
    named = labelling(words, subject)
    if named is None or not (cue.negated or cue.lemma in english.REFUSING_VERBS):
        return None
    label, speaker = (subject[0], named), (named, subject[1])
    if cue.end >= len(words) or words[cue.end].kind in {",", ".", ";", "-", ")"}:
        return Draft(cue, speaker, (label,))
    end = contents.content_end(words, cue.end, cue)
    return Draft(cue, speaker, (label, (cue.end, end))) if end > cue.end else None


def labelling(words: list[Word], subject: Range) -> int | None:
    """Where whoever speaks starts, if what was said is named right before: "a figure | the company"."""
    if subject[0] == 0 or words[subject[0]].lower not in contents.LABELLING:
        return None
    named = (at for at in range(subject[0] + 1, subject[1] - 1) if words[at].lower in english.LABELS)
    label = next(named, None)
    if label is None or words[label + 1].kind not in {"determiner", "name", "noun"}:
        return None
    return label + 1


def after_covered(reading: Reading, speaker: Range | None) -> Range | None:
    """`speaker` without what a claim before has for its object ("praised Ruiz and | the chief said")."""
    taken = reading.covered
    if speaker is None or not speaker[0] < taken < speaker[1] - 1 or reading.words[taken].kind != "and":
        return speaker
    return taken + 1, speaker[1]


def special_reader(reading: Reading, cue: Cue) -> Callable[[Reading, Cue], Draft | None] | None:
    """How a verb is read whose speaker does not stand before or after it."""
    if cue.lemma in OWN_READERS:
        return OWN_READERS[cue.lemma]
    if cue.lemma == "quote" and not cue.passive and quoted_as(reading.words, cue) is not None:
        return read_quoted_as
    if cue.lemma == "ask" and (cue.passive or is_absolute(reading.words, cue)):
        return read_asked
    if is_shortened(reading.words, cue):
        return read_shortened
    return read_passive if cue.passive else None


OWN_READERS: dict[str, Callable[[Reading, Cue], Draft | None]] = {
    **dict.fromkeys(sorted(english.SEEMING_VERBS), read_seeming),
    **dict.fromkeys(sorted(english.HEARING_VERBS), read_heard),
}
"""How the verbs are read that never report what their own subject says."""


def quoted_as(words: list[Word], cue: Cue) -> Range | None:
    """Whom "the paper quoted Ruiz as saying" quotes."""
    phrase = phrases.phrase_after(words, cue.end)
    if phrase is None or phrase[1] + 1 >= len(words) or words[phrase[1]].lower != "as":
        return None
    return (
        phrase if words[phrase[1] + 1].kind == "participle" and words[phrase[1] + 1].lower in LEMMAS else None
    )


def read_quoted_as(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "the paper quoted Ruiz as saying that …", "…, the paper quoted Ruiz as saying"."""
    words, speaker = reading.words, quoted_as(reading.words, cue)
    if speaker is None:
        return None
    at = speaker[1] + 1
    said = Cue(LEMMAS[words[at].lower], at, at, at + 1, "verb")
    right = right_content(reading, said, speaker)
    if right is not None:
        return Draft(said, speaker, right)
    paper = phrases.subject_before(words, cue.start)
    if paper is None or paper[0] < 2 or words[paper[0] - 1].kind not in {",", "quote"}:
        return None
    end = paper[0] - (words[paper[0] - 1].kind == ",")
    left = contents.left_start(words, end, floor_of(reading))
    return Draft(said, speaker, ((left, end),)) if left < end else None


def read_upright(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """The claim of a verb whose speaker stands before it."""
    cue, speaker = negated_by_subject(reading.words, cue, speaker)
    if cue.negated and not negation_counts(reading.words, cue, speaker):
        return None
    if is_unreal(reading.words, cue, speaker):
        return None
    if says_nothing(reading.words, cue):
        cue = msgspec.structs.replace(cue, negated=True)
    asked_for = relative_object(reading, cue, speaker)
    if asked_for is not None:
        return Draft(cue, speaker, asked_for)
    return read_after(reading, cue, speaker) or read_before(reading, cue, speaker)


def read_before(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """The claim of a verb that stands before what it reports, if only in the next paragraph."""
    announced = waiting(reading, cue, speaker)
    if announced is not None and speaker[0] and reading.words[speaker[0] - 1].lower == "as":
        return announced
    for content_of in (as_content, interrupting, right_content):
        content = content_of(reading, cue, speaker)
        if content is not None:
            return Draft(cue, speaker, content)
    return silent(reading, cue, speaker) or announced


def read_after(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """The claim of a verb that stands after what it reports ("…, he said")."""
    left = left_content(reading, cue, speaker)
    if left is not None:
        return Draft(cue, speaker, (left, *right_after_left(reading, cue, left)))
    whole = reported_before(reading, cue, speaker)
    return Draft(cue, speaker, (whole,), outer=True) if whole is not None else None


def as_content(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What "as the ministry reported," is said of: the clause after its comma, or the one before."""
    words = reading.words
    if speaker[0] == 0 or words[speaker[0] - 1].lower != "as" or cue.lemma not in english.SAYING_VERBS:
        return None
    if speaker[0] >= 3 and words[speaker[0] - 2].kind == ",":
        left = (contents.left_start(words, speaker[0] - 2, floor_of(reading)), speaker[0] - 2)
        if left[0] < left[1] and contents.has_clause(words[: left[1]], left[0]):
            return None if sets_right(words, left) else (left,)
    if speaker[0] >= 2 and words[speaker[0] - 2].kind not in {",", "and", ".", "adverb"}:
        return None
    for index in range(cue.end, min(len(words), cue.end + contents.LOOK_AHEAD)):
        if words[index].kind == "," and contents.has_clause(words, index + 1):
            return ((index + 1, contents.content_end(words, index + 1, None)),)
        if words[index].kind in {"that", "quote", "pronoun", "verb"}:
            return None
    return None


def sets_right(words: list[Word], left: Range) -> bool:
    """Whether a clause ends with what is not so, as only that was said: "five, not seven, as it reported"."""
    commas = [at for at in range(*left) if words[at].kind == ","]
    return bool(commas) and words[commas[-1] + 1].lower == "not"


def interrupting(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What follows "But, Ruiz added," where nothing else stands before the speaker."""
    words = reading.words
    start = cue.end + 1
    if start >= len(words) or words[cue.end].kind != "," or cue.lemma not in english.SAYING_VERBS | BELIEVING:
        return None
    aside = after_aside(words, start)
    if aside:
        return ((aside, contents.content_end(words, aside, cue)),)
    if not contents.has_clause(words, start) or contents.has_clause(words[: speaker[0]], 0):
        return None
    right = (start, contents.content_end(words, start, None))
    before = [word for word in words[: speaker[0]] if word.kind not in {"and", "adverb", ","}]
    if not before or words[speaker[0] - 1].kind != "," or before[0].kind != "preposition":
        return None if before else (right,)
    return (0, speaker[0] - 1), right


def after_aside(words: list[Word], start: int) -> int:
    """Where "that" stands behind an -ing phrase in commas ("said, citing Ruiz, that …"); 0 if nowhere."""
    if words[start].kind != "participle":
        return 0
    close = phrases.next_stop(words, start)
    told = close + 1 < len(words) and words[close].kind == "," and words[close + 1].kind == "that"
    return close + 1 if told else 0


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
    if not cue.negated or cue.lemma not in english.REPLYING_VERBS | {"say"}:
        return None
    told = cue if cue.start == cue.head else msgspec.structs.replace(cue, end=cue.head)
    return Draft(told, speaker, ((cue.head, cue.head + 1),))


def waiting(reading: Reading, cue: Cue, speaker: Range) -> Draft | None:
    """A draft for a cue whose words come in the next paragraph, announced by a colon."""
    words = reading.words
    if words and words[-1].kind == ":" and cue.end >= len(words) - 12:
        return Draft(cue, speaker, (), waits=True)
    return None


def read_fronted(words: list[Word], cue: Cue) -> Draft | None:
    """The claim of `Said Ana Ruiz, "…"`, `In other words, explained Ruiz: "…"`."""
    opens = cue.start == 0 or (cue.start <= 4 and words[cue.start - 1].kind == ",")
    if not opens or cue.start != cue.head or words[cue.head].kind != "past":
        return None
    phrase = phrases.phrase_after(words, cue.end) if cue.lemma in english.SAYING_VERBS else None
    if phrase is None or words[phrase[0]].kind in {"quote", "object"}:
        return None
    speaker = phrases.with_apposition(words, phrase)
    at = speaker[1] + 1
    if at == len(words) and words[at - 1].kind == ":":
        return Draft(cue, speaker, (), waits=True)
    if at >= len(words) or words[at - 1].kind not in {",", ":"} or words[at].kind != "quote":
        return None
    return Draft(cue, speaker, (contents.quote_run(words, at),))


def read_inverted(reading: Reading, cue: Cue, phrase: Range) -> Draft | None:
    """The claim of `"…," said Ana Ruiz, a spokeswoman.`"""
    words = reading.words
    end = cue.start - 1 if words[cue.start - 1].kind in {",", "-"} else cue.start
    left = (contents.left_start(words, end, reading.covered), end)
    if left[0] >= left[1]:
        return None
    speaker = phrases.with_apposition(words, phrase)
    rest = after_speaker(words, speaker[1])
    at = speaker[1] + 1
    if not rest and at < len(words) and words[at - 1].kind == "," and words[at].kind == "auxiliary":
        rest = ((at, contents.content_end(words, at, None)),)
    rest = rest or behind_colon(words, speaker[1])
    led = phrase[1] + 1
    if not rest and leads_to(words, left, phrase):
        speaker, rest = phrase, ((led, contents.content_end(words, led, None)),)
        if all(word.kind in {"adverb", ",", "and"} for word in words[left[0] : left[1]]):
            return Draft(cue, speaker, rest)
    return Draft(cue, speaker, (left, *rest))


def behind_colon(words: list[Word], at: int) -> tuple[Range, ...]:
    """What somebody goes on to say behind the colon at `at`: "Not so, said Ruiz: the bridge was sound"."""
    if at + 1 >= len(words) or words[at].kind != ":" or not contents.has_clause(words, at + 1):
        return ()
    return ((at + 1, contents.content_end(words, at + 1, None)),)


def leads_to(words: list[Word], left: Range, phrase: Range) -> bool:
    """Whether what stands before "said Ruiz," only leads up to what follows ("By May, said Ruiz, …")."""
    first = words[left[0]]
    if first.kind not in {"preposition", "adverb", "and"} or contents.has_clause(words[: left[1]], left[0]):
        return False
    after = phrase[1]
    return after < len(words) and words[after].kind == "," and contents.has_clause(words, after + 1)


def after_speaker(words: list[Word], at: int) -> tuple[Range, ...]:
    """The second half of a quotation that a speaker interrupts."""
    for index in range(at, min(len(words), at + contents.LOOK_AHEAD)):
        if words[index].kind == "quote":
            joined = words[index - 1].kind == "and" and words[index - 2].kind == ","
            if joined:
                return ((index - 1, contents.quote_run(words, index)[1]),)
            announced = index == at or words[index - 1].kind in {",", ":", "-"}
            return (contents.quote_run(words, index),) if announced else ()
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
    if has_that_clause(words, cue.end):
        return None
    direct = words[at].kind == "quote"
    comma = at < speaker[0] - 1 and words[at].kind not in {",", "-"}
    if not (direct or comma) or not may_follow(words, cue, speaker):
        return None
    outright = comma and denies_outright(words, contents.left_start(words, at + 1, floor_of(reading)), at + 1)
    if not direct and not (outright or (ends_clause(words, cue) and fits_left(words, cue))):
        return None
    if direct and not comma and not hands_to_speaker(reading, at):
        return None
    left = (contents.left_start(words, at + 1, floor_of(reading)), at + 1)
    last = all(word.kind in {".", "'"} for word in words[cue.end :])
    quoted = any(word.kind == "quote" for word in words[left[0] : left[1]])
    parted = [word.kind for word in words[cue.end : cue.end + 2]]
    until = len(words) if parted[:1] == [","] and parted[1:] != ["quote"] else left[1]
    fits = direct or last or quoted or outright or contents.has_clause(words[:until], left[0])
    return left if left[0] < left[1] and fits and not only_participle(words, left, cue) else None


def tells_before(words: list[Word], start: int, speaker: int) -> bool:
    """Whether a sentence tells something of its own before a report ("She left before he told us that")."""
    leads = words[start].kind in {"subordinator", "preposition", "participle", "to"}
    return not leads and start < speaker and contents.has_clause(words[:speaker], start)


def may_follow(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether a verb may stand behind all that it reports: "…, he said", "…, official figures showed"."""
    if cue.lemma in english.SAYING_VERBS | english.ADDRESSING_VERBS | BELIEVING:
        return True
    nouns = {word.lower.removesuffix("s") for word in words[slice(*speaker)]}
    return cue.lemma in SHOWING and not nouns.isdisjoint(SHOWN_BY)


SHOWING = frozenset({"show", "find"})
"""Verbs of what documents do, which may follow what stands in these."""
SHOWN_BY = frozenset(noun.removesuffix("s") for noun in english.DOCUMENT_NOUNS) | {
    "record",
    "filing",
    "result",
}
"""What documents are called, without a final s."""


def reported_before(reading: Reading, cue: Cue, speaker: Range) -> Range | None:
    """All of a sentence that reports somebody's words itself and ends with a speaker of its own.

    "Witnesses said the driver had fled, Lieutenant Roth said."
    """
    words, end = reading.words, speaker[0] - 1
    if end < 1 or words[end].kind != "," or cue.lemma in BELIEVING or not may_follow(words, cue, speaker):
        return None
    if speaker[1] > cue.start or words[cue.head].kind == "participle" or not ends_clause(words, cue):
        return None
    first = reading.drafts[0] if reading.drafts else None
    if first is None or first.speaker is None or not reading.drafts[-1].content:
        return None
    start = contents.left_start(words, end, 0)
    until = reading.drafts[-1].content[-1][1]
    taken = until in {speaker[1], speaker[1] + 1} and any(word.kind == "," for word in words[slice(*speaker)])
    taken = taken or until >= cue.end
    opens = start == first.speaker[0] < first.cue.start or tells_before(words, start, first.speaker[0])
    return (start, end) if opens and (until in {end, end + 1} or taken) else None


def has_that_clause(words: list[Word], at: int) -> bool:
    """Whether a clause with "that" starts at `at`, and no "that day"."""
    that = at + 1 < len(words) and words[at].kind == "that" and words[at + 1].lower not in CALENDAR
    return that and contents.has_clause(words, at + 1)


def only_participle(words: list[Word], left: Range, cue: Cue) -> bool:
    """Whether an -ing phrase without a verb leads up to "he said" ("Speaking in Lima, he said")."""
    if words[left[0]].kind != "participle":
        return False
    after = words[cue.end + 1] if cue.end + 1 < len(words) and words[cue.end].kind == "," else None
    finite = any(contents.is_finite(words, at) for at in range(left[0] + 1, left[1]))
    return not finite and (after is None or after.kind not in {"verb", "auxiliary", "past"})


def fits_left(words: list[Word], cue: Cue) -> bool:
    """Whether the words left of "he said" are what he said, not what leads up to a quotation after it."""
    at = contents.after_hearer(words, cue.end, cue.lemma)
    if at + 1 < len(words) and words[at].kind == "," and words[at + 1].kind == "quote":
        return not contents.has_clause(words[: cue.start], 0) and words[0].kind in {
            "determiner",
            "name",
            "noun",
        }
    return True


BELIEVING = frozenset("believe think hope fear recall figure predict imagine know".split())
"""Verbs of thought that may follow what is thought."""


def hands_to_speaker(reading: Reading, at: int) -> bool:
    """Whether the quotation at `at` closes with a mark that ends a sentence or part of one."""
    quotation = reading.quotations.get(reading.words[at].start)
    return quotation is not None and quotation.ends


def ends_clause(words: list[Word], cue: Cue) -> bool:
    """Whether nothing that could be said follows a cue: the end, a comma, a day or an occasion does."""
    at = (
        contents.after_hearer(words, cue.end, cue.lemma) if cue.lemma in english.ADDRESSING_VERBS else cue.end
    )
    if at >= len(words) or words[at].kind in {".", ",", ";", "-"}:
        return True
    word = words[at]
    if word.lower in {"last", "this"}:
        return at + 1 < len(words) and words[at + 1].lower in CALENDAR
    timed = word.kind == "adverb" or word.lower in CALENDAR | OCCASION_LINKS
    if not timed or contents.find_marker(words, at) is not None:
        return False
    stop = next((i for i in range(at, len(words)) if words[i].kind in {",", "-"}), len(words))
    return not contents.has_clause(words[:stop], at + 2)


OCCASION_LINKS = frozenset("in on at during after before as when while to from".split())
"""Words that lead up to when, where or to whom something was said."""


def right_after_left(reading: Reading, cue: Cue, left: Range) -> tuple[Range, ...]:
    """What goes on after `…, he said,`."""
    words = reading.words
    direct = any(word.kind == "quote" for word in words[left[0] : left[1]])
    if direct:
        return after_speaker(words, cue.end) or rest_of_sentence(words, cue)
    colon = behind_colon(words, cue.end)
    if colon:
        return colon
    if cue.end + 1 < len(words) and words[cue.end].kind == ",":
        start = cue.end + 1
        if words[start].kind == "participle" and words[start].lower in LEMMAS:
            return ()
        end = contents.content_end(words, start, cue)
        return ((start, end),) if end > start else ()
    return ()


def rest_of_sentence(words: list[Word], cue: Cue) -> tuple[Range, ...]:
    """What goes on unquoted after `"…," he said,`: the verb that the quoted words lack."""
    start = cue.end + 1
    if (
        start >= len(words)
        or words[cue.end].kind != ","
        or words[start].kind not in {"to", "auxiliary", "verb"}
    ):
        return ()
    end = contents.content_end(words, start, cue)
    return ((start, end),) if end > start else ()


def right_content(reading: Reading, cue: Cue, speaker: Range) -> tuple[Range, ...] | None:
    """What follows a cue, if it takes what follows."""
    words = reading.words
    start = contents.content_start(words, cue, cue.end)
    head = start
    while head + 1 < len(words) and words[head].lower in closed.DEGREE_ADVERBS:
        head += 1
    if head >= len(words) or not takes(words, cue, head):
        return None
    clause = takes_clause(words, cue, head) or opens_question(words[head])
    if not (clause or fits(words, cue, speaker, head)):
        return None
    if words[start].kind == "quote" and start > cue.end and words[start - 1].kind in {",", ":"}:
        return (contents.quote_run(words, start),)
    end = contents.content_end(words, start, cue)
    if words[speaker[0]].kind in {"relative", "that"} and speaker[1] - speaker[0] == 1:
        end = contents.relative_end(words, speaker[0], start, end, cue.lemma)
    if takes_only_object(words, cue, start):
        end = contents.coordinated_end(words, start, contents.thing_ends(words, start, end))
    return ((start, end),) if end > start else None


def takes_only_object(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether what a verb reports is a thing, and no clause."""
    plain = words[start].kind in {"determiner", "name", "noun", "object", "adjective"}
    taker = cue.lemma in contents.CLAUSE_TAKERS | english.INFINITIVE_VERBS
    return plain and not (taker and contents.has_subject(words, start))


def takes(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether the words at `start` can be what a verb reports."""
    word = words[start]
    if word.kind in {".", ",", ";", "-", ")", "'"} or word.lower in closed.WEEKDAYS:
        return False
    if word.kind == "that" and opens_relative(words, cue, start):
        return False
    if cue.lemma == "plead" and (word.kind == "negation" or word.lower == "guilty"):
        return True
    if [one.kind for one in words[start : start + 2]][word.kind == "negation" :][:1] == ["to"]:
        return cue.lemma in english.INFINITIVE_VERBS | english.ADDRESSING_VERBS
    if (
        cue.particle
        or word.kind in {"quote", "that"}
        or word.lower in closed.INTERROGATIVES
        or word.lower == "if"
        or (cue.negated and word.lower in {"who", "which"})
        or refuses_answer(words, cue, start)
    ):
        return True
    return takes_clause(words, cue, start) or takes_object(words, cue, start)


def refuses_answer(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether it is an answer that somebody refuses ("declined further comment"), and no offer."""
    return cue.lemma in english.REFUSING_VERBS and any(one.lower in HELD for one in words[start : start + 2])


def opens_relative(words: list[Word], cue: Cue, that: int) -> bool:
    """Whether "that" stands for the noun which the cue turns out to be ("the only states that vote")."""
    verbal = that + 1 < len(words) and words[that + 1].kind in {"auxiliary", "verb", "past"}
    if words[cue.head].kind == "participle" and cue.start == cue.head == that - 1:
        return verbal and cue.start > 0 and words[cue.start - 1].kind in {"noun", "name", "adjective"}
    return verbal and words[cue.head].lower in OFTEN_NOUNS | {"states", "claims", "reports", "plans", "shows"}


def takes_clause(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether a clause without "that" starts at `start` and the verb takes one."""
    word = words[start]
    if cue.lemma == "say" and word.kind in SAID_THINGS and word.lower not in CALENDAR | {"so"}:
        return True
    dated = word.lower == "for" and cue.lemma != "say"
    if dated or cue.lemma in english.QUOTATION_ONLY_VERBS or (cue.lemma == "pledge" and word.kind == "noun"):
        return False
    if cue.lemma not in contents.CLAUSE_TAKERS:
        return False
    if cue.lemma in english.CLAUSE_NEEDING_VERBS | EVIDENCE_VERBS | {"add"}:
        return opens_clause(words, start)
    return contents.has_clause(words, start)


def opens_question(word: Word) -> bool:
    """Whether a word opens a reported question."""
    return word.lower in closed.INTERROGATIVES or word.lower in {"if", "who", "which"}


SAID_THINGS = frozenset({"noun", "name", "number", "adjective", "determiner", "pronoun", "participle"})


def takes_object(words: list[Word], cue: Cue, start: int) -> bool:
    """Whether a verb reports the thing that its object names."""
    word = words[start]
    if cue.lemma in english.VALUING_VERBS:
        return gives_value(words, start)
    if cue.negated and cue.lemma in english.WITHHOLDING_VERBS:
        return cue.lemma != "say"
    deed = word.lower in {"being", "having"} and cue.lemma in DEED_VERBS
    if not deed and (
        cue.lemma in NO_OBJECT or word.kind in {"auxiliary", "and", "adverb", "relative", "verb"}
    ):
        return False
    if word.kind == "preposition":
        links = word.lower in {"about", "of", "against"}
        return links and cue.lemma in english.SAYING_VERBS | english.THINKING_VERBS
    delegates = cue.lemma == "pledge" and word.kind in {"noun", "name"}
    if delegates or (cue.lemma in english.RELEASING_VERBS and not documents(words, start)):
        return False
    return cue.lemma in OBJECT_TAKERS or (cue.lemma == "rule" and cue.particle)


DEED_VERBS = frozenset("deny admit report recall describe".split())
"""Verbs whose object may be a deed in -ing ("denied being led")."""

OBJECT_TAKERS = (
    english.OBJECT_VERBS
    | english.ACCUSING_VERBS
    | english.NEGATED_ONLY_VERBS
    | frozenset("expect fear hope doubt suspect anticipate show find".split())
)
"""Verbs that report a thing, some verbs of thought among them."""

NO_OBJECT = (english.CLAUSE_NEEDING_VERBS | english.QUOTATION_ONLY_VERBS) - {"find", "rule"}


def gives_value(words: list[Word], start: int) -> bool:
    """Whether a thing and "at" with a number stand at `start` ("the death toll at 14")."""
    if phrases.phrase_after(words, start) is None:
        return False
    for at in range(start, min(len(words), start + VALUED)):
        if words[at].lower == "at" and any(word.kind == "number" for word in words[at + 1 : at + 4]):
            return True
        if words[at].kind in {"verb", "past", "auxiliary", ",", ";", ".", "that", "relative"}:
            return False
    return False


VALUED = 12
"""Words of a thing and its "at", at most."""


def documents(words: list[Word], start: int) -> bool:
    """Whether the phrase at `start` is something through which somebody speaks ("released a report")."""
    phrase = phrases.phrase_after(words, start)
    if phrase is None:
        return False
    return any(
        word.lower in english.DOCUMENT_NOUNS or word.lower in NOUNS for word in words[phrase[0] : phrase[1]]
    )
