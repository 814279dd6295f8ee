// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

namespace inspector {

namespace {

tl::unexpected<Error> lockFailed(const QByteArray &path, int error)
{
    return failure("lock_failed", path.toStdString() + " cannot be locked: " + std::strerror(error),
        "Choose a folder that can be written to.");
}

/// A handle that holds the lock, or -1 with errno: EWOULDBLOCK where somebody else holds it.
int tryToLock(const QByteArray &path)
{
    constexpr mode_t everybody = 0666; // less the umask: whoever may write into the folder
    const int handle = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, everybody);
    if (handle < 0)
        return -1;
    int error = ::flock(handle, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    struct stat locked = {};
    struct stat named = {};
    // Somebody may have removed the file in between; a lock on a file without a name keeps nobody out.
    if (error == 0 && (::fstat(handle, &locked) != 0 || ::stat(path.constData(), &named) != 0 ||
                          locked.st_ino != named.st_ino || locked.st_dev != named.st_dev))
        error = EWOULDBLOCK;
    if (error == 0)
        return handle;
    ::close(handle);
    errno = error;
    return -1;
}

} // namespace

SlotLock::SlotLock(int handle)
    : m_handle(handle)
{}

SlotLock::SlotLock(SlotLock &&other) noexcept
    : m_handle(std::exchange(other.m_handle, -1))
{}

SlotLock::~SlotLock()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

Result<SlotLock> SlotLock::acquire(const QString &folder, const Wait &wait)
{
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(QStringLiteral(".save_lock")));
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        if (attempt > 0)
            wait(pause);
        const int handle = tryToLock(path);
        if (handle >= 0)
            return SlotLock(handle);
        if (errno != EWOULDBLOCK && errno != EINTR)
            return lockFailed(path, errno);
    }
    return failure("slots_busy",
        folder.toStdString() + " is in use: another process has been saving into it for too long",
        "Try again, or end the other process.");
}

} // namespace inspector
