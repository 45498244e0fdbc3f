"""The tutorial in docs/templates.md does what it says: each command runs, each file is taken as it stands."""

import re
import shlex
import shutil
from pathlib import Path

import pypdf
from conftest import ROOT, Briefgen

PAGE = ROOT / "docs" / "templates.md"
SECTION = re.compile(r"^## Ten minutes to a brief of your own\n(.*?)^## Make one$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"(?:In\s`(?P<file>[\w./-]+)`:\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


def test_every_step_of_the_tutorial_works(briefgen: Briefgen, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    found = SECTION.search(PAGE.read_text("utf-8"))
    assert found is not None
    steps = list(STEP.finditer(found[1]))
    assert len(steps) >= 7
    for step in steps:
        if step["file"]:
            (tmp_path / step["file"]).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / step["file"]).write_text(step["text"], "utf-8")
            continue
        assert step["kind"] == "console"
        for line in step["text"].splitlines():
            program, *arguments = shlex.split(line)
            assert program == "briefgen"
            done = briefgen(*arguments, cwd=tmp_path)
            assert done.returncode == 0, (line, done.stderr.decode())
    markdown = (tmp_path / "output/seeds/director.md").read_text("utf-8")
    assert "\n## Who would not say\n" in markdown
    assert "Director’s brief" in markdown
    assert len(pypdf.PdfReader(tmp_path / "output/seeds/director.pdf").pages) == 1
