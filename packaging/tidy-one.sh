#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy-one.sh SOURCE: clang-tidy on one source of the release build, which has to be there. Silent when it finds
# nothing, and then remembers that: the same preprocessed text (comments too, for NOLINT) under the same checks and
# the same clang-tidy is not read again, in whatever checkout, since a file takes ten to forty seconds.
# Whoever changes the options of clang-tidy below gives the folder another name, or old answers would stay.
# What it remembers is one empty file a source in ${XDG_CACHE_HOME:-~/.cache}/telemetry-inspector-tidy, free to delete.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

# The commands of the release build without precompiled headers, which are the compiler's own; and a source has to name
# what it uses. In a folder of their own, where clang-tidy looks for them.
database=build/tidy
make_database()
{
    local all=build/release/compile_commands.json made=$database/compile_commands.json.$$
    [[ ! $database/compile_commands.json -nt $all ]] || return 0
    mkdir -p -- "$database"
    sed 's/ -Winvalid-pch\| -fpch-preprocess\| -include [^ ]*cmake_pch[^ ]*//g' "$all" >"$made"
    mv -- "$made" "$database/compile_commands.json" # at once, for whoever reads it meanwhile
}

# The command that compiles the source, as the shell would be given it.
compile_command()
{
    grep -F -B1 "\"file\": \"$project_root/$1\"" "$database/compile_commands.json" |
        sed -n 's/^  "command": "\(.*\)",$/\1/; T; s/\\\(.\)/\1/g; p; q'
}

# All that decides what clang-tidy says, told without the checkout's place.
told()
{
    local command
    command=$(compile_command "$1")
    [[ -n $command ]] || fail "The release build does not compile $1."
    clang-tidy --version
    clang-tidy --dump-config -p "$database" "$1"
    command=${command/ -o * -c / -E -C -c } # preprocessed, to standard output
    printf '%s\n' "${command//"$project_root"/.}"
    (cd build/release && eval "$command") | sed "s|$project_root|.|g"
}

cd -- "$project_root"
make_database
remembered=${XDG_CACHE_HOME:-$HOME/.cache}/telemetry-inspector-tidy
key=$(told "$1" | sha256sum)
clean=$remembered/${key%% *}
[[ ! -e $clean ]] || exit 0

# Its checks visit our code only (packaging/tidy/OwnCode.cpp). That saves time and finds the same, so it is no must.
plugin=$database/own-code.so
make_plugin()
{
    local include
    [[ ! $plugin -nt packaging/tidy/OwnCode.cpp ]] || return 0
    include=$(dirname -- "$(readlink -f -- "$(command -v clang-tidy)")")/../include
    [[ -d $include/clang/Frontend ]] || return 1
    c++ -std=c++17 -O1 -fPIC -shared -fno-rtti -isystem "$include" packaging/tidy/OwnCode.cpp -o "$plugin.$$" &&
        mv -- "$plugin.$$" "$plugin"
}
load=()
! make_plugin || load=(--load="$PWD/$plugin")

anywhere=${project_root//[^[:alnum:]\/_-]/.} # as a regular expression
# Clang does not know every warning that the build names to GCC, and has its own: neither is tidy's business.
if ! found=$(clang-tidy "${load[@]}" --quiet -p "$database" --extra-arg=-Wno-error --extra-arg=-Wno-unknown-warning-option \
    --header-filter="^$anywhere/(app|core|ui|tests)/" "$1" 2>&1); then
    printf '%s\n' "$found"
    exit 1
fi
mkdir -p -- "$remembered"
: >"$clean"
