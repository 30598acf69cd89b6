# Everything a fresh machine needs is Python 3.11+ and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UV     ?= uv
SOURCES := alignment extractors flows models reference reports review samples warehouse

# The whole product runs without telemetry, also in tests.
export DO_NOT_TRACK = 1
export PREFECT_SERVER_ANALYTICS_ENABLED = false

.PHONY: demo test lint bench bench-align lock clean format

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Selaras perlu Python 3.11 atau lebih baru")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/runtime.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/.runtime  ## write the fictional city's documents, run everything on them, hold the findings against the truth
	$(BIN)/selaras demo build/demo

test: $(VENV)/.dev  ## the whole suite
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev  ## style, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## speed as ratios to plain pdfplumber in the same run; BENCH="--corpus FOLDER --rounds 3" for real files
	$(BIN)/python -m tests.bench $(BENCH)

$(VENV)-bench/.ready: requirements/bench.lock
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/bench.lock
	@touch $@

bench-align: $(VENV)/.dev $(VENV)-bench/.ready  ## alignment beside token_set_ratio and Splink; tables and plot in build/bench
	$(BIN)/python -m tests.bench_align $(BENCH) --splink $(VENV)-bench/bin/python

lock:  ## pin again (needs uv); the files name no index
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras \
		--extra ocr pyproject.toml requirements/build.in -o requirements/runtime.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras \
		-c requirements/runtime.lock --extra ocr --extra dev pyproject.toml requirements/build.in -o requirements/dev.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras \
		requirements/bench.in -o requirements/bench.lock

clean:
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
