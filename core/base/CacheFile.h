// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

#include <memory>

namespace inspector {

/// A new file, open for reading and writing, in the cache folder, or where that cannot be written to in the
/// folder for temporary files; nullptr where there is neither. It has no name or loses it, so that nothing is
/// left behind however the program ends. `kind` begins the name where it needs one.
[[nodiscard]] std::unique_ptr<QTemporaryFile> openCacheFile(const QString &kind);

} // namespace inspector
