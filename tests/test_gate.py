"""The gate: no page passes that its evidence does not bear, be it held against that first or meanwhile."""

import subprocess
import sys

import pytest

PAGES = """
import os, signal, sys
from multiprocessing import active_children
from msgspec.structs import replace
import briefgen.gate as gate
from briefgen.model.problem import UnfaithfulError
from briefgen.pipeline import make_page, open_folder
from briefgen.proofs.samples import sample

folder = open_folder("analyst", (), None)
page = make_page(sample("small", folder.scheme, None), folder)
words = next(one for one in page.markdown.splitlines() if one.startswith("- "))
false = replace(page, markdown=page.markdown.replace(words, words + " Elephants did it. [1](#e1)", 1))
"""
"""A true page and a false one. Each case is a process of its own: those of tests have threads."""
CASES = {
    "a_true_page_passes": """
with gate.held(page, long=LONG):
    print("body")
    beside = LONG == 0 and gate._can_divide()
    assert len(active_children()) == beside
""",
    "a_false_page_is_refused_with_its_line": """
try:
    with gate.held(false, long=LONG):
        pass
except UnfaithfulError as error:
    assert "lephants" in str(error), error
    before, _, _ = false.markdown.partition("Elephants")
    assert error.line == 1 + before.count("\\n"), error.line
    print("refused")
""",
    "what_the_body_raises_comes_first_and_nothing_is_left": """
try:
    with gate.held(page, long=LONG):
        raise ZeroDivisionError
except ZeroDivisionError:
    print(len(active_children()))
""",
}
TOLD = {
    "a_true_page_passes": "body",
    "a_false_page_is_refused_with_its_line": "refused",
    "what_the_body_raises_comes_first_and_nothing_is_left": "0",
}


def told(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", PAGES + code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("long", ["0", "gate.LONG"], ids=["meanwhile", "first"])
def test_it_lets_pass_what_is_true(name: str, long: str) -> None:
    assert told(CASES[name].replace("LONG", long)) == TOLD[name]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the copy of a process go on by itself")
def test_a_copy_that_is_killed_passes_nothing() -> None:
    killed = """
gate._tell = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
try:
    with gate.held(false, long=0):
        pass
except UnfaithfulError:
    print("refused")
"""
    assert told(killed) == "refused"
