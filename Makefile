PY = .venv/bin/python

.PHONY: check generate test

check:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m pytest

generate:
	$(PY) -m goals schema --output graphql/schema.graphql
	$(PY) clients/cli/generate_operations.py

test:
	$(PY) -m pytest
