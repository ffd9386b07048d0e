# The chores of this repository, the same words for people and for CI.

PYTHON ?= python3
BASE_URL ?=
VENV := .venv
RUN := $(VENV)/bin

.PHONY: site serve test check bench clean

site: $(VENV)/site.stamp  ## builds this repository's own site into public/
	$(RUN)/roundup build $(if $(BASE_URL),--base-url "$(BASE_URL)")
	@echo "Look at it with: make serve"

serve: $(VENV)/site.stamp  ## previews the site on this machine
	$(RUN)/roundup serve

test: check browser  ## everything that CI runs
	$(RUN)/python -m pytest -n 2

check: $(VENV)/dev.stamp  ## types and style
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

bench: $(VENV)/dev.stamp  ## times the build on generated sites
	$(RUN)/python benchmarks/run.py

clean:  ## removes the output, the cache and the environment
	rm -rf public .roundup $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

.PHONY: browser
browser:
	@sh tools/browser.sh

$(VENV)/bin/pip:
	@sh tools/environment.sh "$(PYTHON)" $(VENV)

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(VENV)/bin/pip
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(RUN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/site.stamp
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
