#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-package.sh FOLDER: installs the Debian packages of the folder, uses them, removes them, and sees that nothing is
# left. For a machine made for it, such as the root of packaging/test-package.sh, and for root.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

folder=$(realpath -- "$1")
work=$(mktemp -d)

check()
{
    say "- $1"
    shift
    "$@" || fail "That did not hold: $*"
}

quiet_apt()
{
    logged "$work/apt.log" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" || {
        cat "$work/apt.log" >&2
        fail "apt-get $* failed; its own words are above."
    }
}

exports()
{
    rm -rf -- "$work/out"
    "$1" --export --quiet --artifact-dir "$work/out" "${@:2}" >"$work/result.json" &&
        [[ -s $work/out/ci-artifacts.json ]] && (cd -- "$work/out" && sha256sum --quiet --check SHA256SUMS)
}

# The packages that a window takes and a job does not.
has_no_gui()
{
    ! dpkg-query -W -f '${Package} ${db:Status-Status}\n' | grep -E '^(libqt6(gui|widgets)6|libx11-6) installed'
}

says_what_to_install()
{
    local status=0
    env -u DISPLAY -u WAYLAND_DISPLAY telemetry-inspector 2>"$work/err" || status=$?
    [[ $status -eq 2 ]] && grep -q 'install the package telemetry-inspector' "$work/err"
}

# The RUN lines of the Dockerfile, as they are, with what it copies where it copies it.
runs_dockerfile()
{
    local line
    cp -- "$folder"/telemetry-inspector-cli_*.deb /tmp/
    while IFS= read -r line; do
        logged "$work/run.log" /bin/sh -c "$line" || {
            cat "$work/run.log" >&2
            return 1
        }
    done < <(sed -n 's/^RUN //p' "$project_root/packaging/docker/Dockerfile")
    quiet_apt update # whose lists the image does without
}

# Images for containers may leave manuals out of what dpkg installs.
has_manual()
{
    [[ -s /usr/share/man/man1/telemetry-inspector.1.gz ]] || grep -rqs 'path-exclude=/usr/share/man' /etc/dpkg/dpkg.cfg.d
}

completes()
{
    # shellcheck source=/dev/null
    (
        source /usr/share/bash-completion/completions/telemetry-inspector
        COMP_WORDS=(telemetry-inspector --compr)
        COMP_CWORD=1
        _telemetry_inspector
        [[ ${COMPREPLY[*]} == --compress ]]
    )
}

has_pieces()
{
    (cd -- /usr/share/telemetry-inspector && ls ci/github-action/action.yml playwright/inspectorTelemetry.mjs \
        schemas/expectations.schema.json) >/dev/null
}

# Images for containers may leave the documentation out as well.
has_docs()
{
    (cd -- "/usr/share/doc/$1" && ls README.md docs/getting-started.md docs/images/scale.svg) >/dev/null 2>&1 ||
        grep -rqs 'path-exclude=/usr/share/doc' /etc/dpkg/dpkg.cfg.d
}

# shellcheck disable=SC2317 # a trap calls it
end_display()
{
    kill "$(cat "$work/xvfb.pid")" 2>/dev/null || true
}

# opens_window PROGRAM
opens_window()
{
    local display program tries=0
    rm -f -- "$work/display" # that of the window before
    # Without -noreset it begins anew when the last client leaves, and turns away who comes just then.
    Xvfb -noreset -displayfd 5 -screen 0 1280x800x24 5>"$work/display" 2>/dev/null &
    echo $! >"$work/xvfb.pid"
    trap end_display EXIT
    until [[ -s $work/display ]]; do sleep 0.1; done
    display=:$(cat "$work/display")
    DISPLAY=$display "$1" &
    program=$!
    until DISPLAY=$display xwininfo -root -tree 2>/dev/null | grep -q 'Telemetry Inspector'; do
        kill -0 "$program" 2>/dev/null && ((++tries < 600)) || return 1
        sleep 0.1
    done
    kill "$program"
    wait "$program" 2>/dev/null || true
    end_display
}

# of_type TYPE FILE: whether a desktop takes the file for that.
of_type()
{
    [[ $(LC_ALL=C gio info -a standard::content-type -- "$2") == *"content-type: $1" ]]
}

# By its name, or where it has none of ours by its first bytes.
sessions_have_a_type()
{
    local session=$work/session.ndjson
    printf '{"type":"session","timestamp":1}\n' >"$session"
    cp -- "$session" "$work/a-session"
    gzip --keep --force -- "$session"
    of_type application/x-telemetry-session "$session" && of_type application/x-telemetry-session "$work/a-session" &&
        of_type application/x-telemetry-session+gzip "$session.gz"
}

leaves_nothing()
{
    local left
    left=$(find / -xdev \( -path /proc -o -path /tmp -o -path /root -o -path "$project_root" -o -path "$folder" \) \
        -prune -o \( -iname '*telemetry?inspector*' -o -iname '*telemetryinspector*' \) -print)
    [[ -z $left ]] || {
        say "$left"
        return 1
    }
}

[[ $EUID -eq 0 ]] || fail 'Installing packages takes root.'
quiet_apt update
before=$(dpkg-query -W -f '${Package}\n')

check 'the RUN lines of packaging/docker/Dockerfile' runs_dockerfile
check 'telemetry-inspector-cli needs no library of a window' has_no_gui
check 'it exports' exports telemetry-inspector
check 'without --export it says what to install, and exits 2' says_what_to_install
check 'there is a manual' has_manual
check 'bash completes' completes
check 'what is copied elsewhere is there' has_pieces
check 'and its documentation' has_docs telemetry-inspector-cli
quiet_apt purge --autoremove telemetry-inspector-cli
check 'nothing is left of it' leaves_nothing

quiet_apt install --no-install-recommends "$folder"/telemetry-inspector_*.deb
check 'telemetry-inspector exports' exports telemetry-inspector
check 'with plots' exports telemetry-inspector --formats json,plots
check 'its documentation is there' has_docs telemetry-inspector
mapfile -t desktop_packages < <(packages_of display types)
quiet_apt install --no-install-recommends "${desktop_packages[@]}"
check 'the window opens' opens_window telemetry-inspector
check 'a desktop knows a session' sessions_have_a_type
dpkg-deb --extract "$folder"/telemetry-inspector_*.deb "$work/anywhere"
check 'its tree runs from any prefix' exports "$work/anywhere/usr/bin/telemetry-inspector" --formats json,plots
check 'and opens the window from there' opens_window "$work/anywhere/usr/bin/telemetry-inspector"
quiet_apt purge --autoremove telemetry-inspector "${desktop_packages[@]}"
check 'nothing is left of it' leaves_nothing
check 'no package is left either' test "$(dpkg-query -W -f '${Package}\n')" == "$before"
say 'The packages hold what they promise.'
