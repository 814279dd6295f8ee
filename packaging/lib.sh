#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts share: the project's root, plain messages, installing packages, building and testing a preset.
# To be sourced. Everything here writes to standard error only, except the tests' own output, reads nothing from
# standard input, and needs no more than what every Debian system has.
set -euo pipefail

project_root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
cores=$(nproc)
# What one checkout has compiled, another on the same machine need not compile again.
export CCACHE_BASEDIR=$project_root CCACHE_NOHASHDIR=1
# What ccache asks for where headers are precompiled.
export CCACHE_SLOPPINESS=pch_defines,time_macros

say()
{
    printf '%s\n' "$*" >&2
}

fail()
{
    say "$@"
    exit 1
}

# packages_of ROLE...: the packages of these sections of dependencies.txt, one a line.
packages_of()
{
    local line section=''
    while read -r line; do
        line=${line%%#*}
        line=${line%"${line##*[![:space:]]}"}
        case $line in
            '') ;;
            '['*']') section=${line:1:-1} ;;
            *) if [[ " $* " == *" $section "* ]]; then printf '%s\n' "$line"; fi ;;
        esac
    done <"$project_root/packaging/dependencies.txt"
}

# missing_of PACKAGE...: those that are not installed, one a line.
missing_of()
{
    local installed package
    # dpkg-query fails where it does not know a name; that name is then missing from its answer, which is enough.
    # shellcheck disable=SC2016 # the ${} are dpkg-query's
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
    for package; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || printf '%s\n' "$package"
    done
}

# logged FILE COMMAND...: runs it silently; what it wrote is in FILE.
logged()
{
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" </dev/null >"$log" 2>&1
}

apt_install()
{
    local -a as_root=()
    [[ $EUID -eq 0 ]] || as_root=(sudo)
    # A list of packages that cannot be refreshed is no reason to stop: the one that is there may do.
    "${as_root[@]}" apt-get -q update || echo "apt-get update failed; going on with the lists that are there."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 \
        install --no-install-recommends "$@"
}

# install_packages ROLE...: installs what is missing of these roles; does nothing where nothing is.
install_packages()
{
    local list log
    local -a packages missing
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This system has no apt, so nothing was installed." \
            "If the build fails, install what packaging/dependencies.txt lists under its names here."
        return
    fi
    list=$(packages_of "$@")
    mapfile -t packages <<<"$list"
    list=$(missing_of "${packages[@]}")
    [[ -n $list ]] || return 0
    mapfile -t missing <<<"$list"

    local by_hand="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        fail "Packages are missing, and installing them takes root or sudo. Run this as root, then start again:" \
            $'\n'"  $by_hand"
    fi
    say "Installing ${missing[*]}"
    log=$(mktemp)
    if ! logged "$log" apt_install "${missing[@]}"; then
        cat "$log" >&2
        rm -f "$log"
        fail "The packages could not be installed; apt-get's own words are above. By hand, as root:"$'\n'"  $by_hand"
    fi
    rm -f "$log"
}

# preset_is_built NAME [--target TARGET]
preset_is_built()
{
    local plan
    plan=$(cmake --build --preset "$@" -- -n </dev/null 2>/dev/null) && [[ $plan == *'no work to do'* ]]
}

build_failed()
{
    # ninja's progress lines tell nothing in a log
    grep -Ev '^\[[0-9]+/[0-9]+\] ' "$2" >&2 || true
    fail "The $1 build failed; the compiler's own words are above, and all of the log is in $2."
}

# build_preset NAME [TARGET]: configures and builds it, or that much of it; says so only if there is something to do.
build_preset()
{
    local log=$project_root/build/logs/$1.log
    local -a wanted=("$1" ${2:+--target "$2"})
    cd -- "$project_root"
    logged "$log" cmake --preset "$1" || build_failed "$1" "$log"
    preset_is_built "${wanted[@]}" && return
    say "Building ($1, log in build/logs/$1.log)"
    logged "$log" cmake --build --preset "${wanted[@]}" --parallel "$cores" || build_failed "$1" "$log"
}

# test_preset NAME [ctest arguments]: builds it and runs its tests.
test_preset()
{
    build_preset "$1"
    ctest --preset "$1" --parallel "$cores" "${@:2}" </dev/null
}
