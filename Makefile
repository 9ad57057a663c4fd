# Two commands for a newcomer: `make demo` and `make test`. Recipes quote every path: the checkout
# may stand in a folder with spaces in its name.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
SCRIPTS := Scripts
else
SCRIPTS := bin
endif
BIN := $(VENV)/$(SCRIPTS)
OLDEST := .venv-oldest
OLDEST_BIN := $(OLDEST)/$(SCRIPTS)
RUN := "$(BIN)/python"
SHARED := $(or $(VNPOLITEXT_SHARED),../shared)
TREEBANK ?= $(SHARED)/data/vtb
RAW ?= $(SHARED)/data/raw.jsonl.gz
RAW2 ?= $(SHARED)/data/raw2.jsonl.gz
SEED ?= 1
SECONDS ?= 600
TO ?= out/windows

.PHONY: help demo test fuzz audit coverage test-oldest test-transformers browser catalogues api records lint types imports floors bench compare windows bench-words train-words docs wheel clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "vnpolitext needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	@# A wheel is compiled when it is installed; what is edited in place would be compiled by each process.
	$(RUN) -m compileall -q src/vnpolitext
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

$(OLDEST)/.tested: pyproject.toml
	$(PYTHON) -m venv $(OLDEST)
	"$(OLDEST_BIN)/python" -m pip install --quiet --disable-pip-version-check uv
	"$(OLDEST_BIN)/python" -m uv pip install --quiet --python "$(OLDEST_BIN)/python" \
	  --resolution lowest-direct --editable '.[test]'
	@touch $@

$(VENV)/.documented: $(VENV)/.installed
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

demo: $(VENV)/.installed  ## analyse the example articles into out/
	$(RUN) -m vnpolitext demo examples/articles -o out

test: $(VENV)/.tested lint types imports  ## lint, types, import floors, tests
	$(RUN) -m pytest --numprocesses auto --dist worksteal

coverage: $(VENV)/.tested  ## the tests, and the lines and branches that they never run
	$(RUN) -m pytest --numprocesses auto --dist worksteal --cov --cov-report term

test-oldest: $(OLDEST)/.tested  ## the tests with the lowest versions that pyproject.toml allows
	"$(OLDEST_BIN)/python" -m pytest --numprocesses auto --dist worksteal

test-transformers: $(VENV)/.tested  ## the adapters for transformers, with PyTorch
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[transformers]'
	$(RUN) -m pytest tests/adapters

browser:  ## install the browser that the tests of pages open, from Debian or Ubuntu
	command -v chromium >/dev/null || apt-get install --yes --quiet chromium

catalogues: $(VENV)/.tested  ## compile the messages in other languages than English
	"$(BIN)/pybabel" compile --domain vnpolitext --directory src/vnpolitext/views/locale

api: $(VENV)/.tested  ## write the public interface into tests/api.txt, and the schema of the record, anew
	$(RUN) tests/test_api.py
	$(RUN) -m vnpolitext schema > docs/schema.json

records: $(VENV)/.tested  ## write the digests of what is found in many texts anew
	$(RUN) tests/test_records.py

lint: $(VENV)/.tested
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(VENV)/.tested
	$(RUN) -m mypy

imports: $(VENV)/.tested
	"$(BIN)/lint-imports"

bench: $(VENV)/.tested  ## speed and memory beside underthesea and pyvi
	$(RUN) benchmarks/speed.py
	$(RUN) benchmarks/corpus.py

fuzz: $(VENV)/.tested  ## ten minutes of texts and files that nobody would write; SECONDS=number
	$(RUN) benchmarks/fuzz.py --seed $(SEED) --seconds $(SECONDS)

audit: $(VENV)/.tested  ## known holes and licences of the packages that are used
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[audit]'
	$(RUN) -m pip_audit --local --skip-editable --progress-spinner off
	$(RUN) benchmarks/licences.py

compare: $(VENV)/.tested  ## what was gained and lost since a revision; BASE=revision TEXTS=file
	$(RUN) benchmarks/compare.py --base "$(BASE)" $(if $(TEXTS),"$(TEXTS)")

windows: $(VENV)/.tested  ## draw windows of real texts to annotate; SEED=number TO=folder
	$(RUN) benchmarks/windows.py draw "$(RAW)" "$(RAW2)" --to "$(TO)" --seed $(SEED) \
	  --not-in tests/gold/written.jsonl $(wildcard $(SHARED)/gold/real*.jsonl)
	@echo "Guidelines: docs/annotation.md; the form of a sheet: benchmarks/windows.py"

floors: $(VENV)/.tested  ## raise the floors of every annotated file to today's figures
	@for file in tests/gold/written.jsonl "$(SHARED)"/gold/real*.jsonl; do \
	  $(RUN) -m vnpolitext evaluate "$$file" --json --floors tests/floors.json --raise >/dev/null || exit; done
	@for file in tests/gold/windows/*.jsonl; do \
	  $(RUN) -m vnpolitext evaluate "$$file" --texts "$(SHARED)/data" --json \
	    --floors tests/floors.json --raise >/dev/null || exit; done
	@$(RUN) benchmarks/measure.py tests/gold/relations/*.jsonl tests/gold/reading/*.jsonl \
	  tests/gold/statements/*.jsonl --texts "$(SHARED)/data" --floors tests/floors.json

bench-words: $(VENV)/.tested  ## accuracy, speed and memory of words; TREEBANK=folder RAW=texts.jsonl.gz
	$(RUN) benchmarks/words.py --treebank "$(TREEBANK)" --raw "$(RAW)"

train-words: $(VENV)/.tested  ## rebuild the word model; TREEBANK=folder RAW=texts.jsonl.gz
	$(RUN) models/words/gaps/train.py --treebank "$(TREEBANK)" --raw "$(RAW)"
	$(RUN) -m vnpolitext models seal models/words

docs: $(VENV)/.documented  ## build the site into site/
	$(RUN) -m mkdocs build --strict

wheel: $(VENV)/.installed  ## build the package into dist/
	$(RUN) -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean:  ## remove everything that was made
	rm -rf $(VENV) $(OLDEST) out site dist build
