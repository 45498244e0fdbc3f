"""Find where the words that a cue reports begin and end."""

from briefgen.extract.claims.cues import CALENDAR, LEMMAS, Cue, is_measure
from briefgen.extract.claims.phrases import Range, after_who, phrase_after
from briefgen.extract.grammar import NEVER_FINITE, NOMINAL, Word, is_person
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed

LOOK_AHEAD = 24
"""Words between a cue and its "that" or quotation, at most."""
CLAUSE_LOOK = 22
"""Words in which a clause must show its verb."""


def content_start(words: list[Word], cue: Cue, end: int) -> int:
    """Where the reported words start right of a cue: after the hearer, the day, the occasion."""
    at = end
    if at + 1 < len(words) and words[at].lower in {"is", "was"} and words[at + 1].kind == "that":
        return at + 1  # "what I can say is that"
    while at < len(words) and words[at].kind == "adverb" and not opens_content(words, at):
        at += 1
    if cue.lemma in english.ADDRESSING_VERBS or (cue.lemma in {"ask", "warn", "show"} and not cue.particle):
        at = after_hearer(words, at, cue.lemma)
    marker = find_marker(words, at)
    return marker if marker is not None else after_occasion(words, at)


def opens_content(words: list[Word], at: int) -> bool:
    """Whether the adverb at `at` belongs to the words after it ("only two", "further cuts", "instead of")."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].lower == "instead":
        return after is not None and after.lower == "of"
    return words[at].lower in {"only", "more", "less"} or (
        words[at].lower in closed.DEGREE_ADVERBS and after is not None and after.kind in NOMINAL
    )


def after_hearer(words: list[Word], at: int, lemma: str) -> int:
    """Where the phrase ends that names who is told something."""
    phrase = phrase_after(words, at)
    if phrase is None:
        return at
    end = after_who(words, phrase[1])
    if end + 1 < len(words) and words[end].kind == "possessive" and words[end + 1].kind == "quote":
        end += 2
    after = words[end] if end < len(words) else None
    if lemma in english.ADDRESSING_VERBS:
        return end
    opens = after is not None and (
        after.kind in {"that", "quote", "pronoun"} or after.lower in {"if", "whether", "to"}
    )
    return end if opens else at


def find_marker(words: list[Word], at: int) -> int | None:
    """Index of the "that" or the quotation which follows with nothing but day and occasion between."""
    for index in range(at, min(len(words), at + LOOK_AHEAD)):
        word = words[index]
        if word.kind == "that":
            if index > at and words[index - 1].kind == "and":
                return None
            return index if index == at or leads(words, at) else None
        if word.kind == "quote":
            announced = words[index - 1].kind in {",", ":"}
            return index if index == at or announced else None
        if word.kind == ":":
            return index + 1 if index + 1 < len(words) else None
        if ends_lead(words, at, index):
            return None
    return None


def ends_lead(words: list[Word], at: int, index: int) -> bool:
    """Whether another verb stands at `index`, so that the cue before `at` does not report what follows."""
    if index > at and reports_on(words, index):
        return True
    links = words[index].lower in TIME_LINKS or is_measure(words, index)
    return not links and words[index].kind in STOPS_MARKER


def reports_on(words: list[Word], index: int) -> bool:
    """Whether a reporting verb in -ing leads on ("denied this, saying that", "left after saying that")."""
    reports = LEMMAS.get(words[index].lower) in REPORTING
    led = words[index - 1].kind == "," or words[index - 1].lower in TIME_LINKS
    return reports and words[index].kind == "participle" and led


REPORTING = (english.SAYING_VERBS | english.ADDRESSING_VERBS | english.OBJECT_VERBS) - {"call"}
"""Verbs whose form in -ing tells of something else, and no more of what was reported."""

STOPS_MARKER = frozenset({"verb", "past", "auxiliary", "pronoun", ";", ".", "relative", "subordinator", "-"})
TIME_LINKS = frozenset("after before since as".split())
"""Words that open a clause, or only name a time ("after the vote")."""


def leads(words: list[Word], at: int) -> bool:
    """Whether the words at `at` name a day or an occasion, so that a "that" after it opens the clause."""
    word = words[at]
    if word.kind in {"preposition", "adverb", ","} or word.lower in TIME_LINKS:
        return True
    return word.lower in CALENDAR | {"last", "this", "earlier", "to"}


OCCASIONS = english.DOCUMENT_NOUNS | frozenset(
    """
    interview interviews conference briefing hearing meeting call rally debate podcast show program programme
    address testimony forum summit session event news appearance radio television tv
    """.split()
)


OCCASION_PREPOSITIONS = frozenset("in at during on through after".split())


def thing_ends(words: list[Word], start: int, end: int) -> int:
    """Where a thing ends that somebody denied: before the day or occasion ("the charges in a tweet")."""
    if any(word.lower == "as" for word in words[start:end]):
        return end
    for index in range(start + 1, end - 1):
        word = words[index]
        if word.lower == "during":
            return index
        if word.lower in OCCASION_PREPOSITIONS and opens_occasion(words, index + 1):
            return end if goes_on_behind(words, index + 2, end) else index
    return end


def goes_on_behind(words: list[Word], at: int, end: int) -> bool:
    """Whether the thing goes on behind its day: "accused the firm on Tuesday of having lied"."""
    of = next((place for place in range(at, min(at + 2, end - 1)) if words[place].lower == "of"), None)
    return of is not None and words[of + 1].lower not in CALENDAR | {"last", "this", "next"}


def coordinated_end(words: list[Word], start: int, end: int) -> int:
    """Where a thing ends that somebody reported: before the "and" that leads on to what else they did.

    "Announced a new plant and will hire": no clause stands in the thing for the second verb to go on.
    """
    for index in range(start + 1, end):
        if words[index].kind in {"relative", "that", "quote"} or is_finite(words, index):
            return end
        if pairs(words, start, index):
            continue
        if words[index].kind == "and" and reports_next(words, index + 1):
            return index
        at = index + 1
        while at < end and words[at].kind == "adverb":
            at += 1
        if words[index].kind != "and" or at >= end or not is_finite(words, at):
            continue
        plain = words[at].kind == "auxiliary" or (at + 1 < end and words[at + 1].kind in AFTER_SECOND_VERB)
        return (index - (words[index - 1].kind == ",")) if plain else end
    return end


def reports_next(words: list[Word], at: int) -> bool:
    """Whether a phrase and its own plain verb of reporting stand at `at` ("… and the chief said")."""
    phrase = phrase_after(words, at)
    if phrase is None or phrase[1] + 1 >= len(words) or words[phrase[1]].kind not in {"past", "verb"}:
        return False
    return LEMMAS.get(words[phrase[1]].lower) in english.CORE_VERBS and words[phrase[1] + 1].kind in SAYS_ON


SAYS_ON = frozenset({"that", "determiner", "pronoun", "noun", "name", "quote"})
"""What follows a verb that reports a clause."""


AFTER_SECOND_VERB = frozenset({"determiner", "object", "preposition", "to", "number", "that", "subordinator"})
"""Kinds of words that show that the word before them is a verb and no participle ("used cars")."""


def opens_occasion(words: list[Word], at: int) -> bool:
    """Whether a day, or "a" with an occasion or document, stands at `at`."""
    if words[at].lower in closed.WEEKDAYS:
        return True
    if words[at].kind != "determiner":
        return False
    for word in words[at + 1 : at + 4]:
        if word.lower in OCCASIONS | {"spokesman", "spokeswoman", "spokesperson"}:
            return True
        if word.kind not in NOMINAL:
            return False
    return False


def after_occasion(words: list[Word], at: int) -> int:
    """Where a day ("on Friday") or an occasion ("in a statement") ends, if a clause follows it."""
    end = at
    if (
        end + 1 < len(words)
        and words[end].lower in closed.WEEKDAYS
        and words[end + 1].kind in {"determiner", "to"}
    ):
        return end + 1
    if end < len(words) and words[end].lower in {"on", "late", "early", "last", "this", "earlier"}:
        end += 1
    if end < len(words) and words[end].lower in CALENDAR and end - at <= 2:
        end += 1
        while end < len(words) and words[end].lower in CALENDAR:
            end += 1
    elif at < len(words) and words[at].lower in {"in", "at", "during", "on"}:
        phrase = phrase_after(words, at + 1)
        if phrase is None or not any(word.lower in OCCASIONS for word in words[phrase[0] : phrase[1]]):
            return at
        end = phrase[1]
    else:
        return at
    opens = end < len(words) and words[end].kind in {"quote", "to"}
    return end if opens or has_clause(words, end) else at


def has_clause(words: list[Word], at: int) -> bool:
    """Whether a clause starts at `at`: a subject, and a finite verb after it, before any stop."""
    if at >= len(words):
        return False
    if words[at].kind in {"that", "subordinator"}:
        return True
    nominal = False
    for index in range(at, min(len(words), at + CLAUSE_LOOK)):
        word = words[index]
        quoted = word.kind == "quote" and words[index - 1].kind != "possessive"
        if nominal and (is_finite(words, index) or quoted or word.lower == "be"):
            return True
        if word.kind in {".", ";", ":", "quote", "relative"} or (word.kind == "," and not nominal):
            return False
        nominal = nominal or word.kind in {"pronoun", "noun", "name", "number", "determiner"}
    return False


def has_subject(words: list[Word], at: int) -> bool:
    """Whether the first finite verb after `at` has its subject there, and goes not on after "and" alone.

    "Announced the plant would close", not "announced a plant and will hire".
    """
    for index in range(at + 1, min(len(words), at + CLAUSE_LOOK)):
        if words[index].kind in {".", ";", ":", "relative"}:
            return False
        if is_finite(words, index):
            return before_adverbs(words, index) != "and" and has_clause(words, at)
    return False


def is_finite(words: list[Word], index: int) -> bool:
    """Whether a finite verb stands at `index`."""
    word = words[index]
    if word.kind == "auxiliary":
        return word.lower in closed.FINITE_AUXILIARIES
    if word.kind == "verb":
        return words[index - 1].kind not in {"to"} if index else True
    return word.kind == "past" and word.lower not in NEVER_FINITE and not shortened(words, index)


def shortened(words: list[Word], index: int) -> bool:
    """Whether a past participle only describes the noun before it ("troops sent to the border")."""
    after = words[index + 1] if index + 1 < len(words) else None
    regular = words[index].lower.endswith("ed") or words[index].lower in NEVER_FINITE
    if not regular or after is None or after.lower != "by":
        return False
    return index + 2 >= len(words) or words[index + 2].kind != "participle"


def content_end(words: list[Word], start: int, cue: Cue | None) -> int:
    """Where reported words end that start at `start`: where the writer's or another speaker's words begin."""
    fronted = cue is not None and opens_subordinate(words, cue)
    dashes = [index for index in range(start, len(words)) if words[index].kind == "-" and parts(words, index)]
    clausal = cue is None or cue.lemma in CLAUSE_TAKERS
    that = clausal and start < len(words) and words[start].kind == "that"
    for index in range(start, len(words)):
        word = words[index]
        if word.kind in {".", ";"} and closes_nothing(words, index):
            continue
        attributed = word.lower == "according" and index > start
        tagged = word.kind == "," and index == start + 1 and is_left_by(words, index + 1, cue)
        if word.kind in {".", ";"} or tagged or (attributed and not (that and index == start + 2)):
            return index
        if word.kind == "-" and index - start >= 3 and index in dashes and ends_at_dash(words, index, dashes):
            return index
        long = index - start >= 2 or words[start].lower in {"yes", "no", "so"}
        if word.kind == "," and that and not has_verb(words, start, index):
            continue
        if word.kind == "," and long and ends_at_comma(words, index, fronted):
            return index
        if word.lower == '",' and ends_at_comma(words, index, fronted):
            return index + 1
        if word.kind == "and" and index > start and ends_at_and(words, start, index, cue):
            return index
    return len(words)


POINTING = frozenset("this that it these those them".split())
"""Words that stand for all that was said before."""


def is_left_by(words: list[Word], at: int, cue: Cue | None) -> bool:
    """Whether one word is all that is reported: who tells of it follows at `at`, or what he adds."""
    points = words[at - 2].lower in POINTING and at < len(words) and reports_on(words, at)
    return points or is_told_by(words, at, cue)


def is_told_by(words: list[Word], at: int, cue: Cue | None) -> bool:
    """Whether who tells of it stands at `at`, behind one word ("denies wrongdoing, a spokesman said")."""
    takes_thing = cue is not None and (cue.lemma == "deny" or cue.lemma not in english.SAYING_VERBS)
    return takes_thing and new_speaker(words, at)


def has_verb(words: list[Word], start: int, end: int) -> bool:
    """Whether a finite verb stands between two places, or a quotation that may hold one."""
    return any(words[at].kind == "quote" or is_finite(words, at) for at in range(start, end))


def parts(words: list[Word], index: int) -> bool:
    """Whether the dash at `index` parts words; a hyphen that follows one does not ("above- and below")."""
    return words[index].lower != "-" or index == 0 or words[index - 1].end < words[index].start


def closes_nothing(words: list[Word], index: int) -> bool:
    """Whether the stop at `index` only shortens a word or parts figures: "Ruiz (D-N.Y.) said", "3: 17"."""
    if index + 1 >= len(words):
        return False
    if words[index].kind == ":":
        between = index > 0 and words[index - 1].kind == words[index + 1].kind == "number"
        return between or words[index + 1].start == words[index].end
    return words[index + 1].kind in {")", ","} and words[index].lower == "."


CLAUSE_TAKERS = english.SAYING_VERBS | english.THINKING_VERBS | english.ADDRESSING_VERBS
"""Verbs that report a clause also without "that"."""


def relative_end(words: list[Word], relative: int, start: int, end: int, lemma: str) -> int:
    """Where reported words end whose speaker is "who": at its comma, or where the verb of its noun follows.

    "Voters who want a change say so", "Ruiz, who wants a change, said so".
    """
    enclosed = relative > 0 and words[relative - 1].kind == ","
    clause = lemma in BARE_CLAUSE_TAKERS or (lemma in CLAUSE_TAKERS and words[start].kind not in NOMINAL)
    verbs = 0 if clause and words[start].kind != "to" else 1
    for index in range(start + 1, end):
        word = words[index]
        if enclosed and word.kind == ",":
            return index
        if word.kind in {"and", ",", "relative", "that", "subordinator", "quote"}:
            verbs = min(verbs, 0)
        elif is_finite(words, index) and before_adverbs(words, index) not in GROUPED:
            if verbs:
                return verb_start(words, index)
            verbs += 1
    return end


BARE_CLAUSE_TAKERS = frozenset(
    """
    say think believe claim know feel hope argue insist suggest fear tell warn contend allege acknowledge
    admit concede predict realize realise assume worry complain vow guess
    """.split()
)
"""Those of them after which a noun mostly opens a clause, and is no object."""

GROUPED = frozenset({"auxiliary", "negation", "to", "verb", "past", "participle"})
"""Kinds after which a verb goes on the same verb group ("help encourage", "were split")."""


def before_adverbs(words: list[Word], index: int) -> str:
    """The kind of the word left of `index`, adverbs passed over."""
    while index > 0 and words[index - 1].kind == "adverb":
        index -= 1
    return words[index - 1].kind if index else "."


def verb_start(words: list[Word], index: int) -> int:
    """Index of the first auxiliary or adverb of the verb group that ends at `index`."""
    while index > 0 and words[index - 1].kind in {"auxiliary", "adverb", "negation"}:
        index -= 1
    return index


def ends_at_and(words: list[Word], start: int, index: int, cue: Cue | None) -> bool:
    """Whether the "and" at `index` leads on to another report, the same speaker's or a named one's."""
    if pairs(words, start, index):
        return False
    if another_cue(words, index, cue) or withholds(words, index + 1) or narrated_on(words, start, index, cue):
        return True
    if words[start].kind == "to" and leaves_infinitive(words, start, index):
        return True
    at = index + 1
    while at < len(words) and at - index <= 6 and words[at].kind == "name":
        at += 1
    if cue is None or at == index + 1 or at >= len(words) or words[at].kind != words[cue.head].kind:
        return False
    asks = words[at].lower == "asked" and at + 1 < len(words) and words[at + 1].lower in closed.INTERROGATIVES
    return asks or LEMMAS.get(words[at].lower) in english.CORE_VERBS


def pairs(words: list[Word], start: int, index: int) -> bool:
    """Whether the "and" at `index` joins the two between which something is ("a deal between Acme and")."""
    for at in range(index - 1, start - 1, -1):
        if words[at].lower == "between":
            return words[index].lower == "and"
        if words[at].kind not in NOMINAL | {"preposition"}:
            return False
    return False


def leaves_infinitive(words: list[Word], start: int, index: int) -> bool:
    """Whether a new subject with its own verb follows the "and" at `index`, after a bare infinitive.

    "Refused to concede and her party said the count was not over": no clause in the infinitive could go on.
    """
    if has_verb(words, start, index):
        return False
    phrase = phrase_after(words, index + 1)
    if phrase is None or phrase[1] >= len(words):
        return False
    return reports_next(words, index + 1) or words[phrase[1]].lower in closed.FINITE_AUXILIARIES


def narrated_on(words: list[Word], start: int, index: int, cue: Cue | None) -> bool:
    """Whether the writer goes on of the speaker after the "and" at `index` ("said it was safe and has left").

    What is reported of the past stands in the past throughout; so "has" after it is the writer's, where what
    follows is a deed of people and the reported clause is about no person, or about the speaker as "he".
    """
    if cue is None or cue.lemma not in CLAUSE_TAKERS or words[cue.head].kind != "past" or cue.passive:
        return False
    at = index + 1
    named = at < len(words) and words[at].lower in {"he", "she"}
    at += named
    if at >= len(words) or words[at].lower not in {"has", "have"}:
        return False
    since = False
    while at < len(words) and words[at].kind in {"auxiliary", "adverb"}:
        since = since or words[at].lower == "since"
        at += 1
    verbs = [word.lower for at, word in enumerate(words[:index]) if at > start and is_finite(words, at)]
    if at >= len(words) or not verbs or any(verb in PRESENT for verb in verbs):
        return False
    subject = words[start + (words[start].kind == "that")]
    if subject.kind == "pronoun" and not named:
        return since or words[at].lower in DEEDS
    return words[at].lower in DEEDS and not any(is_person(word.lower) for word in words[start:index])


PRESENT = frozenset("is are has have will does do can may says".split())
"""Verbs in the present: who reports in it may go on in it."""
DEEDS = frozenset(
    """
    left resigned apologised apologized fled flown quit retired appointed hired ordered visited travelled
    traveled sued fired dismissed suspended signed appealed pleaded stepped asked met
    married returned sent moved
    """.split()
)
"""What people do, and things do not."""


def opens_subordinate(words: list[Word], cue: Cue) -> bool:
    """Whether a cue stands in a clause that a subordinator opens at a sentence's head ("While he said")."""
    if words[0].lower in {"without", "despite", "amid"} and cue.head < 12:
        return True
    for index in range(max(0, cue.start - 12), cue.start):
        if words[index].lower in FRONTING:
            return index <= 4 or words[index - 1].kind in {"and", ","}
    return False


FRONTING = frozenset("while although though if when after because since as before unless once until".split())


def ends_at_dash(words: list[Word], index: int, dashes: list[int]) -> bool:
    """Whether the dash at `index` opens the writer's own remark: no second dash closes it."""
    return len(dashes) < 2 or (dashes.index(index) % 2 == 0 and index == dashes[-1])


ENDING_WORDS = frozenset(
    """
    while though although despite compared according which who whose where whereas
    """.split()
)
"""Words that, after a comma, most often open what the writer adds."""


def ends_at_comma(words: list[Word], index: int, fronted: bool) -> bool:
    """Whether the writer's own words go on after the comma at `index`.

    `fronted` is whether the cue stands in a clause that leads up to the sentence's main one.
    """
    if index + 1 >= len(words) or (fronted and has_clause(words, index + 1)):
        return True
    after = words[index + 1]
    if after.kind == "relative" or after.lower in {"where", "which"}:
        return not closes_before_verb(words, index + 1)
    if (
        after.lower in ENDING_WORDS
        or dated_by_another(words, index + 1)
        or hands_back(words, index + 1)
        or leaves_open(words, index + 1)
    ):
        return True
    if after.kind == "adverb" and index + 2 < len(words):
        after = words[index + 2]
    if after.kind == "participle":
        return after.lower in LEMMAS
    if after.kind == "and":
        return opens_other(words, index + 1)
    return new_speaker(words, index + 1)


def dated_by_another(words: list[Word], at: int) -> bool:
    """Whether the writer tells at `at` how long after something it was said: "a day after talks failed"."""
    behind = [word.lower for word in words[at : at + 4]]
    place = next((place for place, word in enumerate(behind) if word in LONG_UNITS), None)
    return place in {0, 1, 2} and behind[place + 1 : place + 2] == ["after"]


LONG_UNITS = frozenset("hour hours day days week weeks month months year years".split())


def opens_other(words: list[Word], index: int) -> bool:
    """Whether the "and" or "but" at `index`, after a comma, opens what the reported words do not hold."""
    if another_cue(words, index, None) or new_speaker(words, index + 1) or withholds(words, index + 1):
        return True
    if index + 1 >= len(words) or words[index + 1].kind not in {"pronoun", "noun", "name", "determiner"}:
        return False
    if words[index].lower == "but":
        return has_clause(words, index + 1)
    return words[index + 1].kind == "pronoun" and another_cue(words, index + 1, None)


def withholds(words: list[Word], at: int) -> bool:
    """Whether a refusal to say more starts at `at`: "but would not name her", "but declined to comment"."""
    negated = False
    while at < len(words) and words[at].kind in {"auxiliary", "adverb", "negation"}:
        negated = negated or words[at].kind == "negation"
        at += 1
    if at + 1 >= len(words):
        return False
    if words[at].lower in REFUSING and words[at + 1].kind == "to":
        return True
    return negated and words[at].lower in english.WITHHELD_VERBS


def leaves_open(words: list[Word], at: int) -> bool:
    """Whether "a figure the company declined to comment on", "a claim that could not be verified" starts."""
    if words[at].lower not in LABELLING:
        return False
    named = next(
        (i for i in range(at + 1, min(len(words), at + 4)) if words[i].lower in english.LABELS), None
    )
    if named is None or any(word.kind not in NOMINAL for word in words[at + 1 : named]):
        return False
    verb = named + 1
    while verb < len(words) and words[verb].kind in NOMINAL | {"that", "relative", "pronoun"}:
        verb += 1
    return withholds(words, verb) or cannot_verify(words, verb)


LABELLING = frozenset("a an one another".split())


def cannot_verify(words: list[Word], at: int) -> bool:
    """Whether the verb group at `at` tells that something is not established ("was unable to verify")."""
    negated = False
    while at < len(words) and (
        words[at].kind in {"auxiliary", "adverb", "negation", "to"} or words[at].lower in ABLE
    ):
        negated = negated or words[at].kind == "negation" or words[at].lower == "unable"
        at += 1
    return negated and at < len(words) and LEMMAS.get(words[at].lower) in english.VERIFYING_VERBS


VERB_GROUP = frozenset({"auxiliary", "adverb", "negation", "to"})
ABLE = frozenset("able unable".split())
REFUSING = frozenset("declined declines refused refuses failed".split())


def hands_back(words: list[Word], index: int) -> bool:
    """Whether "however" opens a clause of its own at `index`, or the verb of the clause around it follows."""
    if words[index].lower == "however":
        return index + 1 < len(words) and words[index + 1].kind != ","
    return words[index].kind == "past" and LEMMAS.get(words[index].lower) in english.CORE_VERBS


def closes_before_verb(words: list[Word], index: int) -> bool:
    """Whether the relative clause at `index` is a parenthesis: a comma closes it and the verb goes on."""
    for at in range(index + 1, min(len(words) - 1, index + CLAUSE_LOOK)):
        if words[at].kind == ",":
            after = at + 1 + (words[at + 1].kind == "adverb")
            return after < len(words) and words[after].kind in {"auxiliary", "verb", "past"}
        if words[at].kind in {".", ";", "-"}:
            return False
    return False


def another_cue(words: list[Word], index: int, cue: Cue | None) -> bool:
    """Whether a finite reporting verb follows the "and" at `index`, so that the same speaker goes on."""
    at = index + 1
    while at < len(words) and words[at].kind in {"adverb"}:
        at += 1
    told_of = False
    if at < len(words) and words[at].lower in {"has", "have", "had", "is", "are", "was"}:
        while at < len(words) and words[at].kind in {"adverb", "auxiliary"}:
            told_of = words[at].lower in {"is", "are", "was", "been"}
            at += 1
    if at >= len(words) or words[at].kind not in {"past", "verb", "participle"}:
        return False
    if (
        told_of and words[at].kind == "past"
    ):  # "and had been questioned" is done to somebody, and said of them
        return False
    lemma = LEMMAS.get(words[at].lower)
    if lemma is None or lemma not in english.SAYING_VERBS | english.ADDRESSING_VERBS | english.OBJECT_VERBS:
        return False
    return cue is None or words[at].kind == words[cue.head].kind or words[cue.head].kind == "participle"


def new_speaker(words: list[Word], at: int) -> bool:
    """Whether a short subject and a plain reporting verb start at `at` ("he said", "but Ruiz denied")."""
    for index in range(at, min(len(words), at + 7)):
        word = words[index]
        if word.kind in {"past", "verb"} and index > at:
            lemma = LEMMAS.get(word.lower)
            return lemma in english.CORE_VERBS or (lemma is not None and words[index - 1].kind == "pronoun")
        if word.kind not in NOMINAL | {"pronoun", "adverb", "auxiliary", "preposition"}:
            return False
    return False


def left_start(words: list[Word], end: int, floor: int) -> int:
    """Where a clause starts whose speaker is named after it: the sentence's start, or what `floor` marks."""
    start = floor
    for index in range(end - 1, floor, -1):
        if words[index].kind in {";", ".", ":"} and not closes_nothing(words, index):
            start = index + 1
            break
        if words[index].kind == "(" and not any(word.kind == ")" for word in words[index:end]):
            start = index + 1
            break
    while start < end and words[start].kind in {",", "-", ";", ":"}:
        start += 1
    return start


def quote_run(words: list[Word], at: int) -> Range:
    """The quotation at `at` with the further ones that only a comma or "and" parts from it."""
    end = at + 1
    while end + 1 < len(words) and words[end].kind in {",", "and"} and words[end + 1].kind == "quote":
        end += 2
    return at, end
