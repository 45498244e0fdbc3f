"""A line that the gate refuses is told with the file, the template, and the block that makes it."""

from pathlib import Path

import pytest

from briefgen.model.problem import UnfaithfulError
from briefgen.pipeline import Cut
from briefgen.proofs.proof import proof
from briefgen.proofs.samples import sample
from briefgen.render import open_folder
from briefgen.run import page_of

EXTENDS = '{% extends "_shared/brief.md.jinja" %}\n'
GAPS = "{% block gaps %}\n{{ super() }}\n\n"


def told(folder: Path, template: str) -> str:
    (folder / "mine").mkdir()
    (folder / "mine" / "audience.toml").write_text(
        'title = "Mine"\ndescription = "Mine."\nsections = ["key_points", "gaps", "sources"]\n', "utf-8"
    )
    (folder / "mine" / "brief.md.jinja").write_text(template, "utf-8")
    mine = open_folder("mine", (folder,))
    with pytest.raises(UnfaithfulError) as caught:
        page_of(Cut(sample("small", mine.scheme, None), mine))
    before, _, message = str(caught.value).partition(f"{folder}/mine/brief.md.jinja")
    assert not before
    return message


def test_words_that_stand_in_the_template_are_told_with_their_line_there(tmp_path: Path) -> None:
    message = told(tmp_path, EXTENDS + GAPS + "- The port is *certainly* lost.\n{% endblock %}\n")
    assert message.startswith(", line 5, in the block `gaps`: in mine.md, line ")
    assert "has no evidence: “The port is certainly lost.”. Cite what it rests on" in message


def test_words_that_an_expression_gives_are_told_with_the_block_of_their_section(tmp_path: Path) -> None:
    line = "{% for finding in view.key_points %}\n- {{ finding.line | sentence }}\n{% endfor %}"
    message = told(tmp_path, f"{EXTENDS}\n{GAPS}{line}\n{{% endblock %}}")
    assert message.startswith(", line 3, in the block `gaps`: in mine.md, line ")


def test_a_heading_of_ones_own_is_told_as_of_the_section_above_it(tmp_path: Path) -> None:
    message = told(tmp_path, EXTENDS + GAPS + "## Frobnication\n{% endblock %}\n")
    assert message.startswith(", line 5, in the block `gaps`: in mine.md, line ")
    assert "says “frobnication”, which is neither in the evidence it cites nor in the model" in message


def test_what_stands_above_all_sections_is_told_with_the_block_of_the_title(tmp_path: Path) -> None:
    message = told(tmp_path, EXTENDS + "\n{% block title %}\n# Frobnication\n{% endblock %}\n")
    assert message.startswith(", line 4, in the block `title`: in mine.md, line ")


@pytest.mark.parametrize("block", ["facts", "foot"])
def test_what_stands_above_or_below_all_sections_is_told_with_its_block(tmp_path: Path, block: str) -> None:
    words = "{{ view.key_points[0].line | sentence }}" if block == "foot" else "Frobnication"
    message = told(tmp_path, f"{EXTENDS}\n{{% block {block} %}}\n## x\n{words}\n{{% endblock %}}\n")
    assert f", in the block `{block}`: in mine.md, line " in message


def test_a_template_without_blocks_is_told_with_the_line_of_the_words(tmp_path: Path) -> None:
    message = told(tmp_path, "# {{ brief.title }}\n\n## Gaps\n\nThe port is lost.\n")
    assert message.startswith(", line 5: in mine.md, line 5, in “Gaps”, has no evidence")


def test_the_check_tells_it_too(tmp_path: Path) -> None:
    told(tmp_path, EXTENDS + GAPS + "- The port is lost.\n{% endblock %}\n")
    (fault,) = proof("mine", (tmp_path,), ("empty",)).faults
    assert fault.message.startswith(
        f"{tmp_path}/mine/brief.md.jinja, line 5, in the block `gaps`: in mine.md, "
    )
