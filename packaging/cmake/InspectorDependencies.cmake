# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the build looks for, in one place; docs/decisions/0001-dependencies.md says why each.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core WebSockets)
find_package(Minizip REQUIRED)
find_package(Nettle REQUIRED)
find_package(simdjson REQUIRED)
find_package(tl-expected REQUIRED)
find_package(ZLIB REQUIRED)
find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED) # compiled in, not linked

if(INSPECTOR_BUILD_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus Widgets PrintSupport Svg)
    find_package(Jemalloc REQUIRED)
    find_package(QCustomPlotQt6 REQUIRED) # after Qt6, whose targets it names
endif()
if(INSPECTOR_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
