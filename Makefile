# Everything the project is asked to do. Each target first makes what it needs:
# Python 3.11 or newer, git and make are all a machine must have.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules

BIN := .venv/bin
# The stamps carry a checksum: an edited lock makes a new environment, a touched one does not.
LOCKED := .venv/.locked-$(shell cksum < requirements.lock | tr ' ' '-')
READY := .venv/.ready-$(shell cat requirements.lock pyproject.toml | cksum | tr ' ' '-')
# Two workers suit the smallest machines; `make test WORKERS=8` uses more.
WORKERS ?= 2
# `make test TESTS=tests/unit` runs a part.
TESTS ?= tests

.PHONY: help environment site serve check test bench schemas lock clean

help: ## Show these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

environment: $(READY) ## Make the environment in .venv (the other targets do it themselves)

$(LOCKED):
	@.ci/make-environment .venv requirements.lock
	@touch $@

$(READY): $(LOCKED)
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@rm -f .venv/.ready-*
	@touch $@

site: $(READY) ## Build the site into site/ (a failed build leaves the last good one)
	@$(BIN)/truenorth build

serve: $(READY) ## Build, and show the site on this machine while you edit
	@$(BIN)/truenorth serve

check: $(READY) ## Check content/ and data/ without building
	@$(BIN)/truenorth check

test: $(READY) ## Run every test, those in a browser too
	@.ci/ensure-chromium $(BIN)/python
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(TESTS) || [ $$? -eq 5 ]

bench: $(READY) ## Measure a build: time, time for each chart, memory
	@$(BIN)/python -m tests.bench

schemas: $(READY) ## Write data/schemas/ again from the record types
	@$(BIN)/truenorth schemas

lock: $(READY) ## Choose versions again and write requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade --quiet \
		--output-file requirements.lock

clean: ## Remove what was made here
	@rm -rf .venv site site.next .cache .pytest_cache .hypothesis .ruff_cache .import_linter_cache
