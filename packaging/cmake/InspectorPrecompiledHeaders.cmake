# SPDX-License-Identifier: GPL-3.0-or-later
# The headers of Qt and of the standard library that most sources include, parsed once for each kind of target instead
# of once for each source (docs/decisions/0011-build-time.md). None of the project's own, whose changes would compile
# everything anew. Each source names what it includes all the same: clang-tidy and the fuzzers do without.
# -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON does so for all.
set(inspector_core_headers
    <algorithm> <array> <chrono> <cmath> <cstdint> <functional> <map> <memory> <optional> <string> <string_view> <utility>
    <variant> <vector>
    <QByteArray> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QList> <QObject> <QString> <QStringList> <QVariant>)
set(inspector_window_headers ${inspector_core_headers}
    <QAbstractTableModel> <QAction> <QApplication> <QBoxLayout> <QLabel> <QPainter> <QStyledItemDelegate> <QTimer> <QWidget>)
set(inspector_test_headers <QSignalSpy> <QTemporaryDir> <QTest>)

# Without, ccache caches nothing: from GCC it does not learn what a source includes, and Clang's headers differ by the
# time at which they were made.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(inspector_config INTERFACE -fpch-preprocess)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(inspector_config INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

# inspector_precompile_headers(<name> LIBRARIES … HEADERS …): what targets name in target_precompile_headers(REUSE_FROM).
# They may define more than these libraries do, but nothing that the headers ask for.
function(inspector_precompile_headers name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
    add_library(${name} OBJECT "${PROJECT_SOURCE_DIR}/packaging/cmake/PrecompiledHeaders.cpp")
    target_link_libraries(${name} PRIVATE inspector_config ${ARG_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()
