"""`run` and `status` as somebody at a terminal, a timer and a monitor meet them."""

import fcntl
import json
import re
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from conftest import Briefgen

from briefgen.cli import main

if TYPE_CHECKING:
    from databases import Server

TEXT = "The mayor said on Monday that 40 ships had left.\n"
CONFIG = """\
[jobs.daily]
sources = ["seeds/"]
formats = ["md"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(TEXT)
    (tmp_path / "briefgen.toml").write_text(CONFIG)
    return tmp_path


def said(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stderr.decode()


def test_a_run_says_what_it_made_and_where(briefgen: Briefgen, project: Path) -> None:
    ran = briefgen("run")
    assert ran.returncode == 0, said(ran)
    assert "daily run 1: edition 1: first edition" in said(ran)
    assert "/output/daily/" in said(ran)


def test_the_second_run_says_that_nothing_is_new(briefgen: Briefgen, project: Path) -> None:
    briefgen("run")
    ran = briefgen("run", "daily")
    assert ran.returncode == 0
    assert "nothing new since edition 1" in said(ran)


def test_a_run_by_hand_waits_for_another_and_finds_nothing_to_do(briefgen: Briefgen, project: Path) -> None:
    briefgen("run")
    path = next(project.glob(".briefgen/*.daily.lock"))
    with path.open("r+") as lock, ThreadPoolExecutor() as pool:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = pool.submit(briefgen, "run")
        time.sleep(3)
        assert not second.done()
        fcntl.flock(lock, fcntl.LOCK_UN)
    assert second.result().returncode == 0
    assert "waits for the run of daily by process" in said(second.result())
    assert "nothing new since edition 1" in said(second.result())


def test_a_server_that_was_away_before_a_run_is_told_when_it_is_back(
    briefgen: Briefgen, project: Path, postgres: "Server"
) -> None:
    store = {"BRIEFGEN_STORE": postgres.make("away_before")}
    assert briefgen("run", env=store).returncode == 0
    postgres.stop()
    try:
        ran = briefgen("run", env=store)
        stands = briefgen("status", env=store)
    finally:
        postgres.start()
    for away in (ran, stands):
        assert away.returncode == 1
        assert "cannot be reached: see that the server runs" in said(away)
    back = briefgen("status", env=store)
    assert back.returncode == 1
    assert re.search(
        r"FAILED\n  the last run failed, which the store could not keep: 20\S+: .*cannot be reached",
        back.stdout.decode(),
    )
    assert briefgen("run", env=store).returncode == 0
    assert briefgen("status", env=store).stdout.decode().startswith("daily: well\n")


def test_a_run_kept_on_another_machine_makes_up_for_one_that_the_store_could_not_keep(
    briefgen: Briefgen, project: Path
) -> None:
    left = project / ".briefgen/daily.unkept"
    left.parent.mkdir()
    left.write_text("2024-10-18T06:00:00+00:00\nthe store was away\n")
    found = briefgen("status")
    assert "never ran" in found.stdout.decode()
    assert "the store was away" in found.stdout.decode()
    briefgen("run")
    left.write_text("2024-10-18T06:00:00+00:00\nthe store was away\n")
    assert briefgen("status").stdout.decode().startswith("daily: well\n")


REFUSED = """
[[jobs.daily.deliveries]]
kind = "folder"
path = "share"
marking_ceiling = "TLP:CLEAR"
"""


def test_a_refused_delivery_is_told_by_run_and_status_with_why(briefgen: Briefgen, project: Path) -> None:
    (project / "briefgen.toml").write_text(CONFIG + REFUSED)
    (project / "seeds/a.txt.meta.toml").write_text('marking = "TLP:GREEN"\n')
    ran = briefgen("run")
    assert ran.returncode == 3
    assert "refused: " in said(ran)
    stands = briefgen("status")
    assert stands.returncode == 3
    assert stands.stdout.decode().startswith("daily: held back\n")
    assert re.search(r"was held back: .*TLP:GREEN", stands.stdout.decode())
    (told,) = json.loads(briefgen("status", "--json").stdout)["jobs"]
    assert (told["health"], told["lost"], len(told["held_back"])) == ("held_back", [], 1)


def test_status_tells_a_failure_once_in_a_line(briefgen: Briefgen, project: Path) -> None:
    (project / "seeds/a.txt").write_text("")
    briefgen("run")
    told = briefgen("status").stdout.decode()
    assert told.count("could not be read, so there is no brief") == 1
    assert all(line.startswith(("daily:", "  ")) for line in told.splitlines())


def test_a_dry_run_changes_nothing(briefgen: Briefgen, project: Path) -> None:
    before = sorted(project.rglob("*"))
    ran = briefgen("run", "--dry-run")
    assert ran.returncode == 0
    assert "daily: would make edition 1" in said(ran)
    assert sorted(project.rglob("*")) == before


def test_a_dry_run_counts_what_can_be_read_and_says_what_it_cannot_know(
    briefgen: Briefgen, project: Path
) -> None:
    (project / "briefgen.toml").write_text(f'{CONFIG}topics = ["ship"]\n')
    (project / "seeds/nothing.txt.meta.toml").write_text('publisher = "The Valley Post"\n')
    told = said(briefgen("run", "--dry-run"))
    assert "daily: would make edition 1, if a source that is new or changed names a topic\n" in told
    assert "  1 source new or changed\n" in told
    assert "  seeds/nothing.txt.meta.toml: " in told


def test_an_empty_folder_is_told_by_dry_run_run_and_status_until_somebody_accepts_it(
    briefgen: Briefgen, project: Path
) -> None:
    two = CONFIG.replace('sources = ["seeds/"]', 'sources = ["seeds/", "wire/"]')
    assert two != CONFIG
    (project / "briefgen.toml").write_text(two + two.replace("daily", "fresh") + 'window = "new"\n')
    (project / "wire").mkdir()
    (project / "wire/b.txt").write_text("The miller said on Friday that the mill was burnt.\n")
    assert briefgen("run", "--all").returncode == 0
    (project / "wire/b.txt").unlink()
    words = "wire holds nothing (is it mounted?), and held 1 source"
    ran = briefgen("run", "--all", "--dry-run")
    assert ran.returncode == 1
    assert f"daily: would fail: {project}/{words}" in said(ran)
    assert "fresh: nothing new since edition 1" in said(ran)
    assert said(ran).count(words) == 2
    ran = briefgen("run", "--all")
    assert ran.returncode == 1
    assert said(ran).count(words) == 2
    assert [briefgen("status", job).returncode for job in ("daily", "fresh")] == [1, 3]
    ran = briefgen("run", "--all", "--accept-gone")
    assert ran.returncode == 0
    assert "daily run 5: edition 2: 1 withdrawn since edition 1" in said(ran)
    assert briefgen("status").returncode == 0


MAIL = """
[[jobs.daily.deliveries]]
kind = "mail"
name = "desk"
to = ["anna@example.org"]
from = "desk@example.org"
host = "localhost"
port = 1
security = "none"
"""
SECRET = 'user = "desk"\npassword = "DESK_PASSWORD"\n'


def test_a_dry_run_names_the_secrets_that_are_lacking_and_shows_none(
    briefgen: Briefgen, project: Path
) -> None:
    (project / "briefgen.toml").write_text(CONFIG + MAIL.replace("none", "starttls") + SECRET)
    ran = briefgen("run", "--dry-run")
    assert ran.returncode == 3
    assert "desk could not be used: the secret DESK_PASSWORD cannot be found" in said(ran)
    ran = briefgen("run", "--dry-run", env={"DESK_PASSWORD": "  "})
    assert ran.returncode == 3
    ran = briefgen("run", "--dry-run", env={"DESK_PASSWORD": "hunter-of-geese"})
    assert ran.returncode == 0
    assert "could not be used" not in said(ran)
    assert "hunter-of-geese" not in said(ran)


def test_a_run_that_leaves_a_delivery_says_that_it_is_worth_trying_again(
    briefgen: Briefgen, project: Path
) -> None:
    (project / "briefgen.toml").write_text(CONFIG + MAIL + "attempts = 4\n")
    assert briefgen("run").returncode == 75
    assert briefgen("status").returncode == 3
    assert briefgen("run").returncode == 3, "the fourth try was the last"
    assert briefgen("status").returncode == 1
    assert briefgen("run").returncode == 0


FOLDER = """
schedule = "00:00"
zone = "UTC"
[[jobs.daily.deliveries]]
kind = "folder"
name = "share"
path = "share"
"""


@pytest.mark.parametrize(("slot", "pauses"), [((), [2, 10]), (("--slot", "due"), [5, 30, 120, 300])])
def test_a_run_of_a_timer_tries_for_eight_minutes_and_one_by_hand_for_twelve_seconds(
    project: Path, monkeypatch: pytest.MonkeyPatch, slot: tuple[str, ...], pauses: list[float]
) -> None:
    (project / "briefgen.toml").write_text(CONFIG + FOLDER)
    (project / "share").write_text("a file where a folder is needed")
    slept: list[float] = []
    here, really = threading.get_ident(), time.sleep

    def sleep(seconds: float) -> None:
        """Only the run is in no hurry to be counted: servers of other tests sleep in threads of their own."""
        if threading.get_ident() == here:
            slept.append(seconds)
        else:
            really(seconds)

    monkeypatch.setattr(time, "sleep", sleep)
    ran = CliRunner().invoke(main, ["run", *slot, "--config", str(project / "briefgen.toml")])
    assert ran.exit_code == 75, ran.output
    assert slept == pauses
    assert sum(slept) <= 8 * 60


def test_what_waits_is_brought_when_the_service_is_started_again_for_the_same_moment(
    briefgen: Briefgen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "briefgen.toml").write_text(CONFIG + FOLDER)
    (project / "share").write_text("a file where a folder is needed")
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    again = ["run", "--slot", "due", "--config", str(project / "briefgen.toml")]
    CliRunner().invoke(main, again)
    with monkeypatch.context() as patched:
        patched.setattr(time, "sleep", lambda seconds: pytest.fail("it is to be tried once"))
        assert CliRunner().invoke(main, again).exit_code == 75
    (project / "share").unlink()
    ran = briefgen("run", "--slot", "due")
    assert ran.returncode == 0, said(ran)
    assert "is done already" in said(ran)
    assert (project / "share/latest/analyst.md").exists()
    assert len(list((project / "output/daily").iterdir())) == 1


def test_a_delivery_to_catch_up_with_must_be_one_of_the_job(briefgen: Briefgen, project: Path) -> None:
    (project / "briefgen.toml").write_text(CONFIG + MAIL)
    ran = briefgen("run", "--catch-up", "deks")
    assert ran.returncode == 2
    assert "did you mean “desk”?" in said(ran)


def test_two_schedulers_make_one_run_of_a_moment(briefgen: Briefgen, project: Path) -> None:
    (project / "briefgen.toml").write_text(CONFIG + 'schedule = "00:00"\nzone = "UTC"\n')
    assert briefgen("run", "--slot", "due").returncode == 0
    ran = briefgen("run", "--slot", "due")
    assert ran.returncode == 0
    assert "is done already" in said(ran)


def test_a_run_writes_only_where_a_service_lets_it(briefgen: Briefgen, project: Path) -> None:
    """What `schedule install` opens to the service of the job is all that a run needs."""
    from briefgen.config import load_config
    from briefgen.schedule.start import written_folders

    (project / "briefgen.toml").write_text(
        CONFIG.replace('["md"]', '["md", "pdf", "json"]')
        + '[[jobs.daily.deliveries]]\nkind = "folder"\npath = "share"\n'
        + '[[jobs.daily.deliveries]]\nkind = "atom"\npath = "www/feed.xml"\n'
    )
    config = load_config(project / "briefgen.toml", {})
    before = set(project.rglob("*"))
    caches = {"BRIEFGEN_CACHE": str(project / "caches"), "XDG_CACHE_HOME": str(project / "caches")}
    ran = briefgen("run", env=caches)
    assert ran.returncode == 0, said(ran)
    opened = (*written_folders(config, config.jobs[0]), project / "caches")
    made = [path for path in project.rglob("*") if path.is_file() and path not in before]
    assert len(made) > 5
    assert [path for path in made if not any(path.is_relative_to(one) for one in opened)] == []


def test_it_works_from_a_folder_below(briefgen: Briefgen, project: Path) -> None:
    assert briefgen("run", cwd=project / "seeds").returncode == 0
    assert (project / "output/daily").is_dir()


def test_problems_of_sources_are_told_and_show_in_the_exit_status(briefgen: Briefgen, project: Path) -> None:
    (project / "seeds/empty.txt").write_text("")
    ran = briefgen("run")
    assert ran.returncode == 3
    assert "seeds/empty.txt: " in said(ran)
    stood = briefgen("status")
    assert stood.returncode == 3
    assert b"seeds/empty.txt: " in stood.stdout


def test_a_failed_job_keeps_no_other_from_running(briefgen: Briefgen, project: Path) -> None:
    (project / "briefgen.toml").write_text(CONFIG + '[jobs.weekly]\nsources = ["away/"]\n')
    ran = briefgen("run", "weekly", "daily")
    assert ran.returncode == 1
    assert "weekly run 1: error:" in said(ran)
    assert "daily run 2: edition 1: first edition" in said(ran)
    stood = briefgen("status")
    assert stood.returncode == 1
    assert b"weekly: FAILED" in stood.stdout
    assert b"daily: well" in stood.stdout


def test_of_several_jobs_some_have_to_be_named(briefgen: Briefgen, project: Path) -> None:
    (project / "briefgen.toml").write_text(CONFIG + CONFIG.replace("daily", "weekly"))
    ran = briefgen("run")
    assert ran.returncode == 2
    assert "daily, weekly" in said(ran)
    assert briefgen("run", "--all").returncode == 0


def test_a_mistyped_job_is_told_with_the_nearest(briefgen: Briefgen, project: Path) -> None:
    ran = briefgen("run", "dayly")
    assert ran.returncode == 2
    assert "did you mean “daily”?" in said(ran)


def test_logs_for_machines_are_an_object_a_line(briefgen: Briefgen, project: Path) -> None:
    events = [json.loads(line) for line in said(briefgen("run", "--log-json")).splitlines()]
    assert [one["event"] for one in events][:3] == ["run_started", "sources_read", "edition_made"]
    assert all(one["job"] == "daily" and one["run"] == 1 for one in events)
    assert events[2]["edition"] == 1


def test_every_line_about_an_edition_bears_its_number_and_that_of_the_run(
    briefgen: Briefgen, project: Path
) -> None:
    channel = '[[jobs.daily.deliveries]]\nkind = "webhook"\nname = "hook"\nurl = "http://localhost:1/x"\n'
    (project / "briefgen.toml").write_text(f"{CONFIG}{channel}")
    events = [json.loads(line) for line in said(briefgen("run", "--log-json")).splitlines()]
    assert {one["run"] for one in events} == {1}
    about = [one for one in events if one["event"] in ("edition_made", "delivery_failed", "written")]
    assert {one["event"] for one in about} == {"edition_made", "delivery_failed", "written"}
    assert {one["edition"] for one in about} == {1}


def test_status_is_json_for_monitors(briefgen: Briefgen, project: Path) -> None:
    briefgen("run")
    ran = briefgen("status", "--json")
    assert ran.returncode == 0
    (job,) = json.loads(ran.stdout)["jobs"]
    assert (job["job"], job["health"], job["edition"]["number"]) == ("daily", "well", 1)
    assert job["last_run"]["state"] == "made"


def test_a_job_that_never_ran_is_told_how_to(briefgen: Briefgen, project: Path) -> None:
    ran = briefgen("status")
    assert b"never ran: `briefgen run daily`" in ran.stdout


def test_without_a_file_of_jobs_init_is_named(briefgen: Briefgen, tmp_path: Path) -> None:
    ran = briefgen("run")
    assert ran.returncode == 1
    assert "briefgen init" in said(ran)


def test_init_a_source_and_run_make_the_first_edition(briefgen: Briefgen, tmp_path: Path) -> None:
    assert briefgen("init").returncode == 0
    (tmp_path / "seeds/a.txt").write_text(TEXT)
    ran = briefgen("run")
    assert ran.returncode == 0, said(ran)
    assert list((tmp_path / "output/daily").rglob("analyst.pdf"))
