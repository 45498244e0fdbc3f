"""Templates and sheets that build on those of an audience which has none of its own, and circles of them."""

from pathlib import Path

import pytest
from page_samples import page_brief

from briefgen.model.problem import TemplateError
from briefgen.render import compose, open_folder
from briefgen.render.style import read_style

AUDIENCE = 'title = "Mine"\ndescription = "Mine."\nsections = ["gaps"]\n'


def put(folder: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    """A folder of templates with the audiences `mine` and `other`, and `texts` by their files' names."""
    for name in ("mine", "other", "_shared"):
        (folder / name).mkdir(exist_ok=True)
        if name != "_shared":
            (folder / name / "audience.toml").write_text(AUDIENCE, "utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return (folder,)


def markdown(folders: tuple[Path, ...]) -> str:
    return compose(page_brief(), open_folder("mine", folders)).markdown


BLOCK = "{% block title %}\n# Mine\n{% endblock %}"


@pytest.mark.parametrize("above", ["executive", "analyst", "shipped/executive", "other"])
def test_an_audience_without_a_template_is_extended_as_what_all_share(tmp_path: Path, above: str) -> None:
    folders = put(tmp_path, {"mine/brief.md.jinja": f'{{% extends "{above}/brief.md.jinja" %}}\n{BLOCK}\n'})
    assert markdown(folders).startswith("# Mine\n")


def test_what_all_share_may_be_the_users_own(tmp_path: Path) -> None:
    folders = put(tmp_path, {"mine/brief.md.jinja": '{% extends "analyst/brief.md.jinja" %}\n'})
    (tmp_path / "_shared" / "brief.md.jinja").write_text(
        f'{{% extends "shipped/analyst/brief.md.jinja" %}}\n{BLOCK}\n', "utf-8"
    )
    assert markdown(folders).startswith("# Mine\n")


def test_a_mistyped_audience_is_answered_with_the_nearest(tmp_path: Path) -> None:
    folders = put(tmp_path, {"mine/brief.md.jinja": '{% extends "exekutive/brief.md.jinja" %}\n'})
    with pytest.raises(
        TemplateError, match=r"line 1: there is no .+ did you mean “executive/brief.md.jinja”"
    ):
        markdown(folders)


@pytest.mark.parametrize(
    ("name", "above", "told"),
    [
        ("mine", "mine", "it extends itself; name another template there"),
        ("_shared", "_shared", 'it extends itself; .+ write {% extends "shipped/_shared/brief.md.jinja" %}'),
        ("_shared", "analyst", 'it extends .+ write {% extends "shipped/analyst/brief.md.jinja" %}'),
        ("other", "mine", "it extends mine/brief.md.jinja, which builds on it in turn; name another"),
    ],
)
def test_a_circle_is_told_with_the_way_out(tmp_path: Path, name: str, above: str, told: str) -> None:
    put(tmp_path, {"mine/brief.md.jinja": f'{{% extends "{name}/brief.md.jinja" %}}\n{BLOCK}\n'})
    (tmp_path / name / "brief.md.jinja").write_text(f'{{% extends "{above}/brief.md.jinja" %}}\n', "utf-8")
    with pytest.raises(TemplateError, match=f"{name}/brief.md.jinja: {told}"):
        markdown((tmp_path,))


def test_an_audience_without_a_sheet_is_imported_as_what_all_share(tmp_path: Path) -> None:
    folders = put(tmp_path, {"mine/style.css": '@import "../other/style.css";\nh1 { color: #000 }\n'})
    templates = open_folder("mine", folders).templates
    shared = read_style("other", templates.folders)
    assert read_style("mine", templates.folders) == f"{shared.rstrip()}\nh1 {{ color: #000 }}\n"
    assert "@page" in shared
