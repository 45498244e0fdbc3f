"""A brief as JSON, its schema, and back."""

import json
from typing import Any

import msgspec

from briefgen.model.brief import FORMAT_VERSION, Brief
from briefgen.model.problem import InputError

UNCOMPARED = b',"changes":null}'
"""How the JSON of a brief ends that was compared with no earlier edition."""


def encode_brief(brief: Brief) -> bytes:
    """`brief` as JSON: UTF-8, indented by two spaces, keys in the order of the model, a newline last.

    Without a comparison there is no key `changes`, so that such a brief is the same bytes as it ever was.
    """
    return indented(encode_compact(brief))


def encode_compact(brief: Brief) -> bytearray:
    """`brief` as `encode_brief` has it, without the white space between its values."""
    data = bytearray()
    msgspec.json.Encoder().encode_into(brief, data)
    if data.endswith(UNCOMPARED):
        data[-len(UNCOMPARED) :] = b"}"
    return data


def indented(compact: bytes | bytearray) -> bytes:
    """What `encode_brief` makes of the brief that `encode_compact` wrote as `compact`."""
    return msgspec.json.format(compact, indent=2) + b"\n"


def decode_brief(data: bytes, where: str) -> Brief:
    """The brief in `data`; `where` names its file in messages.

    Raises `InputError` where it is no brief, or one of another format.
    """
    if not data.lstrip().startswith(b"{"):
        raise InputError(
            f"{where} is neither a brief.json nor a PDF: name the brief.json, or the PDF that briefgen wrote"
        )
    try:
        brief = msgspec.json.decode(data, type=Brief)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"{where} is not a brief as briefgen writes it: name a brief.json or a PDF of `briefgen build`, "
            f"unchanged ({error})"
        ) from error
    if brief.format != FORMAT_VERSION:
        raise InputError(
            f"{where} has format {brief.format}, this version reads format {FORMAT_VERSION}: "
            "build the brief again, or use the version named in its `generator`"
        )
    return brief


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `brief.json`."""
    schema = msgspec.json.schema(Brief)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen brief", **schema}


def encode_schema() -> bytes:
    """`brief_schema` as indented JSON with a newline at the end."""
    return json.dumps(brief_schema(), indent=2, ensure_ascii=False).encode() + b"\n"
