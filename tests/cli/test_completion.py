"""Completion works in the shells that are here, with the script that the command prints."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Briefgen, needs

ASK_BASH = """
eval "$(briefgen completion bash)"
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
"$(complete -p briefgen | sed 's/.*-F \\([^ ]*\\) .*/\\1/')" briefgen
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which `briefgen` is this program."""
    program = tmp_path / "bin/briefgen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


def completed(path: str, words: str) -> list[str]:
    """What bash offers for the last of `words`."""
    ran = subprocess.run(
        ["bash", "--norc", "-c", ASK_BASH.format(words=words)],
        capture_output=True, text=True, check=True, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert ran.stderr == ""
    return ran.stdout.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("briefgen bu", ["build"]),
        (
            "briefgen ''",
            [
                "build",
                "run",
                "status",
                "schedule",
                "daemon",
                "history",
                "show",
                "diff",
                "search",
                "site",
                "prune",
                "export",
                "import",
                "init",
                "preview",
                "extract",
                "verify",
                "template",
                "schema",
                "completion",
            ],
        ),
        ("briefgen build --form", ["--format"]),
        ("briefgen build --format ''", ["md", "pdf", "html", "docx", "txt", "json"]),
        ("briefgen completion z", ["zsh"]),
        ("briefgen build --audience a", ["analyst"]),
    ],
)
def test_bash_completes_commands_options_and_values(path: str, words: str, expected: list[str]) -> None:
    needs("bash", "bash")
    assert completed(path, words) == expected


def test_bash_completes_names_of_jobs_and_of_deliveries(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs("bash", "bash")
    delivery = '[[jobs.daily.deliveries]]\nkind = "folder"\nname = "share"\npath = "b"\n'
    (tmp_path / "briefgen.toml").write_text(f'[jobs.daily]\nsources = ["a/"]\n{delivery}')
    monkeypatch.chdir(tmp_path)
    assert completed(path, "briefgen run d") == ["daily"]
    assert completed(path, "briefgen run --catch-up s") == ["share"]
    assert completed(path, "briefgen preview --job d") == ["daily"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_asks_briefgen(briefgen: Briefgen, shell: str) -> None:
    ran = briefgen("completion", shell)
    assert ran.returncode == 0
    assert f"_BRIEFGEN_COMPLETE={shell}_complete" in ran.stdout.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_script_is_valid_in_its_shell(briefgen: Briefgen, tmp_path: Path, shell: str) -> None:
    needs(shell, shell)
    script = tmp_path / "script"
    script.write_bytes(briefgen("completion", shell).stdout)
    subprocess.run([shell, "-n", str(script)], check=True)
