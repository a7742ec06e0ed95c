"""The heat map and, on the same days beneath it, the line of daily inquiries."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from app.window.charts.day_line import DayLine
from app.window.charts.heat_map import HeatMap
from app.window.formats import day_text, number_text, span_text
from app.window.frame.card import Card
from app.window.frame.day_chooser import SkillChooser
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import label
from app.window.history.day_hours import DayHours
from app.wording import words

_ = words("window")
PERIODS = (36500, 180, 60)


class HistoryPictures(Card):
    """Choosers for skill and stretch, the two pictures, and one line that reads out what is pointed at."""

    skill_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Inquiries by day and hour"))
        self._skill, self._period = SkillChooser(), QComboBox()
        self._period.setAccessibleName(_("Days shown"))
        for days, name in zip(PERIODS, (_("all days"), _("last 180 days"), _("last 60 days")), strict=True):
            self._period.addItem(name, days)
        self._skill.chosen.connect(self.skill_chosen)
        self._period.activated.connect(lambda _row: self._draw())
        self.title_row.addWidget(self._skill)
        self.title_row.addWidget(self._period)
        self._map = HeatMap(_("Inquiries by day and hour"))
        self._map.pointed.connect(self._point)
        self._line = DayLine(_("Inquiries a day"))
        self._line.pointed.connect(self._point_day)
        below = stacked(label(_("Inquiries a day"), "quiet"), self._line)
        split = RememberingSplitter("history-pictures", Qt.Orientation.Vertical, self._map, below, shares=(5, 3))
        self.put(split)
        self._counted: DayHours | None = None

    @property
    def skill(self) -> str:
        """The skill chosen."""
        return self._skill.skill

    def show_skills(self, skills: tuple[str, ...]) -> None:
        """Offer these skills; the chosen one stays."""
        self._skill.show_skills(skills)

    def show_counts(self, counted: DayHours) -> None:
        """Draw a skill."""
        self._counted = counted
        self._draw()

    def _draw(self) -> None:
        if self._counted is None:
            return
        shown = self._counted.last(int(self._period.currentData()))
        self._shown = shown
        self._map.show_counts(shown.matrix.counts, shown.promotions)
        self._line.show_values(shown.matrix.first_day, shown.totals)
        self._point(-1, -1)

    def _point_day(self, day: int) -> None:
        self._tell(self._read_day(day) if day >= 0 else "")

    def _read_day(self, day: int) -> str:
        text = _("{day} · {count} inquiries").format(
            day=day_text(self._shown.matrix.day(day)), count=number_text(float(self._shown.totals[day]))
        )
        return f"{text} · {self._shown.promotions[day]}" if day in self._shown.promotions else text

    def _tell(self, text: str) -> None:
        self.note.setText(text or _("hatched: not counted · framed: promotion days"))

    def _point(self, day: int, hour: int) -> None:
        if day < 0:
            self._tell("")
            return
        count = float(self._shown.matrix.counts[day, hour])
        when = f"{day_text(self._shown.matrix.day(day))} {span_text(hour * 60, hour * 60 + 60)}"
        what = _("not counted") if np.isnan(count) else _("{count} inquiries").format(count=number_text(count))
        name = self._shown.promotions.get(day, "")
        self.note.setText(" · ".join(part for part in (when, what, name) if part))
