"""Which word F1 asks for: the one that the field with the focus is named after."""

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit

from app.window.help.glossary import meaning

FIELDS = (QAbstractSpinBox, QComboBox, QLineEdit)


def asked_word() -> str:
    """A word of the glossary, "" when the focus is elsewhere."""
    field = QApplication.focusWidget()
    name = field.accessibleName() if isinstance(field, FIELDS) else ""
    return name if meaning(name) else ""
