"""Qt's palette from the tokens, for everything that the stylesheet does not name."""

from PySide6.QtGui import QColor, QPalette

from app.window.look.tokens import Theme, mixed

ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text_quiet",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Accent: "accent",
}
LETTERS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """The palette of a theme; what is disabled has letters half way to the surface."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, QColor(str(getattr(theme, token))))
    for role in LETTERS:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(mixed(theme.text_quiet, theme.surface, 0.6)))
    return made
