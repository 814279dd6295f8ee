#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the tree to its rules: what the top level contains, which folder may include which, the licence line of
# every source file, and the pictures of the docs. Names every file that breaks one.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

top_level='CMakeLists.txt|CMakePresets.json|README.md|LICENSE|CHANGELOG.md|app|core|ui|resources|tests|packaging|docs'
licence='// SPDX-License-Identifier: GPL-3.0-or-later'
broken=0

# refuse MESSAGE FINDINGS: nothing where there are none.
refuse()
{
    [[ -n $2 ]] || return 0
    say "$1" $'\n'"    ${2//$'\n'/$'\n'    }"
    broken=1
}

# included FOLDER PATTERN: the lines of its files that include, or link, what matches.
included()
{
    git grep --untracked -nE "$2" -- "$1/*.h" "$1/*.cpp" "$1/CMakeLists.txt" "$1/*/CMakeLists.txt" || true
}

files_without_licence()
{
    local file line
    while IFS= read -r file; do
        [[ -f $file ]] || continue
        IFS= read -r line <"$file" || true
        [[ $line == "$licence" ]] || printf '%s\n' "$file"
    done
}

# Classes declared in our namespace that nothing defines there: such as one of Qt's, which is then another class.
# clang-tidy's check of the same cannot see it, as it does not visit what Qt declares.
declared_without_definition()
{
    local -a sources
    mapfile -t sources < <(grep -E '^(app|core|ui|tests)/.*\.(cpp|h)$' <<<"$files")
    awk '
        FNR == 1 { depth = 0 }
        /^namespace inspector/ && /{/ { depth = 1 }
        /^} \/\/ namespace inspector/ { depth = 0 }
        depth && match($0, /^ *(class|struct) [A-Za-z_]+;/) {
            declared[substr($0, RSTART, RLENGTH)] = FILENAME ":" FNR
            next
        }
        match($0, /(class|struct) +[A-Za-z_:]+( final)?/) {
            split(substr($0, RSTART, RLENGTH), words, " ")
            sub(/.*::/, "", words[2])
            defined[words[2]] = 1
        }
        END {
            for (line in declared) {
                name = line
                gsub(/^ *(class|struct) |;/, "", name)
                if (!(name in defined))
                    print declared[line] ": " name
            }
        }' "${sources[@]}" | sort
}

# The pictures of the window that the README shows: "WIDTH HEIGHT" stand at byte 16 of a PNG, most significant first.
pictures_of_other_size()
{
    local name size
    for name in factions-dark attitudes-light state-dark; do
        size=$(od -An -v -t u4 --endian=big -j 16 -N 8 "docs/images/$name.png" 2>/dev/null | xargs) || true
        [[ $size == '1280 800' ]] || printf '%s\n' "docs/images/$name.png: ${size:-none}"
    done
}

cd -- "$project_root"
files=$(git -c core.quotePath=false ls-files --cached --others --exclude-standard)

refuse "These do not belong at the top level; it holds only ${top_level//|/, } and dotfiles:" \
    "$(cut -d/ -f1 <<<"$files" | sort -u | grep -Ev "^(\..*|$top_level)$" || true)"

# <QWidget> without its module does not compile in core/, which links neither module; so this need not know them all.
refuse 'core/ stands below the window; it takes nothing of Qt Gui, Qt Widgets, ui/ or app/:' \
    "$(included core '#include *["<](ui/|app/|Qt(Gui|Widgets|PrintSupport|OpenGL|OpenGLWidgets|Svg)[/>])|Qt6::(Gui|Widgets|PrintSupport|OpenGL|OpenGLWidgets|Svg)')"
refuse 'ui/ does not know the program; it includes nothing of app/:' \
    "$(included ui '#include *["<]app/')"
refuse "The first line of these files is not \"$licence\":" \
    "$(grep -E '\.(cpp|h)$' <<<"$files" | files_without_licence)"
refuse 'These are declared in our namespace, and nothing defines them there:' "$(declared_without_definition)"
refuse 'These pictures are not of 1280 by 800; the target docs-images takes them:' "$(pictures_of_other_size)"

exit "$broken"
