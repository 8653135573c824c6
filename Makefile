# Everything happens in .venv, which is made on demand: `make run` and `make test` are all there is.

PYTHON ?= python3
PORT ?= 8765
SECONDS ?= 600
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check
BIN = .venv/bin

.PHONY: run test lint bench format clean
.DEFAULT_GOAL := help

.PHONY: help
help:
	@echo 'make run        build the site, start it with the reference server, print the address'
	@echo 'make test       check the code and run all tests'
	@echo 'make test-slow  build, install and test packages as users have them'
	@echo 'make fuzz       send odd input to everything, for SECONDS=600'
	@echo 'make audit      tell of known vulnerabilities in dependencies'
	@echo 'make bench      measure what it costs'
	@echo 'make format     lay out the code'
	@echo 'make clean      remove what the others made'

# An interrupted installation leaves no stamp, so the next try completes it.
.venv/run: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Callsheet needs Python 3.11 or later; name one with PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(PIP) --editable '.[server]'
	@touch $@

.venv/dev: .venv/run
	$(PIP) --editable '.[dev]'
	@touch $@

# The tests of PostgreSQL start a server of their own. Where there is none and none can be installed,
# they are skipped and say so.
.PHONY: postgresql
postgresql:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && { \
	      apt-get install --yes --quiet --no-install-recommends postgresql >/dev/null 2>&1 || \
	      { apt-get update --quiet >/dev/null 2>&1 && \
	        apt-get install --yes --quiet --no-install-recommends postgresql >/dev/null 2>&1; }; }; } || \
	  echo 'There is no PostgreSQL here, so its tests are skipped.'

run: .venv/run
	CALLSHEET_SITE_URL=http://127.0.0.1:$(PORT)/ NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	$(BIN)/callsheet serve --site site --port $(PORT)

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Samples in other languages are run by what their readers have, and pages are read in a browser.
.PHONY: tools
tools:
	@for tool in chromium curl php; do command -v $$tool >/dev/null || missing=1; done; \
	  [ -z "$$missing" ] || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && { \
	      apt-get install --yes --quiet --no-install-recommends chromium curl php-cli php-curl >/dev/null 2>&1 || \
	      { apt-get update --quiet >/dev/null 2>&1 && \
	        apt-get install --yes --quiet --no-install-recommends chromium curl php-cli php-curl >/dev/null 2>&1; }; }; } || \
	  echo 'Of Chromium, curl and PHP something is missing here, so its tests are skipped.'

test: lint postgresql tools
	$(BIN)/pytest --numprocesses 2

# Needs an index of packages, and minutes: wheel and sdist in empty environments, and the lowest
# versions of all dependencies.
.PHONY: test-slow
test-slow: .venv/dev
	$(BIN)/pytest -m slow --numprocesses 2

# Where there is no wheel of atheris, hypothesis makes the input.
.venv/fuzz: .venv/dev
	$(PIP) --editable '.[fuzz]' || echo 'Atheris cannot be installed, so hypothesis makes the input.'
	@touch $@

.PHONY: fuzz
fuzz: .venv/fuzz
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) $(TARGETS)

# In an environment of its own, since it must not change what it looks at.
.venv/audit: .venv/dev
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	@touch $@

.PHONY: audit
audit: .venv/audit
	.venv/audit/bin/pip-audit --strict --skip-editable --progress-spinner off --timeout 15 \
	  --path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

bench: .venv/dev
	$(BIN)/python -m tests.benchmarks

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .fuzz site dist .mypy_cache .pytest_cache .ruff_cache
