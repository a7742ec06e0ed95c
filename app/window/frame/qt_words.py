"""Words of Qt's own dialogs that its translations leave out."""

from PySide6.QtCore import QTranslator

from app.wording import words

_ = words("window")


class QtWords(QTranslator):
    """Asked after Qt's own translator has nothing to say."""

    def translate(self, _context: str, source: str, _comment: str | None = None, _number: int = -1) -> str | None:
        """The word in the language in force; None, Qt's null string, for one that is not ours to say."""
        plain = source.replace("&", "")  # the mark of a key differs between Qt's versions
        return _MISSING[plain]() if plain in _MISSING else None

    def isEmpty(self) -> bool:
        """Qt passes over an empty one."""
        return False


_MISSING = {
    "Look in:": lambda: _("Look in:"),
    "Files of type:": lambda: _("Files of type:"),
    "Folder": lambda: _("Folder"),
    "File Folder": lambda: _("Folder"),
    "Computer": lambda: _("Computer"),
}
