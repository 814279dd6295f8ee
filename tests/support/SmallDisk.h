// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mount.h>

#include <QFile>
#include <QTemporaryDir>

namespace inspector {

/// A file system of 64 KiB, while it lives; making one takes the right to mount.
class SmallDisk
{
public:
    SmallDisk()
        : m_mounted(::mount("tmpfs", qPrintable(m_dir.path()), "tmpfs", 0, "size=64k") == 0)
    {}
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount(qPrintable(m_dir.path()));
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString path() const { return m_dir.path(); }

    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount("tmpfs", qPrintable(m_dir.path()), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

    /// Takes all space that is left, with a file "filler".
    [[nodiscard]] bool fill() const
    {
        constexpr int pieceBytes = 4096;
        QFile filler(filePath(QStringLiteral("filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        const QByteArray piece(pieceBytes, 'f');
        while (filler.write(piece) == pieceBytes) {
        }
        return true;
    }

private:
    QTemporaryDir m_dir;
    bool m_mounted;
};

} // namespace inspector
