"""A short text that changes when, and only when, the content of a value does."""

import json
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from hashlib import sha256
from typing import Any

import numpy as np


def fingerprint(*values: object) -> str:
    """SHA-256 of the values' content; frozen dataclasses, collections, arrays, dates and plain values."""
    return sha256(json.dumps([_plain(value) for value in values], ensure_ascii=True).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, np.ndarray):
        return [str(value.dtype), sha256(np.ascontiguousarray(value).tobytes()).hexdigest()]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if _told(field, value)}
    if isinstance(value, Mapping):
        return sorted(([_plain(key), _plain(part)] for key, part in value.items()), key=json.dumps)
    if isinstance(value, frozenset | list | tuple):
        parts = [_plain(part) for part in value]
        return sorted(parts, key=json.dumps) if isinstance(value, frozenset) else parts
    return _simple(value)


def _told(field: "Field[Any]", value: object) -> bool:
    """A field added later says nothing while it has its default, so that results stored before it stay fresh."""
    return not field.metadata.get("later") or getattr(value, field.name) != field.default


def _simple(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    return float(value) if isinstance(value, int | float) else str(value)
