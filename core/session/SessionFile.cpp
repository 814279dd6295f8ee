// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionFile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFileDevice>
#include <QTemporaryFile>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace inspector {

namespace {

std::string reasonOf(int error)
{
    return std::generic_category().message(error);
}

tl::unexpected<Error> unreadable(const std::string &name, const std::string &reason)
{
    return failure(
        "input_unreadable", name + " cannot be read: " + reason, "Check the file and the space left.");
}

Result<void> copyAll(QIODevice &from, QIODevice &into, const std::string &name)
{
    constexpr std::size_t pieceBytes = 1U << 20U;
    std::vector<char> piece(pieceBytes);
    qint64 read = 0;
    if (!from.seek(0))
        return unreadable(name, from.errorString().toStdString());
    while ((read = from.read(piece.data(), static_cast<qint64>(piece.size()))) > 0) {
        if (into.write(piece.data(), read) != read)
            return unreadable(name, "it was not copied: " + into.errorString().toStdString());
    }
    if (read < 0)
        return unreadable(name, from.errorString().toStdString());
    return {};
}

} // namespace

SessionFile::SessionFile(int fd, std::string name)
    : m_fd(fd)
    , m_name(std::move(name))
{}

SessionFile::~SessionFile()
{
    ::close(m_fd);
}

Result<std::shared_ptr<const SessionFile>> SessionFile::fromDescriptor(int fd, std::string name)
{
    const int own = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (own < 0)
        return unreadable(name, reasonOf(errno));
    return std::shared_ptr<const SessionFile>(new SessionFile(own, std::move(name)));
}

Result<std::shared_ptr<const SessionFile>> SessionFile::fromDevice(QIODevice &device, std::string name)
{
    const auto *file = dynamic_cast<const QFileDevice *>(&device);
    if (file != nullptr && file->handle() >= 0)
        return fromDescriptor(file->handle(), std::move(name));
    QTemporaryFile spool;
    if (!spool.open())
        return unreadable(name, "no temporary file: " + spool.errorString().toStdString());
    if (const auto copied = copyAll(device, spool, name); !copied)
        return tl::unexpected(copied.error());
    if (!spool.flush())
        return unreadable(name, "it was not copied: " + spool.errorString().toStdString());
    return fromDescriptor(spool.handle(), std::move(name));
}

std::uint64_t SessionFile::size() const
{
    struct stat found
    {};
    return ::fstat(m_fd, &found) == 0 ? static_cast<std::uint64_t>(found.st_size) : 0;
}

Result<std::size_t> SessionFile::readSome(std::uint64_t offset, char *into, std::size_t size) const
{
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t read = ::pread(m_fd, into + filled, size - filled, static_cast<off_t>(offset + filled));
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0) {
            return failure("read_failed", m_name + " cannot be read: " + reasonOf(errno),
                "Check the file and the disk that it is on.");
        }
        if (read == 0)
            break;
        filled += static_cast<std::size_t>(read);
    }
    return filled;
}

tl::unexpected<Error> SessionFile::changed(const std::string &how) const
{
    return failure("input_changed", m_name + " changed after it was read: " + how, "Open it again.");
}

} // namespace inspector
