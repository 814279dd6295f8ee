// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

class QSaveFile;

namespace inspector {

/// A file that is written as a whole: under its name there is, at every moment and after a crash, the old
/// file or the new one. The bytes go into a nameless file in the same folder, which is synced and renamed by
/// `commit()`; a file that is not committed leaves nothing behind. The folder itself is synced by
/// `syncFolder`, once for all files of a set.
///
/// Errors `write_failed` and `not_a_file` name the path; after one, the file that was there is untouched.
class AtomicFile
{
public:
    ~AtomicFile();
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;

    /// A symbolic link under the name is refused: following it would leave the folder.
    [[nodiscard]] static Result<AtomicFile> open(const QString &path);

    /// Appends; after a failure only the destructor is of use.
    [[nodiscard]] Result<void> write(std::string_view content);
    /// Puts the file under its name.
    [[nodiscard]] Result<void> commit();

private:
    explicit AtomicFile(std::unique_ptr<QSaveFile> file);
    [[nodiscard]] tl::unexpected<Error> abandoned(const std::string &reason);

    std::unique_ptr<QSaveFile> m_file;
    std::uint64_t m_bytes = 0;
};

/// Writes `content` as one AtomicFile.
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, std::string_view content);

/// Makes the folder of a file where there is none. Where that fails, so does opening the file, which says so.
void makeFolderOf(const QString &path);

/// writeFileAtomically, and makes the folder where there is none.
[[nodiscard]] Result<void> writeFileWithFolder(const std::string &path, std::string_view content);

/// Nothing is under the name yet, or a plain file is. Error `not_a_file` for a link, a folder, a pipe:
/// opening one of them may leave the folder, or wait for ever.
[[nodiscard]] Result<void> checkPlainFile(const QString &path);

/// Makes the names of files that were written in `folder` durable. Error `sync_failed`.
[[nodiscard]] Result<void> syncFolder(const QString &folder);

} // namespace inspector
