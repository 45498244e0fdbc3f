"""Find secrets by name, and keep their values out of messages."""

import base64
from collections.abc import Mapping

from briefgen.model.job import Secret
from briefgen.model.problem import DeliveryError

SHORTEST = 4
"""Letters; taking out anything shorter would spoil the message and betray the secret by the gaps."""


def value_of(secret: Secret, secrets: Mapping[str, str]) -> str:
    """The value of `secret`; `DeliveryError` where there is none."""
    value = secrets.get(secret.name, "").strip()
    if not value:
        raise DeliveryError(
            f"there is no secret “{secret.name}”: set it in the environment or in the file of secrets",
            permanent=False,
        )
    return value


def redacted(words: str, secrets: Mapping[str, str]) -> str:
    """`words` on one line that can be shown, without the value of any secret, plain or in Base64."""
    values = {value.strip() for value in secrets.values()}
    for value in sorted(values, key=lambda value: (-len(value), value)):
        if len(value) >= SHORTEST:
            packed = base64.b64encode(value.encode("utf-8", "replace")).decode("ascii")
            words = words.replace(value, "…").replace(packed, "…")
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
