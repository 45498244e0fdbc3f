"""The example of a container says what the program takes and needs; no server of containers is asked."""

import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import click
import pytest

from briefgen.cli import main

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples/container"
DOCKERFILE = (EXAMPLE / "Dockerfile").read_text("utf-8").replace("\\\n", "")
COMPOSE = (EXAMPLE / "compose.yaml").read_text("utf-8")


def instruction(name: str) -> str:
    """What follows the one instruction `name`."""
    (found,) = re.findall(rf"^{name} (.*)$", DOCKERFILE, re.MULTILINE)
    return str(found)


def test_the_command_is_one_of_ours() -> None:
    assert json.loads(instruction("ENTRYPOINT")) == ["briefgen"]
    name, *words = json.loads(instruction("CMD"))
    with click.Context(main) as context:
        command = main.get_command(context, name)
    assert command is not None
    assert command.make_context(name, words).params["health"] == Path("/tmp/health.json")


@pytest.mark.parametrize(("age", "healthy"), [(0, True), (100, True), (200, False), (None, False)])
def test_the_check_of_health_sees_a_daemon_that_hangs(tmp_path: Path, age: int | None, healthy: bool) -> None:
    """`age` is that of the file in seconds; none where there is no file yet."""
    file = tmp_path / "health.json"
    if age is not None:
        file.write_text("{}")
        os.utime(file, (time.time() - age,) * 2)
    words = json.loads(instruction("HEALTHCHECK").partition("CMD ")[2])
    words = [word.replace("/tmp/health.json", str(file)) for word in words]
    ran = subprocess.run(words, capture_output=True, check=False)
    assert (ran.returncode == 0) == healthy


def test_the_packages_are_those_that_setup_installs() -> None:
    setup = (ROOT / ".ci/setup").read_text("utf-8")
    wanted = set(re.findall(r'^    "(lib[\w.-]+)": \(', setup, re.MULTILINE))
    assert set(re.findall(r"\blib[a-z][\w.-]*-?\d\b", instruction("RUN apt-get"))) == wanted


def test_the_python_is_one_that_the_project_takes() -> None:
    assert instruction("FROM").startswith("python:3.13-")
    assert "Python :: 3.13" in (ROOT / "pyproject.toml").read_text("utf-8")


def test_a_stop_waits_as_long_as_the_daemon_does() -> None:
    with click.Context(main) as context:
        command = main.get_command(context, "daemon")
    assert command is not None
    (grace,) = [one for one in command.params if one.name == "grace"]
    minutes = re.search(r"stop_grace_period: (\d+)m", COMPOSE)
    assert minutes is not None
    assert int(minutes[1]) * 60 >= float(grace.default)  # type: ignore[arg-type]


def test_the_folder_of_the_container_is_the_one_that_is_mounted() -> None:
    assert f"./briefs:{instruction('WORKDIR')}\n" in COMPOSE
    assert re.search(
        r"^      context: \.\./\.\.\n      dockerfile: examples/container/Dockerfile$", COMPOSE, re.M
    )


def test_what_the_program_writes_by_itself_goes_where_it_may() -> None:
    """The file system is read-only but for the folder of briefs and /tmp."""
    assert "read_only: true" in COMPOSE
    assert re.search(r"tmpfs:\n      - /tmp\n", COMPOSE)
    for name, value in re.findall(r"(\w+)=(\S+)", instruction("ENV")):
        assert value.startswith("/tmp"), name


NIGHTLY = (ROOT / "docs/nightly.md").read_text("utf-8")
COMMANDS = re.findall(r"^docker (\w+) (.*)$", NIGHTLY, re.MULTILINE)


@pytest.mark.parametrize(("name", "rest"), COMMANDS)
def test_the_commands_of_the_page_are_docker_s(name: str, rest: str) -> None:
    if shutil.which("docker") is None:
        pytest.skip("docker is not here: install docker-cli for this test; it asks no server")
    told = subprocess.run(["docker", name, "--help"], capture_output=True, text=True, check=True).stdout
    for option in re.findall(r"--[a-z-]+", rest.partition(" briefgen ")[0]):
        assert re.search(rf"{option}\b", told), option


@pytest.mark.parametrize(("name", "rest"), COMMANDS)
def test_what_runs_in_the_container_is_ours(name: str, rest: str) -> None:
    words = rest.partition(" briefgen ")[2].split()
    if name in ("run", "exec") and words:
        with click.Context(main) as context:
            assert main.get_command(context, words[0]) is not None
    assert COMMANDS
