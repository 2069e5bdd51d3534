# make run: environment, dependencies, app.  make test: everything that is checked.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-spark lint types unit browser bench samples clean

run: $(VENV)/.installed
	$(BIN)/streamlit run app.py

test: lint types unit browser

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	sh tests/postgres_prepare.sh
	$(BIN)/python -m pytest -n 2 -m "not browser and not spark" tests

test-spark: $(VENV)/.installed-spark
	sh tests/spark/prepare.sh
	$(BIN)/python -m pytest -m spark tests/spark

browser: $(VENV)/.installed-dev
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/browser/prepare.sh
	$(BIN)/python -m pytest -m browser tests/browser

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/run.py $(FILE) "$(FILTER)"

samples: $(VENV)/.installed
	$(BIN)/python sample_data/make.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

$(VENV)/.installed-spark: requirements-spark.txt $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-spark.txt
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
