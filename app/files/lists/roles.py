"""The roles of agents in a list: who leads a group, who trains new agents."""

from app.files.log import listed
from app.files.table import Table
from app.files.values.several import words_of
from app.files.words import ROLES

NO_ROLE = frozenset({"客服", "组员", "成员", "普通客服", "客服专员", "无", "agent"})


def read_roles(table: Table) -> list[frozenset[str]]:
    """A set of roles for each row; words that are none are told once (IN28)."""
    found, unknown = [], []
    for value in table.values("roles"):
        words = words_of(value)
        found.append(frozenset(role for word in words if (role := _role(word))))
        unknown += [word for word in words if not _role(word) and word.lower() not in NO_ROLE]
    if unknown:
        table.log.notice("IN28", words=listed(list(dict.fromkeys(unknown))))
    return found


def _role(word: str) -> str:
    """The role that a word ends with: 售前组长 is one, too."""
    return next((role for name, role in ROLES.items() if word.lower().endswith(name)), "")
