#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs clang-tidy on the sources that changed since the base (where this branch left the default branch, else the
# commit before), or with --all on every one. A changed header counts as the .cpp of its name and those including it.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

# The commit to compare with; fails where there is none.
base_commit()
{
    local branch base head
    head=$(git rev-parse HEAD)
    for branch in origin/HEAD origin/main origin/master; do
        base=$(git merge-base "$branch" HEAD 2>/dev/null) || continue
        [[ $base != "$head" ]] || break
        printf '%s\n' "$base"
        return
    done
    git rev-parse --quiet --verify 'HEAD~1^{commit}'
}

changed_files()
{
    git -c core.quotePath=false diff --name-only --diff-filter=d "$1"
    git -c core.quotePath=false ls-files --others --exclude-standard
}

# sources_of FILE...: the .cpp files that show what became of these files.
sources_of()
{
    local file
    for file; do
        case $file in
            *.cpp) printf '%s\n' "$file" ;;
            *.h)
                printf '%s\n' "${file%.h}.cpp"
                git grep --untracked -lF "#include \"$file\"" -- '*.cpp' || true
                ;;
        esac
    done
}

# Of the sources on standard input, those the release build compiles.
compiled_of()
{
    local source
    while IFS= read -r source; do
        if grep -qF "\"file\": \"$project_root/$source\"" build/release/compile_commands.json; then
            printf '%s\n' "$source"
        fi
    done
}

sources_to_check()
{
    local base list
    local -a changed
    if [[ ${1:-} != --all ]] && base=$(base_commit); then
        list=$(changed_files "$base")
        mapfile -t changed <<<"$list"
        if ! grep -qx '\.clang-tidy' <<<"$list"; then
            sources_of "${changed[@]}" | sort -u
            return
        fi
    fi
    git ls-files -- '*.cpp'
}

check()
{
    xargs -d '\n' -r -n 1 -P "$cores" packaging/tidy-one.sh
}

cd -- "$project_root"
build_preset release # for the compile commands and what moc makes
sources=$(sources_to_check "${1:-}" | compiled_of)
if [[ -z $sources ]]; then
    [[ ${1:-} != --all ]] || fail 'The release build compiles none of the sources.'
    say 'No source changed, so there is nothing to check.'
    exit
fi
say "Checking $(wc -l <<<"$sources") sources"
check <<<"$sources" || fail 'clang-tidy found what is listed above.'
