"""Read with a spaCy pipeline: its tags tell the kinds of words, its entities are the names."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.extract.engines.values import Engine, Findings, Named, Tags
from briefgen.model.annotation import EntityKind, Sentence
from briefgen.model.problem import InputError
from briefgen.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LANGUAGES = frozenset({"en", "xx"})
"""Of pipelines that can read English: spaCy calls one for many languages "xx"."""
TAGGING = frozenset({"tagger", "morphologizer", "attribute_ruler"})
"""spaCy's components that give words tags or parts of speech."""
SUPPORTING = frozenset({"tok2vec", "transformer", "curated_transformer", "ner", "beam_ner", "entity_ruler"})
DISPENSABLE = frozenset(
    {"parser", "senter", "sentencizer", "lemmatizer", "trainable_lemmatizer", "textcat", "textcat_multilabel"}
)
"""spaCy's components that find what is not asked for here."""
LONGEST = 10_000
"""Code points that are handed over in one piece; models need memory in proportion to it."""
TOGETHER = 64
"""Pieces that are read at once."""

PENN: dict[str, str] = {
    "NN": "noun",
    "NNS": "noun",
    "NNP": "name",
    "NNPS": "name",
    "VB": "verb",
    "VBP": "verb",
    "VBZ": "verb",
    "VBD": "past",
    "VBN": "past",
    "VBG": "participle",
    "JJ": "adjective",
    "JJR": "adjective",
    "JJS": "adjective",
    "RB": "adverb",
    "RBR": "adverb",
    "RBS": "adverb",
    "POS": "possessive",
}
"""Tags of the Penn Treebank (Marcus et al. 1993), as spaCy's English pipelines give them."""
UNIVERSAL: dict[str, str] = {
    "NOUN": "noun",
    "PROPN": "name",
    "VERB": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
}
"""Parts of speech of Universal Dependencies, for pipelines without Penn tags."""
LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
}
"""Labels of OntoNotes 5, of CoNLL 2003 and of WikiNER; any other one is a name of something else."""
NO_NAMES = frozenset("DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split())
"""Labels of OntoNotes 5 for what briefgen's own rules for dates and quantities find."""


def load(pipeline: str) -> Engine:
    """The engine that a spaCy pipeline makes, given by the name of its package or by its folder.

    It tells what the pipeline can tell: without a tagger the built-in rules tell the kinds of words, without
    an entity recogniser they find the names. Raises `InputError` where spaCy or the pipeline is not here,
    cannot be loaded, reads another language, or can do neither of the two.
    """
    nlp = open_pipeline(pipeline)
    tagging, naming = abilities(nlp)
    if nlp.lang not in LANGUAGES:
        raise InputError(f"the spaCy pipeline {pipeline} reads “{nlp.lang}”, not English: name one that does")
    if not (tagging or naming):
        raise InputError(
            f"the spaCy pipeline {pipeline} has neither a tagger nor an entity recogniser "
            f"(it has: {', '.join(nlp.pipe_names) or 'nothing'}): name one that has"
        )

    def read(text: str, sentences: tuple[Sentence, ...]) -> Findings:
        return read_with(nlp, tagging, naming, text, sentences)

    return Engine(name_of(nlp, pipeline), read)


def open_pipeline(pipeline: str) -> "Language":
    """The pipeline as spaCy loads it; raises `InputError` where it does not."""
    try:
        import spacy
    except ImportError as error:
        raise InputError(
            "--engine spacy needs spaCy, which is not installed here: in the checkout of briefgen, "
            "`.venv/bin/pip install '.[spacy]'`"
        ) from error
    try:
        nlp = spacy.load(pipeline)
    except OSError as error:
        raise InputError(not_found(pipeline)) from error
    except Exception as error:  # a pipeline is code and settings of other people's
        told = str(error).strip().splitlines() or [type(error).__name__]
        raise InputError(f"the spaCy pipeline {pipeline} cannot be loaded: {told[0][:200]}") from error
    disable_dispensable(nlp)
    return nlp


def not_found(pipeline: str) -> str:
    """What is wrong with a name or a folder that spaCy finds no pipeline under, and how to come by one."""
    if Path(pipeline).exists():
        return f"{pipeline} holds no spaCy pipeline: name the folder that nlp.to_disk() wrote"
    package = pipeline if pipeline.isidentifier() and "_" in pipeline else "en_core_web_sm"
    return (
        f"there is no spaCy pipeline “{pipeline}” here: name an installed one (python -m spacy info "
        f"lists them, python -m spacy download {package} installs one), or the folder of a saved one"
    )


def disable_dispensable(nlp: "Language") -> None:
    """Leave out what finds nothing that is used, unless a component is here that may rest on it."""
    kinds = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if set(kinds.values()) <= TAGGING | SUPPORTING | DISPENSABLE:
        for name, kind in kinds.items():
            if kind in DISPENSABLE:
                nlp.disable_pipe(name)


def abilities(nlp: "Language") -> tuple[bool, bool]:
    """Whether a pipeline gives tags, and whether it finds names."""
    metas = [nlp.get_pipe_meta(name) for name in nlp.pipe_names]
    tagging = any(meta.factory in TAGGING or {"token.tag", "token.pos"} & set(meta.assigns) for meta in metas)
    return tagging, any("doc.ents" in meta.assigns for meta in metas)


def name_of(nlp: "Language", pipeline: str) -> str:
    """Program, pipeline and versions; of a folder also what its files come to, as anybody may call one so."""
    from spacy.about import __version__

    folder = Path(pipeline)
    digest = f", SHA-256 {digest_of(folder)[:12]}" if folder.is_dir() else ""
    meta = nlp.meta
    return f"spaCy {__version__}, pipeline {meta['lang']}_{meta['name']} {meta['version']}{digest}"


def digest_of(folder: Path) -> str:
    """SHA-256 of the names and bytes of all files in a folder, hexadecimal."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read_with(
    nlp: "Language", tagging: bool, naming: bool, text: str, sentences: tuple[Sentence, ...]
) -> Findings:
    """What a pipeline says of the sentences of a text, each with its place in it."""
    pieces = [piece for sentence in sentences for piece in pieces_of(text, sentence.span)]
    starts: list[int] = []
    kinds: list[str] = []
    names: list[Named] = []
    with nlp.memory_zone():  # else spaCy remembers every word that it ever saw
        docs = nlp.pipe([piece.of(text) for piece in pieces], batch_size=TOGETHER)
        for piece, doc in zip(pieces, docs, strict=True):
            for token in doc if tagging else ():
                kind = kind_of(token)
                if kind:
                    starts.append(piece.start + token.idx)
                    kinds.append(kind)
            names += names_in(doc, piece.start) if naming else ()
    return Findings(Tags(tuple(starts), tuple(kinds)) if tagging else None, tuple(names) if naming else None)


def pieces_of(text: str, span: Span) -> Iterator[Span]:
    """`span` in pieces of at most `LONGEST` code points, cut between words where there is a gap."""
    start = span.start
    while span.end - start > LONGEST:
        gap = text.rfind(" ", start + 1, start + LONGEST)
        end = gap if gap > start else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def kind_of(token: "Token") -> str | None:
    """The kind that a token's tag stands for; none for what the closed lists tell."""
    if token.tag_:
        return PENN.get(token.tag_)
    kind = UNIVERSAL.get(token.pos_)
    return verbal_kind(token) if kind == "verb" else kind


def verbal_kind(token: "Token") -> str:
    """The kind of a verb of Universal Dependencies, by its tense and form."""
    if "Past" in token.morph.get("Tense", []):
        return "past"
    return "participle" if {"Part", "Ger"} & set(token.morph.get("VerbForm", [])) else "verb"


def names_in(doc: "Doc", offset: int) -> Iterator[Named]:
    """The names among the entities of a piece of text that starts at `offset`."""
    for entity in doc.ents:
        if entity.label_ not in NO_NAMES and entity.text.strip():
            span = Span(offset + entity.start_char, offset + entity.end_char)
            yield Named(span, LABELS.get(entity.label_, "other"))
