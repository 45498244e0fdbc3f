"""Words are found in all editions, in the same way in every database, whatever is asked."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from annotations import annotated, claim
from any_texts import STRANGE, TEXTS
from conftest import needs_module
from databases import Server
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import brief_of as brief_made_of
from samples import troubled

from briefgen.model.annotation import Annotated
from briefgen.model.edition import Counts, Edition
from briefgen.model.source import Metadata
from briefgen.store.database import Store, open_store
from briefgen.store.editions import Contents, save_edition
from briefgen.store.searching import Asked, Found, Hit, marks_in, parse, search
from briefgen.store.words import searchable, words_of

HARBOUR = (
    "Élise Brandt said on 3 March that the U.S. envoy saw 1,500 boats off Ålesund. "
    "The harbour-master of Göteborg denied it.\n"
    "The 北京 office kept quiet about the twenty-one crates."
)


def harbour() -> Annotated:
    return annotated(
        HARBOUR,
        claims=(
            claim(HARBOUR, "Élise Brandt", "said", "that the U.S. envoy saw 1,500 boats off Ålesund"),
            claim(HARBOUR, "The harbour-master of Göteborg", "denied", "it", "denied"),
        ),
    )


def known(found: Annotated, name: str, **said: str) -> Annotated:
    document = msgspec.structs.replace(found.document, name=name, sha256=name * 3, metadata=Metadata(**said))
    return msgspec.structs.replace(found, document=document)


TROUBLED = known(troubled(), "a.txt", publisher="The Valley Post", published="2024-10-18", title="Tanks")
QUIET = known(harbour(), "b.txt", publisher="Harbour News", published="2025-03-04T08:00:00+01:00")
LATE = known(harbour(), "b.txt", publisher="Harbour News", published="2025-03-05T08:00:00+01:00")


def keep(store: Store, job: str, number: int, *found: Annotated) -> None:
    brief = brief_made_of(*found, as_of=f"2025-04-{number:02}")
    edition = Edition(
        job=job, number=number, made=f"2025-04-{number:02}T06:00:00+00:00", as_of=brief.as_of,
        title=brief.title, fingerprint="f", folder="", counts=Counts(1, 1, 0), run=1,
    )  # fmt: skip
    with store.writing() as connection:
        save_edition(connection, edition, Contents({None: brief}, ()))


def fill(store: Store) -> Store:
    keep(store, "daily", 1, TROUBLED)
    keep(store, "daily", 2, TROUBLED, QUIET)
    keep(store, "daily", 3, LATE)
    keep(store, "weekly", 1, TROUBLED)
    return store


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = filled(request.param, request, tmp_path_factory)
    yield opened
    opened.close()


def filled(kind: str, request: pytest.FixtureRequest, folder: pytest.TempPathFactory) -> Store:
    if kind == "sqlite":
        return fill(open_store(f"sqlite:///{folder.mktemp('store') / 'store.db'}"))
    running: Server = request.getfixturevalue("postgres")
    return fill(open_store(running.make(f"t{uuid.uuid4().hex}")))


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    needs_module("psycopg")
    opened = [filled(kind, request, tmp_path_factory) for kind in ("sqlite", "postgresql")]
    yield opened
    for one in opened:
        one.close()


def look(store: Store, words: str, most: int = 100, **how: str) -> Found:
    with store.reading() as connection:
        return search(connection, Asked(words=words, **how), most)


def shown(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


def test_a_claim_is_found_with_speaker_source_and_editions(store: Store) -> None:
    found = look(store, "freedonia TANKS allegations", job="daily")
    (hit,) = found.hits
    assert found.total == 1
    assert (hit.kind, hit.speaker, hit.stance) == ("claim", "Sylvania", "alleged")
    assert (hit.first, hit.last, hit.editions, hit.last_as_of) == (1, 2, 2, "2025-04-02")
    assert (hit.source, hit.publisher, hit.published, hit.title) == (
        "a.txt", "The Valley Post", "2024-10-18", "Tanks",
    )  # fmt: skip
    assert shown(hit) == ["allegations", "Freedonia", "tanks"]


def test_a_sentence_without_a_claim_is_found_too(store: Store) -> None:
    (hit,) = look(store, "twenty-one crates").hits
    assert (hit.kind, hit.speaker, hit.source) == ("evidence", None, "b.txt")
    assert shown(hit) == ["twenty-one", "crates"]


def test_what_a_source_says_of_itself_is_told_as_the_last_edition_knew_it(store: Store) -> None:
    hits = look(store, "envoy").hits
    assert [(one.first, one.last, one.published) for one in hits] == [(2, 3, "2025-03-05T08:00:00+01:00")]


def test_the_title_of_an_edition_is_found(store: Store) -> None:
    title = brief_made_of(TROUBLED).title
    hits = [one for one in look(store, f'"{title}"').hits if one.kind == "title"]
    assert {(one.job, one.text, one.source) for one in hits} >= {
        ("daily", title, None),
        ("weekly", title, None),
    }


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("alesund", ["Ålesund"]),
        ("ÅLESUND", ["Ålesund"]),
        ("goteborg denied", ["Göteborg", "denied"]),
        ("U.S.", ["U.S"]),
        ("1,500", ["1,500"]),
        ("1500", None),
        ('"the U.S. envoy"', ["the U.S. envoy"]),
        ("“envoy saw”", ["envoy saw"]),
        ('"saw envoy"', None),
        ("saw envoy", ["envoy", "saw"]),
        ("env*", ["envoy"]),
        ("env", None),
        ('"U.S. en*"', ["U.S. envoy"]),
        ('"U.S. en"*', ["U.S. envoy"]),
        ("北京", ["北京"]),
        ("京", ["京"]),
        ("envoy missing", None),
        ('"envoy', ["envoy"]),
        ("envoy AND", None),
        ("envoy -saw", ["envoy", "saw"]),
        ("envoy 🚢", ["envoy"]),
    ],
)
def test_what_is_asked_for_is_what_is_found(store: Store, words: str, marked: list[str] | None) -> None:
    assert [shown(hit) for hit in look(store, words).hits] == ([marked] if marked else [])


@pytest.mark.parametrize(
    "words",
    ["", "   ", '"', '""', "*", '"*"', "🚢", "…", "' OR 1=1 --", "NEAR(a b)", "text:x", "!x", "<->", "%",
     "\\", "\x00", "a\x00b", "& | ()", "^a", "{a b}", "x" * 5000, "a " * 5000],
)  # fmt: skip
def test_no_words_are_an_operator_or_an_error(store: Store, words: str) -> None:
    assert look(store, words).hits == ()


def test_days_bound_when_a_source_was_published(store: Store) -> None:
    assert {one.source for one in look(store, "the").hits} == {"a.txt", "b.txt"}
    assert {one.source for one in look(store, "the", since="2025-01-01").hits} == {"b.txt"}
    assert {one.source for one in look(store, "the", until="2024-10-18").hits} == {"a.txt"}
    assert look(store, "the", since="2024-10-19", until="2025-03-03").hits == ()
    (hit,) = look(store, "envoy", until="2025-03-04T23:00:00+00:00").hits
    assert (hit.first, hit.last) == (2, 2)


def test_a_speaker_is_found_by_any_part_of_the_name(store: Store) -> None:
    assert {one.speaker for one in look(store, "the", speaker="poole").hits} == {"Mary Poole"}
    assert {one.speaker for one in look(store, "boats", speaker="elise brandt").hits} == {"Élise Brandt"}
    assert look(store, "boats", speaker="Poole").hits == ()
    assert look(store, "boats", speaker="Bran").hits == ()


def test_the_newest_sources_come_first_and_all_are_counted(store: Store) -> None:
    every = look(store, "the")
    days = [(one.published or "")[:10] for one in every.hits]
    assert days == sorted(days, reverse=True)
    assert every.total == len(every.hits) > 5
    first = look(store, "the", most=3)
    assert (first.hits, first.total) == (every.hits[:3], every.total)


ASKED = (
    TEXTS
    | STRANGE
    | st.lists(st.sampled_from([*'the tan* AND OR NOT said " “ * ( ) : boats -x'.split()])).map(" ".join)
)


@settings(max_examples=150)
@given(words=ASKED, speaker=st.none() | STRANGE)
def test_every_database_gives_the_same_answer_to_anything(
    both: list[Store], words: str, speaker: str | None
) -> None:
    answers = []
    for store in both:
        with store.reading() as connection:
            answers.append(search(connection, Asked(words=words, speaker=speaker), 50))
    assert answers[0] == answers[1]
    for hit in answers[0].hits:
        assert hit.marks
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.marks)


@given(TEXTS, st.data())
def test_any_words_of_a_text_find_it(text: str, data: st.DataObject) -> None:
    words = list(words_of(text))
    for word in words:
        assert word.form.isascii()
        assert word.form.isalnum()
        assert word.form[0].isalpha()
    assert searchable(text).split() == [word.form for word in words]
    if words:
        start = data.draw(st.integers(0, len(words) - 1))
        end = data.draw(st.integers(start + 1, min(len(words), start + 5)))
        part = text[words[start].start : words[end - 1].end].translate(dict.fromkeys(map(ord, '"“”„«»'), " "))
        assert marks_in(text, parse(f'"{part}"'))


def test_a_passage_of_any_length_can_be_kept(store_address: str) -> None:
    opened = open_store(store_address)
    long = (
        "The harbour office said "
        + ", ".join(f"{word}{n} boats" for n in range(40_000) for word in ("x",))
        + "."
    )
    keep(
        opened,
        "daily",
        1,
        known(annotated(long, claims=(claim(long, "The harbour office", "said", long[23:-1]),)), "c.txt"),
    )
    assert look(opened, "x17 boats harbour").total
    opened.close()


def test_a_store_searched_anew_holds_what_was_added(tmp_path: Path) -> None:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    assert look(opened, "envoy").hits == ()
    keep(opened, "daily", 1, QUIET)
    assert look(opened, "envoy").total == 1
    opened.close()


def test_a_word_that_stands_everywhere_is_looked_up_by_indexes(tmp_path: Path) -> None:
    """Else each sentence is held against all claims of its source: hours, in a large store."""
    opened = fill(open_store(f"sqlite:///{tmp_path / 'store.db'}"))
    with opened.reading() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT 1 FROM spans WHERE NOT EXISTS (SELECT 1 FROM claims "
            "WHERE claims.account = spans.account AND claims.evidence = spans.place)"
        ).all()
    assert any("account=? AND evidence=?" in row.detail for row in plan)
    opened.close()
