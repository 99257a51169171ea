# `make` lists what can be done. Everything happens in .venv and var/, which are safe to delete
# (var/ holds the database of `make run`).

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
DONE := var/done
APPS := accounts authoring lessons cases quizzes courses
CODE := rules $(APPS) config tests manage.py

migrations := $(wildcard $(addsuffix /migrations/*.py,$(APPS)))
content := $(shell find $(wildcard $(addsuffix /content,$(APPS))) -type f 2>/dev/null)
static := $(shell find static -type f)

# What is done is remembered for the database in var/ alone: any other is prepared at every start.
ifneq ($(DATABASE_URL)$(shell grep -s '^DATABASE_URL=' .env)$(if $(wildcard var/subsumo.sqlite3),,missing),)
$(shell rm -f $(DONE)/migrate $(DONE)/content $(DONE)/demo)
endif

.PHONY: help setup run test check bench mutants screens pdf lock browser
help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: .venv/.dev ## make .venv with everything a developer needs

run: .venv/.runtime .env $(DONE)/static $(DONE)/demo ## serve the site on 127.0.0.1:8000 (PORT=… for another port)
	@WORKER=yes STATIC_COLLECTED=true LOG_LEVEL=$${LOG_LEVEL:-WARNING} exec $(BIN)/gunicorn --config config/gunicorn.py config.wsgi

test: .venv/.dev browser ## run the whole suite
	$(BIN)/pytest -n 2 $(PYTEST)

check: .venv/.dev .env ## what to run before a commit: format, lint, types, contracts, content, fast tests
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) content check
	$(BIN)/pytest -n 2 -q -m "not e2e" $(PYTEST)

bench: .venv/.dev ## measure the rules on one core, then the pages: server, bytes, first visit
	$(BIN)/python -m tests.bench

mutants: .venv/.dev ## break the rules in one place at a time and tell what no test notices (TOPIC=… for one topic)
	nice $(BIN)/python -m tests.mutation $(TOPIC)

screens: .venv/.dev browser ## take the pictures in docs/screens anew
	$(BIN)/pytest -q -p no:randomly tests/e2e/screens.py

pdf: ## install what draws the letters of receipts as PDF (Debian and Ubuntu, as root); without it they are printed
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

lock: .venv/.dev ## pin the versions of requirements*.in anew
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" requirements.in -o requirements.txt $(UV)
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt $(UV)

# What has no window starts and draws faster; where it is not packaged, the browser does.
browser:
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || \
		{ [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ] && \
		{ echo "Installerer Chromium til browsertestene …"; apt-get update -qq && \
		export DEBIAN_FRONTEND=noninteractive && \
		{ apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || \
		apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; }; } || true

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Subsumo kræver Python 3.11 eller nyere. Angiv den med PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ] && \
		{ apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null; }; } || \
		{ echo "Python mangler modulet venv. På Debian og Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.txt | $(BIN)/python
	@echo "Henter det, som siden kører på …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.dev: requirements-dev.txt requirements.txt | $(BIN)/python
	@echo "Henter det, som udviklere bruger …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ .venv/.runtime

.env: | $(BIN)/python
	@umask 077 && { echo "# Lavet af make run på denne maskine. I drift sættes de samme navne i miljøet."; \
		echo "SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))')"; \
		echo "DEBUG=true"; } > $@

$(DONE):
	@mkdir -p $@

$(DONE)/static: $(static) .venv/.runtime | .env $(DONE)
	@STATIC_COLLECTED=true $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@

$(DONE)/migrate: $(migrations) .venv/.runtime | .env $(DONE)
	@$(MANAGE) migrate --verbosity 0
	@touch $@

$(DONE)/content: $(content) $(DONE)/migrate
	@$(MANAGE) content load > $(DONE)/content.log || { cat $(DONE)/content.log; exit 1; }
	@tail -n 1 $(DONE)/content.log
	@touch $@

$(DONE)/demo: $(DONE)/content
	@[ -f $@ ] || $(MANAGE) demo
	@touch $@
