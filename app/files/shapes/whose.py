"""Whose counts the rows of a table hold: shop, skill and account."""

from collections.abc import Sequence

from app.files.choices import ImportChoices
from app.files.counted import Whose
from app.files.table import Table
from app.files.words import SKILLS, id_of

ACCOUNTS = ("account", "agent_name", "agent_id")


def whose(table: Table, choices: ImportChoices) -> Whose:
    """Of every row: its columns, else what stands before the colon of an account (the shop), else the choices.

    Where skills stand in the place of accounts (a block copied from a plan), they are taken as skills.
    """
    names = _accounts(table)
    if names and not table.has("skill") and SKILLS.keys() >= set(names):
        ids = [SKILLS[name] for name in names]
        return Whose([choices.shop] * len(names), ids, [""] * len(names), table.numbers)
    return Whose(_shops(table, choices, names), _skills(table, choices), names, table.numbers)


def _accounts(table: Table) -> Sequence[str]:
    column = next((column for column in ACCOUNTS if table.has(column)), "")
    return table.texts(column) if column else [""] * len(table.rows)


def _shops(table: Table, choices: ImportChoices, names: Sequence[str]) -> Sequence[str]:
    if table.has("shop"):
        return [shop or choices.shop for shop in table.texts("shop")]
    return [_prefix(name) or choices.shop for name in names]


def _prefix(account: str) -> str:
    shop, colon, _ = account.replace("：", ":").partition(":")
    return shop.strip() if colon else ""


def _skills(table: Table, choices: ImportChoices) -> Sequence[str]:
    if not table.has("skill"):
        return [choices.skill] * len(table.rows)
    words = table.texts("skill")
    ids = {word: id_of(word, SKILLS) or choices.skill for word in set(words)}
    return [ids[word] for word in words]
