"""Choosers that several pages share: the skill, and one day or the whole horizon."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from app.window.formats import day_text
from app.window.look.look import look
from app.wording import words
from app.wording.names import in_order, name_of
from forecasts.horizon import Horizon

_ = words("window")
WHOLE = -1
SKILL_WIDTH, DAY_WIDTH = 92, 136


class SkillChooser(QComboBox):
    """`chosen` tells the skill that the user picked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(look().px(SKILL_WIDTH))
        self.setAccessibleName(_("Skill"))
        self.setToolTip(_("Skill"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _row: self.chosen.emit(self.skill))

    @property
    def skill(self) -> str:
        """The skill chosen, "" without any."""
        return str(self.currentData() or "")

    def show_skills(self, skills: Iterable[str]) -> None:
        """Offer these; the chosen one stays when it is among them."""
        chosen = self.skill
        with QSignalBlocker(self):
            self.clear()
            for skill in in_order(skills):
                self.addItem(name_of(skill), skill)
            self.setCurrentIndex(max(0, self.findData(chosen)))


class DayChooser(QComboBox):
    """`chosen` tells the day number, WHOLE for the whole horizon."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Days shown"))
        self.setToolTip(_("Days shown"))
        self.setMinimumWidth(look().px(DAY_WIDTH))
        self.setMaxVisibleItems(32)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _row: self.chosen.emit(self.day))

    @property
    def day(self) -> int:
        """The day number chosen, WHOLE at first."""
        found = self.currentData()
        return WHOLE if found is None else int(found)

    def show_horizon(self, horizon: Horizon, whole: bool = True, first: int = WHOLE) -> None:
        """Offer the days of a horizon; `first` is chosen when nothing was before."""
        chosen = self.day if self.count() else first
        with QSignalBlocker(self):
            self.clear()
            if whole:
                self.addItem(_("Whole horizon"), WHOLE)
            for number in range(horizon.days):
                self.addItem(day_text(horizon.day(number)), number)
            self.setCurrentIndex(max(0, self.findData(chosen)))

    def choose(self, day: int) -> None:
        """Show a day as chosen without telling."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(day)))
