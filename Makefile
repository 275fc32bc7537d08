# make          the database output/biliktilik.sqlite from the documents in raw/
# make test     the tests;  make check  linters, types and layering;  make bench  timings;  make docs  generated pages
# make pictures  the pictures of the README, with Chromium; they are looked at, then committed
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := build
.PHONY: build test check bench docs pictures clean install

$(STAMP): pyproject.toml setup.py
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,explorer,parquet,xlsx]'
	@touch $(STAMP)

install: $(STAMP)

build: $(STAMP)
	$(BIN)/biliktilik build

test: $(STAMP)
	$(BIN)/pytest -q -rs -n 2 --dist loadfile

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

bench: $(STAMP)
	@set -e; for script in $(sort $(wildcard benchmarks/*.py)); do echo "== $$script"; $(BIN)/python $$script; done

docs: $(STAMP)
	$(BIN)/python -m biliktilik.schema.dictionary docs/data-dictionary.md
	$(BIN)/python tests/test_docs.py

pictures: $(STAMP)
	$(BIN)/python -m docs.pictures.make

clean:
	rm -rf .venv output/* build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
