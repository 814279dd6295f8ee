// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace inspector {

namespace {

/// Space is no remedy where nothing may be written at all.
std::string remedyFor(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    return folder.exists() && !folder.isWritable()
               ? "Choose a folder that can be written to."
               : "Free some space, or choose a folder that can be written to.";
}

tl::unexpected<Error> writeFailed(const QString &path, const std::string &reason)
{
    return failure("write_failed", path.toStdString() + " was not written: " + reason, remedyFor(path));
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
            "Choose another file, folder or prefix.");
    }
    return {};
}

AtomicFile::AtomicFile(std::unique_ptr<QSaveFile> file)
    : m_file(std::move(file))
{}

AtomicFile::~AtomicFile() = default;
AtomicFile::AtomicFile(AtomicFile &&other) noexcept = default;
AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept = default;

Result<AtomicFile> AtomicFile::open(const QString &path)
{
    if (const auto plain = checkPlainFile(path); !plain)
        return tl::unexpected(plain.error());
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return writeFailed(path, file->errorString().toStdString());
    return AtomicFile(std::move(file));
}

// QSaveFile takes a short write for success when it is one large piece.
Result<void> AtomicFile::write(std::string_view content)
{
    constexpr std::size_t pieceBytes = 1U << 20U;
    while (!content.empty()) {
        const std::size_t size = std::min(content.size(), pieceBytes);
        if (m_file->write(content.data(), static_cast<qint64>(size)) != static_cast<qint64>(size))
            return abandoned(reasonOf(*m_file));
        content.remove_prefix(size);
        m_bytes += size;
    }
    return {};
}

// In Qt 6.4 commit() alone reports success on a full disk, and replaces the good file: a write that is still
// buffered fails inside it unnoticed, and the result of its fdatasync is dropped. So each step is checked
// here, before it.
Result<void> AtomicFile::commit()
{
    const QString path = m_file->fileName();
    if (!m_file->flush())
        return abandoned(reasonOf(*m_file));
    if (::fsync(m_file->handle()) != 0)
        return abandoned(std::strerror(errno));
    if (!m_file->commit())
        return writeFailed(path, m_file->errorString().toStdString());
    if (QFileInfo(path).size() != static_cast<qint64>(m_bytes))
        return writeFailed(path, "its size is not what was written");
    return {};
}

tl::unexpected<Error> AtomicFile::abandoned(const std::string &reason)
{
    m_file->cancelWriting();
    return writeFailed(m_file->fileName(), reason);
}

Result<void> writeFileAtomically(const QString &path, std::string_view content)
{
    Result<AtomicFile> file = AtomicFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = file->write(content); !written)
        return written;
    return file->commit();
}

void makeFolderOf(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
}

Result<void> writeFileWithFolder(const std::string &path, std::string_view content)
{
    const QString file = QString::fromStdString(path);
    makeFolderOf(file);
    return writeFileAtomically(file, content);
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
        return failure("sync_failed", folder.toStdString() + " could not be synced: " + std::strerror(error),
            remedyFor(folder + QLatin1Char('/')));
    }
    return {};
}

} // namespace inspector
