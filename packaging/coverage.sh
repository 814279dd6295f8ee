#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures what the core's own tests cover of it, and fails if a folder of the list has less than it should.
# A folder that has no sources yet is skipped with a note.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

folders=(
    core/artifacts
    core/telemetry
    core/state
    core/session
    core/saves
    core/publish
)
least=90 # per cent of lines, in each

# report FOLDER [gcovr arguments]
report()
{
    gcovr --root . --add-tracefile "$trace" --filter "$1/" "${@:2}"
}

cd -- "$project_root"
trace=build/coverage/coverage.json
build_preset coverage
find build/coverage -name '*.gcda' -delete # counts of earlier runs would add up
ctest --test-dir build/coverage/tests/core --output-on-failure --no-tests=error --timeout 300 --parallel "$cores" \
    </dev/null
gcovr --root . --object-directory build/coverage --filter core/ --json "$trace" build/coverage/core \
    build/coverage/tests/core

low=0
for folder in "${folders[@]}"; do
    if [[ -z $(find "$folder" -name '*.cpp' -print -quit 2>/dev/null) ]]; then
        printf '%-16s no sources yet, skipped\n' "$folder"
        continue
    fi
    # gcovr removes the file that it is to write first: as root that would be the device /dev/null itself
    lines=$(report "$folder" --print-summary --output build/coverage/unused.txt | grep '^lines:')
    printf '%-16s %s\n' "$folder" "$lines"
    if ! report "$folder" --fail-under-line "$least" --output "build/coverage/${folder//\//-}.txt" 2>/dev/null; then
        cat "build/coverage/${folder//\//-}.txt"
        low=1
    fi
done
[[ $low -eq 0 ]] || fail "A folder above has less than $least % of its lines covered by tests."
