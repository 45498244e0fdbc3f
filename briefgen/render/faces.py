"""The typefaces of the page: which of the vendored files a text needs, and how wide words are in them."""

import base64
from functools import lru_cache
from pathlib import Path

SUBSETS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("latin", ((0x0000, 0x00FF), (0x0131, 0x0131), (0x0152, 0x0153), (0x2000, 0x206F), (0x20AC, 0x20AC))),
    ("latin-ext", ((0x0100, 0x02FF), (0x1D00, 0x1DBF), (0x1E00, 0x1E9F), (0x20A0, 0x20C0), (0x2C60, 0x2C7F))),
    ("cyrillic", ((0x0301, 0x0301), (0x0400, 0x045F), (0x0490, 0x0491), (0x04B0, 0x04B1), (0x2116, 0x2116))),
    ("cyrillic-ext", ((0x0460, 0x048F), (0x0492, 0x04AF), (0x04B2, 0x052F), (0x2DE0, 0x2DFF))),
    ("greek", ((0x0370, 0x03FF),)),
    ("vietnamese", ((0x0300, 0x0309), (0x0323, 0x0323), (0x1EA0, 0x1EF9), (0x20AB, 0x20AB))),
)
"""The files a face is split into, and the code points that call for each; after `unicode.json` of the
Fontsource packages, widened where a range had holes that no other file fills."""

SYMBOLS = ((0x2070, 0x209F), (0x2113, 0x215E), (0x2190, 0x22FF), (0x25CA, 0x25CA), (0x2713, 0x274C))
"""Arrows, fractions and signs of mathematics, which only IBM's own, undivided file of Plex Sans holds."""

FAMILIES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("serif", "Brief Serif", "source-serif-4", ("400-normal", "400-italic", "600-normal")),
    ("sans", "Brief Sans", "ibm-plex-sans", ("400-normal", "600-normal")),
)
"""Role, name in the style sheet, stem of the files, weights and slants.

The names are ours, so that another version of the same face on a machine cannot take their place."""

GENERIC = {"serif": "serif", "sans": "sans-serif"}

SCRIPTS: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...] = (
    (
        "Brief Arabic",
        "noto-sans-arabic-arabic",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    ),
    ("Brief Hebrew", "noto-sans-hebrew-hebrew", ((0x0590, 0x05FF), (0x20AA, 0x20AA), (0xFB1D, 0xFB4F))),
)
"""Scripts that neither family has: name in the style sheet, stem of the files, code points. East Asian faces
have megabytes and do not ship; the machine's own are used."""

SANS_STACK = ",".join(
    [
        "Brief Sans",
        *(f"Brief Sans {name}" for name, _ in SUBSETS[1:]),
        *(name for name, _, _ in SCRIPTS),
        "Brief Symbols",
        "IBM Plex Sans",
        "sans-serif",
    ]
)
"""For the `font-family` attribute of SVG, which page styles do not reach; names of faces that were not
needed are passed over."""

_REGULAR = (
    "236 284 419 713 598 927 694 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 600 "
    "600 600 292 292 600 600 600 477 891 641 653 621 671 583 559 695 707 400 510 634 501 812 707 708 "
    "606 708 640 581 572 678 609 891 613 593 580 317 383 317 600 565 600 534 580 503 580 549 324 528 "
    "568 250 250 527 272 873 568 560 580 580 367 487 351 568 492 768 507 499 464 343 314 343 600"
)
_SEMIBOLD = (
    "236 309 471 656 600 960 713 260 337 337 556 600 299 402 299 437 600 600 600 600 600 600 600 600 "
    "600 600 319 319 600 600 600 493 899 672 663 642 689 600 577 712 719 423 545 678 521 817 719 712 "
    "641 712 664 611 580 689 638 949 655 632 599 329 437 329 600 559 600 559 600 513 600 558 350 545 "
    "588 275 275 562 294 888 588 563 600 600 393 499 374 588 524 819 544 524 502 363 376 363 600"
)
ADVANCES = {weight: tuple(map(int, table.split())) for weight, table in ((400, _REGULAR), (600, _SEMIBOLD))}
"""Advance widths of U+0020 to U+007E in IBM Plex Sans, in thousandths of an em (from its `hmtx` table)."""

WIDE = 1000
"""Taken for a character from U+2E80 on: East Asian scripts fill the em."""
NARROW = ((0xFB00, 0xFDFF), (0xFE70, 0xFEFF))
"""Forms of Latin, Hebrew and Arabic letters that stand among those of East Asia."""
OTHER = 640
"""Taken for any other character: nine in ten Latin, Greek and Cyrillic letters of the face are narrower."""
PLAIN = {weight: (OTHER,) * 0x20 + table + (OTHER,) for weight, table in ADVANCES.items()}
"""The same by code point from U+0000 to U+007F."""


@lru_cache(maxsize=50_000)  # the words of a long brief, most of which stand in it many times
def _counted(word: str, weight: int) -> int:
    if word.isascii():
        return sum(map(PLAIN[weight].__getitem__, word.encode("ascii")))
    return sum(_advance(ord(character), weight) for character in word)


def width(text: str, weight: int = 400) -> float:
    """How wide `text` runs in IBM Plex Sans of `weight` (400 or 600), in em; kerning is left out."""
    words = text.split(" ")
    spaces = (len(words) - 1) * ADVANCES[weight][0]
    return (sum(_counted(word, weight) for word in words) + spaces) / 1000


def _advance(point: int, weight: int) -> int:
    if point < len(PLAIN[weight]):
        return PLAIN[weight][point]
    return WIDE if point >= 0x2E80 and not any(first <= point <= last for first, last in NARROW) else OTHER


def face_css(text: str, fonts: Path, roles: tuple[str, ...] = ("serif", "sans")) -> str:
    """Style rules that bring the faces `text` needs, files inside, and name them `--serif` and `--sans`.

    `fonts` is the folder of the vendored files. Each subset is a family of its own, since WeasyPrint keeps
    one file for a family and weight. Italics come only where `text`, a page, has emphasis in it.
    """
    points = frozenset(map(ord, frozenset(text)))
    subsets = [name for name, ranges in SUBSETS if name == "latin" or _needs(points, ranges)]
    symbols = _needs(points, SYMBOLS)
    scripts = [script for script in SCRIPTS if _needs(points, script[2])]
    rules = [
        face_rule(name, f"{weight}-normal", fonts / f"{stem}-{weight}-normal.woff2")
        for name, stem, _ in scripts
        for weight in (400, 600)
    ]
    others = [*(name for name, _, _ in scripts), *(["Brief Symbols"] if symbols else [])]
    stacks = []
    wanted = [family for family in FAMILIES if family[0] in roles]
    for role, family, stem, all_cuts in wanted:
        cuts = [cut for cut in all_cuts if "italic" not in cut or "<em>" in text]
        names = [*(_family(family, subset) for subset in subsets), *others]
        rules += [
            face_rule(_family(family, subset), cut, fonts / f"{stem}-{subset}-{cut}.woff2")
            for subset in subsets
            for cut in cuts
        ]
        stacks.append(f"--{role}:{','.join(_quoted(names))},{GENERIC[role]}")
    if symbols:
        rules.append(
            face_rule("Brief Symbols", "400-normal", fonts / "ibm-plex-sans-complete-400-normal.woff2")
        )
    return "\n".join([*rules, f":root{{{';'.join(stacks)}}}", ""])


def _needs(points: frozenset[int], ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for point in points for first, last in ranges)


def _family(family: str, subset: str) -> str:
    return family if subset == "latin" else f"{family} {subset}"


def _quoted(names: list[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def face_rule(family: str, cut: str, file: Path) -> str:
    """The rule that brings `file` as `family`; `cut` is its weight and slant ("400-normal")."""
    weight, slant = cut.split("-")
    data = _encoded(file, file.stat().st_mtime_ns)
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};'
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


@lru_cache(maxsize=8)  # every picture of a brief takes the same few files
def _encoded(file: Path, changed: int) -> str:
    return base64.b64encode(file.read_bytes()).decode("ascii")


EAST_ASIAN = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xA960, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
NAMED = 8
"""Missing characters that a note names."""


def missing_note(name: str, missing: frozenset[str]) -> str:
    """What to do about the characters of the file `name` that no face has."""
    shown = " ".join(sorted(missing)[:NAMED])
    more = f" and {len(missing) - NAMED:,} more" if len(missing) > NAMED else ""
    package = "fonts-noto-cjk" if _needs(frozenset(map(ord, missing)), EAST_ASIAN) else "fonts-noto-core"
    return (
        f"{name}: no typeface here has {shown}{more}, which show as empty boxes; install one that has "
        f"(Debian and Ubuntu: apt-get install {package}) and build again"
    )
