# Everything happens in .venv, which is made on demand: `make run` and `make test` are all there is.

PYTHON ?= python3
PORT ?= 8765
SECONDS ?= 600
ENGINE ?= mkdocs
# The versions of `uv.lock`, each file by its hash; `no` takes the newest that there are.
LOCKED ?= yes
# What is missing of the system's packages may be installed; `no` leaves that.
export SYSTEM_PACKAGES ?= yes
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check
BIN = .venv/bin
JAVASCRIPT = plugins/callsheet/render/javascript
COMMA := ,
SPACE := $(subst ,, )
# npm writes it when everything is there.
MODULES = $(JAVASCRIPT)/node_modules/.package-lock.json

.PHONY: run test lint bench format clean
.DEFAULT_GOAL := help

.PHONY: help
help:
	@echo 'make run        build the site, start it with the reference server, print the address'
	@echo 'make test       check the code and run all tests; installs what is missing of PostgreSQL, Chromium,'
	@echo '                curl and PHP where it is run by root on Debian, unless SYSTEM_PACKAGES=no'
	@echo 'make quick      run the tests alone'
	@echo 'make test-slow  build, install and test packages as users have them'
	@echo 'make fuzz       send odd input to everything, for SECONDS=600'
	@echo 'make mutation   plant FAULTS=20 in each of the riskiest modules, and print which no test notices'
	@echo 'make audit      tell of known vulnerabilities in dependencies'
	@echo 'make coverage   run the tests and print which lines of the package they reach'
	@echo 'make lock       renew uv.lock, the versions that the others install; LOCKED=no takes the newest'
	@echo 'make site       build the site with ENGINE=mkdocs or ENGINE=properdocs'
	@echo 'make dist       build and check what a release uploads'
	@echo 'make bench      measure what it costs'
	@echo 'make format     lay out the code'
	@echo 'make javascript bundle the scripts of the site, after a change of them; needs npm'
	@echo 'make javascript-tools  install what lints and bundles the scripts, by npm'
	@echo 'make lint-javascript  check layout, style and types of the scripts; needs npm'
	@echo 'make clean      remove what the others made'

# First what is locked, by any pip and from any index, since hashes say what belongs there; then the
# package itself, with whatever the lock does not know yet.
define install
	[ '$(LOCKED)' = no ] || $(PIP) 'uv>=0.9'
	[ '$(LOCKED)' = no ] || $(BIN)/uv export --quiet --frozen --no-emit-project $(addprefix --extra ,$(1)) --output-file .venv/$(firstword $(1)).txt >/dev/null
	[ '$(LOCKED)' = no ] || $(PIP) --require-hashes --requirement .venv/$(firstword $(1)).txt
	$(PIP) --editable '.[$(subst $(SPACE),$(COMMA),$(1))]'
endef

# An interrupted installation leaves no stamp, so the next try completes it.
.venv/run: pyproject.toml uv.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Callsheet needs Python 3.11 or later; name one with PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(call install,superoffice sandbox)
	@touch $@

.venv/dev: .venv/run
	$(call install,dev)
	@touch $@

# The index is named, so that the lock never depends on whose machine it was made on.
.PHONY: lock
lock: .venv/dev
	$(BIN)/uv lock --quiet --upgrade --default-index https://pypi.org/simple

# The tests of PostgreSQL start a server of their own.
.PHONY: postgresql
postgresql:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	  .ci/system-packages 'There is no PostgreSQL here' postgresql

# Samples run in the page where npm is there, or was when this ran before.
run: .venv/run
	CALLSHEET_SANDBOX=$$($(BIN)/callsheet sandbox install >&2 && echo true || echo false) \
	  CALLSHEET_SITE_URL=http://127.0.0.1:$(PORT)/ NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	$(BIN)/callsheet serve --site site --port $(PORT)

# The site alone, in an engine that runs the plugin: `mkdocs` or `properdocs`.
.PHONY: site
site: .venv/dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/$(ENGINE) build --quiet --strict --config-file mkdocs.yml

# What a release uploads: the sdist, and the wheel that is built of it.
.PHONY: dist
dist: .venv/dev
	rm -rf dist
	$(BIN)/uv build --quiet --out-dir dist
	$(BIN)/uv tool run --quiet twine check --strict dist/*.tar.gz dist/*.whl

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@if [ -e $(MODULES) ]; then $(MAKE) --no-print-directory lint-javascript; else \
	  echo 'The scripts of the site are not linted: make javascript-tools, which needs npm.'; fi

# The scripts of the site are committed as bundles, so only who changes them needs npm.
.PHONY: javascript-tools
javascript-tools: $(MODULES)

$(MODULES): $(JAVASCRIPT)/package-lock.json
	cd $(JAVASCRIPT) && npm ci --silent
	@touch $@

.PHONY: javascript
javascript: $(MODULES)
	cd $(JAVASCRIPT) && npm run --silent bundle

.PHONY: lint-javascript
lint-javascript: $(MODULES)
	cd $(JAVASCRIPT) && npm run --silent lint

# Samples in other languages are run by what their readers have, and pages are read in a browser.
.PHONY: tools
tools:
	@for tool in "$${CHROMIUM:-chromium}" curl php; do command -v $$tool >/dev/null || missing=1; done; [ -z "$$missing" ] || \
	  .ci/system-packages 'Of Chromium, curl and PHP something is missing here' chromium curl php-cli php-curl

test: lint postgresql tools quick

# Those tests alone, with what is there. Three at once on two cores, since many wait for a browser, a
# server or a program. Those hundreds of programs would each compile the package again where Python is
# told not to keep what it has compiled.
.PHONY: quick
quick: export PYTHONDONTWRITEBYTECODE =
quick: .venv/dev
	$(BIN)/pytest --numprocesses 3

# A figure to look at, which fails nothing. Counting lines makes everything slower, so that tests which
# measure time may fail here; what counts is `make test`.
.PHONY: coverage
coverage: .venv/dev
	rm -f .coverage .coverage.*
	-$(BIN)/coverage run -m pytest --numprocesses 2
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# Needs an index of packages, and minutes: wheel and sdist in empty environments, and the lowest
# versions of all dependencies.
.PHONY: test-slow
test-slow: .venv/dev
	$(BIN)/pytest -m slow --numprocesses 2

.PHONY: test-lowest
test-lowest: .venv/dev
	$(BIN)/pytest -m slow tests/packaging/test_lowest.py

# Where there is no wheel of atheris, hypothesis makes the input.
.venv/fuzz: .venv/dev
	$(PIP) --editable '.[fuzz]' || echo 'Atheris cannot be installed, so hypothesis makes the input.'
	@touch $@

.PHONY: fuzz
fuzz: .venv/fuzz
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) $(TARGETS)

# Some minutes for most rows of `SUBJECTS` there, an hour for the first; `make mutation FAULTS=50`
# plants more.
.PHONY: mutation
mutation: .venv/dev
	$(BIN)/python -m tests.mutation --faults $(or $(FAULTS),20)

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
	[ ! -e $(MODULES) ] || (cd $(JAVASCRIPT) && npm run --silent format)

clean:
	rm -rf $(JAVASCRIPT)/node_modules
	rm -rf .venv .fuzz .coverage .coverage.* site dist .mypy_cache .pytest_cache .ruff_cache
