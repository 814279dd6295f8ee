// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotLock.h"

#include <fcntl.h>
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

/// A byte of the lock file. Whoever waits for the turn holds the queue meanwhile: else a process that saves
/// again and again would always be there first, between two attempts of the one that waits.
enum class Place : off_t
{
    Queue,
    Turn,
};

/// Locks or unlocks a place for this open file, so two threads of a process keep each other out as well.
bool setLock(int handle, Place place, decltype(flock::l_type) type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(place);
    lock.l_len = 1;
    return ::fcntl(handle, F_OFD_SETLK, &lock) == 0;
}

/// Whether the name still is that of the open file: a lock on one that was removed keeps nobody out.
bool isNamed(int handle, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(handle, &opened) == 0 && ::stat(path.constData(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

bool isTaken(int error)
{
    return error == EAGAIN || error == EACCES || error == EINTR;
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
    release();
}

void SlotLock::release()
{
    if (m_handle >= 0)
        ::close(m_handle);
    m_handle = -1;
}

Result<SlotLock> SlotLock::acquire(const QString &folder, const Wait &wait)
{
    constexpr mode_t everybody = 0666; // less the umask: whoever may write into the folder
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(QStringLiteral(".save_lock")));
    SlotLock lock(-1);
    bool isNext = false;
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        if (attempt > 0)
            wait(pause);
        if (lock.m_handle < 0)
            lock.m_handle = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, everybody);
        if (lock.m_handle < 0)
            return lockFailed(path, errno);
        isNext = isNext || setLock(lock.m_handle, Place::Queue, F_WRLCK);
        if (isNext && setLock(lock.m_handle, Place::Turn, F_WRLCK)) {
            if (isNamed(lock.m_handle, path) && setLock(lock.m_handle, Place::Queue, F_UNLCK))
                return lock;
            lock.release();
            isNext = false;
        } else if (!isTaken(errno)) {
            return lockFailed(path, errno);
        }
    }
    return failure("slots_busy",
        folder.toStdString() + " is in use: another process has been saving into it for too long",
        "Try again, or end the other process.");
}

} // namespace inspector
