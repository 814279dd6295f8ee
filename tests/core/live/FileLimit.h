// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>

#include <QFile>

namespace inspector::live_test {

/// As long as it lives, this process may have so many more files open, and no further one.
class FileLimit
{
public:
    explicit FileLimit(rlim_t more)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit less{lowestFree() + more, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &less);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    /// The limit is of numbers, of which the lowest that is free is taken.
    static rlim_t lowestFree()
    {
        QFile file(QStringLiteral("/dev/null"));
        return file.open(QIODevice::ReadOnly) ? static_cast<rlim_t>(file.handle()) : 0;
    }

    rlimit m_before{};
};

} // namespace inspector::live_test
