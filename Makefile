# make run opens the diary, make test runs the whole suite. All set-up lives in scripts/set_up.py.
.DEFAULT_GOAL := run
.PHONY: run test slow bench proof-statistics tour set-up pin clean

ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$python" && break; done)
endif
ifeq ($(PYTHON),)
$(error The diary needs Python 3.11 or later, and none was found)
endif

VENV := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Two halves of the tests that take as long: the window's but some, and all others with those.
MOVED := $(addprefix tests/ui/trends/,effects kinds trials when)
OTHERS := $(filter-out tests/ui tests/__init__.py tests/conftest.py tests/__pycache__,$(wildcard tests/*))

# Opens the diary; where no screen answers, it says so and makes the tour instead.
run:
	@"$(PYTHON)" scripts/set_up.py run

test: set-up
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	@# One half beside the other: two cores, half the time.
	$(OFFSCREEN) $(VENV) -m pytest -p no:cacheprovider tests/ui $(addprefix --ignore=,$(MOVED)) & ui=$$!; \
	$(OFFSCREEN) $(VENV) -m pytest $(OTHERS) $(MOVED); rest=$$?; \
	wait $$ui && exit $$rest

# Proofs that take long.
slow: set-up
	$(OFFSCREEN) $(VENV) -m pytest -m slow

# What is promised about speed, as ratios measured in one run.
bench: set-up
	$(OFFSCREEN) $(VENV) -m benchmarks

# What the statistics do on made-up diaries whose truth is known; writes the table of docs/statistics.md anew.
proof-statistics: set-up
	$(VENV) -m proofs.statistics

# Pictures of every page with a sample diary, and its report, in build/tour.
tour: set-up
	$(OFFSCREEN) $(VENV) main.py tour

set-up:
	@"$(PYTHON)" scripts/set_up.py

# Writes constraints.txt anew from the list in pyproject.toml.
pin:
	@"$(PYTHON)" scripts/set_up.py pin

clean:
	rm -rf .venv build dist
