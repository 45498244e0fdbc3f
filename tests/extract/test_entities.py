"""Who and what a text names is found where it stands, told apart by kind, and tied together."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.entities import find_entities
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import Entity
from briefgen.model.document import Block, Document
from briefgen.model.span import Span
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parent.parent / "cases" / "names.md"


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[str, ...]


def cases() -> list[Case]:
    read = []
    for part in CASES.read_text(encoding="utf8").split("\n## ")[1:]:
        title, text, *rows = (line for line in part.splitlines() if line)
        read.append(Case(title, text.removeprefix("text: ").replace(" ¶ ", "\n\n"), tuple(rows)))
    return read


def document(text: str) -> Document:
    blocks = tuple(Block(block.kind, block.span, block.locator) for block in find_blocks(text))
    return Document("a.txt", "a.txt", "text/plain", "utf-8", "0" * 64, len(text.encode()), text, blocks)


def entities(text: str) -> tuple[Entity, ...]:
    source = document(text)
    return find_entities(source, find_sentences(source))


def forms(entity: Entity, text: str) -> list[str]:
    return list(dict.fromkeys(span.of(text) for span in entity.mentions))


def row(entity: Entity, text: str) -> str:
    columns = [entity.name, entity.kind, "; ".join(forms(entity, text))]
    if entity.roles:
        columns.append("; ".join(span.of(text) for span in entity.roles))
    return "- " + " | ".join(columns)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_the_names_of_a_case(case: Case) -> None:
    assert tuple(row(entity, case.text) for entity in entities(case.text)) == case.expected


def test_there_are_enough_cases() -> None:
    titles = [case.title for case in cases()]
    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)


def seed(root: Path) -> tuple[str, dict[str, Entity]]:
    text = next((root / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    return text, {entity.name: entity for entity in entities(text)}


def test_the_seed_ties_every_name_of_a_country(root: Path) -> None:
    text, found = seed(root)
    korea = forms(found["North Korea"], text)
    assert set(korea) == {"North Korea", "Democratic People's Republic of Korea", "DPRK", "Pyongyang"}
    assert {"ROK", "Republic of Korea", "Seoul"} < set(forms(found["South Korea"], text))


def test_the_seed_has_capitals_that_stand_for_their_governments(root: Path) -> None:
    text, found = seed(root)
    assert "Moscow" in forms(found["Russia"], text)
    assert "Washington" in forms(found["United States"], text)
    assert not {"Moscow", "Washington"} & found.keys()


def test_the_seed_ties_a_described_agency_to_its_name(root: Path) -> None:
    text, found = seed(root)
    assert "South Korea's intelligence service" in forms(found["National Intelligence Service"], text)


def test_the_seed_has_a_spokesman_with_the_bodies_he_speaks_for(root: Path) -> None:
    text, found = seed(root)
    roles = [span.of(text) for span in found["Sean Savett"].roles]
    assert roles == ["White House National Security Council spokesperson"]
    assert forms(found["National Security Council"], text) == ["National Security Council", "NSC"]


def test_an_adjective_of_a_country_is_kept_apart_from_its_mentions() -> None:
    text = "Kenya closed the border. Kenyan officials and Kenyans in Uganda waited."
    kenya = entities(text)[0]
    assert forms(kenya, text) == ["Kenya"]
    assert [span.of(text) for span in kenya.demonyms] == ["Kenyan", "Kenyans"]


def test_a_country_s_short_name_before_a_noun_is_kept_apart() -> None:
    text = "UK farmers left. The UK will pay them."
    (kingdom,) = entities(text)
    assert kingdom.mentions == (Span(21, 23),)
    assert kingdom.attributive == (Span(0, 2),)


def test_a_country_that_is_often_named_before_nouns_is_still_found() -> None:
    assert entities("The minister met UK farmers.") == ()
    (kingdom,) = entities("The minister met UK farmers, UK bakers and UK smiths.")
    assert kingdom.name == "United Kingdom"


def test_a_name_before_a_noun_is_kept_apart_where_it_also_stands_by_itself() -> None:
    text = "Skyhop cut jobs. Skyhop pilots struck. Skyhop plans to sell planes. A Skyhop-owned hangar burnt."
    (airline,) = entities(text)
    assert forms(airline, text) == ["Skyhop"]
    assert [span.start for span in airline.mentions] == [0, 39]
    assert [span.start for span in airline.attributive] == [17, 70]


def test_a_name_that_stands_only_before_nouns_is_a_mention() -> None:
    (weiss,) = entities("The Hanna Weiss video spread. The Hanna Weiss fans cheered.")
    assert len(weiss.mentions) == 2
    assert not weiss.attributive


def test_the_same_words_are_a_name_in_one_text_and_none_in_another() -> None:
    assert [entity.name for entity in entities("Frost damaged the trees.")] == []
    assert [entity.name for entity in entities("David Frost spoke. Frost left.")] == ["David Frost"]


def test_georgia_is_the_state_beside_its_neighbours_and_else_the_country() -> None:
    assert entities("Voters in Georgia and Alabama waited.")[0].kind == "place"
    assert entities("Georgia closed its embassy in Baku.")[0].kind == "country"


PIECES = st.sampled_from(
    """
    Moscow|Anna|Berg|the|Ministry|of|and|'s|’s|U.S.|(|)|NSC|said|,|.|-|or|North|Korean|President|Dr.|J.|iPhone
    “|is the official name of|World Bank|People's|for|&|May|training ground|Georgia|Kim Jong|un|[|]|Group|Inc.
    Storm|VELDORA|(AP)|—|"|Mike|v.|Will|in|US-5|JP
    """.replace("\n", "|").split("|")
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


@given(TEXTS)
def test_mentions_are_spans_of_the_text_in_order_and_never_overlap(text: str) -> None:
    found = entities(text)
    for entity in found:
        assert entity.name
        assert entity.mentions
        assert list(entity.mentions) == sorted(set(entity.mentions))
        for span in (*entity.mentions, *entity.demonyms, *entity.attributive, *entity.roles):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
    everything = sorted(span for entity in found for span in entity.mentions)
    assert all(one.end <= other.start for one, other in pairwise(everything))


@given(TEXTS)
def test_entities_stand_in_the_order_of_their_first_mention(text: str) -> None:
    firsts = [entity.mentions[0] for entity in entities(text)]
    assert firsts == sorted(firsts)


@given(TEXTS)
def test_the_same_text_gives_the_same_entities(text: str) -> None:
    assert entities(text) == entities(text)


def test_the_hash_seed_changes_nothing(root: Path) -> None:
    def extract(hash_seed: str) -> bytes:
        command = [sys.executable, "-m", "briefgen", "extract", "seeds"]
        environment = {"PYTHONHASHSEED": hash_seed, "PATH": ""}
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True).stdout

    assert extract("1") == extract("2")
