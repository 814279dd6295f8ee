# SPDX-License-Identifier: GPL-3.0-or-later
# inspector_config: the language level, warnings and strictness that every target of the project shares.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(INSPECTOR_CCACHE ccache)
if(INSPECTOR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${INSPECTOR_CCACHE}")
endif()

include(CheckLinkerFlag)
# Links a test in a quarter of the time; there are some two hundred in each build. gold comes with binutils, but warns of
# what Clang's sanitizers export.
set(linker gold)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    set(linker lld)
endif()
check_linker_flag(CXX -fuse-ld=${linker} INSPECTOR_HAS_LINKER)

add_library(inspector_config INTERFACE)
target_compile_features(inspector_config INTERFACE cxx_std_20)
target_include_directories(inspector_config INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(inspector_config INTERFACE
    INSPECTOR_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER)
target_compile_options(inspector_config INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False for "literal" + std::string (GCC PR 105651).
    target_compile_options(inspector_config INTERFACE
        -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(INSPECTOR_HAS_LINKER)
    target_link_options(inspector_config INTERFACE -fuse-ld=${linker})
endif()
if(INSPECTOR_WARNINGS_AS_ERRORS)
    target_compile_options(inspector_config INTERFACE -Werror)
endif()
if(INSPECTOR_SANITIZE)
    # What a sanitizer adds leads GCC to take variables for uninitialised that are not (its manual, "-fsanitize").
    target_compile_options(inspector_config INTERFACE
        -fsanitize=${INSPECTOR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(inspector_config INTERFACE -fsanitize=${INSPECTOR_SANITIZE})
    target_compile_definitions(inspector_config INTERFACE INSPECTOR_SANITIZED)
endif()
if(INSPECTOR_FUZZ)
    target_compile_options(inspector_config INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(INSPECTOR_COVERAGE)
    # With -pthread GCC counts atomically; ccache does not know the option that says so by its name.
    target_compile_options(inspector_config INTERFACE --coverage -fno-inline -pthread)
    target_link_options(inspector_config INTERFACE --coverage)
endif()
