# make demo   environment, install, build the example pack, say where it is
# make test   environment, install, every check and test
# Both need Python 3.11 or newer and make, nothing else, and are quick the second time.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACK := packs/china-russia

.PHONY: demo test lint accept clean

demo: $(VENV)/.installed
	$(BIN)/briefpack build $(PACK)
	@echo "Open $(PACK)/out/index.html: it leads to everything. To type 'briefpack' yourself: source $(BIN)/activate"

test: $(VENV)/.tested lint
	$(BIN)/pytest -n 2

lint: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Rewrites the golden text dumps in tests/golden; read the difference before you commit it.
accept: $(VENV)/.tested
	$(BIN)/pytest tests/test_golden.py tests/test_french.py --accept

clean:
	rm -rf $(VENV) packs/*/out packs/*/.briefpack

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "briefpack needs Python 3.11 or newer: name one with  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# pip older than 25.1 knows no --group; the list is read from pyproject.toml instead.
$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python tools/dev_requirements.py | $(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement /dev/stdin
	@touch $@
