"""Say in a line what an edition brings against the one before it."""

from briefgen.model.edition import Edition


def summary(found: Edition, quiet: bool = False) -> str:
    """What `found` brings: "first edition", "3 new, 1 changed since edition 11".

    Of a `quiet` note "nothing new since edition 11".
    """
    counts = found.counts
    if quiet:
        return f"nothing new since edition {found.number}"
    if counts.new is None:
        return "first edition" if found.number == 1 else f"edition {found.number}"
    pairs = ((counts.new, "new"), (counts.changed, "changed"), (counts.withdrawn, "withdrawn"))
    parts = [f"{count} {word}" for count, word in pairs if count]
    if counts.moved:
        parts.append(f"{counts.moved} {'figure' if counts.moved == 1 else 'figures'} moved")
    return f"{', '.join(parts) or 'nothing new'} since edition {found.number - 1}"
