# make run     set up and serve          make dev    the same with hot reload
# make test    all checks and tests      make help   all that can be made

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links

.PHONY: help run dev build test check fix screenshots bench goldens lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 20

run: build/.made  ## set up what is missing, and serve on PORT (8050)
	@exec $(BIN)/gunicorn -c gunicorn.conf.py 'dashboard.app:server()'

dev: build/.made  ## serve with hot reload
	@DASHBOARD_DEV=1 DASHBOARD_LOG_FORMAT=text exec $(BIN)/python -m dashboard serve

build: build/.made  ## make the plotly.js bundle and compress the static files

test: .venv/.dev build/.made  ## lint, types and all tests, with a real Chromium
	@tools/chromium.sh
	@tools/libreoffice.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

check: .venv/.run  ## check the data
	@$(BIN)/python -m dashboard check

fix: .venv/.dev  ## format, and repair what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: .venv/.dev build/.made  ## pictures of every page
	@tools/chromium.sh
	$(BIN)/python -m tools.screenshots

bench: .venv/.dev build/.made  ## first load, beside a plain Dash page of six charts
	@tools/chromium.sh
	$(BIN)/python -m bench.first_load

goldens: .venv/.dev  ## accept what the exhibits draw now
	$(BIN)/python -m tools.goldens

lock: .venv/.dev  ## pin the newest versions that requirements*.txt allow
	$(LOCK) --upgrade --output-file=requirements.lock requirements.txt
	$(LOCK) --upgrade --output-file=requirements-dev.lock requirements-dev.txt

clean:  ## remove all that was made
	rm -rf .venv build node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Stamps: what is up to date is not made again.

.venv/.made:
	@tools/venv.sh .venv
	@touch $@

.venv/.run: .venv/.made requirements.lock
	@echo 'installing requirements.lock'
	@$(PIP) -r requirements.lock
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	@echo 'installing requirements-dev.lock'
	@$(PIP) -r requirements.lock -r requirements-dev.lock
	@touch $@

build/.made: .venv/.run package-lock.json tools/build.py tools/bundle.mjs tools/plotly_traces.json $(shell find assets -type f)
	@$(BIN)/python -m tools.build
	@touch $@
