"""A table of the brief in WordprocessingML: fixed columns, a head that repeats, rows that stay whole."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from briefgen.render import structure
from briefgen.render.word.runs import Links, clean, line, portion

ALIGNED_RIGHT = frozenset({"number", "cites"})
"""Kinds of columns."""


def table(tokens: Sequence[Token], columns: structure.Columns, room: int, title: str, links: Links) -> str:
    """The table of `tokens`, as wide as `room` (twentieths of a point), called `title` for who hears it."""
    widths = [round(room * share / 100) for share in columns.shares]
    rows = structure.rows_of(tokens)
    short = len(rows) <= structure.SHORT_TABLE + 1
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{clean(title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + "".join(_rows(rows, widths, columns.kinds, short, links))
        + '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
    )


def _rows(
    rows: Sequence[Sequence[tuple[Token, Token]]],
    widths: Sequence[int],
    kinds: Sequence[str],
    short: bool,
    links: Links,
) -> Iterator[str]:
    for number, row in enumerate(rows):
        head = "<w:tblHeader/>" if number == 0 else ""
        keep = short and 0 < number < len(rows) - 1
        style = "TableText" if number else "TableHead"
        cells = "".join(
            _cell(inline, width, kind, _paragraph(style, kind, keep), links)
            for (_, inline), width, kind in zip(row, widths, kinds, strict=False)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _paragraph(style: str, kind: str, keep: bool) -> str:
    together = "<w:keepNext/>" if keep else ""
    right = '<w:jc w:val="right"/>' if kind in ALIGNED_RIGHT else ""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{together}{right}</w:pPr>'


def _cell(inline: Token, width: int, kind: str, paragraph: str, links: Links) -> str:
    edge = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' if kind == "cites" else ""
    runs = portion(inline) + line(inline.children or (), links, cell=True)
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}</w:tcPr>'
    return f"<w:tc>{properties}<w:p>{paragraph}{runs}</w:p></w:tc>"
