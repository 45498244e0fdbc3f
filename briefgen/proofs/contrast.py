"""How well words stand out from their ground, as WCAG 2.2 counts it."""

LEAST = 4.5
"""Of contrast, for text of any size (WCAG 2.2, criterion 1.4.3, which asks less only of large text)."""

LEAST_OF_MARKS = 3.0
"""Of contrast, for a mark of a picture (criterion 1.4.11)."""

Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""
WHITE: Colour = (1.0, 1.0, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """From 1, no difference, to 21, black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def over(colour: Colour, alpha: float, ground: Colour) -> Colour:
    """What is seen of `colour`, as opaque as `alpha` says, before `ground`."""
    red, green, blue = (alpha * one + (1 - alpha) * two for one, two in zip(colour, ground, strict=True))
    return red, green, blue


def hexadecimal(colour: Colour) -> str:
    """A colour as style sheets write it."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
