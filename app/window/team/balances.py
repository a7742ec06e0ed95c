"""What agents are owed in days off, entry by entry, and whose Saturday is whose turn (大小周)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QDialogButtonBox, QHBoxLayout, QWidget

from app.files.values.balance import read_balance
from app.files.values.missing import Unreadable
from app.project.project import Project
from app.window.frame.dialog_column import dialog_column
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.look import look
from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import typed_day
from app.window.tables.values_model import Field
from app.window.team.turns import turn_list, with_turns
from app.wording import language, words
from app.wording.names import listed
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.balances import MINUTES_PER_DAY_OWED, Account, BalanceEntry, EntryKind
from scheduler.team import TeamAgent

_ = words("window")
Meant = TypeVar("Meant")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry with the agent whose it is."""

    agent: str
    entry: BalanceEntry


def accounts() -> Mapping[str, Account]:
    """What the accounts are called."""
    return {_("Lieu time"): Account.LIEU, _("Annual leave"): Account.ANNUAL}


def kinds() -> Mapping[str, EntryKind]:
    """What the kinds of entry are called."""
    return {
        _("Balance that day"): EntryKind.OPENING,
        _("earned"): EntryKind.EARNED,
        _("used"): EntryKind.USED,
        _("expired"): EntryKind.EXPIRED,
    }


def entries_of(team: Sequence[TeamAgent]) -> tuple[OwnEntry, ...]:
    """All entries, by agent in the team's order."""
    return tuple(OwnEntry(agent.id, entry) for agent in team for entry in agent.balances)


def with_entries(team: Sequence[TeamAgent], entries: Sequence[OwnEntry]) -> tuple[TeamAgent, ...]:
    """The team with these entries and no others."""
    return tuple(
        replace(agent, balances=tuple(own.entry for own in entries if own.agent == agent.id)) for agent in team
    )


def amount_text(minutes: int) -> str:
    """`3天4小时`, `3d 4h`."""
    days, rest = divmod(abs(minutes), MINUTES_PER_DAY_OWED)
    day, hour = ("天", "小时") if language() == "zh_CN" else ("d", "h")
    parts = [f"{days}{day}" if days or not rest else "", f"{rest / 60:g}{hour}" if rest else ""]
    return ("-" if minutes < 0 else "") + " ".join(part for part in parts if part)


def balance_list(project: Project) -> ListEditor:
    """The table of entries; a new one is the first agent's balance of lieu time as the plan begins."""
    names = {agent.name or agent.id: agent.id for agent in project.team}
    names |= {agent.id: agent.id for agent in project.team}
    shown = {agent.id: agent.name or agent.id for agent in project.team}
    first = project.horizon.first_day

    def new() -> OwnEntry:
        return OwnEntry(project.team[0].id, BalanceEntry(Account.LIEU, EntryKind.OPENING, first, 0))

    fields = (
        Field(
            _("Agent"),
            lambda own: shown.get(own.agent, own.agent),
            lambda own, text: replace(own, agent=_one_of(names, text)),
            lambda: tuple(shown.values()),
        ),
        Field(
            _("Account"),
            lambda own: _word(accounts(), own.entry.account),
            lambda own, text: _with(own, account=_one_of(accounts(), text)),
            lambda: tuple(accounts()),
        ),
        Field(
            _("Entry"),
            lambda own: _word(kinds(), own.entry.kind),
            lambda own, text: _with(own, kind=_one_of(kinds(), text)),
            lambda: tuple(kinds()),
        ),
        Field(
            _("Day"),
            lambda own: own.entry.day.isoformat(),
            lambda own, text: _with(own, day=typed_day(text, first)),
        ),
        Field(
            _("Days and hours"),
            lambda own: amount_text(own.entry.minutes),
            lambda own, text: _with(own, minutes=_typed_amount(text)),
            words=False,
        ),
        Field(_("Note"), lambda own: own.entry.note, lambda own, text: _with(own, note=text)),
    )
    return ListEditor(_("Balances"), fields, new, _("No balances yet. Add them, or import the team's own workbook."))


def _with(own: OwnEntry, **change: object) -> OwnEntry:
    entry = replace(own.entry, **change)  # type: ignore[arg-type]  # the fields are named above
    if entry.minutes < 0 and entry.kind is not EntryKind.OPENING:
        raise ValueError(
            _("Only a balance may be below zero; what was earned, used or expired is written without sign.")
        )
    return replace(own, entry=entry)


def _one_of(words_of: Mapping[str, Meant], text: str) -> Meant:
    if text not in words_of:
        raise ValueError(_("“{text}” is none of: {words}.").format(text=text, words=listed(list(words_of)[:8])))
    return words_of[text]


def _word(words_of: Mapping[str, object], meant: object) -> str:
    return next(word for word, other in words_of.items() if other == meant)


def _typed_amount(text: str) -> int:
    try:
        found = read_balance(text)
    except Unreadable:
        found = None
    if found is None:
        raise ValueError(_("“{text}” is not an amount. Write it like 3d 4h or 3天4小时.").format(text=text))
    return found[0]


class BalancesDialog(QDialog):
    """`project` is the project as edited; nothing is stored before OK."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Balances and alternating weeks"))
        self.resize(look().px(760), look().px(600))
        self._project = project
        self.entries = balance_list(project)
        self.entries.add.setEnabled(bool(project.team))
        self.entries.show_values(entries_of(project.team))
        self.entries.changed.connect(self.entries.show_values)
        self.problem = label("", "quiet")
        self.problem.setWordWrap(True)
        self.entries.refused.connect(self.problem.setText)
        column = dialog_column(self, space.IN_CARD)
        column.addWidget(self.entries, 1)
        column.addWidget(self.problem)
        column.addLayout(self._weeks())
        column.addWidget(self._turns(), 1)
        column.addWidget(self._buttons())

    def _weeks(self) -> QHBoxLayout:
        weeks, first = self._project.alternating_weeks, self._project.horizon.first_day
        self.alternating = QCheckBox(_("Alternating weeks: two days off, then one"))
        self.big_week = QDateEdit()
        self.big_week.setDisplayFormat("yyyy-MM-dd")
        self.big_week.setCalendarPopup(True)
        self.big_week.setAccessibleName(_("A day of a week with two days off"))
        day = weeks.big_week if weeks else first
        self.big_week.setDate(QDate(day.year, day.month, day.day))
        self.alternating.setChecked(weeks is not None)
        self.big_week.setEnabled(weeks is not None)
        self.alternating.toggled.connect(self.big_week.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self.alternating)
        row.addStretch(1)
        row.addWidget(label(_("A day of a week with two days off"), "quiet"))
        row.addWidget(self.big_week)
        return row

    def _turns(self) -> ListEditor:
        self.turns = turn_list(self._project)
        self.turns.show_values(self._project.team)
        self.turns.changed.connect(self.turns.show_values)
        self.turns.refused.connect(self.problem.setText)
        self.turns.setVisible(self.alternating.isChecked())
        self.alternating.toggled.connect(self.turns.setVisible)
        return self.turns

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def project(self) -> Project:
        """With the entries and the weeks as they stand in the dialog."""
        day = self.big_week.date()
        chosen = AlternatingWeeks(date(day.year(), day.month(), day.day()))
        weeks = chosen if self.alternating.isChecked() else None
        team = with_entries(self.turns.values, self.entries.values)
        book = with_turns(self._project.rulebook) if weeks else self._project.rulebook
        return replace(self._project, team=team, alternating_weeks=weeks, rulebook=book)
