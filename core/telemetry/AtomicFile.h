// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <string_view>

namespace inspector {

/// Writes a whole file so that under its name there is, at every moment and after a crash, the old file or
/// the new one: a nameless file in the same folder, synced, then renamed. The folder itself is synced by
/// `syncFolder`, once for all files of a set. A symbolic link under the name is refused: following it would
/// leave the folder.
///
/// Errors `write_failed` and `not_a_file` name the path; after one, the file that was there is untouched.
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, std::string_view content);

/// Nothing is under the name yet, or a plain file is. Error `not_a_file` for a link, a folder, a pipe:
/// opening one of them may leave the folder, or wait for ever.
[[nodiscard]] Result<void> checkPlainFile(const QString &path);

/// Makes the names of files that were written in `folder` durable. Error `sync_failed`.
[[nodiscard]] Result<void> syncFolder(const QString &folder);

} // namespace inspector
