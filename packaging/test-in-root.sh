#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs packaging/test.sh, or another command, on the tracked files in a bare Debian root made for it (debootstrap,
# minbase), to show that nothing but the distribution is needed. Needs root; mounts exist only in a namespace of the
# run, so that they end with it however it ends; the root is removed again unless it was asked for.
#   packaging/test-in-root.sh [--keep] [--root DIR] [--suite NAME] [--with FOLDER] [COMMAND...]
# --with takes a folder of the checkout along that is not tracked.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

checkout=/srv/checkout # inside the root
suite=bookworm
keep=no
root=''
with=''
command=(./packaging/test.sh)

read_arguments()
{
    while [[ ${1:-} == --* ]]; do
        case $1 in
            --keep) keep=yes ;;
            --root | --suite | --with)
                [[ $# -ge 2 ]] || fail "$1 takes a value."
                case $1 in
                    --root) root=$2 ;;
                    --suite) suite=$2 ;;
                    --with) with=$(realpath --relative-to "$project_root" -- "$2") ;;
                esac
                shift
                ;;
            *)
                fail "There is no option $1." \
                    "Usage: test-in-root.sh [--keep] [--root DIR] [--suite NAME] [--with FOLDER] [COMMAND...]"
                ;;
        esac
        shift
    done
    [[ $# -eq 0 ]] || command=("$@")
}

# The machine's own Debian sources of the suite and of its updates, as "URI SUITE" lines. Whose a source is, apt
# knows only once it has fetched the source's index; until then it is taken for Debian's.
apt_sources()
{
    # shellcheck disable=SC2016 # the $() are apt-get's
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' \
        'Created-By: Packages' 'Target-Of: deb' |
        awk -v suite="$suite" '
            $2 ~ "^" suite "(-(updates|security))?$" && $3 == "main" && (NF == 3 || $4 == "Debian") { print $1, $2 }' |
        sort -u
}

# How the machine reaches them: proxies, and what it lets pass about dates and certificates.
apt_transport()
{
    apt-config dump | grep -E '^Acquire::(https?|ftp|socks|Check-[^:]*|ForceIPv[46]|Retries|Languages)[: ]' || true
}

copy_into_root()
{
    [[ ! -e $1 ]] || cp --recursive --dereference --parents --target-directory="$root" -- "$1"
}

make_root()
{
    local mirror proxy=''
    [[ -n $sources ]] || fail "The machine's apt has no source of $suite, so there is no mirror to make the root from."
    mirror=$(awk -v suite="$suite" '$2 == suite { print $1; exit }' <<<"$sources")
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    say "Making a bare $suite root in $root"
    [[ -z $proxy ]] || export http_proxy=$proxy
    if ! logged "$root.log" unshare --mount --propagation private \
        debootstrap --variant=minbase "$suite" "$root" "$mirror"; then
        tail -n 30 "$root.log" >&2
        fail 'debootstrap failed; its last words are above.'
    fi
    rm -f "$root.log"
    chmod 755 "$root" # apt's own user has to get in
}

configure_apt()
{
    awk '{ print "deb", $1, $2, "main" }' <<<"$sources" >"$root/etc/apt/sources.list"
    apt_transport >"$root/etc/apt/apt.conf.d/90transport"
    copy_into_root /etc/apt/trusted.gpg.d
    copy_into_root /etc/apt/auth.conf
    copy_into_root /etc/apt/auth.conf.d
    if grep -q '^https:' <<<"$sources"; then
        copy_into_root /etc/ssl/certs/ca-certificates.crt
        copy_into_root /usr/local/share/ca-certificates
    fi
    copy_into_root /etc/resolv.conf
    copy_into_root /etc/hosts
}

# The tracked files as they are now, changes that are not committed included.
copy_checkout()
{
    rm -rf -- "${root:?}$checkout"
    mkdir -p -- "$root$checkout"
    git -C "$project_root" ls-files -z |
        tar -C "$project_root" --null --no-recursion --ignore-failed-read -T - -c |
        tar -C "$root$checkout" --no-same-owner -x
    [[ -z $with ]] || (cd -- "$project_root" && cp --recursive --parents --target-directory="$root$checkout" -- "$with")
}

run_in_root()
{
    local name
    local -a environment=(PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM="${TERM:-dumb}")
    for name in CI CMAKE_BUILD_PARALLEL_LEVEL http_proxy https_proxy no_proxy; do
        [[ -z ${!name:-} ]] || environment+=("$name=${!name}")
    done
    say "Running ${command[*]} in it"
    # shellcheck disable=SC2016 # the inner shells'
    unshare --mount --propagation private --pid --fork --kill-child bash -euc '
        root=$1 checkout=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount --bind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
        exec chroot "$root" /usr/bin/env -i "$@"
    ' inside "$root" "$checkout" "${environment[@]}" /bin/bash -c 'cd "$0" && exec "$@"' "$checkout" "${command[@]}"
}

# shellcheck disable=SC2317 # a trap calls it
remove_root()
{
    rm -rf --one-file-system -- "$root" "$root.log"
}

read_arguments "$@"
[[ $EUID -eq 0 ]] || fail 'Making a root takes root. Run this as root, for example with sudo.'
install_packages root
sources=$(apt_sources)
if [[ -z $root ]]; then
    root=$(mktemp -d)
fi
root=$(realpath -m -- "$root")
if [[ -e $root/etc/debian_version ]]; then
    say "Using the root that is in $root, and keeping it"
    keep=yes
else
    [[ -z $(ls -A -- "$root" 2>/dev/null) ]] || fail "$root is neither empty nor a Debian root; nothing was done."
    [[ $keep == yes ]] || trap remove_root EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    make_root
fi
configure_apt
copy_checkout
status=0
run_in_root || status=$?
[[ $keep == no ]] || say "The root is still in $root; start again with --root $root to use it."
exit "$status"
