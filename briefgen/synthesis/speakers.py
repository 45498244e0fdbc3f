"""Who speaks: one label for one speaker, whatever words the source uses for them."""

import re
from collections.abc import Mapping
from itertools import pairwise

from briefgen.language.english.bodies import BODIES
from briefgen.language.english.cues import DOCUMENT_NOUNS, GONE_BY
from briefgen.language.english.function_words import RELATIVES, SUBJECT_PRONOUNS
from briefgen.language.english.pronouns import PERSON_NOUNS
from briefgen.model.annotation import Claim as FoundClaim
from briefgen.model.annotation import Entity as FoundEntity
from briefgen.model.annotation import EntityKind
from briefgen.model.brief import Speaker
from briefgen.model.span import Span, cover
from briefgen.synthesis.lines import meant, without_article
from briefgen.synthesis.reading import Name, Reading, heads_letter, within
from briefgen.synthesis.senders import sender_at

ISSUED = DOCUMENT_NOUNS | GONE_BY
"""Nouns for what somebody issues, and so speaks through."""

MADE_BY = re.compile(r"\b(?:by|from)\s(?:the\s)?[A-Z]")
"""Before the name of who made a document."""

NAMELESS = SUBJECT_PRONOUNS | RELATIVES | {"that", "this", "these", "those", "one"}
"""Words that name nobody by themselves."""

ITS_OWN = re.compile(r"\b(?:this|our)\s", re.IGNORECASE)
"""Without these words nobody speaks of the text that they stand in, but where they take it back."""

FIRST_PERSON = frozenset({"i", "we"})
"""Whoever writes, outside quotation marks: the source itself."""

NOBODY = Speaker(label="", words="", named=False, certain=False)
LONG = 80
"""Characters: a longer phrase is no label."""

NAMING: tuple[EntityKind, ...] = ("person", "organisation")
"""Kinds of entity whose name, put beside a description, says who is meant."""

TITLED = re.compile(r",\s+(?:[A-Z]\w*\.?\s+){0,2}$")
"""What stands between a description and the name put beside it: a comma, and perhaps a title."""

CLOSING = frozenset({",", ".", ";", ""})
"""What stands right behind such a name."""

GROUP = re.compile(r"\b(?:including|such\s+as|among|and|or)\b|&", re.IGNORECASE)
"""What makes a description one of several, so that a name beside it names one of them only."""

FOLLOWING = 80
"""Characters behind a speaker in which a name beside them may begin."""


def entity_id(index: int) -> str:
    """The id of the entity at `index` among those of its source; `numbering.py` gives it that of a base."""
    return f"N{index + 1}"


def bearers_of(source: Reading) -> Mapping[str, int]:
    """Of each word that is part of one person's name alone: the index of that person."""
    found: dict[str, set[int]] = {}
    for index, entity in enumerate(source.found.entities):
        if entity.kind == "person":
            for word in entity.name.split():
                found.setdefault(word, set()).add(index)
    return {word: min(indexes) for word, indexes in found.items() if len(indexes) == 1}


def speaker_of(source: Reading, claim: FoundClaim, bearers: Mapping[str, int]) -> Speaker:
    """Who makes `claim`; `bearers` are the entities that alone bear a word as part of a person's name."""
    if not claim.speaker:
        return NOBODY
    words = cover(claim.speaker).of(source.text)
    several = speakers_together(source, claim)
    if several:
        return Speaker(_listed(source, several), words, None, claim.certain)
    index = _named(source, claim, bearers)
    if index is not None:
        label = named_label(source, source.found.entities[index])
        return Speaker(label, words, entity_id(index), claim.certain)
    label = without_article(meant(source, claim) or words)
    first_person = label.casefold() in FIRST_PERSON and not _is_reported(source, claim)
    if first_person or _is_the_text_itself(claim, words):
        return (_sender(source, claim, words) if first_person else None) or own_voice(source)
    if label.casefold() in NAMELESS:
        return Speaker("", words, None, certain=False, named=False)
    return Speaker(
        _shortened(label), words, None, claim.certain, named=_is_known(label) or _is_issued(source, claim)
    )


def _sender(source: Reading, claim: FoundClaim, words: str) -> Speaker | None:
    """Who wrote a mail, and says "I" and "we" in it; none where the text is no mail or gives no name."""
    about, blocks = source.found.document.metadata, source.found.document.blocks
    mail = not about.publisher and about.author and blocks and heads_letter(source, blocks[0].span)
    author = sender_at(source, cover(claim.speaker).start) or (about.author if mail else None)
    if author is None:
        return None
    named = (index for index, one in enumerate(source.found.entities) if one.name == author)
    index = next(named, None)
    return Speaker(author, words, None if index is None else entity_id(index))


def _is_the_text_itself(claim: FoundClaim, words: str) -> bool:
    """Whether a source speaks of itself, or of an earlier version of itself: "this article"."""
    if claim.parent is not None or not (claim.retracted or ITS_OWN.search(words)):
        return False
    from briefgen.language.english.corrections import BESIDE, DOCUMENT, ITSELF, VERSION

    taken_back = claim.retracted and claim.entity is None
    pattern = rf"\b(?:{DOCUMENT}|{VERSION}|{BESIDE})\b" if taken_back else ITSELF
    return re.search(pattern, words, re.IGNORECASE) is not None


def _is_reported(source: Reading, claim: FoundClaim) -> bool:
    """Whether somebody else says the words in which `claim` is told: "Ann Lee wrote: I hear that …"."""
    inside = cover(claim.speaker)
    others = (other for other in source.found.claims if other is not claim)
    told = claim.parent is not None or claim.quoted
    return told or any(content.holds(inside) for other in others for content in other.content)


def speakers_together(source: Reading, claim: FoundClaim) -> tuple[int, ...]:
    """Indices of those who speak at once, all by name ("Ana Ruiz, the mayor, and Karl Roth"); else none.

    Where the speaker's own words name no two, those that they stand for may ("they").
    """
    spans = (cover(claim.speaker),) if claim.speaker else ()
    if claim.stands_for is not None:
        spans = (*spans, claim.stands_for)
    return next((found for span in spans if (found := _joined(source, span))), ())


def _joined(source: Reading, span: Span) -> tuple[int, ...]:
    """Indices of those whom "and" joins at `span`; none where fewer than two are named."""
    if AND.search(span.of(source.text)) is None:
        return ()
    names = [name for name in within(source.names, span) if _speaks_in(source, name, span)]
    if not names or BODY_BEFORE.search(source.text[span.start : names[0].span.start]):
        return ()
    parts = [source.text[one.span.end : other.span.start] for one, other in pairwise(names)]
    joined = all(AND.search(part) or COMMA.fullmatch(part) for part in parts)
    found = tuple(dict.fromkeys(name.entity for name in names))
    return found if joined and len(found) > 1 and AND.search(parts[-1]) else ()


def _speaks_in(source: Reading, name: Name, span: Span) -> bool:
    """Whether a name in a speaker's words is that of one who speaks, and not what another one is tied to.

    "Ana Ruiz, a lawyer for Acme, and Karl Roth"; "Acme and Sunmar engineers".
    """
    entity = source.found.entities[name.entity]
    if entity.kind not in (*NAMING, "country", "other") or name.span not in entity.mentions:
        return False
    before = source.text[span.start : name.span.start]
    return TIED.search(before) is None and HEADED.match(source.text[name.span.end : span.end]) is not None


AND = re.compile(r"\s(?:and|&)\s")
COMMA = re.compile(r",\s+(?:the\s+)?", re.IGNORECASE)
BODY_BEFORE = re.compile(r"(?:,|\sand|\s&)\s(?:the|an?)\s$", re.IGNORECASE)
"""What parts one without a name from the first that has one ("the mayor, the FBI and the NSA")."""
TIED = re.compile(r"\b(?:of|for|from|at|in|to|by|with|near|on)\s(?:(?:the|its|their|his|her)\s)?$")
"""What before a name ties it to another word."""
HEADED = re.compile(r"$|,|\s(?:and|&|of|from|at|in|for|\()")
"""What follows a name that is no adjective to a noun behind it."""


def _listed(source: Reading, entities: tuple[int, ...]) -> str:
    """The names of some who speak together: "Ana Ruiz, Karl Roth and Acme"."""
    *others, last = (named_label(source, source.found.entities[index]) for index in entities)
    return f"{', '.join(others)} and {last}"


def _named(source: Reading, claim: FoundClaim, bearers: Mapping[str, int]) -> int | None:
    """Index of the entity that speaks under its own name; none where the source names nobody."""
    if claim.entity is not None and is_named(source, claim, source.found.entities[claim.entity]):
        return claim.entity
    span = claim.speaker[-1] if claim.stands_for is None else claim.stands_for
    words = span.of(source.text)
    if words[:1].isupper() and words.isalpha():
        return bearers.get(words)
    return None if GROUP.search(words) else _beside(source, span)


def _is_known(label: str) -> bool:
    """Whether a label is an institution's, if not its name ("finance ministry"), or a person's name."""
    core = label.split(",")[0]
    words = core.split(" of ")[0].split(" for ")[0].split()
    last = words[-1].casefold() if words else ""
    called = len(words) > 1 and core == label and all(word[:1].isupper() and word.isalpha() for word in words)
    return last in BODIES or (called and last not in PERSON_NOUNS and not last.endswith("s"))


def _is_issued(source: Reading, claim: FoundClaim) -> bool:
    """Whether a document speaks of which the words tell who made it ("a poll by Acme")."""
    span = claim.stands_for or cover(claim.speaker)
    words = re.findall(r"\w+", span.of(source.text).casefold())
    if not any(word in ISSUED or word.removesuffix("s") in ISSUED for word in words):
        return False
    named = any(_is_a_name(source, name) for name in within(source.names, span))
    known = named or not BODIES.isdisjoint(words)
    return known or MADE_BY.search(span.of(source.text)) is not None


def _beside(source: Reading, span: Span) -> int | None:
    """The person or organisation whose name stands beside a description: "his lawyer, Ann Lee"."""
    text = source.text
    around = Span(span.start, min(len(text), span.end + FOLLOWING))
    names = [name for name in within(source.names, around) if _is_a_name(source, name)]
    ends = {name.span.end for name in names}
    for name in names:
        before = TITLED.search(text, span.start, name.span.start)
        if before is None or before.start() in ends:
            continue
        inside, behind = name.span.end == span.end, before.start() == span.end
        if inside or (behind and text[name.span.end : name.span.end + 1] in CLOSING):
            return name.entity
    return None


def _is_a_name(source: Reading, name: Name) -> bool:
    """Whether it is a person's or an organisation's name that stands there, and no adjective made of it."""
    entity = source.found.entities[name.entity]
    return entity.kind in NAMING and name.span in entity.mentions


def own_voice(source: Reading) -> Speaker:
    """The source itself, where a sentence is attributed to nobody else."""
    return Speaker(source.origin, "")


def is_named(source: Reading, claim: FoundClaim, entity: FoundEntity) -> bool:
    """Whether the entity itself speaks, and not people described by its name ("U.S. officials").

    Behind its name, and a comma, may stand what it is ("Lakeline, the company that runs the ferries").
    """
    if entity.kind == "person":
        return True
    span = (claim.speaker if claim.stands_for is None else (claim.stands_for,))[-1]
    return any(
        mention.end >= span.end or source.text.startswith(", ", mention.end)
        for mention in entity.mentions
        if mention.meets(span)
        and (mention.end >= span.end or ARTICLE.fullmatch(source.text[span.start : mention.start]))
    )


ARTICLE = re.compile(r"(?:the\s)?", re.IGNORECASE)


def named_label(source: Reading, entity: FoundEntity) -> str:
    """The entity's name, with the country it belongs to where the source puts that before it."""
    if entity.kind != "organisation":
        return entity.name
    for mention in entity.mentions:
        if mention.of(source.text) == entity.name:
            return _owner(source, mention) + entity.name
    return entity.name


def _owner(source: Reading, mention: Span) -> str:
    """The country's name with its possessive, where one stands right before `mention`."""
    before = source.text[max(0, mention.start - 40) : mention.start]
    for entity in source.found.entities:
        if entity.kind == "country":
            for ending in ("'s ", "’s "):
                if before.endswith(entity.name + ending):
                    return entity.name + ending
    return ""


def _shortened(label: str) -> str:
    """`label` up to its first comma where it is too long for a label."""
    return label if len(label) <= LONG else label.split(",")[0][:LONG].rstrip()
