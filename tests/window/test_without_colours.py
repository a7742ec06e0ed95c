"""Nothing is told by colour alone: in grey, and as a deuteranope sees it, every mark and state is still another."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.window.frame.language import speak
from app.window.look.look import look, wear
from app.window.look.patterns import dots, hatch
from app.window.roster.cell_pictures import CellPictures
from app.window.roster.cells import MET, MISSED, CellLook
from app.window.roster.ink import ink
from app.window.roster.shift_tones import Tone
from scheduler.violation import Severity

GREY = np.array([[0.2126, 0.7152, 0.0722]] * 3)
DEUTERANOPIA = np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]])
"""Machado, Oliveira and Fernandes 2009, severity 1; on stored values, near enough to compare pictures."""
SEEN = 12.0
"""Levels of 255 that a pixel must differ by to count."""
STATES = {
    "plain": CellLook("早", tone=Tone.EARLY),
    "law": CellLook("早", tone=Tone.EARLY, severity=Severity.LAW),
    "policy": CellLook("早", tone=Tone.EARLY, severity=Severity.POLICY),
    "hint": CellLook("早", tone=Tone.EARLY, severity=Severity.HINT),
    "locked": CellLook("早", tone=Tone.EARLY, locked=True),
    "request met": CellLook("早", tone=Tone.EARLY, request=MET),
    "request not met": CellLook("早", tone=Tone.EARLY, request=MISSED),
    "partly away": CellLook("早", tone=Tone.EARLY, partly_away=True),
    "changed": CellLook("早", tone=Tone.EARLY, changed=True),
    "lead": CellLook("早", tone=Tone.EARLY, duty="长"),
    "late": CellLook("晚", tone=Tone.LATE),
    "night": CellLook("夜", tone=Tone.NIGHT),
    "leave": CellLook("假", tone=Tone.LEAVE),
    "day off": CellLook(),
}


def seen_as(picture: QPixmap, eye: np.ndarray) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    pixels = raw[:, : image.width()].astype(float)
    surface = look().colour("surface")
    ground = np.array([surface.red(), surface.green(), surface.blue()], dtype=float)
    share = pixels[..., 3:] / 255
    seen: np.ndarray = (pixels[..., :3] * share + ground * (1 - share)) @ eye.T
    return seen


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    theme = str(request.param)
    wear(qapp, theme, 1.0)
    return theme


@pytest.mark.parametrize("eye", [GREY, DEUTERANOPIA], ids=["grey", "deuteranopia"])
def test_every_state_of_a_cell_looks_like_no_other(theme: str, eye: np.ndarray) -> None:
    pictures = CellPictures()
    pictures.fit(QSize(44, 26), 1.0, ink())
    seen = {name: seen_as(pictures.of(state), eye) for name, state in STATES.items()}
    for (one, a), (other, b) in combinations(seen.items(), 2):
        differing = int((np.abs(a - b).max(axis=-1) > SEEN).sum())
        assert differing >= 8, f"{one} and {other} look alike: {differing} pixels in {theme}"


def test_shortage_and_surplus_have_patterns_of_their_own(theme: str) -> None:
    patterns = [brush.textureImage() for brush in (hatch(look().theme.shortage), dots(look().theme.surplus))]
    hatched, dotted = (seen_as(QPixmap.fromImage(image), GREY)[..., 0] for image in patterns)
    for texture in (hatched, dotted):
        assert np.ptp(texture) > SEEN, "a pattern is not plain"
    assert hatched.shape != dotted.shape or np.abs(hatched - dotted).max() > SEEN


def test_the_words_of_qt_itself_are_translated(qapp: QApplication) -> None:
    standard = QDialogButtonBox.StandardButton
    for language, words in (("zh_CN", ("确定", "取消")), ("en", ("OK", "Cancel"))):
        speak(qapp, language)
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        assert tuple(box.button(one).text().replace("&", "") for one in (standard.Ok, standard.Cancel)) == words
    speak(qapp, "zh_CN")
    assert QApplication.translate("QFileDialog", "Look in:") == "查找范围："
    assert QApplication.translate("QFileDialog", "Files of type:") == "文件类型："
