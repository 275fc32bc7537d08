"""The version of the public views."""

from typing import Final

SCHEMA_VERSION: Final = "1.0"
