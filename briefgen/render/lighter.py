"""A long page made cheaper to print, without looking or leading anywhere else."""

import re
from pathlib import Path

from briefgen.render.faces import face_rule
from briefgen.render.structure import MARKS

MARK = re.compile(r'<svg class="mark"[^>]*><title>[^<]*</title>(.*?)</svg> ?')
LETTERS = {drawing: mark for mark, drawing in MARKS.items() if mark in "●◐○◇✕"}
"""The marks that the face below has, by their drawings. A drawing costs as much as all else in its cell."""
FAMILY = "Brief Marks"
FILE = "noto-sans-symbols-2-marks-400-normal.woff2"
"""Of Noto Sans Symbols 2 the glyphs of `LETTERS`, and a space, which Pango takes from the face before it."""
STACK = re.compile(r"--(serif|sans):(.*?),(serif|sans-serif)(?=[;}])")
LEADS = ".lead{text-indent:-3.1mm}.lead *{text-indent:0}.lead.bare{text-indent:0}"
QUOTE = re.compile(r"<blockquote>\n<p>(.*?)</p>\n</blockquote>", re.DOTALL)


def lighter(body: str) -> str:
    """`body`, the elements of a page, with marks set as letters and quotes of one paragraph set at once."""
    return QUOTE.sub(r"<blockquote>\1</blockquote>", MARK.sub(_letter, body))


def _letter(mark: re.Match[str]) -> str:
    letter = LETTERS.get(mark[1])
    return f"{letter} " if letter else mark[0]


def with_marks(style: str, fonts: Path) -> str:
    """`style` with a face for the marks at the end of each stack of faces."""
    stacked = STACK.sub(rf'--\1:\2,"{FAMILY}",\3', style)
    return f"{face_rule(FAMILY, '400-normal', fonts / FILE)}\n{stacked}{LEADS}"
