# make run: set everything up and open the app (without a display: walk the sample visit offscreen into build/demo).
# make test: set everything up, check style, types and layers, and run the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run demo test lint bench clean

run: $(VENV)/run.done
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/python main.py; \
	else echo "No display here: walking the sample visits offscreen into build/demo"; $(MAKE) --no-print-directory demo; fi

demo: $(VENV)/run.done
	QT_QPA_PLATFORM=offscreen $(BIN)/python main.py demo --out build/demo

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal

lint: $(VENV)/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.done
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

$(VENV)/run.done: requirements.lock resources/prepare-machine.sh
	sh resources/prepare-machine.sh $(PYTHON)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/dev.done: requirements-dev.lock $(VENV)/run.done
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) build
