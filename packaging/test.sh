#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every test, from whatever state the machine is in: installs what is missing, builds, tests.
# Arguments go to ctest as they are, for example: packaging/test.sh -R tst_KeyHash
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

install_packages build test display
"$project_root/packaging/fetch-ci-schemas.sh"
"$project_root/packaging/fetch-playwright.sh"
test_preset release "$@"
