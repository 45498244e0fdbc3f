"""A claim is who says it, by which word, what is said, and how the speaker stands to it."""

import itertools
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.claims import find_claims
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import Claim, Entity
from briefgen.model.document import Document
from briefgen.model.span import Span
from briefgen.readers.paragraphs import find_blocks

CASES = [
    Path(__file__).parents[1] / "cases" / name
    for name in ("claims.md", "negations.md", "stances.md", "frames.md")
]


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))


def claims(text: str, entities: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    source = document(text)
    return find_claims(source, find_sentences(source), entities)


def entity(text: str, name: str, kind: str, *surfaces: str) -> Entity:
    mentions = []
    for surface in surfaces:
        start = text.index(surface)
        mentions.append(Span(start, start + len(surface)))
    return Entity(name, kind, tuple(mentions))  # type: ignore[arg-type]


def words(spans: Sequence[Span], text: str) -> str:
    return " … ".join(span.of(text) for span in spans) or "-"


def row(claim: Claim, text: str) -> str:
    parts = [words(spans, text) for spans in (claim.speaker, claim.cue, claim.content)]
    return " | ".join([*parts, claim.stance, f"quoted {'yes' if claim.quoted else 'no'}"])


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for part in (part for path in CASES for part in path.read_text("utf-8").split("\n## ")[1:]):
        title, *lines = [line for line in part.splitlines() if line]
        text = lines[0].removeprefix("text: ").replace("¶", "\n\n")
        found.append((title, text, [line.removeprefix("- ") for line in lines[1:]]))
    return found


@pytest.mark.parametrize(
    ("title", "text", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_claims_are_read_as_the_cases_say(title: str, text: str, wanted: list[str]) -> None:
    assert [row(claim, text) for claim in claims(text)] == wanted


def test_a_pronoun_stands_for_the_last_speaker() -> None:
    text = "Harbour officials said the crane had failed. They said nobody was hurt."
    assert [words([claim.stands_for], text) for claim in claims(text) if claim.stands_for] == [
        "Harbour officials"
    ]


def test_the_official_stands_for_the_official_before() -> None:
    text = '"It is over," a customs official told reporters. The official said the ship had left.'
    assert claims(text)[1].stands_for == claims(text)[0].speaker[0]


def test_a_speaker_is_tied_to_its_entity() -> None:
    text = "Port director Marta Lindqvist said the quay was closed."
    marta = entity(text, "Marta Lindqvist", "person", "Marta Lindqvist")
    assert claims(text, (marta,))[0].entity == 0


def test_a_modifier_is_not_the_speaker() -> None:
    text = "A Finland spokesman said the border was calm."
    finland = entity(text, "Finland", "country", "Finland")
    assert claims(text, (finland,))[0].entity is None


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Marta Lindqvist runs the port. The quay is closed, Lindqvist said."
    marta = Entity(
        "Marta Lindqvist", "person", (Span(0, 15), Span(text.rindex("Lindqvist"), text.index(" said")))
    )
    claim = claims(text, (marta,))[0]
    assert claim.entity == 0
    assert claim.stands_for == Span(0, 15)


def test_he_is_the_person_who_spoke_last() -> None:
    text = "Ivo Brandt said the mine was safe. He said it would open in May."
    ivo = entity(text, "Ivo Brandt", "person", "Ivo Brandt")
    assert [(claim.entity, claim.certain) for claim in claims(text, (ivo,))] == [(0, True), (0, True)]


def test_he_is_uncertain_where_another_person_was_named_since() -> None:
    text = "Ivo Brandt said the mine was safe. Karl Roth visited it in April. He said it would open soon."
    people = tuple(entity(text, name, "person", name) for name in ("Ivo Brandt", "Karl Roth"))
    assert [claim.certain for claim in claims(text, people)] == [True, False]


def test_a_quotation_that_stands_alone_goes_to_the_last_speaker_without_certainty() -> None:
    text = '"The harbour is open," Duarte said.\n\n"The road is another matter."'
    first, second = claims(text)
    assert second.speaker == first.speaker
    assert (first.certain, second.certain) == (True, False)


def test_a_quotation_after_the_speaker_in_the_same_paragraph_is_the_same_claim() -> None:
    text = '"The harbour is open," Duarte said. "The road is another matter."'
    (claim,) = claims(text)
    assert words(claim.content, text) == '"The harbour is open," … "The road is another matter."'


def test_what_follows_changes_the_stance_of_the_whole_quotation() -> None:
    text = '"We saw the report," the clerk said. "But we won\'t comment on it."'
    assert [claim.stance for claim in claims(text)] == ["declined"]


def test_a_claim_inside_a_claim_names_it() -> None:
    text = "The ministry said the general told reporters that the base was empty."
    assert [claim.parent for claim in claims(text)] == [None, 0]


def test_may_with_a_capital_is_a_month() -> None:
    assert claims("The minister said the school opened in May.")[0].stance == "asserted"


PIECES = [
    *(
        "said ",
        "that ",
        "he ",
        "Ana Ruiz ",
        '"',
        "“",
        "”",
        "'",
        "''",
        "’s ",
        ", ",
        ". ",
        ": ",
        ";",
        "— ",
        "(",
        ")",
    ),
    *(
        "the ",
        "told ",
        "according to ",
        "reports ",
        "by ",
        "allegedly ",
        "and ",
        "adding ",
        "was accused of ",
    ),
    *("who ", "claim ", "would not ", "to ", "in ", "May ", "3 ", "\n\n", "\x85", "İ", "ß "),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80))
def test_any_text_gives_well_formed_claims_twice_alike(text: str) -> None:
    name = Entity("a", "person", (Span(0, 1),))
    entities = (name,) if text else ()
    found = claims(text, entities)
    assert found == claims(text, entities)
    for index, claim in enumerate(found):
        for spans in (claim.speaker, claim.cue, claim.content):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
        assert claim.cue
        assert claim.content
        assert not any(cue.meets(content) for cue in claim.cue for content in claim.content)
        assert claim.parent is None or (0 <= claim.parent < len(found) and claim.parent != index)
        assert claim.entity is None or claim.entity < len(entities)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        '" ' * 50_000,
        "said " * 60_000,
        "said that he said, " * 20_000,
        '"a," he said. ' * 20_000,
        "a, " * 90_000,
    ],
    ids=["marks", "spaced marks", "one verb", "verbs", "quotations", "commas"],
)
def test_a_long_line_is_read_in_time(text: str) -> None:
    start = time.perf_counter()
    claims(text)
    assert time.perf_counter() - start < 20


def test_a_name_before_a_colon_speaks() -> None:
    text = "Lindqvist: Port to stay open until June"
    marta = entity(text, "Marta Lindqvist", "person", "Lindqvist")
    assert [row(claim, text) for claim in claims(text, (marta,))] == [
        "Lindqvist | : | Port to stay open until June | asserted | quoted no"
    ]


def test_a_label_that_names_nobody_is_no_speaker() -> None:
    assert claims("Weather: Rain until June") == ()


def test_she_is_the_woman_who_spoke_though_a_man_was_named_since() -> None:
    text = "Marta Lindqvist said the port was open. Karl Roth visited it. She said it would close in May."
    people = tuple(entity(text, name, "person", name) for name in ("Marta Lindqvist", "Karl Roth"))
    assert [(claim.entity, claim.certain) for claim in claims(text, people)] == [(0, True), (0, True)]


def test_he_is_not_the_woman_who_spoke_last() -> None:
    text = "Ana Lopez told Peter Kramer that she had left the party. He said she was lying."
    people = tuple(entity(text, name, "person", name) for name in ("Ana Lopez", "Peter Kramer"))
    assert [(claim.entity, claim.certain) for claim in claims(text, people)] == [(0, True), (1, False)]


def test_a_turn_goes_on_over_its_paragraphs() -> None:
    text = "ROTH: Will it?\n\nRUIZ: It will. He said so.\n\nI am sure.\n\nROTH: Well.\n\nRUIZ: Good night."
    found = claims(text)
    assert [words(claim.content, text) for claim in found][1] == "It will. He said so.\n\nI am sure"
    assert [claim.parent for claim in found] == [None, None, None, None]
