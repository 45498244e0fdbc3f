"""What is expected stands by its day: what comes next, what has no day, what its day has passed."""

import re
from pathlib import Path

from conftest import Briefgen

OLD = (
    "KARVEL, 10 November 2026 (Reuters) - The council will vote on the dam on 15 November. The mayor said "
    "the ferry will sail again on 1 December. The union expects to strike. The court will hear the case on "
    "24 November. The ban will stay until 30 November.\n"
)
NEW = "KARVEL, 20 November 2026 (Reuters) - The harbour was calm.\n"


def outlook(briefgen: Briefgen, tmp_path: Path, *options: str) -> list[tuple[str, str]]:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(OLD)
    (tmp_path / "in/b.txt").write_text(NEW)
    briefgen("build", "in", "--format", "md", *options)
    markdown = (tmp_path / "output/in/analyst.md").read_text()
    section = re.search(r"## (?:Outlook|Ausblick)\n(.*?)\n## ", markdown, re.DOTALL)
    assert section
    return re.findall(r"^- .*?\*\*(?: · ([^—]*))? — (.*?)[ .]*(?: \[|\[|$)", section[1], re.MULTILINE)


def test_what_comes_next_stands_first_and_what_its_day_has_passed_last(
    briefgen: Briefgen, tmp_path: Path
) -> None:
    assert [day for day, _ in outlook(briefgen, tmp_path)] == [
        "24 November 2026",
        "until 30 November 2026",
        "1 December 2026",
        "",
        "15 November 2026, now past",
    ]


def test_the_day_for_which_the_brief_stands_decides_what_is_past(briefgen: Briefgen, tmp_path: Path) -> None:
    days = [day for day, _ in outlook(briefgen, tmp_path, "--as-of", "2026-12-24")]
    assert [day.endswith(", now past") for day in days] == [False, True, True, True, True]
