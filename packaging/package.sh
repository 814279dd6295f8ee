#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian packages, from whatever state the machine is in: telemetry-inspector with the window, and
# telemetry-inspector-cli without. They are in build/packages then, checked by lintian and the desktop's own validators.
set -euo pipefail
# shellcheck source=packaging/lib.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/lib.sh"

folder=$project_root/build/packages

# make_package PRESET
make_package()
{
    local log=$project_root/build/logs/$1-cpack.log
    build_preset "$1"
    if ! logged "$log" cpack --config "build/$1/CPackConfig.cmake" -B "$folder"; then
        cat "$log" >&2
        fail "The package could not be made; cpack's own words are above."
    fi
    rm -rf -- "${folder:?}/_CPack_Packages" "${folder:?}"/*.sha256
}

cd -- "$project_root"
install_packages build package
desktop-file-validate packaging/desktop/telemetry-inspector.desktop
appstreamcli validate --no-net packaging/desktop/*.metainfo.xml >&2
rm -rf -- "$folder"
(make_package package)
(make_package package-cli)
lintian --fail-on error --suppress-tags bad-distribution-in-changes-file "$folder"/*.deb >&2
ls -- "$folder"/*.deb
