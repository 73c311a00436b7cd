#!/usr/bin/env bash
# Builds the sdist, and the wheel from it, checks them, installs the wheel and runs its smoke test: wheel.sh OUT
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -m venv "$out/build"
"$out/build/bin/pip" install -q build twine
"$out/build/bin/python" -m build --outdir "$out/wheel" .
"$out/build/bin/twine" check --strict "$out"/wheel/*
"$python" -m venv "$out/installed"
"$out/installed/bin/pip" install -q "$out"/wheel/*.whl
"$python" packaging/smoke.py "$out/installed/bin/unpixel"
