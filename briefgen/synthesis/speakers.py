"""Who speaks: one label for one speaker, whatever words the source uses for them."""

from briefgen.language.english.function_words import RELATIVES, SUBJECT_PRONOUNS
from briefgen.model.annotation import Claim as FoundClaim
from briefgen.model.annotation import Entity as FoundEntity
from briefgen.model.brief import Speaker
from briefgen.model.span import Span, cover
from briefgen.synthesis.lines import meant, without_article
from briefgen.synthesis.names import Registry
from briefgen.synthesis.reading import Reading

NAMELESS = SUBJECT_PRONOUNS | RELATIVES | {"that", "this", "these", "those", "one"}
"""Words that name nobody by themselves."""

NOBODY = Speaker(label="", words="", named=False, certain=False)
LONG = 80
"""Characters: a longer phrase is no label."""


def speaker_of(source: Reading, claim: FoundClaim, registry: Registry) -> Speaker:
    """Who makes `claim`."""
    if not claim.speaker:
        return NOBODY
    words = cover(claim.speaker).of(source.text)
    entity = None if claim.entity is None else source.found.entities[claim.entity]
    if entity is not None and is_named(source, claim, entity):
        label = named_label(source, entity)
        return Speaker(label, words, registry.ids[source.number, claim.entity or 0], claim.certain)
    label = without_article(meant(source, claim) or words)
    if label.casefold() in NAMELESS:
        return Speaker("", words, None, certain=False, named=False)
    return Speaker(_shortened(label), words, None, claim.certain, named=False)


def own_voice(source: Reading) -> Speaker:
    """The source itself, where a sentence is attributed to nobody else."""
    return Speaker(source.origin, "")


def is_named(source: Reading, claim: FoundClaim, entity: FoundEntity) -> bool:
    """Whether the entity itself speaks, and not people described by its name ("U.S. officials")."""
    if entity.kind == "person":
        return True
    spans = claim.speaker if claim.stands_for is None else (claim.stands_for,)
    return any(mention.end >= spans[-1].end and mention.meets(spans[-1]) for mention in entity.mentions)


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
