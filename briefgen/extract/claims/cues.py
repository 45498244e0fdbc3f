"""Find the words that report: verbs with their auxiliaries and particles, nouns, "according to"."""

from collections.abc import Callable, Iterator

import msgspec

from briefgen.extract.grammar import NEVER_FINITE, Word, forms_of
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed
from briefgen.language.english import silences
from briefgen.language.english.numbers import SMALL

CALENDAR = closed.WEEKDAYS | closed.MONTHS | closed.TIME_NOUNS


class Cue(msgspec.Struct, frozen=True):
    """A reporting word in its place."""

    lemma: str
    start: int
    """Index of the first word of its group: "has" in "has repeatedly said"."""
    head: int
    """Index of the reporting word itself."""
    end: int
    """Index after its last word, particles included."""
    sort: str
    """`verb`, `noun`, `adjective`, `according`, `adverb` or `silence`."""
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    particle: bool = False


VERBS = english.SAYING_VERBS | english.ADDRESSING_VERBS | english.THINKING_VERBS | english.OBJECT_VERBS
VERBS |= english.INFINITIVE_VERBS | english.ACCUSING_VERBS | english.SEEMING_VERBS | english.VALUING_VERBS
VERBS |= frozenset(english.PARTICLES) | english.NEGATED_ONLY_VERBS | english.HEARING_VERBS


def lemma_table() -> dict[str, str]:
    """Every form of every reporting verb to its base form."""
    table: dict[str, str] = {}
    for base in sorted(VERBS):
        for form in forms_of(base):
            table.setdefault(form, base)
    table.update(
        {"found": "find", "felt": "feel", "thought": "think", "saw": "see", "read": "read", "heard": "hear"}
    )
    for base in ("label", "signal"):
        table.update({f"{base}led": base, f"{base}ling": base})
    return table


LEMMAS = lemma_table()
NOUNS = {
    form: base
    for base in english.CUE_NOUNS
    for form in (base, base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + "s")
}
SILENT = silences.REACHING | silences.AT_HAND | silences.RETURNING | silences.GIVING | silences.REPLIES
TRIGGERS = (
    silences.REACHING
    | silences.AT_HAND
    | silences.RETURNING
    | silences.ANSWERS
    | silences.REPLIES
    | {"investigation", "nothing", "per"}
    | english.KNOWN_BY
    | frozenset(LEMMAS)
    | frozenset(NOUNS)
    | frozenset(english.CUE_ADJECTIVES)
    | frozenset(english.UNKNOWN_ADJECTIVES)
    | frozenset(english.REPORTING_ADVERBS)
    | {"according"}
)
"""A sentence with none of these words, and without quotation marks, has no claim."""


def find_cues(words: list[Word], silence_at: Callable[[list[Word], int], Cue | None]) -> Iterator[Cue]:
    """Every cue, in order; `silence_at` tells those of who gave no answer."""
    taken = -1
    for index, word in enumerate(words):
        if index < taken:
            continue
        cue = silence_at(words, index) if word.lower in SILENT else None
        if word.lower in english.KNOWN_BY:
            cue = made_known(words, index)
        if cue is None and not is_measure(words, index):
            cue = cue_at(words, index, word)
        if cue is not None:
            taken = cue.end
            yield cue


def cue_at(words: list[Word], index: int, word: Word) -> Cue | None:
    """The cue whose reporting word stands at `index`, if one does."""
    lower = word.lower
    if lower == "according" and index + 1 < len(words) and words[index + 1].lower == "to":
        return Cue("according", index, index, index + 2, "according")
    if lower in english.CUE_ADJECTIVES or lower in english.UNKNOWN_ADJECTIVES:
        return adjective_cue(words, index, lower) if word.kind in {"adjective", "past", "noun"} else None
    if lower in LEMMAS and word.kind in {"verb", "past", "participle"}:
        return verb_cue(words, index, LEMMAS[lower])
    if lower in NOUNS and word.kind in {"noun", "name"}:
        return Cue(NOUNS[lower], index, index, index + 1, "noun")
    if lower in english.REPORTING_ADVERBS:
        return Cue(lower, index, index, index + 1, "adverb")
    reader = BESIDE_OTHERS.get(lower)
    return reader(words, index) if reader else None


def lacking_cue(words: list[Word], index: int) -> Cue | None:
    """The cue of "nothing", where it stands for no evidence."""
    if not leads_nowhere(words, index):
        return None
    return Cue("evidence", index, index, index + 1, "noun", negated=True)


def made_known(words: list[Word], index: int) -> Cue | None:
    """The cue of "made it clear that", "has let it be known that", if it ends at `index`."""
    before = [word.lower for word in words[max(0, index - 3) : index]]
    if before[1:] == ["it", "be"] and before[0] in english.LETTING:
        verb = index - 3
    else:
        verb = index - 1 - (before[-1:] == ["it"])
    if verb < 1 or words[verb].lower not in english.LETTING | english.MAKING_KNOWN:
        return None
    start = group_start(words, verb)
    group = words[start:verb]
    told = index + 1 < len(words) and (words[index + 1].kind in MADE_CLEAR or words[index + 1].lower in TIMED)
    if not told or is_passive(group) or any(word.kind == "to" for word in group):
        return None
    return Cue("say", start, verb, index + 1, "verb", negated=negates(group))


MADE_CLEAR = frozenset({"that", "pronoun", "determiner", "name"})
"""Kinds of words of which one follows "made clear" where a statement does."""
TIMED = frozenset("on in at last yesterday today why how what whether".split())
"""Words of which one may stand between, or opens a question."""


def leads_nowhere(words: list[Word], index: int) -> bool:
    """Whether "nothing" at `index` stands for no evidence: "there is nothing to suggest that"."""
    after = [word.lower for word in words[index + 1 : index + 3]]
    return after[:1] == ["to"] and after[1:] != [] and after[1] in english.BEARING_OUT


def per_cue(words: list[Word], index: int) -> Cue | None:
    """The cue of "per the ministry" where it opens a sentence or closes one, and gives no rate."""
    if index + 2 >= len(words) or (index and words[index - 1].kind != ","):
        return None
    named = words[index + 1].kind == "name" or words[index + 1].lower == "the"
    comma = any(word.kind == "," for word in words[index + 2 : index + REACH])
    return Cue("according", index, index, index + 1, "according") if named and (index or comma) else None


def inquiry_cue(words: list[Word], index: int) -> Cue | None:
    """The cue of "the cause is under investigation", which tells that it is not known."""
    if words[index - 1].lower != "under":
        return None
    found = unknown_cue(words, index - 1, "unknown")
    return found and msgspec.structs.replace(found, end=index + 1)


BESIDE_OTHERS: dict[str, Callable[[list[Word], int], Cue | None]] = {
    "investigation": inquiry_cue,
    "nothing": lacking_cue,
    "per": per_cue,
}
"""Words that are cues only beside certain others, and how they are read."""


def is_measure(words: list[Word], index: int) -> bool:
    """Whether the word at `index` is part of a name for a thing: "22 basis points", "media reports"."""
    return index > 0 and (words[index - 1].lower, words[index].lower) in MEASURES


MEASURES = frozenset(
    {
        ("basis", "points"),
        ("percentage", "points"),
        ("media", "reports"),
        ("press", "reports"),
        ("news", "reports"),
        ("conference", "call"),
        ("conference", "calls"),
    }
)
"""Nouns that look like verbs of reporting behind the noun that goes with them."""


def adjective_cue(words: list[Word], index: int, lower: str) -> Cue | None:
    """The adjective at `index` as a cue, if a form of "be" leads up to it and what it is about follows."""
    unknown = unknown_cue(words, index, lower) if lower in english.UNKNOWN_ADJECTIVES else None
    if unknown is not None or lower not in english.CUE_ADJECTIVES:
        return unknown
    link = words[index + 1].lower if index + 1 < len(words) else ""
    allowed = english.ADJECTIVE_LINKS.get(link)
    if allowed is None or (allowed and lower not in allowed.split()):
        return None
    at = index - 1
    while at > 0 and words[at].kind in {"adverb", "negation"}:
        at -= 1
    if at < 1 or words[at].lower not in closed.BE | english.LINKING_VERBS:
        return None
    start = group_start(words, at)
    negated = negates(words[start:index])
    end = index + 2 if words[index + 1].kind == "preposition" else index + 1
    return Cue(lower, start, index, end, "adjective", negated=negated)


def unknown_cue(words: list[Word], index: int, lower: str) -> Cue | None:
    """The adjective at `index` as a cue of what nobody knows ("it is unclear who", "who was unclear")."""
    at = index - 1
    while at > 0 and words[at].kind in {"adverb", "negation"}:
        at -= 1
    if at < 1 or words[at].lower not in closed.BE | english.LINKING_VERBS:
        return None
    start = group_start(words, at)
    denied = english.UNKNOWN_ADJECTIVES[lower] or negates(words[start:index])
    ends = index + 1 >= len(words) or words[index + 1].kind in {".", ",", ";"}
    ends = ends or words[index + 1].lower in english.STILL
    if not denied or start == 0 or not (ends or words[start - 1].lower == "it"):
        return None
    return Cue(lower, start, index, index + 1, "adjective", negated=True)


def verb_cue(words: list[Word], index: int, lemma: str) -> Cue | None:
    """The verb at `index` as a cue; none where it lacks the particle it needs."""
    start = group_start(words, index)
    group = words[start:index]
    if words[index].lower in NEVER_FINITE and not any(word.kind == "auxiliary" for word in group):
        return None
    end = index + 1
    particle = end < len(words) and words[end].lower in english.PARTICLES.get(lemma, ())
    if particle:
        end += 1
    elif lemma in english.PARTICLES and lemma not in PLAIN:
        return None
    if start == index and (describes(words, index, lemma) or is_made(words, index)):
        return None
    unfulfilled = withheld_start(words, start)
    infinitive = unfulfilled == start and any(word.kind == "to" for word in group)
    if infinitive and not goes_on(words, start, lemma):
        return None
    negated = unfulfilled < start or negates(group)
    if negated:
        end = after_second_verb(words, end)
    elif lemma in english.NEGATED_ONLY_VERBS and not (lemma in english.VERIFYING_VERBS and is_passive(group)):
        return None
    return Cue(
        lemma,
        unfulfilled,
        index,
        end,
        "verb",
        negated=negated,
        passive=words[index].kind == "past" and is_passive(group) and not is_perfect(words, index, group),
        infinitive=infinitive,
        particle=particle,
    )


def is_made(words: list[Word], index: int) -> bool:
    """Whether a verb tells what was done to its subject, or how: "Ruiz confirmed as mayor", "in writing"."""
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    made = (before, words[index].lower) == ("in", "writing") or (words[index].lower, after) in MADE
    number = index > 0 and (words[index - 1].kind == "number" or words[index - 1].lower in SMALL)
    counted = words[index].lower in COUNTED and number
    named = words[index].lower in {"calling", "calls", "call", "called"} and after in closed.REFLEXIVES
    return made or counted or named or shortens(words, index)


def shortens(words: list[Word], index: int) -> bool:
    """Whether a past form only tells to whom it was done, who then speaks ("those briefed on it said")."""
    if index == 0 or words[index].kind != "past" or words[index - 1].kind not in {"noun", "name"}:
        return False
    if index + 1 >= len(words) or words[index + 1].lower not in {"on", "by", "about"}:
        return False
    for word in words[index + 2 : index + REACH]:
        if word.kind in {"past", "verb"} and LEMMAS.get(word.lower) in english.CORE_VERBS:
            return True
        if word.kind not in {"noun", "name", "determiner", "adjective", "number", "preposition", "adverb"}:
            return False
    return False


REACH = 10
"""Words from such a form to the verb of who speaks, at most."""


MADE = frozenset(
    {("confirmed", "as"), ("announced", "as"), ("reported", "as"), ("claimed", "as")}
    | {("reported", state) for state in ("missing", "lost", "stolen", "dead", "killed", "injured", "sick")}
)
"""Past forms with the word behind them that leave out "was": "a girl reported missing on Monday"."""
COUNTED = frozenset(("confirmed", "suspected", "probable", "reported", "alleged"))
"""Past forms that, right behind a number, tell what is counted: "two suspected cases"."""


def describes(words: list[Word], index: int, lemma: str) -> bool:
    """Whether an -ing form only describes what stands beside it ("the defending champion")."""
    after = words[index + 1].kind if index + 1 < len(words) else "."
    like = after == "noun" and lemma in english.LIKE_ADJECTIVES
    return words[index].kind == "participle" and (like or lemma in english.FINITE_ONLY)


def negates(group: list[Word]) -> bool:
    """Whether a verb group holds a negation, or an adverb that comes to the same ("hardly")."""
    return any(word.kind == "negation" or word.lower in english.NEAR_NEGATIONS for word in group)


def withheld_start(words: list[Word], start: int) -> int:
    """Where the group starts that denies the verb from before its "to" or its -ing form, else `start`.

    "Has yet to confirm", "was unable to confirm", "failed to confirm", "without confirming".
    """
    if start and start < len(words) and words[start].kind in {"participle", "adverb"}:
        return avoided_start(words, start)
    if start >= len(words) or words[start].kind != "to" or start == 0:
        return start
    before = words[start - 1].lower
    if before in english.POSSIBILITY:
        return impossible_start(words, start, before)
    if before in english.FAILING_VERBS:
        return group_start(words, start - 1)
    if before == "yet" or before in english.UNABLE or (before == "able" and start > 1):
        opens = group_start(words, start - 1)
        denied = before != "able" or negates(words[opens : start - 1])
        return opens if denied and opens < start - 1 else start
    return start


def impossible_start(words: list[Word], start: int, before: str) -> int:
    """Where "was not possible" or "was impossible" starts before a "to" at `start`, else `start`."""
    opens = group_start(words, start - 1)
    denied = before == "impossible" or negates(words[opens : start - 1])
    return opens if denied and opens < start - 1 else start


def avoided_start(words: list[Word], start: int) -> int:
    """Where "without" or "short of" stands before an -ing form at `start`, else `start`."""
    if words[start - 1].lower in english.AVOIDING:
        return start - 1
    short = start > 1 and words[start - 1].lower == "of" and words[start - 2].lower == "short"
    return start - 2 if short else start


def after_second_verb(words: list[Word], end: int) -> int:
    """Where a negated pair of verbs ends ("neither confirmed nor denied"); `end` if there is but one."""
    if end + 1 >= len(words) or words[end].lower not in {"nor", "or"} or words[end + 1].lower not in LEMMAS:
        return end
    out = end + 2 < len(words) and words[end + 1].lower in {"rule", "ruled"} and words[end + 2].lower == "out"
    return end + 3 if out else end + 2


def goes_on(words: list[Word], start: int, lemma: str) -> bool:
    """Whether an infinitive tells what somebody said, or means to say ("went on to say")."""
    before = words[start - 1].lower if start else ""
    if before in english.BEFORE_INFINITIVE:
        return True
    return before in english.BEFORE_SPEECH and lemma in english.INFINITIVE_CUES


PLAIN = (
    english.SAYING_VERBS
    | english.ADDRESSING_VERBS
    | english.THINKING_VERBS
    | english.OBJECT_VERBS
    | english.INFINITIVE_VERBS
    | english.SEEMING_VERBS
    | english.VALUING_VERBS
)
"""Verbs that report also without a particle."""


def is_perfect(words: list[Word], index: int, group: list[Word]) -> bool:
    """Whether 's before the verb at `index` is short for "has": the words follow ("he's said he will")."""
    auxiliaries = [word.lower for word in group if word.kind == "auxiliary"]
    following = words[index + 1].kind if index + 1 < len(words) else "."
    return following in SAID_AFTER and auxiliaries in (["'s"], ["’s"])


SAID_AFTER = frozenset({"that", "quote", "pronoun", "determiner", "noun", "name", "adjective", "number"})


def is_passive(group: list[Word]) -> bool:
    """Whether the last auxiliary of a verb group is a form of "be"."""
    auxiliaries = [word.lower for word in group if word.kind == "auxiliary"]
    return bool(auxiliaries) and auxiliaries[-1] in closed.BE


def group_start(words: list[Word], index: int) -> int:
    """Index of the first auxiliary, adverb or negation of the verb group that ends at `index`."""
    start = index
    while (
        start > 0 and index - start < 8 and words[start - 1].kind in {"auxiliary", "adverb", "negation", "to"}
    ):
        start -= 1
        if words[start].kind == "to":
            break
    start = before_however(words, before_time(words, before_adverbial(words, start)))
    while start < index and words[start].kind == "adverb" and is_linking(words, start):
        start += 1
    return start


def before_adverbial(words: list[Word], start: int) -> int:
    """`start` moved to the auxiliary that two words for an adverb part from its verb ("had in fact said")."""
    if start < 3 or f"{words[start - 2].lower} {words[start - 1].lower}" not in closed.ADVERBIALS:
        return start
    return start - 3 if words[start - 3].kind == "auxiliary" else start


def before_however(words: list[Word], start: int) -> int:
    """`start` moved to the auxiliary that an adverb in commas parts from its verb ("has, however, said")."""
    if start < 4 or words[start - 1].kind != "," or words[start - 3].kind != ",":
        return start
    parted = words[start - 2].kind == "adverb" and words[start - 4].kind == "auxiliary"
    return start - 4 if parted else start


def before_time(words: list[Word], start: int) -> int:
    """`start` moved to the auxiliary that a time parts from its verb ("have for months warned")."""
    if start < 3 or words[start - 1].lower not in CALENDAR | {"past", "time"}:
        return start
    for index in range(start - 2, max(0, start - 5), -1):
        if words[index].kind == "preposition":
            return index - 1 if words[index - 1].kind == "auxiliary" else start
    return start


def is_linking(words: list[Word], index: int) -> bool:
    """Whether the adverb at `index` opens the sentence or follows a comma and so is not the verb's."""
    return index == 0 or words[index - 1].kind in {",", ".", "and"}
