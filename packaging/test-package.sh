#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian packages, and has packaging/check-package.sh try them in a bare Debian root. Needs root.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

"$project_root/packaging/package.sh"
exec "$project_root/packaging/test-in-root.sh" --with "$project_root/build/packages" "$@" \
    ./packaging/check-package.sh build/packages
