from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtWidgets import QApplication

from app.window.look import fonts
from app.window.look.icons import FOLDER, icon, pixmap
from app.window.look.look import look, wear
from app.window.look.patterns import dots, hatch
from app.window.look.stylesheet import stylesheet
from app.window.look.tokens import THEMES, Theme, contrast, mixed

LETTERS = ("text", "text_quiet", "accent", "shortage", "law", "hint", "good")
MARKS = ("policy", "surplus")
BOTH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@BOTH
@pytest.mark.parametrize("token", LETTERS)
def test_letters_reach_a_contrast_of_4_5_on_the_surface(theme: Theme, token: str) -> None:
    assert contrast(getattr(theme, token), theme.surface) >= 4.5


@BOTH
@pytest.mark.parametrize("token", MARKS)
def test_marks_reach_a_contrast_of_3_on_the_surface(theme: Theme, token: str) -> None:
    assert contrast(getattr(theme, token), theme.surface) >= 3.0


@BOTH
@pytest.mark.parametrize("under", ["canvas", "raised", "accent_soft"])
@pytest.mark.parametrize("token", ["text", "text_quiet"])
def test_body_letters_can_be_read_wherever_they_stand(theme: Theme, token: str, under: str) -> None:
    assert contrast(getattr(theme, token), getattr(theme, under)) >= 4.5


@BOTH
def test_the_word_on_the_primary_button_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@BOTH
def test_a_shift_letter_can_be_read_on_its_fill(theme: Theme) -> None:
    for fill, letter in theme.shifts.values():
        assert contrast(letter, fill) >= 4.5


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#000000", "#FFFFFF", 0.0) == "#FFFFFF"
    assert mixed("#000000", "#FFFFFF", 1.0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


@BOTH
def test_the_stylesheet_leaves_no_placeholder(theme: Theme) -> None:
    assert "$" not in stylesheet(theme, 1.5)


def test_the_stylesheet_grows_with_the_zoom() -> None:
    assert "font-size: 20px" in stylesheet(THEMES["light"], 1.0)
    assert "font-size: 40px" in stylesheet(THEMES["light"], 2.0)


def test_wearing_a_theme_changes_palette_and_font(qapp: QApplication) -> None:
    wear(qapp, "dark", 1.5)
    assert look().theme.is_dark
    assert qapp.palette().window().color().name().upper() == THEMES["dark"].canvas
    assert qapp.font().pixelSize() == 20


def test_zoom_stays_between_80_and_200_percent(qapp: QApplication) -> None:
    assert wear(qapp, "light", 9.0).zoom == 2.0
    assert wear(qapp, "light", 0.1).zoom == 0.8


def test_every_icon_is_a_line_drawing_in_one_colour() -> None:
    drawn = sorted(FOLDER.glob("*.svg"))
    assert len(drawn) > 30
    for path in drawn:
        root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314  # our own files
        assert root.get("viewBox") == "0 0 16 16", path.name


def test_the_arrows_that_qt_loads_as_files_have_the_quiet_colour() -> None:
    for name, theme in THEMES.items():
        for arrow in (f"arrow_{name}.svg", f"arrow_up_{name}.svg"):
            assert theme.text_quiet in (FOLDER / arrow).read_text("utf-8")
        assert theme.on_accent in (FOLDER / f"tick_{name}.svg").read_text("utf-8")


def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication) -> None:
    image = pixmap("stop", "#FF0000", 16).toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#ff0000"}
    assert not icon("export").isNull()


def test_patterns_are_not_plain(qapp: QApplication) -> None:
    for brush in (hatch("#C8401F"), dots("#2C7FB8")):
        image = brush.texture().toImage()
        assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1
        assert isinstance(brush.texture(), QPixmap)


def test_the_first_family_known_for_chinese_is_taken(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.chinese_family.cache_clear()
    monkeypatch.setattr(QFontDatabase, "families", lambda *_system: ["Arial", "Noto Sans CJK SC", "PingFang SC"])
    assert fonts.chinese_family() == "PingFang SC"
    monkeypatch.setattr(QFontDatabase, "families", lambda *_system: [])
    fonts.chinese_family.cache_clear()
    assert not fonts.chinese_family()
    fonts.chinese_family.cache_clear()


def test_no_widget_has_a_colour_of_its_own() -> None:
    import re
    from pathlib import Path

    room = Path(__file__).resolve().parents[2] / "app" / "window"
    with_colours = {
        path.relative_to(room).as_posix()
        for path in room.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    }
    assert with_colours == {"look/tokens.py"}


def test_the_main_window_stays_small() -> None:
    from pathlib import Path

    source = Path(__file__).resolve().parents[2] / "app" / "window" / "frame" / "main_window.py"
    assert len(source.read_text("utf-8").splitlines()) <= 250
