"""What briefgen makes of `seeds/`, byte for byte. `make golden` renews the files after a wanted change."""

import os
from pathlib import Path

import pytest
from conftest import ROOT, Briefgen

GOLDEN = ROOT / "tests" / "golden" / "seeds"
AUDIENCES = ("analyst", "executive", "operations", "public", "sources")
FILES = ("brief.json", *(f"{name}.md" for name in AUDIENCES))
RENEW = "BRIEFGEN_RENEW_GOLDEN"


@pytest.mark.parametrize("name", FILES)
def test_the_brief_of_the_seeds_is_the_golden_one(name: str, tmp_path: Path, briefgen: Briefgen) -> None:
    audience = name.removesuffix(".md") if name.endswith(".md") else "analyst"
    options = ("--audience", audience, "--format", "md", "--format", "json")
    done = briefgen("build", ROOT / "seeds", "--output", tmp_path, *options)
    assert done.returncode == 0, done.stderr.decode()
    made = (tmp_path / "seeds" / name).read_bytes()
    golden = GOLDEN / name
    if os.environ.get(RENEW):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made)
    if not golden.exists() or golden.read_bytes() != made:
        actual = golden.with_name(f"{golden.stem}.actual{golden.suffix}")
        actual.parent.mkdir(parents=True, exist_ok=True)
        actual.write_bytes(made)
        pytest.fail(f"{name} differs: compare {golden} with {actual}; if the change is wanted, `make golden`")
