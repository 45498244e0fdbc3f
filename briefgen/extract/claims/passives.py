"""Read the claims of verbs whose speaker does not stand before them: passives, "seems", "asked about"."""

import msgspec

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import CALENDAR, Cue
from briefgen.extract.claims.drafts import Draft, Reading, floor_of
from briefgen.extract.claims.frames import has_unreal_modal, is_document, opens_clause, personal
from briefgen.extract.claims.negation import negative_start
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed
from briefgen.language.english.frames import TAKEN_BACK, TAKING_BACK


def is_shortened(words: list[Word], cue: Cue) -> bool:
    """Whether a past participle shortens a relative clause ("a fact first reported by the Times")."""
    if words[cue.head].kind != "past" or cue.end >= len(words) or words[cue.end].lower != "by":
        return False
    auxiliary = any(word.kind == "auxiliary" for word in words[cue.start : cue.head])
    return not auxiliary and cue.lemma in SHORTENED_VERBS


SHORTENED_VERBS = (
    (english.SAYING_VERBS | english.OBJECT_VERBS) - english.ISSUING_VERBS - {"voice", "order"}
) | {"expect", "anticipate"}


def read_shortened(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "a fact first reported by the Times", "as reported by the Times, …"."""
    words = reading.words
    at = cue.start - 1
    if at >= 0 and words[at].lower == "as":
        speaker = phrases.phrase_after(words, cue.end + 1)
        content = around_as(reading, at, speaker[1]) if speaker else None
        return Draft(cue, speaker, content) if content else None
    if at < 0 or words[at].kind not in {"noun", "name", "number"}:
        return None
    return read_agent(words, cue, (phrases.phrase_start(words, at, max(0, at - phrases.LONGEST)), at + 1))


def around_as(reading: Reading, at: int, end: int) -> tuple[Range, ...] | None:
    """The main clause beside "as the Times reported", which runs from `at` to `end`."""
    words = reading.words
    if at == 0 and end + 1 < len(words) and words[end].kind == ",":
        return ((end + 1, contents.content_end(words, end + 1, None)),)
    if at >= 2 and words[at - 1].kind == ",":
        left = (contents.left_start(words, at - 1, floor_of(reading)), at - 1)
        return (left,) if left[0] < left[1] and contents.has_clause(words[: left[1]], left[0]) else None
    return None


def read_seeming(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "the army seems to have left", which nobody is named for."""
    words = reading.words
    group = words[cue.start : cue.head]
    if cue.end >= len(words) or any(
        word.lower in english.HEDGING_AUXILIARIES or word.kind == "to" for word in group
    ):
        return None
    after = words[cue.end]
    if after.kind not in {"to", "adjective", "past"} and not (cue.lemma == "seem" and after.kind in SEEMS):
        return None
    subject = phrases.subject_before(words, cue.start)
    if subject is None or words[cue.head].kind == "participle" or cue.infinitive:
        return None
    return Draft(cue, None, (subject, (cue.end, contents.content_end(words, cue.end, cue))))


SEEMS = frozenset({"determiner", "noun", "preposition", "adverb", "number"})
"""What "seems" tells of its subject, besides a verb or an adjective."""


def read_heard(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "the court heard that …", "…, the court heard": what was said there, whoever said it."""
    words = reading.words
    subject = phrases.subject_before(words, cue.start)
    told = {word.lower for word in words[slice(*subject)]} if subject is not None else set()
    if subject is None or not told & english.HEARERS or cue.negated or cue.passive or cue.infinitive:
        return None
    speaker = None if told & english.LISTENERS else subject
    marker = contents.find_marker(words, cue.end)
    start = cue.end if marker is None else marker
    if start < len(words) and (words[start].kind == "that" or opens_hearing(words, start)):
        return Draft(cue, speaker, ((start, contents.content_end(words, start, cue)),))
    left = (contents.left_start(words, subject[0] - 1, floor_of(reading)), subject[0] - 1)
    whole = (
        left[1] > left[0] and words[left[1]].kind == "," and contents.has_clause(words[: left[1]], left[0])
    )
    behind = words[cue.end] if cue.end < len(words) else None
    ends = behind is None or behind.kind in {".", ","} or behind.lower in CALENDAR | {"on", "in"}
    return Draft(cue, speaker, (left,)) if whole and ends else None


def opens_hearing(words: list[Word], start: int) -> bool:
    """Whether a clause that was heard stands at `start`: "heard how he fled", "heard the guard fell"."""
    return words[start].lower in closed.INTERROGATIVES or opens_clause(words, start)


def is_absolute(words: list[Word], cue: Cue) -> bool:
    """Whether "asked" stands without a subject: "Asked about the dam, …", "when asked whether"."""
    if words[cue.head].kind != "past" or cue.start != cue.head:
        return False
    before = words[cue.start - 1] if cue.start else None
    return before is None or before.kind == "." or before.lower in {"when", "if", "while"}


def read_asked(reading: Reading, cue: Cue) -> Draft | None:
    """The request in "was asked to resign", "asked for help, …"; who was asked a question claims nothing."""
    words, at = reading.words, cue.end
    if cue.negated or is_absolute(words, cue):
        return None
    at = after_day(words, at)
    particle = words[cue.end - 1].lower if cue.particle else ""
    if particle != "for" and (at >= len(words) or words[at].lower not in {"to", "for"}):
        return None
    end = next((i for i in range(at, len(words)) if words[i].kind in {",", ".", ";", "quote"}), len(words))
    return Draft(cue, None, ((at, end),)) if end > at else None


def opens_question(word: Word) -> bool:
    """Whether a word opens a reported question."""
    return word.lower in closed.INTERROGATIVES or word.lower in {"if", "who", "which", "to", "for"}


def read_passive(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of "is believed to", "was accused of … by", "was told that", "was not verified"."""
    words = reading.words
    if cue.lemma in english.VERIFYING_VERBS:
        subject = labelled_before(words, phrases.subject_before(words, cue.start))
        if subject is not None and is_unverified(words, cue, subject):
            return read_unverified(words, cue, subject)
    return read_told(reading, cue)


def read_told(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of a passive that tells of something said, and not of what is left open."""
    words = reading.words
    subject = phrases.subject_before(words, cue.start)
    if (
        subject is None
        or cue.end >= len(words)
        or words[subject[0]].kind == "relative"
        or is_cited(words, cue)
    ):
        return None
    if cue.negated or cue.lemma in english.NEGATED_ONLY_VERBS or has_unreal_modal(words, cue):
        return read_unknown(words, cue, subject) if cue.negated else None
    after = words[cue.end]
    advised = read_advised(words, cue)
    if advised is not None:
        return advised
    if after.lower == "by" and cue.lemma in english.OBJECT_VERBS | english.SAYING_VERBS:
        return read_agent(words, cue, subject)
    if after.lower in {"of", "for", "with"} and cue.lemma in english.CHARGING_VERBS:
        return read_accused(words, cue, subject)
    content = passive_content(words, cue, subject)
    return Draft(cue, None, content) if content else None


def labelled_before(words: list[Word], subject: Range | None) -> Range | None:
    """The name for what was said that "that" or "which" stands for ("a claim that could not be verified")."""
    if subject is None or subject[0] < 2 or words[subject[0]].lower not in {"that", "which"}:
        return subject
    at = subject[0] - 1
    if words[at].lower not in english.LABELS:
        return subject
    return phrases.phrase_start(words, at, max(0, at - phrases.LONGEST)), at + 1


def is_unverified(words: list[Word], cue: Cue, subject: Range) -> bool:
    """Whether what was said is not established: "the claims could not be verified", "neither account was"."""
    named = any(word.lower in english.LABELS for word in words[subject[0] : subject[1]])
    named = named or points_back(words, cue, subject)
    added = subject[0] > 1 and words[subject[0]].lower == "which" and words[subject[0] - 1].kind == ","
    return (named or added) and (cue.negated or negative_start(words, subject[0]) is not None)


def points_back(words: list[Word], cue: Cue, subject: Range) -> bool:
    """Whether a subject stands for what was just said: "this", "none of these", "neither", "it"."""
    if any(word.lower not in english.POINTING for word in words[slice(*subject)]):
        return False
    start = negative_start(words, subject[0])
    before = subject[0] if start is None else start
    opens = before == 0 or words[before - 1].kind in {"and", ",", ";", ".", "adverb"}
    behind = words[cue.end].kind if cue.end < len(words) else "."
    return opens and (words[subject[0]].lower != "it" or behind in {".", ",", ";"})


def read_unverified(words: list[Word], cue: Cue, subject: Range) -> Draft:
    """The claim of "the reports could not be verified", by the one named or by the writer."""
    told = msgspec.structs.replace(cue, negated=True)
    agent = cue.end < len(words) and words[cue.end].lower == "by"
    start = negative_start(words, subject[0])
    content = (subject[0] if start is None else start, subject[1])
    return Draft(told, phrases.phrase_after(words, cue.end + 1) if agent else None, (content,))


def is_cited(words: list[Word], cue: Cue) -> bool:
    """Whether somebody "was quoted as" saying what the next verb reports."""
    after = words[cue.end : cue.end + contents.LOOK_AHEAD]
    return cue.lemma == "quote" and any(word.lower == "as" for word in after)


def read_unknown(words: list[Word], cue: Cue, subject: Range) -> Draft | None:
    """The question that nobody answers in "it is not known whether he lives", "it is unclear who fired"."""
    if cue.lemma not in english.UNKNOWN:
        return None
    if words[subject[0]].lower != "it":
        return read_unsettled(words, cue) or read_open(words, cue, subject)
    for at in range(cue.end, min(len(words), cue.end + UNKNOWN_TO)):
        if opens_question(words[at]) and words[at].kind != "to" and words[at].lower != "for":
            end = before_and(words, at, contents.content_end(words, at, cue))
            if not contents.has_verb(words, at, end):
                return None
            return Draft(msgspec.structs.replace(cue, start=subject[0], negated=True), None, ((at, end),))
        if words[at].kind not in NOMINAL | {"to", "adverb", "preposition", ","}:
            return None
    return None


def before_and(words: list[Word], start: int, end: int) -> int:
    """Where a question ends before a comma with "and" or "but": the writer's next statement follows it."""
    for at in range(start, end - 1):
        if words[at].kind == "," and words[at + 1].kind == "and":
            return at
    return end


def read_unsettled(words: list[Word], cue: Cue) -> Draft | None:
    """The question in "whether the pilot lives is not known", "who fired was unclear"."""
    start = contents.left_start(words, cue.start, 0)
    if not opens_question(words[start]) or words[start].kind == "to" or words[start].lower == "for":
        return None
    plain = all(word.kind != "," for word in words[start : cue.start])
    return (
        Draft(cue, None, ((start, cue.start),))
        if plain and contents.has_verb(words, start, cue.start)
        else None
    )


def read_open(words: list[Word], cue: Cue, subject: Range) -> Draft | None:
    """What is not known in "the cause of the fire is not known", "his whereabouts are unclear"."""
    first = next((at for at in range(*subject) if words[at].kind == "preposition"), subject[1])
    whole = words[first - 1].lower in english.OPEN_THINGS and words[subject[0]].kind != "relative"
    return Draft(cue, None, (subject,)) if whole else None


UNKNOWN_TO = 7
"""Words between "not known" and its question at most ("to the police on Monday")."""


def read_advised(words: list[Word], cue: Cue) -> Draft | None:
    """The claim of "was advised by his coach to rest", "was told last month by Ruiz, the mayor, that"."""
    speaker, at = agent_after(words, cue.end) if cue.lemma in ADVISING else (None, cue.end)
    to = after_day(words, at)
    if speaker is not None and to < len(words) and words[to].kind == "to":
        return Draft(cue, speaker, ((to, contents.content_end(words, to, cue)),))
    that = contents.find_marker(words, at) if cue.lemma in english.ADDRESSING_VERBS | {"warn"} else None
    if that is None or words[that].kind != "that":
        return None
    return Draft(cue, speaker, ((that, contents.content_end(words, that, cue)),))


def after_day(words: list[Word], at: int) -> int:
    """Where the words of a day or the like end that start at `at` ("last month", "on Friday")."""
    while at < len(words) and (words[at].lower in CALENDAR | DAY_LEADS or words[at].kind == "adverb"):
        at += 1
    return at


DAY_LEADS = frozenset("on last this late early".split())


def agent_after(words: list[Word], at: int) -> tuple[Range | None, int]:
    """Who "by" names behind a passive, if only behind a time, and where that ends; nobody for "by phone"."""
    near = range(at, min(len(words), at + LONGEST_TIME))
    by = next((place for place in near if words[place].lower == "by"), at)
    timed = all(word.kind in {"adverb", "preposition"} or word.lower in CALENDAR for word in words[at:by])
    if not timed or words[by].lower != "by" or by + 1 >= len(words):
        return None, at
    if words[by + 1].kind != "determiner" and not is_agent(words, by + 1):
        return None, at
    speaker = phrases.phrase_after(words, by + 1)
    speaker = speaker and phrases.with_apposition(words, speaker)
    if speaker is None:
        return None, at
    end = speaker[1]
    return speaker, end + (end < len(words) and words[end].kind == ",")


LONGEST_TIME = 6
"""Words between a passive and the "by" that names who told it, at most: "last month", "on Monday"."""

ADVISING = english.ADDRESSING_VERBS | frozenset("ask urge warn order request encourage instruct".split())
"""Verbs that, in the passive, report what somebody is told by the one named."""


def passive_content(words: list[Word], cue: Cue, subject: Range) -> tuple[Range, ...] | None:
    """What is said where nobody is named: "it was said that", "is believed to", "is called a", "was told"."""
    after = words[cue.end]
    that = contents.find_marker(words, cue.end) if words[subject[0]].lower == "it" else None
    if that is not None and words[that].kind == "that":
        return ((that, contents.content_end(words, that, cue)),)
    named = cue.lemma in english.NAMING_VERBS and after.kind in COMPLEMENT | {"quote"}
    if named or (after.kind == "to" and cue.lemma in PASSIVE_TO):
        return subject, (cue.end, contents.content_end(words, cue.end, cue))
    disclosed = cue.lemma in english.DISCLOSING_VERBS and after.kind in {".", ",", "adverb", "preposition"}
    if not disclosed or words[subject[0]].lower in english.NOBODY or is_supposed(words, subject):
        return None
    return (subject,)


def is_supposed(words: list[Word], subject: Range) -> bool:
    """Whether what is said of a subject is only supposed: "if the cracks are confirmed"."""
    return subject[0] > 0 and words[subject[0] - 1].lower in SUPPOSING


SUPPOSING = frozenset({"if", "unless", "whether", "once", "until"})


def reports_passively(words: list[Word], cue: Cue, subject: Range) -> bool:
    """Whether "by" after a verb names who speaks: not where a tool was released or a team supported."""
    if cue.lemma in {"support", "attack"}:
        return False
    if cue.lemma in TAKING_BACK:
        return words[subject[1] - 1].lower in TAKEN_BACK
    return cue.lemma not in english.ISSUING_VERBS or is_document(words, subject)


def read_agent(words: list[Word], cue: Cue, subject: Range) -> Draft | None:
    """The claim of "was rejected by the council", "was accused by the council of fraud"."""
    speaker = phrases.phrase_after(words, cue.end + 1)
    if speaker is None or not reports_passively(words, cue, subject):
        return None
    at = speaker[1]
    if cue.lemma not in english.CHARGING_VERBS or at >= len(words) or words[at].lower not in {"of", "with"}:
        return Draft(cue, speaker, (subject,))
    return Draft(cue, speaker, (subject, (at, contents.content_end(words, at, cue))))


COMPLEMENT = frozenset({"determiner", "adjective", "noun", "number"})


PASSIVE_TO = frozenset(
    "believe say expect think report know allege assess estimate suspect understand".split()
)


def is_agent(words: list[Word], start: int) -> bool:
    """Whether who stands behind "by" can accuse: people or bodies, not a thing ("death by negligence")."""
    phrase = phrases.phrase_after(words, start)
    return phrase is not None and (words[start].kind == "name" or personal(words, phrase))


def read_accused(words: list[Word], cue: Cue, subject: Range) -> Draft:
    """The claim of "was accused of": by whom, if "by" and somebody follow."""
    end = contents.content_end(words, cue.end, cue)
    for index in range(cue.end, end):
        if (
            words[index].lower == "by"
            and index + 1 < end
            and words[index + 1].kind in {"name", "determiner", "noun"}
            and is_agent(words, index + 1)
        ):
            return Draft(cue, phrases.phrase_after(words, index + 1), (subject, (cue.end, index)))
    return Draft(cue, None, (subject, (cue.end, end)))
