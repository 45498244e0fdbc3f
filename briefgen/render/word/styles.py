"""What a Word document of a brief looks like: its styles, its lists and its settings."""

import re
from collections.abc import Mapping

SERIF, SANS, SYMBOLS, MONO = "Cambria", "Calibri", "Segoe UI Symbol", "Consolas"
"""Faces that Word brings along; LibreOffice has Caladea and Carlito, of the same widths, for the first two.
Only the third, of those that Word brings along, holds every status mark."""
INK, GREY, BLUE, HAIRLINE = "1A1A1A", "5C5C5C", "1C4A6E", "C9C9C9"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
"""ECMA-376, part 1: every vocabulary that is used."""

LEAD = 2600
"""The width of what leads a list item (its status), in twentieths of a point: 46 mm."""
STEP = 360
"""How much further in a list stands than the one around it, in twentieths of a point."""
LED, BULLETS, FIRST_ORDERED = 1, 2, 3
"""Numbers of the lists: items with a lead, items with a bullet; ordered lists, each with its own."""
DEEPEST = 8
"""The deepest level, from 0, that Word numbers."""

REGIONS = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "ko": "ko-KR", "uk": "uk-UA"}
"""Word checks spelling by language and region; these are taken where a brief names no region."""


def fonts(face: str) -> str:
    """`face` for every script that Word tells apart, but for East Asian ones, for which it has its own."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"/>'


def _type(face: str, points: float, colour: str = INK, bold: bool = False) -> str:
    half = round(points * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'{fonts(face)}{weight}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _gaps(before: float, after: float, lines: float = 1.0) -> str:
    """Space around a paragraph in points, and between its lines as a multiple of the usual."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(lines * 240)}" w:lineRule="auto"/>'
    )


KEEP = "<w:keepNext/><w:keepLines/>"
RULE = '<w:pBdr><w:{0} w:val="single" w:sz="{1}" w:space="4" w:color="{2}"/></w:pBdr>'
RIGHT = '<w:jc w:val="right"/>'

PARAGRAPHS: tuple[tuple[str, str, str, str, str], ...] = (
    ("Normal", "Normal", "", _gaps(0, 6, 1.12), _type(SERIF, 10.5)),
    ("BodyText", "Body Text", "Normal", "", ""),
    ("Title", "Title", "Normal", KEEP + _gaps(0, 5), _type(SERIF, 23, bold=True)),
    ("Subtitle", "Subtitle", "Normal", _gaps(0, 2), _type(SANS, 9, GREY)),
    (
        "Legend",
        "Legend",
        "Normal",
        RULE.format("bottom", 12, INK) + _gaps(0, 6),
        _type(SANS, 8, GREY),
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        KEEP + _gaps(16, 6) + '<w:outlineLvl w:val="0"/>',
        _type(SANS, 13, BLUE, bold=True),
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        KEEP + _gaps(10, 3) + '<w:outlineLvl w:val="1"/>',
        _type(SANS, 10.5, bold=True),
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        KEEP + _gaps(8, 3) + '<w:outlineLvl w:val="2"/>',
        _type(SANS, 9.5, GREY, bold=True),
    ),
    ("Note", "Note", "Normal", "<w:keepNext/>" + _gaps(0, 3), _type(SANS, 8.5, GREY)),
    ("ListBullet", "List Bullet", "Normal", _gaps(0, 4, 1.12), ""),
    ("ListNumber", "List Number", "Normal", _gaps(0, 4, 1.12), ""),
    ("LedItem", "Led Item", "Normal", _gaps(0, 6, 1.12), ""),
    ("BottomLine", "Bottom Line", "LedItem", _gaps(0, 7, 1.12), '<w:sz w:val="24"/><w:szCs w:val="24"/>'),
    ("SourceItem", "Source Item", "Normal", _gaps(0, 1), _type(SANS, 9)),
    (
        "Quote",
        "Quote",
        "Normal",
        "<w:keepLines/>" + RULE.format("left", 12, HAIRLINE) + _gaps(0, 5) + '<w:ind w:left="240"/>',
        _type(SERIF, 9.5, GREY),
    ),
    ("Code", "Code", "Normal", _gaps(0, 6), _type(MONO, 9)),
    ("Picture", "Picture", "Normal", "<w:keepNext/>" + _gaps(4, 6), ""),
    ("Rule", "Rule", "Normal", RULE.format("bottom", 6, HAIRLINE) + _gaps(0, 6), ""),
    ("TableText", "Table Text", "Normal", _gaps(2, 2), _type(SANS, 8.5)),
    ("TableHead", "Table Head", "TableText", "<w:keepNext/>", _type(SANS, 8, GREY, bold=True)),
    ("AfterTable", "After Table", "Normal", _gaps(0, 2), '<w:sz w:val="8"/><w:szCs w:val="8"/>'),
    ("Header", "header", "Normal", _gaps(0, 2), _type(SANS, 8, GREY)),
    ("Footer", "footer", "Normal", _gaps(0, 3), _type(SANS, 8, GREY)),
    ("Marking", "Marking", "Normal", _gaps(0, 3) + RIGHT, _type(SANS, 12, bold=True)),
)
"""Identifier, name, what it is based on, of the paragraph, of its letters. Names that Word knows are spelt
its way, so that its own lists of styles and of headings have them."""

CHARACTERS: tuple[tuple[str, str, str], ...] = (
    ("Lead", "Lead", f'{fonts(SANS)}<w:b/><w:bCs/><w:sz w:val="17"/><w:szCs w:val="17"/>'),
    (
        "LeadNote",
        "Lead Note",
        f'{fonts(SANS)}<w:color w:val="{GREY}"/><w:sz w:val="17"/><w:szCs w:val="17"/>',
    ),
    (
        "Citation",
        "Citation",
        f'{fonts(SANS)}<w:b/><w:bCs/><w:color w:val="{BLUE}"/><w:vertAlign w:val="superscript"/>',
    ),
    ("CellCitation", "Cell Citation", f'<w:color w:val="{BLUE}"/>'),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{BLUE}"/><w:u w:val="single"/>'),
    ("Reference", "Reference", f'<w:color w:val="{BLUE}"/>'),
    ("Portion", "Portion", f'{fonts(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>'),
    ("CitedWords", "Cited Words", f'<w:b/><w:bCs/><w:color w:val="{INK}"/>'),
)

LETTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
)
"""The style of letters that have no other."""
TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    "</w:style>"
)


LABELLED = frozenset({"Subtitle", "Legend", "Heading1", "TableHead", "Note"})
"""Styles of words that templates add, which may be in another language than the brief."""


def styles_xml(language: str, labels: str, colours: Mapping[str, str]) -> str:
    """The part `styles.xml` of a document in `language`, with words of templates in `labels` (BCP 47).

    `colours`, as `#rrggbb`, stand in place of those of this module.
    """
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(SERIF)}{_language(language)}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )
    paragraphs = "".join(
        _paragraph_style(*style, _language(labels) if style[0] in LABELLED and labels != language else "")
        for style in PARAGRAPHS
    )
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{letters}</w:rPr></w:style>"
        for identifier, name, letters in CHARACTERS
    )
    xml = f"<w:styles {NAMESPACES}>{defaults}{paragraphs}{LETTERS}{characters}{TABLE}</w:styles>"
    usual = re.compile("|".join(colours) or "(?!)")
    return usual.sub(lambda colour: colours[colour[0]].lstrip("#").upper(), xml)


def _language(tag: str) -> str:
    return f'<w:lang w:val="{REGIONS.get(tag, tag)}"/>'


def _paragraph_style(identifier: str, name: str, base: str, paragraph: str, letters: str, more: str) -> str:
    default = ' w:default="1"' if identifier == "Normal" else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}{more}</w:rPr></w:style>"
    )


def numbering_xml(ordered: int) -> str:
    """The part `numbering.xml` with `ordered` ordered lists, each of which counts from 1."""
    bullets = "".join(_level(level, "bullet", "•", STEP * (level + 1), STEP) for level in range(DEEPEST + 1))
    numbers = "".join(
        _level(level, "decimal", f"%{level + 1}.", STEP * (level + 1), STEP) for level in range(DEEPEST + 1)
    )
    kinds = [_level(0, "bullet", "", LEAD, LEAD, "nothing"), bullets, numbers]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        "</w:abstractNum>"
        for number, levels in enumerate(kinds, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{min(number, FIRST_ORDERED)}"/>'
        + ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if number > 2 else "")
        + "</w:num>"
        for number in range(1, FIRST_ORDERED + ordered)
    )
    return f"<w:numbering {NAMESPACES}>{abstract}{lists}</w:numbering>"


def _level(level: int, form: str, sign: str, left: int, hanging: int, behind: str = "tab") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{behind}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def settings_xml(language: str) -> str:
    """The part `settings.xml`: laid out as Word 2013 and later do, in `language`."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{REGIONS.get(language, language)}"/></w:settings>'
    )
