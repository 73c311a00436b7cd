#!/usr/bin/env bash
# Builds the bundle, smoke-tests it, and packs it as archive, .deb and AppImage: linux.sh OUT
# RUNTIME: a file of the AppImage runtime; without it the workflow's machine downloads the one with the hash below.
set -euo pipefail
source "$(dirname "$0")/environment.sh"
"$python" packaging/smoke.py "$out/dist/unpixel/unpixel" --bundle
tar -C "$out/dist" -c unpixel | xz -T0 -6 > "$out/release/unpixel-$version-linux-$(uname -m).tar.xz"
"$python" packaging/deb.py "$out/dist/unpixel" "$out/release"
if [ -z "${RUNTIME:-}" ]; then
    RUNTIME=$out/runtime
    curl -fsSL -o "$RUNTIME" "https://github.com/AppImage/type2-runtime/releases/download/${RUNTIME_RELEASE:?}/runtime-$(uname -m)"
    echo "${RUNTIME_SHA256:?} $RUNTIME" | sha256sum -c
fi
"$python" packaging/appimage.py "$out/dist/unpixel" "$out/release" --runtime "$RUNTIME"
