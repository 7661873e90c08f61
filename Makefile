# Two commands for everybody, `make demo` and `make test`; each sets up what it needs in .venv.
# The other targets are for people who change the project; `make all` is what has to pass.

PYTHON ?= python3
VENV ?= .venv
# Further corpora for the gate, beside the project's own: GOLD_DIR or GOLD_DIR=GROUPS, separated by spaces.
GATE_EXTRA ?=

BIN := $(VENV)/bin
SAMPLES := corpora/articles

# Real pages and texts for training and measuring, where there are any; everything works without.
SHARED ?= ../shared

# Of each file, for `make mutation`.
MUTANTS ?= 20

# Folders of annotated articles that nothing learns from, for `make eval-facts` and `make eval-confidence`.
UNSEEN ?=

# Inputs in all that `make fuzz` tries, a fifth of them on each of its targets.
FUZZ_INPUTS ?= 1000000

.PHONY: all demo test test-engines test-packaging test-lowest coverage mutation fuzz stability lint types gate docs clean
.PHONY: train train-confidence eval-roles eval-confidence eval-facts bench bench-html bench-build bench-totals

all: test lint types gate docs

demo: $(VENV)/.installed
	mkdir -p out
	$(BIN)/baocongdoan extract $(SAMPLES) --format jsonl --output out/demo.jsonl
	$(BIN)/baocongdoan extract $(SAMPLES) --format table
	@echo "The same facts as JSON, one article a line: out/demo.jsonl"

# Tests of the report page need a browser, Debian's package chromium, and are skipped where there is none.
test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -rs

# What takes long, and the recipes for Spark (which needs Java: apt-get install default-jre-headless) and Ray.
test-engines: $(VENV)/.installed-engines
	$(BIN)/python -m pytest -m engines -rs

# A million inputs take some hours; `make fuzz FUZZ_INPUTS=10000` takes minutes. What fails is in out/fuzz, and so is
# what reached something new: copy what is worth keeping to tests/fuzz/corpus.
fuzz: $(VENV)/.installed-test
	for target in text crawled html jsonl warc; do \
	  mkdir -p out/fuzz/$$target && $(BIN)/python tests/fuzz/fuzz.py $$target -runs=$$(( $(FUZZ_INPUTS) / 5 )) \
	    -max_len=1000 -timeout=60 -artifact_prefix=out/fuzz/$$target- out/fuzz/$$target tests/fuzz/corpus/$$target \
	    || exit 1; done

# The wheel and the sdist: built, installed from the network into empty environments, and used there.
test-packaging: $(VENV)/.installed-packaging
	$(BIN)/python -m pytest -m packaging

# The tests with the lowest versions that pyproject.toml allows; `make test` has the newest.
test-lowest: $(VENV)/lowest/.installed
	$(VENV)/lowest/bin/python -m pytest

# Which lines and branches the tests run; fails under 95 % of either.
coverage: $(VENV)/.installed-coverage
	rm -rf out/coverage && mkdir -p out/coverage
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
	$(BIN)/coverage json --quiet -o - | $(BIN)/python scripts/coverage_floors.py

# How many changes to the rules the tests notice, by a sample of $(MUTANTS) of each file: an hour or so.
mutation: $(VENV)/.installed-mutation
	$(BIN)/python scripts/mutation.py --each $(MUTANTS)

# Brings the snapshots of what users rely on up to date, and says which changes are not allowed.
stability: $(VENV)/.installed-test
	$(BIN)/python scripts/stability.py

lint: $(VENV)/.installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-lint
	$(BIN)/mypy

gate: $(VENV)/.installed
	$(BIN)/baocongdoan gate $(SAMPLES) $(GATE_EXTRA)

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# The same inputs give the same bytes; without $(SHARED) the models are smaller in what they know, and it is said.
train: $(VENV)/.installed
	$(BIN)/python -m baocongdoan.training train --corpora $(SAMPLES) --shared $(SHARED)
	$(MAKE) train-confidence

# The confidence of facts alone: to be trained again whenever rules or corpora have changed.
train-confidence: $(VENV)/.installed
	$(BIN)/python -m baocongdoan.training confidence --corpora $(SAMPLES) --shared $(SHARED)

# How many facts are right by confidence: on articles held out, and on those of $(UNSEEN).
eval-confidence: $(VENV)/.installed
	$(BIN)/python -m baocongdoan.training reliability --corpora $(SAMPLES) --shared $(SHARED) --unseen $(UNSEEN)

# Line roles on pages that the model was not trained on, with the rules' figures beside them.
eval-roles: $(VENV)/.installed
	$(BIN)/python -m baocongdoan.training roles --corpora $(SAMPLES) --shared $(SHARED)

# What learned parts would make of facts on articles that they were not trained on, with the rules' figures beside them.
eval-facts: $(VENV)/.installed
	$(BIN)/python -m baocongdoan.training facts --corpora $(SAMPLES) --shared $(SHARED) --unseen $(UNSEEN)

# Ratios and memory with their bounds; fails where one is over its bound.
bench: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks.speed --shared $(SHARED)

bench-html: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks.html --real $(SHARED)/html

# Some twenty minutes on two cores.
bench-build: $(VENV)/.installed-dataset
	$(BIN)/python -m benchmarks.build --articles $(SHARED)/articles

# Totals and report pages of half a million invented facts.
bench-totals: $(VENV)/.installed-dataset
	$(BIN)/python -m benchmarks.totals

clean:
	rm -rf $(VENV) out site

# The pip that comes with Python 3.11 can't resolve some sets and knows no dependency groups: upgrade it first.
$(VENV)/.pip:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	touch $@

$(VENV)/.installed: $(VENV)/.pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-%: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --group $*
	touch $@

$(VENV)/lowest/.installed: pyproject.toml scripts/lowest.py $(VENV)/.installed-test
	$(PYTHON) -m venv --clear $(VENV)/lowest
	$(VENV)/lowest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python scripts/lowest.py > $(VENV)/lowest/constraints.txt
	$(VENV)/lowest/bin/python -m pip install --quiet -c $(VENV)/lowest/constraints.txt --editable . --group test
	touch $@
