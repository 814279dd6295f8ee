#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the program, from whatever state the machine is in: installs what is missing, builds, runs.
# Arguments go to the program as they are. Without any it opens the window, or, where there is no display, exports
# the demo mission. Standard input and output are the program's alone; this script speaks on standard error.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

export_demo()
{
    local program=$1 directory=${TELEMETRY_EXPORT_DIR:-telemetry-artifacts} result status=0
    directory=$(realpath -m -- "$directory")
    result=$directory/demo-result.json
    mkdir -p -- "$directory"
    rm -f -- "$result"
    "$program" --export --artifact-dir "$directory" --result "$result" || status=$?
    if [[ $status -ne 0 ]]; then
        say "There is no display, so the demo mission was to be exported, but that failed; the reason is above."
        exit "$status"
    fi
    [[ -s $result ]] || fail "The export ended without its result document $result, so what it wrote is unknown."
    say "There is no display, so no window was opened and the demo mission was exported instead."
    say "Its files are in $directory; demo-result.json there lists them."
}

main()
{
    local -a roles=(build)
    local program=$project_root/build/release/app/telemetry-inspector
    [[ -z ${WAYLAND_DISPLAY:-} ]] || roles+=(wayland)
    install_packages "${roles[@]}"
    (build_preset release telemetry-inspector) # and what it starts; no tests
    if [[ $# -gt 0 || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
        exec "$program" "$@"
    fi
    export_demo "$program"
}

main "$@"
