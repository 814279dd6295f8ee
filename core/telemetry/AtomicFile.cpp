// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace inspector {

namespace {

constexpr const char *remedy = "Free some space, or choose a folder that can be written to.";

tl::unexpected<Error> writeFailed(const QString &path, const std::string &reason)
{
    return failure("write_failed", path.toStdString() + " was not written: " + reason, remedy);
}

/// Hands over large content piece by piece: QSaveFile takes a short write for success when it is one large
/// piece.
bool writePieces(QSaveFile &file, std::string_view content)
{
    constexpr std::size_t pieceBytes = 1U << 20U;
    while (!content.empty()) {
        const std::size_t size = std::min(content.size(), pieceBytes);
        if (file.write(content.data(), static_cast<qint64>(size)) != static_cast<qint64>(size))
            return false;
        content.remove_prefix(size);
    }
    return true;
}

std::string reasonOf(const QSaveFile &file)
{
    return file.error() == QFileDevice::NoError ? "the disk took only a part of it"
                                                : file.errorString().toStdString();
}

} // namespace

Result<void> checkPlainFile(const QString &path)
{
    const QFileInfo target(path);
    if (target.isSymLink() || (target.exists() && !target.isFile())) {
        return failure("not_a_file", path.toStdString() + " exists and is no plain file",
            "Remove it, or choose another folder or prefix.");
    }
    return {};
}

// In Qt 6.4 commit() alone reports success on a full disk, and replaces the good file: a write that is still
// buffered fails inside it unnoticed, and the result of its fdatasync is dropped. So each step is checked
// here, before it.
Result<void> writeFileAtomically(const QString &path, std::string_view content)
{
    if (const auto plain = checkPlainFile(path); !plain)
        return plain;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFailed(path, file.errorString().toStdString());
    if (!writePieces(file, content) || !file.flush()) {
        const std::string reason = reasonOf(file);
        file.cancelWriting();
        return writeFailed(path, reason);
    }
    if (::fsync(file.handle()) != 0) {
        const std::string reason = std::strerror(errno);
        file.cancelWriting();
        return writeFailed(path, reason);
    }
    if (!file.commit())
        return writeFailed(path, file.errorString().toStdString());
    if (QFileInfo(path).size() != static_cast<qint64>(content.size()))
        return writeFailed(path, "its size is not what was written");
    return {};
}

Result<void> syncFolder(const QString &folder)
{
    const int handle = ::open(folder.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    const int error = errno;
    if (handle >= 0)
        ::close(handle);
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to be done on those.
    if (!synced && error != EINVAL) {
        return failure(
            "sync_failed", folder.toStdString() + " could not be synced: " + std::strerror(error), remedy);
    }
    return {};
}

} // namespace inspector
