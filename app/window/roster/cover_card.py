"""The card of the cover chart: skill, horizon or one day, and the values under the pointer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy

from app.window.formats import day_text, short_day_text, span_text
from app.window.frame.card import Card
from app.window.frame.own_height import OwnHeight
from app.window.frame.window_keys import key_for
from app.window.frame.wrapping_row import WrappingRow
from app.window.look import space
from app.window.look.look import look
from app.window.roster.cover_chart import CoverChart
from app.window.roster.plan import RosterPlan
from app.wording import words
from app.wording.names import name_of

_ = words("window")


class CoverCard(Card):
    """`day_wanted` carries the day to zoom to, None for the horizon; `help_wanted`: the hour chosen is short."""

    day_wanted = Signal(object)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Cover and requirement"))
        self.chart = CoverChart()
        self._said = ""
        self.skills = QComboBox()
        self.skills.setAccessibleName(_("Skill"))
        self.skills.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.whole = QPushButton(_("Whole horizon"))
        self.one_day = QPushButton(_("One day"))
        for button in (self.whole, self.one_day):
            button.setCheckable(True)
        self.whole.setChecked(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title_row.setStretchFactor(self.note, 100)
        self.help = QPushButton(_("Who could help"))
        self.help.setToolTip(
            _("Agents for this hour, with what each would cost ({key})").format(key=key_for("Shift+F7"))
        )
        self.help.clicked.connect(lambda _checked=False: self.help_wanted.emit())
        self.help.hide()
        acts = OwnHeight()
        row = WrappingRow(acts, look().px(space.RELATED))
        for part in (self.help, self.skills, self.whole, self.one_day):
            row.addWidget(part)
        self.title_row.addWidget(acts)
        self.put(self.chart)
        self.chart.pointed.connect(lambda text: self.note.setText(text or self._said))
        self.skills.currentIndexChanged.connect(lambda _row: self.chart.show_skill(self.skills.currentData()))
        self.whole.clicked.connect(lambda: self.day_wanted.emit(None))
        self.one_day.clicked.connect(lambda: self.day_wanted.emit(-1))

    def show_plan(self, plan: RosterPlan | None) -> None:
        """Draw a plan; the skill chosen stays if the plan has it."""
        wanted = self.skills.currentData()
        blocked = self.skills.blockSignals(True)
        self.skills.clear()
        self.skills.addItem(_("All skills"), None)
        for skill in plan.problem.requirement if plan else ():
            self.skills.addItem(name_of(skill), skill)
        self.skills.setCurrentIndex(max(0, self.skills.findData(wanted)))
        self.skills.blockSignals(blocked)
        self.chart.skill = self.skills.currentData()
        self.chart.show_plan(plan)
        self.say("")

    def show_edit(self, plan: RosterPlan) -> None:
        """The same requirement, covered otherwise."""
        self.chart.show_edit(plan)

    def show_day(self, day: int | None) -> None:
        """Zoom, and say so on the buttons."""
        self.chart.show_day(day)
        self.whole.setChecked(day is None)
        self.one_day.setChecked(day is not None)
        plan = self.chart.plan
        named = day is not None and plan is not None
        self.one_day.setText(day_text(plan.horizon.day(day)) if named and plan and day is not None else _("One day"))

    def say_on_duty(self, interval: int, agents: int) -> None:
        """Tell who is on in an interval."""
        plan = self.chart.plan
        if plan is None:
            return
        day, inside = divmod(interval, plan.horizon.intervals_per_day)
        start = inside * plan.horizon.interval_minutes
        when = f"{short_day_text(plan.horizon.day(day))} {span_text(start, start + plan.horizon.interval_minutes)}"
        self.say(_("{when}: {agents} agents present, emphasised above (Esc ends)").format(when=when, agents=agents))

    def say(self, text: str) -> None:
        """What stands beside the title while nothing is pointed at."""
        self._said = text
        self.help.setVisible(self.chart.shortage_at(self.chart.chosen) > 0)
        self.note.setText(text)
