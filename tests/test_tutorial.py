"""The tutorial in docs/templates.md does what it says: each command runs, each file is taken as it stands."""

import re
import shlex
import shutil
from pathlib import Path

import pypdf
from conftest import ROOT, Briefgen

from briefgen.pipeline import Cut
from briefgen.proofs.samples import sample
from briefgen.render import open_folder
from briefgen.run import page_of

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
    assert "\n## Who is who\n" in markdown
    assert "Director’s brief" in markdown
    assert len(pypdf.PdfReader(tmp_path / "output/seeds/director.pdf").pages) == 1


FREE = re.compile(r"^The last is the whole brief.*?```jinja\n(.*?)```", re.MULTILINE | re.DOTALL)


def test_a_section_may_stand_where_the_page_says(tmp_path: Path) -> None:
    found = FREE.search(PAGE.read_text("utf-8"))
    assert found is not None
    line = "{{ brief.claims[0].statement | sentence }} {{ brief.claims[0].evidence | cite }}"
    section = f"## {{{{ labels.text.warned }}}}\n\n- {line}\n"
    templates = {
        "facts": f"{{% block facts %}}\n{{{{ super() }}}}\n\n{section}{{% endblock %}}\n",
        "gaps": f"{{% block gaps %}}\n{{{{ super() }}}}\n\n{section}{{% endblock %}}\n",
        "foot": f"{{% block foot %}}\n{section}{{{{ super() }}}}\n{{% endblock %}}\n",
    }
    extends = '{% extends "_shared/brief.md.jinja" %}\n'
    below = {"facts": "Key points", "gaps": "Sources", "foot": ""}
    for name, block in templates.items():
        titles = own_titles(tmp_path / name, extends + block)
        assert ([*titles, ""])[titles.index("Warnings") + 1] == below[name]
    assert own_titles(tmp_path / "free", found[1]) == ["Warnings", "Key points", "Gaps", "Sources"]


def own_titles(folder: Path, template: str) -> list[str]:
    """Titles of the sections of a brief through `template`, and that nothing is wrong with it."""
    (folder / "mine").mkdir(parents=True)
    (folder / "_shared" / "labels").mkdir(parents=True)
    (folder / "mine" / "audience.toml").write_text(
        'title = "Mine"\ndescription = "Mine."\nsections = ["key_points", "gaps", "sources"]\n', "utf-8"
    )
    (folder / "mine" / "brief.md.jinja").write_text(template, "utf-8")
    (folder / "_shared" / "labels" / "en.toml").write_text('[text]\nwarned = "Warnings"\n', "utf-8")
    mine = open_folder("mine", (folder,))
    page = page_of(Cut(sample("small", mine.scheme, None), mine))
    return re.findall(r"^## (.*)$", page.markdown, re.MULTILINE)
