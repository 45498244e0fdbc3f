"""The value of a secret, by its name."""

from collections.abc import Mapping

from briefgen.model.job import Secret
from briefgen.model.problem import DeliveryError


def value_of(secret: Secret, secrets: Mapping[str, str]) -> str:
    """The value of `secret`; `DeliveryError` where there is none."""
    value = secrets.get(secret.name, "").strip()
    if not value:
        raise DeliveryError(
            f"there is no secret “{secret.name}”: set it in the environment or in the file of secrets",
            permanent=False,
            settings=True,
        )
    return value
