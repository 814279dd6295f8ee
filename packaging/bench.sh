#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures the figures of docs/performance.md, from whatever state the machine is in: installs what is missing, builds
# what users get, measures, and writes build/bench.json. Takes some minutes and 3 GB under build/.
# Arguments go to inspector-bench as they are, for example: packaging/bench.sh --only dispatch
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

install_packages build test
(build_preset release)
exec "$project_root/build/release/tests/bench/inspector-bench" \
    --folder "$project_root/build" --json "$project_root/build/bench.json" "$@"
