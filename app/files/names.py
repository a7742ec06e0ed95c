"""Column names as people and tools write them, made comparable."""

import re
from unicodedata import normalize

_DROPPED = re.compile(r"[\s()\[\]_\-—:：/]")
_SECONDS = re.compile(r"(\(秒\)|\(s\)|秒$)", re.IGNORECASE)
_MINUTES = re.compile(r"(\(分钟\)|\(分\)|\(min\))", re.IGNORECASE)
_COUNTED = re.compile(r"\((?:人|人数|人次|次|个|位|条|单|元|元/小时|元/时|元/h|小时|天)\)", re.IGNORECASE)
DELAYED = "延"
"""A badge that some reports put in front of a column whose figures come later."""


def canonical(name: str) -> str:
    """NFKC, without units in brackets, spaces, brackets and dashes, in lower case."""
    plain = normalize("NFKC", name).strip()
    for unit in (_SECONDS, _MINUTES, _COUNTED):
        plain = unit.sub("", plain)
    return _DROPPED.sub("", plain).lower()


def in_minutes(name: str) -> bool:
    """Whether a column's name gives minutes as its unit."""
    return _MINUTES.search(normalize("NFKC", name)) is not None


def without_badge(name: str) -> str:
    """A canonical name without the badge for delayed figures."""
    return name.removeprefix(DELAYED)
