#!/usr/bin/env bash
# Builds the bundle for Windows, signs it if CERTIFICATE (a .pfx, base64) is set, and makes the installer: windows.sh OUT
set -euo pipefail
source "$(dirname "$0")/environment.sh"
sign() {
    [ -n "${CERTIFICATE:-}" ] || return 0
    base64 -d <<<"$CERTIFICATE" >"$out/certificate.pfx"
    signtool sign //f "$out/certificate.pfx" //p "$PASSWORD" //fd sha256 //tr http://timestamp.digicert.com //td sha256 "$@"
    rm "$out/certificate.pfx"
}
sign "$out/dist/unpixel/unpixel.exe" "$out/dist/unpixel/unpixelw.exe"
"$python" packaging/smoke.py "$out/dist/unpixel/unpixel.exe" --bundle
iscc "/DVersion=$version" "/DBundle=$(cygpath -w "$out/dist/unpixel")" packaging/windows/unpixel.iss
mv "$out/dist/Unpixel-$version-setup.exe" "$out/release/"
sign "$out/release/Unpixel-$version-setup.exe"
