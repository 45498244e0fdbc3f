# briefgen: `make brief` builds seeds/, `make test` runs the tests; both set up what they need.

SHELL = /bin/sh
BIN = .venv/bin

# Homebrew and MacPorts keep their libraries where macOS does not look by itself; elsewhere this is ignored.
DYLD = $${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib}
RUN = DYLD_FALLBACK_LIBRARY_PATH="$(DYLD)"

.PHONY: help brief test golden lint format bench picture gallery hooks lock setup setup-dev clean

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 12

brief: setup ## Set up everything and build the brief of seeds/ into output/
	$(RUN) $(BIN)/briefgen build seeds/

test: setup-dev ## Set up everything and run the tests
	$(RUN) $(BIN)/python -m pytest --numprocesses auto --dist loadfile

golden: setup-dev ## Renew tests/golden/ after a change of the brief that is wanted
	BRIEFGEN_RENEW_GOLDEN=1 $(RUN) $(BIN)/python -m pytest tests/test_golden.py

lint: setup-dev ## Check style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: setup-dev ## Put the code into the project's style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup-dev ## Measure speed and memory against the bounds in docs/design.md
	$(RUN) $(BIN)/python -m benchmarks

picture: brief ## Renew docs/first-page.png from the brief of seeds/ (needs pdftoppm, of Poppler)
	pdftoppm -r 80 -f 1 -l 1 -singlefile -png output/seeds/analyst.pdf docs/first-page

AUDIENCES = executive analyst operations public sources
gallery: setup ## Renew the pictures of docs/gallery.md from examples/ (needs pdftoppm, of Poppler)
	$(RUN) $(BIN)/briefgen build examples/ferry --output output/gallery --format pdf \
		$(foreach name,$(AUDIENCES),--audience $(name))
	$(foreach name,$(AUDIENCES),pdftoppm -r 60 -f 1 -l 1 -singlefile -png \
		output/gallery/ferry/$(name).pdf docs/gallery/$(name);)
	$(RUN) $(BIN)/briefgen build examples/ferry --output output/gallery --name german --format pdf --labels de
	pdftoppm -r 60 -f 1 -l 1 -singlefile -png output/gallery/german/analyst.pdf docs/gallery/analyst-de

hooks: setup-dev ## Have git check every commit as `make lint` does
	$(BIN)/pre-commit install

lock: setup-dev ## Renew both lock files from pyproject.toml
	$(BIN)/uv pip compile $(LOCK_OPTIONS) --group build --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile $(LOCK_OPTIONS) --group build --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

LOCK_OPTIONS = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --upgrade --custom-compile-command 'make lock'

setup: ## Set up what briefgen needs to run
	@.ci/setup run

setup-dev: ## Set up what its tests need
	@.ci/setup dev

clean: ## Remove everything that can be made again
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
