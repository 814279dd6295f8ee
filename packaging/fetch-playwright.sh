#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests in a real browser need from the npm registry (tests/e2e/package-lock.json, each package with
# its digest); the browser is the distribution's. Where the registry cannot be reached, those tests are skipped.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

cd -- "$project_root/tests/e2e"
# npm writes this file last, so that an installation that was cut short is done again.
[[ node_modules/.package-lock.json -nt package-lock.json ]] && exit 0
# Node from elsewhere brings npm with it, and is in the way of the distribution's.
command -v npm >/dev/null || install_packages npm
log=$project_root/build/logs/playwright.log
if ! logged "$log" npm ci --ignore-scripts --no-audit --no-fund; then
    rm -rf node_modules
    say "Playwright was not installed (see build/logs/playwright.log), so the tests in a browser will be skipped."
fi
