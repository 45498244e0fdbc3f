"""A run makes the edition that is due, keeps, writes and delivers it; the same inputs make no second."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from briefgen.model.edition import Edition
from briefgen.model.job import Folder, Job, Retention, Window
from briefgen.model.problem import BusyError, InputError
from briefgen.nightly.job import Night, Report, run_job
from briefgen.nightly.telling import change_lines, summary
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of
from briefgen.store.editions import brief_of, editions_of, files_of
from briefgen.store.locks import only_run
from briefgen.store.runs import runs_of, start_run

FIRST = (
    "The mayor said on Monday that 40 ships had left.\n\nThe port denied on Tuesday that any ship had left.\n"
)
SECOND = "The harbour master said on Wednesday that 12 ships were back.\n"
NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    return Job(
        name="daily",
        sources=(tmp_path / "seeds",),
        feed_folder=tmp_path / "feeds",
        formats=("md", "json"),
        output=tmp_path / "output/daily",
    )


def night(store: Store, days: float = 0, **settings: object) -> Night:
    now = NOW + timedelta(days=days)
    return Night(store, lambda channel: {}, lambda: now, pauses=(), **settings)  # type: ignore[arg-type]


def editions(store: Store) -> tuple[Edition, ...]:
    with store.reading() as connection:
        return editions_of(connection, "daily")


def states(store: Store) -> Sequence[str]:
    with store.reading() as connection:
        return [run.state for run in runs_of(connection, "daily", 99)][::-1]


def made(report: Report) -> Edition:
    assert report.error is None
    assert report.edition is not None
    return report.edition


def test_the_first_run_makes_edition_1_in_a_folder_of_its_own(job: Job, store: Store) -> None:
    report = run_job(job, night(store))
    found = made(report)
    assert (found.number, report.run.state) == (1, "made")
    assert Path(found.folder).parent == job.output
    assert (Path(found.folder) / "analyst.md").read_text("utf-8").startswith("# ")
    assert set(report.files) >= {Path(found.folder) / "analyst.md", Path(found.folder) / "brief.json"}


def test_what_is_kept_is_what_was_written(job: Job, store: Store) -> None:
    found = made(run_job(job, night(store)))
    with store.reading() as connection:
        for one in files_of(connection, found):
            assert (Path(found.folder) / one.artefact.name).read_bytes() == one.artefact.data
        brief = brief_of(connection, found)
    assert brief is not None
    assert (brief.name, brief.edition) == ("daily", 1)


def test_the_same_inputs_make_no_second_edition_and_say_so(job: Job, store: Store) -> None:
    run_job(job, night(store))
    report = run_job(job, night(store, 1))
    assert (report.run.state, report.run.reason) == ("unchanged", "nothing new since edition 1")
    assert [one.number for one in editions(store)] == [1]


def test_force_makes_one_all_the_same(job: Job, store: Store) -> None:
    run_job(job, night(store))
    assert made(run_job(job, night(store, 1, force=True))).number == 2


def test_a_new_source_makes_the_next_edition(job: Job, store: Store) -> None:
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text(SECOND)
    found = made(run_job(job, night(store, 1)))
    assert (found.number, found.counts.sources) == (2, 2)


def test_in_the_window_of_what_is_new_only_that_is_told(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("new"))
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text(SECOND)
    assert made(run_job(job, night(store, 1))).counts.sources == 1
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def test_a_new_source_that_cannot_be_read_is_told_and_makes_no_edition_of_itself(
    job: Job, store: Store
) -> None:
    job = msgspec.structs.replace(job, window=Window("new"))
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_bytes(b"")
    report = run_job(job, night(store, 1))
    assert report.run.state == "unchanged"
    assert [name for name, _ in report.run.problems] == ["seeds/b.txt"]


def test_other_settings_make_the_next_edition(job: Job, store: Store) -> None:
    run_job(job, night(store))
    other = msgspec.structs.replace(job, title="Ships")
    assert made(run_job(other, night(store, 1))).title == "Ships"


def test_a_changed_template_makes_the_next_edition(job: Job, store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "analyst").mkdir(parents=True)
    job = msgspec.structs.replace(job, templates=(own,))
    run_job(job, night(store))
    assert run_job(job, night(store, 1)).run.state == "unchanged"
    (own / "analyst/style.css").write_text("h1 { color: #123456 }")
    assert made(run_job(job, night(store, 2))).number == 2


def test_patterns_choose_and_leave_out(job: Job, store: Store, tmp_path: Path) -> None:
    (job.sources[0] / "b.txt").write_text(SECOND)
    (job.sources[0] / "draft.txt").write_text(SECOND + "More.")
    job = msgspec.structs.replace(job, sources=(tmp_path / "se*/*.txt",), apart_from=("draft*",))
    assert made(run_job(job, night(store))).counts.sources == 2


def test_a_folder_that_vanishes_fails_the_run_and_leaves_the_last_edition(job: Job, store: Store) -> None:
    first = made(run_job(job, night(store)))
    job.sources[0].rename(job.sources[0].with_name("away"))
    report = run_job(job, night(store, 1))
    assert isinstance(report.error, InputError)
    assert report.run.state == "failed"
    assert report.run.reason is not None
    assert "seeds" in report.run.reason
    assert editions(store) == (first,)
    assert (Path(first.folder) / "analyst.md").exists()
    job.sources[0].with_name("away").rename(job.sources[0])
    assert run_job(job, night(store, 2)).run.state == "unchanged"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_suddenly_empty_fails_the_run_and_leaves_the_last_edition(
    job: Job, store: Store, force: bool
) -> None:
    last = made(run_job(job, night(store)))
    (job.sources[0] / "a.txt").rename(job.sources[0].with_name("a.txt"))
    report = run_job(job, night(store, 1, force=force))
    assert report.run.state == "failed"
    assert "the only source is gone that the last edition of daily knew" in str(report.error)
    assert f"{job.sources[0]}: is it mounted?" in str(report.error)
    assert editions(store) == (last,)
    job.sources[0].with_name("a.txt").rename(job.sources[0] / "a.txt")
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def test_files_that_are_gone_are_written_again(job: Job, store: Store) -> None:
    found = made(run_job(job, night(store)))
    file = Path(found.folder) / "analyst.md"
    words = file.read_bytes()
    file.unlink()
    run_job(job, night(store, 1))
    assert file.read_bytes() == words


def test_an_edition_that_cannot_be_written_is_kept_and_written_by_the_next_run(
    job: Job, store: Store
) -> None:
    job.output.parent.mkdir()
    job.output.write_text("a file where a folder is needed")
    report = run_job(job, night(store))
    assert report.run.state == "failed"
    assert [one.number for one in editions(store)] == [1]
    job.output.unlink()
    assert run_job(job, night(store, 1)).run.state == "unchanged"
    assert (Path(editions(store)[0].folder) / "analyst.md").exists()


def test_editions_that_the_job_keeps_no_longer_are_dropped_unless_they_were_delivered(
    job: Job, store: Store, tmp_path: Path
) -> None:
    job = msgspec.structs.replace(job, retention=Retention(editions=1))
    for days in range(3):
        run_job(job, night(store, days, force=True))
    assert [bool(one.pruned) for one in editions(store)] == [False, True, True]
    assert [path.name for path in job.output.iterdir()] == [Path(editions(store)[0].folder).name]
    delivered = to_folder(job, tmp_path)
    for days in range(3, 5):
        run_job(delivered, night(store, days, force=True))
    assert [bool(one.pruned) for one in editions(store)] == [False, False, True, True, True]


def test_a_slot_is_run_once(job: Job, store: Store) -> None:
    run_job(job, night(store, slot="2026-11-22T05:00:00+00:00"))
    (job.sources[0] / "b.txt").write_text(SECOND)
    again = run_job(job, night(store, slot="2026-11-22T05:00:00+00:00"))
    assert again.notes == ("the run for 2026-11-22T05:00:00+00:00 is done already",)
    assert [one.number for one in editions(store)] == [1]
    assert states(store) == ["made"]


def test_two_runs_never_overlap(job: Job, store: Store) -> None:
    with only_run(store, "daily"), pytest.raises(BusyError):
        run_job(job, night(store))
    assert states(store) == []


def test_a_killed_run_is_called_interrupted(job: Job, store: Store) -> None:
    start_run(store, "daily", "2026-11-21T06:00:00+00:00")
    run_job(job, night(store))
    assert states(store) == ["interrupted", "made"]


def test_output_among_the_sources_is_refused(job: Job, store: Store) -> None:
    with pytest.raises(InputError, match="output"):
        run_job(msgspec.structs.replace(job, output=job.sources[0]), night(store))


def test_an_edition_says_what_changed_since_the_one_before(job: Job, store: Store) -> None:
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text(SECOND)
    report = run_job(job, night(store, 1))
    counts = made(report).counts
    assert (counts.new, counts.changed, counts.withdrawn) == (1, 0, 0)
    assert report.run.reason == "1 new since edition 1"
    assert "harbour master" in (Path(made(report).folder) / "analyst.md").read_text("utf-8")


def test_what_only_left_the_window_is_not_withdrawn(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("new"))
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text(SECOND)
    assert made(run_job(job, night(store, 1))).counts.withdrawn == 0


def test_a_marking_raised_alone_makes_one_edition_that_says_so_and_is_redacted(
    job: Job, store: Store
) -> None:
    (job.sources[0] / "b.txt").write_text(SECOND)
    job = msgspec.structs.replace(job, audiences=("analyst", "public"))
    run_job(job, night(store))
    (job.sources[0] / "b.txt.meta.toml").write_text('marking = "TLP:RED"\n')
    report = run_job(job, night(store, 1))
    found = made(report)
    assert report.run.reason == "1 marking changed since edition 1"
    analyst = (Path(found.folder) / "analyst.md").read_text("utf-8")
    assert analyst.count("0 new, 0 changed, 0 withdrawn, 1 marking changed since edition 1") == 2
    assert "Marking changed: not marked → TLP:RED" in analyst
    public = (Path(found.folder) / "public.md").read_text("utf-8")
    assert "Nothing new since edition 1" in public
    assert "harbour master" not in public
    assert "RED" not in public
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def test_another_marking_of_the_job_is_a_change_that_is_told(job: Job, store: Store) -> None:
    run_job(job, night(store))
    job = msgspec.structs.replace(job, marking="TLP:AMBER")
    found = made(run_job(job, night(store, 1)))
    assert summary(found) == "1 marking changed since edition 1"
    assert "Marking changed: not marked → TLP:AMBER" in (Path(found.folder) / "analyst.md").read_text("utf-8")
    with store.reading() as connection:
        brief = brief_of(connection, found)
    assert brief is not None
    assert change_lines(brief) == ("now TLP:AMBER, was not marked: the whole brief",)
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def dated(job: Job, name: str, day: str, words: str = SECOND) -> None:
    (job.sources[0] / name).write_text(f"Published: {day}\n\n{words}")


@pytest.mark.parametrize("window", ["new", "hours"])
def test_an_old_source_that_comes_late_does_not_turn_an_edition_back(
    job: Job, store: Store, window: str
) -> None:
    kind = Window("new") if window == "new" else Window("hours", 24 * 365 * 99)
    job = msgspec.structs.replace(job, window=kind)
    dated(job, "a.txt", "18 October 2024", FIRST)
    run_job(job, night(store))
    (job.sources[0] / "a.txt").unlink()
    dated(job, "late.txt", "3 October 2024")
    report = run_job(job, night(store, 1))
    late = made(report)
    assert (late.as_of, Path(late.folder).name) == ("2024-10-18", "2024-10-18-0002")
    assert [one.as_of for one in late.audiences] == ["2024-10-18"]
    assert "As of 18 October 2024" in (Path(late.folder) / "analyst.md").read_text("utf-8")
    assert not [note for note in report.notes if "stands for" in note]
    dated(job, "later.txt", "20 October 2024", "The mayor said that 3 ships were back.\n")
    assert made(run_job(job, night(store, 2))).as_of == "2024-10-20"


def test_an_edition_of_a_mistyped_year_does_not_bind_the_next(job: Job, store: Store) -> None:
    sidecar = job.sources[0] / "a.txt.meta.toml"
    sidecar.write_text("published = 2204-10-18\n")
    assert made(run_job(job, night(store))).as_of == "2204-10-18"
    sidecar.write_text("published = 2024-10-18\n")
    assert made(run_job(job, night(store, 1))).as_of == "2024-10-18"


def test_an_edition_stands_for_no_earlier_day_than_one_whose_contents_were_dropped(
    job: Job, store: Store
) -> None:
    job = msgspec.structs.replace(job, window=Window("new"))
    dated(job, "a.txt", "18 October 2024", FIRST)
    run_job(job, night(store))
    with store.writing() as connection:
        connection.execute(text("UPDATE editions SET pruned = made"))
        connection.execute(text("DELETE FROM models"))
    dated(job, "late.txt", "3 October 2024")
    assert made(run_job(job, night(store, 1))).as_of == "2024-10-18"


def test_what_a_source_said_that_turned_off_topic_is_withdrawn(job: Job, store: Store) -> None:
    (job.sources[0] / "b.txt").write_text(SECOND.replace("12 ships", "12 ferries") + "The quay was shut.\n")
    job = msgspec.structs.replace(job, topics=("ships", "ferries"))
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text("The bakers said on Friday that bread was dear.\n")
    found = made(run_job(job, night(store, 1)))
    assert (found.counts.withdrawn, found.counts.new) == (2, 0)
    assert "Source off topic" in (Path(found.folder) / "analyst.md").read_text("utf-8")


def test_what_only_other_topics_leave_out_is_not_withdrawn(job: Job, store: Store) -> None:
    (job.sources[0] / "b.txt").write_text(SECOND.replace("12 ships", "12 ferries"))
    run_job(msgspec.structs.replace(job, topics=("ships", "ferries")), night(store))
    found = made(run_job(msgspec.structs.replace(job, topics=("ships",)), night(store, 1)))
    assert (found.counts.sources, found.counts.withdrawn) == (1, 0)


def test_a_source_that_is_gone_takes_its_findings_with_it(job: Job, store: Store) -> None:
    (job.sources[0] / "b.txt").write_text(SECOND)
    run_job(job, night(store))
    (job.sources[0] / "b.txt").unlink()
    assert made(run_job(job, night(store, 1))).counts.withdrawn == 1


@pytest.mark.parametrize("window", [Window("all"), Window("new")])
@pytest.mark.parametrize("table", ["files SET data", "models SET packed"])
def test_a_damaged_edition_is_named_and_made_anew_from_the_sources(
    job: Job, store: Store, window: Window, table: str
) -> None:
    job = msgspec.structs.replace(job, window=window)
    run_job(job, night(store))
    with store.writing() as connection:
        connection.execute(text(f"UPDATE {table} = :damage"), {"damage": b"x"})
    report = run_job(job, night(store, 1))
    assert (made(report).number, made(report).counts.sources) == (2, 1)
    assert any("edition 1 of daily is damaged" in problem for _, problem in report.run.problems)
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def test_a_lost_store_costs_no_edition_that_was_written(job: Job, store: Store, tmp_path: Path) -> None:
    first = made(run_job(job, night(store)))
    words = (Path(first.folder) / "analyst.md").read_bytes()
    other = open_store(f"sqlite:///{tmp_path / 'new.db'}")
    again = made(run_job(msgspec.structs.replace(job, title="Ships"), night(other)))
    other.close()
    assert (Path(first.folder) / "analyst.md").read_bytes() == words
    assert again.folder == f"{first.folder}-2"


@pytest.mark.parametrize("naming", ["{date}-{number}", "{job}.{made}/{number}"])
def test_editions_that_the_store_does_not_know_are_told_by_the_run(
    job: Job, store: Store, tmp_path: Path, naming: str
) -> None:
    job = msgspec.structs.replace(job, naming=naming)
    assert run_job(job, night(store)).run.problems == ()
    (job.output / "of-somebody-else").mkdir()
    assert run_job(job, night(store, 1)).run.problems == ()
    other = open_store(f"sqlite:///{tmp_path / 'new.db'}")
    report = run_job(job, night(other, 2))
    other.close()
    assert made(report).number == 1
    ((_, problem),) = report.run.problems
    assert f"{job.output} holds 1 edition that the store does not know" in problem
    assert "briefgen import" in problem


def test_a_project_that_was_moved_knows_its_editions(job: Job, store: Store, tmp_path: Path) -> None:
    run_job(job, night(store))
    job.output.rename(tmp_path / "elsewhere")
    moved = msgspec.structs.replace(job, output=tmp_path / "elsewhere")
    assert run_job(moved, night(store, 1)).run.problems == ()


def test_a_clock_that_is_set_back_makes_no_second_edition_and_loses_no_source(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("hours", 24))
    run_job(job, night(store))
    assert run_job(job, night(store, -1)).run.state == "unchanged"
    (job.sources[0] / "b.txt").write_text(SECOND)
    assert made(run_job(job, night(store, -1))).number == 2
    assert run_job(job, night(store, 1)).run.state == "unchanged"


def test_a_wait_reckoned_by_a_wrong_clock_is_not_kept(job: Job, store: Store, tmp_path: Path) -> None:
    job = to_folder(job, tmp_path)
    (tmp_path / "share").write_text("a file where a folder is needed")
    run_job(job, night(store, 300))
    (tmp_path / "share").unlink()
    assert [one.state for one in run_job(job, night(store)).tried] == ["sent"]


def test_a_slot_that_was_killed_before_it_delivered_is_delivered_by_the_next_of_it(
    job: Job, store: Store, tmp_path: Path
) -> None:
    job, slot = to_folder(job, tmp_path), "2026-11-22T05:00:00+00:00"
    (tmp_path / "share").write_text("a file where a folder is needed")
    run_job(job, night(store, slot=slot))
    (tmp_path / "share").unlink()
    assert [one.state for one in run_job(job, night(store, 1, slot=slot)).tried] == ["sent"]


def to_folder(job: Job, tmp_path: Path, **settings: object) -> Job:
    channel = Folder(name="share", path=tmp_path / "share", **settings)  # type: ignore[arg-type]
    return msgspec.structs.replace(job, deliveries=(channel,))


def test_an_edition_is_delivered_once(job: Job, store: Store, tmp_path: Path) -> None:
    job = to_folder(job, tmp_path)
    report = run_job(job, night(store))
    assert [one.state for one in report.tried] == ["sent"]
    assert (tmp_path / "share/latest/analyst.md").exists()
    assert run_job(job, night(store, 1)).tried == ()
    with store.reading() as connection:
        assert len(deliveries_of(connection, "daily")) == 1


def test_a_delivery_that_failed_is_tried_by_the_next_run_without_a_second_edition(
    job: Job, store: Store, tmp_path: Path
) -> None:
    job = to_folder(job, tmp_path)
    (tmp_path / "share").write_text("a file where a folder is needed")
    assert [one.state for one in run_job(job, night(store)).tried] == ["failed"]
    (tmp_path / "share").unlink()
    report = run_job(job, night(store, 1))
    assert report.run.state == "unchanged"
    assert [one.state for one in report.tried] == ["sent"]
    assert (tmp_path / "share/latest/analyst.md").exists()


def test_what_is_marked_above_the_ceiling_is_refused_and_reported(
    job: Job, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job = to_folder(msgspec.structs.replace(job, marking="TLP:RED"), tmp_path, marking_ceiling="TLP:GREEN")
    report = run_job(job, night(store))
    assert [one.state for one in report.tried] == ["refused"]
    assert "refused: " in caplog.text
    assert not (tmp_path / "share").exists()
    with store.reading() as connection:
        (refused,) = deliveries_of(connection, "daily")
    assert refused.state == "refused"
    assert refused.last_error is not None
    assert "TLP:RED" in refused.last_error


def test_notes_and_topics_of_a_job_are_in_its_editions(job: Job, store: Store, tmp_path: Path) -> None:
    (tmp_path / "seeds/b.txt").write_text("The baker said on Friday that bread was dear.\n")
    notes = tmp_path / "seeds/notes.md"
    notes.write_text("It is likely that the ships come back, see [[a.txt]].")
    job = msgspec.structs.replace(job, notes=notes, topics=("ships",))
    run_job(job, night(store))
    shown = next((tmp_path / "output").rglob("analyst.md")).read_text()
    assert "It is likely that the ships come back, see [S1](#s1)." in shown
    assert "| seeds/b.txt | off topic |" in shown
    notes.write_text("It is unlikely that the ships come back.")
    run_job(job, night(store, 1))
    assert [one.number for one in editions(store)] == [2, 1]


def test_what_names_no_topic_makes_no_edition(job: Job, store: Store) -> None:
    for window in (Window("all"), Window("new"), Window("hours", 24)):
        one = msgspec.structs.replace(job, name=f"d-{window.kind}", topics=("ships", "ship"), window=window)
        off = job.sources[0] / "off.txt"
        off.unlink(missing_ok=True)
        (job.sources[0] / "b.txt").unlink(missing_ok=True)
        assert made(run_job(one, night(store))).number == 1
        off.write_text("The baker said on Friday that bread was dear.\n")
        assert run_job(one, night(store, 0.1)).run.state == "unchanged", window
        (job.sources[0] / "b.txt").write_text(SECOND)
        assert made(run_job(one, night(store, 0.2))).number == 2
        assert run_job(one, night(store, 0.3)).run.state == "unchanged", window


def test_what_no_longer_names_a_topic_makes_the_next_edition(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, topics=("ships", "ship"))
    (job.sources[0] / "b.txt").write_text(SECOND)
    run_job(job, night(store))
    (job.sources[0] / "b.txt").write_text("The baker said on Friday that bread was dear.\n")
    assert made(run_job(job, night(store, 1))).counts.sources == 1
    assert [one.number for one in editions(store)] == [2, 1]


def test_a_first_night_on_which_nothing_names_a_topic_is_quiet(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, topics=("glacier",))
    report = run_job(job, night(store))
    assert (report.error, report.run.state, report.run.reason) == (None, "unchanged", "nothing to tell yet")
    assert "glacier" in report.notes[0]
    (job.sources[0] / "b.txt").write_text("The ranger said on Friday that the glacier had shrunk.\n")
    assert made(run_job(job, night(store, 1))).number == 1


def test_a_window_of_hours_goes_by_the_day_of_publication_that_a_text_gives(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("hours", 24))
    (job.sources[0] / "old.txt").write_text(
        "Published: 1 January 2020\n\nThe baker said that bread was dear.\n"
    )
    assert made(run_job(job, night(store))).counts.sources == 1
    (job.sources[0] / "older.txt").write_text(
        "Published: 1 May 2019\n\nThe miller said that flour was dear.\n"
    )
    assert run_job(job, night(store, 0.1)).run.state == "unchanged"
    (job.sources[0] / "today.txt").write_text(f"Published: 22 November 2026\n\n{SECOND}")
    assert made(run_job(job, night(store, 0.2))).counts.sources == 2


def test_a_window_in_which_nothing_lies_at_first_is_quiet(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("hours", 24))
    (job.sources[0] / "a.txt").write_text(
        "Published: 1 January 2020\n\nThe baker said that bread was dear.\n"
    )
    assert run_job(job, night(store)).run.state == "unchanged"


def test_a_renamed_file_is_not_told_again(job: Job, store: Store) -> None:
    job = msgspec.structs.replace(job, window=Window("new"))
    run_job(job, night(store))
    (job.sources[0] / "a.txt").rename(job.sources[0] / "z.txt")
    assert run_job(job, night(store, 1)).run.state == "unchanged"


def test_notes_follow_a_source_that_was_renamed(job: Job, store: Store, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("It is likely that the ships come back, see [[a.txt]].")
    job = msgspec.structs.replace(job, notes=notes)
    run_job(job, night(store))
    (job.sources[0] / "a.txt").rename(job.sources[0] / "z.txt")
    for day, name in enumerate(("b.txt", "c.txt"), 1):
        (job.sources[0] / name).write_text(f"{SECOND} It was day {day}.\n")
        report = run_job(job, night(store, day))
        assert report.run.problems == ()
        shown = (Path(made(report).folder) / "analyst.md").read_text("utf-8")
        number = day + 1
        assert f"the ships come back, see [S{number}](#s{number})." in shown
        assert "seeds/z.txt" in shown


def test_notes_that_name_a_source_in_vain_are_a_problem_and_the_edition_is_made(
    job: Job, store: Store, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("Calm.\n\nIt is likely that the ships come back, see [[gone.txt]].")
    report = run_job(msgspec.structs.replace(job, notes=notes), night(store))
    assert made(report).number == 1
    ((name, problem),) = report.run.problems
    assert name == "notes.md"
    assert problem.startswith("line 3: there is no source [[gone.txt]]")
    shown = (Path(made(report).folder) / "analyst.md").read_text("utf-8")
    assert "It is likely that the ships come back, see gone.txt." in shown
    again = [run_job(msgspec.structs.replace(job, notes=notes), night(store, days)).run for days in (1, 2)]
    assert [(one.state, one.problems) for one in again] == [("unchanged", report.run.problems)] * 2
    notes.write_text("It is likely that the ships come back.")
    assert run_job(msgspec.structs.replace(job, notes=notes), night(store, 3)).run.problems == ()


def test_notes_may_name_a_source_that_has_left_the_window(job: Job, store: Store, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("It is likely, see [[a.txt]].")
    job = msgspec.structs.replace(job, notes=notes, window=Window("new"))
    run_job(job, night(store))
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    report = run_job(job, night(store, 1))
    assert report.run.state == "made"
    assert any("seeds/a.txt is not among the sources" in one for one in report.notes)


HEAD = "---\nmarking: TLP:AMBER\n---\n\n"
NOTE = "It is likely that the ships come back in May."


def test_a_changed_note_makes_the_next_edition_and_is_told(job: Job, store: Store, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    job = to_folder(msgspec.structs.replace(job, notes=notes), tmp_path, only_if="changed")
    notes.write_text(f"{HEAD}{NOTE}\n")
    run_job(job, night(store))
    doubted = NOTE.replace("likely", "unlikely")
    notes.write_text(f"{HEAD}{doubted}\n\nThe port is short of tugs, see [[a.txt]].\n")
    report = run_job(job, night(store, 1))
    edition = made(report)
    assert edition.counts.notes == 2
    assert summary(edition) == "2 notes changed since edition 1"
    assert [one.state for one in report.tried] == ["sent"], "it is no quiet day"
    with store.reading() as connection:
        brief = brief_of(connection, edition)
    assert brief is not None
    assert change_lines(brief) == (
        f"note changed: {doubted} (before: {NOTE})",
        "note new: The port is short of tugs, see seeds/a.txt.",
    )
    text = Path(edition.folder, "analyst.md").read_text("utf-8")
    assert "2 notes changed since edition 1" in text
    assert "### Notes that changed\n\n1 new, 1 changed, 0 withdrawn." in text
    assert run_job(job, night(store, 2)).run.state == "unchanged"


def test_notes_that_are_gone_are_told_and_their_marking_stays_on_what_tells_them(
    job: Job, store: Store, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(f"{HEAD}{NOTE}\n")
    run_job(msgspec.structs.replace(job, notes=notes), night(store))
    edition = made(run_job(job, night(store, 1)))
    with store.reading() as connection:
        brief = brief_of(connection, edition)
    assert brief is not None
    assert (change_lines(brief), edition.marking) == ((f"note withdrawn: {NOTE}",), "TLP:AMBER")
    assert "0 new, 0 changed, 1 withdrawn." in Path(edition.folder, "analyst.md").read_text("utf-8")


@pytest.mark.parametrize("mark", ["", HEAD])
def test_who_may_not_see_notes_is_not_told_that_they_changed(
    job: Job, store: Store, tmp_path: Path, mark: str
) -> None:
    notes = tmp_path / "notes.md"
    job = msgspec.structs.replace(job, notes=notes, audiences=("analyst", "public"), marking="TLP:CLEAR")
    notes.write_text(f"{mark}{NOTE}\n")
    run_job(job, night(store))
    notes.write_text(f"{mark}The port is short of tugs.\n")
    edition = made(run_job(job, night(store, 1)))
    assert edition.shown_to("analyst").counts.notes == 2
    assert edition.shown_to("public").counts.notes == 0
    public = b"".join(path.read_bytes() for path in Path(edition.folder).glob("public*"))
    assert b"note" not in public.lower().replace(b"analyst", b"")
    assert b"ships come back" not in public


def test_what_cannot_be_written_names_the_key_of_the_configuration(job: Job, store: Store) -> None:
    job.output.parent.mkdir()
    job.output.write_text("in the way")
    told = str(run_job(job, night(store)).error)
    assert "move it, or name another `output` of the job daily in briefgen.toml" in told
    assert "--output" not in told
    apart = msgspec.structs.replace(job, output=job.sources[0])
    with pytest.raises(InputError, match="give another `output` of the job daily in"):
        run_job(apart, night(store))


def test_a_job_without_any_source_names_the_folder_that_is_empty(job: Job, store: Store) -> None:
    (job.sources[0] / "a.txt").unlink()
    assert f"there is nothing to read at {job.sources[0]}: put sources there" in str(
        run_job(job, night(store)).error
    )
