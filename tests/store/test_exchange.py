"""A job comes out of one store and goes into another, and nothing differs."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from samples import brief_of as brief_made_of
from samples import troubled
from sqlalchemy import text

from briefgen.model.artefact import Artefact
from briefgen.model.edition import Counts, Delivery, Edition, Filed, Input, Showing
from briefgen.model.problem import DamagedError, InputError, OutputError, StoreError
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of, plan, record
from briefgen.store.editions import Contents, edition, editions_of, keep_model, model_bytes, save_edition
from briefgen.store.exchange import export_job, import_job
from briefgen.store.inventory import inputs_of, set_inputs
from briefgen.store.retention import Drop, prune
from briefgen.store.runs import end_run, runs_of, start_run
from briefgen.store.searching import Asked, search

NOW = "2026-11-22T06:00:00+00:00"
LATER = "2026-11-23T06:00:00+00:00"
STYLE = "\x00\xff not text".encode("latin-1")


def fill(store: Store, job: str = "daily") -> Store:
    """Three editions of which the first was pruned, a failed run, and deliveries in all states."""
    start_run(store, "other", NOW)
    for number in (1, 2, 3):
        run = start_run(store, job, NOW, slot=NOW if number == 2 else None)
        brief = brief_made_of(troubled(), as_of=f"2024-10-{17 + number}")
        below = brief_made_of(troubled(), as_of=f"2024-10-{17 + number}", marking="TLP:CLEAR")
        made = Edition(
            job=job, number=number, made=NOW, as_of=brief.as_of, title="Tanks “at” the border",
            fingerprint="f", folder=f"/srv/{number}", counts=Counts(1, 5, 0, new=2, changed=0, withdrawn=1),
            run=run.id, marking="TLP:GREEN",
            audiences=(Showing("public", "TLP:CLEAR", "Tanks", NOW, None, Counts(1, 2, 3)),),
        )  # fmt: skip
        files = (
            Filed(Artefact("analyst.md", "text/markdown", f"# {number}\n".encode()), "analyst", "TLP:GREEN"),
            Filed(Artefact("pictures/a.svg", "image/svg+xml", STYLE), None, None),
        )
        sent = Delivery(
            id=0, job=job, edition=number, channel="mail", recipient="Jörg <j@example.org>", key=f"k{number}"
        )
        with store.writing() as connection:
            save_edition(connection, made, Contents({None: brief, "TLP:CLEAR": below}, files))
            plan(connection, [sent, msgspec.structs.replace(sent, quiet=LATER)])
            end_run(connection, run, LATER, "made", None, number, [("a.txt", "is “empty”\n")])
    with store.writing() as connection:
        first, *_, last = deliveries_of(connection, job)
        record(connection, first, "sent", LATER)
        record(connection, last, "failed", LATER, "421 busy", LATER)
        set_inputs(
            connection, job, [Input("a.txt", "1" * 64, "k", NOW, 1), Input("ü.txt", "2" * 64, "k", NOW)]
        )
        old = edition(connection, job, 1)
    assert old is not None
    prune(store, [Drop(old, 0, ())], LATER)
    failed = start_run(store, job, LATER)
    with store.writing() as connection:
        end_run(connection, failed, LATER, "failed", "the disk is full", 3)
    return store


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = fill(open_store(store_address))
    yield opened
    opened.close()


@pytest.fixture
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Makes one more, empty store of either kind."""
    made: list[Store] = []

    def make(kind: str) -> Store:
        place = f"sqlite:///{tmp_path / f'other{len(made)}.db'}"
        address = request.getfixturevalue("postgres").make(f"x{id(made)}{len(made)}") if kind else place
        made.append(open_store(address))
        return made[-1]

    yield make
    for one in made:
        one.close()


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("kind", ["", "postgresql"])
def test_nothing_differs_after_a_journey(
    store: Store, another: Callable[[str], Store], tmp_path: Path, kind: str
) -> None:
    export_job(store, "daily", tmp_path / "one")
    other = another(kind)
    start_run(other, "mine", NOW)
    start_run(other, "mine", NOW)
    manifest, taken = import_job(other, tmp_path / "one")
    assert (manifest.editions, taken) == (3, True)
    export_job(other, "daily", tmp_path / "two")
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    with store.reading() as before, other.reading() as after:
        for number in (1, 2, 3):
            here, there = edition(before, "daily", number), edition(after, "daily", number)
            assert here is not None
            assert there is not None
            assert msgspec.structs.replace(there, run=here.run) == here
            assert model_bytes(before, here) == model_bytes(after, there)
        assert inputs_of(after, "daily") == inputs_of(before, "daily")
        states = [[run.state for run in runs_of(one, "daily", None)] for one in (before, after)]
        assert states[0] == states[1] == ["failed", "made", "made", "made"]
        found = [search(one, Asked(words="freedonia tanks", job="daily"), 50) for one in (before, after)]
        assert found[0] == found[1]
        assert found[0].total > 1
        newest = edition(after, "daily")
        assert newest is not None
        made_by = next(run for run in runs_of(after, "daily", None) if run.id == newest.run)
        assert (made_by.job, made_by.edition) == ("daily", 3)


def test_an_export_is_the_same_bytes_every_time(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_job(store, "daily", tmp_path / name)
    found = tree(tmp_path / "one")
    assert found == tree(tmp_path / "two")
    assert found["editions/00002/files/pictures/a.svg"] == STYLE
    assert json.loads(found["editions/00003/brief.json"])["as_of"] == "2024-10-20"
    assert not [path for path in found if path.startswith("editions/00001")]


def test_what_is_there_already_is_no_error(store: Store, tmp_path: Path) -> None:
    export_job(store, "daily", tmp_path / "one")
    assert import_job(store, tmp_path / "one")[1] is False
    export_job(store, "daily", tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_other_editions_of_the_job_are_never_mixed_in(
    store: Store, another: Callable[[str], Store], tmp_path: Path
) -> None:
    export_job(store, "daily", tmp_path / "one")
    other = another("")
    start_run(other, "daily", NOW)
    with pytest.raises(StoreError, match="holds other editions or runs of daily"):
        import_job(other, tmp_path / "one")
    with other.reading() as connection:
        assert editions_of(connection, "daily") == ()


def shorter(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


@pytest.mark.parametrize(
    "name",
    ["editions.jsonl", "runs.jsonl", "deliveries.jsonl", "inputs.jsonl", "editions/00002/brief.json",
     "editions/00003/files/analyst.md", "manifest.json"],
)  # fmt: skip
@pytest.mark.parametrize("damage", [Path.unlink, shorter])
def test_an_export_that_was_changed_is_refused_before_anything_is_written(
    tmp_path: Path, another: Callable[[str], Store], name: str, damage: Callable[[Path], None]
) -> None:
    export_job(fill(another("")), "daily", tmp_path / "one")
    damage(tmp_path / "one" / name)
    other = another("")
    with pytest.raises(InputError, match=name):
        import_job(other, tmp_path / "one")
    with other.reading() as connection:
        assert editions_of(connection, "daily") == ()
        assert runs_of(connection, "daily", None) == ()


def test_an_import_that_ends_half_way_leaves_nothing(
    store: Store, another: Callable[[str], Store], tmp_path: Path
) -> None:
    export_job(store, "daily", tmp_path / "one")
    other = another("")
    with other.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON deliveries BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )
        )
    with pytest.raises(StoreError, match="no room"):
        import_job(other, tmp_path / "one")
    with other.writing() as connection:
        assert editions_of(connection, "daily") == ()
        assert runs_of(connection, "daily", None) == ()
        connection.execute(text("DROP TRIGGER full"))
    assert import_job(other, tmp_path / "one")[1]


def test_no_path_of_a_manifest_leads_out_of_the_export(
    store: Store, another: Callable[[str], Store], tmp_path: Path
) -> None:
    folder = tmp_path / "one"
    export_job(store, "daily", folder)
    shutil.copy(folder / "runs.jsonl", tmp_path / "outside")
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"runs.jsonl"', '"../outside"'))
    with pytest.raises(InputError, match="lies outside"):
        import_job(another(""), folder)


def test_a_later_format_is_refused_with_the_version_that_wrote_it(
    store: Store, another: Callable[[str], Store], tmp_path: Path
) -> None:
    export_job(store, "daily", tmp_path / "one")
    manifest = tmp_path / "one/manifest.json"
    manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(
        InputError, match="this version reads format 1: import it with the version that wrote"
    ):
        import_job(another(""), tmp_path / "one")


def test_an_export_needs_a_folder_of_its_own_and_a_job(store: Store, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not empty"):
        export_job(store, "daily", tmp_path / "full")
    with pytest.raises(InputError, match="holds nothing of a job weekly"):
        export_job(store, "weekly", tmp_path / "one")


def test_damage_in_the_store_ends_an_export_without_a_manifest(store: Store, tmp_path: Path) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE files SET data = :data"), {"data": b"x"})
    with pytest.raises(DamagedError, match=r"analyst\.md of edition 2 of daily"):
        export_job(store, "daily", tmp_path / "one")
    assert not (tmp_path / "one/manifest.json").exists()


def test_the_bytes_of_a_model_that_is_written_otherwise_today_stay(
    store: Store, another: Callable[[str], Store], tmp_path: Path
) -> None:
    """As a later version, whose model has one field more, meets what this one wrote."""
    with store.writing() as connection:
        found = edition(connection, "daily", 3)
        assert found is not None
        before = model_bytes(connection, found)[""]
        keep_model(connection, found, "", before + b"\n\n")
    export_job(store, "daily", tmp_path / "one")
    other = another("")
    import_job(other, tmp_path / "one")
    export_job(other, "daily", tmp_path / "two")
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
