#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails, and shows where, if clang-format would change a source file, also one that git does not track yet. --fix lets it.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

mode=(--dry-run -Werror)
[[ ${1:-} != --fix ]] || mode=(-i)

cd -- "$project_root"
git ls-files -z --cached --others --exclude-standard -- {app,core,ui,tests}/'*.'{cpp,h} | xargs -0 -r -n 50 -P "$cores" clang-format "${mode[@]}" ||
    fail 'These files are not formatted as .clang-format says. packaging/check-format.sh --fix formats them.'
