"""Cells that say nothing. Missing is never zero."""

from app.files.grid import Value, text_of

MISSING = frozenset(
    {"", "-", "--", "—", "——", "/", "延迟统计", "统计中", "暂无数据", "n/a", "#n/a", "#div/0!", "nan", "null", "none"}
)


class Unreadable(Exception):  # noqa: N818  # says what it is; every caller turns it into a finding
    """A cell's value cannot be read: the code of the finding and its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code)


def is_missing(value: Value) -> bool:
    """Whether a cell is empty or says that there is no data."""
    return value is None or (isinstance(value, str) and text_of(value).lower() in MISSING)
