"""`briefgen.toml`: found, read, checked, and written for a beginning; and the secrets that it names."""

from briefgen.config.reading import find_config, load_config
from briefgen.config.secrets import load_secrets, secret_names

__all__ = ["find_config", "load_config", "load_secrets", "secret_names"]
