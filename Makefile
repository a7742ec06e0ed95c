# The chores of PeakRoster. `make` alone lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
OUT ?= out

.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint format words screenshots pictures bench fuzz lock clean

help:  ## list the chores
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(READY)  ## make the virtual environment and check Qt libraries and a Chinese font

$(READY): pyproject.toml resources/requirements/locked.txt resources/setup/system_libraries.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@sh resources/setup/system_libraries.sh
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint resources/requirements/locked.txt --editable '.[develop]'
	$(BIN)/python -m resources.setup.compile_kernels
	$(BIN)/python -m compileall -q app scheduler forecasts resources
	@touch $(READY)

run: $(READY)  ## the main job on the sample project: in the window, or without a display as a demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/python main.py; \
	else \
		echo "No display: running the demo without the window."; \
		$(BIN)/python main.py demo --out $(OUT)/demo; test $$? -le 1; \
	fi

demo: $(READY)  ## the main job headless, results in out/demo
	$(BIN)/python main.py demo --out $(OUT)/demo; test $$? -le 1  # 1: done, with shortage left to look at

test: $(READY)  ## style, types, layers, words and every test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= $(BIN)/pytest --numprocesses=2

lint: $(READY)  ## style, types and layers only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(READY)  ## rewrite the code in the house style
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --fix .

words: $(READY)  ## bring the catalogues of words up to date and name what is not translated
	$(BIN)/python -m resources.words.update

screenshots: $(READY)  ## every page of the window, both languages and themes, in out/screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python main.py screenshots $(OUT)/screenshots

pictures: screenshots  ## the pictures of README and manual anew, in docs/pictures
	$(BIN)/python -m resources.manual.pictures $(OUT)/screenshots docs/pictures

bench: $(READY)  ## the long benchmarks, as tables
	$(BIN)/python -m tests.benchmarks

fuzz: $(READY)  ## spoilt files into the import for an hour
	$(BIN)/python -m tests.fuzz

lock: $(READY)  ## write the exact versions of everything, without addresses
	$(BIN)/pip-compile --quiet --no-emit-index-url --no-emit-find-links --no-header --annotation-style=line \
		--strip-extras --extra develop --output-file resources/requirements/locked.txt pyproject.toml

clean:  ## remove what the chores made
	rm -rf .venv $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
