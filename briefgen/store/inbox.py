"""From paths to raw sources."""

import hashlib
import tomllib
from pathlib import Path

import msgspec

from briefgen.model.source import Metadata, RawSource, Unread


def collect(paths: tuple[Path, ...]) -> tuple[tuple[RawSource, ...], tuple[Unread, ...]]:
    """Every source below `paths`, in the order of their names, and what could not be taken in."""
    found = []
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [file for file in files if file.is_file() and not file.name.endswith(".meta.toml")]
    return tuple(load(file) for file in found), ()


def load(file: Path) -> RawSource:
    """One file with its sidecar."""
    data = file.read_bytes()
    sidecar = file.with_name(file.name + ".meta.toml")
    metadata = Metadata()
    if sidecar.exists():
        metadata = msgspec.convert(tomllib.loads(sidecar.read_text("utf-8")), Metadata)
    return RawSource(str(file), file.name, "text/plain", data, hashlib.sha256(data).hexdigest(), metadata)
