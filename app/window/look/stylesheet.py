"""The one stylesheet, made from the tokens. Widgets choose a part of it by their property `kind`."""

from pathlib import Path
from string import Template

import resources
from app.window.look import space
from app.window.look.tokens import Theme, mixed

SHEET = Template("""
* { outline: none; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: ${cell}px ${related}px; }
QLabel { background: transparent; }
QLabel[kind="page-title"] { font-size: ${page_title}px; font-weight: 600; }
QLabel[kind="card-title"] { font-size: ${card_title}px; font-weight: 600; }
QLabel[kind="quiet"] { font-size: ${quiet_size}px; color: $text_quiet; }
QLabel[kind="figure"] { font-size: ${figure}px; font-weight: 600; }
QLabel[kind="figure-short"] { font-size: ${figure}px; font-weight: 600; color: $shortage; }
QLabel[kind="figure-good"] { font-size: ${figure}px; font-weight: 600; color: $good; }
QLabel[slim="true"] { font-size: ${slim_figure}px; }
QLabel[kind="change"] { font-size: ${quiet_size}px; color: $text_quiet; }
QLabel[kind="link"] { color: $accent; }

QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[kind="bar"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[kind="bar"][silent="true"] { background: $canvas; border-top: 1px solid $line; }
QFrame[kind="header"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="rail"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[kind="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="tile-line"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }

QPushButton, QToolButton[kind="button"] {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
  padding: 0 ${pad}px; min-height: ${button}px; }
QPushButton, QToolButton { icon-size: ${icon}px; }
QPushButton:hover, QToolButton[kind="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[kind="button"]:pressed { background: $accent_soft; }
QPushButton:focus, QToolButton[kind="button"]:focus { border: 2px solid $accent; }
QPushButton:checked, QToolButton[kind="button"]:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled, QToolButton[kind="button"]:disabled { color: $faint; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $faint; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 0 ${cell}px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QPushButton[kind="rail"] { background: transparent; border: 0; border-left: 3px solid transparent; border-radius: 0;
  text-align: left; padding: 0 ${related}px; min-height: ${rail_row}px; }
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"]:checked { background: $accent_soft; border-left: 3px solid $accent; font-weight: 600; }
QPushButton[kind="rail"]:focus { border: 2px solid $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px;
  min-height: ${button}px; min-width: ${button}px; padding: 0 ${cell}px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QPlainTextEdit {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
  padding: 0 ${related}px; min-height: ${button}px; selection-background-color: $accent_soft;
  selection-color: $text; }
QLineEdit > QToolButton { min-width: 0; min-height: 0; padding: 0; border: 0; background: transparent;
  qproperty-icon: url("$clear"); }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
  border: 2px solid $accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $faint; }
QSlider { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; }
QSlider:focus { border: 1px solid $accent; }
QSlider::groove:horizontal { background: $line; height: ${groove}px; border-radius: ${groove_half}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${groove_half}px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: ${knob}px; height: ${knob}px;
  margin: -${knob_out}px 0; border-radius: ${knob_round}px; }
QSlider::handle:horizontal:hover { background: $accent_soft; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: ${hit}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: ${arrow_size}px; height: ${arrow_size}px; }
QPushButton[kind="menu"] { padding-right: ${between}px; }
QPushButton::menu-indicator { image: url("$arrow"); width: ${arrow_size}px; height: ${arrow_size}px;
  right: ${related}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: ${spin}px; border: 0;
  background: transparent; }
QAbstractSpinBox { padding: 0 ${spin}px 0 6px; }
QDateEdit, QTimeEdit { padding: 0 ${related}px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: ${spin_arrow}px; height: ${spin_arrow}px; }
QAbstractSpinBox::down-arrow { image: url("$arrow"); width: ${spin_arrow}px; height: ${spin_arrow}px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; selection-background-color: $accent_soft;
  selection-color: $text; padding: ${cell}px; }
QCheckBox, QRadioButton { spacing: ${related}px; min-height: ${hit}px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${indicator}px; height: ${indicator}px; background: $surface;
  border: 1px solid $text_quiet; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { border: ${ring}px solid $accent; width: ${hole}px; height: ${hole}px; }

QTableView, QTreeView, QListView { background: $surface; border: 0; gridline-color: $line; color: $text;
  selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $surface; }
QTableView::item { padding: 0 6px; border-bottom: 1px solid $line; }
QTreeView::item { padding: 3px 9px 3px 6px; }
QTableView[kind="reading"]::item { padding: 4px 6px; }
QTableView::item:focus { border: 1px solid $accent; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $text_quiet; border: 0; border-bottom: 1px solid $line;
  padding: ${cell}px 9px; font-size: ${quiet_size}px; font-weight: 400; }
QTableCornerButton::section { background: $surface; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QTabWidget::pane { border: 0; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_quiet; padding: ${cell}px ${pad}px; min-height: ${hit}px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QMenu { background: $raised; border: 1px solid $line; padding: ${cell}px; }
QMenu { icon-size: ${icon}px; }
QMenu::item { padding: ${cell}px ${between}px ${cell}px ${pad}px; min-height: ${hit}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${cell}px; }
QDialog, QMessageBox { background: $surface; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


ICONS = Path(resources.__path__[0]) / "icons"


def stylesheet(theme: Theme, zoom: float) -> str:
    """The stylesheet of a theme at a zoom."""
    sizes = {
        "cell": space.IN_CELL,
        "related": space.RELATED,
        "pad": 12,
        "between": space.BETWEEN_CARDS,
        "hit": space.HIT_AREA,
        "button": 28,
        "rail_row": 44,
        "radius": space.RADIUS,
        "page_title": space.PAGE_TITLE,
        "card_title": space.CARD_TITLE,
        "quiet_size": space.QUIET,
        "figure": space.FIGURE,
        "slim_figure": space.SLIM_FIGURE,
        "arrow_size": 12,
        "icon": 16,
        "indicator": 14,
        "ring": 5,
        "groove": 4,
        "knob": 10,
        "spin": 20,
        "spin_arrow": 9,
    }
    colours = {name: getattr(theme, name) for name in Theme.__slots__ if name not in {"name", "shifts"}}
    derived = {
        "border": mixed(theme.text_quiet, theme.surface, 0.45),
        "hover": mixed(theme.text, theme.surface, 0.05),
        "faint": mixed(theme.text_quiet, theme.surface, 0.6),
        "accent_hover": mixed(theme.text, theme.accent, 0.12),
        "arrow": (ICONS / f"arrow_{theme.name}.svg").as_posix(),  # the only pictures that Qt wants as files
        "clear": (ICONS / f"clear_{theme.name}.svg").as_posix(),
        "tick": (ICONS / f"tick_{theme.name}.svg").as_posix(),
        "arrow_up": (ICONS / f"arrow_up_{theme.name}.svg").as_posix(),
    }
    pixels = {name: round(size * zoom) for name, size in sizes.items()}
    pixels["hole"] = pixels["indicator"] + 2 - 2 * pixels["ring"]  # as large chosen as not
    pixels["groove_half"] = pixels["groove"] // 2
    pixels["knob_round"] = (pixels["knob"] + 4) // 2
    pixels["knob_out"] = (pixels["knob"] + 4 - pixels["groove"]) // 2
    half = (pixels["indicator"] + 2) // 2  # Qt draws a square when the radius is larger
    return SHEET.substitute(colours, **derived, **pixels, round=half)
