#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh [SECONDS [TARGET...]]: gives each target of tests/fuzz (all of them where none is named) random input for so
# many seconds (20), beginning with its seeds and with what earlier runs came upon, which build/fuzz/corpus keeps.
# What ends a target is put into tests/fuzz/found, where every build replays it; then this fails once all have run.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

# targets: the names of all.
targets()
{
    find build/fuzz/tests/fuzz -maxdepth 1 -name '*.seeds' -printf '%f\n' | sed 's/\.seeds$//' | sort
}

# run_target NAME: fails where something was found.
run_target()
{
    local name=$1 corpus=build/fuzz/corpus/$1 found=tests/fuzz/found/$1 folder log
    local -a seeds=()
    while read -r folder; do
        if [[ -d $folder ]]; then seeds+=("$folder"); fi
    done <"build/fuzz/tests/fuzz/$name.seeds"
    log=build/fuzz/$name.log
    mkdir -p -- "$corpus" "$found"
    if ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 "build/fuzz/tests/fuzz/fuzz-$name" \
        -max_total_time="$seconds" -max_len=16384 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$found/" "$corpus" "${seeds[@]}" </dev/null >"$log" 2>&1; then
        say "$(printf '%-14s nothing found in %s executions' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")")"
        rmdir --ignore-fail-on-non-empty -- "$found"
    else
        say "$(printf '%-14s FOUND something: %s, and the end of %s:' "$name" "$found" "$log")"
        tail -n 40 -- "$log" >&2
        return 1
    fi
}

cd -- "$project_root"
seconds=${1:-20}
[[ $seconds =~ ^[0-9]+$ ]] || fail 'Usage: fuzz.sh [SECONDS [TARGET...]]'
shift || true
install_packages build clang
build_preset fuzz
[[ $# -gt 0 ]] || mapfile -t list < <(targets)
[[ $# -eq 0 ]] || list=("$@")
status=0
for target in "${list[@]}"; do
    run_target "$target" || status=1
done
rmdir --ignore-fail-on-non-empty -- tests/fuzz/found 2>/dev/null || true
exit "$status"
