# SPDX-License-Identifier: GPL-3.0-or-later
# Minizip::minizip. The library brings no CMake file of its own.
find_path(Minizip_INCLUDE_DIR minizip/zip.h)
find_library(Minizip_LIBRARY minizip)
mark_as_advanced(Minizip_INCLUDE_DIR Minizip_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Minizip REQUIRED_VARS Minizip_LIBRARY Minizip_INCLUDE_DIR)

if(Minizip_FOUND AND NOT TARGET Minizip::minizip)
    add_library(Minizip::minizip UNKNOWN IMPORTED)
    set_target_properties(Minizip::minizip PROPERTIES
        IMPORTED_LOCATION "${Minizip_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Minizip_INCLUDE_DIR}")
endif()
