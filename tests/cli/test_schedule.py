"""`briefgen schedule` puts what starts jobs into place, and takes away only what is its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TOML = """
[jobs.daily]
sources = ["seeds"]
schedule = "mon-fri 06:00"
zone = "Europe/Berlin"

[jobs.weekly]
sources = ["seeds"]
schedule = "fridays 16:00"
zone = "Europe/Berlin"

[jobs.by-hand]
sources = ["seeds"]
"""

# What a scheduler is to briefgen is its program; these keep what it was told, as the real ones do.
RECORDER = """#!/bin/sh
[ "$1" = --version ] && echo "$VERSION"
echo "$(basename "$0") $*" >> "$RECORD"
case "$*" in *"$FAILS_ON"*) echo "Failed to connect to bus: No medium found" >&2; exit 1;; esac
"""
CRONTAB = """#!/bin/sh
case "$1" in
-l) [ -f "$TABLE" ] && exec cat "$TABLE"; echo "no crontab for $(id -un)" >&2; exit 1;;
-) exec cat > "$TABLE";;
*) exit 2;;
esac
"""

Schedule = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "press desk"
    (folder / "seeds").mkdir(parents=True)
    (folder / "briefgen.toml").write_text(TOML)
    return folder


@pytest.fixture
def schedule(tmp_path: Path, project: Path) -> Schedule:
    """Runs `briefgen schedule` in the project, with programs that stand in for those of schedulers."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {
        "systemctl": RECORDER,
        "loginctl": RECORDER,
        "launchctl": RECORDER,
        "crontab": CRONTAB,
    }.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)

    def run(
        *arguments: str, fails_on: str = "none of it", version: str = "systemd 252 (252.38)", **env: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", "schedule", *arguments],
            cwd=project, capture_output=True, text=True, check=False, timeout=60,
            env={
                **os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(tmp_path / "home"),
                "XDG_CONFIG_HOME": str(tmp_path / "config"), "RECORD": str(tmp_path / "record"),
                "TABLE": str(tmp_path / "table"), "FAILS_ON": fails_on, "VERSION": version, **env,
            },
        )  # fmt: skip

    return run


def units(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "config/systemd/user"
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else {}


def names(tmp_path: Path) -> list[str]:
    """The units without the name of the project: `daily.timer`."""
    kinds = (name.removeprefix("briefgen-").split(".") for name in units(tmp_path))
    return sorted(f"{stem.rpartition('-')[0]}.{kind}" for stem, kind in kinds)


def record(tmp_path: Path) -> list[str]:
    """What programs of the scheduler were called with, in order, without the names of units in full."""
    return (tmp_path / "record").read_text().splitlines()


SYSTEMD = ("--with", "systemd", "--user")


def test_systemd_gets_a_service_and_a_timer_for_each_job_with_a_schedule(
    schedule: Schedule, tmp_path: Path
) -> None:
    ran = schedule("install", *SYSTEMD)
    assert ran.returncode == 0, ran.stderr
    assert names(tmp_path) == ["daily.service", "daily.timer", "weekly.service", "weekly.timer"]
    timer = next(
        name for name in units(tmp_path) if name.startswith("briefgen-daily-") and name.endswith("timer")
    )
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Berlin" in units(tmp_path)[timer]
    calls = record(tmp_path)
    assert calls[:2] == ["systemctl --version", "systemctl --user daemon-reload"]
    assert f"systemctl --user enable {timer}" in calls
    assert f"systemctl --user restart {timer}" in calls
    assert "daily: every weekday at 06:00 Europe/Berlin, next " in ran.stderr
    assert "loginctl enable-linger" in ran.stderr


def test_a_dry_run_prints_everything_and_changes_nothing(schedule: Schedule, tmp_path: Path) -> None:
    ran = schedule("install", *SYSTEMD, "--dry-run")
    assert ran.returncode == 0, ran.stderr
    assert "Persistent=true" in ran.stdout
    assert "run systemctl --user enable briefgen-daily-" in ran.stdout
    assert not units(tmp_path)
    assert record(tmp_path) == ["systemctl --version"]


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has launchd")
@pytest.mark.parametrize(
    ("asked", "name", "words"),
    [
        ((), "systemd", "Persistent=true"),
        (("--with", "systemd"), "systemd", "Persistent=true"),
        (("--with", "cron"), "cron", "# BEGIN briefgen daily "),
    ],
)
def test_a_dry_run_shows_what_would_be_written_where_there_is_no_scheduler(
    schedule: Schedule, tmp_path: Path, asked: tuple[str, ...], name: str, words: str
) -> None:
    ran = schedule("install", *asked, "--dry-run", PATH=str(tmp_path / "nothing"))
    assert ran.returncode == 0, ran.stderr
    assert words in ran.stdout
    assert f"{name} is not here: this is what would be written and run on a machine that has it" in ran.stderr
    assert schedule("install", PATH=str(tmp_path / "nothing")).returncode == 1


def test_what_a_dry_run_prints_is_what_is_written(schedule: Schedule, tmp_path: Path) -> None:
    told = schedule("install", *SYSTEMD, "--dry-run").stdout
    schedule("install", *SYSTEMD)
    for text in units(tmp_path).values():
        assert "".join(f"    {line}\n" for line in text.splitlines()) in told


def test_units_of_jobs_that_are_gone_are_removed_with_the_next_install(
    schedule: Schedule, tmp_path: Path, project: Path
) -> None:
    schedule("install", *SYSTEMD)
    (project / "briefgen.toml").write_text(TOML.replace("jobs.weekly", "jobs.monthly"))
    ran = schedule("install", "daily", *SYSTEMD)
    assert ran.returncode == 0, ran.stderr
    assert names(tmp_path) == ["daily.service", "daily.timer"]
    assert any("disable --now briefgen-weekly-" in call for call in record(tmp_path))


def test_remove_takes_away_one_job_or_all(schedule: Schedule, tmp_path: Path) -> None:
    schedule("install", *SYSTEMD)
    (tmp_path / "config/systemd/user/backup.timer").write_text("[Timer]\n")
    assert schedule("remove", "weekly", *SYSTEMD).returncode == 0
    assert [name for name in units(tmp_path) if "weekly" in name] == []
    assert schedule("remove", *SYSTEMD).returncode == 0
    assert list(units(tmp_path)) == ["backup.timer"]
    assert schedule("remove", *SYSTEMD, "--dry-run").stdout == "nothing to do\n"


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has launchd")
def test_where_nothing_could_start_jobs_there_is_nothing_to_remove(
    schedule: Schedule, tmp_path: Path
) -> None:
    ran = schedule("remove", PATH=str(tmp_path / "nothing"))
    assert ran.returncode == 0
    assert "nothing of it is installed here" in ran.stderr


@pytest.mark.parametrize("text", ["[jobs", None])
def test_remove_needs_no_configuration_that_can_be_read(
    schedule: Schedule, tmp_path: Path, project: Path, text: str | None
) -> None:
    schedule("install", *SYSTEMD)
    config = project / "briefgen.toml"
    config.unlink()
    if text is not None:
        config.write_text(text)
    ran = schedule("remove", *SYSTEMD, "--config", str(config))
    assert ran.returncode == 0, ran.stderr
    assert not units(tmp_path)
    assert "nothing of it is installed here" in schedule("remove", *SYSTEMD, "--config", str(config)).stderr


def test_a_file_of_somebody_else_is_refused_before_anything_is_written(
    schedule: Schedule, tmp_path: Path
) -> None:
    schedule("install", "daily", *SYSTEMD)
    folder = tmp_path / "config/systemd/user"
    service = next(folder.glob("*.service"))
    service.write_text("[Service]\nExecStart=/bin/true\n")
    for timer in folder.glob("*.timer"):
        timer.unlink()
    ran = schedule("install", *SYSTEMD)
    assert ran.returncode == 1
    assert "was not written by `briefgen schedule`" in ran.stderr
    assert list(units(tmp_path)) == [service.name]
    assert schedule("remove", *SYSTEMD).returncode == 0
    assert service.read_text() == "[Service]\nExecStart=/bin/true\n"


def test_where_the_user_s_services_cannot_be_reached_it_is_said_what_helps(schedule: Schedule) -> None:
    ran = schedule("install", *SYSTEMD, fails_on="daemon-reload")
    assert ran.returncode == 1
    assert "Failed to connect to bus" in ran.stderr
    assert "--system" in ran.stderr


def test_a_systemd_that_is_too_old_is_told_what_to_use(schedule: Schedule, tmp_path: Path) -> None:
    ran = schedule("install", *SYSTEMD, version="systemd 239 (239-82.el8)")
    assert ran.returncode == 1
    assert "systemd 239 is older than 244: use `--with cron`" in ran.stderr
    assert not units(tmp_path)


def test_a_job_without_a_schedule_is_told_how_to_get_one(schedule: Schedule) -> None:
    ran = schedule("install", "by-hand", *SYSTEMD)
    assert ran.returncode == 1
    assert 'schedule = "mon-fri 06:00"' in ran.stderr


def test_show_tells_when_and_by_what(schedule: Schedule, project: Path) -> None:
    schedule("install", "daily", *SYSTEMD)
    told = schedule("show", *SYSTEMD).stdout
    assert "daily: every weekday at 06:00 Europe/Berlin\n" in told
    assert "systemd/user/briefgen-daily-" in told
    assert "weekly: every Friday at 16:00 Europe/Berlin\n" in told
    assert "not installed: `briefgen schedule install weekly`" in told
    assert "by-hand: no schedule\n" in told
    assert "install it again" not in told
    (project / "briefgen.toml").write_text(TOML.replace("06:00", "05:00"))
    assert "install it again" in schedule("show", *SYSTEMD).stdout


def test_show_tells_when_where_nothing_could_start_it(schedule: Schedule) -> None:
    ran = schedule("show", "--with", "cron", PATH=str(Path(sys.executable).parent))
    assert ran.returncode == 0
    assert "crontab is not on this machine" in ran.stderr
    assert "  next       " in ran.stdout


def test_a_system_service_runs_as_the_owner_of_the_configuration(schedule: Schedule, project: Path) -> None:
    told = schedule("install", "--with", "systemd", "--system", "--dry-run").stdout
    assert f"User={(project / 'briefgen.toml').owner()}\n" in told
    assert "write /etc/systemd/system/briefgen-daily-" in told
    assert "run systemctl --system daemon-reload" in told


def test_a_crontab_is_kept_but_for_our_blocks(schedule: Schedule, tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_text("MAILTO=me\n0 1 * * * backup\n")
    assert schedule("install", "--with", "cron").returncode == 0
    text = table.read_text()
    assert text.startswith("MAILTO=me\n0 1 * * * backup\n# BEGIN briefgen daily ")
    assert text.count("# BEGIN briefgen") == text.count("# END briefgen") == 2
    assert schedule("install", "--with", "cron").returncode == 0
    assert table.read_text() == text
    assert "in your crontab\n" in schedule("show", "--with", "cron").stdout
    assert schedule("remove", "--with", "cron").returncode == 0
    assert table.read_text() == "MAILTO=me\n0 1 * * * backup\n"


def test_cron_gets_a_first_crontab(schedule: Schedule, tmp_path: Path) -> None:
    ran = schedule("install", "daily", "--with", "cron")
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "table").read_text().startswith("# BEGIN briefgen daily ")
    assert "makes up for no night" in ran.stderr


def test_cron_runs_the_line_that_was_written(schedule: Schedule, tmp_path: Path, project: Path) -> None:
    """The command of the entry is given to sh as cron gives it; the job is not due, so it ends there."""
    schedule("install", "daily", "--with", "cron")
    (line,) = [one for one in (tmp_path / "table").read_text().splitlines() if one[0] != "#"]
    command = line.split(" ", 5)[5].replace("\\%", "%")
    asked = command.rpartition(" && ")[0] if "schedule due" in command else command.partition(" && ")[0]
    ran = subprocess.run(["sh", "-c", asked], capture_output=True, text=True, check=False)
    assert (ran.returncode in (0, 1), ran.stdout, ran.stderr) == (True, "", "")


def test_launchd_gets_a_list_for_each_job(schedule: Schedule, tmp_path: Path) -> None:
    ran = schedule("install", "daily", "--with", "launchd", "--user")
    assert ran.returncode == 1
    assert "name this Mac's zone in the schedule" in ran.stderr


def test_launchd_loads_what_was_written(schedule: Schedule, tmp_path: Path, project: Path) -> None:
    (project / "briefgen.toml").write_text(TOML.replace("Europe/Berlin", "UTC"))
    ran = schedule("install", "daily", "--with", "launchd", "--user")
    if ran.returncode and "name this Mac's zone" in ran.stderr:
        pytest.skip("the clock of this machine is not on UTC")
    assert ran.returncode == 0, ran.stderr
    (made,) = (tmp_path / "home/Library/LaunchAgents").iterdir()
    assert f"launchctl bootstrap gui/{os.getuid()} {made}" in record(tmp_path)
    assert schedule("remove", "--with", "launchd", "--user").returncode == 0
    assert not made.exists()


@pytest.mark.parametrize(("when", "status"), [("* * * * *", 0), ("0 6 29 2 *", 1)])
def test_due_answers_by_its_exit_status(schedule: Schedule, project: Path, when: str, status: int) -> None:
    (project / "briefgen.toml").write_text(TOML.replace("mon-fri 06:00", when))
    ran = schedule("due", "daily")
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, "", "")


def test_the_environment_of_now_is_not_taken_for_granted(schedule: Schedule) -> None:
    ran = schedule("install", *SYSTEMD, "--dry-run", BRIEFGEN_STORE="sqlite:////tmp/x.db")
    assert "BRIEFGEN_STORE is set here" in ran.stderr
