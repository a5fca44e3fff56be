# The commands of this project; `make help` lists them. Nothing here names a package index: pip uses the machine's own.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
AS_OF := 2026-11-01
PYTHON_FILES := validations tests benchmarks datasets docs .ci
# What the tests need from the system; .ci/need knows how to get each.
NEEDS := chromium java

.DEFAULT_GOAL := help
.PHONY: help check test lint docs datasets sample bench lock clean

help: ## List these commands.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-10s %s\n", $$1, $$2 }'

check: $(VENV)/installed ## Check the seed articles and write a report on them to reports/seeds.
	@$(BIN)/copydesk check seeds --out reports/seeds --fail-on never --as-of $(AS_OF)
	@$(BIN)/python .ci/say.py reports/seeds

test: lint ## Run all tests (installs what they need).
	.ci/need $(NEEDS) -- $(BIN)/python -m pytest --numprocesses 2

lint: $(VENV)/developed ## Check format, style and types.
	$(BIN)/ruff format --check $(PYTHON_FILES)
	$(BIN)/ruff check $(PYTHON_FILES)
	$(BIN)/mypy

docs: $(VENV)/developed ## Renew the generated pages in docs/.
	$(BIN)/python docs/generate.py

datasets: $(VENV)/installed ## Rebuild the tables in datasets/ from seeds/.
	$(BIN)/python datasets/build.py

sample: $(VENV)/developed ## Renew the sample report and its pictures in reports/sample/.
	.ci/need chromium -- $(BIN)/python docs/sample.py

bench: $(VENV)/developed ## Measure the speed (minutes; see benchmarks/README.md).
	$(BIN)/python benchmarks/speed.py

lock: ## Renew the lock files from pyproject.toml (needs uv on PATH).
	.ci/lock

clean: ## Remove what these commands made.
	rm -rf $(VENV) reports/seeds build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/made:
	@echo "Making $(VENV) ..."
	@.ci/need python -- sh -c '"$$PYTHON" -m venv --clear $(VENV)'
	@touch $@

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/made
	@echo "Installing what requirements.txt lists ..."
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/developed: requirements-dev.txt $(VENV)/installed
	@echo "Installing what requirements-dev.txt lists ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@
