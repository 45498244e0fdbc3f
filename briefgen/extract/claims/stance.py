"""Tell how a speaker stands to a claim from the cue and from the hedges in the content."""

import functools
import re

from briefgen.language.english import cues as english
from briefgen.language.english import hedges
from briefgen.model.annotation import Stance

HINTS: dict[str, tuple[str, ...]] = {
    "UNCONFIRMED": ("confirm", "verif", "corroborat", "authenticat", "substantiat"),
    "DECLINED": ("declin", "refus", "no", "n't", "n’t", "unable"),
    "NOT_EITHER": ("deny",),
    "CANNOT_TELL": ("can", "could", "able"),
    "ASIDE": ("could", "may", "might", "if", "long", "event"),
    "CONDITIONAL": (
        *("if", "unless", "provided", "providing", "assuming", "long", "event", "should"),
        *("condition", "subject to", "pending", "had ", "were "),
    ),
    "HYPOTHETICAL": ("would",),
    "EXPECTED_WOULD": ("would",),
    "SURPRISED": ("surprise",),
    "DENIED": (
        *("den", "truth", "never", "false", "true", "baseless", "reject", "refut", "disput", "dismiss"),
        *("correct", "accurate", "wrong", "not right", "not so", "not the case"),
        *("nonsense", "rubbish", "far from it"),
    ),
    "CALLED": (
        *("false", "true", "baseless", "unfound", "groundless", "nonsense", "rubbish", "fabricat", "made up"),
        *("made-up", "invent", "fiction", "fantas", "fake", " lie", "slander", "forgery", "hoax", "smear"),
        "speculation",
    ),
    "ALLEGED": ("edly",),
    "POSSIBLE": ("could", "may", "might", "poss", "perhaps", "potentially"),
    "ESTIMATED": ("estimat", "projected"),
    "ASSESSED": ("seem", "appear", "likely", "ly", "belie", "think", "suspect", "judge", "assess"),
    "FIRST_SENTENCE": (". ", "? ", "! ", '" ', "” ", "' ", "’ ", "\n", "\xa0"),
}
"""What words must hold for a pattern to be tried: most need none, and so need not be compiled either."""
HEDGES: tuple[tuple[str, Stance], ...] = (
    ("DENIED", "denied"),
    ("CALLED", "denied"),
    ("ALLEGED", "alleged"),
    ("POSSIBLE", "possible"),
    ("ESTIMATED", "estimated"),
    ("ASSESSED", "assessed"),
)
LONGEST = 600
"""Code points of a content that are read for hedges; what comes later does not hedge the whole."""


@functools.cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of `hedges`, compiled when it is first needed."""
    return re.compile(getattr(hedges, name), re.DOTALL if name == "FIRST_SENTENCE" else re.IGNORECASE)


def hinted(name: str, words: str) -> bool:
    """Whether words hold anything without which a pattern of `HINTS` finds nothing in them."""
    lower = words.lower()
    return any(hint in lower for hint in HINTS[name])


def holds(name: str, words: str) -> bool:
    """Whether a pattern of `hedges` is found in words."""
    return hinted(name, words) and pattern(name).search(words) is not None


def first_sentence(words: str) -> re.Match[str] | None:
    """The first sentence of what somebody says, if more follow it."""
    return pattern("FIRST_SENTENCE").match(words) if hinted("FIRST_SENTENCE", words) else None


def default_stance(lemma: str) -> Stance:
    """The stance of a cue with no hedge beside it."""
    found = (
        english.VERB_STANCES.get(lemma)
        or english.CUE_NOUNS.get(lemma)
        or english.CUE_ADJECTIVES.get(lemma)
        or english.REPORTING_ADVERBS.get(lemma)
    )
    return found or "asserted"  # type: ignore[return-value]


def going_by(speaker: str) -> str:
    """The lemma that "according to" has by what it names: "estimate" for "UN estimates", else itself.

    Only the last word before "by", "of", "published" and the like counts.
    """
    last = ""
    for word in re.split(r"[\s,]+", speaker.lower()):
        if word in LEADS_ON or word.endswith("ed"):
            break
        last = word
    base = last[:-1] if last.endswith("s") else last
    return base if base in english.GONE_BY else "according"


LEADS_ON = frozenset("by of from in for on at about that which who seen made compiled drawn given".split())
"""Words that end the core of a phrase like "estimates by the bank"."""


def stance_of(lemma: str, cue: str, content: str, direct: bool, negated: bool) -> Stance:
    """The stance of a claim by its cue's base form, its cue's words and its content's.

    `direct` is whether the content begins with the speaker's own words.
    """
    words = content[:LONGEST]
    if RUMOURED.match(cue):
        return "alleged"
    if lemma == "rule" and RULED_OUT.search(cue):
        return "possible" if negated else "denied"
    withheld = withheld_stance(cue, words, direct)
    if withheld is not None:
        return withheld
    if negated:
        return negated_stance(lemma)
    default: Stance = (
        "alleged" if holds("ALLEGED", cue) or is_hearsay(lemma, cue, words) else told_stance(lemma, words)
    )
    if default in FORESEEN and depends(words):
        return "conditional"
    return default if default in PLAIN else hedged(words, direct) or default


def told_stance(lemma: str, words: str) -> Stance:
    """The stance of a cue by what follows it: a thing turned down, a clause suspected, a question."""
    if lemma in CALLING and pattern("CALLED_UNTRUE").match(words):
        return "denied"
    if lemma in QUESTIONS and (WHETHER.match(words) or words.rstrip(QUOTES).endswith("?")):
        return "possible"
    if lemma == "suspect" and not OF_DEED.match(words):
        return "assessed"
    if lemma == "plead" and words.startswith("not "):
        return "denied"
    other = lemma in english.REFUSING_VERBS and pattern("OTHER_REFUSAL").match(words)
    if other or (lemma == "dismiss" and not pattern("DISMISSABLE").search(words[:160])):
        return "asserted"
    default = default_stance(lemma)
    return "asserted" if default == "denied" and pattern("REFUSABLE").match(words) else default


def is_hearsay(lemma: str, cue: str, words: str) -> bool:
    """Whether something is told as said by nobody: "is said to have fled", not "a fire was reported"."""
    heard = lemma in HEARSAY and HEARD_SAID.search(cue) is not None
    return heard and (lemma == "say" or " to " in words)


def is_untrue(text: str, end: int) -> bool:
    """Whether the text says of a rumour that ends at `end` that it is not so: "… are false"."""
    return UNTRUE.match(text, end, end + LONGEST_DENIAL) is not None


UNTRUE = re.compile(hedges.UNTRUE, re.IGNORECASE)
LONGEST_DENIAL = 240
"""Code points behind a rumour in which it is called false, at most."""
RUMOURED = re.compile(r"(?:unconfirmed|unverified)\s+\w+$", re.IGNORECASE)
"""A cue that tells of what some say, and that nobody confirmed it ("there were unconfirmed reports of")."""
RULED_OUT = re.compile(r"\brul(?:e|es|ed|ing)\sout$", re.IGNORECASE)
OF_DEED = re.compile(r"(?:\S+\s){1,6}of\b")
"""What follows "suspect" where somebody is suspected of a deed."""
HEARSAY = frozenset(("say", "report", "understand"))
HEARD_SAID = re.compile(
    r"\b(?:is|are|was|were|been|be)\s(?:\w+ly\s|also\s)?(?:said|reported|understood)$", re.IGNORECASE
)
"""A cue by which nobody is told of as saying it: "is said to have fled", "is understood to be ill"."""
CALLING = frozenset("call describe label brand term dub characterise characterize".split())
QUESTIONS = frozenset("ask inquire wonder question".split())
QUOTES = "\"'”’» ,"
WHETHER = re.compile(r"(?:whether|if)\b")


def withheld_stance(cue: str, words: str, direct: bool) -> Stance | None:
    """The stance of a speaker who does not know or will not say, told from the words of cue and content."""
    if holds("NOT_EITHER", cue):
        return "declined"
    if holds("CANNOT_TELL", cue) or of_speaker("UNCONFIRMED", cue, words):
        return "unconfirmed"
    return "declined" if of_speaker("DECLINED", "" if direct else cue, words) else None


def of_speaker(name: str, cue: str, words: str) -> bool:
    """Whether a pattern of `hedges` is found in a cue and its words, and not only of somebody else there.

    "A figure the company declined to comment on" tells of the company, whoever gives the figure.
    """
    told = f"{cue} {words}"
    if not hinted(name, told):
        return False
    return any(
        found.start() < len(cue) or not pattern("OF_ANOTHER").search(told[len(cue) : found.start()])
        for found in pattern(name).finditer(told)
    )


def negated_stance(lemma: str) -> Stance:
    """The stance of a negated verb: no knowledge, a wish or a plan turned down, or words withheld."""
    if lemma in english.SILENT_VERBS:
        return "declined"
    if lemma in english.DISBELIEVING_VERBS:
        return "assessed"
    if lemma in english.UNSURE_WHEN_NEGATED or lemma in english.CUE_NOUNS:
        return "unconfirmed"
    if lemma in english.CUE_ADJECTIVES:
        return "unconfirmed" if english.CUE_ADJECTIVES[lemma] == "assessed" else "denied"
    return "denied" if lemma in english.DENIABLE_VERBS else "declined"


PLAIN = frozenset({"alleged", "denied", "declined", "warned", "estimated"})
"""Stances that a cue gives and no hedge in the content changes."""


FORESEEN = frozenset({"warned", "estimated"})
"""Those of them that tell what may come, and so may tell of a condition for it."""


def depends(words: str) -> bool:
    """Whether the first sentence of what is foreseen names a condition for it."""
    first = first_sentence(words)
    opening = without_asides(first.group() if first else words)
    return holds("CONDITIONAL", opening)


def asks_if(words: str) -> bool:
    """Whether "if" only opens a question ("asked if the road was open")."""
    return re.match(r"(?:that\s)?if\b[^,]*$", words[:200], re.IGNORECASE) is not None


def without_asides(words: str) -> str:
    """The words without hedges that stand beside the main clause."""
    return pattern("ASIDE").sub("", words) if hinted("ASIDE", words) else words


def hedged(words: str, direct: bool) -> Stance | None:
    """The stance that hedges in the content give, if there are any."""
    if holds("SURPRISED", words):
        return "assessed"
    question = asks_if(words)
    first = first_sentence(words)
    main = without_asides(words)
    opening = without_asides(first.group()) if first else main
    would = direct and holds("HYPOTHETICAL", opening)
    supposed = would and holds("HYPOTHETICAL", pattern("EXPECTED_WOULD").sub("", opening))
    if supposed or (holds("CONDITIONAL", opening) and not question):
        return "conditional"
    second = first_sentence(words[first.end() :]) if first else None
    early = without_asides(words[: first.end() + second.end()]) if first and second else main
    return next((s for name, s in HEDGES if holds(name, words if s == "denied" else early)), None)
