"""The JSON Schema of `briefgen.toml`, by which editors complete keys and mark mistakes of shape."""

import json
from typing import Any

from briefgen.config.keys import FILE
from briefgen.config.kinds import table_schema


def config_schema() -> dict[str, Any]:
    """The schema (draft 2020-12). What is wrong only with other values beside it, it does not know."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefgen.toml"}
    return {**head, **table_schema(FILE)}


def encode_config_schema() -> bytes:
    """`config_schema` as indented JSON with a newline at the end."""
    return json.dumps(config_schema(), indent=2, ensure_ascii=False).encode() + b"\n"
