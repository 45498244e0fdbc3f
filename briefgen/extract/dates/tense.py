"""Tell from the verbs around an expression of time whether it speaks of the past or of the future."""

from briefgen.extract.dates.grammar import Found
from briefgen.extract.dates.tokens import GAP, Line, Token
from briefgen.language.english import time as english

LOOK_BACK, LOOK_BACK_UNTIL, LOOK_AHEAD, LOOK_AHEAD_OPENING = 25, 8, 12, 35
"""Tokens before (fewer after "until" and "by") and behind an expression (more where it opens the sentence)
where the verb is looked for."""

GROUP = 4
"""Tokens before a participle where its auxiliary is looked for."""


def before_hedge(line: Line, start: int) -> int:
    """Index of the first token of the hedge that ends at token `start`; `start` where there is none."""
    tokens = line.tokens
    if start > 2 and (tokens[start - 2].word, tokens[start - 1].word) in english.LIMIT_HEDGES:
        return start - 2
    hedged = start > 1 and tokens[start - 1].word in english.LIMIT_ADVERBS
    return start - 1 if hedged and tokens[start - 2].word in ("until", "till", "since", "by") else start


def tense_at(line: Line, found: Found, low: int, high: int) -> str:
    """The tense of the verb nearest before the expression, else of the nearest behind it, in its sentence.

    The sentence is the characters `[low, high)` of the text; the tense is "past", "future" or nothing.
    """
    tokens = line.tokens
    leads = tuple(tokens[index].word for index in range(max(found.start - 3, 0), found.start))
    arranged = _arranged_at(line, found, low)
    if _looks_ahead(leads) or (arranged is not None and tokens[arranged - 1].word in RELATIVES):
        return "future"
    if _is_since(tokens, found.start):
        return "past"
    lead = before_hedge(line, found.start) - 1
    limit = lead >= 0 and tokens[lead].word in ("until", "by")
    bound = limit or (lead >= 0 and tokens[lead].word == "from")
    owned = found.end < len(tokens) and tokens[found.end].word in ("'s", "'")
    future = english.WILL if owned else english.FUTURE
    for index in range(found.start - 1, max(found.start - (LOOK_BACK_UNTIL if limit else LOOK_BACK), -1), -1):
        if tokens[index].start < low or line.classes[index] == GAP or tokens[index].word == ";":
            break
        if limit and tokens[index].word in english.DEFERRED:
            return "future"
        if bound and _is_present(tokens, index):
            return "future"
        if tense := _tense_of(tokens, index, future):
            return tense
    ahead = limit or arranged is not None
    return _tense_behind(line, found, low, high, limit=limit) or ("future" if ahead else "")


def _looks_ahead(leads: tuple[str, ...]) -> bool:
    """Whether the words right before an expression tell of what is to come: "ahead of", "continues on"."""
    if leads[-1:] == ("as",) and leads[0] == "as" and len(leads) > 2:
        return leads[1] not in english.AS_PAST
    if leads[-2:] == ("ahead", "of") or leads[-1:] == ("beyond",):
        return True
    if leads[-1:] == ("for",) and leads[-2:-1] and leads[-2] in english.SET_FOR:
        return True
    if leads[-2:] == ("place", "on"):
        return leads[0] in english.TAKING_PLACE
    if leads[-1:] in (("is",), ("are",)):
        return True
    return leads[-1:] in (("on",), ("from",)) and len(leads) > 1 and leads[-2] in english.SCHEDULED


def _is_since(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether "since" stands before an expression, with no more between than "shortly after the"."""
    for index in range(start - 1, max(start - 1 - GROUP, -1), -1):
        if tokens[index].word == "since":
            return True
        if tokens[index].word not in english.AFTER_SINCE:
            return False
    return False


def opens_sentence(line: Line, found: Found, low: int) -> bool:
    """Whether the expression opens the sentence that begins at `low`, by itself or with "in" or "on"."""
    tokens, start = line.tokens, found.start
    led = start > 0 and tokens[start - 1].word in OPENERS
    return tokens[start - 1 if led else start].start <= low


def is_sure(line: Line, found: Found, low: int, high: int) -> bool:
    """Whether the expression opens its sentence, whose main clause has a past verb and none of the future, or
    stands right behind a past verb: "the mill closed in December".
    """
    if not opens_sentence(line, found, low):
        return _follows_deed(line.tokens, found.start, low)
    tokens, past = line.tokens, False
    for index in range(found.end, min(found.end + LOOK_AHEAD_OPENING, len(tokens))):
        if tokens[index].start >= high or (past and tokens[index].word in RELATIVES):
            break
        tense = _tense_of(tokens, index, english.WILL)
        if tense == "future":
            return False
        past = past or tense == "past"
    return past


def _follows_deed(tokens: tuple[Token, ...], start: int, low: int) -> bool:
    """Whether a verb stands before "in" or "on" at token `start` that tells what was done by then."""
    verb = start - 2
    if verb < 0 or tokens[verb].start < low or tokens[start - 1].word not in OPENERS:
        return False
    return tokens[verb].word not in english.ARRANGED and _tense_of(tokens, verb, english.WILL) == "past"


RELATIVES = frozenset(("who", "which", "that", "whose", "whom"))
"""Words that open a clause inside another, whose verbs are told of something else."""


OPENERS = frozenset(("in", "on", "during"))
"""Words before an expression that opens a sentence."""


def _arranged_at(line: Line, found: Found, low: int) -> int | None:
    """Index of a verb in the present before a weekday that tells of what is arranged: "they play Sunday"."""
    tokens = line.tokens
    if found.end - found.start > 2 or tokens[found.end - 1].word not in english.WEEKDAYS:
        return None
    for index in range(found.start - 1, max(found.start - ARRANGED_WITHIN, 0), -1):
        if tokens[index].start <= low or line.classes[index] == GAP or tokens[index].word in (";", ","):
            return None
        if tokens[index].word in english.ARRANGING:
            before = tokens[index - 1].word
            noun = before in english.NOUN_LEADS or before in ("to", "of", "and", "in", "for", "by")
            return None if noun else index
    return None


ARRANGED_WITHIN = 9
"""Tokens before a weekday where such a verb is looked for."""


def _is_present(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a participle with a form of "be" tells of what is so now: "the road is closed until Friday"."""
    participle = tokens[index].word.endswith("ed") or tokens[index].word in english.PAST
    return index > 0 and participle and tokens[index - 1].word in english.PRESENT


def _tense_behind(line: Line, found: Found, low: int, high: int, *, limit: bool) -> str:
    tokens = line.tokens
    ahead = LOOK_AHEAD_OPENING if opens_sentence(line, found, low) else LOOK_AHEAD
    for index in range(found.end, min(found.end + ahead, len(tokens))):
        if tokens[index].start >= high or line.classes[index] == GAP:
            break
        if limit and _is_present(tokens, index):
            return "future"
        if tense := _tense_of(tokens, index, english.WILL):
            return tense
    return ""


def _tense_of(tokens: tuple[Token, ...], index: int, future: frozenset[str]) -> str:
    word = tokens[index].word
    promised = word in english.PROMISES and index + 1 < len(tokens) and tokens[index + 1].word == "to"
    if word in future or promised:
        return "future"
    if word in english.POSSIBLE and not tokens[index].capital and index + 1 < len(tokens):
        behind = tokens[index + 1].word
        return "future" if behind.isalpha() and behind not in english.NO_POSSIBILITY else ""
    if word in english.FUTURE_INFINITIVES and index and tokens[index - 1].word == "to":
        return "future" if future is english.FUTURE else ""
    if word in english.FUTURE:
        return ""
    if word in english.PAST or (len(word) > 4 and word.endswith("ed") and not tokens[index].capital):
        return _participle(tokens, index)
    return ""


def _participle(tokens: tuple[Token, ...], index: int) -> str:
    """The tense of a past form: "will be held" and "to be held" are future.

    "To cut" is an infinitive, and "the planned" and "stay closed" have no verb of the past.
    """
    passive = False
    if index and tokens[index - 1].word in english.ADJECTIVE_LEADS | english.LINKING:
        return ""
    for back in range(index - 1, max(index - 1 - GROUP, -1), -1):
        word = tokens[back].word
        if word in english.MODALS:
            return "future"
        if word == "to":
            return "future" if passive else ""
        if word not in english.IN_VERB_GROUP and not word.endswith("ly"):
            break
        passive = passive or word == "be"
    return "past"
