"""One factor of a sweep: which one, from where to where, in which steps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from app.window.comparison.factor_fields import FactorField, field_of, fields_of
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.look import look
from app.wording import words

_ = words("window")
FINEST = 0.1
USUAL = {
    "volume": (-20, 20, 10),
    "deflection": (0, 20, 10),
    "handling": (-10, 10, 10),
    "concurrency": (3, 7, 2),
    "shrinkage": (5, 15, 5),
    "safety": (50, 90, 40),
    "seats": (40, 80, 20),
    "wage": (0, 50, 25),
    "night": (0, 100, 50),
    "opening": (-4, 0, 2),
}
"""First, last and step, as typed, where a range begins; agents of a contract: none to six fewer and more."""


class FactorRange(QWidget):
    """`changed` when anything is chosen or typed. `optional`: it may vary nothing."""

    changed = Signal()

    def __init__(self, name: str, optional: bool) -> None:
        super().__init__()
        self._optional = optional
        self.factor = QComboBox()
        self.factor.setAccessibleName(name)
        self.first, self.last, self.step = (QDoubleSpinBox() for _box in range(3))
        self._shown: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self.factor, 2)
        for box, word in ((self.first, _("from")), (self.last, _("to")), (self.step, _("step"))):
            box.setAccessibleName(f"{name} {word}")
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
            name_of_box = label(word, "quiet")
            row.addWidget(name_of_box)
            row.addWidget(box, 1)
            self._shown += [name_of_box, box]
            box.valueChanged.connect(lambda _value: self.changed.emit())
        for part in self._shown:  # so that the rows of two factors stand under each other
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.factor.currentIndexChanged.connect(self._choose)

    def offer(self, contracts: Sequence[str], chosen: str) -> None:
        """Offer the factors of a team; what was chosen before stays."""
        names = [field.name for field in fields_of(contracts)]
        if self.factor.count() and [n for n in self._names() if n] == names:
            return
        kept = self.factor.currentData() or chosen
        self.factor.blockSignals(True)
        self.factor.clear()
        if self._optional:
            self.factor.addItem(_("nothing else"), "")
        for name in names:
            self.factor.addItem(field_of(name).title(), name)
        self.factor.setCurrentIndex(max(0, self.factor.findData(kept)))
        self.factor.blockSignals(False)
        self._choose()

    def _names(self) -> list[str]:
        return [self.factor.itemData(index) for index in range(self.factor.count())]

    @property
    def name(self) -> str:
        """The factor, "" when nothing is varied."""
        return str(self.factor.currentData() or "")

    @property
    def typed(self) -> tuple[float, ...]:
        """The numbers along this factor as typed, none for a range that has none."""
        first, last, step = self.first.value(), self.last.value(), self.step.value()
        levels = field_of(self.name).levels if self.name else ()
        if levels or not self.name or step <= 0 or last < first:
            return tuple(level for level in levels if first <= level <= last)
        return tuple(first + number * step for number in range(int((last - first) / step + 1e-9) + 1))

    @property
    def argument(self) -> str:
        """`volume=0.8,1,1.2`, as the command takes it."""
        return f"{self.name}=" + ",".join(f"{field_of(self.name).value(typed):g}" for typed in self.typed)

    def _choose(self) -> None:
        for part in self._shown:
            part.setVisible(bool(self.name))
        if self.name:
            self.step.setEnabled(not field_of(self.name).levels)
            field = field_of(self.name)
            values = USUAL.get(self.name, (-6, 6, 3))
            for box, value in zip((self.first, self.last, self.step), values, strict=True):
                _fit(box, field, value)
            self.step.setRange(FINEST if field.decimals else 1, field.high)
        self.changed.emit()


def _fit(box: QDoubleSpinBox, field: FactorField, value: float) -> None:
    blocked = box.blockSignals(True)
    box.setDecimals(field.decimals)
    box.setRange(field.low + 1 if field.absolute else field.low, field.high)
    box.setSingleStep(field.step)
    box.setPrefix(field.prefix)
    box.setSuffix(f" {field.unit()}" if field.unit() else "")
    box.setValue(value)
    box.blockSignals(blocked)
