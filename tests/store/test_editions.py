"""An edition comes out of the store as it went in, with its words to be asked for one by one."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from annotations import annotated, claim
from samples import brief_of as brief_made_of
from samples import troubled
from sqlalchemy import Column, Select, Table, func, select, text

from briefgen.model.artefact import Artefact
from briefgen.model.brief import Brief
from briefgen.model.edition import Counts, Delivery, Edition, Filed, Input, Showing
from briefgen.model.problem import StoreError
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of, open_deliveries, plan, record
from briefgen.store.editions import (
    Contents,
    brief_of,
    edition,
    editions_of,
    files_of,
    next_number,
    save_edition,
)
from briefgen.store.inventory import inputs_of, set_inputs
from briefgen.store.runs import end_run, last_run, run_for, runs_of, start_run
from briefgen.store.tables import accounts, claims, figures, passages, sources, spans

NOW = "2026-11-22T06:00:00+00:00"
LATER = "2026-11-23T06:00:00+00:00"


def brief() -> Brief:
    return brief_made_of(troubled())


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address)
    yield opened
    opened.close()


def numbered(number: int, run: int = 1) -> Edition:
    return Edition(
        job="daily",
        number=number,
        made=NOW,
        as_of="2024-10-18",
        title="Tanks at the border",
        marking="TLP:GREEN",
        fingerprint="f" * 64,
        folder="output/daily",
        counts=Counts(1, 5, 0, new=3),
        run=run,
        audiences=(Showing("analyst", None, "Tanks", "2024-10-18", "TLP:GREEN", Counts(1, 5, 0)),),
    )


FILES = (
    Filed(Artefact("analyst.md", "text/markdown", b"# Tanks\n"), "analyst", "TLP:GREEN"),
    Filed(Artefact("brief.json", "application/json", b"{}\n" * 1000), None, None),
)


def save(store: Store, number: int) -> Edition:
    made = numbered(number)
    with store.writing() as connection:
        save_edition(connection, made, Contents({None: brief(), "TLP:CLEAR": brief()}, FILES))
    return made


def test_it_comes_out_as_it_went_in(store: Store) -> None:
    made = save(store, 1)
    with store.reading() as connection:
        assert edition(connection, "daily") == made
        assert edition(connection, "daily", 1) == made
        assert edition(connection, "daily", 2) is None
        assert brief_of(connection, made) == brief()
        assert brief_of(connection, made, "TLP:CLEAR") == brief()
        assert brief_of(connection, made, "TLP:RED") is None
        assert files_of(connection, made) == FILES


def test_numbers_go_on_without_holes(store: Store) -> None:
    with store.reading() as connection:
        assert next_number(connection, "daily") == 1
    first, second = save(store, 1), save(store, 2)
    with store.reading() as connection:
        assert next_number(connection, "daily") == 3
        assert next_number(connection, "weekly") == 1
        assert editions_of(connection, "daily") == (second, first)
        assert editions_of(connection, "daily", 1) == (second,)


def test_two_editions_of_one_number_are_impossible(store: Store) -> None:
    save(store, 1)
    with pytest.raises(StoreError):
        save(store, 1)


def numbers(table: Table, first: Column[Any]) -> Select[Any]:
    """The rows of `table` with the numbers that they have in each edition."""
    return (
        select(sources.c.edition, (first + table.c.place).label("number"), table, passages.c.text)
        .join(sources, sources.c.account == table.c.account)
        .join(passages, passages.c.id == table.c.passage)
        .order_by(sources.c.edition, first + table.c.place)
    )


def test_every_span_claim_and_figure_leads_to_its_words(store: Store) -> None:
    save(store, 1)
    expected = brief()
    with store.reading() as connection:
        found = connection.execute(numbers(spans, sources.c.first_span)).all()
        assert [(f"E{row.number}", row.start, row.end, row.text) for row in found] == [
            (one.id, one.span.start, one.span.end, one.quote) for one in expected.evidence
        ]
        found = connection.execute(numbers(claims, sources.c.first_claim)).all()
        assert [(f"C{row.number}", row.status, row.text, f"E{row.evidence + 1}") for row in found] == [
            (one.id, one.status, one.statement.text, one.evidence[0]) for one in expected.claims
        ]
        found = connection.execute(numbers(figures, sources.c.first_figure)).all()
        assert [(f"Q{row.number}", row.value, row.text) for row in found] == [
            (one.id, one.value, one.what.text) for one in expected.figures
        ]
        assert len(connection.execute(select(sources)).all()) == len(expected.sources)


TALK = (
    "The ferry office said that 40 boats had left on Monday. Nobody replied.",
    "The mayor said that the quay was closed. The clerk denied it.",
    "The pilot said that 7 lamps were lit.",
)


def told(*texts: str) -> Brief:
    """A brief of sources that are called as they stand in `TALK`."""
    speakers = ("The ferry office", "The mayor", "The pilot")
    found = [
        annotated(one, claims=(claim(one, who, "said", one[one.index("that ") : one.index(".")]),))
        for one in texts
        for who in speakers
        if one.startswith(who)
    ]
    return brief_made_of(
        *(
            msgspec.structs.replace(
                one,
                document=msgspec.structs.replace(one.document, name=f"{place}.txt", sha256=f"{place}" * 64),
            )
            for place, one in enumerate(found)
        )
    )


def keep(store: Store, number: int, made: Brief) -> None:
    with store.writing() as connection:
        save_edition(connection, numbered(number), Contents({None: made}, ()))


def kept_rows(store: Store) -> dict[str, int]:
    tables = (accounts, spans, claims, figures, passages)
    with store.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables
        }


def test_what_a_source_told_before_is_not_written_again(store: Store) -> None:
    first, second, third = TALK
    keep(store, 1, told(first, second))
    before = kept_rows(store)
    keep(store, 2, told(second, first))
    assert kept_rows(store) == before
    keep(store, 3, told(third, second, first))
    after = kept_rows(store)
    assert after["accounts"] == before["accounts"] + 1
    assert after["claims"] == before["claims"] + 1
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(sources)) == 2 + 2 + 3
        found = connection.execute(numbers(claims, sources.c.first_claim)).all()
        at = connection.execute(numbers(spans, sources.c.first_span)).all()
    for number, made in enumerate((told(first, second), told(second, first), told(third, second, first)), 1):
        said = [(f"C{row.number}", row.text) for row in found if row.edition == number]
        assert said == [(one.id, one.statement.text) for one in made.claims]
        cited = [(f"E{row.number}", row.text) for row in at if row.edition == number]
        assert cited == [(one.id, one.quote) for one in made.evidence]


def test_claims_of_sources_that_take_turns_keep_their_numbers(store: Store) -> None:
    made = told(*TALK)
    first, second, third = made.claims
    again = msgspec.structs.replace(first, stance="denied")
    turns = [
        msgspec.structs.replace(one, id=f"C{number}")
        for number, one in enumerate((first, second, again, third), 1)
    ]
    keep(store, 1, msgspec.structs.replace(made, claims=tuple(turns)))
    with store.reading() as connection:
        found = connection.execute(numbers(claims, sources.c.first_claim)).all()
    assert [(f"C{row.number}", row.text, row.stance) for row in found] == [
        (one.id, one.statement.text, one.stance) for one in turns
    ]


def test_what_stands_otherwise_now_is_written_anew(store: Store) -> None:
    made = told(*TALK)
    keep(store, 1, made)
    one, *others = made.claims
    denied = msgspec.structs.replace(one, status="denied")
    keep(store, 2, msgspec.structs.replace(made, claims=(denied, *others)))
    with store.reading() as connection:
        found = connection.execute(numbers(claims, sources.c.first_claim)).all()
    assert [row.status for row in found if row.edition == 1] == [one.status for one in made.claims]
    assert [row.status for row in found if row.edition == 2] == ["denied", *(one.status for one in others)]
    assert kept_rows(store)["accounts"] == len(made.sources) + 1


def test_sources_that_tell_the_same_share_what_they_tell(store: Store) -> None:
    made = told(*TALK)
    again = msgspec.structs.replace(made.sources[0], number=len(made.sources) + 1, name="again.txt")
    number = len(made.evidence)
    repeated = [one for one in made.evidence if one.source == 1]
    evidence = [
        msgspec.structs.replace(one, id=f"E{number + place}", source=again.number)
        for place, one in enumerate(repeated, 1)
    ]
    said = [
        msgspec.structs.replace(
            one, id=f"C{len(made.claims) + place}", source=again.number, evidence=(f"E{number + place}",)
        )
        for place, one in enumerate((one for one in made.claims if one.source == 1), 1)
    ]
    counted = [
        msgspec.structs.replace(one, id=f"Q{len(made.figures) + place}", evidence=(evidence[0].id,))
        for place, one in enumerate(
            (one for one in made.figures if one.evidence[0] in {two.id for two in repeated}), 1
        )
    ]
    both = msgspec.structs.replace(
        made,
        sources=(*made.sources, again),
        evidence=(*made.evidence, *evidence),
        claims=(*made.claims, *said),
        figures=(*made.figures, *counted),
    )
    keep(store, 1, both)
    assert kept_rows(store)["accounts"] == len(made.sources)


def test_the_same_words_are_kept_once(store: Store) -> None:
    save(store, 1)
    with store.reading() as connection:
        before = len(connection.execute(select(passages)).all())
    save(store, 2)
    with store.reading() as connection:
        assert len(connection.execute(select(passages)).all()) == before


def test_damage_is_found(store: Store) -> None:
    made = save(store, 1)
    with store.writing() as connection:
        connection.execute(text("UPDATE files SET data = :data WHERE name = 'analyst.md'"), {"data": b"x"})
        connection.execute(text("UPDATE models SET packed = :data"), {"data": b"x"})
    with store.reading() as connection, pytest.raises(StoreError, match=r"analyst\.md of edition 1 of daily"):
        files_of(connection, made)
    with store.reading() as connection, pytest.raises(StoreError, match="edition 1 of daily is damaged"):
        brief_of(connection, made)


def test_a_run_that_never_ended_is_called_interrupted_by_the_next(store: Store) -> None:
    first = start_run(store, "daily", NOW)
    second = start_run(store, "daily", LATER, slot=LATER)
    with store.reading() as connection:
        newest, oldest = runs_of(connection, "daily", 5)
    assert (oldest.id, oldest.state, oldest.ended) == (first.id, "interrupted", LATER)
    assert newest == second


def test_a_run_is_known_by_its_slot_once_it_has_ended(store: Store) -> None:
    run = start_run(store, "daily", NOW, slot=NOW)
    with store.reading() as connection:
        assert run_for(connection, "daily", NOW) is None
    with store.writing() as connection:
        end_run(connection, run, LATER, "unchanged", "nothing new", 4, [("a.txt", "is empty")])
    with store.reading() as connection:
        found = run_for(connection, "daily", NOW)
        assert found == last_run(connection, "daily")
    assert found is not None
    assert (found.state, found.reason, found.edition) == ("unchanged", "nothing new", 4)
    assert found.problems == (("a.txt", "is empty"),)


def test_inputs_are_remembered_as_they_were(store: Store) -> None:
    first = Input("a.txt", "1" * 64, "k", NOW, told=1)
    second = Input("b.txt", "2" * 64, "k", NOW)
    with store.writing() as connection:
        set_inputs(connection, "daily", (first, second))
    changed = msgspec.structs.replace(second, sha256="3" * 64, told=2)
    with store.writing() as connection:
        set_inputs(connection, "daily", (changed,))
    with store.reading() as connection:
        assert inputs_of(connection, "daily") == {"b.txt": changed}
        assert inputs_of(connection, "weekly") == {}


def sent_to(recipient: str, number: int = 1) -> Delivery:
    return Delivery(
        id=0, job="daily", edition=number, channel="mail", recipient=recipient, key=f"{number}-{recipient}"
    )


def test_nobody_is_planned_for_twice(store: Store) -> None:
    for _ in range(2):
        with store.writing() as connection:
            plan(connection, (sent_to("a@example.org"), sent_to("b@example.org")))
    with store.reading() as connection:
        waiting = open_deliveries(connection, "daily", NOW)
    assert [one.recipient for one in waiting] == ["a@example.org", "b@example.org"]


def test_what_failed_waits_and_what_was_sent_is_done(store: Store) -> None:
    with store.writing() as connection:
        plan(connection, (sent_to("a@example.org"), sent_to("b@example.org")))
    with store.reading() as connection:
        one, other = open_deliveries(connection, "daily", NOW)
    with store.writing() as connection:
        record(connection, one, "sent", NOW)
        record(connection, other, "failed", NOW, "421 busy", next_try=LATER)
    with store.reading() as connection:
        assert open_deliveries(connection, "daily", NOW) == ()
        (waiting,) = open_deliveries(connection, "daily", LATER)
        assert (waiting.attempts, waiting.last_error, waiting.ended) == (1, "421 busy", None)
        assert [found.state for found in deliveries_of(connection, "daily", 1)] == ["sent", "failed"]
