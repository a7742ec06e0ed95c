"""What an import asks, a field for each question."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QScrollArea, QSpinBox, QWidget

from app.window.history.answers import Answers
from app.window.history.import_report import QuestionTold
from app.window.look import space
from app.window.look.look import look
from app.wording import words

_ = words("window")
MOST_SHOWN = 5
"""Questions that have room before the form scrolls."""
ROW_HEIGHT = 44
FIRST_YEAR, LAST_YEAR = 2010, 2099
MOST_ROWS = 200


class QuestionsForm(QScrollArea):
    """Nothing is answered at first but what was answered before."""

    changed = Signal()

    def __init__(self, questions: tuple[QuestionTold, ...], given: Answers) -> None:
        super().__init__()
        self.setAccessibleName(_("Questions"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._given = dict(given)
        self._new: dict[tuple[str, str], str] = {}
        inside, form = QWidget(), QFormLayout()
        form.setSpacing(look().px(space.RELATED))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        inside.setLayout(form)
        for question in questions:
            text = question_text(question)
            field = self._field(question)
            field.setAccessibleName(text)
            field.setObjectName(f"{question.kind} {question.said}".strip())
            form.addRow(text, field)
        self.setWidget(inside)
        self.setFixedHeight(look().px(ROW_HEIGHT * min(len(questions), MOST_SHOWN)))

    @property
    def answered(self) -> bool:
        """Whether there is an answer that the files were not read with."""
        return bool(self._new)

    @property
    def answers(self) -> Answers:
        """All of them, also those given before."""
        return {key: answer for key, answer in (self._given | self._new).items() if answer or key[0] == "meaning"}

    def _field(self, question: QuestionTold) -> QWidget:
        if question.kind == "day":
            return self._day(question)
        if question.kind in {"year", "header_row"}:
            return self._number(question)
        choices = question.choices or ((("0", _("00:00–01:00")), ("1", _("01:00–02:00"))))
        box = QComboBox()
        box.addItem(_("not answered") if question.needed else _("leave as it is"), "")
        for value, text in choices:
            box.addItem(text, value)
        if question.kind == "code":
            box.setEditable(True)  # a kind of leave may have any name
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line = box.lineEdit()
            if line is not None:
                line.editingFinished.connect(lambda: self._take(question, _value_of(box)))
        box.activated.connect(lambda _row: self._take(question, _value_of(box)))
        return box

    def _number(self, question: QuestionTold) -> QWidget:
        field = QSpinBox()
        if question.kind == "year":
            field.setRange(FIRST_YEAR - 1, LAST_YEAR)
        else:
            field.setRange(0, MOST_ROWS)
        field.setSpecialValueText(_("not answered"))
        field.setValue(field.minimum())
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.valueChanged.connect(lambda value: self._take(question, str(value) if value > field.minimum() else ""))
        return field

    def _day(self, question: QuestionTold) -> QWidget:
        field = QDateEdit()
        field.setDisplayFormat("yyyy-MM-dd")
        field.setCalendarPopup(True)
        yesterday = date.today() - timedelta(days=1)  # what is exported by the day is exported the day after
        field.setDate(QDate(yesterday.year, yesterday.month, yesterday.day))
        self._new[question.kind, question.said] = yesterday.isoformat()
        field.dateChanged.connect(lambda day: self._take(question, day.toString("yyyy-MM-dd")))
        return field

    def _take(self, question: QuestionTold, answer: str) -> None:
        self._new[question.kind, question.said] = answer
        self.changed.emit()


def _value_of(box: QComboBox) -> str:
    row = box.findText(box.currentText())
    return str(box.itemData(row) or "") if row >= 0 else box.currentText().strip()


def question_text(question: QuestionTold) -> str:
    """The question as people read it."""
    texts = {
        "year": _("Year of dates that name none"),
        "day": _("Day of the file"),
        "first_hour": _("The hour numbered 1 is"),
        "header_row": _("Row with the names of the columns"),
        "column": _("Column for “{said}”"),
        "code": _("“{said}” means"),
        "agent": _("“{said}” is the agent"),
    }
    return texts.get(question.kind, question.kind).format(said=question.said)
