"""`python -m resources.manual.pictures RENDERED FOLDER`: the screenshots that the documents show, made small.

`RENDERED` holds what `main.py screenshots` drew; `FOLDER` gets `<language>/<page or state>.png`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from app.wording import LANGUAGES

THEME = "light"
COLOURS, EXACT = 256, 192
"""Of a picture, and how many of them are its most frequent ones as they are."""
SHOWN = (
    "history",
    "forecast",
    "requirement",
    "team",
    "rules",
    "roster",
    "comparison",
    "export",
    "history-calendar",
    "import-preview",
    "forecast-promotions",
    "forecast-backtest",
    "roster-day",
    "roster-why",
    "roster-violations",
    "roster-changes",
    "review-filled",
    "help-keys",
)


def small_pictures(rendered: Path, folder: Path) -> Iterator[Path]:
    """Every picture shown, in each language. Raises FileNotFoundError when one was not rendered."""
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True, exist_ok=True)
        for name in SHOWN:
            found = list(rendered.glob(f"{language}-{THEME}-[0-9][0-9]-{name}.png"))
            if not found:
                raise FileNotFoundError(f"{language}-{THEME}-…-{name}.png")
            written = folder / language / f"{name}.png"
            shrink(max(found, key=lambda path: path.stat().st_mtime), written)
            yield written


def shrink(picture: Path, written: Path) -> None:
    """The picture with so few colours that the eye misses none: a page is flat areas and thin lines."""
    with Image.open(picture) as drawn:
        whole = drawn.convert("RGB")
    pixels = np.asarray(whole, dtype=np.int32)
    colours, place, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    often = colours[np.argsort(-counts, kind="stable")[:EXACT]]
    others = whole.quantize(COLOURS - len(often), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = np.concatenate([often, np.reshape(others, (-1, 3))])[:COLOURS]
    nearest = ((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
    few = Image.fromarray(nearest[place].reshape(pixels.shape[:2]).astype(np.uint8), "P")
    few.putpalette(palette.astype(np.uint8).tobytes())
    few.save(written, optimize=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m resources.manual.pictures", description=__doc__)
    parser.add_argument("rendered", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    for picture in small_pictures(given.rendered, given.folder):
        print(picture)
