# Two commands: make run shows the dashboard, make test proves it. Both install what they need in .venv first.
PYTHON ?= python3
BIN := .venv/bin
# Three at a time on two cores, for one often waits for a browser or a disk; a file of tests at a time, which makes ready once what it shares.
CORES := -n 3 --dist loadfile

.PHONY: run vis-eksempel test test-long check bench bench-sider example docs clean

run: .venv/.run
	@$(BIN)/python -m overblik.intake publish --ellers-eksempel || echo "De seneste godkendte tal vises."
	$(BIN)/python -m overblik.web

# The invented example beside one's own figures, in a folder and at an address of its own.
vis-eksempel: .venv/.run
	OVERBLIK_DATA=data/eksempelvisning OVERBLIK_PORT=8502 OVERBLIK_EKSEMPEL=ja OVERBLIK_OVERVAAG=nej $(BIN)/python -m overblik.web

test: .venv/.test browser lighthouse
	$(BIN)/python -m pytest $(CORES) -m "not long"

test-long: .venv/.test browser lighthouse
	OVERBLIK_LONG=1 $(BIN)/python -m pytest $(CORES)

check: .venv/.test .venv/.audit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.supply.vulnerabilities
	$(BIN)/python -m pytest $(CORES) -m "not long and not browser"

# Ours beside the peers; docs/hastighed.md is written. BENCH=--quick: some minutes. make bench-sider: every page of ours, by itself.
bench: .venv/.bench browser
	$(BIN)/python -m benchmarks.compare $(BENCH)

bench-sider: .venv/.test browser
	$(BIN)/python -m benchmarks

example: .venv/.test
	$(BIN)/python -m eksempel

docs: .venv/.test browser
	$(BIN)/python -m overblik.intake.dataleverance
	$(BIN)/python -m tests.supply.licences
	$(BIN)/python -m tests.skaerme

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.PHONY: browser
browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && apt-get update -qq \
	     && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	|| echo "### Chromium findes ikke her: browsertestene bliver IKKE kørt. Installer den med: apt-get install chromium"

# One page in make test, all of them in make test-long (tests/tilgaengelighed/test_lighthouse.py).
LIGHTHOUSE := tests/tilgaengelighed/node
.PHONY: lighthouse
lighthouse: | $(LIGHTHOUSE)/node_modules/lighthouse
$(LIGHTHOUSE)/node_modules/lighthouse:
	@{ command -v npm >/dev/null 2>&1 && cd $(LIGHTHOUSE) && npm ci --ignore-scripts --no-audit --no-fund --silent; } \
	|| echo "### Lighthouse kan ikke hentes her (npm): dens test bliver IKKE kørt. Installer den med: apt-get install nodejs npm"

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Overblik kræver Python 3.11 eller nyere.")'
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.test: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -r requirements-dev.txt
	@touch .venv/.run $@

# What others' programs need that are measured beside ours (docs/decisions/): nothing we ship, nothing the tests need.
.venv/.bench: requirements-bench.txt .venv/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# pip-audit in an environment of its own: it is nothing that we ship. Where it cannot be had, the check says so.
.venv/.audit: | .venv/bin/python
	-$(BIN)/python -m venv .venv/audit && .venv/audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	@touch $@
