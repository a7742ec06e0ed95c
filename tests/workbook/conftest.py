"""Exports are tested in Chinese unless a test chooses English."""

from collections.abc import Iterator

import pytest

from app.wording import choose_language


@pytest.fixture(autouse=True)
def in_chinese() -> Iterator[None]:
    choose_language("zh_CN")
    yield
    choose_language("zh_CN")
