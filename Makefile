PY = .venv/bin/python

.PHONY: check generate suites test

check:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -n 2

generate:
	$(PY) -m goals schema --output graphql/schema.graphql
	$(PY) clients/cli/generate_operations.py

suites:
	$(PY) tests/protocol/run.py

test:
	$(PY) -m pytest -n 2
