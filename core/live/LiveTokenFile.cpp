// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveTokenFile.h"

#include "core/live/LiveAccess.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr qsizetype tokenLength = 32;

bool isToken(const QByteArray &text)
{
    return text.size() == tokenLength && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

LiveTokenFile::LiveTokenFile(std::string path)
    : m_path(std::move(path))
{}

Result<std::string> LiveTokenFile::load() const
{
    QFile file(QString::fromStdString(m_path));
    // Others may have read one that was open to them.
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.open(QIODevice::ReadOnly) && !(file.permissions() & others)) {
        if (const QByteArray token = file.read(tokenLength + 1).trimmed(); isToken(token))
            return token.toStdString();
    }
    return renew();
}

Result<std::string> LiveTokenFile::renew() const
{
    const QString path = QString::fromStdString(m_path);
    QDir().mkpath(QFileInfo(path).path());
    const std::string token = LiveAccess::makeToken();
    // The file is closed to others before the token is in it.
    if (const auto emptied = writeFileAtomically(path, {}); !emptied)
        return tl::unexpected(emptied.error());
    QFile file(path);
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        !file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(token)) != tokenLength ||
        !file.flush())
        return failure("write_failed", m_path + " cannot be written: " + file.errorString().toStdString());
    return token;
}

} // namespace inspector
