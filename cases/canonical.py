"""Plain data of which there is one way to write it, so that the same rows give the same bytes."""

import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any


def fixed(value: Any) -> Any:
    """Times in UTC, broken numbers as text of four decimals, keys as text."""
    if isinstance(value, dict):
        return {str(key): fixed(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [fixed(one) for one in value]
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)):.4f}"
    return value


def dumped(found: dict[str, Any]) -> str:
    """Fixed data as JSON."""
    return json.dumps(found, sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def checksum(text: str) -> str:
    """SHA-256 of the JSON."""
    return hashlib.sha256(text.encode()).hexdigest()
