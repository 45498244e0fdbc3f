"""Gold sentences from CoNLL-U, the format of Universal Dependencies."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.gold_format import GoldDocument
from briefgen.model.span import Span

Block = list[str]
"""The lines of one sentence."""


def conllu(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """A document for each `# newdoc`: its sentences' texts, with an empty line before each `# newpar`."""
    for file in files:
        document: list[Block] = []
        for block in _blocks(file.read_text("utf-8")):
            if document and _told(block, "newdoc") is not None:
                yield _document(document, file)
                document = []
            document.append(block)
        if document:
            yield _document(document, file)


def _blocks(source: str) -> Iterator[Block]:
    for block in source.split("\n\n"):
        lines = block.strip("\n").split("\n")
        if any(lines):
            yield lines


def _document(blocks: list[Block], file: Path) -> GoldDocument:
    text, between, spans = "", "", []
    for block in blocks:
        words = _told(block, "text")
        if words is None:
            raise ValueError(f"{file}: a sentence has no `# text`")
        if text:
            text += "\n\n" if _told(block, "newpar") is not None else between
        spans.append(Span(len(text), len(text) + len(words)))
        text += words
        between = "" if _glued(block) else " "
    return GoldDocument(_told(blocks[0], "newdoc") or file.stem, text, sentences=tuple(spans))


def _told(block: Block, key: str) -> str | None:
    """What the comment `key` says: its value, or that of `key id`; empty where it says nothing more."""
    for line in block:
        name, _, value = line.removeprefix("#").strip().partition("=")
        if line.startswith("#") and name.strip() in (key, f"{key} id"):
            return value.strip()
    return None


def _glued(block: Block) -> bool:
    """Whether nothing stands between this sentence and the next."""
    tokens = [line.split("\t") for line in block if line[:1].isdigit() and "." not in line.split("\t")[0]]
    if not tokens:
        return False
    last = tokens[-1]
    # Words of a contraction ("29-30 don't") stand below its line, which alone says what follows.
    whole = [token for token in tokens if token[0].endswith(f"-{last[0]}")]
    return "SpaceAfter=No" in (whole[-1] if whole else last)[-1].split("|")
