"""An engine's tags and names are what is read, spans stay right, and what it lacks the rules tell."""

import hashlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from conftest import needs_module
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.extract import annotate
from briefgen.extract.engines import load_engine, parse_engine
from briefgen.extract.engines.spacy_pipeline import LONGEST, pieces_of
from briefgen.extract.engines.values import BUILT_IN, Engine, Findings, Named, Tags
from briefgen.model.annotation import Annotated, Entity, EntityKind
from briefgen.model.document import Document
from briefgen.model.problem import InputError
from briefgen.model.source import Metadata, RawSource
from briefgen.model.span import Span
from briefgen.readers import read

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = (
    "The harbour board claims it lost boats in the storm. Minister Ada Quill said the quay office had closed "
    "on Tuesday. Quill warned Peru's navy and a Peruvian envoy in Lima.\n"
)
NAMES = (
    ("ORG", "the quay office"),
    ("GPE", "Peru's"),
    ("NORP", "Peruvian"),
    ("PERSON", "Ada Quill"),
    ("PERSON", "Quill"),
    ("DATE", "Tuesday"),
)


def document(text: str) -> Document:
    data = text.encode()
    raw = RawSource(
        "a.txt",
        "a.txt",
        "text/plain",
        data,
        hashlib.sha256(data).hexdigest(),
        Metadata(published="2024-10-18"),
    )
    found = read(raw)
    assert isinstance(found, Document)
    return found


def pipeline(tags: Iterable[tuple[str, str]] = (), names: Iterable[tuple[str, str]] = ()) -> "Language":
    """A small spaCy pipeline: `tags` are words with their tags, `names` labels with their words."""
    needs_module("spacy")
    import spacy

    nlp = spacy.blank("en")
    tagging = [([[{"LOWER": word}]], {"TAG": tag}) for word, tag in tags]
    if tagging:
        ruler: Any = nlp.add_pipe("attribute_ruler")
        for patterns, attributes in tagging:
            ruler.add(patterns, attributes)
    naming = [{"label": label, "pattern": words} for label, words in names]
    if naming:
        found: Any = nlp.add_pipe("entity_ruler")
        found.add_patterns(naming)
    return nlp


Saved = Callable[["Language"], Engine]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Saves a pipeline and loads it as `--engine` does."""

    def engine(nlp: "Language") -> Engine:
        nlp.to_disk(tmp_path / "pipeline")
        return load_engine(f"spacy:{tmp_path / 'pipeline'}")

    return engine


def claims_of(found: Annotated) -> list[tuple[str, str]]:
    """Cue and content of each claim."""
    text = found.document.text
    return [(one.cue[0].of(text), " … ".join(part.of(text) for part in one.content)) for one in found.claims]


def named(found: Annotated, name: str) -> Entity:
    return next(entity for entity in found.entities if entity.name == name)


def test_without_an_engine_the_rules_read() -> None:
    assert annotate(document(TEXT)) == annotate(document(TEXT), load_engine("built-in"))
    assert annotate(document(TEXT)).engine is None


def test_a_verb_by_its_tag_makes_a_claim_and_a_noun_makes_none(saved: Saved) -> None:
    claim = ("claims", "it lost boats in the storm")
    assert claim in claims_of(annotate(document(TEXT), saved(pipeline([("claims", "VBZ")]))))
    assert claim not in claims_of(annotate(document(TEXT), saved(pipeline([("claims", "NNS")]))))


def test_the_closed_classes_stay_whatever_the_tags_say(saved: Saved) -> None:
    words = {word.strip(".").lower() for word in TEXT.split()} & {
        "the",
        "after",
        "had",
        "on",
        "and",
        "a",
        "in",
    }
    strange = saved(pipeline([(word, "NN") for word in sorted(words)]))
    assert claims_of(annotate(document(TEXT), strange)) == claims_of(annotate(document(TEXT)))


def test_only_the_names_of_the_engine_are_found(saved: Saved) -> None:
    found = annotate(document(TEXT), saved(pipeline(names=NAMES)))
    mentions = {
        (entity.name, entity.kind): [span.of(TEXT) for span in entity.mentions] for entity in found.entities
    }
    assert mentions == {
        ("Ada Quill", "person"): ["Ada Quill", "Quill"],
        ("quay office", "organisation"): ["quay office"],
        ("Peru", "country"): ["Peru"],
    }
    assert "Lima" in [entity.name for entity in annotate(document(TEXT)).entities]


def test_roles_demonyms_and_dates_are_still_found_by_the_rules(saved: Saved) -> None:
    found = annotate(document(TEXT), saved(pipeline(names=NAMES)))
    assert [span.of(TEXT) for span in named(found, "Ada Quill").roles] == ["Minister"]
    assert [span.of(TEXT) for span in named(found, "Peru").demonyms] == ["Peruvian"]
    assert [date.value for date in found.dates] == ["2024-10-15"]


def test_the_kind_of_a_name_is_the_engines(saved: Saved) -> None:
    kinds = []
    for label in ("PER", "ORG", "LOC", "EVENT", "VESSEL"):
        found = annotate(document("It rained on Quillfen.\n"), saved(pipeline(names=[(label, "Quillfen")])))
        kinds.append(named(found, "Quillfen").kind)
    assert kinds == ["person", "organisation", "place", "event", "other"]


def test_a_pipeline_without_a_tagger_leaves_the_kinds_of_words_to_the_rules(saved: Saved) -> None:
    engine = saved(pipeline(names=NAMES))
    found = document(TEXT)
    told = engine.read(found.text, annotate(found).sentences)
    assert told.tags is None
    assert told.names is not None
    assert annotate(found, engine).clauses == annotate(found).clauses


def test_a_pipeline_without_an_entity_recogniser_leaves_the_names_to_the_rules(saved: Saved) -> None:
    found = annotate(document(TEXT), saved(pipeline([("claims", "NNS")])))
    assert found.entities == annotate(document(TEXT)).entities


def test_a_tagger_trained_on_the_spot_is_used(saved: Saved) -> None:
    nlp = pipeline()
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(0)
    nlp.add_pipe("tagger")
    taught = [("The union claims they lost .", "DT NN VBZ PRP VBD ."), ("Old claims fell .", "JJ NNS VBD .")]
    examples = [Example.from_dict(nlp.make_doc(text), {"tags": tags.split()}) for text, tags in taught]
    sgd = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=sgd)
    engine = saved(nlp)
    text = "The union claims they lost . Old claims fell ."
    told = engine.read(text, annotate(document(text)).sentences).tags
    assert told is not None
    places = [text.index("claims"), text.rindex("claims")]
    assert [told.between(place, place + 6) for place in places] == ["verb", "noun"]


def test_components_that_find_what_is_not_asked_for_do_not_run(saved: Saved) -> None:
    nlp = pipeline(names=NAMES)
    from spacy.language import Language

    nlp.add_pipe("sentencizer")
    assert named(annotate(document(TEXT), saved(nlp)), "Ada Quill").kind == "person"
    seen = []

    @Language.component("counts_sentences")
    def counts(doc: "Doc") -> "Doc":
        seen.append(len(list(doc.sents)))
        return doc

    nlp.add_pipe("counts_sentences")
    annotate(document(TEXT), saved(nlp))
    assert seen, "a component of one's own runs, and so does what it may rest on"


def test_parts_of_speech_of_universal_dependencies_do_without_tags(saved: Saved) -> None:
    nlp = pipeline()
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "claims"}]], {"POS": "VERB"})
    ruler.add([[{"LOWER": "warned"}]], {"POS": "VERB", "MORPH": "Tense=Past|VerbForm=Fin"})
    ruler.add([[{"LOWER": "boats"}]], {"POS": "NOUN"})
    told = saved(nlp).read(TEXT, annotate(document(TEXT)).sentences).tags
    assert told is not None
    assert told.kinds == ("verb", "noun", "past")


def test_the_engine_says_its_name_with_versions_and_what_its_files_come_to(
    saved: Saved, tmp_path: Path
) -> None:
    one = saved(pipeline(names=NAMES)).name
    assert one is not None
    assert one.startswith("spaCy 3.")
    assert ", pipeline en_pipeline 0.0.0, SHA-256 " in one
    assert saved(pipeline(names=NAMES)).name == one
    assert saved(pipeline(names=NAMES[:2])).name != one
    assert annotate(document(TEXT), saved(pipeline(names=NAMES))).engine == one


def test_a_long_sentence_is_handed_over_in_pieces_cut_at_gaps() -> None:
    text = "word " * 5_000
    pieces = list(pieces_of(text, Span(0, len(text))))
    assert "".join(piece.of(text) for piece in pieces) == text
    assert all(0 < piece.length <= LONGEST for piece in pieces)
    assert all(piece.of(text).startswith(" ") for piece in pieces[1:])
    assert [piece.length for piece in pieces_of("x" * 25_000, Span(0, 25_000))] == [LONGEST, LONGEST, 5_000]


# ---------------------------------------------------------------------------- any engine at all
WORDS = st.sampled_from(
    [
        "The",
        "Quill",
        "said",
        "that",
        "Peru's",
        "claims",
        "well-known",
        "“Yes,”",
        "he",
        "added.",
        "(",
        "’s",
        "…",
    ]
)
KINDS = st.sampled_from(["noun", "name", "verb", "past", "participle", "adjective", "adverb", "possessive"])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(WORDS, max_size=40).map(" ".join) | st.text("aZé9 .,:'’\"“”-()\n", max_size=200),
    st.data(),
)
def test_whatever_an_engine_says_every_span_stays_inside_the_text(text: str, data: st.DataObject) -> None:
    source = document(f"A long enough line to be taken for text. {text}")
    length = len(source.text)
    cuts = sorted(data.draw(st.sets(st.integers(0, length), max_size=16)))
    kinds = data.draw(st.lists(KINDS, min_size=len(cuts), max_size=len(cuts)))
    kind = data.draw(st.sampled_from([kind for kind in get_args(EntityKind) if kind != "country"]))
    names = [Named(Span(a, b), kind) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    findings = Findings(Tags(tuple(cuts), tuple(kinds)), tuple(names))
    found = annotate(source, Engine("any", lambda text, sentences: findings))
    spans = [
        span for entity in found.entities for span in (*entity.mentions, *entity.demonyms, *entity.roles)
    ]
    spans += [span for claim in found.claims for span in (*claim.speaker, *claim.cue, *claim.content)]
    spans += found.clauses
    assert all(0 <= span.start < span.end <= length for span in spans)
    mentions = sorted(span for entity in found.entities for span in entity.mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert found == annotate(source, Engine("any", lambda text, sentences: findings))


# ---------------------------------------------------------------------------- errors
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("spacey:x", "“spacey” is no engine; did you mean spacy?"),
        ("", "“” is no engine; there are built-in, spacy"),
        ("spacy", "spacy needs a pipeline: spacy:NAME"),
        ("spacy:", "spacy needs a pipeline: spacy:NAME"),
        ("built-in:x", "built-in takes nothing behind its name"),
    ],
)
def test_words_that_name_no_engine_are_refused(words: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"engine|needs|takes") as caught:
        parse_engine(words)
    assert told in str(caught.value)
    with pytest.raises(InputError):
        load_engine(words)


def test_the_path_of_a_pipeline_may_hold_colons() -> None:
    assert parse_engine(r"spacy:C:\pipelines\mine") == ("spacy", r"C:\pipelines\mine")


def test_the_built_in_engine_reads_nothing_itself() -> None:
    assert load_engine("built-in") is BUILT_IN
    assert BUILT_IN.read("Quill said so.", ()) == Findings()


def test_without_spacy_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(InputError, match=r"pip install '\.\[spacy\]'"):
        load_engine("spacy:en_core_web_sm")


def test_a_pipeline_that_is_not_here_is_told_with_how_to_get_it(tmp_path: Path) -> None:
    needs_module("spacy")
    with pytest.raises(
        InputError, match=r"there is no spaCy pipeline “en_core_none” here.*download en_core_none"
    ):
        load_engine("spacy:en_core_none")
    with pytest.raises(InputError, match="download en_core_web_sm"):
        load_engine(f"spacy:{tmp_path / 'none'}")
    with pytest.raises(InputError, match="holds no spaCy pipeline"):
        load_engine(f"spacy:{tmp_path}")


def test_a_pipeline_that_is_broken_is_told(tmp_path: Path) -> None:
    pipeline(names=NAMES).to_disk(tmp_path / "broken")
    (tmp_path / "broken" / "config.cfg").write_text("[nlp\n")
    with pytest.raises(InputError, match="broken cannot be loaded: "):
        load_engine(f"spacy:{tmp_path / 'broken'}")


def test_a_pipeline_with_neither_tagger_nor_entity_recogniser_is_refused(saved: Saved) -> None:
    with pytest.raises(InputError, match=r"neither a tagger nor an entity recogniser \(it has: nothing\)"):
        saved(pipeline())


def test_a_pipeline_for_another_language_is_refused(saved: Saved) -> None:
    needs_module("spacy")
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler")
    with pytest.raises(InputError, match="reads “de”, not English"):
        saved(nlp)
