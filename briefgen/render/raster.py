"""Drawings as pictures made of dots, for what cannot show SVG."""

import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

DOTS = 300
"""Dots to the inch: what a laser printer shows."""
POINTS = 72
"""PDF's unit of length, to the inch."""
COLOURS = 128
"""As many as a picture keeps: what is drawn here has few, and their mixtures at the edges of letters."""
SIZE = re.compile(r'width="([\d.]+)mm" height="([\d.]+)mm"')
"""How a drawing of ours says its size."""
USUAL_SIZE = (170.0, 100.0)


class Sheet(NamedTuple):
    """Something of HTML to be drawn, and its size in millimetres."""

    html: str
    across: float
    down: float


class Raster(NamedTuple):
    """A picture made of dots, and its size in millimetres."""

    png: bytes
    across: float
    down: float


def sheet_of(svg: str, ground: str | None = None) -> Sheet:
    """`svg`, a drawing of `briefgen.render.charts`, in its own size, on white or the colour `ground`."""
    found = SIZE.search(svg)
    across, down = map(float, found.groups()) if found else USUAL_SIZE
    return Sheet(f'<div style="background:{ground}">{svg}</div>' if ground else svg, across, down)


def rasters(sheets: Mapping[str, Sheet], fonts: Path, own: Sequence[Path] = ()) -> dict[str, Raster]:
    """Each of `sheets` as a PNG, by the same names; `fonts` is the folder of the vendored faces.

    They are drawn by what draws the PDF, so that both look alike; where files `own` of the user's have a part
    in them, within bounds of time and memory. Raises `BriefgenError` where a system library is missing.
    """
    if not sheets:
        return {}
    import pypdfium2

    from briefgen.render.bounded import bounded
    from briefgen.render.pdf import print_plain

    with bounded(own) as call:
        pdf = pypdfium2.PdfDocument(call(print_plain, _page(tuple(sheets.values()), fonts)))
    try:
        return {
            name: Raster(_png(pdf[number]), sheet.across, sheet.down)
            for number, (name, sheet) in enumerate(sheets.items())
        }
    finally:
        pdf.close()


def _page(sheets: Sequence[Sheet], fonts: Path) -> str:
    """A page of HTML that prints each of `sheets` on paper of its size."""
    from briefgen.render.faces import face_css

    papers, drawn = [], []
    for number, (html, across, down) in enumerate(sheets):
        papers.append(f"@page d{number}{{size:{across}mm {down}mm;margin:0}}")
        drawn.append(f'<div style="page:d{number};height:{down}mm;overflow:hidden">{html}</div>')
    faces = face_css("".join(sheet.html for sheet in sheets), fonts, ("sans",))
    css = f"{faces}{''.join(papers)}body{{margin:0}}svg,img{{display:block}}"
    return f"<!DOCTYPE html><html><head><style>{css}</style></head><body>{''.join(drawn)}</body></html>"


def _png(page: Any) -> bytes:  # noqa: ANN401 - a page of pypdfium2, which has no types
    image = page.render(scale=DOTS / POINTS).to_pil().convert("RGB").quantize(COLOURS, dither=0)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(DOTS, DOTS))
    return out.getvalue()
