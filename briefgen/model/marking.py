"""Markings: who may see a source or a brief."""

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""Traffic Light Protocol 2.0 (first.org/tlp), from the least restricted to the most."""


def canonical_marking(mark: str) -> str:
    """A TLP label in the spelling of TLP 2.0, however it was written; other words as they are."""
    label = "".join(mark.split()).upper().replace("TLP:WHITE", "TLP:CLEAR")
    return label if label in TLP else mark


def mistaken_label(mark: str) -> str | None:
    """What is wrong with `mark` if it is meant as a TLP label and is none; none where all is well."""
    if not mark.upper().startswith("TLP") or canonical_marking(mark) in TLP:
        return None
    return f"“{mark}” is no label of TLP 2.0: those are {', '.join(TLP)}"
