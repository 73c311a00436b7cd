#!/usr/bin/env bash
# Builds Unpixel.app, signs and notarizes it if IDENTITY and NOTARY_PROFILE are set, and makes a .dmg: macos.sh OUT
set -euo pipefail
source "$(dirname "$0")/environment.sh"
app=$out/dist/Unpixel.app
if [ -n "${IDENTITY:-}" ]; then
    codesign --force --deep --timestamp --options runtime --entitlements packaging/macos/entitlements.plist -s "$IDENTITY" "$app"
fi
"$python" packaging/smoke.py "$app/Contents/MacOS/unpixel" --bundle
hdiutil create -volname Unpixel -srcfolder "$app" -format ULFO "$out/release/Unpixel-$version-$(uname -m).dmg"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$out/release/"*.dmg --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$out/release/"*.dmg
fi
