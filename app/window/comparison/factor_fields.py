"""The factors of a scenario as people type them: percent, points, hours or plain numbers, each with its limits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox

from app.project.factors import AGENTS, WAGE
from app.window.formats import number_text, signed_text
from app.wording import words
from app.wording.names import name_of

_ = words("window")


@dataclass(frozen=True, slots=True)
class FactorField:
    """A factor's value is `start` + typed / `scale`. With `usual` the typed number that changes nothing; `relative`
    numbers carry a sign. `low` and `high` limit what is typed, `levels` are the only values of a factor that has few.
    """

    name: str
    title: Callable[[], str]
    unit: Callable[[], str]
    usual: float
    low: float
    high: float
    step: float = 1
    decimals: int = 0
    start: float = 0.0
    scale: float = 1.0
    relative: bool = False
    levels: tuple[float, ...] = ()
    prefix: str = ""

    @property
    def absolute(self) -> bool:
        """Whether it sets a value of its own; its lowest number then stands for leaving it alone."""
        return self.low == self.usual

    def typed(self, value: float) -> float:
        """What a person types for a value."""
        return round((value - self.start) * self.scale, 6)

    def value(self, typed: float) -> float:
        """The value of what was typed."""
        return round(self.start + typed / self.scale, 6)

    def text(self, value: float) -> str:
        """A value with its unit, `+20 %`."""
        typed = self.typed(value)
        decimals = 0 if typed == round(typed) else max(1, self.decimals)
        number = signed_text(typed, decimals) if self.relative else number_text(typed, decimals)
        return f"{self.prefix}{number} {self.unit()}".strip()


def _percent() -> str:
    return "%"


def _points() -> str:
    return _("points")


def _hours() -> str:
    return _("h")


def _none() -> str:
    return ""


def _change(name: str, title: Callable[[], str], low: float, high: float, step: float = 5) -> FactorField:
    """More or less of something, in percent."""
    return FactorField(name, title, _percent, 0, low, high, step, 1, start=1.0, scale=100, relative=True)


FIELDS = (
    _change("volume", lambda: _("Inquiry volume"), -90, 900),
    FactorField("deflection", lambda: _("Robot deflection"), _points, 0, -95, 95, 5, 1, scale=100, relative=True),
    _change("handling", lambda: _("Agent's time per reply"), -95, 900),
    FactorField("concurrency", lambda: _("Max concurrency"), _none, 0, 0, 50),
    FactorField("shrinkage", lambda: _("Shrinkage"), _percent, -1, -1, 90, scale=100),
    FactorField("safety", lambda: _("Planned for"), _none, 0, 0, 90, levels=(50, 80, 90), prefix="P"),
    FactorField("seats", lambda: _("Seat limit"), _none, 0, 0, 5000),
    _change("wage", lambda: _("Hourly cost"), -100, 900),
    _change("night", lambda: _("Night shifts paid"), 0, 900, 50),
    FactorField("opening", lambda: _("Opening later by"), _hours, 0, -48, 48, 1, 1, relative=True),
)
"""In the order of the form; every name of `app.project.factors.FACTORS`."""


def _agents(contract: str) -> FactorField:
    def title() -> str:
        return _("{contract} agents").format(contract=name_of(contract))

    return FactorField(f"{AGENTS}{contract}", title, _none, 0, -500, 500, relative=True)


def fields_of(contracts: Sequence[str]) -> tuple[FactorField, ...]:
    """The factors of a team: agents of each contract after the volume."""
    agents = (_agents(contract) for contract in contracts)
    return (FIELDS[0], *agents, *FIELDS[1:])


def field_of(name: str) -> FactorField:
    """The field of a factor's name. Raises KeyError for a name that is none."""
    if name.startswith(AGENTS):
        return _agents(name.removeprefix(AGENTS))
    if name.startswith(WAGE):
        contract = name.removeprefix(WAGE)
        return _change(name, lambda: _("Hourly cost, {contract}").format(contract=name_of(contract)), -100, 900)
    return {field.name: field for field in FIELDS}[name]


class LevelBox(QDoubleSpinBox):
    """Steps through a few values and takes no others; zero leaves the factor alone."""

    def __init__(self, levels: Sequence[float]) -> None:
        super().__init__()
        self._levels = (0.0, *levels)
        self.lineEdit().setReadOnly(True)

    def stepBy(self, steps: int) -> None:
        """The next level up or down."""
        at = self._levels.index(self.value()) + steps
        self.setValue(self._levels[min(max(at, 0), len(self._levels) - 1)])


def box_of(field: FactorField) -> QDoubleSpinBox:
    """A box for a factor; what changes nothing reads “as it is”."""
    box = LevelBox(field.levels) if field.levels else QDoubleSpinBox()
    box.setRange(field.low, field.high)
    box.setDecimals(field.decimals)
    box.setSingleStep(field.step)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setPrefix(field.prefix)
    if field.unit():
        box.setSuffix(f" {field.unit()}")
    if field.absolute:
        box.setSpecialValueText(_("as it is"))
    box.setAccessibleName(field.title())
    box.setValue(field.usual)
    return box
