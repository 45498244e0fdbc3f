"""Deliver to a program: a JSON message by HTTP, signed as Standard Webhooks lays down."""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Mapping

from briefgen.deliver.posting import post
from briefgen.deliver.secrecy import value_of
from briefgen.deliver.telling import MARKDOWN, file_of, folder_name, moment_of
from briefgen.model.edition import Filed
from briefgen.model.job import Webhook
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

SCHEMA = "briefgen.webhook/1"
"""Another number means that a program which reads the message has to be changed."""
PACKED_SECRET = "whsec_"
"""How secrets begin that hold the key in Base64."""


def deliver_to_webhook(channel: Webhook, parcel: Parcel, secrets: Mapping[str, str]) -> None:
    """Post the message of `parcel` to the address of `channel`; see `DeliveryError` in `posting.post`."""
    body = message(parcel)
    name = message_id(parcel.key)
    headers = {"idempotency-key": name, "webhook-id": name, "webhook-timestamp": str(int(time.time()))}
    if channel.secret is not None:
        key = key_of(value_of(channel.secret, secrets))
        headers["webhook-signature"] = signature(key, name, headers["webhook-timestamp"], body)
    post(channel.url, body, headers, channel.timeout, secrets)


def message_id(key: str) -> str:
    """What the message is called, the same at every attempt, in letters that every header takes."""
    return f"msg_{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def key_of(secret: str) -> bytes:
    """The key of signatures: what is packed behind `whsec_`, or else the secret's own letters."""
    if not secret.startswith(PACKED_SECRET):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(PACKED_SECRET), validate=True)
    except (binascii.Error, ValueError) as error:
        raise DeliveryError(
            f"what stands behind {PACKED_SECRET} in the secret is no Base64: copy it again",
            permanent=False,
            settings=True,
        ) from error


def signature(key: bytes, name: str, moment: str, body: bytes) -> str:
    """HMAC-SHA-256 over name, moment and body (standardwebhooks.com, "Signature scheme")."""
    signed = f"{name}.{moment}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode("ascii")


def message(parcel: Parcel) -> bytes:
    """The message as JSON, the same bytes at every attempt. docs/delivery.md says what each key holds."""
    import msgspec

    edition = parcel.edition
    text = file_of(parcel, MARKDOWN)
    return msgspec.json.encode(
        {
            "schema": SCHEMA,
            "kind": "quiet" if parcel.quiet else "edition",
            "id": message_id(parcel.key),
            "moment": moment_of(parcel).isoformat(),
            "job": edition.job,
            "edition": edition.number,
            "folder": folder_name(edition),
            "title": edition.title,
            "as_of": edition.as_of,
            "made": edition.made,
            "marking": parcel.edition.marking,
            "summary": parcel.summary,
            "changes": parcel.changes,
            "counts": edition.counts,
            "had": parcel.had,
            "files": [] if parcel.quiet else [_described(file) for file in parcel.files],
            "markdown": text.artefact.data.decode("utf-8", "replace") if text and not parcel.quiet else None,
        }
    )


def _described(file: Filed) -> dict[str, object]:
    artefact = file.artefact
    return {
        "name": artefact.name,
        "media_type": artefact.media_type,
        "bytes": len(artefact.data),
        "sha256": hashlib.sha256(artefact.data).hexdigest(),
        "audience": file.audience,
        "marking": file.marking,
    }
