#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a script that needs a real browser: run.sh [--test] FILE [ARGUMENTS]. Ends with 77, which ctest shows as skipped,
# where there is no browser or where Playwright is not installed (packaging/fetch-playwright.sh).
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
if [[ ! -d node_modules/@playwright/test ]] || ! command -v chromium >/dev/null; then
    echo "No Playwright or no chromium here: packaging/test.sh installs both where the registry is reached."
    exit 77
fi
exec "${NODE:-node}" "$@"
