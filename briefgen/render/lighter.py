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
LEADS = ".lead{text-indent:-3.1mm}.lead *{text-indent:0}.lead.bare{text-indent:0}.lead.alone{font-weight:600}"
QUOTE = re.compile(r"<blockquote>\n<p>(.*?)</p>\n</blockquote>", re.DOTALL)

LEAD = re.compile(r'<span class="lead">(\S )<strong>([^<]*)</strong></span>')
NAMED_LINK = re.compile(r'(<a\b[^>]*) id="')
NAMED_HEAD = re.compile(r'<h3 id="([^"]*)">([^<]*)</h3>\n<p><a ')
BETWEEN_LINKS = re.compile(r"</a>, (?=<a )")
HELD = re.compile(r'<span class="held">([^<]*) (<a\b[^>]*>[^<]*</a>)</span>')
JOINER = "\u2060"
"""The word joiner, before which no line ends, not even behind a space: Unicode Standard Annex 14, LB11."""
STANDING = re.compile(r'<td class="status"([^>]*)><span class="standing">([^<]*)</span></td>')
CITING = re.compile(r'<td class="cites"[^>]*><a .*</a></td>')
THEN = '</a><span class="then">, </span><a '
LINE_END = re.compile(
    r"(</?(?:td|th|tr|tbody|thead|table|colgroup|col|li|ul|ol|p|div|h[1-6]|section|blockquote)\b[^>]*>)\n"
)
"""The end of a line behind what is no part of a line, of which WeasyPrint makes a box to throw away."""
LINK_NAME = "data-name"
"""The attribute of a link that others lead to: each `id` has WeasyPrint work out a style of its own."""


def lighter(body: str) -> str:
    """`body`, the elements of a page, set with fewer boxes, and with fewer kinds of them.

    Marks are set as letters, quotes of one paragraph and standings at once, and a comma with the link before
    it; a citation is held to its word by a character. Links, and the first link below a heading, bear the
    names that others lead to as `LINK_NAME`.
    """
    for pattern, lighter_one in (
        (MARK, _letter),
        (LEAD, r'<span class="lead alone">\1\2</span>'),
        (QUOTE, r"<blockquote>\1</blockquote>"),
        (HELD, rf"\1 {JOINER}\2"),
        (STANDING, r'<td class="status standing"\1>\2</td>'),
        (CITING, lambda cell: cell[0].replace(THEN, ", </a><a ")),
        (BETWEEN_LINKS, ", </a>"),
        (NAMED_LINK, rf'\1 {LINK_NAME}="'),
        (NAMED_HEAD, rf'<h3>\2</h3>\n<p><a {LINK_NAME}="\1" '),
        (LINE_END, r"\1"),
    ):
        body = pattern.sub(lighter_one, body)
    return body


def _letter(mark: re.Match[str]) -> str:
    letter = LETTERS.get(mark[1])
    return f"{letter} " if letter else mark[0]


def lighter_style(style: str, fonts: Path) -> str:
    """`style` for a page of `lighter`, with a face for the marks at the end of each stack of faces."""
    stacked = STACK.sub(rf'--\1:\2,"{FAMILY}",\3', style)
    marks = [face_rule(FAMILY, cut, fonts / FILE) for cut in ("400-normal", "600-normal")]
    return "\n".join([*marks, stacked + LEADS])
